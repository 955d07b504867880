package memory

import "unsafe"

// Load returns the value at byte offset of b, aligned or not. It panics, as
// indexing does, if the value does not lie inside b. T must not contain Go
// pointers.
func Load[T any](b []byte, offset int) T {
	var v T
	copy(AsBytes(unsafe.Slice(&v, 1)), b[offset:offset+int(unsafe.Sizeof(v))])
	return v
}

// Store writes v at byte offset of b, under the rules of [Load].
func Store[T any](b []byte, offset int, v T) {
	copy(b[offset:offset+int(unsafe.Sizeof(v))], AsBytes(unsafe.Slice(&v, 1)))
}

// LoadPart returns a value of which only the first n bytes are in b, at that offset;
// the others are zero. It follows the rules of [Load].
func LoadPart[T any](b []byte, offset, n int) T {
	var v T
	copy(AsBytes(unsafe.Slice(&v, 1)), b[offset:offset+n])
	return v
}

// StorePart writes the first n bytes of v, likewise.
func StorePart[T any](b []byte, offset int, v T, n int) {
	copy(b[offset:offset+n], AsBytes(unsafe.Slice(&v, 1)))
}

// FromBytes returns b as values of T, sharing its memory. It is false if b is not
// aligned for T or does not hold a whole number of them.
func FromBytes[T any](b []byte) ([]T, bool) {
	var zero T
	size := int(unsafe.Sizeof(zero))
	if len(b) == 0 {
		return []T{}, true
	}
	p := unsafe.Pointer(unsafe.SliceData(b))
	if len(b)%size != 0 || uintptr(p)%unsafe.Alignof(zero) != 0 {
		return nil, false
	}
	return unsafe.Slice((*T)(p), len(b)/size), true
}
