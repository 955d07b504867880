package suite

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"sync"
	"sync/atomic"
	"testing"

	"github.com/gophersnake/gophersnake/internal/engine"
	"github.com/gophersnake/gophersnake/python"
)

// noneLent returns whether Python keeps nothing of Go's, when it has been asked to
// collect its garbage.
func noneLent(t testing.TB) func() bool {
	collect := eval(t, "__import__('gc').collect")
	return func() bool {
		ok[*python.Object](t)(collect.Call(ctx)).Close()
		return engine.Lent() == 0
	}
}

// function makes a Go function that Python may call with anything.
func function(f func(ctx context.Context, args []any, kwargs map[string]any) (any, error)) python.FuncVar[any] {
	return f
}

// apply calls a lambda with arguments.
func apply(t testing.TB, lambda string, args ...any) (*python.Object, error) {
	t.Helper()
	return eval(t, lambda).Call(ctx, args...)
}

func TestCallbacks_ArgumentsAndResult(t *testing.T) {
	tell := function(func(_ context.Context, args []any, kwargs map[string]any) (any, error) {
		return fmt.Sprint(args, kwargs), nil
	})
	got := ok[*python.Object](t)(apply(t, "lambda f: f(1, 'two', [3.5, None], key={'a': b'b'})", tell))
	wantEqual(t, got.String(), "[1 two [3.5 <nil>]] map[key:map[a:[98]]]")
	got = ok[*python.Object](t)(apply(t, "lambda f: f()", tell))
	wantEqual(t, got.String(), "[] map[]")
}

func TestCallbacks_LargeAndHeldResults(t *testing.T) {
	floats := make([]float64, 10_000)
	floats[9_999] = 1.5
	object := eval(t, "object()")
	for name, result := range map[string]any{"large": floats, "object": object, "array": python.NewArray(floats)} {
		give := function(func(context.Context, []any, map[string]any) (any, error) { return result, nil })
		got := ok[*python.Object](t)(apply(t, "lambda f, same: f() is same if type(same) is object else f()[9999]", give, result))
		want := "1.5"
		if name == "object" {
			want = "True"
		}
		wantEqual(t, got.String(), want)
	}
	eventually(t, "the answers ended", noneLent(t))
}

var errSentinel = errors.New("sentinel")

func TestCallbacks_ErrorsComeBackTheSame(t *testing.T) {
	mine := &fs.PathError{Op: "open", Path: "x", Err: errSentinel}
	fail := function(func(context.Context, []any, map[string]any) (any, error) { return nil, mine })
	_, err := apply(t, "lambda f: f()", fail)
	e := raised(t, err)
	wantEqual(t, e.Module+"."+e.Type+": "+e.Message, "gophersnake.GoError: open x: sentinel")
	var same *fs.PathError
	if !errors.Is(err, errSentinel) || !errors.As(err, &same) || same != mine {
		t.Errorf("%+v does not carry the error", err)
	}
	// As the cause of another, and after Python kept it for a while.
	done(t, python.Exec(ctx, `
import gophersnake
def wrap(f):
    try:
        f()
    except gophersnake.GoError as error:
        wrap.kept = error
        raise KeyError("wrapped") from error
def again():
    raise wrap.kept
`))
	_, err = apply(t, "wrap", fail)
	wantEqual(t, raised(t, err).Type, "KeyError")
	wantEqual(t, errors.Is(err, errSentinel), true)
	_, err = apply(t, "again")
	wantEqual(t, errors.Is(err, errSentinel), true)
	done(t, python.Exec(ctx, "del wrap.kept"))
}

