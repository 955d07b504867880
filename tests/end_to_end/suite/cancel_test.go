package suite

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/gophersnake/gophersnake/python"
	"github.com/gophersnake/gophersnake/tests/end_to_end/suite/callables"
	"github.com/gophersnake/gophersnake/tests/end_to_end/suite/faults"
	"github.com/gophersnake/gophersnake/tests/end_to_end/suite/waiting"
)

// forever is how long a call takes that is interrupted: much longer than the test
// waits.
const forever = 60.0

// wantCancelled fails unless err is the end of a context that came while Python ran.
func wantCancelled(t testing.TB, err, cause error) {
	t.Helper()
	if !errors.Is(err, cause) {
		t.Fatalf("the error is %v, want %v", err, cause)
	}
	if !python.IsException(err, "gophersnake.host.cancellation.Cancelled") {
		t.Errorf("%+v does not come from Python", err)
	}
}

// cancelSoon returns a context that is cancelled when Python has had time to begin.
func cancelSoon(t testing.TB) context.Context {
	cancelled, cancel := context.WithCancel(ctx)
	timer := time.AfterFunc(20*time.Millisecond, cancel)
	t.Cleanup(func() { timer.Stop(); cancel() })
	return cancelled
}

func TestCancel_InterruptsBytecode(t *testing.T) {
	ok[int](t)(waiting.Spin(ctx, 0)) // bound
	begun := time.Now()
	_, err := waiting.Spin(cancelSoon(t), forever)
	wantCancelled(t, err, context.Canceled)
	wantText(t, err, "gophersnake: waiting.spin: context canceled")
	if took := time.Since(begun); took > 5*time.Second {
		t.Errorf("it took %v", took)
	}
	if long := fmt.Sprintf("%+v", err); !strings.Contains(long, "in spin") {
		t.Errorf("%%+v does not say where it was interrupted: %s", long)
	}
}

func TestCancel_DeadlineAndCause(t *testing.T) {
	ok[int](t)(waiting.Spin(ctx, 0)) // bound
	late, cancel := context.WithTimeout(ctx, 20*time.Millisecond)
	defer cancel()
	_, err := waiting.Spin(late, forever)
	wantCancelled(t, err, context.DeadlineExceeded)
	wantText(t, err, "gophersnake: waiting.spin: context deadline exceeded")

	enough := errors.New("enough")
	caused, end := context.WithCancelCause(ctx)
	time.AfterFunc(20*time.Millisecond, func() { end(enough) })
	_, err = waiting.Spin(caused, forever)
	wantCancelled(t, err, context.Canceled)
	if !errors.Is(err, enough) {
		t.Errorf("%v does not hold its cause", err)
	}
}

func TestCancel_RunsFinally(t *testing.T) {
	done(t, waiting.Clean(ctx, 0)) // bound
	ok[[]string](t)(waiting.Happened(ctx))
	wantCancelled(t, waiting.Clean(cancelSoon(t), forever), context.Canceled)
	wantEqual(t, ok[[]string](t)(waiting.Happened(ctx)), []string{"begun", "cleaned"})
}

func TestCancel_IsNotStoppedByExceptException(t *testing.T) {
	done(t, waiting.SuppressOrdinary(ctx, 0)) // bound
	ok[[]string](t)(waiting.Happened(ctx))
	wantCancelled(t, waiting.SuppressOrdinary(cancelSoon(t), forever), context.Canceled)
	wantEqual(t, len(ok[[]string](t)(waiting.Happened(ctx))), 0)
}

func TestCancel_CaughtInPython(t *testing.T) {
	ok[string](t)(waiting.Catch(ctx, 0)) // bound
	wantEqual(t, ok[string](t)(waiting.Catch(cancelSoon(t), forever)), "caught Cancelled")
}

func TestCancel_TranslatedInPython(t *testing.T) {
	done(t, waiting.Translate(ctx, 0)) // bound
	err := waiting.Translate(cancelSoon(t), forever)
	if !errors.Is(err, context.Canceled) || !python.IsException(err, "RuntimeError") {
		t.Fatalf("%v is not both the context's error and Python's", err)
	}
	wantEqual(t, raised(t, err).Cause.Type, "Cancelled")
}

func TestCancel_InAGenerator(t *testing.T) {
	ok[[]string](t)(waiting.Happened(ctx))
	numbers := ok[*python.Object](t)(waiting.SlowNumbers(ctx, forever))
	var seen []string
	var last error
	cancelled, cancel := context.WithCancel(ctx)
	defer cancel()
	for number, err := range numbers.All(cancelled) {
		if err != nil {
			last = err
			break
		}
		seen = append(seen, number.String())
		time.AfterFunc(20*time.Millisecond, cancel)
	}
	wantCancelled(t, last, context.Canceled)
	wantEqual(t, seen, []string{"0"})
	wantEqual(t, ok[[]string](t)(waiting.Happened(ctx)), []string{"closed"})
}

