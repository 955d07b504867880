package suite

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/gophersnake/gophersnake/python"
	"github.com/gophersnake/gophersnake/tests/end_to_end/suite/stepping"
)

type asyncGenerator[Y, S any] = *python.Generator[Y, S, struct{}]

func wantSteps(t *testing.T, entries ...string) {
	t.Helper()
	wantEqual(t, ok[[]string](t)(stepping.TakenLog(ctx)), append([]string{}, entries...))
}

func TestAsyncGenerators_AreSentValues(t *testing.T) {
	averages := ok[asyncGenerator[float64, float64]](t)(stepping.Averages(ctx))
	mean, more, err := averages.Next(ctx)
	done(t, err)
	wantEqual(t, []any{mean, more}, []any{0.0, true})
	for _, each := range []struct{ sent, mean float64 }{{4, 4}, {6, 5}} {
		mean, more, err = averages.Send(ctx, each.sent)
		done(t, err)
		wantEqual(t, []any{mean, more}, []any{each.mean, true})
	}
	wantEqual(t, ok[float64](t)(stepping.Continued(ctx, averages)), 20.0/3)
	_, more, err = averages.Send(ctx, 0)
	done(t, err)
	wantEqual(t, more, false)
	_, returned := averages.Return()
	wantEqual(t, returned, true)
	wantSteps(t, "averages ended")

	opened := ok[asyncGenerator[float64, float64]](t)(stepping.Opened(ctx))
	wantEqual(t, ok[[]float64](t)(collected(firstOf(opened.All(ctx)))), []float64{5})
	wantSteps(t, "averages ended")
}

func TestAsyncGenerators_SendBeforeTheFirstYield(t *testing.T) {
	averages := ok[asyncGenerator[float64, float64]](t)(stepping.Averages(ctx))
	sentTooEarly(t, averages, "async generator")
	wantSteps(t, "averages ended")
}

// firstOf yields the first pair alone, and so leaves the range over the rest early.
func firstOf[T any](items func(func(T, error) bool)) func(func(T, error) bool) {
	return func(yield func(T, error) bool) {
		items(func(item T, err error) bool {
			yield(item, err)
			return false
		})
	}
}

func TestAsyncGenerators_Close(t *testing.T) {
	averages := ok[asyncGenerator[float64, float64]](t)(stepping.Averages(ctx))
	_, _, err := averages.Next(ctx)
	done(t, err)
	done(t, averages.Close(ctx))
	wantSteps(t, "averages ended")
	done(t, averages.Close(ctx))
	_, _, err = averages.Next(ctx)
	wantEqual(t, errors.Is(err, python.ErrClosed), true)

	unused := ok[asyncGenerator[float64, float64]](t)(stepping.Averages(ctx))
	done(t, unused.Close(ctx))
	wantSteps(t)
}

func TestAsyncGenerators_Throw(t *testing.T) {
	stubborn := ok[asyncGenerator[int, string]](t)(stepping.Stubborn(ctx))
	_, _, err := stubborn.Next(ctx)
	done(t, err)
	_, problem := python.Eval(ctx, "int('twelve')")
	length, _, err := stubborn.Throw(ctx, problem)
	done(t, err)
	wantEqual(t, length, len("invalid literal for int() with base 10: 'twelve'"))
	_, _, err = stubborn.Throw(ctx, errSentinel)
	wantEqual(t, errors.Is(err, errSentinel), true)
	wantSteps(t, "stubborn ended")
	_, more, err := stubborn.Next(ctx)
	wantEqual(t, []any{more, err}, []any{false, nil})
}