func TestCallbacks_PythonsOwnExceptionIsRaisedAgain(t *testing.T) {
	pass := function(func(ctx context.Context, args []any, _ map[string]any) (any, error) {
		_, err := args[0].(*python.Object).Call(ctx)
		return nil, err
	})
	done(t, python.Exec(ctx, `
def through(f, wrapped=False):
    original = ValueError("mine")
    def fails():
        raise original
    try:
        f(fails)
    except ValueError as error:
        return error is original
    except Exception as error:
        return type(error).__name__, error.__cause__ is original
`))
	wantEqual(t, ok[*python.Object](t)(apply(t, "through", pass)).String(), "True")
	wrap := function(func(ctx context.Context, args []any, _ map[string]any) (any, error) {
		_, err := args[0].(*python.Object).Call(ctx)
		return nil, fmt.Errorf("in Go: %w", err)
	})
	wantEqual(t, ok[*python.Object](t)(apply(t, "through", wrap)).String(), "('GoError', True)")
}

func TestCallbacks_PanicIsAnException(t *testing.T) {
	boom := function(func(context.Context, []any, map[string]any) (any, error) { panic(errSentinel) })
	_, err := apply(t, "lambda f: f()", boom)
	e := raised(t, err)
	wantEqual(t, e.Module+"."+e.Type, "gophersnake.GoPanic")
	text := fmt.Sprintf("%+v", err)
	if !strings.Contains(text, "panic: sentinel") || !strings.Contains(text, "TestCallbacks_PanicIsAnException") {
		t.Errorf("the traceback has no Go stack:\n%s", text)
	}
	var p *python.PanicError
	if !errors.As(err, &p) || p.Value != error(errSentinel) || !errors.Is(err, errSentinel) {
		t.Errorf("%v carries no panic", err)
	}
	var none []int
	index := function(func(context.Context, []any, map[string]any) (any, error) { return none[3], nil })
	_, err = apply(t, "lambda f: f()", index)
	wantEqual(t, strings.Contains(err.Error(), "index out of range"), true)
}

func TestCallbacks_ResultThatCannotCross(t *testing.T) {
	give := function(func(context.Context, []any, map[string]any) (any, error) { return []any{1, make(chan int)}, nil })
	_, err := apply(t, "lambda f: f()", give)
	var refused *python.ConversionError
	if !errors.As(err, &refused) || refused.Path != "result[1]" || refused.Got != "chan int" {
		t.Errorf("%v: %+v", err, refused)
	}
	text := function(func(context.Context, []any, map[string]any) (any, error) { return []any{"\xff", give}, nil })
	_, err = apply(t, "lambda f: f()", text)
	wantEqual(t, python.IsException(err, "TypeError"), true)
	wantEqual(t, strings.Contains(err.Error(), "result[0]: expected valid UTF-8"), true)
	eventually(t, "what was in the answer ended", noneLent(t))
}

func TestCallbacks_Context(t *testing.T) {
	type key struct{}
	of := function(func(ctx context.Context, _ []any, _ map[string]any) (any, error) { return ctx.Value(key{}), nil })
	call := eval(t, "lambda f: f()")
	got := ok[*python.Object](t)(call.Call(context.WithValue(ctx, key{}, "outer"), of))
	wantEqual(t, got.String(), "outer")
	done(t, python.Exec(ctx, `
def on_thread(f):
    import threading
    seen = []
    thread = threading.Thread(target=lambda: seen.append(f()))
    thread.start()
    thread.join()
    return seen[0]
`))
	got = ok[*python.Object](t)(eval(t, "on_thread").Call(context.WithValue(ctx, key{}, "outer"), of))
	wantEqual(t, got.String(), "None")
}

func TestCallbacks_Reentrant(t *testing.T) {
	done(t, python.Exec(ctx, "def down(f, depth):\n    return 0 if depth == 0 else 1 + f(depth - 1)\n"))
	down := eval(t, "down")
	var again python.FuncVar[any]
	again = func(ctx context.Context, args []any, _ map[string]any) (any, error) {
		o, err := down.Call(ctx, again, args[0])
		if err != nil {
			return nil, err
		}
		return python.To[int](ctx, o)
	}
	got := ok[*python.Object](t)(down.Call(ctx, again, 100))
	wantEqual(t, ok[int](t)(python.To[int](ctx, got)), 100)
}

