package engine

import (
	"context"
	"fmt"
	"runtime"
	"strings"
	"time"

	"github.com/gophersnake/gophersnake/internal/gate"
	"github.com/gophersnake/gophersnake/internal/memory"
	"github.com/gophersnake/gophersnake/internal/watch"
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

// contexts are those of the calls that are in Python.
var contexts watch.Watcher

// crossInterruptibly makes the crossing of a call whose context may end meanwhile.
// If it does, the bridge is told of it.
func (c *Call) crossInterruptibly(slot uintptr) wire.Status {
	if c.watch == nil {
		c.watch = contexts.New(c.interrupt)
	}
	c.block.interruption = interruptible
	contexts.Begin(c.ctx, c.watch)
	status := c.cross(slot)
	if contexts.End(c.watch) {
		// The watcher has the block, or will have it. It finds that the call is over,
		// unless another one is made with this block.
		c.shared = true
	} else {
		c.block.interruption = notInterruptible
	}
	return status
}

// askAgain is when the bridge is asked again that could not interrupt a call.
const askAgain = 5 * time.Millisecond

// interrupt asks the bridge to interrupt the call. It waits for the GIL.
func (c *Call) interrupt() {
	again := gate.Enter(started().slots.Interrupt, memory.OfValue(&c.block))
	runtime.KeepAlive(c)
	if again != 0 {
		time.AfterFunc(askAgain, c.interrupt)
	}
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
// Python: that of the context, or ErrStopped, and behind it what came of the interruption.
type interruptedError struct{ reason, python error }

func (e *interruptedError) Error() string { return e.reason.Error() }

// Format writes with %+v the traceback of where Python was interrupted.
func (e *interruptedError) Format(s fmt.State, verb rune) {
	if verb == 'v' && s.Flag('+') {
		fmt.Fprintf(s, "%s\n%+v", e.Error(), e.python)
		return
	}
	fmt.Fprintf(s, fmt.FormatString(s, verb), e.Error())
}

func (e *interruptedError) Unwrap() []error { return []error{e.reason, e.python} }
