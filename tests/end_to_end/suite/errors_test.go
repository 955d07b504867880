package suite

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/gophersnake/gophersnake/python"
	"github.com/gophersnake/gophersnake/tests/end_to_end/suite/faults"
)

func TestErrors_OneLine(t *testing.T) {
	err := faults.KeyError(ctx)
	wantText(t, err, "faults.key_error: KeyError: 'k'")
	wantEqual(t, fmt.Sprintf("%v", err), err.Error())
	wantEqual(t, fmt.Sprintf("%s", err), err.Error())
	wantEqual(t, fmt.Sprintf("%q", err), `"faults.key_error: KeyError: 'k'"`)
	wantText(t, faults.Own(ctx), "faults.own: faults.OutlierError: nothing at 7")
	wantText(t, faults.Lines(ctx), "faults.lines: ValueError: first line; second line")
	wantText(t, faults.Interrupted(ctx), "faults.interrupted: KeyboardInterrupt")
	wantText(t, faults.Assertion(ctx, 0), "faults.assertion: AssertionError: 0 is not positive")
	done(t, faults.Assertion(ctx, 1))
}

func TestErrors_Parts(t *testing.T) {
	e := raised(t, faults.Own(ctx))
	wantEqual(t, e.Function, "faults.own")
	wantEqual(t, e.Module, "faults")
	wantEqual(t, e.Type, "OutlierError")
	wantEqual(t, e.Message, "nothing at 7")
	wantEqual(t, e.Cause == nil && e.Context == nil && !e.SuppressContext && len(e.Notes)+len(e.Members) == 0, true)
	wantEqual(t, ok[string](t)(e.Value.Repr(ctx)), "OutlierError('nothing at 7')")
}

func TestErrors_FramesWithSourceLinesOfEmbeddedModules(t *testing.T) {
	e := raised(t, faults.Below(ctx))
	wantEqual(t, e.Frames, []python.Frame{
		{File: "<embedded>/faults/__init__.py", Line: lineOf(t, "deeper(2)"), Function: "below", Source: "deeper(2)"},
		{File: "<embedded>/faults/inner.py", Line: 7, Function: "deeper", Source: "deeper(levels - 1)"},
		{File: "<embedded>/faults/inner.py", Line: 7, Function: "deeper", Source: "deeper(levels - 1)"},
		{File: "<embedded>/faults/inner.py", Line: 6, Function: "deeper", Source: `raise ValueError("at the bottom")`},
	})
}

// lineOf returns where in the module faults the text stands first.
func lineOf(t *testing.T, text string) int {
	t.Helper()
	source := eval(t, "__import__('inspect').getsource(__import__('faults'))").String()
	before, _, found := strings.Cut(source, text)
	wantEqual(t, found, true)
	return strings.Count(before, "\n") + 1
}

func TestErrors_LongFormIsPythonsTraceback(t *testing.T) {
	text := fmt.Sprintf("%+v", faults.Below(ctx))
	want := fmt.Sprintf(`Traceback (most recent call last):
  File "<embedded>/faults/__init__.py", line %d, in below
    deeper(2)
  File "<embedded>/faults/inner.py", line 7, in deeper
    deeper(levels - 1)
  File "<embedded>/faults/inner.py", line 7, in deeper
    deeper(levels - 1)
  File "<embedded>/faults/inner.py", line 6, in deeper
    raise ValueError("at the bottom")
ValueError: at the bottom`, lineOf(t, "deeper(2)"))
	wantEqual(t, withoutMarks(text), want)
}

// withoutMarks drops the lines of ~ and ^ that newer Pythons draw under a source
// line.
func withoutMarks(traceback string) string {
	var kept []string
	for line := range strings.Lines(traceback) {
		if strings.Trim(line, " ~^\n") != "" {
			kept = append(kept, line)
		}
	}
	return strings.Join(kept, "")
}

func TestErrors_LongFormHasTheWholeChain(t *testing.T) {
	text := fmt.Sprintf("%+v", faults.Caused(ctx))
	for _, part := range []string{
		"ValueError: at the bottom\n\nThe above exception was the direct cause of the following exception:\n\nTraceback",
		"RuntimeError: the outer one",
	} {
		if !strings.Contains(text, part) {
			t.Errorf("%q is missing in\n%s", part, text)
		}
	}
}