func TestCallbacks_EndlessRecursionIsAnException(t *testing.T) {
	done(t, python.Exec(ctx, "import sys\nlimit = sys.getrecursionlimit()\ndef forever(f):\n    return f()\n"))
	done(t, python.Exec(ctx, "sys.setrecursionlimit(200)"))
	defer python.Exec(ctx, "sys.setrecursionlimit(limit)")
	forever := eval(t, "forever")
	var again python.FuncVar[any]
	again = func(ctx context.Context, _ []any, _ map[string]any) (any, error) { return forever.Call(ctx, again) }
	_, err := forever.Call(ctx, again)
	wantEqual(t, python.IsException(err, "RecursionError"), true)
}

func TestCallbacks_FromManyThreadsOfPythons(t *testing.T) {
	var calls atomic.Int64
	count := function(func(_ context.Context, args []any, _ map[string]any) (any, error) {
		calls.Add(1)
		return args[0], nil
	})
	done(t, python.Exec(ctx, `
def many(f, threads, times):
    import threading
    wrong = []
    def run(n):
        for i in range(times):
            if f((n, i)) != [n, i]:
                wrong.append((n, i))
    started = [threading.Thread(target=run, args=(n,)) for n in range(threads)]
    for thread in started: thread.start()
    for thread in started: thread.join()
    return wrong
`))
	got := ok[*python.Object](t)(apply(t, "many", count, 64, 50))
	wantEqual(t, got.String(), "[]")
	wantEqual(t, calls.Load(), 64*50)
}

func TestCallbacks_FromGoroutinesAtOnce(t *testing.T) {
	twice := eval(t, "lambda f, n: f(n) * 2")
	var all sync.WaitGroup
	for i := range 64 {
		all.Go(func() {
			same := function(func(_ context.Context, args []any, _ map[string]any) (any, error) { return args[0], nil })
			for n := range 50 {
				o, err := twice.Call(ctx, same, n)
				if err != nil {
					t.Error(err)
					return
				}
				if got, err := python.To[int](ctx, o); err != nil || got != 2*n {
					t.Errorf("goroutine %d: %d, %v", i, got, err)
				}
				o.Close()
			}
		})
	}
	all.Wait()
}

func TestCallbacks_BlockNobodyElse(t *testing.T) {
	release := make(chan struct{})
	entered := make(chan struct{})
	block := function(func(context.Context, []any, map[string]any) (any, error) {
		close(entered)
		<-release
		return "released", nil
	})
	finished := make(chan string)
	go func() {
		o, err := eval(t, "lambda f: f()").Call(ctx, block)
		finished <- fmt.Sprint(o, err)
	}()
	<-entered
	for range 100 {
		wantEqual(t, eval(t, "sum(range(1000))").String(), "499500")
	}
	close(release)
	wantEqual(t, <-finished, "released <nil>")
}

func TestCallbacks_KeptByPython(t *testing.T) {
	done(t, python.Exec(ctx, "kept = []\ndef keep(f): kept.append(f)\n"))
	keep := eval(t, "keep")
	total := 0
	for i := range 1000 {
		add := function(func(_ context.Context, args []any, _ map[string]any) (any, error) {
			total += i
			return nil, nil
		})
		ok[*python.Object](t)(keep.Call(ctx, add)).Close()
	}
	done(t, python.Exec(ctx, "for f in kept: f(0)"))
	wantEqual(t, total, 499500)
	done(t, python.Exec(ctx, "kept.clear(); del f"))
	eventually(t, "the functions were given back", noneLent(t))
}

