package suite

import (
	"context"
	"errors"
	"io"
	"iter"
	"slices"
	"testing"
	"testing/iotest"
	"time"

	"github.com/gophersnake/gophersnake/python"
	"github.com/gophersnake/gophersnake/tests/end_to_end/suite/asyncs"
	"github.com/gophersnake/gophersnake/tests/end_to_end/suite/callables"
	"github.com/gophersnake/gophersnake/tests/end_to_end/suite/faults"
	"github.com/gophersnake/gophersnake/tests/end_to_end/suite/filing"
	"github.com/gophersnake/gophersnake/tests/end_to_end/suite/iteration"
	"github.com/gophersnake/gophersnake/tests/end_to_end/suite/overloads"
	"github.com/gophersnake/gophersnake/tests/end_to_end/suite/raisables"
	"github.com/gophersnake/gophersnake/tests/end_to_end/suite/stepping"
)

func TestCounts_FunctionsOfGo(t *testing.T) {
	same := func(_ context.Context, n int) (int, error) { return n, nil }
	counted(t, "called", func() {
		ok[[]string](t)(callables.Apply(ctx, func(_ context.Context, _ int, text string) ([]string, error) { return []string{text, "b"}, nil }, 1<<40, "a"))
	})
	counted(t, "kept", func() {
		ok[int](t)(callables.Keep(ctx, same))
		ok[[]int](t)(callables.CallKept(ctx, 1<<40))
		done(t, callables.Forget(ctx))
	})
	counted(t, "of any arguments", func() {
		closed[*python.Object](t)(callables.Anything(ctx, func(_ context.Context, args []any, kwargs map[string]any) (any, error) {
			return []any{args, kwargs}, nil
		}))
	})
	counted(t, "of a protocol", func() { ok[[]bool](t)(callables.Compare(ctx, fold)) })
	counted(t, "back in Go", func() { closed[python.Func1[int, int]](t)(callables.Same(ctx, same)) })
	counted(t, "composed", func() {
		both := ok[python.Func1[int, int]](t)(callables.Compose(ctx, same, same))
		ok[int](t)(both(ctx, 1<<40))
		done(t, both.Close())
	})
	large := make([]float64, 5000)
	give := function(func(context.Context, []any, map[string]any) (any, error) { return large, nil })
	call := eval(t, "lambda f: f()")
	counted(t, "large results", func() { closed[*python.Object](t)(call.Call(ctx, give)) })
	secret := &struct{ n int }{7}
	back := function(func(ctx context.Context, args []any, _ map[string]any) (any, error) {
		_, err := python.Unwrap[*struct{ n int }](ctx, args[0])
		return nil, err
	})
	pass := eval(t, "lambda f, v: f(v)")
	counted(t, "values of Go's", func() { closed[*python.Object](t)(pass.Call(ctx, back, python.Wrap(secret))) })
	counted(t, "values of Go's kept", func() {
		kept := ok[*python.Object](t)(python.From(ctx, python.Wrap(secret)))
		ok[*struct{ n int }](t)(python.Unwrap[*struct{ n int }](ctx, kept))
		done(t, kept.Close())
	})
}

// A hundred thousand callbacks, of as many functions.
func TestCounts_HundredThousandCallbacks(t *testing.T) {
	call := eval(t, "lambda f: f(1)")
	counted(t, "callbacks", func() {
		for i := range 100_000 / (2 * calls) {
			add := func(_ context.Context, args []any, _ map[string]any) (any, error) { return args[0].(int) + i, nil }
			closed[*python.Object](t)(call.Call(ctx, function(add)))
		}
	})
}

func TestCounts_FunctionsOfPython(t *testing.T) {
	counted(t, "called", func() {
		add := ok[python.Func1[int, int]](t)(callables.Adder(ctx, 3))
		ok[int](t)(add(ctx, 1<<40))
		done(t, add.Close())
	})
	counted(t, "in a list", func() {
		for _, add := range ok[[]python.Func1[int, int]](t)(callables.Adders(ctx, 3)) {
			done(t, add.Close())
		}
	})
	counted(t, "in callbacks", func() {
		ok[int](t)(callables.Higher(ctx, func(ctx context.Context, square python.Func1[int, int]) (int, error) {
			return ok[int](t)(square(ctx, 9)), square.Close()
		}))
	})
	counted(t, "passed back", func() {
		add := ok[python.Func1[int, int]](t)(callables.Adder(ctx, 3))
		ok[bool](t)(callables.IsAdder(ctx, add))
		done(t, add.Close())
	})
	counted(t, "overloads", func() {
		ok[int](t)(overloads.Double(ctx, 1<<40))
		ok[string](t)(overloads.DoubleStr(ctx, "x"))
	})
}

