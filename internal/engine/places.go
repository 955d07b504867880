package engine

import (
	"context"
	"runtime"

	"github.com/gophersnake/gophersnake/internal/gate"
	"github.com/gophersnake/gophersnake/internal/governor"
)

// places bounds the calls that are in Python, each of which occupies an OS thread.
// What never waits for long (giving handles back, taking lends) needs no place.
var places governor.Governor

// The limits where nothing else is asked for.
const (
	placesAtLeast = 8
	placesForEach = 2 // processor
	mostThreads   = 1024
)

// governCalls sets the limits of a configuration for calls through these slots.
func governCalls(config Config, freeThreaded bool, probe uintptr) {
	limits := governor.Limits{
		Places: config.Threads,
		Most:   config.MaxThreads,
		Probe:  func() int { return int(gate.Enter(probe, 0)) },
	}
	if limits.Places <= 0 {
		limits.Places = max(placesAtLeast, placesForEach*runtime.GOMAXPROCS(0))
	}
	if limits.Most <= 0 {
		limits.Most = max(mostThreads, limits.Places)
	}
	if !freeThreaded {
		limits.Turns = 1 // who else is in Python waits for the GIL, and is woken each time it is given up
	}
	places.SetLimits(limits)
}

// enter takes a place for the call if one is free, and if it needs one.
func (c *Call) enter() bool {
	if c.ungoverned {
		c.block.place = noPlace
		return true
	}
	place, ok := places.TryEnter()
	c.block.place = place
	return ok
}

// noPlace is the place of a call that takes none.
const noPlace = ^governor.Place(0)

// queue waits for a place. Nothing is held meanwhile but what the call itself consists
// of.
func (c *Call) queue() (err error) {
	if inBatch() { // whoever it would wait for may be waiting for the interpreter
		c.block.place = noPlace
		return nil
	}
	c.cede()
	ctx := c.waits()
	c.block.place, err = places.Enter(ctx)
	switch {
	case err == nil:
	case ctx.Err() != nil:
		return cancelled(c.name(), ctx)
	case c.ctx.Value(ownKey{}) != nil: // the runtime's own are made also after Close
		c.block.place, err = noPlace, nil
	}
	return err
}

// waits returns the context under which the call waits until it can be made.
func (c *Call) waits() context.Context {
	if c.queueing != nil {
		return c.queueing
	}
	return c.ctx
}

func (c *Call) leave() {
	if c.block.place != noPlace {
		places.Leave(c.block.place)
	}
}

// Ungoverned lets the call be made without a place, also while no call may be.
func (c *Call) Ungoverned() *Call {
	c.ungoverned = true
	return c
}

// StepOut gives back the place of the call whose block is at that address, while a
// callback runs Go code for it; address 0 is no call, and nothing happens. StepIn
// follows.
//
// Calls that the Go code makes queue like any other; since their caller has no place,
// they never wait for it.
func StepOut(block uintptr) {
	if block == 0 {
		return
	}
	if c := callOf(block); c.block.place != noPlace {
		places.Pause(c.block.place)
	}
}

// StepIn takes the place again that StepOut gave back, without waiting, even if there
// is none free.
func StepIn(block uintptr) {
	if block == 0 {
		return
	}
	if c := callOf(block); c.block.place != noPlace {
		c.block.place = places.Return()
	}
}

// Calls is what is known at the moment of calls on their way.
func Calls() governor.Stats { return places.Stats() }
