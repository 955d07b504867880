package suite

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/gophersnake/gophersnake/python"
	"github.com/gophersnake/gophersnake/tests/end_to_end/suite/callables"
)

func TestCallables_ArgumentsAndResults(t *testing.T) {
	got := ok[[]string](t)(callables.Apply(ctx, func(_ context.Context, n int, text string) ([]string, error) {
		return strings.Split(strings.Repeat(text, n), ""), nil
	}, 2, "ab"))
	wantEqual(t, got, []string{"a", "b", "a", "b"})
	called := false
	done(t, callables.Nothing(ctx, func(context.Context) error { called = true; return nil }))
	wantEqual(t, called, true)
	n, text, err := callables.Six(ctx, func(_ context.Context, a int, b float64, c bool, d string, e []byte, f complex128) (python.Tuple2[int, string], error) {
		return python.Tuple2[int, string]{V0: a, V1: fmt.Sprintf("%v %v %v %s %v", b, c, d, e, f)}, nil
	})
	done(t, err)
	wantEqual(t, n, 1)
	wantEqual(t, text, "2.5 true four five (0+6i)")
}

func TestCallables_OfAnyArguments(t *testing.T) {
	got := ok[*python.Object](t)(callables.Anything(ctx, func(_ context.Context, args []any, kwargs map[string]any) (any, error) {
		return []any{args, kwargs}, nil
	}))
	wantEqual(t, got.String(), "[[1, 'two', [3.0]], {'key': {'k': None}}]")
	show := ok[python.FuncVar[string]](t)(callables.Printer(ctx))
	wantEqual(t, ok[string](t)(show(ctx, []any{1}, map[string]any{"k": "v"})), "((1,), {'k': 'v'})")
}

func TestCallables_LeftOut(t *testing.T) {
	wantEqual(t, ok[int](t)(callables.Maybe(ctx)), -1)
	half := func(_ context.Context, n int) (int, error) { return n / 2, nil }
	wantEqual(t, ok[int](t)(callables.Maybe(ctx, callables.MaybeOptions{F: half})), 10)
	_, err := callables.Apply(ctx, nil, 1, "")
	wantRefused(t, err, "callables.apply: argument f: expected function, got nil")
}

func TestCallables_KeptAndCalledFromAThread(t *testing.T) {
	for i := range 3 {
		ok[int](t)(callables.Keep(ctx, func(_ context.Context, n int) (int, error) { return n * i, nil }))
	}
	runtime.GC()
	wantEqual(t, ok[[]int](t)(callables.CallKept(ctx, 5)), []int{0, 5, 10})
	done(t, callables.Forget(ctx))
	eventually(t, "the functions were given back", noneLent(t))
}

func TestCallables_InContainers(t *testing.T) {
	twice := func(_ context.Context, x float64) (float64, error) { return 2 * x, nil }
	half := func(_ context.Context, x float64) (float64, error) { return x / 2, nil }
	got := ok[[]float64](t)(callables.AllOf(ctx, []python.Func1[float64, float64]{twice, half}, 8))
	wantEqual(t, got, []float64{16, 4})
	named := ok[map[string]string](t)(callables.ByName(ctx, map[string]python.Func1[string, string]{
		"a": func(_ context.Context, s string) (string, error) { return s + "!", nil },
	}))
	wantEqual(t, named, map[string]string{"a": "a!"})
}

func fold(_ context.Context, left, right string, fold python.Opt[bool]) (bool, error) {
	if fold.Or(false) {
		return strings.EqualFold(left, right), nil
	}
	return left == right, nil
}

func TestCallables_OfAProtocol(t *testing.T) {
	wantEqual(t, ok[[]bool](t)(callables.Compare(ctx, fold)), []bool{false, true, true})
	compare := ok[python.Func3[string, string, python.Opt[bool], bool]](t)(callables.Comparer(ctx))
	wantEqual(t, ok[bool](t)(compare(ctx, "a", "A", python.Opt[bool]{})), false)
	wantEqual(t, ok[bool](t)(compare(ctx, "a", "A", python.Some(true))), true)
}