func TestCounts_FailingCallbacks(t *testing.T) {
	call := eval(t, "lambda f: f()")
	failing := func(result any, err error) func() error {
		f := function(func(context.Context, []any, map[string]any) (any, error) { return result, err })
		return func() error { _, err := call.Call(ctx, f); return err }
	}
	panics := function(func(context.Context, []any, map[string]any) (any, error) { panic("so wrong") })
	raises := func(ctx context.Context) error { return faults.KeyError(ctx) }
	refused(t, map[string]func() error{
		"error":     failing(nil, errSentinel),
		"panic":     func() error { _, err := call.Call(ctx, panics); return err },
		"result":    failing([]any{"large", make([]float64, 5000), make(chan int)}, nil),
		"text":      failing([]any{call, "\xff"}, nil),
		"exception": func() error { return callables.Nothing(ctx, raises) },
		"argument": func() error {
			_, err := callables.Lying(ctx, func(context.Context, int) (int, error) { return 1, nil })
			return err
		},
		"missing argument": func() error { _, err := callables.Wrongly(ctx, fold, 0); return err },
		"unknown keyword":  func() error { _, err := callables.Wrongly(ctx, fold, 3); return err },
		"nil":              func() error { return callables.Nothing(ctx, nil) },
		"no callable":      func() error { _, err := callables.NotCallable(ctx); return err },
		"sequence's panic": func() error {
			_, err := iteration.Total(ctx, func(func(float64) bool) { panic("so wrong") })
			return err
		},
		"half an iterator": func() error {
			_, err := collected(ok[iter.Seq2[string, error]](t)(iteration.Breaks(ctx, 2)))
			return err
		},
		"a wrong item": func() error { _, err := collected(ok[iter.Seq2[int, error]](t)(iteration.Lies(ctx))); return err },
		"no iterator":  func() error { _, err := iteration.NoIterator(ctx); return err },
		"manager's exit": func() error {
			return python.With(ctx, ok[*python.ContextManager[int]](t)(iteration.Manager(ctx)), func(int) error { return nil })
		},
		"coroutine":         func() error { _, err := asyncs.Fail(ctx, "so wrong"); return err },
		"coroutine's value": func() error { _, err := asyncs.Wrong(ctx); return err },
		"coroutine in a batch": func() error {
			return python.Do(ctx, func(ctx context.Context) error { return asyncs.Noop(ctx) })
		},
		"async generator": func() error {
			_, err := collected(asyncs.FailAfter(ctx, 2))
			return err
		},
	})
}

// logged counts calls that are noted in a log.
func logged(t *testing.T, name string, call func()) {
	t.Helper()
	counted(t, name, func() {
		call()
		ok[[]string](t)(iteration.TakenLog(ctx))
	})
}

func TestCounts_Iteration(t *testing.T) {
	logged(t, "to the end", func() { ok[[]int](t)(collected(ok[iter.Seq2[int, error]](t)(iteration.Numbers(ctx, 3)))) })
	logged(t, "left early", func() {
		for _, err := range ok[iter.Seq2[int, error]](t)(iteration.Numbers(ctx, 1000)) {
			done(t, err)
			break
		}
	})
	logged(t, "an iterable twice", func() {
		squares := ok[iter.Seq2[int, error]](t)(iteration.Squares(ctx, 3))
		ok[[]int](t)(collected(squares))
		ok[[]int](t)(collected(squares))
	})
	logged(t, "sequences of Go", func() { ok[float64](t)(iteration.Total(ctx, slices.Values([]float64{1, 2, 3.5}))) })
	logged(t, "sequences left early", func() { ok[[]string](t)(iteration.First(ctx, slices.Values([]string{"a", "b"}), 1)) })
	logged(t, "sequences held and dropped", func() {
		ok[int](t)(iteration.Hold(ctx, slices.Values([]int{1, 2})))
		done(t, iteration.Drop(ctx))
	})
	logged(t, "through Python and back", func() {
		ok[[]int](t)(collected(ok[iter.Seq2[int, error]](t)(iteration.Doubled(ctx, slices.Values([]int{1, 2})))))
	})
}

