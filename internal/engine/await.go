package engine

import (
	"context"

	"github.com/gophersnake/gophersnake/internal/wire"
)

var (
	ticketParam = NewParam(wire.ParamPositionalOnly, "ticket", Int.Program)

	// starter makes an async function one that begins a task.
	starter = host("loop").Func("Starter", "", handleProgram,
		NewParam(wire.ParamPositionalOnly, "function", handleProgram))
	cancelTask = host("loop").Func("cancel", "", NoResult, ticketParam)
)

// AsyncFunc describes an async function, or one that returns an awaitable: a call
// begins a task on Python's event loop, and its goroutine waits, without a thread,
// until the task is done.
func (m *Module) AsyncFunc(name, signature string, result wire.Program, params ...*Param) *Func {
	f := m.Func(name, signature, NoResult, append([]*Param{ticketParam, variablesParam}, params...)...)
	f.wrapper, f.lead, f.take = starter, 2, takeOf(result)
	return f
}

// takeOf describes the function that fetches the outcome of a task.
func takeOf(result wire.Program) *Func { return host("loop").Func("take", "", result, ticketParam) }

// beginLed begins a call whose first arguments may be the runtime's own.
func (f *Func) beginLed(ctx context.Context) *Call {
	variables := variablesOf(ctx)
	if f.lead == 0 {
		if variables == nil {
			return newCall(ctx, f)
		}
		f = f.carrying()
	}
	c := newCall(ctx, f)
	if f.take != nil {
		c.putTicket()
	}
	Put(c, variablesType, variables)
	return c
}

// putTicket appends a new ticket.
func (c *Call) putTicket() {
	c.ticket, c.told = tickets.take(c.ctx)
	Put(c, Int, int(c.ticket))
}

// await begins the task, waits until it is done, and fetches its outcome. If the
// context is done first the task is cancelled, and waited for: its finally blocks
// run before the goroutine goes on.
//
// The crossings are short, and what they do must not be interrupted half way, so the
// context does not reach them.
func await[T any](c *Call, t *Type[T]) (T, error) {
	ctx, f, ticket, told, name, stopped := c.ctx, c.function, c.ticket, c.told, c.name(), c.stops
	if inBatch() {
		var none T
		tickets.forget(ticket, told)
		return none, c.drop(ErrInBatch)
	}
	if err := c.beginOnly(); err != nil {
		var none T
		tickets.forget(ticket, told)
		return none, err
	}
	if _, err := crossedResult(c, None); err != nil {
		var none T
		tickets.forget(ticket, told)
		return none, err
	}
	wasCancelled := waitFor(ctx, ticket, told)
	take := f.take.Begin(ownContext(ctx))
	take.doing, take.stops = name, stopped
	Put(take, Int, int(ticket))
	v, err := crossedResult(take, t)
	if err != nil && wasCancelled {
		err = &interruptedError{cancelled(name, ctx), err}
	}
	return v, err
}

// beginOnly has a call not be interrupted that begins what goes on on the event loop: it may
// start the loop, which is there for others too. With an error the call has ended.
func (c *Call) beginOnly() error {
	ctx := c.ctx
	if ctx == nil || ctx.Err() != nil { // it is not made at all
		return nil
	}
	if _, err := runtimeFor(ctx); err != nil { // the runtime's own context would be let in
		err = c.without(err)
		c.end()
		return err
	}
	c.setContext(ownContext(ctx))
	c.queueing = ctx
	return nil
}

// waitFor waits until the ticket is told. It reports whether the task was cancelled.
func waitFor(ctx context.Context, ticket uint64, told chan struct{}) (wasCancelled bool) {
	select {
	case <-told:
	case <-ctx.Done():
		c := cancelTask.Begin(ownContext(ctx))
		Put(c, Int, int(ticket))
		_ = Finish(c) // fails only where there is no memory; then the task ends when it ends
		<-told
		wasCancelled = true
	}
	channels.Put(told)
	return wasCancelled
}
