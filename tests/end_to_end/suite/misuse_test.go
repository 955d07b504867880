package suite

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"log"
	"log/slog"
	"strings"
	"testing"

	"github.com/gophersnake/gophersnake/python"
	"github.com/gophersnake/gophersnake/tests/end_to_end/suite/asyncs"
	"github.com/gophersnake/gophersnake/tests/end_to_end/suite/callables"
	"github.com/gophersnake/gophersnake/tests/end_to_end/suite/habits"
	"github.com/gophersnake/gophersnake/tests/end_to_end/suite/iteration"
	"github.com/gophersnake/gophersnake/tests/end_to_end/suite/records"
	"github.com/gophersnake/gophersnake/tests/end_to_end/suite/stacks"
	"github.com/gophersnake/gophersnake/tests/end_to_end/suite/system"
)

func init() {
	scenarios["coroutine never awaited"] = coroutineNeverAwaited
	scenarios["writer that panics"] = writerThatPanics
	scenarios["log handler that panics"] = logHandlerThatPanics
}

func TestMisuse_NilContextsAreErrors(t *testing.T) {
	var none context.Context
	o, stack := eval(t, "[1, 2]"), newStack(t)
	add := ok[python.Func1[int, int]](t)(callables.Adder(ctx, 3))
	generator := newEchoes(t)
	manager := ok[*python.ContextManager[string]](t)(iteration.Opened(ctx, "file"))
	for want, call := range map[string]func() error{
		"python.Eval":                 func() error { _, err := python.Eval(none, "1"); return err },
		"python.Exec":                 func() error { return python.Exec(none, "1") },
		"python.From":                 func() error { _, err := python.From(none, 1); return err },
		"python.To":                   func() error { _, err := python.To[[]int](none, o); return err },
		"python.Do":                   func() error { return python.Do(none, nil) },
		"python.LogTo":                func() error { return python.LogTo(none, slog.DiscardHandler) },
		"stop python":                 func() error { return python.Stop(none) },
		"importlib.import_module":     func() error { _, err := python.Import(none, "os"); return err },
		"python.Object.Call":          func() error { _, err := o.Call(none); return err },
		"python.Object.Await":         func() error { _, err := o.Await(none); return err },
		"python.Object.AllAsync":      func() error { _, err := collected(o.AllAsync(none)); return err },
		"python.AsyncWith":            func() error { return python.AsyncWith(none, o, nil) },
		"builtins.iter":               func() error { _, err := collected(o.All(none)); return err },
		"stacks.Stack.pop":            func() error { _, err := stack.Pop(none); return err },
		"stacks.Stack":                func() error { _, err := stacks.NewStack(none, nil); return err },
		"records.Point.norm":          func() error { _, err := records.Point{}.Norm(none); return err },
		"iteration.numbers":           func() error { _, err := iteration.Numbers(none, 1); return err },
		"habits.Table.__iter__":       func() error { _, err := collected((*habits.Table)(nil).All_(none)); return err },
		"asyncs.add":                  func() error { _, err := asyncs.Add(none, 1); return err },
		"asyncs.count":                func() error { _, err := collected(asyncs.Count(none, 1)); return err },
		"a Python callable":           func() error { _, err := add(none, 1); return err },
		"a Python generator":          func() error { _, _, err := generator.Next(none); return err },
		"a Python context manager":    func() error { return python.With(none, manager, nil) },
		"callables.apply":             func() error { _, err := callables.Apply(none, nil, 1, ""); return err },
		"python.From (no value, too)": func() error { _, err := python.From(none, make(chan int)); return err },
	} {
		want, _, _ = strings.Cut(want, " (")
		wantText(t, call(), "gophersnake: "+want+": nil context")
	}
	done(t, generator.Close(ctx))
	wantLog(t, "echoes ended")
}

func TestMisuse_NilGeneratorsAndManagers(t *testing.T) {
	var generator *python.Generator[string, string, string]
	_, _, err := generator.Next(ctx)
	wantText(t, err, "gophersnake: a Python generator: it is nil")
	done(t, generator.Close(ctx))
	err = python.With(ctx, nil, func(string) error { return nil })
	wantText(t, err, "gophersnake: a Python context manager: it is nil")
}