func TestAsyncGenerators_OutliveWhatDoesNotReachThem(t *testing.T) {
	echoes := ok[asyncGenerator[string, string]](t)(stepping.Echoes(ctx))
	_, _, err := echoes.Next(ctx)
	done(t, err)
	_, _, err = echoes.Send(ctx, "\xff")
	wantRefused(t, err, "a Python generator: argument sent[0]: expected valid UTF-8, got 'utf-8' codec can't decode byte 0xff in position 0: invalid start byte")
	_, _, err = echoes.Send(ctx, "number")
	wantRefused(t, err, "a Python generator: result[0][0]: expected str, got int")
	ended, cancel := context.WithCancel(ctx)
	cancel()
	_, _, err = echoes.Send(ended, "late")
	wantEqual(t, errors.Is(err, context.Canceled), true)
	echo, _, err := echoes.Send(ctx, "still there")
	done(t, err)
	wantEqual(t, echo, "still there")
	_, _, err = echoes.Send(ctx, "fail")
	wantText(t, err, "a Python generator: LookupError: fail")
}

func TestAsyncGenerators_AreCancelled(t *testing.T) {
	sleepy := ok[asyncGenerator[int, int]](t)(stepping.Sleepy(ctx, 60))
	_, _, err := sleepy.Next(ctx)
	done(t, err)
	soon, cancel := context.WithTimeout(ctx, 20*time.Millisecond)
	defer cancel()
	_, _, err = sleepy.Send(soon, 1)
	wantEqual(t, errors.Is(err, context.DeadlineExceeded), true)
	wantSteps(t, "cancelled", "sleepy ended")
	_, more, err := sleepy.Next(ctx)
	wantEqual(t, []any{more, err}, []any{false, nil})
}

func TestAsyncGenerators_RunInOneTask(t *testing.T) {
	task := ok[asyncGenerator[string, string]](t)(stepping.InOneTask(ctx))
	_, _, err := task.Next(ctx)
	done(t, err)
	for range 3 {
		text, _, err := task.Send(ctx, "then")
		done(t, err)
		wantEqual(t, text, "then: True")
	}
	done(t, task.Close(ctx))
	if !pythonIs(t, "3.11") {
		return
	}
	limited := ok[asyncGenerator[int, int]](t)(stepping.Limited(ctx, 0.02))
	_, _, err = limited.Next(ctx)
	done(t, err)
	time.Sleep(50 * time.Millisecond) // the timeout passes between two steps
	_, _, err = limited.Next(ctx)
	wantEqual(t, python.IsException(err, "TimeoutError"), true)
}

func TestAsyncGenerators_EndWhenGoDropsThem(t *testing.T) {
	func() {
		averages := ok[asyncGenerator[float64, float64]](t)(stepping.Averages(ctx))
		_, _, err := averages.Next(ctx)
		done(t, err)
	}()
	var log []string
	eventually(t, "the generator was closed", func() bool {
		log = append(log, ok[[]string](t)(stepping.TakenLog(ctx))...)
		return len(log) > 0
	})
	wantEqual(t, log, []string{"averages ended"})
}

func TestAsyncGenerators_CallGo(t *testing.T) {
	twice := func(_ context.Context, n int) (any, error) { return 2 * n, nil }
	calling := ok[asyncGenerator[int, int]](t)(stepping.Calling(ctx, twice))
	_, _, err := calling.Next(ctx)
	done(t, err)
	n, _, err := calling.Send(ctx, 21)
	done(t, err)
	wantEqual(t, n, 42)
	done(t, calling.Close(ctx))
}

func TestAsyncGenerators_WrongOnesAreRefused(t *testing.T) {
	_, err := stepping.NoGenerator(ctx)
	wantRefused(t, err, "stepping.no_generator: result: expected asynchronous generator, got list")
	async := ok[asyncGenerator[float64, float64]](t)(stepping.Averages(ctx))
	_, err = stepping.Plainly(ctx, async)
	wantRefused(t, err, "stepping.plainly: argument generator: expected generator of Python's, got async_generator")
	_, err = stepping.Continued(ctx, ok[asyncGenerator[float64, float64]](t)(stepping.Plain(ctx)))
	wantRefused(t, err, "stepping.continued: argument generator: expected asynchronous generator of Python's, got generator")
	_, err = stepping.Continued(ctx, nil)
	wantRefused(t, err, "stepping.continued: argument generator: expected an object, got nil")
}

