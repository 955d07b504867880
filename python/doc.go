// Package python runs Python in the Go process.
//
// Most programs do not call it much: `gophersnake generate` makes a Go package
// of a typed Python module, and its functions are ordinary Go functions. What
// they return and take is here (objects, arrays, sets, tuples, values that may
// be left out), as are errors, the settings of the interpreter, and a dynamic API
// for Python that has no types.
//
// # Starting
//
// The first call starts Python, with the default settings. [Start] starts it
// with others, or earlier. One process runs one Python for as long as it lives.
//
// # Concurrency
//
// Any goroutine may call at any time; calls are safe for concurrent use as far
// as the Python called is. A call occupies an OS thread while it is in Python; how
// many may do so at a time is bounded (see [Config]), and further calls queue.
//
// # Memory
//
// Nobody counts references. Values are copied across the border, but for arrays
// and buffers, which are shared. What is held in Python ([Object], and an
// [Array] that Python made) has a Close that gives it back at once; forgotten,
// it is given back when the garbage collector finds it.
package python
