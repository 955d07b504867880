package engine

import (
	"runtime"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
)

// tracking says that objects are remembered with the place where they came to Go.
var tracking atomic.Bool

// origin is the stack that an object came to Go by, innermost first.
type origin [24]uintptr

// tracked is what is remembered: where the objects that are held came from, and how many
// that came from one place were given back by the garbage collector.
var tracked struct {
	sync.Mutex
	held      map[*ward]*origin
	collected map[origin]int
}

// TrackObjects has objects remembered that come to Go from now on, or no longer.
func TrackObjects(on bool) {
	tracked.Lock()
	defer tracked.Unlock()
	tracked.held, tracked.collected = map[*ward]*origin{}, map[origin]int{}
	tracking.Store(on)
}

// track remembers where the object came from that the ward has now.
func track(w *ward) {
	from := new(origin)
	runtime.Callers(3, from[:])
	tracked.Lock()
	defer tracked.Unlock()
	tracked.held[w] = from
}

// untrack forgets it. What was not closed is counted.
func untrack(w *ward, closed bool) {
	tracked.Lock()
	defer tracked.Unlock()
	if from := tracked.held[w]; from != nil && !closed {
		tracked.collected[*from]++
	}
	delete(tracked.held, w)
}

// Unclosed is what came from one place and was not closed.
type Unclosed struct {
	// Held is how many objects Go holds still, Collected how many the garbage
	// collector gave back.
	Held, Collected int
	// Frames are the stack, from the first function that is none of the runtime's.
	Frames []runtime.Frame
}

// UnclosedObjects returns what was not closed of what was tracked, most first.
func UnclosedObjects() []Unclosed {
	tracked.Lock()
	counts := map[origin]*Unclosed{}
	of := func(from origin) *Unclosed {
		if counts[from] == nil {
			counts[from] = new(Unclosed)
		}
		return counts[from]
	}
	for _, from := range tracked.held {
		of(*from).Held++
	}
	for from, n := range tracked.collected {
		of(from).Collected += n
	}
	tracked.Unlock()
	found := make([]Unclosed, 0, len(counts))
	for from, each := range counts {
		each.Frames = framesOf(from)
		found = append(found, *each)
	}
	slices.SortFunc(found, func(a, b Unclosed) int { return b.Held + b.Collected - a.Held - a.Collected })
	return found
}

// framesOf leaves the frames of the runtime's own packages out, which are the innermost.
func framesOf(from origin) []runtime.Frame {
	var found []runtime.Frame
	for frames, more := runtime.CallersFrames(from[:]), true; more; {
		var frame runtime.Frame
		frame, more = frames.Next()
		if frame.PC != 0 && (len(found) != 0 || !isOurs(frame.Function)) {
			found = append(found, frame)
		}
	}
	return found
}

const ours = "github.com/gophersnake/gophersnake/"

// isOurs says whether a function is one of the runtime's.
func isOurs(function string) bool {
	rest, is := strings.CutPrefix(function, ours)
	return is && (strings.HasPrefix(rest, "internal/") || strings.HasPrefix(rest, "python.") || strings.HasPrefix(rest, "python/"))
}
