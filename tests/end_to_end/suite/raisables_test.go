package suite

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"testing"

	"github.com/gophersnake/gophersnake/python"
	"github.com/gophersnake/gophersnake/tests/end_to_end/suite/raisables"
)

func TestRaisables_FromGo(t *testing.T) {
	wantEqual(t, ok[string](t)(raisables.Shown(ctx, errSentinel)), "GoError: "+errSentinel.Error())
	raised := raisables.Raises(ctx, ok[*python.Error](t)(raisables.Maybe(ctx, 3)))
	wantText(t, raised, "raisables.raises: ValueError: 3")
	wantEqual(t, ok[string](t)(raisables.Shown(ctx, raised)), "ValueError: 3")
	wantEqual(t, ok[string](t)(raisables.Shown(ctx, fmt.Errorf("around: %w", raised))), "GoError: around: raisables.raises: ValueError: 3")
	wantEqual(t, ok[string](t)(raisables.AsValueError(ctx, raised)), "ValueError(3)")
	wantEqual(t, ok[int](t)(raisables.FramesOf(ctx, errSentinel)), 0)
	wantEqual(t, ok[int](t)(raisables.FramesOf(ctx, raised)), 1)
	wantEqual(t, errors.Is(raisables.Raises(ctx, errSentinel), errSentinel), true)
}

func TestRaisables_ToGo(t *testing.T) {
	wantEqual(t, ok[*python.Error](t)(raisables.Maybe(ctx, 0)), nil)
	value := ok[*python.Error](t)(raisables.Maybe(ctx, 3))
	wantText(t, value, "ValueError: 3")
	wantEqual(t, errors.Is(value, python.Exception("ValueError")), true)
	caught := ok[*python.Error](t)(raisables.Caught(ctx, 0))
	wantEqual(t, []any{caught.Type, len(caught.Frames), caught.Cause.Type}, []any{"KeyError", 1, "ZeroDivisionError"})
	wantEqual(t, errors.Is(caught, python.Exception("ArithmeticError")), true)
	var texts []string
	for _, each := range ok[[]*python.Error](t)(raisables.Several(ctx)) {
		texts = append(texts, each.Error())
	}
	wantEqual(t, texts, []string{"ValueError: a", "FileNotFoundError: [Errno 2] no such thing: 'name'"})
	if pythonIs(t, "3.11") {
		group := ok[*python.Error](t)(raisables.Group(ctx, []error{errSentinel, value}))
		wantEqual(t, len(group.Members), 2)
		wantEqual(t, []bool{errors.Is(group, errSentinel), errors.Is(group, python.Exception("ValueError"))}, []bool{true, true})
	}
}

func TestRaisables_SameException(t *testing.T) {
	kept := ok[*python.Error](t)(raisables.Keep(ctx, errSentinel))
	wantEqual(t, errors.Is(kept, errSentinel), true)
	wantEqual(t, ok[bool](t)(raisables.IsKept(ctx, kept)), true)
	wantEqual(t, ok[bool](t)(raisables.IsKept(ctx, ok[*python.Error](t)(raisables.Same(ctx, kept)))), true)
	wantEqual(t, ok[bool](t)(raisables.IsKept(ctx, fmt.Errorf("around: %w", kept))), false)
	done(t, raisables.Forget(ctx))
}

func TestRaisables_InOtherTypes(t *testing.T) {
	back := ok[raisables.Outcome](t)(raisables.Outcome_(ctx, raisables.Outcome{Name: "a", Error: fs.ErrNotExist}))
	wantEqual(t, []any{back.Name, errors.Is(back.Error, fs.ErrNotExist)}, []any{"a!", true})
	back = ok[raisables.Outcome](t)(raisables.Outcome_(ctx, raisables.Outcome{Name: "b"}))
	wantEqual(t, back, raisables.Outcome{Name: "b!"})
	handled := ok[string](t)(raisables.OnError(ctx, func(_ context.Context, err error) (error, error) {
		wantEqual(t, errors.Is(err, python.Exception("KeyError")), true)
		return err, nil
	}))
	wantEqual(t, handled, "KeyError('k')")
	number := ok[raisables.IntOrOSErrorOrException](t)(raisables.Either(ctx, raisables.IntCase(3)))
	wantEqual(t, number, raisables.IntOrOSErrorOrException(raisables.IntCase(3)))
	for i, each := range ok[[]*python.Error](t)(raisables.Several(ctx)) {
		got := ok[raisables.IntOrOSErrorOrException](t)(raisables.Either(ctx, raisables.ExceptionCase{Err: each}))
		_, isOS := got.(raisables.OSErrorCase)
		wantEqual(t, isOS, i == 1)
	}
}

func TestRaisables_BadInput(t *testing.T) {
	_, err := raisables.Shown(ctx, nil)
	wantText(t, err, "raisables.shown: argument error: expected error, got nil")
	_, err = raisables.AsValueError(ctx, errSentinel)
	wantText(t, err, "raisables.as_value_error: argument error: expected ValueError, got GoError")
	_, err = raisables.Lies(ctx)
	wantText(t, err, "raisables.lies: result: expected ValueError, got TypeError")
	_, err = raisables.NoError(ctx)
	wantText(t, err, "raisables.no_error: result: expected Exception, got str")
	closed := ok[*python.Error](t)(raisables.Maybe(ctx, 3))
	done(t, closed.Value.Close())
	_, err = raisables.Shown(ctx, closed)
	wantEqual(t, errors.Is(err, python.ErrClosed), true)
}
