package suite

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"testing"

	"github.com/gophersnake/gophersnake/python"
)

func TestObjects_ExecAndEvalShareMain(t *testing.T) {
	done(t, python.Exec(ctx, "x = 20\ndef double(n):\n    return 2 * n\n"))
	wantEqual(t, ok[int](t)(python.To[int](ctx, eval(t, " double(x) + 2\n"))), 42)
	wantEqual(t, eval(t, "__name__").String(), "__main__")
}

func TestObjects_Import(t *testing.T) {
	path := ok[*python.Object](t)(python.Import(ctx, "os.path"))
	joined := ok[*python.Object](t)(path.CallMethod(ctx, "join", "a", "b"))
	wantEqual(t, joined.String(), "a/b")
}

func TestObjects_Attributes(t *testing.T) {
	o := eval(t, "__import__('types').SimpleNamespace(a=1)")
	wantEqual(t, ok[*python.Object](t)(o.Attr(ctx, "a")).String(), "1")
	done(t, o.SetAttr(ctx, "b", []string{"x"}))
	wantEqual(t, o.String(), "namespace(a=1, b=['x'])")
	done(t, o.DelAttr(ctx, "a"))
	_, err := o.Attr(ctx, "a")
	wantEqual(t, python.IsException(err, "AttributeError"), true)
}

func TestObjects_Call(t *testing.T) {
	f := eval(t, "lambda *args, **kwargs: repr((args, dict(sorted(kwargs.items()))))")
	for want, args := range map[string][]any{
		"((), {})":                             nil,
		"((1, 'a', None), {})":                 {1, "a", nil},
		"((1,), {'k': [1.5]})":                 {1, python.Kwargs{"k": []float64{1.5}}},
		"((), {'a': 1, 'b': 2})":               {python.Kwargs{"a": 1}, python.Kwargs{"b": 2}},
		"(({'not': 'named'},), {'a': (1, 2)})": {map[string]string{"not": "named"}, python.Kwargs{"a": python.Tuple2[int, int]{V0: 1, V1: 2}}},
	} {
		wantEqual(t, ok[*python.Object](t)(f.Call(ctx, args...)).String(), want)
	}
	_, err := f.Call(ctx, python.Kwargs{"a": 1}, python.Kwargs{"a": 2})
	wantText(t, err, `gophersnake: call an object: keyword argument "a" is given twice`)
	_, err = eval(t, "1").Call(ctx)
	wantEqual(t, python.IsException(err, "TypeError"), true)
}

func TestObjects_Items(t *testing.T) {
	o := eval(t, "{'a': 1, (1, 2): 'pair'}")
	wantEqual(t, ok[*python.Object](t)(o.Item(ctx, python.Tuple2[int, int]{V0: 1, V1: 2})).String(), "pair")
	done(t, o.SetItem(ctx, "b", nil))
	done(t, o.DelItem(ctx, "a"))
	wantEqual(t, o.String(), "{(1, 2): 'pair', 'b': None}")
	wantEqual(t, ok[int](t)(o.Len(ctx)), 2)
	wantEqual(t, ok[bool](t)(o.Contains(ctx, "b")), true)
	wantEqual(t, ok[bool](t)(o.Contains(ctx, "a")), false)
	_, err := o.Item(ctx, "a")
	wantEqual(t, python.IsException(err, "builtins.LookupError"), true)
}

func TestObjects_Iteration(t *testing.T) {
	var got []string
	for item, err := range eval(t, "(c for c in 'abc')").All(ctx) {
		done(t, err)
		got = append(got, item.String())
	}
	wantEqual(t, got, []string{"a", "b", "c"})
	for range eval(t, "range(10**9)").All(ctx) { // need not run to its end
		break
	}
	for item, err := range eval(t, "[None, 0]").All(ctx) { // items that are false are items
		done(t, err)
		got = append(got, item.String())
	}
	wantEqual(t, got[3:], []string{"None", "0"})
}

func TestObjects_IterationThatFails(t *testing.T) {
	items := 0
	var last error
	for _, err := range eval(t, "(1 // n for n in (1, 2, 0, 3))").All(ctx) {
		items++
		last = err
	}
	wantEqual(t, items, 3)
	wantEqual(t, python.IsException(last, "ZeroDivisionError"), true)
	for _, err := range eval(t, "1").All(ctx) {
		wantEqual(t, python.IsException(err, "TypeError"), true)
	}
}

