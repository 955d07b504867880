package suite

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"runtime"
	"slices"
	"strings"
	"sync/atomic"
	"testing"
	"time"

	"github.com/gophersnake/gophersnake/python"
	"github.com/gophersnake/gophersnake/tests/end_to_end/suite/awaiting"
)

func TestAwaiting_GoFunctionsRunAtOnce(t *testing.T) {
	var here atomic.Int32
	bothHere := make(chan struct{})
	got := ok[[]string](t)(awaiting.Both(ctx, func(_ context.Context, text string, n int) (string, error) {
		if here.Add(1) == 2 {
			close(bothHere)
		}
		<-bothHere
		return fmt.Sprint(text, n), nil
	}, "a", "b"))
	wantEqual(t, got, []string{"a1", "b2"})
	called := false
	done(t, awaiting.Nothing(ctx, func(context.Context) error { called = true; return nil }))
	wantEqual(t, called, true)
}

func TestAwaiting_ArgumentsOfEveryKind(t *testing.T) {
	o := ok[*python.Object](t)(awaiting.Anything(ctx, func(_ context.Context, args []any, kwargs map[string]any) (any, error) {
		return fmt.Sprint(args, kwargs), nil
	}))
	wantEqual(t, o.String(), "[1 two] map[key:map[k:<nil>]]")
	wantEqual(t, ok[int](t)(awaiting.Maybe(ctx)), -1)
	twice := func(_ context.Context, n int) (int, error) { return 2 * n, nil }
	wantEqual(t, ok[int](t)(awaiting.Maybe(ctx, awaiting.MaybeOptions{F: twice})), 40)
	pages := ok[[][]byte](t)(awaiting.Fetch(ctx, func(_ context.Context, url string, retries python.Opt[int]) ([]byte, error) {
		n, given := retries.Get()
		return fmt.Append(nil, url, n, given), nil
	}))
	wantEqual(t, fmt.Sprintf("%s", pages), "[a0 false b1 true]")
	wantEqual(t, ok[[]string](t)(awaiting.Misused(ctx, twice)), []string{
		"argument 1: expected int, got str",
		"the Go function is missing a required argument: '1'",
		"the Go function takes 1 positional arguments, 2 were given",
	})
	wantEqual(t, ok[[]string](t)(awaiting.About(ctx, twice)), []string{"(arg1, /)", "True", "True", "<async Go function suite"})
}

func TestAwaiting_TheLoopGoesOn(t *testing.T) {
	beats := ok[int](t)(awaiting.Beats(ctx, func(context.Context) error { time.Sleep(200 * time.Millisecond); return nil }))
	if beats < 20 {
		t.Errorf("the loop turned %d times in 200 ms", beats)
	}
}

func TestAwaiting_OnAnyLoop(t *testing.T) {
	wantEqual(t, ok[int](t)(awaiting.InLoopOfItsOwn(ctx, func(_ context.Context, n int) (int, error) { return n + 1, nil }, 1)), 2)
}

func TestAwaiting_ManyTakeNoThreads(t *testing.T) {
	const count = 1000
	var here atomic.Int32
	all := make(chan struct{})
	got := ok[[]int](t)(awaiting.Many(ctx, func(_ context.Context, n int) (int, error) {
		if here.Add(1) == count {
			close(all)
		}
		<-all
		return n, nil
	}, count))
	wantEqual(t, got[0], count*(count-1)/2)
	if got[1] > 20 {
		t.Errorf("Python has %d threads", got[1])
	}
}

func TestAwaiting_ErrorsAndPanicsAreRaisedAtTheAwait(t *testing.T) {
	sentinel := errors.New("so it is")
	fails := func(context.Context) (int, error) { return 0, sentinel }
	wantEqual(t, ok[string](t)(awaiting.Caught(ctx, fails)), "GoError: so it is")
	_, err := awaiting.Maybe(ctx, awaiting.MaybeOptions{F: func(context.Context, int) (int, error) { return 0, sentinel }})
	wantEqual(t, errors.Is(err, sentinel), true)
	_, err = awaiting.Maybe(ctx, awaiting.MaybeOptions{F: func(context.Context, int) (int, error) { panic("at the disco") }})
	var panicked *python.PanicError
	wantEqual(t, errors.As(err, &panicked), true)
	wantEqual(t, panicked.Value, any("at the disco"))
	wantEqual(t, strings.Contains(string(panicked.Stack), "TestAwaiting_"), true)
	wantEqual(t, strings.Contains(fmt.Sprintf("%+v", raised(t, err)), "TestAwaiting_"), true)
	text := ok[string](t)(awaiting.Caught(ctx, func(context.Context) (int, error) {
		_, err := python.Eval(ctx, "1 / 0")
		return 0, err
	}))
	wantEqual(t, strings.HasPrefix(text, "ZeroDivisionError: "), true)
}

func TestAwaiting_CancelledTasksEndTheContext(t *testing.T) {
	var ended atomic.Bool
	waits := func(ctx context.Context) error {
		<-ctx.Done()
		time.Sleep(10 * time.Millisecond) // Python waits for that, too
		ended.Store(true)
		return ctx.Err()
	}
	wantEqual(t, ok[string](t)(awaiting.GivenUp(ctx, waits, 0.05)), "in time")
	wantEqual(t, ended.Load(), true)
	ended.Store(false)
	err := awaiting.Endless(cancelSoon(t), waits)
	wantEqual(t, errors.Is(err, context.Canceled), true)
	wantEqual(t, ended.Load(), true)
}

func TestAwaiting_ContextIsThatOfTheAwaitedCall(t *testing.T) {
	type key struct{}
	called := context.WithValue(ctx, key{}, "with the request")
	var seen any
	done(t, awaiting.Nothing(called, func(ctx context.Context) error {
		seen = ctx.Value(key{})
		return nil
	}))
	wantEqual(t, seen, any("with the request"))
}

