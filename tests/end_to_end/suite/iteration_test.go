package suite

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"slices"
	"strings"
	"sync/atomic"
	"testing"

	"github.com/gophersnake/gophersnake/python"
	"github.com/gophersnake/gophersnake/tests/end_to_end/suite/iteration"
)

// collected returns all items of a sequence, and the error that ended it.
func collected[T any](items iter.Seq2[T, error]) ([]T, error) {
	var all []T
	for item, err := range items {
		if err != nil {
			return all, err
		}
		all = append(all, item)
	}
	return all, nil
}

func wantLog(t *testing.T, want ...string) {
	t.Helper()
	wantEqual(t, ok[[]string](t)(iteration.TakenLog(ctx)), append([]string{}, want...))
}

func TestIteration_ToTheEnd(t *testing.T) {
	numbers := ok[iter.Seq2[int, error]](t)(iteration.Numbers(ctx, 4))
	wantEqual(t, ok[[]int](t)(collected(numbers)), []int{0, 1, 2, 3})
	wantLog(t, "numbers ended")
	wantEqual(t, ok[[]int](t)(collected(numbers)), nil)
	got := ok[[]*int](t)(collected(ok[iter.Seq2[*int, error]](t)(iteration.Optional(ctx, 3))))
	wantEqual(t, []any{*got[0], got[1] == nil, *got[2]}, []any{0, true, 2})
}

func TestIteration_LeftEarlyClosesTheGenerator(t *testing.T) {
	numbers := ok[iter.Seq2[int, error]](t)(iteration.Numbers(ctx, 1_000_000))
	for n, err := range numbers {
		done(t, err)
		if n == 3 {
			break
		}
	}
	wantLog(t, "numbers ended")
	_, err := collected(numbers)
	wantEqual(t, errors.Is(err, python.ErrClosed), true)
}

func TestIteration_ForeverAndLazily(t *testing.T) {
	for n, err := range ok[iter.Seq2[int, error]](t)(iteration.Forever(ctx)) {
		done(t, err)
		if n == 1000 {
			break
		}
	}
}

func TestIteration_IterableMoreThanOnce(t *testing.T) {
	squares := ok[iter.Seq2[int, error]](t)(iteration.Squares(ctx, 4))
	for range 2 {
		wantEqual(t, ok[[]int](t)(collected(squares)), []int{0, 1, 4, 9})
	}
}

func TestIteration_RaisesHalfWay(t *testing.T) {
	texts, err := collected(ok[iter.Seq2[string, error]](t)(iteration.Breaks(ctx, 2)))
	wantEqual(t, texts, []string{"text 0", "text 1"})
	wantText(t, err, "a Python iterator: ValueError: no more")
}

func TestIteration_OfTheWrongType(t *testing.T) {
	kept, err := collected(ok[iter.Seq2[int, error]](t)(iteration.Lies(ctx)))
	wantEqual(t, kept, []int{1})
	wantRefused(t, err, "a Python iterator: item 1: expected int, got str")
	_, err = iteration.NoIterator(ctx)
	wantRefused(t, err, "iteration.no_iterator: result: expected iterator, got list")
}

func TestIteration_Cancelled(t *testing.T) {
	within, cancel := context.WithCancel(ctx)
	defer cancel()
	numbers := ok[iter.Seq2[int, error]](t)(iteration.Numbers(within, 1_000_000))
	var err error
	count := 0
	for _, err = range numbers {
		if count++; count == 10 {
			cancel()
		}
	}
	wantEqual(t, count, 11)
	wantEqual(t, errors.Is(err, context.Canceled), true)
	eventually(t, "the generator is closed", func() bool {
		return slices.Equal(ok[[]string](t)(iteration.TakenLog(ctx)), []string{"numbers ended"})
	})
}

func TestIteration_CancelledBetweenTwoItems(t *testing.T) {
	within, cancel := context.WithCancel(ctx)
	defer cancel()
	numbers := ok[iter.Seq2[int, error]](t)(iteration.Kept(within, 1_000_000))
	for _, err := range numbers {
		if err != nil {
			wantEqual(t, errors.Is(err, context.Canceled), true)
			break
		}
		cancel()
	}
	wantLog(t, "numbers ended") // at once, though Python still has it
	wantEqual(t, ok[[]int](t)(collected(numbers)), nil)
}