func TestCallbacks_HundredThousandDistinct(t *testing.T) {
	call := eval(t, "lambda f: f(1)")
	total := 0
	for i := range 100_000 {
		add := function(func(_ context.Context, args []any, _ map[string]any) (any, error) {
			total += args[0].(int) + i%2
			return nil, nil
		})
		ok[*python.Object](t)(call.Call(ctx, add)).Close()
	}
	wantEqual(t, total, 150_000)
	eventually(t, "the functions were given back", noneLent(t))
}

func TestCallbacks_LookLikeFunctions(t *testing.T) {
	f := function(func(context.Context, []any, map[string]any) (any, error) { return nil, nil })
	for expression, want := range map[string]string{
		"lambda f: callable(f)": "True",
		"lambda f: f.__qualname__.startswith('suite.TestCallbacks_LookLikeFunctions')": "True",
		"lambda f: f.__name__":                                                "func1",
		"lambda f: __import__('inspect').signature(f)":                        "(*args, **kwargs)",
		"lambda f: isinstance(f, __import__('collections.abc').abc.Callable)": "True",
		"lambda f: repr(f).startswith('<Go function suite.')":                 "True",
		"lambda f: __import__('weakref').ref(f)() is f":                       "True",
		"lambda f: hash(f) == hash(f) and f == f":                             "True",
		"lambda f: __import__('functools').partial(f, 1)(2)":                  "None",
		"lambda f: f.__call__()":                                              "None",
		"lambda f: __import__('copy').copy(f) is f":                           "True",
		"lambda f: __import__('copy').deepcopy([f])[0] is f":                  "True",
	} {
		wantEqual(t, ok[*python.Object](t)(apply(t, expression, f)).String(), want)
	}
	for _, expression := range []string{
		"lambda f: type(f)()", "lambda f: __import__('pickle').dumps(f)",
	} {
		_, err := apply(t, expression, f)
		wantEqual(t, python.IsException(err, "TypeError"), true)
	}
}

func TestCallbacks_InAForkedChild(t *testing.T) {
	f := function(func(context.Context, []any, map[string]any) (any, error) { return nil, nil })
	done(t, python.Exec(ctx, `
def forked(f):
    import os, warnings
    warnings.simplefilter("ignore")
    read, write = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            f()
            said = "called"
        except BaseException as error:
            said = repr(error)
        os.write(write, said.encode())
        os._exit(0)
    os.waitpid(child, 0)
    return os.read(read, 1000).decode()
`))
	got := ok[*python.Object](t)(apply(t, "forked", f)).String()
	wantEqual(t, got, "RuntimeError('a Go function cannot be called in a forked child: Go does not live there')")
}

func TestValues_GoThroughPythonUntouched(t *testing.T) {
	type secret struct{ ch chan int }
	mine := &secret{make(chan int)}
	id := ok[*python.Object](t)(apply(t, "lambda v: v", python.Wrap(mine)))
	same := ok[*secret](t)(python.Unwrap[*secret](ctx, id))
	wantEqual(t, same == mine, true)
	look := function(func(ctx context.Context, args []any, _ map[string]any) (any, error) {
		same, err := python.Unwrap[*secret](ctx, args[0])
		return same == mine, err
	})
	got := ok[*python.Object](t)(apply(t, "lambda f, v: f({'in': v}['in'])", look, python.Wrap(mine)))
	wantEqual(t, got.String(), "True")
	copied := ok[*python.Object](t)(apply(t, "lambda v: __import__('copy').deepcopy({'in': v})['in'] is v", python.Wrap(mine)))
	wantEqual(t, copied.String(), "True")
	_, err := python.Unwrap[int](ctx, id)
	wantText(t, err, "gophersnake: unwrap a Go value: expected int, got *suite.secret")
	_, err = python.Unwrap[int](ctx, 3)
	wantText(t, err, "gophersnake: unwrap a Go value: got int, which holds none")
	_, err = python.Unwrap[int](ctx, eval(t, "3"))
	wantRefused(t, err, "python.To: result: expected Go value, got int")
	id.Close()
	eventually(t, "the value was given back", noneLent(t))
}