func TestObjects_TruthAndComparison(t *testing.T) {
	one, empty := eval(t, "1"), eval(t, "[]")
	wantEqual(t, ok[bool](t)(one.Truth(ctx)), true)
	wantEqual(t, ok[bool](t)(empty.Truth(ctx)), false)
	wantEqual(t, ok[bool](t)(one.Equal(ctx, 1.0)), true)
	wantEqual(t, ok[bool](t)(empty.Equal(ctx, []int{})), true)
	wantEqual(t, ok[bool](t)(empty.Equal(ctx, eval(t, "[]"))), true)
	wantEqual(t, ok[bool](t)(empty.Is(ctx, eval(t, "[]"))), false)
	wantEqual(t, ok[bool](t)(eval(t, "None").Is(ctx, nil)), true)
	for operator, want := range map[python.Operator]bool{
		python.Equal: false, python.NotEqual: true, python.Less: true, python.LessOrEqual: true,
		python.Greater: false, python.GreaterOrEqual: false,
	} {
		wantEqual(t, ok[bool](t)(one.Compare(ctx, operator, 2)), want)
	}
	_, err := one.Compare(ctx, python.Less, "a")
	wantEqual(t, python.IsException(err, "TypeError"), true)
}

func TestObjects_TextOfThem(t *testing.T) {
	o := eval(t, "'a\\n'")
	wantEqual(t, o.String(), "a\n")
	wantEqual(t, fmt.Sprint(o), "a\n")
	wantEqual(t, ok[string](t)(o.Repr(ctx)), `'a\n'`)
	var none *python.Object
	wantEqual(t, none.String(), "<nil>")
	broken := eval(t, "type('Broken', (), {'__str__': lambda self: 1 / 0})()")
	wantEqual(t, broken.String(), "<builtins.str: ZeroDivisionError: division by zero>")
}

func TestObjects_AreTheSameObjectInPython(t *testing.T) {
	o := eval(t, "object()")
	identity := eval(t, "id")
	first := ok[*python.Object](t)(identity.Call(ctx, o))
	second := ok[*python.Object](t)(identity.Call(ctx, o))
	wantEqual(t, first.String(), second.String())
}

func TestObjects_Close(t *testing.T) {
	done(t, python.Exec(ctx, "import weakref\nclass Thing: pass\nthing = Thing()\ngone = weakref.ref(thing)\n"))
	o := eval(t, "thing")
	done(t, python.Exec(ctx, "del thing"))
	wantEqual(t, eval(t, "gone() is not None").String(), "True")
	done(t, o.Close())
	done(t, o.Close())
	wantEqual(t, eval(t, "gone() is not None").String(), "False")
	_, err := o.Attr(ctx, "x")
	wantRefused(t, err, "builtins.getattr: argument object: it is closed")
	wantEqual(t, errors.Is(err, python.ErrClosed), true)
	_, err = eval(t, "id").Call(ctx, 1, o)
	wantRefused(t, err, "python.Object.Call: argument args[1]: it is closed")
	var none *python.Object
	done(t, none.Close())
}

func TestObjects_CloseWhileTheThreadThatMadeThemIsIdle(t *testing.T) {
	done(t, python.Exec(ctx, "import weakref\nclass Thing: pass\nthings = weakref.WeakSet()\ndef make():\n thing = Thing()\n things.add(thing)\n return thing\n"))
	made, end := make(chan *python.Object), make(chan struct{})
	go func() {
		runtime.LockOSThread() // nobody else runs on it
		defer runtime.UnlockOSThread()
		o, err := python.Eval(ctx, "make()")
		if err != nil {
			t.Error(err)
		}
		made <- o
		<-end
	}()
	defer close(end)
	done(t, (<-made).Close())
	wantEqual(t, eval(t, "len(things)").String(), "0")
}

func TestObjects_ForgottenOnesAreGivenBack(t *testing.T) {
	done(t, python.Exec(ctx, "import weakref\nclass Thing: pass\nthings = [Thing() for _ in range(100)]\nalive = weakref.WeakSet(things)\n"))
	things := eval(t, "things")
	for i := range 100 {
		ok[*python.Object](t)(things.Item(ctx, i))
	}
	done(t, things.Close())
	done(t, python.Exec(ctx, "del things"))
	eventually(t, "the objects are given back", func() bool {
		alive := ok[*python.Object](t)(python.Eval(ctx, "alive"))
		defer alive.Close()
		return ok[int](t)(alive.Len(ctx)) == 0
	})
}

// closingContext closes an object when the call that has it looks whether its context has ended.
type closingContext struct {
	context.Context
	object *python.Object
}

func (c closingContext) Err() error {
	c.object.Close()
	return c.Context.Err()
}

func TestObject_ClosedWhileACallOfItQueues(t *testing.T) {
	cancellable, cancel := context.WithCancel(ctx)
	defer cancel()
	object := ok[*python.Object](t)(python.Eval(ctx, "object()"))
	_, err := object.Str(closingContext{cancellable, object})
	wantText(t, err, "builtins.str: argument object: it is closed")
	wantEqual(t, errors.Is(err, python.ErrClosed), true)
}