func TestCancel_InACallback(t *testing.T) {
	cancelled, cancel := context.WithCancel(ctx)
	defer cancel()
	var inner error
	err := callables.Nothing(cancelled, func(called context.Context) error {
		cancel()
		time.Sleep(50 * time.Millisecond) // now the interruption is pending
		if _, err := waiting.Busy(ctx, 1, 1000); err != nil {
			return fmt.Errorf("the inner call was hit: %w", err)
		}
		_, inner = waiting.Spin(called, forever)
		return nil
	})
	wantCancelled(t, err, context.Canceled)
	if !errors.Is(inner, context.Canceled) {
		t.Errorf("the inner call with the same context ended with %v", inner)
	}
}

func TestCancel_WhileAsleepComesAfterwards(t *testing.T) {
	ok[string](t)(waiting.Sleep(ctx, 0)) // bound
	ok[[]string](t)(waiting.Happened(ctx))
	_, err := waiting.Sleep(cancelSoon(t), 0.2)
	wantCancelled(t, err, context.Canceled)
	wantEqual(t, ok[[]string](t)(waiting.Happened(ctx)), []string{"asleep"})
}

func TestCancel_DetachedWhileAsleep(t *testing.T) {
	ok[string](t)(waiting.Sleep(ctx, 0)) // bound
	ok[[]string](t)(waiting.Happened(ctx))
	begun := time.Now()
	_, err := waiting.Sleep(python.WithDetach(cancelSoon(t)), 0.5)
	wantText(t, err, "gophersnake: waiting.sleep: context canceled")
	if took := time.Since(begun); took > 400*time.Millisecond {
		t.Errorf("it took %v", took)
	}
	time.Sleep(time.Second) // the thread goes on, and is interrupted as soon as it can be
	wantEqual(t, ok[[]string](t)(waiting.Happened(ctx)), []string{"asleep"})
}

func TestCancel_DetachedReturnsResults(t *testing.T) {
	cancelled, cancel := context.WithCancel(ctx)
	defer cancel()
	wantEqual(t, ok[int](t)(waiting.Short(python.WithDetach(cancelled), 7)), 7)
	wantEqual(t, ok[int](t)(waiting.Short(python.WithDetach(ctx), 8)), 8)
	wantText(t, faults.KeyError(python.WithDetach(cancelled)), "faults.key_error: KeyError: 'k'")
}

func TestCancel_WhileTheInterpreterIsTaken(t *testing.T) {
	taken := eval(t, "__import__('ctypes').PyDLL(None).usleep") // sleeps with the GIL
	call := func(microseconds int) { done(t, closing(taken.Call(ctx, microseconds))) }
	call(0)
	var all sync.WaitGroup
	all.Go(func() { call(200_000) })
	late, cancel := context.WithTimeout(ctx, 50*time.Millisecond)
	defer cancel()
	time.Sleep(20 * time.Millisecond)
	_, err := waiting.Spin(late, forever)
	all.Wait()
	if !errors.Is(err, context.DeadlineExceeded) {
		t.Fatalf("the error is %v", err)
	}
}

// Each goroutine has its calls cancelled about when they return, sooner or later, and
// looks after each race for an exception that came too late. A million races in all.
func TestCancel_NeverLandsInAnotherCall(t *testing.T) {
	const goroutines, races = 4, 250_000
	ok[int](t)(waiting.Busy(ctx, 0, 0))
	var whole, before, inside atomic.Int64
	together(t, goroutines, func(g int) error {
		for i := range races {
			cancelled, cancel := context.WithCancel(ctx)
			go cancel()
			work := i % 37
			if inside.Load() < whole.Load()/500 { // the machine has no time for the canceller
				work *= 20
			}
			got, err := waiting.Busy(cancelled, i, work)
			switch {
			case err == nil && got == i:
				whole.Add(1)
			case python.IsException(err, "gophersnake.host.cancellation.Cancelled"):
				inside.Add(1)
			case errors.Is(err, context.Canceled):
				before.Add(1)
			default:
				return fmt.Errorf("race %d returned %d: %w", i, got, err)
			}
			if got, err := waiting.Busy(ctx, i, 20); err != nil || got != i {
				return fmt.Errorf("the call after race %d returned %d: %w", i, got, err)
			}
		}
		return nil
	})
	t.Logf("%d calls returned, %d were interrupted, %d did not begin", whole.Load(), inside.Load(), before.Load())
	if whole.Load() < races/100 || inside.Load() < races/1000 {
		t.Error("there was no race: hardly a call ended in one of the two ways")
	}
}

func TestCancel_NeverLandsInAThreadThatStarts(t *testing.T) {
	var all sync.WaitGroup
	for i := range 8 {
		all.Go(func() {
			for j := range 20 {
				c, cancel := context.WithTimeout(ctx, time.Duration(1+(i+j)%7)*time.Millisecond)
				if err := waiting.BeginThreads(c, 5000); !errors.Is(err, context.DeadlineExceeded) {
					done(t, err)
				}
				cancel()
			}
		})
	}
	all.Wait()
	wantEqual(t, ok[[]string](t)(waiting.RaisedInThreads(ctx)), []string{})
}

