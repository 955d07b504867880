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
}

// Calls returns what is known at the moment of the calls on their way into Python.
func Calls() CallStats { return CallStats(engine.Calls()) }