func TestIteration_UsedTwiceAtOnce(t *testing.T) {
	numbers := ok[iter.Seq2[int, error]](t)(iteration.Numbers(ctx, 3))
	for _, err := range numbers {
		done(t, err)
		_, err = collected(numbers)
		wantEqual(t, errors.Is(err, python.ErrInUse), true)
		break
	}
	wantLog(t, "numbers ended")
}

func TestGenerators_SendAndReturn(t *testing.T) {
	averages := ok[*python.Generator[float64, float64, string]](t)(iteration.Averages(ctx))
	mean, more, err := averages.Next(ctx)
	done(t, err)
	wantEqual(t, []any{mean, more}, []any{0.0, true})
	for _, step := range [][2]float64{{10, 10}, {20, 15}, {30, 20}} {
		mean, _, err := averages.Send(ctx, step[0])
		done(t, err)
		wantEqual(t, mean, step[1])
	}
	_, returned := averages.Return()
	wantEqual(t, returned, false)
	_, more, err = averages.Send(ctx, 0)
	done(t, err)
	wantEqual(t, more, false)
	text, returned := averages.Return()
	wantEqual(t, []any{text, returned}, []any{"3 numbers", true})
	_, more, err = averages.Next(ctx)
	wantEqual(t, []any{more, err}, []any{false, nil})
	wantLog(t, "averages ended")
}

func TestGenerators_SendBeforeTheFirstYield(t *testing.T) {
	averages := ok[*python.Generator[float64, float64, string]](t)(iteration.Averages(ctx))
	sentTooEarly(t, averages, "generator")
	wantLog(t, "averages ended")
}

// sentTooEarly sends a generator of averages a value before it can take one, goes on with it
// all the same, and closes it.
func sentTooEarly(t *testing.T, averages interface {
	Next(context.Context) (float64, bool, error)
	Send(context.Context, float64) (float64, bool, error)
	Close(context.Context) error
}, kind string) {
	t.Helper()
	for range 2 {
		_, _, err := averages.Send(ctx, 1)
		wantText(t, err, "a Python generator: TypeError: can't send non-None value to a just-started "+kind)
	}
	_, more, err := averages.Next(ctx)
	done(t, err)
	wantEqual(t, more, true)
	mean, _, err := averages.Send(ctx, 8)
	done(t, err)
	wantEqual(t, mean, 8.0)
	done(t, averages.Close(ctx))
}

func TestGenerators_PassedBack(t *testing.T) {
	averages := ok[*python.Generator[float64, float64, string]](t)(iteration.Averages(ctx))
	_, _, err := averages.Next(ctx)
	done(t, err)
	wantEqual(t, ok[float64](t)(iteration.Continued(ctx, averages)), 10.0)
	mean, _, err := averages.Send(ctx, 20)
	done(t, err)
	wantEqual(t, mean, 15.0)
	done(t, averages.Close(ctx))
	_, err = iteration.Continued(ctx, averages)
	wantEqual(t, errors.Is(err, python.ErrClosed), true)
	_, err = iteration.Continued(ctx, nil)
	wantEqual(t, err != nil, true)
	wantLog(t, "averages ended")
}

func TestGenerators_CloseRunsFinally(t *testing.T) {
	averages := ok[*python.Generator[float64, float64, string]](t)(iteration.Averages(ctx))
	_, _, err := averages.Next(ctx)
	done(t, err)
	done(t, averages.Close(ctx))
	wantLog(t, "averages ended")
	done(t, averages.Close(ctx))
	_, _, err = averages.Next(ctx)
	wantEqual(t, errors.Is(err, python.ErrClosed), true)

	failing := ok[*python.Generator[int, int, struct{}]](t)(iteration.FailsAtClose(ctx))
	_, _, err = failing.Next(ctx)
	done(t, err)
	wantText(t, failing.Close(ctx), "a Python generator: RuntimeError: in finally")
}

