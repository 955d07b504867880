package memory

import "unsafe"

// Holder keeps Go memory alive while the other side has its address.
//
// Its own storage is reused, so holding does not allocate once it has grown to
// what a call needs. The zero value is ready. A Holder is for one goroutine at
// a time and must itself stay reachable while it holds; calling Release after
// the call sees to that.
type Holder struct {
	held []unsafe.Pointer
}

// Hold keeps the array under s until Release and returns its address, as [Of]
// does.
func Hold[T any](h *Holder, s []T) uintptr {
	return h.hold(unsafe.Pointer(unsafe.SliceData(s)))
}

// HoldString keeps the bytes of s until Release and returns their address, as
// [OfString] does.
func (h *Holder) HoldString(s string) uintptr {
	return h.hold(unsafe.Pointer(unsafe.StringData(s)))
}

// HoldValue keeps *p until Release and returns its address.
func HoldValue[T any](h *Holder, p *T) uintptr { return h.hold(unsafe.Pointer(p)) }

func (h *Holder) hold(p unsafe.Pointer) uintptr {
	h.held = append(h.held, p)
	return uintptr(p)
}

// Len returns how many things are held.
func (h *Holder) Len() int { return len(h.held) }

// Release lets go of everything held.
func (h *Holder) Release() {
	clear(h.held)
	h.held = h.held[:0]
}