func TestAwaiting_AFunctionMayCallPython(t *testing.T) {
	nested := func(ctx context.Context, n int) (int, error) {
		if n == 0 {
			return 0, nil
		}
		return awaiting.Maybe(ctx, awaiting.MaybeOptions{F: func(_ context.Context, more int) (int, error) { return n + more, nil }})
	}
	wantEqual(t, ok[int](t)(awaiting.InLoopOfItsOwn(ctx, nested, 1)), 21)
}

func TestAwaiting_FunctionsOfPythons(t *testing.T) {
	add := ok[python.Func1[int, int]](t)(awaiting.Adder(ctx, 40))
	wantEqual(t, ok[int](t)(add(ctx, 2)), 42)
	_, err := add(ctx, -1)
	wantText(t, err, "a Python callable: ValueError: -1 is negative")
	done(t, add.Close())
	_, err = add(ctx, 2)
	wantEqual(t, errors.Is(err, python.ErrClosed), true)
	kept := ok[python.Func1[int, int]](t)(awaiting.KeepAdder(ctx, 1))
	wantEqual(t, ok[bool](t)(awaiting.IsSame(ctx, kept)), true)
	wantEqual(t, ok[int](t)(awaiting.Maybe(ctx, awaiting.MaybeOptions{F: kept})), 21)
}

func TestAwaiting_FunctionsAsFields(t *testing.T) {
	var items []string
	handlers := awaiting.Handlers{OnItem: func(_ context.Context, item string) error {
		items = append(items, item)
		return nil
	}}
	wantEqual(t, ok[int](t)(awaiting.Handle(ctx, handlers, []string{"a", "b"})), -1)
	wantEqual(t, items, []string{"a", "b"})
	handlers.Size = func(context.Context) (int, error) { return len(items), nil }
	wantEqual(t, ok[int](t)(awaiting.Handle(ctx, handlers, nil)), 2)
}

// numbers yields the numbers below to, each after a pause.
func numbers(to int, pause time.Duration, ended *atomic.Bool) iter.Seq[int] {
	return func(yield func(int) bool) {
		defer ended.Store(true)
		for n := range to {
			time.Sleep(pause)
			if !yield(n) {
				return
			}
		}
	}
}

func TestAwaiting_SequencesAreAsyncIterators(t *testing.T) {
	var ended atomic.Bool
	wantEqual(t, ok[int](t)(awaiting.SumOf(ctx, numbers(5, time.Millisecond, &ended))), 10)
	wantEqual(t, ended.Swap(false), true)
	wantEqual(t, ok[int](t)(awaiting.SumOf(ctx, numbers(1_000_000, 0, &ended), awaiting.SumOfOptions{Most: python.Some(3)})), 3)
	none := noneLent(t)
	eventually(t, "the sequence has ended", func() bool { return none() && ended.Load() })
	wantEqual(t, ok[[]int](t)(awaiting.Twice(ctx, numbers(2, 0, &ended))), []int{0, 1, 0, 1})
	items := ok[[]int](t)(awaiting.Paused(ctx, numbers(2, 150*time.Millisecond, &ended), 0.1))
	wantEqual(t, slices.DeleteFunc(items, func(n int) bool { return n < 0 }), []int{0, 1})
	wantEqual(t, ok[[]int](t)(awaiting.CancelledLate(ctx, numbers(3, 0, &ended))), []int{0, 1, 2})
	_, err := awaiting.CancelledLate(ctx, func(func(int) bool) { panic("too early to be heard") })
	wantEqual(t, err != nil && strings.Contains(err.Error(), "too early to be heard"), true)
}

func TestAwaiting_Awaitables(t *testing.T) {
	value := func(context.Context) (string, error) { return "later", nil }
	wantEqual(t, ok[string](t)(awaiting.Awaited(ctx, value)), "LATER")
	sentinel := errors.New("never")
	_, err := awaiting.Awaited(ctx, func(context.Context) (string, error) { return "", sentinel })
	wantEqual(t, errors.Is(err, sentinel), true)
	wantEqual(t, ok[int](t)(awaiting.InATask(ctx, nil)), -1)
	wantEqual(t, ok[int](t)(awaiting.InATask(ctx, func(context.Context) (int, error) { return 7, nil })), 7)
}

func TestAwaiting_ValuesStillToCome(t *testing.T) {
	feed := ok[awaiting.Feed](t)(awaiting.NewFeedTo(ctx, 3))
	wantEqual(t, ok[string](t)(feed.Title(ctx)), "to 3")
	var items []int
	for item, err := range feed.Items {
		done(t, err)
		items = append(items, item)
	}
	wantEqual(t, items, []int{0, 1, 2})
	unread := ok[awaiting.Feed](t)(awaiting.NewFeedTo(ctx, 2))
	wantEqual(t, ok[string](t)(awaiting.ReadFeed(ctx, unread)), "to 2: [0, 1]")
	sentinel := errors.New("no more")
	_, err := awaiting.ReadFeed(ctx, awaiting.Feed{
		Title: func(context.Context) (string, error) { return "", nil },
		Items: func(yield func(int, error) bool) { _ = yield(1, nil) && yield(0, sentinel) },
	})
	wantEqual(t, errors.Is(err, sentinel), true)
}

func TestAwaiting_NothingStaysLent(t *testing.T) {
	none := noneLent(t)
	done(t, awaiting.Nothing(ctx, func(context.Context) error { return nil }))
	eventually(t, "nothing is lent any more", func() bool {
		runtime.GC() // of errors, whose tracebacks hold what Python awaited
		return none()
	})
}
