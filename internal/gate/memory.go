package gate

import (
	"errors"
	"strings"
	"unsafe"
)

// errEmbeddedNUL is returned by [CString].
var errEmbeddedNUL = errors.New("gophersnake: make C string: it contains a NUL byte")

// pointer turns an address back into a pointer. It reads the number through a
// pointer to it, the one form that go vet and checkptr both accept, because a
// plain conversion is wrong for Go memory that nothing else refers to; here the
// package's rules see to that.
func pointer(addr uintptr) unsafe.Pointer {
	return *(*unsafe.Pointer)(unsafe.Pointer(&addr))
}

// Bytes returns a view of the n bytes at addr. They are borrowed: the view is
// valid for as long as their owner keeps them, and whether it may be written to
// is the owner's word. Of address 0 it is nil.
func Bytes(addr uintptr, n int) []byte {
	return View[byte](addr, n)
}

// View returns a view of the n values of type T at addr, which must be aligned
// for T. T must not contain Go pointers. The memory is borrowed, as with
// [Bytes].
func View[T any](addr uintptr, n int) []T {
	if addr == 0 {
		return nil
	}
	return unsafe.Slice((*T)(pointer(addr)), n)
}

// CString returns a copy of s with a NUL behind it, for [SliceAddress]. A NUL
// inside s, where C would see the end, is an error.
func CString(s string) ([]byte, error) {
	if strings.IndexByte(s, 0) >= 0 {
		return nil, errEmbeddedNUL
	}
	b := make([]byte, len(s)+1)
	copy(b, s)
	return b, nil
}

// GoString returns a copy of the NUL-terminated string at addr. Of address 0 it
// is empty.
func GoString(addr uintptr) string {
	if addr == 0 {
		return ""
	}
	start := pointer(addr)
	n := 0
	for *(*byte)(unsafe.Add(start, n)) != 0 {
		n++
	}
	return string(unsafe.Slice((*byte)(start), n))
}
