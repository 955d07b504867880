package suite

import (
	"context"
	"errors"
	"os"
	"runtime"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/gophersnake/gophersnake/python"
	"github.com/gophersnake/gophersnake/tests/end_to_end/suite/callables"
	"github.com/gophersnake/gophersnake/tests/end_to_end/suite/waiting"
)

// Threads that have been in Python stay with the process, so that what counts them runs
// in a process of its own.

// ofTheRuntime is how many threads Go and Python have for themselves, and some to spare.
const ofTheRuntime = 16

func init() {
	scenarios["crowd of short calls"] = func(string) (any, error) { return crowd(10_000, 100) }
	scenarios["crowd of sleepers"] = func(string) (any, error) { return sleepers(2_000, 0.5) }
	scenarios["a single place"] = func(string) (any, error) { return nil, singlePlace() }
}

// report is what a crowd tells of itself.
type report struct {
	Calls   int64
	Threads int
	Took    time.Duration
	Alone   time.Duration // the same work by one goroutine
	Stats   python.CallStats
}

// threads returns how many threads the process has, 0 where that is not known.
func threads() int {
	tasks, _ := os.ReadDir("/proc/self/task")
	return len(tasks)
}

func crowd(goroutines, calls int) (report, error) {
	var r report
	var wrong atomic.Pointer[error]
	work := func(g int) {
		for call := range calls {
			if got, err := waiting.Short(ctx, g*calls+call); err != nil || got != g*calls+call {
				err = errors.Join(err, different(got, g*calls+call))
				wrong.Store(&err)
			}
			atomic.AddInt64(&r.Calls, 1)
		}
	}
	work(0) // binds
	r.Calls = 0
	begun := time.Now()
	for g := range goroutines {
		work(g)
	}
	r.Alone, r.Calls = time.Since(begun), 0
	begun = time.Now()
	var all sync.WaitGroup
	for g := range goroutines {
		all.Go(func() { work(g) })
	}
	all.Wait()
	r.Took, r.Threads, r.Stats = time.Since(begun), threads(), python.Calls()
	if err := wrong.Load(); err != nil {
		return r, *err
	}
	return r, nil
}

func sleepers(goroutines int, seconds float64) (report, error) {
	var r report
	if _, err := waiting.Sleep(ctx, 0); err != nil {
		return r, err
	}
	problems := make([]error, goroutines)
	begun := time.Now()
	var all sync.WaitGroup
	for g := range goroutines {
		all.Go(func() { _, problems[g] = waiting.Sleep(ctx, seconds) })
	}
	all.Wait()
	r.Took, r.Threads, r.Stats = time.Since(begun), threads(), python.Calls()
	return r, errors.Join(problems...)
}

func TestGovernor_TenThousandGoroutinesMakeShortCalls(t *testing.T) {
	r := run[report](t, "crowd of short calls", "")
	t.Logf("%d calls in %v, by one goroutine in %v; %d threads; %d waited, %v in the middle, p99 %v",
		r.Calls, r.Took, r.Alone, r.Threads, r.Stats.Waits, r.Stats.MedianWait, r.Stats.P99Wait)
	wantEqual(t, r.Calls, 1_000_000)
	if most := max(8, 2*runtime.GOMAXPROCS(0)) + ofTheRuntime; r.Threads > most {
		t.Errorf("there are %d threads, want at most %d", r.Threads, most)
	}
	wantEqual(t, r.Stats.Running, 0)
	wantEqual(t, r.Stats.Queued, 0)
}

func TestGovernor_TwoThousandCallsSleep(t *testing.T) {
	r := run[report](t, "crowd of sleepers", "")
	t.Logf("%v; %d threads; %d waited, %v in the middle, p99 %v", r.Took, r.Threads, r.Stats.Waits, r.Stats.MedianWait, r.Stats.P99Wait)
	if r.Took > 30*time.Second { // alone on a machine it is less than 3 s; in 8 places, two minutes
		t.Errorf("it took %v", r.Took)
	}
	if r.Threads > 1024+ofTheRuntime {
		t.Errorf("there are %d threads, want at most 1024 and a few", r.Threads)
	}
	wantEqual(t, r.Stats.Running, 0)
	wantEqual(t, r.Stats.Blocked, 0)
}

// singlePlace queues behind a call that sleeps in the only place there is.
func singlePlace() error {
	if err := python.Start(python.Config{Threads: 1, MaxThreads: 1}); err != nil {
		return err
	}
	if _, err := waiting.Sleep(ctx, 0); err != nil {
		return err
	}
	if _, err := waiting.Short(ctx, 0); err != nil {
		return err
	}
	var sleeping sync.WaitGroup
	sleeping.Go(func() { _, _ = waiting.Sleep(ctx, 0.3) })
	for python.Calls().Running == 0 {
		time.Sleep(time.Millisecond)
	}
	late, cancel := context.WithTimeout(ctx, 50*time.Millisecond)
	defer cancel()
	begun := time.Now()
	_, err := waiting.Short(late, 1)
	if took := time.Since(begun); took > 250*time.Millisecond {
		return different(took, 50*time.Millisecond)
	}
	if !errors.Is(err, context.DeadlineExceeded) || err.Error() != "gophersnake: waiting.short: context deadline exceeded" {
		return different[any](err, context.DeadlineExceeded)
	}
	if stats := python.Calls(); stats.Running != 1 || stats.Queued != 0 || stats.Waits != 1 {
		return different[any](stats, "1 running, 0 queued, 1 waited")
	}
	if _, err := waiting.Short(ctx, 1); err != nil { // waits until the place is free
		return err
	}
	sleeping.Wait()
	return nil
}

func TestGovernor_QueuesUntilTheContextEnds(t *testing.T) {
	run[any](t, "a single place", "")
}

// One call in 64 is timed, so at least three of these are.
func TestGovernor_TimeInPython(t *testing.T) {
	before := python.Calls()
	sleep := eval(t, "__import__('time').sleep")
	for range 4 * 64 {
		ok[*python.Object](t)(sleep.Call(ctx, 0.001))
	}
	after := python.Calls()
	if spent := after.InPython - before.InPython; spent < 3*64*time.Millisecond {
		t.Errorf("256 calls of a millisecond were %v in Python", spent)
	}
	if spent := after.Attached - before.Attached; spent < 3*64*time.Millisecond {
		t.Errorf("256 calls of a millisecond were attached for %v", spent)
	}
}

func nap(context.Context) error {
	time.Sleep(time.Millisecond)
	return nil
}

func TestGovernor_TimeInCallbacksIsNotAttached(t *testing.T) {
	before := python.Calls()
	for range 4 * 64 {
		done(t, callables.Nothing(ctx, nap))
	}
	after := python.Calls()
	inPython, attached := after.InPython-before.InPython, after.Attached-before.Attached
	if attached <= 0 || inPython-attached < 3*64*time.Millisecond {
		t.Errorf("256 calls with a millisecond in Go were %v in Python, %v of that attached", inPython, attached)
	}
}
