package suite

import (
	"context"
	"errors"
	"runtime"
	"sync"
	"testing"
	"time"

	"github.com/gophersnake/gophersnake/python"
	"github.com/gophersnake/gophersnake/tests/end_to_end/suite/asyncs"
	"github.com/gophersnake/gophersnake/tests/end_to_end/suite/callables"
	"github.com/gophersnake/gophersnake/tests/end_to_end/suite/faults"
	"github.com/gophersnake/gophersnake/tests/end_to_end/suite/waiting"
)

func TestBatch_ManyCalls(t *testing.T) {
	sum := 0
	done(t, python.Do(ctx, func(ctx context.Context) error {
		for i := range 5000 { // more than are made at a stretch
			n, err := faults.Count(ctx, i)
			if err != nil {
				return err
			}
			sum += n
		}
		return nil
	}))
	wantEqual(t, sum, 5000*4999/2)
	wantEqual(t, python.Calls().Running, 0)
}

func TestBatch_ReturnsTheErrorOfItsFunction(t *testing.T) {
	mine := errors.New("mine")
	if err := python.Do(ctx, func(context.Context) error { return mine }); err != mine {
		t.Errorf("the error is %v", err)
	}
	err := python.Do(ctx, func(ctx context.Context) error { return faults.KeyError(ctx) })
	wantText(t, err, "faults.key_error: KeyError: 'k'")
}

// afterBatch fails unless Python can be called by others when a batch is over.
func afterBatch(t *testing.T) {
	t.Helper()
	together(t, 4, func(i int) error {
		_, err := faults.Count(ctx, i)
		return err
	})
	wantEqual(t, python.Calls().Running, 0)
}

func TestBatch_EndsWithAPanic(t *testing.T) {
	func() {
		defer func() { wantEqual[any](t, recover(), "mine") }()
		_ = python.Do(ctx, func(context.Context) error { panic("mine") })
	}()
	afterBatch(t)
}

func TestBatch_EndsWithGoexit(t *testing.T) {
	var all sync.WaitGroup
	all.Go(func() {
		_ = python.Do(ctx, func(context.Context) error {
			runtime.Goexit()
			return nil
		})
	})
	all.Wait()
	afterBatch(t)
}

func TestBatch_InsideABatch(t *testing.T) {
	done(t, python.Do(ctx, func(ctx context.Context) error {
		if err := python.Do(ctx, func(ctx context.Context) error { return closing(python.Eval(ctx, "1")) }); err != nil {
			return err
		}
		return closing(python.Eval(ctx, "2")) // still attached
	}))
	afterBatch(t)
}

func TestBatch_AnyContextOnItsGoroutine(t *testing.T) {
	late, cancel := context.WithTimeout(ctx, time.Minute)
	defer cancel()
	done(t, python.Do(ctx, func(inside context.Context) error {
		derived, cancel := context.WithCancel(inside)
		defer cancel()
		for _, ctx := range []context.Context{ctx, late, derived, python.WithDetach(derived)} {
			if _, err := faults.Count(ctx, 1); err != nil {
				return err
			}
		}
		return nil
	}))
}

func TestBatch_Misused(t *testing.T) {
	ok[int](t)(faults.Count(ctx, 1))
	var kept context.Context
	done(t, python.Do(ctx, func(inside context.Context) error {
		kept = inside
		derived, cancel := context.WithCancel(inside)
		defer cancel()
		elsewhere := make(chan error)
		for _, ctx := range []context.Context{inside, derived} {
			go func() {
				_, err := faults.Count(ctx, 1)
				elsewhere <- err
			}()
			wantText(t, <-elsewhere, "gophersnake: faults.count: the context is that of a batch of another goroutine")
			go func() { elsewhere <- python.Do(ctx, nil) }()
			wantText(t, <-elsewhere, "gophersnake: python.Do: the context is that of a batch of another goroutine")
		}
		return nil
	}))
	_, err := faults.Count(kept, 1)
	wantText(t, err, "gophersnake: faults.count: the batch has ended whose context this is")
	wantText(t, python.Do(kept, nil), "gophersnake: python.Do: the batch has ended whose context this is")
	//lint:ignore SA1012 nil is what is tested
	wantText(t, python.Do(nil, nil), "gophersnake: python.Do: nil context")
	ended, cancel := context.WithCancel(ctx)
	cancel()
	if err := python.Do(ended, nil); !errors.Is(err, context.Canceled) {
		t.Errorf("with a context that has ended: %v", err)
	}
}

func TestBatch_AsyncFunctionsAreRefused(t *testing.T) {
	done(t, python.Do(ctx, func(inside context.Context) error {
		for _, ctx := range []context.Context{inside, ctx} {
			_, err := asyncs.Add(ctx, 1)
			if !errors.Is(err, python.ErrInBatch) {
				t.Errorf("the error is %v", err)
			}
		}
		return nil
	}))
	afterBatch(t)
}

func TestBatch_StopIsRefused(t *testing.T) {
	done(t, python.Do(ctx, func(inside context.Context) error {
		for _, ctx := range []context.Context{inside, ctx} {
			if err := python.Stop(ctx); !errors.Is(err, python.ErrInBatch) {
				t.Errorf("the error is %v", err)
			}
		}
		return nil
	}))
	afterBatch(t)
}

func TestBatch_Cancelled(t *testing.T) {
	ok[int](t)(waiting.Spin(ctx, 0)) // bound
	err := python.Do(cancelSoon(t), func(ctx context.Context) error {
		_, err := waiting.Spin(ctx, forever)
		return err
	})
	wantCancelled(t, err, context.Canceled)
	afterBatch(t)
}

func TestBatch_CallbacksLetOthersIn(t *testing.T) {
	done(t, python.Do(ctx, func(inside context.Context) error {
		err := callables.Nothing(inside, func(context.Context) error {
			elsewhere := make(chan error)
			go func() { // on another thread, while the batch goes on
				_, err := faults.Count(ctx, 1)
				elsewhere <- err
			}()
			return <-elsewhere
		})
		if err != nil {
			return err
		}
		_, err = faults.Count(inside, 1)
		return err
	}))
}

func TestBatch_OthersGetTheirTurns(t *testing.T) {
	ok[int](t)(faults.Count(ctx, 1))
	var others sync.WaitGroup
	done(t, python.Do(ctx, func(ctx context.Context) error {
		turn := make(chan struct{})
		others.Go(func() {
			_, _ = faults.Count(context.Background(), 1)
			close(turn)
		})
		for limit := time.Now().Add(time.Minute); ; {
			select {
			case <-turn:
				return nil
			default:
			}
			if _, err := faults.Count(ctx, 1); err != nil || time.Now().After(limit) {
				return errors.Join(err, errors.New("the other call was not made while the batch ran"))
			}
		}
	}))
	others.Wait()
}
