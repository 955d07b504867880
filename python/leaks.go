package python

import (
	"fmt"
	"runtime"
	"strings"

	"github.com/gophersnake/gophersnake/internal/engine"
)

// Leak is what came from Python at one place of the program and was not closed: objects,
// handles of classes, arrays, functions, iterators, files, the exceptions of errors.
type Leak struct {
	// Held is how many Go holds still. Collected is how many the garbage collector found
	// unused and gave back, later than Close would have.
	Held, Collected int
	// Frames are the stack at which they came, innermost first, from the generated or
	// own code on that called the runtime.
	Frames []runtime.Frame
}

// String returns the counts and the stack, in lines as those of a panic.
func (l Leak) String() string {
	var b strings.Builder
	fmt.Fprintf(&b, "%d held, %d collected:", l.Held, l.Collected)
	for _, frame := range l.Frames {
		fmt.Fprintf(&b, "\n%s\n\t%s:%d", frame.Function, frame.File, frame.Line)
	}
	return b.String()
}

// TrackLeaks has everything that comes from Python from now on remembered with the place
// where it came to Go, until it is closed; it forgets what was remembered before. It
// takes a microsecond for each object, and is for tests and for the search of a leak.
func TrackLeaks(on bool) { engine.TrackObjects(on) }

// Leaks returns what was not closed since [TrackLeaks], by the place that it came from,
// most first. What is held on purpose is among it.
func Leaks() []Leak {
	found := engine.UnclosedObjects()
	leaks := make([]Leak, len(found))
	for i, each := range found {
		leaks[i] = Leak(each)
	}
	return leaks
}
