package engine

import (
	"runtime"
	"sync/atomic"

	"github.com/gophersnake/gophersnake/internal/memory"

	"github.com/gophersnake/gophersnake/internal/gate"
)

// Ref holds one object of Python's by its handle, until it is closed or its owner
// in Go is garbage. Safe for concurrent use.
type Ref struct {
	handle atomic.Uint64 // 0: closed
	kept   atomic.Bool   // only Close gives it back
	list   listBlock     // of the one number below, for the crossing that gives it back
	given  uint64
}

// NewRef takes over a handle for owner, which holds the Ref: when owner is garbage,
// the object is given back.
func NewRef[T any](owner *T, handle uint64) *Ref {
	r := &Ref{given: handle}
	r.handle.Store(handle)
	runtime.AddCleanup(owner, (*Ref).collect, r)
	return r
}

// Handle returns the handle, 0 if the Ref is closed.
func (r *Ref) Handle() uint64 { return r.handle.Load() }

// Keep says that the object may be in use also when its owner is garbage: from
// now on only Close gives it back.
func (r *Ref) Keep() { r.kept.Store(true) }

// Close gives the object back, once; it reports whether it was this call that did.
// It neither takes the GIL nor waits: the object is dropped at the next call, or a
// moment later where there is none.
func (r *Ref) Close() bool {
	if r.handle.Swap(0) == 0 {
		return false
	}
	release(&r.list, &r.given)
	return true
}

// collect is the cleanup of an owner that is garbage.
func (r *Ref) collect() {
	if !r.kept.Load() {
		r.Close()
	}
}

// Release gives back the handle of an object, as [Ref.Close] does.
func Release(handle uint64) {
	if handle != 0 {
		release(new(listBlock), &handle)
	}
}

func release(list *listBlock, handle *uint64) {
	r := started()
	if r == nil {
		return
	}
	list.address, list.count = memory.OfValue(handle), 1
	gate.Enter(r.slots.Release, memory.OfValue(list))
	runtime.KeepAlive(handle)
	runtime.KeepAlive(list)
	drainSoon()
}
