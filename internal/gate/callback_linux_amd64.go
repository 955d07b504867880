//go:build !cgo

package gate

import "unsafe"

// crossing is what C's call leaves on its stack: the argument, and room for the result.
type crossing struct{ arg, result uintptr }

func dispatchCrossing(c *crossing) { c.result = dispatcher.call(c.arg) }

// codeOf is where the code of f begins: that is how the runtime is told what to call.
func codeOf(f func(*crossing)) uintptr { return **(**uintptr)(unsafe.Pointer(&f)) }

// entryTo returns the address of a C function, uintptr_t (*)(uintptr_t), that calls the code.
// There is one: it calls what this was last given.
func entryTo(code uintptr) uintptr

func callbackAddress() uintptr { return entryTo(codeOf(dispatchCrossing)) }
