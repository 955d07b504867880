package gate

import "fmt"

// maxArgs is how many arguments [Call] passes on.
const maxArgs = 6

// Enter calls fn, a C function int32_t (*)(uintptr_t), with arg. It is the hot
// path: one crossing, no allocation, at the same price with either gate.
//
// A 32-bit result is all that comes back, because more would cost a program
// built without cgo three times as much; anything larger belongs in the memory
// that arg points at.
func Enter(fn, arg uintptr) int32 { return enter(fn, arg) }

// Call1 calls fn, a C function uintptr_t (*)(uintptr_t), with arg. With purego
// it costs about three times what [Enter] does, and one allocation.
func Call1(fn, arg uintptr) uintptr { return call1(fn, arg) }

// Call calls fn, a C function of at most six integer or pointer arguments, and
// returns its integer or pointer result. A result narrower than a word comes
// back with unspecified upper bits: convert it to its own type, as in
// int32(Call(fn)). Variadic functions and floating point are not supported.
//
// Call is for starting up, where its cost does not matter.
func Call(fn uintptr, args ...uintptr) uintptr {
	if len(args) > maxArgs {
		panic(fmt.Sprintf("gophersnake: call: %d arguments, at most %d are supported", len(args), maxArgs))
	}
	var padded [maxArgs]uintptr
	copy(padded[:], args)
	return call(fn, padded)
}