func TestCounts_Generators(t *testing.T) {
	averages := func() *python.Generator[float64, float64, string] {
		return ok[*python.Generator[float64, float64, string]](t)(iteration.Averages(ctx))
	}
	next := func(g *python.Generator[float64, float64, string]) {
		_, _, err := g.Next(ctx)
		done(t, err)
	}
	logged(t, "sent to and returned from", func() {
		g := averages()
		next(g)
		for _, n := range []float64{10, 0} {
			_, _, err := g.Send(ctx, n)
			done(t, err)
		}
		g.Return()
	})
	logged(t, "closed", func() {
		g := averages()
		next(g)
		done(t, g.Close(ctx))
	})
	logged(t, "closed before the first", func() { done(t, averages().Close(ctx)) })
	logged(t, "passed back", func() {
		g := averages()
		next(g)
		ok[float64](t)(iteration.Continued(ctx, g))
		done(t, g.Close(ctx))
	})
	logged(t, "thrown into", func() {
		g := ok[*python.Generator[int, struct{}, string]](t)(iteration.Stubborn(ctx))
		_, _, err := g.Next(ctx)
		done(t, err)
		_, _, err = g.Throw(ctx, errSentinel)
		done(t, err)
		done(t, g.Close(ctx))
	})
	logged(t, "thrown an exception of Python's", func() {
		g := ok[*python.Generator[int, struct{}, string]](t)(iteration.Stubborn(ctx))
		_, _, err := g.Next(ctx)
		done(t, err)
		_, _, err = g.Throw(ctx, faults.KeyError(ctx))
		done(t, err)
		done(t, g.Close(ctx))
	})
	logged(t, "ranged over", func() {
		for _, err := range averages().All(ctx) {
			done(t, err)
			break
		}
	})
}

func TestCounts_ContextManagers(t *testing.T) {
	with := func(body error, options ...iteration.OpenedOptions) error {
		manager := ok[*python.ContextManager[string]](t)(iteration.Opened(ctx, "file", options...))
		return python.With(ctx, manager, func(string) error { return body })
	}
	logged(t, "left", func() { done(t, with(nil)) })
	logged(t, "left with an error", func() {
		wantEqual(t, errors.Is(with(errSentinel), errSentinel), true)
	})
	logged(t, "that suppress it", func() {
		done(t, with(errSentinel, iteration.OpenedOptions{Suppress: python.Some(true)}))
	})
}

func TestCounts_Async(t *testing.T) {
	counted(t, "awaited", func() { ok[int](t)(asyncs.Add(ctx, 1<<40)) })
	counted(t, "awaitables", func() { ok[string](t)(asyncs.Later(ctx, "now")) })
	countedButCode(t, "objects", func() {
		coroutine := eval(t, "__import__('asyncs').noop()")
		closed[*python.Object](t)(coroutine.Await(ctx))
		done(t, coroutine.Close())
	})
	counted(t, "iterated", func() { ok[[]int](t)(collected(asyncs.Countdown(ctx, 3))) })
	counted(t, "iteration left early", func() {
		for _, err := range asyncs.Count(ctx, 1000) {
			done(t, err)
			break
		}
		ok[[]string](t)(asyncs.TakeEvents(ctx))
	})
	counted(t, "context variables", func() { ok[[]string](t)(asyncs.Who(python.WithContextVar(ctx, "asyncs", "user", "Ada"))) })
	counted(t, "context managers", func() {
		manager := ok[*python.Object](t)(asyncs.AnyResource(ctx, "r"))
		done(t, python.AsyncWith(ctx, manager, func(_ context.Context, value *python.Object) error { return value.Close() }))
		done(t, manager.Close())
		ok[[]string](t)(asyncs.TakeEvents(ctx))
	})
	counted(t, "cancelled", func() {
		c, cancel := context.WithCancel(ctx)
		cancelled := make(chan error)
		go func() { cancelled <- asyncs.Sleep(c, 60) }()
		cancel()
		closeAll(<-cancelled)
	})
}

// stepped counts calls of asynchronous generators and managers, which are noted in a log.
func stepped(t *testing.T, name string, call func()) {
	t.Helper()
	counted(t, name, func() {
		call()
		ok[[]string](t)(stepping.TakenLog(ctx))
	})
}

