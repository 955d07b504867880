package suite

import (
	"errors"
	"fmt"
	"os"
	"runtime"
	"sync"
	"testing"

	"github.com/gophersnake/gophersnake/python"
	"github.com/gophersnake/gophersnake/tests/end_to_end/suite/faults"
	"github.com/gophersnake/gophersnake/tests/end_to_end/suite/layouts"
	"github.com/gophersnake/gophersnake/tests/end_to_end/suite/nested"
	"github.com/gophersnake/gophersnake/tests/end_to_end/suite/system"
	"github.com/gophersnake/gophersnake/tests/end_to_end/suite/waiting"
)

// together runs f in n goroutines at once and returns what went wrong.
func together(t *testing.T, n int, f func(i int) error) {
	t.Helper()
	problems := make([]error, n)
	var all sync.WaitGroup
	for i := range n {
		all.Go(func() { problems[i] = f(i) })
	}
	all.Wait()
	if err := errors.Join(problems...); err != nil {
		t.Fatal(err)
	}
}

func different[T any](got, want T) error { return fmt.Errorf("got %v, want %v", got, want) }

func TestGoroutines_AThousandMakeAHundredCallsEach(t *testing.T) {
	together(t, 1000, func(i int) error {
		for call := range 100 {
			n := i*1000 + call
			got, err := faults.Count(ctx, n)
			if err != nil {
				return err
			}
			if got != n {
				return different(got, n)
			}
		}
		return nil
	})
}

func TestGoroutines_CallEverythingAtOnce(t *testing.T) {
	kinds := []func(i int) error{
		func(i int) error {
			lists := [][]int{{i}, {}, {i, i + 1}}
			back, err := nested.Lists(ctx, lists)
			if err == nil && fmt.Sprint(back) != fmt.Sprint(lists) {
				return different(back, lists)
			}
			return err
		},
		func(i int) error {
			a := python.NewArray([]int32{int32(i), 2})
			back, err := layouts.Same(ctx, a)
			if err != nil {
				return err
			}
			defer back.Close()
			if back.At(0) != int32(i) {
				return different(back.At(0), int32(i))
			}
			return nil
		},
		func(i int) error {
			text := fmt.Sprint("number ", i)
			err := faults.Noted(ctx, text)
			var e *python.Error
			if !errors.As(err, &e) || len(e.Notes) != 1 || e.Notes[0] != text {
				return different[any](err, text)
			}
			return e.Value.Close()
		},
		func(i int) error {
			o, err := python.From(ctx, map[string]int{"i": i})
			if err != nil {
				return err
			}
			defer o.Close()
			back, err := python.To[map[string]int](ctx, o)
			if err == nil && back["i"] != i {
				return different(back["i"], i)
			}
			return err
		},
		func(i int) error {
			_, err := nested.Lists(ctx, [][]int{make([]int, 1000), {i}})
			return err
		},
	}
	together(t, 200, func(i int) error {
		for call := range 50 {
			if err := kinds[(i+call)%len(kinds)](i*1000 + call); err != nil {
				return err
			}
		}
		return nil
	})
}

func TestGoroutines_RunAtTheSameTimeWithoutTheGIL(t *testing.T) {
	if !withoutGIL() {
		return
	}
	together(t, 2, func(i int) error {
		met, err := waiting.Meet(ctx, i)
		if err == nil && !met {
			return errors.New("the GIL is on")
		}
		return err
	})
}

func TestGoroutines_ShareAnObject(t *testing.T) {
	o := eval(t, "[]")
	add := ok[*python.Object](t)(o.Attr(ctx, "append"))
	together(t, 100, func(i int) error {
		for range 20 {
			if _, err := add.Call(ctx, i); err != nil {
				return err
			}
		}
		return nil
	})
	wantEqual(t, ok[int](t)(o.Len(ctx)), 2000)
}

func TestGoroutines_ShortLivedThreadsLeaveNoThreadState(t *testing.T) {
	const threads = 10_000
	places := make(chan struct{}, 64)
	failures := make(chan error, threads)
	var all sync.WaitGroup
	for i := range threads {
		places <- struct{}{}
		all.Go(func() {
			runtime.LockOSThread() // and never unlocked: the thread ends with the goroutine
			if got, err := faults.Count(ctx, i); err != nil || got != i {
				failures <- fmt.Errorf("call %d returned %d: %w", i, got, err)
			}
			<-places
		})
	}
	all.Wait()
	select {
	case err := <-failures:
		t.Fatal(err)
	default:
	}
	eventually(t, "there are no more thread states than threads", func() bool {
		states := ok[int](t)(system.ThreadStates(ctx))
		tasks, err := os.ReadDir("/proc/self/task")
		if err != nil { // not Linux
			return states < threads/10
		}
		t.Logf("%d thread states, %d threads", states, len(tasks))
		return states <= len(tasks) && len(tasks) < threads/10
	})
}