func TestAsyncManagers_With(t *testing.T) {
	resource := func(options ...stepping.ResourceOptions) *python.ContextManager[string] {
		return ok[*python.ContextManager[string]](t)(stepping.Resource(ctx, "file", options...))
	}
	const exit = "exit file in the same task: True"
	done(t, python.With(ctx, resource(), func(name string) error {
		wantEqual(t, name, "FILE")
		return nil
	}))
	wantSteps(t, "enter file", exit)

	err := python.With(ctx, resource(), func(string) error { return errSentinel })
	wantEqual(t, errors.Is(err, errSentinel), true)
	wantSteps(t, "enter file", "GoError: sentinel", exit)

	suppressing := resource(stepping.ResourceOptions{Suppress: python.Some(true)})
	done(t, python.With(ctx, suppressing, func(string) error { return errSentinel }))
	wantSteps(t, "enter file", "GoError: sentinel", exit)

	func() {
		defer func() { wantEqual(t, recover(), any("body")) }()
		_ = python.With(ctx, resource(), func(string) error { panic("body") })
	}()
	wantSteps(t, "enter file", "GoError: panic: a panic inside python.With", exit)

	wantEqual(t, ok[string](t)(stepping.Entered(ctx, resource())), "FILE")
	wantSteps(t, "enter file", exit)

	done(t, python.With(ctx, ok[*python.ContextManager[python.Tuple2[int, string]]](t)(stepping.Numbered(ctx, 3)),
		func(both python.Tuple2[int, string]) error {
			wantEqual(t, both, python.Tuple2[int, string]{V0: 3, V1: "3"})
			return nil
		}))
}

func TestAsyncManagers_ThatFail(t *testing.T) {
	at := func(where string) error {
		manager := ok[*python.ContextManager[int]](t)(stepping.Failing(ctx, where))
		return python.With(ctx, manager, func(n int) error {
			wantEqual(t, n, 7)
			return errSentinel
		})
	}
	wantText(t, at("enter"), "a Python context manager: OSError: enter failed")
	err := at("exit")
	wantEqual(t, python.IsException(err, "OSError"), true)
	wantEqual(t, errors.Is(err, errSentinel), true)
	wantEqual(t, at(""), errSentinel)
}

func TestAsyncManagers_OfClasses(t *testing.T) {
	connection := ok[*stepping.Connection](t)(stepping.NewConnection(ctx, "c"))
	defer connection.Close()
	done(t, python.With(ctx, ok[*python.ContextManager[*stepping.Connection]](t)(connection.AsyncManager(ctx)),
		func(same *stepping.Connection) error {
			defer same.Close()
			wantEqual(t, ok[bool](t)(same.Is(ctx, connection.Object)), true)
			return nil
		}))
	wantSteps(t, "open c", "close c")
	done(t, python.With(ctx, ok[*python.ContextManager[string]](t)(connection.Manager(ctx)), func(string) error { return nil }))
}

func TestAsyncManagers_ThatInterrupt(t *testing.T) {
	if !pythonIs(t, "3.11") {
		return
	}
	err := python.With(ctx, ok[*python.ContextManager[*python.Object]](t)(stepping.Limit(ctx, 0.02)), func(*python.Object) error {
		time.Sleep(50 * time.Millisecond)
		return nil
	})
	wantEqual(t, python.IsException(err, "TimeoutError"), true)
}

func TestAsyncManagers_AsFields(t *testing.T) {
	session := ok[stepping.Session](t)(stepping.Session_(ctx, "s"))
	_, _, err := session.Means.Next(ctx)
	done(t, err)
	done(t, session.Means.Close(ctx))
	done(t, python.With(ctx, session.Lock, func(name string) error {
		wantEqual(t, name, "S")
		return nil
	}))
	log := ok[[]string](t)(stepping.TakenLog(ctx))
	wantEqual(t, strings.Join(log, "; "), "averages ended; enter s; exit s in the same task: True")
	none := ok[stepping.Session](t)(stepping.Session_(ctx, ""))
	wantEqual(t, none.Lock, nil)
}