func TestCallables_CalledWrongly(t *testing.T) {
	for how, want := range []string{
		"the Go function is missing a required argument: 'right'",
		"the Go function takes 2 positional arguments, 3 were given",
		"the Go function got multiple values for argument 'left'",
		"the Go function got an unexpected keyword argument 'other'",
		"argument right: expected str, got int",
		"argument fold: expected bool, got int",
	} {
		_, err := callables.Wrongly(ctx, fold, how)
		e := raised(t, err)
		wantEqual(t, e.Type+": "+e.Message, "TypeError: "+want)
	}
}

func TestCallables_OfPythons(t *testing.T) {
	add := ok[python.Func1[int, int]](t)(callables.Adder(ctx, 3))
	wantEqual(t, ok[int](t)(add(ctx, 4)), 7)
	for i, add := range ok[[]python.Func1[int, int]](t)(callables.Adders(ctx, 3)) {
		wantEqual(t, ok[int](t)(add(ctx, 10)), 10+i)
		done(t, add.Close())
	}
	fails := ok[python.Func1[int, int]](t)(callables.Failing(ctx))
	_, err := fails(ctx, 5)
	wantText(t, err, "a Python callable: ValueError: no 5")
	_, err = callables.NotCallable(ctx)
	wantRefused(t, err, "callables.not_callable: result: expected callable, got int")
}

func TestCallables_GoBackAsTheyWere(t *testing.T) {
	add := ok[python.Func1[int, int]](t)(callables.Adder(ctx, 3))
	wantEqual(t, ok[bool](t)(callables.IsAdder(ctx, add)), true)
	wantEqual(t, ok[bool](t)(callables.IsAdder(ctx, func(_ context.Context, n int) (int, error) { return n, nil })), false)
	negate := func(_ context.Context, n int) (int, error) { return -n, nil }
	same := ok[python.Func1[int, int]](t)(callables.Same(ctx, negate))
	wantEqual(t, ok[int](t)(same(ctx, 4)), -4)
	both := ok[python.Func1[int, int]](t)(callables.Compose(ctx, add, negate))
	wantEqual(t, ok[int](t)(both(ctx, 1)), 2)
}

func TestCallables_Closed(t *testing.T) {
	add := ok[python.Func1[int, int]](t)(callables.Adder(ctx, 3))
	done(t, add.Close())
	done(t, add.Close())
	_, err := add(ctx, 1)
	wantEqual(t, errors.Is(err, python.ErrClosed), true)
	_, err = callables.Same(ctx, add)
	wantEqual(t, errors.Is(err, python.ErrClosed), true)
	mine := python.Func0[int](func(context.Context) (int, error) { return 1, nil })
	done(t, mine.Close())
	wantEqual(t, ok[int](t)(mine(ctx)), 1)
}

func TestCallables_OfHigherOrder(t *testing.T) {
	got := ok[int](t)(callables.Higher(ctx, func(ctx context.Context, square python.Func1[int, int]) (int, error) {
		return square(ctx, 9)
	}))
	wantEqual(t, got, 81)
	got = ok[int](t)(callables.Curried(ctx, func(_ context.Context, a int) (python.Func1[int, int], error) {
		return func(_ context.Context, b int) (int, error) { return 10*a + b, nil }, nil
	}))
	wantEqual(t, got, 34)
	eventually(t, "the functions were given back", noneLent(t))
}

func TestCallables_WrongArgumentIsATypeError(t *testing.T) {
	_, err := callables.Lying(ctx, func(_ context.Context, n int) (int, error) { return n, nil })
	e := raised(t, err)
	wantEqual(t, e.Type+": "+e.Message, "TypeError: argument 1: expected int, got str")
}

func TestCallables_FromManyThreads(t *testing.T) {
	var n atomic.Int64
	got := ok[int](t)(callables.Counted(ctx, func(context.Context) (int, error) {
		n.Add(1)
		return 1, nil
	}, 64, 20))
	wantEqual(t, got, 64*20)
	wantEqual(t, n.Load(), 64*20)
}
