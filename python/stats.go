package python

import (
	"time"

	"github.com/gophersnake/gophersnake/internal/engine"
)

// CallStats is what is known at a moment of the calls on their way into Python.
type CallStats struct {
	// Running is how many calls are in Python, each on an OS thread.
	Running int
	// Blocked is how many of them were found to wait there; [Config].Threads does not
	// count them.
	Blocked int
	// Queued is how many wait for their turn.
	Queued int
	// Waits is how many have queued since the start, also in vain.
	Waits uint64
	// Waited is how long those have waited in all, and LongestWait the longest.
	Waited, LongestWait time.Duration
	// MedianWait and P99Wait are of those that queued, to within a fifth.
	MedianWait, P99Wait time.Duration
	// InPython is how long calls have been in Python in all, an estimate: one call in 64
	// is timed. What they wait for there is in it, the GIL for one, and what the Go
	// functions take that Python called meanwhile.
	InPython time.Duration
	// Attached is how long of that their threads have held the interpreter, an estimate
	// too: without the time that they waited for it, and without that in Go functions.
	// Where Python itself gives the interpreter up for a while, as sleep, I/O and much of
	// numpy do, that time counts.
	Attached time.Duration
}

// Calls returns what is known at the moment of the calls on their way into Python.
func Calls() CallStats {
	s := engine.Calls()
	return CallStats{
		Running: s.Running, Blocked: s.Blocked, Queued: s.Queued,
		Waits: s.Waits, Waited: s.Waited, LongestWait: s.LongestWait,
		MedianWait: s.MedianWait, P99Wait: s.P99Wait,
		InPython: engine.InPython(), Attached: engine.Attached(),
	}
}
