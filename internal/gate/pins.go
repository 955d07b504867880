package gate

import "unsafe"

// Pins keeps Go memory alive while C holds its address as a number.
//
// One Pins serves any number of calls: its own storage is reused, so pinning
// does not allocate once it has grown to what a call needs. The zero value is
// ready. A Pins is for one goroutine at a time, and must itself stay reachable
// for as long as it is to hold: calling Release after the call sees to that.
type Pins struct {
	held []unsafe.Pointer
}

// Pin holds *p until Release and returns its address.
func Pin[T any](pins *Pins, p *T) uintptr {
	pins.held = append(pins.held, unsafe.Pointer(p))
	return uintptr(unsafe.Pointer(p))
}

// PinSlice holds the array under s until Release and returns the address of its
// first element, as [SliceAddress] does.
func PinSlice[T any](pins *Pins, s []T) uintptr {
	return Pin(pins, unsafe.SliceData(s))
}

// PinString holds the bytes of s until Release and returns their address, as
// [StringAddress] does.
func PinString(pins *Pins, s string) uintptr {
	return Pin(pins, unsafe.StringData(s))
}

// Len returns how many things are held.
func (pins *Pins) Len() int { return len(pins.held) }

// Release lets go of everything held and keeps the storage for reuse.
func (pins *Pins) Release() {
	clear(pins.held)
	pins.held = pins.held[:0]
}