func TestGenerators_Throw(t *testing.T) {
	stubborn := ok[*python.Generator[int, struct{}, string]](t)(iteration.Stubborn(ctx))
	_, _, err := stubborn.Next(ctx)
	done(t, err)
	length, _, err := stubborn.Throw(ctx, errors.New("twelve bytes"))
	done(t, err)
	wantEqual(t, length, 12)
	_, _, err = stubborn.Throw(ctx, errSentinel)
	wantEqual(t, errors.Is(err, errSentinel), true)
	wantLog(t, "stubborn ended")
	_, more, err := stubborn.Next(ctx)
	wantEqual(t, []any{more, err}, []any{false, nil})
}

func TestGenerators_All(t *testing.T) {
	stubborn := ok[*python.Generator[int, struct{}, string]](t)(iteration.Stubborn(ctx))
	wantEqual(t, ok[[]int](t)(collected(stubborn.All(ctx))), []int{1})
	text, _ := stubborn.Return()
	wantEqual(t, text, "done")
	averages := ok[*python.Generator[float64, float64, string]](t)(iteration.Averages(ctx))
	for _, err := range averages.All(ctx) {
		done(t, err)
		break
	}
	wantLog(t, "stubborn ended", "averages ended")
}

func newEchoes(t *testing.T) *python.Generator[string, string, string] {
	t.Helper()
	echoes := ok[*python.Generator[string, string, string]](t)(iteration.Echoes(ctx))
	_, _, err := echoes.Next(ctx)
	done(t, err)
	return echoes
}

func TestGenerators_OutliveWhatDoesNotReachThem(t *testing.T) {
	echoes := newEchoes(t)
	_, _, err := echoes.Send(ctx, "\xff")
	wantRefused(t, err, "a Python generator: argument sent[0]: expected valid UTF-8, got 'utf-8' codec can't decode byte 0xff in position 0: invalid start byte")
	_, _, err = echoes.Send(ctx, "number")
	wantRefused(t, err, "a Python generator: result[0][0]: expected str, got int")
	ended, cancel := context.WithCancel(ctx)
	cancel()
	_, _, err = echoes.Send(ended, "late")
	wantEqual(t, errors.Is(err, context.Canceled), true)
	echo, more, err := echoes.Send(ctx, "still there")
	done(t, err)
	wantEqual(t, []any{echo, more}, []any{"still there", true})
	_, _, err = echoes.Send(ctx, "end")
	done(t, err)
	_, err = collected(newEchoes(t).All(ended))
	wantEqual(t, errors.Is(err, context.Canceled), true)
	wantLog(t, "echoes ended", "echoes ended")
}

func TestGenerators_MoveBetweenGoroutines(t *testing.T) {
	echoes := newEchoes(t)
	for i := range 20 {
		sent := fmt.Sprint("from goroutine ", i)
		echo := make(chan string)
		go func() {
			text, _, err := echoes.Send(ctx, sent)
			echo <- fmt.Sprint(text, err)
		}()
		wantEqual(t, <-echo, sent+"<nil>")
	}
	done(t, echoes.Close(ctx))
	wantLog(t, "echoes ended")
}

func TestGenerators_AreUsedByOneGoroutineAtATime(t *testing.T) {
	entered, release := make(chan struct{}), make(chan struct{})
	doubled := ok[iter.Seq2[int, error]](t)(iteration.Doubled(ctx, func(yield func(int) bool) {
		close(entered)
		<-release
		yield(21)
	}))
	first := make(chan []int)
	go func() {
		items, _ := collected(doubled)
		first <- items
	}()
	<-entered
	_, err := collected(doubled)
	wantEqual(t, errors.Is(err, python.ErrInUse), true)
	close(release)
	wantEqual(t, <-first, []int{42})
}

func TestSequences_AreIterables(t *testing.T) {
	wantEqual(t, ok[float64](t)(iteration.Total(ctx, slices.Values([]float64{1, 2, 3.5}))), 6.5)
	sum, largest, err := iteration.Twice(ctx, slices.Values([]int{3, 9, 4}))
	done(t, err)
	wantEqual(t, []int{sum, largest}, []int{16, 9})
	_, err = iteration.Total(ctx, nil)
	wantRefused(t, err, "iteration.total: argument values: expected sequence, got nil")
	eventually(t, "the sequences were given back", noneLent(t))
}

