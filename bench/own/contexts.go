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
	inParallel = 1_000 // what a call computes; about 50 µs
)

// contextRows returns the rows on how calls are made: under a context that can end, in a
// batch, and from many goroutines.
func contextRows(ctx context.Context) []way.Row {
	// It is cancelled when the process ends.
	cancellable, cancel := context.WithCancel(ctx)
	context.AfterFunc(ctx, cancel)
	none := func() error { return benchmod.CallNone(ctx) }
	compute := func() error {
		_, err := benchmod.Compute(ctx, inParallel)
		return err
	}
	return []way.Row{
		into("call_cancellable", func() error { return benchmod.CallNone(cancellable) }),
		{
			Name:  "call_float2_in_batch",
			Run:   func(n int) error { return float2InBatch(ctx, n) },
			Check: func() error { return float2InBatch(ctx, 1) },
		},
		into("goroutine_1", func() error { return way.Repeat(none)(goroutines * callsEach) }),
		into("goroutines_10k", func() error {
			return concurrently(goroutines, func(int) error { return way.Repeat(none)(callsEach) })
		}),
		into("parallel_1", compute),
		{
			Name: "parallel_2",
			Run: func(n int) error {
				return concurrently(2, func(i int) error { return way.Repeat(compute)((n + i) / 2) })
			},
			Check: compute,
		},
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

// concurrently calls f on each of that many goroutines, with its number, and returns one
// of the errors.
func concurrently(goroutines int, f func(int) error) error {
	var all sync.WaitGroup
	failed := make(chan error, 1)
	for i := range goroutines {
		all.Go(func() {
			if err := f(i); err != nil {
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