func TestCounts_AsyncGenerators(t *testing.T) {
	averages := func() *python.Generator[float64, float64, struct{}] {
		return ok[*python.Generator[float64, float64, struct{}]](t)(stepping.Averages(ctx))
	}
	next := func(g *python.Generator[float64, float64, struct{}]) {
		_, _, err := g.Next(ctx)
		done(t, err)
	}
	stepped(t, "sent to, to the end", func() {
		g := averages()
		next(g)
		for _, n := range []float64{10, 0} {
			_, _, err := g.Send(ctx, n)
			done(t, err)
		}
	})
	stepped(t, "closed", func() {
		g := averages()
		next(g)
		done(t, g.Close(ctx))
	})
	stepped(t, "closed before the first", func() { done(t, averages().Close(ctx)) })
	stepped(t, "passed back", func() {
		g := averages()
		next(g)
		ok[float64](t)(stepping.Continued(ctx, g))
		done(t, g.Close(ctx))
	})
	stepped(t, "thrown into", func() {
		g := ok[*python.Generator[int, string, struct{}]](t)(stepping.Stubborn(ctx))
		_, _, err := g.Next(ctx)
		done(t, err)
		_, _, err = g.Throw(ctx, errSentinel)
		wantEqual(t, errors.Is(err, errSentinel), true)
		closeAll(err)
	})
	stepped(t, "cancelled", func() {
		g := ok[*python.Generator[int, int, struct{}]](t)(stepping.Sleepy(ctx, 60))
		_, _, err := g.Next(ctx)
		done(t, err)
		c, cancel := context.WithCancel(ctx)
		time.AfterFunc(time.Millisecond, cancel)
		_, _, err = g.Send(c, 1)
		wantEqual(t, errors.Is(err, context.Canceled), true)
		closeAll(err)
	})
}

func TestCounts_AsyncContextManagers(t *testing.T) {
	with := func(body error, options ...stepping.ResourceOptions) error {
		manager := ok[*python.ContextManager[string]](t)(stepping.Resource(ctx, "file", options...))
		return python.With(ctx, manager, func(string) error { return body })
	}
	stepped(t, "left", func() { done(t, with(nil)) })
	stepped(t, "left with an error", func() {
		wantEqual(t, errors.Is(with(errSentinel), errSentinel), true)
	})
	stepped(t, "that suppress it", func() {
		done(t, with(errSentinel, stepping.ResourceOptions{Suppress: python.Some(true)}))
	})
}

func TestCounts_ExceptionsAsValues(t *testing.T) {
	counted(t, "of Go", func() { ok[string](t)(raisables.Shown(ctx, errSentinel)) })
	counted(t, "of Python", func() {
		value := ok[*python.Error](t)(raisables.Caught(ctx, 0))
		closeAll(ok[*python.Error](t)(raisables.Same(ctx, value)))
		closeAll(value)
	})
	counted(t, "refused", func() {
		_, err := raisables.AsValueError(ctx, errSentinel)
		closeAll(err)
		_, err = raisables.Lies(ctx)
		closeAll(err)
	})
	counted(t, "in a callback", func() {
		ok[string](t)(raisables.OnError(ctx, func(_ context.Context, err error) (error, error) {
			defer closeAll(err)
			return errSentinel, nil
		}))
	})
}

func TestCounts_Files(t *testing.T) {
	counted(t, "of Go", func() {
		ok[[]string](t)(filing.Words(ctx, reader("some words")))
		done(t, filing.Copy(ctx, reader("some bytes"), python.NewWriter(io.Discard)))
	})
	counted(t, "of Go, with errors", func() {
		_, err := filing.Words(ctx, python.NewReader(iotest.ErrReader(errSentinel)))
		wantEqual(t, errors.Is(err, errSentinel), true)
		closeAll(err)
	})
	counted(t, "kept", func() {
		done(t, filing.Keep(ctx, python.NewWriter(io.Discard)))
		done(t, filing.WriteKept(ctx, "text"))
		done(t, filing.Forget(ctx))
	})
	counted(t, "of Python", func() {
		f := ok[*python.File](t)(filing.TextOf(ctx, "text"))
		ok[[]byte](t)(io.ReadAll(f))
		ok[int](t)(f.Write([]byte("more")))
		done(t, f.Close())
	})
	counted(t, "there and back", func() { done(t, ok[*python.File](t)(filing.Same(ctx, reader("text"))).Close()) })
}

func TestCounts_Batches(t *testing.T) {
	counted(t, "calls", func() {
		done(t, python.Do(ctx, func(ctx context.Context) error {
			for n := range 3 {
				if _, err := faults.Count(ctx, n); err != nil {
					return err
				}
			}
			return nil
		}))
	})
}
