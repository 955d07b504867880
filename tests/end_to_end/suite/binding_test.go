package suite

import (
	"bytes"
	"context"
	"errors"
	"runtime"
	"testing"
	"time"

	"github.com/gophersnake/gophersnake/python"
	"github.com/gophersnake/gophersnake/tests/end_to_end/suite/callables"
	"github.com/gophersnake/gophersnake/tests/end_to_end/suite/reluctant"
)

// The first call of a function imports its module. Who comes meanwhile waits, but not
// longer than their context allows. What was imported is bound, whose context ever ended.
func TestBinding_WaitsAsLongAsTheContextAllows(t *testing.T) {
	first := make(chan error, 1)
	within, end := context.WithCancel(ctx)
	defer end()
	go func() {
		_, err := reluctant.Awaited(within)
		first <- err
	}()
	importing := eval(t, "lambda: 'reluctant' in __import__('sys').modules")
	for begun := false; !begun; {
		begun = ok[bool](t)(ok[*python.Object](t)(importing.Call(ctx)).Truth(ctx))
	}
	soon, cancel := context.WithTimeout(ctx, time.Millisecond)
	defer cancel()
	_, err := reluctant.Awaited(soon)
	wantEqual(t, errors.Is(err, context.DeadlineExceeded), true)
	wantEqual(t, len(first), 0)
	end()
	goOn := eval(t, "lambda: setattr(__import__('builtins'), 'reluctant_may_go_on', True)")
	ok[*python.Object](t)(goOn.Call(ctx))
	wantEqual(t, errors.Is(<-first, context.Canceled), true)
	done(t, python.Exec(ctx, "import reluctant\ndel reluctant.awaited"))
	wantEqual(t, ok[bool](t)(reluctant.Awaited(ctx)), true)
	wantEqual(t, ok[bool](t)(reluctant.Imported(ctx)), true)
}

// Whoever binds a function waits for the interpreter, which a batch keeps: the batch
// cannot wait for them.
func TestBinding_InABatchWhileAnotherBinds(t *testing.T) {
	goOn := eval(t, "lambda: setattr(__import__('builtins'), 'reluctant_may_go_on', True)")
	ok[*python.Object](t)(goOn.Call(ctx))
	other := make(chan error, 1)
	done(t, python.Do(ctx, func(batch context.Context) error {
		go func() {
			_, err := reluctant.InABatch(ctx)
			other <- err
		}()
		time.Sleep(50 * time.Millisecond) // for them to begin; if they have not, nothing is shown
		_, err := reluctant.InABatch(batch)
		return err
	}))
	done(t, <-other)
}

func init() { scenarios["bind while memory is collected"] = bindWhileMemoryIsCollected }

// bindWhileMemoryIsCollected has Go collect its garbage while what is bound waits for the
// interpreter, and use the memory again.
func bindWhileMemoryIsCollected(string) (any, error) {
	compare, err := callables.Comparer(ctx)
	if err != nil {
		return nil, err
	}
	bound := make(chan error, 1)
	var reused [][]byte
	err = python.Do(ctx, func(context.Context) error {
		go func() {
			_, err := compare(ctx, "a", "b", python.Opt[bool]{})
			bound <- err
		}()
		time.Sleep(100 * time.Millisecond) // for it to wait; if it does not, nothing is shown
		runtime.GC()
		for size := 16; size <= 512; size += 16 {
			for range 500 {
				reused = append(reused, bytes.Repeat([]byte{0xEE}, size))
			}
		}
		return nil
	})
	err = errors.Join(err, <-bound)
	runtime.KeepAlive(reused)
	return nil, err
}

func TestBinding_WhileMemoryIsCollected(t *testing.T) {
	run[any](t, "bind while memory is collected", "")
}
