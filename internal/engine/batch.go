package engine

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"sync/atomic"

	"github.com/gophersnake/gophersnake/internal/gate"
)

// batch is the context of the calls of a batch, which are made on the one thread that
// stays attached for them.
type batch struct {
	context.Context
	number uint64
	ended  atomic.Bool
}

type batchKey struct{}

// Value makes the batch known to contexts made of it.
func (b *batch) Value(key any) any {
	if key == (batchKey{}) {
		return b
	}
	return b.Context.Value(key)
}

// batchOf returns the batch that ctx belongs to, nil if it is none. Contexts made of
// that of a batch are known if they can end.
func batchOf(ctx context.Context) *batch {
	b, ok := ctx.(*batch)
	if !ok && ctx.Done() != nil {
		b, _ = ctx.Value(batchKey{}).(*batch)
	}
	return b
}

// joinBatch makes the call part of the batch that its context belongs to, if any.
func (c *Call) joinBatch() error {
	b := batchOf(c.ctx)
	if b == nil {
		return nil
	}
	if b.ended.Load() {
		return refused(c.name(), errBatchEnded)
	}
	c.block.batch, c.ungoverned = b.number, true
	return nil
}

var (
	// batches is how many there are at the moment.
	batches   atomic.Int64
	lastBatch atomic.Uint64

	errBatchEnded   = errors.New("the batch has ended whose context this is")
	errOutsideBatch = errors.New("the context is that of a batch of another goroutine")

	// ErrInBatch is the error of waiting for Python's event loop, or for its end, in a
	// batch.
	ErrInBatch = errors.New("it would wait for ever in a batch, which keeps the interpreter from everybody else")
)

// Do calls f in a batch: the interpreter is held until f returns. A batch in a batch is
// the same one.
func Do(ctx context.Context, f func(context.Context) error) error {
	if ctx == nil {
		return errors.New("gophersnake: python.Do: nil context")
	}
	if b := batchOf(ctx); inBatch() && (b == nil || !b.ended.Load()) {
		return f(ctx)
	} else if b != nil {
		return fmt.Errorf("gophersnake: python.Do: %w", b.why())
	}
	r, err := Current()
	if err != nil {
		return err
	}
	if ctx.Err() != nil {
		return cancelled("python.Do", ctx)
	}
	place, err := places.Enter(ctx)
	if err != nil {
		if ctx.Err() != nil {
			err = cancelled("python.Do", ctx)
		}
		return err
	}
	defer places.Leave(place)
	// A goroutine ends its lock to the thread and its hold on the interpreter in the
	// same way whether f returns, panics or calls runtime.Goexit.
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	b := &batch{Context: ctx, number: lastBatch.Add(1)}
	if gate.Enter(r.slots.Enter, uintptr(b.number)) == 0 {
		return fmt.Errorf("gophersnake: python.Do: %w", errNoMemory)
	}
	batches.Add(1)
	defer func() {
		b.ended.Store(true)
		batches.Add(-1)
		gate.Enter(r.slots.Exit, uintptr(b.number))
	}()
	return f(b)
}

// why is what is wrong with the context of the batch outside of it.
func (b *batch) why() error {
	if b.ended.Load() {
		return errBatchEnded
	}
	return errOutsideBatch
}

// inBatch reports whether the goroutine that calls it is in a batch, whatever context
// it goes by.
func inBatch() bool {
	return batches.Load() != 0 && gate.Enter(started().slots.Entered, 0) != 0
}
