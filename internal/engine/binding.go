package engine

import (
	"context"
	"sync/atomic"
)

// bindingLock is a lock that is held during calls. Whoever waits for it gives up when
// their context ends. In a batch nobody waits, since whoever has the lock may be waiting
// for the interpreter, which the batch keeps: what is guarded is then done twice, and has
// to bear that. The zero value is free.
type bindingLock struct{ busy atomic.Pointer[chan struct{}] }

// lock takes the lock, and returns what gives it back.
func (l *bindingLock) lock(ctx context.Context) (unlock func(), err error) {
	mine := make(chan struct{})
	for !l.busy.CompareAndSwap(nil, &mine) {
		other := l.busy.Load()
		switch {
		case other == nil:
			continue
		case inBatch():
			return func() {}, nil
		}
		select {
		case <-*other:
		case <-ctx.Done():
			return nil, ctx.Err()
		}
	}
	return func() {
		l.busy.Store(nil)
		close(mine)
	}, nil
}