// Whatever kind of function Python calls, its panic is an exception there, and Go's
// stack is in the traceback.
func TestMisuse_PanicsOfEveryKindOfCallback(t *testing.T) {
	for name, call := range map[string]func() error{
		"Callable": func() error {
			_, err := callables.Apply(ctx, func(context.Context, int, string) ([]string, error) { panic(errSentinel) }, 1, "")
			return err
		},
		"Callable without a result": func() error { return callables.Nothing(ctx, func(context.Context) error { panic(errSentinel) }) },
		"Callable[..., Any]": func() error {
			_, err := callables.Anything(ctx, func(context.Context, []any, map[string]any) (any, error) { panic(errSentinel) })
			return err
		},
		"Protocol": func() error {
			_, err := callables.Compare(ctx, func(context.Context, string, string, python.Opt[bool]) (bool, error) { panic(errSentinel) })
			return err
		},
		"Callable in a list": func() error {
			_, err := callables.AllOf(ctx, []python.Func1[float64, float64]{func(context.Context, float64) (float64, error) { panic(errSentinel) }}, 1)
			return err
		},
		"Callable of a Callable": func() error {
			_, err := callables.Curried(ctx, func(context.Context, int) (python.Func1[int, int], error) {
				return func(context.Context, int) (int, error) { panic(errSentinel) }, nil
			})
			return err
		},
		"Iterable": func() error {
			_, err := iteration.Total(ctx, func(func(float64) bool) { panic(errSentinel) })
			return err
		},
		"Iterator": func() error {
			doubled := ok[iter.Seq2[int, error]](t)(iteration.Doubled(ctx, func(yield func(int) bool) { yield(1); panic(errSentinel) }))
			_, err := collected(doubled)
			return err
		},
	} {
		err := call()
		e := raised(t, err)
		wantEqual(t, e.Module+"."+e.Type, "gophersnake.GoPanic")
		wantEqual(t, errors.Is(err, errSentinel), true)
		text := fmt.Sprintf("%+v", err)
		if !strings.Contains(text, "panic: sentinel") || !strings.Contains(text, "misuse_test.go") {
			t.Errorf("%s: the traceback has no Go stack:\n%s", name, text)
		}
	}
}

func TestMisuse_CoroutineNeverAwaited(t *testing.T) {
	c := newChild(t, "coroutine never awaited", "")
	wantEqual(t, c.finish(t).Error, "")
	wantEqual(t, strings.Contains(c.stderr.String(), "RuntimeWarning: coroutine 'noop' was never awaited"), true)
}

func coroutineNeverAwaited(string) (any, error) {
	if err := asyncs.Noop(ctx); err != nil { // the module is there
		return nil, err
	}
	coroutine, err := python.Eval(ctx, "__import__('asyncs').noop()")
	if err != nil {
		return nil, err
	}
	// Without a GIL, what another thread made ends when the collector runs.
	return nil, errors.Join(coroutine.Close(), python.Exec(ctx, "import gc; gc.collect()"), python.Stop(ctx))
}

// panicking is a writer, and a handler of logs, that panics.
type panicking struct{ slog.Handler }

func (panicking) Write([]byte) (int, error)                 { panic(errSentinel) }
func (panicking) Handle(context.Context, slog.Record) error { panic(errSentinel) }

func TestMisuse_PanicOfAWriter(t *testing.T) {
	text := run[string](t, "writer that panics", "") // before 3.11, exceptions have no notes: the stack follows
	wantEqual(t, strings.HasPrefix(text, "system.show: gophersnake.GoPanic: panic: sentinel"), true)
}

func writerThatPanics(string) (any, error) {
	if err := python.Start(python.Config{Stdout: panicking{}}); err != nil {
		return nil, err
	}
	return fmt.Sprint(system.Show(ctx, "lost")), nil
}

func TestMisuse_PanicOfALogHandler(t *testing.T) {
	text := run[string](t, "log handler that panics", "")
	wantEqual(t, strings.Contains(text, "gophersnake: a panic in the handler of python.LogTo: sentinel\n"), true)
	wantEqual(t, strings.Contains(text, "misuse_test.go"), true)
}

func logHandlerThatPanics(string) (any, error) {
	var noted bytes.Buffer
	log.SetOutput(&noted)
	err := errors.Join(
		python.LogTo(ctx, panicking{slog.NewTextHandler(io.Discard, nil)}),
		system.Log(ctx, "system", 20, "lost", nil),
		python.Stop(ctx),
	)
	return noted.String(), err
}