// counting yields texts, and counts how many, and whether it was stopped.
func counting(given *atomic.Int64, stopped *atomic.Bool) iter.Seq[string] {
	return func(yield func(string) bool) {
		defer stopped.Store(true)
		for {
			given.Add(1)
			if !yield("text") {
				return
			}
		}
	}
}

func TestSequences_RunOnlyAsFarAsTheyAreAsked(t *testing.T) {
	var given atomic.Int64
	var stopped atomic.Bool
	got := ok[[]string](t)(iteration.First(ctx, counting(&given, &stopped), 3))
	wantEqual(t, len(got), 3)
	wantEqual(t, given.Load(), 3)
	wantEqual(t, stopped.Load(), true)
}

func TestSequences_StopWhenPythonDropsThem(t *testing.T) {
	stopped := make(chan struct{})
	endless := func(yield func(int) bool) {
		defer close(stopped)
		for n := 5; yield(n); n++ {
		}
	}
	wantEqual(t, ok[int](t)(iteration.Hold(ctx, endless)), 5)
	done(t, iteration.Drop(ctx))
	eventually(t, "the sequence was given back", noneLent(t))
	<-stopped
}

func TestSequences_ThroughPythonAndBack(t *testing.T) {
	doubled := ok[iter.Seq2[int, error]](t)(iteration.Doubled(ctx, slices.Values([]int{1, 2, 3})))
	wantEqual(t, ok[[]int](t)(collected(doubled)), []int{2, 4, 6})
	again := ok[iter.Seq2[int, error]](t)(iteration.Again(ctx, slices.Values([]int{1, 2})))
	for range 2 {
		wantEqual(t, ok[[]int](t)(collected(again)), []int{1, 2})
	}
}

func TestSequences_OfWhatCannotCross(t *testing.T) {
	seven := func(context.Context) (int, error) { return 7, nil }
	wantEqual(t, ok[[]int](t)(iteration.Called(ctx, slices.Values([]python.Func0[int]{seven}))), []int{7})
	_, err := iteration.Called(ctx, slices.Values([]python.Func0[int]{seven, nil}))
	wantText(t, err, "iteration.called: gophersnake.GoError: a Go sequence: item: expected function, got nil")
}

func TestSequences_Panic(t *testing.T) {
	_, err := iteration.Total(ctx, func(yield func(float64) bool) {
		yield(1)
		panic(errSentinel)
	})
	wantEqual(t, raised(t, err).Type, "GoPanic")
	wantEqual(t, errors.Is(err, errSentinel), true)
}

func TestManagers_With(t *testing.T) {
	opened := func(options ...iteration.OpenedOptions) *python.ContextManager[string] {
		return ok[*python.ContextManager[string]](t)(iteration.Opened(ctx, "file", options...))
	}
	done(t, python.With(ctx, opened(), func(name string) error {
		wantEqual(t, name, "FILE")
		return nil
	}))
	wantLog(t, "enter file", "exit file")

	err := python.With(ctx, opened(), func(string) error { return errSentinel })
	wantEqual(t, errors.Is(err, errSentinel), true)
	wantLog(t, "enter file", "GoError: sentinel", "exit file")

	done(t, python.With(ctx, opened(iteration.OpenedOptions{Suppress: python.Some(true)}), func(string) error { return errSentinel }))
	wantLog(t, "enter file", "GoError: sentinel", "exit file")
}

func TestManagers_ExitWhenTheBodyPanics(t *testing.T) {
	func() {
		defer func() { wantEqual(t, recover(), any("body")) }()
		manager := ok[*python.ContextManager[string]](t)(iteration.Opened(ctx, "file"))
		_ = python.With(ctx, manager, func(string) error { panic("body") })
	}()
	log := ok[[]string](t)(iteration.TakenLog(ctx))
	wantEqual(t, strings.Join(log, "; "), "enter file; GoError: panic: a panic inside python.With; exit file")
}

func TestManagers_ThatFailToExit(t *testing.T) {
	manager := ok[*python.ContextManager[int]](t)(iteration.Manager(ctx))
	err := python.With(ctx, manager, func(n int) error {
		wantEqual(t, n, 7)
		return errSentinel
	})
	wantEqual(t, python.IsException(err, "OSError"), true)
	wantEqual(t, errors.Is(err, errSentinel), true)
}
