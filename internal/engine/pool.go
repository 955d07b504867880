package engine

import (
	"context"
	"math/rand/v2"
	"sync"
	"sync/atomic"

	"github.com/gophersnake/gophersnake/internal/memory"
	"github.com/gophersnake/gophersnake/internal/wire"
)

// calls are those that nobody uses at the moment, but for the resident one.
var calls = sync.Pool{New: func() any { return makeCall() }}

func makeCall() *Call {
	c := new(Call)
	c.made = rand.Uint32()
	c.address = memory.OfValue(&c.block)
	c.setReply(make([]byte, replyAtFirst))
	c.decoder.Foreign, c.decoder.Context = Hooks.Foreign, &c.ctx
	c.encoder.Convert = convertRegistered
	return c
}

// resident is a call that is always there. A goroutine that calls in a loop has it to
// itself, at a fraction of what the pool costs.
var resident struct {
	taken atomic.Bool
	call  *Call // of whoever has taken it; nil before the first time
}

func newCall(ctx context.Context, function *Func) *Call {
	var c *Call
	if resident.taken.CompareAndSwap(false, true) {
		c = resident.call
	} else {
		c = calls.Get().(*Call)
	}
	if c == nil {
		c = makeResident()
	}
	c.function, c.argument = function, 0
	c.made++
	c.stops = stops.Load()
	c.setContext(ctx)
	c.encoder.Begin(wire.FrameCall)
	return c
}

// cede makes another call the resident one, before this one is kept for long.
func (c *Call) cede() {
	if c.resident {
		c.resident = false
		resident.call = nil
		resident.taken.Store(false)
	}
}

func makeResident() *Call {
	resident.call = calls.Get().(*Call)
	resident.call.resident = true
	return resident.call
}

// setContext makes ctx the context under which the call is made.
func (c *Call) setContext(ctx context.Context) {
	c.ctx = ctx
	c.endable = ctx != nil && ctx.Done() != nil
	c.attended = c.endable || c.made%timed == 0
}

// end gives the call back. Nothing of it may be used afterwards.
func (c *Call) end() {
	c.encoder.Release()
	c.ctx = nil
	if c.doing != "" || c.told != nil || c.queueing != nil || c.ungoverned {
		c.doing, c.told, c.queueing, c.ungoverned = "", nil, nil, false
	}
	if c.resident && !c.shared {
		resident.taken.Store(false)
	} else {
		c.endOther()
	}
}

func (c *Call) endOther() {
	switch {
	case c.shared: // somebody else may use it for a while
		c.cede()
	default:
		calls.Put(c)
	}
}
