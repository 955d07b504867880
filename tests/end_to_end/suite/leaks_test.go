package suite

import (
	"strings"
	"testing"

	"github.com/gophersnake/gophersnake/python"
	"github.com/gophersnake/gophersnake/tests/end_to_end/suite/failures"
)

// leaksOf returns what came from Python in this function of the tests and was not closed.
func leaksOf(function string) (held, collected int) {
	for _, leak := range python.Leaks() {
		if len(leak.Frames) != 0 && strings.HasSuffix(leak.Frames[0].Function, function) {
			held, collected = held+leak.Held, collected+leak.Collected
		}
	}
	return held, collected
}

//go:noinline
func forgotten(t *testing.T) {
	for range 3 {
		ok[*python.Object](t)(python.Eval(ctx, "object()"))
	}
}

func TestLeaks_WhatIsHeldAndWhatWasForgotten(t *testing.T) {
	python.TrackLeaks(true)
	defer python.TrackLeaks(false)
	var kept []*python.Object
	for range 2 {
		kept = append(kept, ok[*python.Object](t)(python.Eval(ctx, "object()")))
	}
	held, collected := leaksOf(t.Name())
	wantEqual(t, []int{held, collected}, []int{2, 0})
	forgotten(t)
	eventually(t, "the forgotten objects are collected", func() bool {
		held, collected := leaksOf(".forgotten")
		return held == 0 && collected == 3
	})
	for _, each := range kept {
		done(t, each.Close())
	}
	held, collected = leaksOf(t.Name())
	wantEqual(t, []int{held, collected}, []int{0, 0})
}

// Where generated code made the object, it is the first frame.
func TestLeaks_OfGeneratedCode(t *testing.T) {
	python.TrackLeaks(true)
	defer python.TrackLeaks(false)
	large := ok[*failures.TooLargeError](t)(failures.Made(ctx, 15))
	var text string
	for _, leak := range python.Leaks() {
		text += leak.String()
	}
	for _, want := range []string{"1 held, 0 collected:\n", "failures.Made\n", "suite.TestLeaks_OfGeneratedCode\n", "leaks_test.go:"} {
		if !strings.Contains(text, want) {
			t.Errorf("%q is not in %s", want, text)
		}
	}
	done(t, large.Raised.Value.Close())
	wantEqual(t, python.Leaks(), []python.Leak{})
}
