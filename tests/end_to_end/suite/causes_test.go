package suite

import (
	"errors"
	"fmt"
	"strings"
	"testing"

	"github.com/gophersnake/gophersnake/python"
	"github.com/gophersnake/gophersnake/tests/end_to_end/suite/faults"
)

func TestCauses_Cause(t *testing.T) {
	err := faults.Caused(ctx)
	e := raised(t, err)
	wantEqual(t, e.Message, "the outer one")
	wantEqual(t, e.Cause.Message, "at the bottom")
	wantEqual(t, e.Context == e.Cause && e.SuppressContext, true)
	wantEqual(t, e.Cause.Frames[len(e.Cause.Frames)-1].Function, "deeper")
	wantEqual(t, python.IsException(err, "ValueError"), false)
	wantEqual(t, errors.Is(err, python.Exception("ValueError")), true)
}

func TestCauses_Context(t *testing.T) {
	err := faults.InContext(ctx)
	e := raised(t, err)
	wantEqual(t, e.Type, "KeyError")
	wantEqual(t, e.Cause == nil && !e.SuppressContext, true)
	wantEqual(t, e.Context.Message, "at the bottom")
	wantEqual(t, errors.Is(err, python.Exception("ValueError")), true)
}

func TestCauses_SuppressedContext(t *testing.T) {
	err := faults.Suppressed(ctx)
	e := raised(t, err)
	wantEqual(t, e.SuppressContext, true)
	wantEqual(t, e.Context.Type, "ValueError")
	wantEqual(t, errors.Is(err, python.Exception("ValueError")), false)
}

func TestCauses_InACircle(t *testing.T) {
	err := faults.Circle(ctx)
	e := raised(t, err)
	wantEqual(t, e.Message, "first")
	wantEqual(t, e.Cause.Message, "'second'")
	wantEqual(t, e.Cause.Cause == e, true)
	wantEqual(t, errors.Is(err, python.Exception("KeyError")), true)
	wantEqual(t, errors.Is(err, python.Exception("OSError")), false) // and comes to an end
	wantEqual(t, strings.Contains(fmt.Sprintf("%+v", err), "KeyError: 'second'"), true)
}

func TestCauses_AllThatPythonShowsIsFound(t *testing.T) {
	err := faults.ReachedOnlyBackwards(ctx)
	for _, class := range []string{"RuntimeError", "ValueError", "KeyError", "ArithmeticError"} {
		wantEqual(t, errors.Is(err, python.Exception(class)), true)
		wantEqual(t, strings.Contains(fmt.Sprintf("%+v", err), class+": "), true)
	}
}

func TestCauses_Notes(t *testing.T) {
	e := raised(t, faults.Noted(ctx, "first", "zwölf\nlines"))
	wantEqual(t, e.Notes, []string{"first", "zwölf\nlines"})
	wantEqual(t, e.Error(), "faults.noted: ValueError: noted")
}

func TestCauses_Group(t *testing.T) {
	err := faults.Group(ctx)
	if !pythonIs(t, "3.11") {
		wantText(t, err, "faults.group: KeyError: 'ExceptionGroup'")
		return
	}
	e := raised(t, err)
	wantText(t, err, "faults.group: ExceptionGroup: all of it (2 sub-exceptions)")
	wantEqual(t, len(e.Members), 2)
	wantEqual(t, e.Members[0].Type, "ValueError")
	wantEqual(t, e.Members[1].Members[0].Type, "KeyError")
	wantEqual(t, errors.Is(err, python.Exception("KeyError")), true)
	wantEqual(t, python.IsException(err, "KeyError"), false)
	if text := fmt.Sprintf("%+v", err); !strings.Contains(text, "ValueError: v") || !strings.Contains(text, "KeyError: 'k'") {
		t.Errorf("the long form of a group is\n%s", text)
	}
}

func TestCauses_LongChains(t *testing.T) {
	err := faults.Many(ctx, 5000)
	depth := 0
	for e := raised(t, err); e != nil; e = e.Context {
		depth++
	}
	wantEqual(t, depth, 5000)
	wantEqual(t, errors.Is(err, python.Exception("OSError")), false)
}
