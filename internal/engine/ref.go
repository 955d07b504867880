package engine

import (
	"runtime"
	"sync"
	"sync/atomic"

	"github.com/gophersnake/gophersnake/internal/gate"
	"github.com/gophersnake/gophersnake/internal/memory"
)

// Ref holds one object of Python's by its handle, until it is closed or its owner
// in Go is garbage. The zero value is closed. Safe for concurrent use; not to be
// copied.
type Ref struct {
	handle atomic.Uint64 // 0: closed
	guard  atomic.Pointer[guard]
}

// guard is reachable from one Ref alone, and so is garbage when the Ref's owner is:
// its cleanup then gives the handle back. To register a cleanup costs more than a
// call, so a guard whose Ref was closed is used again, cleanup and all.
type guard struct{ ward *ward }

// ward is what a guard's cleanup is left with.
type ward struct {
	handle atomic.Uint64 // 0: there is nothing to give back
	list   listBlock     // of the one number below, for the crossing that gives it back
	given  uint64
}

var guards = sync.Pool{New: func() any {
	g := &guard{new(ward)}
	runtime.AddCleanup(g, (*ward).collected, g.ward)
	return g
}}

// NewRef takes over a handle for an owner that holds the Ref: when the owner is
// garbage, the object is given back.
func NewRef(handle uint64) *Ref {
	r := new(Ref)
	r.Hold(handle)
	return r
}

// Hold is NewRef for a Ref that is a part of its owner. The Ref must be closed.
func (r *Ref) Hold(handle uint64) {
	g := guards.Get().(*guard)
	g.ward.handle.Store(handle)
	r.guard.Store(g)
	r.handle.Store(handle)
	if tracking.Load() {
		track(g.ward)
	}
}

// Handle returns the handle, 0 if the Ref is closed.
func (r *Ref) Handle() uint64 { return r.handle.Load() }

// Keep says that the object may be in use also when its owner is garbage: from
// now on only Close gives it back.
func (r *Ref) Keep() {
	if g := r.guard.Load(); g != nil {
		// Another goroutine may have closed the Ref, and the guard be another's:
		// then it guards another handle.
		if handle := r.handle.Load(); handle != 0 {
			g.ward.handle.CompareAndSwap(handle, 0)
		}
	}
}

// Close gives the object back, once; it reports whether it was this call that did.
// It neither takes the GIL nor waits: the object is dropped at the next call, or a
// moment later where there is none.
func (r *Ref) Close() bool {
	handle := r.handle.Swap(0)
	if handle == 0 {
		return false
	}
	g := r.guard.Swap(nil)
	if tracking.Load() {
		untrack(g.ward, true)
	}
	g.ward.handle.Store(handle)
	g.ward.release()
	guards.Put(g)
	return true
}

// collected is what the garbage collector does about an object that nobody closed.
func (w *ward) collected() {
	if tracking.Load() && w.handle.Load() != 0 {
		untrack(w, false)
	}
	w.release()
}

// release gives the handle back if there is one.
func (w *ward) release() {
	if handle := w.handle.Swap(0); handle != 0 {
		w.given = handle
		release(&w.list, &w.given)
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
