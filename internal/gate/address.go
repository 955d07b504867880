package gate

import "unsafe"

// escapeSink is never written: alwaysFalse is false. The compiler does not know
// that, so whatever could be stored here has to be on the heap. It is how the
// standard library's own internal/abi.Escape works.
var (
	alwaysFalse bool
	escapeSink  unsafe.Pointer //lint:ignore U1000 nothing has to read it
)

// Address returns the address of *p and makes *p escape to the heap, so the
// address stays right when the goroutine's stack grows.
//
// It does not keep *p alive: see the package comment. The address of nil is 0.
func Address[T any](p *T) uintptr {
	if alwaysFalse {
		escapeSink = unsafe.Pointer(p)
	}
	return uintptr(unsafe.Pointer(p))
}

// SliceAddress returns the address of the first element of s and makes the
// array under s escape to the heap. Of a nil slice it is 0; of an empty one it
// may be any number and must not be read through.
//
// It does not keep the array alive: see the package comment.
func SliceAddress[T any](s []T) uintptr {
	p := unsafe.SliceData(s)
	if alwaysFalse {
		escapeSink = unsafe.Pointer(p)
	}
	return uintptr(unsafe.Pointer(p))
}

// StringAddress returns the address of the bytes of s and makes them escape to
// the heap. They must not be written to, and no NUL follows them. Of an empty
// string the address may be any number, 0 included.
//
// It does not keep the bytes alive: see the package comment.
func StringAddress(s string) uintptr {
	p := unsafe.StringData(s)
	if alwaysFalse {
		escapeSink = unsafe.Pointer(p)
	}
	return uintptr(unsafe.Pointer(p))
}
