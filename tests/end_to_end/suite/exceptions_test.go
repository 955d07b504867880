package suite

import (
	"context"
	"errors"
	"testing"

	"github.com/gophersnake/gophersnake/python"
	"github.com/gophersnake/gophersnake/tests/end_to_end/suite/failures"
)

func TestExceptions_AsFindsTheTypeWithItsAttributes(t *testing.T) {
	var large *failures.TooLargeError
	err := failures.Check(ctx, 12)
	if !errors.As(err, &large) {
		t.Fatalf("%v is no TooLargeError", err)
	}
	wantEqual(t, ok[float64](t)(large.Value(ctx)), 12)
	wantEqual(t, ok[float64](t)(large.Limit(ctx)), 10)
	wantEqual(t, ok[float64](t)(large.Excess(ctx)), 2)
	wantEqual(t, ok[string](t)(large.Advice(ctx, "lower")), "lower it by 2.0")
	wantEqual(t, large.Message, "12.0 is more than 10.0")
	wantText(t, large, "failures.check: failures.TooLargeError: 12.0 is more than 10.0")
}

func TestExceptions_InheritanceIsPythons(t *testing.T) {
	err := failures.Check(ctx, 2000)
	var large *failures.TooLargeError
	var far *failures.FarTooLargeError
	wantEqual(t, errors.As(err, &large) && errors.As(err, &far), true)
	wantEqual(t, ok[int](t)(far.Factor(ctx)), 100)
	wantEqual(t, ok[float64](t)(far.Excess(ctx)), 1990)
	wantEqual(t, errors.Is(err, failures.ErrTooLarge) && errors.Is(err, failures.ErrFarTooLarge), true)
	wantEqual(t, errors.Is(err, failures.ErrStopped), false)
	wantEqual(t, errors.Is(far, failures.ErrTooLarge), true)
	wantEqual(t, errors.Is(far, python.Exception("ValueError")), true)
	wantEqual(t, errors.As(failures.Check(ctx, 11), &far), false)
}

func TestExceptions_AreFoundBehindOthers(t *testing.T) {
	err := failures.Wrapped(ctx, 12)
	var large *failures.TooLargeError
	wantEqual(t, errors.Is(err, failures.ErrTooLarge), true)
	wantEqual(t, errors.As(err, &large), true)
	var raised *python.Error
	wantEqual(t, errors.As(error(large), &raised), true)
	wantEqual(t, raised.Type, "TooLargeError")
}

func TestExceptions_WithoutAConstructorTakeAnything(t *testing.T) {
	var stopped *failures.StoppedError
	wantEqual(t, errors.As(failures.Stop(ctx, "enough"), &stopped), true)
	wantEqual(t, stopped.Message, "enough")
	made := ok[*failures.StoppedError](t)(failures.NewStoppedError(ctx, "a", 1))
	wantEqual(t, ok[string](t)(made.Raised.Value.Repr(ctx)), "StoppedError('a', 1)")
}

func TestExceptions_AreValues(t *testing.T) {
	made := ok[*failures.TooLargeError](t)(failures.Made(ctx, 15))
	wantEqual(t, ok[float64](t)(made.Excess(ctx)), 5)
	wantText(t, made, "failures.TooLargeError: 15.0 is more than 10.0")
	wantEqual(t, errors.Is(made, python.Exception("ValueError")), true)
	err := failures.Again(ctx, made)
	var large *failures.TooLargeError
	wantEqual(t, errors.As(err, &large), true)
	wantEqual(t, ok[bool](t)(large.Raised.Value.Is(ctx, made.Raised.Value)), true)
	wantRefused(t, failures.Again(ctx, nil),
		"failures.again: argument error: expected failures.TooLargeError, got nil *failures.TooLargeError")
}

func TestExceptions_OfGoReachPython(t *testing.T) {
	seen := ok[string](t)(failures.Guarded(ctx, func(ctx context.Context) error {
		far, err := failures.NewFarTooLargeError(ctx, 1e6)
		if err != nil {
			return err
		}
		return far
	}))
	wantEqual(t, seen, "FarTooLargeError: 1000000.0 is more than 10.0")
}
