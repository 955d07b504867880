package memory

import (
	"errors"
	"strings"
	"unsafe"
)

var errEmbeddedNUL = errors.New("gophersnake: make C string: it contains a NUL byte")

// CString returns a copy of s with a NUL behind it, whose address [Of] gives. A
// NUL inside s, where C would see the end, is an error.
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
	start := *(*unsafe.Pointer)(unsafe.Pointer(&addr))
	n := 0
	for *(*byte)(unsafe.Add(start, n)) != 0 {
		n++
	}
	return string(unsafe.Slice((*byte)(start), n))
}
