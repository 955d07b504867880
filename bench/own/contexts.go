package own

import (
	"context"
	"errors"
	"sync"

	"github.com/gophersnake/gophersnake/bench/benchmod"
	"github.com/gophersnake/gophersnake/bench/internal/way"
	"github.com/gophersnake/gophersnake/python"
)

const (
	goroutines = 10_000
	callsEach  = 100
)

// contextRows returns the rows on how calls are made: under a context that can end, in a
// batch, and from many goroutines.
func contextRows(ctx context.Context) []way.Row {
	// It is cancelled when the process ends.
	cancellable, cancel := context.WithCancel(ctx)
	context.AfterFunc(ctx, cancel)
	none := func() error { return benchmod.CallNone(ctx) }
	return []way.Row{
		into("call_cancellable", func() error { return benchmod.CallNone(cancellable) }),
		{
			Name:  "call_float2_in_batch",
			Run:   func(n int) error { return float2InBatch(ctx, n) },
			Check: func() error { return float2InBatch(ctx, 1) },
		},
		into("goroutine_1", func() error { return way.Repeat(none)(goroutines * callsEach) }),
		into("goroutines_10k", func() error { return concurrently(func() error { return way.Repeat(none)(callsEach) }) }),
	}
}

func float2InBatch(ctx context.Context, n int) error {
	return python.Do(ctx, func(ctx context.Context) error {
		for range n {
			if sum, err := benchmod.CallFloat2(ctx, 1.5, 2.25); err != nil || sum != 3.75 {
				return errors.Join(err, errWrong)
			}
		}
		return nil
	})
}

// concurrently calls f on each of the goroutines and returns one of its errors.
func concurrently(f func() error) error {
	var all sync.WaitGroup
	failed := make(chan error, 1)
	for range goroutines {
		all.Go(func() {
			if err := f(); err != nil {
				select {
				case failed <- err:
				default:
				}
			}
		})
	}
	all.Wait()
	select {
	case err := <-failed:
		return err
	default:
		return nil
	}
}
