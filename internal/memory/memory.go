// Package memory makes addresses of Go memory and views on borrowed memory. It
// is the one place of the values' side of the module that contains unsafe.
//
// Addresses are uintptr because they cross into C as numbers and stand inside
// other memory that C reads. The garbage collector does not see a uintptr, so
// two rules hold for every address given away:
//
//   - The memory is on the heap, since a stack moves when it grows. Whatever is
//     passed to [Of], [OfString], [Hold] and [HoldString] escapes.
//   - It stays reachable until the other side is done with it: in a [Holder],
//     or by runtime.KeepAlive after the call.
//
// Reachable heap memory does not move.
package memory

import "unsafe"

// sink is never written, but the compiler does not know that alwaysFalse is
// what it is: what could be stored here has to be on the heap. It is how
// internal/abi.Escape of the standard library works.
var (
	alwaysFalse bool
	//lint:ignore U1000 what counts is that it could be written
	sink unsafe.Pointer
)

// Of returns the address of the first element of s, whose array escapes to the
// heap but is not kept alive. Of a nil slice it is 0; of an empty one it must
// not be read through.
func Of[T any](s []T) uintptr {
	return address(unsafe.Pointer(unsafe.SliceData(s)))
}

// OfString returns the address of the bytes of s, which escape to the heap but
// are not kept alive. They must not be written to and no NUL follows them.
func OfString(s string) uintptr {
	return address(unsafe.Pointer(unsafe.StringData(s)))
}

// OfValue returns the address of *p, which escapes to the heap but is not kept
// alive. The address of nil is 0.
func OfValue[T any](p *T) uintptr { return address(unsafe.Pointer(p)) }

func address(p unsafe.Pointer) uintptr {
	if alwaysFalse {
		sink = p
	}
	return uintptr(p)
}

// Bytes returns a view of the n bytes at addr. They are borrowed: the view is
// good for as long as their owner keeps them, and writing to it is right only
// where the owner allows it. Of address 0 it is nil.
func Bytes(addr uintptr, n int) []byte {
	return View[byte](addr, n)
}

// View returns a view of the n values at addr, which must be aligned for T. T
// must not contain Go pointers. The memory is borrowed, as with [Bytes].
func View[T any](addr uintptr, n int) []T {
	if addr == 0 {
		return nil
	}
	// Reading the number through a pointer to it is the form that vet and
	// checkptr accept; a plain conversion would be wrong for Go memory that
	// nothing else refers to, which the owner's promise excludes.
	return unsafe.Slice((*T)(*(*unsafe.Pointer)(unsafe.Pointer(&addr))), n)
}

// Back returns the Go value at addr, an address that [OfValue] gave. It is for who
// knows that the value is still reachable otherwise.
func Back[T any](addr uintptr) *T {
	return (*T)(*(*unsafe.Pointer)(unsafe.Pointer(&addr)))
}

// Identity tells function values apart: two copies of one have the same, two
// closures that are both reachable never do. F must be a function type.
func Identity[F any](f F) uintptr { return *(*uintptr)(unsafe.Pointer(&f)) }

// AsBytes returns the memory of s as bytes, in the machine's byte order. It
// shares the array with s. T must not contain Go pointers.
func AsBytes[T any](s []T) []byte {
	var zero T
	return unsafe.Slice((*byte)(unsafe.Pointer(unsafe.SliceData(s))), len(s)*int(unsafe.Sizeof(zero)))
}

// Copy returns the values whose memory b is, as many as fit into it whole, in a
// new array. b need not be aligned for T. T must not contain Go pointers.
func Copy[T any](b []byte) []T {
	var zero T
	n := len(b) / int(unsafe.Sizeof(zero))
	if n == 0 {
		return []T{}
	}
	// Unlike make and copy, append does not write zeros first.
	return append([]T(nil), unsafe.Slice((*T)(unsafe.Pointer(unsafe.SliceData(b))), n)...)
}