func TestCancel_NeverLeavesAModuleHalfImported(t *testing.T) {
	folder := t.TempDir()
	module := func(name string) string {
		source := "import time\nend = time.perf_counter() + 0.1\nwhile time.perf_counter() < end: pass\ndone = __name__\n"
		done(t, os.WriteFile(filepath.Join(folder, name+".py"), []byte(source), 0o600))
		return name
	}
	done(t, python.Exec(ctx, fmt.Sprintf("import sys; sys.path.insert(0, %q)", folder)))
	soon := func() context.Context {
		c, cancel := context.WithTimeout(ctx, 20*time.Millisecond)
		t.Cleanup(cancel)
		return c
	}
	imported := func(name string) {
		t.Helper()
		wantEqual(t, eval(t, fmt.Sprintf("getattr(sys.modules.get(%q), 'done', None)", name)).String(), name)
	}
	_ = closing(python.Import(soon(), module("imported_by_go")))
	imported("imported_by_go")
	_, err := waiting.ImportSlowly(soon(), module("imported_by_python"))
	imported("imported_by_python")
	if err != nil {
		wantCancelled(t, err, context.DeadlineExceeded)
	}
}

func TestCancel_NeverLeavesALogHandlerLocked(t *testing.T) {
	var all sync.WaitGroup
	for range 3 {
		all.Go(func() {
			for i := range 10 {
				c, cancel := context.WithTimeout(ctx, time.Duration(i)*time.Millisecond)
				_, err := waiting.LogFor(c, forever)
				cancel()
				wantEqual(t, errors.Is(err, context.DeadlineExceeded), true)
			}
		})
	}
	all.Wait()
}

func TestCancel_NeverLeavesALockTaken(t *testing.T) {
	ok[int](t)(waiting.LockFor(ctx, 0)) // bound
	for i := range 300 {
		c, cancel := context.WithTimeout(ctx, time.Duration(i%10*200)*time.Microsecond)
		_, err := waiting.LockFor(c, forever)
		cancel()
		wantEqual(t, errors.Is(err, context.DeadlineExceeded), true)
		if ok[bool](t)(waiting.IsLocked(ctx)) {
			t.Fatalf("the lock was left taken in round %d", i)
		}
	}
}

func TestCancel_ReachesWhoSleepsBeforeTakingALock(t *testing.T) {
	ok[int](t)(waiting.PollFor(ctx, 0)) // bound
	_, err := waiting.PollFor(cancelSoon(t), forever)
	wantCancelled(t, err, context.Canceled)
	wantEqual(t, ok[bool](t)(waiting.IsLocked(ctx)), false)
}

func TestCancel_NeverCutsAFinalizerOff(t *testing.T) {
	ok[int](t)(waiting.DropFor(ctx, 0)) // bound
	for i := range 20 {
		c, cancel := context.WithTimeout(ctx, time.Duration(5+i)*time.Millisecond)
		_, err := waiting.DropFor(c, forever)
		cancel()
		wantCancelled(t, err, context.DeadlineExceeded)
	}
	wantEqual(t, ok[int](t)(waiting.HalfDropped(ctx)), 0)
}

func TestCancel_IsNotLostInAFinalizer(t *testing.T) {
	err := python.Exec(ctx, `
import ctypes, functools, threading
from gophersnake.host.cancellation import Cancelled
class Dropped:
    def __del__(self):
        pass
held = [Dropped()]
interrupt = functools.partial(ctypes.pythonapi.PyThreadState_SetAsyncExc,
    ctypes.c_ulong(threading.get_ident()), ctypes.py_object(Cancelled))
list(map(functools.partial.__call__, [interrupt, functools.partial(held.clear)]))
`)
	if !python.IsException(err, "gophersnake.host.cancellation.Cancelled") {
		t.Errorf("the error is %v", err)
	}
}

func TestCancel_WhileLogging(t *testing.T) {
	ok[int](t)(waiting.LogOnly(ctx, 0)) // bound
	_, err := waiting.LogOnly(cancelSoon(t), forever)
	wantCancelled(t, err, context.Canceled)
}

func TestCancel_ManyAtOnce(t *testing.T) {
	const calls = 100
	cancelled, cancel := context.WithCancel(ctx)
	time.AfterFunc(100*time.Millisecond, cancel)
	problems := make([]error, calls)
	var all sync.WaitGroup
	for i := range calls {
		all.Go(func() { _, problems[i] = waiting.Spin(cancelled, forever) })
	}
	all.Wait()
	if i := slices.IndexFunc(problems, func(err error) bool { return !errors.Is(err, context.Canceled) }); i >= 0 {
		t.Errorf("call %d ended with %v", i, problems[i])
	}
	wantEqual(t, ok[int](t)(faults.Count(ctx, 3)), 3)
}

// closing closes the result of a call of which only the error counts.
func closing(o *python.Object, err error) error {
	if err == nil {
		o.Close()
	}
	return err
}
