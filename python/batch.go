package python

import (
	"context"

	"github.com/gophersnake/gophersnake/internal/engine"
)

// Do calls f and holds the interpreter until it returns, so that calls in it do not take
// and give back the interpreter each by itself. It is for a tight loop of tiny calls:
//
//	err := python.Do(ctx, func(ctx context.Context) error {
//		for i := range xs {
//			if ys[i], err = curve.At(ctx, xs[i]); err != nil {
//				return err
//			}
//		}
//		return nil
//	})
//
// Do returns what f returns. It queues for its turn as a call does, and f then runs on
// an OS thread of its own. No other thread runs Python meanwhile, except while a call
// of the batch executes bytecode, which takes turns as always. So f should be short,
// and must not wait for a goroutine that calls Python.
//
// The context that f gets is for calls by f itself: in another goroutine, or after the
// end of the batch, calls with it are refused. Do within f is part of the same batch.
// Async functions are refused there with [ErrInBatch]: the event loop could not run.
func Do(ctx context.Context, f func(ctx context.Context) error) error { return engine.Do(ctx, f) }

// ErrInBatch is the error of an async function that is called in a batch.
var ErrInBatch = engine.ErrInBatch
