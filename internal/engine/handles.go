package engine

import (
	"sync/atomic"
	"time"

	"github.com/gophersnake/gophersnake/internal/gate"
)

// listBlock is the argument of the slots that take a list (contract/slots.md).
type listBlock struct {
	address uintptr
	count   uint64
}

// idle is how long dropped objects wait for a call to take them along.
const idle = 50 * time.Millisecond

var draining atomic.Bool

// drainSoon drops the queued objects after a while, from a goroutine of its own.
func drainSoon() {
	if draining.Swap(true) {
		return
	}
	time.AfterFunc(idle, func() {
		draining.Store(false)
		Drain()
	})
}

// Drain drops the objects whose handles were given back, if any wait. What their
// __del__ does is done on the calling goroutine's thread.
func Drain() {
	if r := started(); r != nil && gate.Enter(r.slots.Pending, 0) != 0 {
		gate.Enter(r.slots.Drain, 0)
	}
}
