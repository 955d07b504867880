package memory

import "unsafe"

// Offset returns how far behind the beginning of *outer the value at inner lies, and
// whether all of it lies inside of *outer.
func Offset[T, F any](outer *T, inner *F) (uintptr, bool) {
	offset := uintptr(unsafe.Pointer(inner)) - uintptr(unsafe.Pointer(outer))
	return offset, offset <= unsafe.Sizeof(*outer) && unsafe.Sizeof(*inner) <= unsafe.Sizeof(*outer)-offset
}

// Inside returns the F that lies at an offset in *outer, which [Offset] has found for an
// F of a T.
func Inside[F, T any](outer *T, offset uintptr) *F {
	return (*F)(unsafe.Add(unsafe.Pointer(outer), offset))
}

// RunInside returns the n values that lie from an offset on in *outer, as [Inside] does.
func RunInside[F, T any](outer *T, offset uintptr, n int) []F {
	return unsafe.Slice(Inside[F](outer, offset), n)
}
