package engine

import (
	"context"
	"errors"
	"fmt"
	"sync/atomic"
	"time"

	"github.com/gophersnake/gophersnake/internal/gate"
	"github.com/gophersnake/gophersnake/internal/wire"
)

// ErrInside is the error of stopping Python from within one of its calls.
var ErrInside = errors.New("gophersnake: stop python: a Go function that Python called cannot stop it: return first, or stop it from another goroutine")

var (
	start        = host("lifecycle").Func("start", "", NoResult, streamsParam).Called("gophersnake: start python")
	stop         = host("lifecycle").Func("stop", "", NoResult).Called("gophersnake: stop python")
	interruptAll = host("lifecycle").Func("interrupt_all", "", NoResult)
	resume       = host("lifecycle").Func("resume", "", NoResult).Called("gophersnake: start python again")
)

// ownKey marks the context of the runtime's own calls.
type ownKey struct{}

// ownContext is for calls that must be made however the context of the user's call
// has ended, and also while Python starts and stops.
func ownContext(ctx context.Context) context.Context {
	return context.WithValue(context.WithoutCancel(withoutVariables(ctx)), ownKey{}, true)
}

// runtimeFor returns the interpreter for a call with this context.
func runtimeFor(ctx context.Context) (*Runtime, error) {
	if r := started(); r != nil && ctx.Value(ownKey{}) != nil {
		return r, nil
	}
	return Current()
}

// turn is held by the one who starts or stops Python. It can be waited for with a
// context.
var turn = make(chan struct{}, 1)

// Stop refuses calls from now on, waits for those on their way, and then runs what
// Python runs at exit, on Python's main thread. Stopping what does not run does
// nothing.
//
// If the context ends meanwhile, the calls on their way are interrupted; if they do
// not end then either, or Python's own end takes longer, Stop returns the context's
// error, and what it waits for goes on: another Stop waits for that.
func Stop(ctx context.Context) error {
	if ctx == nil {
		return errors.New("gophersnake: stop python: nil context")
	}
	r := started()
	if r == nil {
		return nil
	}
	if gate.Enter(r.slots.Inside, 0) != 0 {
		return ErrInside
	}
	if inBatch() {
		return fmt.Errorf("gophersnake: stop python: %w", ErrInBatch)
	}
	select {
	case turn <- struct{}{}:
	case <-ctx.Done():
		return cancelled("gophersnake: stop python", ctx)
	}
	if !refuseCalls() {
		<-turn
		return nil
	}
	ended := make(chan error, 1)
	go func() {
		ended <- r.end(ctx)
		<-turn
	}()
	select {
	case err := <-ended:
		return err
	case <-ctx.Done():
	}
	select {
	case err := <-ended:
		return err
	case <-time.After(grace):
		return fmt.Errorf("gophersnake: stop python: %w", context.Cause(ctx))
	}
}

// grace is how long a Stop whose context has ended waits for the calls that it
// interrupted, and for Python's own end.
const grace = time.Second

// refuseCalls makes new calls fail. It reports whether Python ran.
func refuseCalls() bool {
	process.Lock()
	defer process.Unlock()
	if running.Load() == nil {
		return false
	}
	process.stopped = true
	running.Store(nil)
	stops.Add(1)
	return true
}

// stops is how often Python was stopped.
var stops atomic.Uint32

// endsForStop reports whether a call ended with what Stop interrupts calls with, and
// cancels tasks with.
func endsForStop(raised []wire.Exception) bool {
	if len(raised) == 0 {
		return false
	}
	switch raised[0].Module + "." + raised[0].Name {
	case "gophersnake.host.cancellation.Cancelled", "asyncio.exceptions.CancelledError":
		return true
	}
	return false
}

// end waits for the calls on their way, and interrupts them if the context ends, and
// runs what Python runs at exit.
func (r *Runtime) end(ctx context.Context) error {
	places.Close(ErrStopped)
	tickets.idle(ctx)
	if places.Idle(ctx) != nil {
		own := ownContext(ctx)
		_ = Finish(interruptAll.Begin(own).Ungoverned())
		last, cancel := context.WithTimeout(own, grace)
		defer cancel()
		_ = places.Idle(last)
	}
	err := r.onMain(func(ctx context.Context) error { return Finish(stop.Begin(ctx).Ungoverned()) })
	answerBellOnce()
	Drain()
	return err
}
