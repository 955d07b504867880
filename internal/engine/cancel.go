package engine

import (
	"context"
	"fmt"
	"runtime"
	"strings"
	"sync"

	"github.com/gophersnake/gophersnake/internal/gate"
	"github.com/gophersnake/gophersnake/internal/memory"
	"github.com/gophersnake/gophersnake/internal/wire"
)

// interruption is how far the interruption of a call has come (contract/slots.md).
// The bridge changes it, in whichever thread asks for it.
type interruption uint64

const (
	notInterruptible interruption = iota
	interruptible
	_ // asked for
	interrupted
)

// crossInterruptibly makes the crossing of a call whose context may end meanwhile.
// If it does, the bridge is told of it.
func (c *Call) crossInterruptibly(slot uintptr) wire.Status {
	if c.interrupt == nil {
		c.interrupt = func() { interrupter.interrupt(c) }
	}
	c.block.interruption = interruptible
	stop := context.AfterFunc(c.ctx, c.interrupt)
	status := c.cross(slot)
	if stop() {
		c.block.interruption = notInterruptible
	} else {
		// The interrupter has the block, or will have it. It finds that the call is
		// over, unless another one is made with this block.
		c.shared = true
	}
	return status
}

// interrupter tells the bridge which calls to interrupt, one after the other: each
// has to wait for the GIL, and many goroutines that did so would be as many threads.
var interrupter interruptions

type interruptions struct {
	sync.Mutex
	wanted  []*Call
	working bool
}

// interrupt has a call interrupted, now or by the goroutine that is at it.
func (i *interruptions) interrupt(c *Call) {
	i.Lock()
	i.wanted = append(i.wanted, c)
	working := i.working
	i.working = true
	i.Unlock()
	if working {
		return
	}
	for next := i.next(); next != nil; next = i.next() {
		gate.Enter(started().slots.Interrupt, memory.OfValue(&next.block))
		runtime.KeepAlive(next)
	}
}

// next takes the next call; nil ends the work.
func (i *interruptions) next() *Call {
	i.Lock()
	defer i.Unlock()
	if len(i.wanted) == 0 {
		i.working, i.wanted = false, nil
		return nil
	}
	next := i.wanted[0]
	i.wanted = i.wanted[1:]
	return next
}

// cancelled is the error of a call whose context is done: it is the context's
// error, and the cause that was given with it.
func cancelled(name string, ctx context.Context) error {
	if !strings.HasPrefix(name, "gophersnake: ") {
		name = "gophersnake: " + name
	}
	if cause := context.Cause(ctx); cause != ctx.Err() {
		return fmt.Errorf("%s: %w: %w", name, ctx.Err(), cause)
	}
	return fmt.Errorf("%s: %w", name, ctx.Err())
}

// interruptedError is the error of a call that failed after it was interrupted in
// Python: that of the context, and behind it what came of the interruption.
type interruptedError struct{ context, python error }

func (e *interruptedError) Error() string { return e.context.Error() }

// Format writes with %+v the traceback of where Python was interrupted.
func (e *interruptedError) Format(s fmt.State, verb rune) {
	if verb == 'v' && s.Flag('+') {
		fmt.Fprintf(s, "%s\n%+v", e.Error(), e.python)
		return
	}
	fmt.Fprintf(s, fmt.FormatString(s, verb), e.Error())
}

func (e *interruptedError) Unwrap() []error { return []error{e.context, e.python} }