func TestErrors_IsException(t *testing.T) {
	err := fmt.Errorf("wrapped: %w", faults.KeyError(ctx))
	for class, want := range map[string]bool{
		"builtins.KeyError": true, "KeyError": true, "builtins.LookupError": true, "LookupError": true,
		"Exception": true, "builtins.BaseException": true, "builtins.object": true,
		"ValueError": false, "IndexError": false, "": false, "faults.KeyError": false,
	} {
		wantEqual(t, python.IsException(err, class), want)
		wantEqual(t, errors.Is(err, python.Exception(class)), want)
	}
	wantEqual(t, python.IsException(faults.Own(ctx), "faults.OutlierError"), true)
	wantEqual(t, python.IsException(faults.Own(ctx), "LookupError"), true)
	wantEqual(t, python.IsException(nil, "Exception"), false)
	wantEqual(t, python.IsException(errors.New("x"), "Exception"), false)
}

func TestErrors_SysExit(t *testing.T) {
	for want, code := range map[string]any{
		"faults.leave: SystemExit: 3":   3,
		"faults.leave: SystemExit: bye": "bye",
		"faults.leave: SystemExit":      nil,
	} {
		err := faults.Leave(ctx, code)
		wantText(t, err, want)
		wantEqual(t, python.IsException(err, "SystemExit"), true)
		wantEqual(t, python.IsException(err, "Exception"), false)
	}
	wantEqual(t, ok[int](t)(faults.Count(ctx, 1)), 1)
	wantText(t, python.Exec(ctx, "raise SystemExit"), "python.Exec: SystemExit")
}

func TestErrors_TooDeep(t *testing.T) {
	_, err := faults.Recurse(ctx, 1_000_000)
	wantEqual(t, python.IsException(err, "RecursionError"), true)
	if frames := len(raised(t, err).Frames); frames < 500 {
		t.Errorf("the traceback has %d frames", frames)
	}
	wantEqual(t, ok[int](t)(faults.Recurse(ctx, 500)), 501)
}

func TestErrors_NoMemory(t *testing.T) {
	_, err := faults.NoMemory(ctx)
	wantEqual(t, python.IsException(err, "MemoryError"), true)
	wantText(t, err, "faults.no_memory: MemoryError")
	wantText(t, faults.RaiseMemoryError(ctx), "faults.raise_memory_error: MemoryError: said by Python")
	wantEqual(t, ok[int](t)(faults.Count(ctx, 2)), 2)
}

func TestErrors_BrokenExceptions(t *testing.T) {
	wantText(t, faults.BrokenText(ctx), "faults.broken_text: faults.BrokenError: <str() of this exception raised RuntimeError>")
	wantText(t, faults.NoModule(ctx), "faults.no_module: <unknown>.MetaError: m")
	wantText(t, faults.Surrogate(ctx), `faults.surrogate: ValueError: a lone \udc80 surrogate`)
	err := faults.WithBrokenNote(ctx)
	wantText(t, err, "faults.with_broken_note: ValueError: noted")
	wantEqual(t, raised(t, err).Notes, []string{"<str() of this note raised RuntimeError>", "a good one"})
}

func TestErrors_InCodeThatWasExecuted(t *testing.T) {
	err := python.Exec(ctx, "def f():\n    return 1 // 0\n\nf()\n")
	frames := raised(t, err).Frames
	wantEqual(t, frames[len(frames)-1].Source, "return 1 // 0")
	wantEqual(t, strings.Contains(fmt.Sprintf("%+v", err), "\n    return 1 // 0\n"), true)
	err = python.Exec(ctx, "x = = 1\n")
	wantEqual(t, python.IsException(err, "SyntaxError"), true)
	_, err = python.Eval(ctx, "x = 1")
	wantEqual(t, python.IsException(err, "SyntaxError"), true)
}

func TestErrors_ModulesThatAreNotThere(t *testing.T) {
	_, err := python.Import(ctx, "no.such.module")
	wantText(t, err, "importlib.import_module: ModuleNotFoundError: No module named 'no'")
	wantEqual(t, python.IsException(err, "ImportError"), true)
}
