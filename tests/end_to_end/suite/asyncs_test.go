package suite

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"os"
	"path/filepath"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/gophersnake/gophersnake/python"
	"github.com/gophersnake/gophersnake/tests/end_to_end/suite/asyncs"
)

func TestAsync_ResultsAreThoseOfPlainCalls(t *testing.T) {
	wantEqual(t, ok[int](t)(asyncs.Add(ctx, 1)), 11)
	wantEqual(t, ok[int](t)(asyncs.AddWith(ctx, 1, asyncs.AddOptions{B: python.Some(2)}, 3, 4)), 10)
	wantEqual(t, ok[float64](t)(asyncs.Total(ctx, make([]float64, 1000))), 0)
	text, length, err := asyncs.Pair(ctx, "four")
	done(t, err)
	wantEqual(t, fmt.Sprint(text, length), "four4")
	done(t, asyncs.Noop(ctx))
	wantEqual(t, ok[string](t)(asyncs.ThreadName(ctx)), "gophersnake.loop")
}

func init() {
	scenarios["whose the loop is"] = func(string) (any, error) { return asyncs.Loop(ctx) }
}

func TestAsync_TheLoopIsThatOfUvloopWhereItIsInstalled(t *testing.T) {
	const whose = "whose the loop is"
	if withoutGIL() && !pythonIs(t, "3.14") { // there is no uvloop for it
		wantEqual(t, run[string](t, whose, ""), "asyncio")
		return
	}
	wantEqual(t, run[string](t, whose, "", "GOPHERSNAKE_LOOP="), "uvloop")
	wantEqual(t, run[string](t, whose, "", "GOPHERSNAKE_LOOP=asyncio"), "asyncio")
	none := t.TempDir()
	done(t, os.WriteFile(filepath.Join(none, "uvloop.py"), []byte("raise ImportError"), 0o600))
	wantEqual(t, run[string](t, whose, "", "GOPHERSNAKE_LOOP=", "PYTHONPATH="+none), "asyncio")
	wantEqual(t, fails(t, whose, "", "GOPHERSNAKE_LOOP=nothing").Error,
		"asyncs.loop: ModuleNotFoundError: No module named 'nothing'")
}

func TestAsync_TheLoopStartsWhateverEndsMeanwhile(t *testing.T) {
	done(t, python.Exec(ctx, `
import time
from gophersnake.host import loop
_current, begun, started = loop.current, [], []
def slowly():
    begun.append(1)
    end = time.monotonic() + 0.1
    while time.monotonic() < end:
        pass
    started.append(1)
    return _current()
loop.current = slowly
`))
	defer func() { done(t, python.Exec(ctx, "loop.current = _current")) }()
	for _, f := range []func(context.Context) error{
		func(ctx context.Context) error { _, err := collected(asyncs.Count(ctx, 1)); return err },
		func(ctx context.Context) error { return asyncs.Sleep(ctx, 10) },
	} {
		soon, cancel := context.WithTimeout(ctx, 30*time.Millisecond)
		wantEqual(t, errors.Is(f(soon), context.DeadlineExceeded), true)
		cancel()
		wantEqual(t, eval(t, "len(begun) - len(started)").String(), "0")
	}
}

func TestAsync_AwaitablesOfPlainFunctions(t *testing.T) {
	wantEqual(t, ok[string](t)(asyncs.Later(ctx, "now")), "now")
	wantEqual(t, ok[int](t)(asyncs.Coroutine(ctx, 5)), 15)
}

func TestAsync_ExceptionsKeepTheirTracebacks(t *testing.T) {
	_, err := asyncs.Fail(ctx, "so wrong")
	wantText(t, err, "asyncs.fail: ValueError: so wrong")
	var functions []string
	for _, frame := range raised(t, err).Frames {
		functions = append(functions, frame.Function)
	}
	wantEqual(t, functions, []string{"fail", "_inner"})
	wantEqual(t, strings.Contains(fmt.Sprintf("%+v", err), "gophersnake/host"), false)
	_, err = asyncs.Wrong(ctx)
	wantRefused(t, err, "asyncs.wrong: result: expected int, got str")
}

func TestAsync_TaskGroupsRaiseExceptionGroups(t *testing.T) {
	if !pythonIs(t, "3.11") {
		return
	}
	group := raised(t, asyncs.FailInGroup(ctx))
	wantEqual(t, group.Type, "ExceptionGroup")
	wantEqual(t, len(group.Members), 2)
	wantEqual(t, errors.Is(group, python.Exception("ValueError")), true)
}

func TestAsync_ArgumentsThatCannotCross(t *testing.T) {
	_, _, err := asyncs.Pair(ctx, "\xff")
	wantRefused(t, err, "asyncs.pair: argument text: expected valid UTF-8, got 'utf-8' codec can't decode byte 0xff in position 0: invalid start byte")
}

func TestAsync_CancelledTasksCleanUp(t *testing.T) {
	asyncs.TakeEvents(ctx)
	cause := errors.New("no longer wanted")
	c, cancel := context.WithCancelCause(ctx)
	time.AfterFunc(50*time.Millisecond, func() { cancel(cause) })
	err := asyncs.CleanUp(c, "started", 60)
	wantEqual(t, errors.Is(err, context.Canceled), true)
	wantEqual(t, errors.Is(err, cause), true)
	wantEqual(t, raised(t, err).Type, "CancelledError")
	wantEqual(t, ok[[]string](t)(asyncs.TakeEvents(ctx)), []string{"started", "cleaned up"})
}

func TestAsync_Deadlines(t *testing.T) {
	c, cancel := context.WithTimeout(ctx, 20*time.Millisecond)
	defer cancel()
	err := asyncs.Sleep(c, 60)
	wantEqual(t, errors.Is(err, context.DeadlineExceeded), true)
	err = asyncs.Sleep(c, 0) // of a context that is done nothing is begun
	wantText(t, err, "gophersnake: asyncs.sleep: context deadline exceeded")
	//lint:ignore SA1012 what a nil context does is tested
	_, err = asyncs.Add(nil, 1)
	wantText(t, err, "gophersnake: asyncs.add: nil context")
}

func TestAsync_TasksMayMindBeingCancelled(t *testing.T) {
	soon := func() context.Context {
		c, cancel := context.WithTimeout(ctx, 20*time.Millisecond)
		t.Cleanup(cancel)
		return c
	}
	err := asyncs.FailWhenCancelled(soon())
	wantEqual(t, errors.Is(err, context.DeadlineExceeded), true)
	wantEqual(t, raised(t, err).Message, "not now")
	wantEqual(t, ok[string](t)(asyncs.FinishWhenCancelled(soon())), "finished")
	err = asyncs.CancelItself(ctx)
	wantText(t, err, "asyncs.cancel_itself: asyncio.exceptions.CancelledError")
	wantEqual(t, errors.Is(err, context.Canceled), false)
}

func TestAsync_TheLoopOutlivesItsTasks(t *testing.T) {
	wantText(t, asyncs.ExitWith(ctx, 3), "asyncs.exit_with: SystemExit: 3")
	wantEqual(t, raised(t, asyncs.Interrupt(ctx)).Type, "KeyboardInterrupt")
	wantEqual(t, ok[string](t)(asyncs.ExitInATask(ctx, 4)), "SystemExit(4)")
	done(t, asyncs.StopTheLoop(ctx))
	wantEqual(t, ok[int](t)(asyncs.Add(ctx, 1)), 11)
	_, err := collected(asyncs.Stopping(ctx))
	wantText(t, err, "asyncs.stopping: RuntimeError: the async iterator raised StopIteration")
}

func TestAsync_ContextVariables(t *testing.T) {
	as := func(name string) context.Context { return python.WithContextVar(ctx, "asyncs", "user", name) }
	var all sync.WaitGroup
	for i := range 20 {
		all.Go(func() {
			name := fmt.Sprint("user", i)
			wantEqual(t, ok[[]string](t)(asyncs.Who(as(name))), []string{name, name, name})
			wantEqual(t, ok[string](t)(asyncs.WhoNow(as(name))), name)
		})
	}
	all.Wait()
	wantEqual(t, ok[string](t)(asyncs.WhoNow(ctx)), "nobody")
	wantEqual(t, ok[[]string](t)(asyncs.Who(ctx)), []string{"nobody", "nobody", "nobody"})
	wantEqual(t, ok[string](t)(asyncs.WhoNow(python.WithContextVar(as("first"), "asyncs", "user", "second"))), "second")
	for item, err := range asyncs.Slowly(as("Ada"), []string{"tea"}) {
		done(t, err)
		wantEqual(t, item, python.Tuple2[int, string]{V0: 0, V1: "tea for Ada"})
	}
	_, err := asyncs.WhoNow(python.WithContextVar(ctx, "asyncs", "nothing", 1))
	wantText(t, err, "asyncs.who_now: LookupError: module 'asyncs' has no context variable 'nothing'")
	_, err = asyncs.Who(python.WithContextVar(ctx, "asyncs", "nothing", 1))
	wantText(t, err, "asyncs.who: LookupError: module 'asyncs' has no context variable 'nothing'")
}

func TestAsync_ContextVariablesInAllThatIsCalled(t *testing.T) {
	ada := python.WithContextVar(ctx, "asyncs", "user", "Ada")
	w := ok[*asyncs.Watcher](t)(asyncs.Loud(ctx))
	wantEqual(t, ok[string](t)(w.Now(ada)), "Ada")
	done(t, w.SetSet(ada, "set"))
	wantEqual(t, ok[string](t)(w.Set(ada)), "set by Ada")
	wantEqual(t, ok[string](t)(w.Method(ada)), "ADA")
	wantEqual(t, ok[int](t)(w.Len(ada)), 3)
	wantEqual(t, ok[*python.Object](t)(w.Attr(ada, "now")).String(), "Ada")

	ask := ok[python.Func1[string, string]](t)(w.Asker(ada))
	wantEqual(t, ok[string](t)(ask(ada, "who is")), "who is Ada")
	wantEqual(t, ok[string](t)(ask(ctx, "who is")), "who is nobody")

	items := ok[iter.Seq2[string, error]](t)(asyncs.WhoEach(ada))
	for item, err := range items {
		done(t, err)
		wantEqual(t, item, "Ada")
		break
	}
	for item, err := range w.All(ada) {
		done(t, err)
		wantEqual(t, item, "Ada")
		break
	}
	asyncs.TakeEvents(ctx)
	done(t, python.With(ada, ok[*python.ContextManager[string]](t)(asyncs.AsWho(ctx)), func(name string) error {
		wantEqual(t, name, "Ada")
		return nil
	}))
	wantEqual(t, ok[[]string](t)(asyncs.TakeEvents(ctx)), []string{"exit as Ada"})
}

func TestAsync_IteratorsAreAskedItemByItem(t *testing.T) {
	asyncs.TakeEvents(ctx)
	for i, err := range asyncs.Count(ctx, 1000) {
		done(t, err)
		if i == 2 {
			time.Sleep(20 * time.Millisecond)
			break
		}
	}
	wantEqual(t, ok[[]string](t)(asyncs.TakeEvents(ctx)), []string{"0 asked for", "1 asked for", "2 asked for", "closed"})
	sum := 0
	for range 2 { // each range calls the function
		for i, err := range asyncs.Count(ctx, 10) {
			done(t, err)
			sum += i
		}
	}
	wantEqual(t, sum, 90)
	var down []int
	for i, err := range asyncs.Countdown(ctx, 3) {
		done(t, err)
		down = append(down, i)
	}
	wantEqual(t, down, []int{2, 1, 0})
	for range asyncs.Countdown(ctx, 3) {
		break // there is nothing to close
	}
}

func TestAsync_IteratorsThatFail(t *testing.T) {
	var items []string
	var last error
	for item, err := range asyncs.FailAfter(ctx, 2) {
		if last = err; err == nil {
			items = append(items, item)
		}
	}
	wantEqual(t, items, []string{"0", "1"}) // what came before is kept
	wantText(t, last, "asyncs.fail_after: ValueError: no more")
	c, cancel := context.WithCancel(ctx)
	defer cancel()
	n := 0
	for _, err := range asyncs.Slowly(c, []string{"a", "b"}, asyncs.SlowlyOptions{Pause: python.Some(0.05)}) {
		if last = err; err == nil {
			n++
			time.AfterFunc(10*time.Millisecond, cancel)
		}
	}
	wantEqual(t, n, 1)
	wantEqual(t, errors.Is(last, context.Canceled), true)
}

func TestAsync_IteratorsEndWithTheirRange(t *testing.T) {
	asyncs.TakeEvents(ctx)
	closed := func() {
		t.Helper()
		wantEqual(t, ok[[]string](t)(asyncs.TakeEvents(ctx)), []string{"0 asked for", "closed"})
	}
	c, cancel := context.WithCancel(ctx)
	defer cancel()
	for _, err := range asyncs.Count(c, 3) {
		if err != nil {
			wantEqual(t, errors.Is(err, context.Canceled), true)
			closed()
		}
		cancel() // between two items: nothing in Python is there to be cancelled
	}
	for _, err := range asyncs.CountWrongly(ctx, 3) {
		wantRefused(t, err, "asyncs.count_wrongly: result[0]: expected str, got int")
		closed()
	}
}

func TestAsync_CancelledBeforeItsTaskTakesNotice(t *testing.T) {
	var all sync.WaitGroup
	for range 50 {
		all.Go(func() {
			for i := range 20 {
				c, cancel := context.WithCancel(ctx)
				time.AfterFunc(time.Duration(i)*10*time.Microsecond, cancel)
				for _, err := range asyncs.Slowly(c, []string{"a", "b"}) {
					if !errors.Is(err, context.Canceled) {
						done(t, err)
					}
				}
				cancel()
			}
		})
	}
	all.Wait()
}

func TestAsync_ObjectsAreAwaitedToo(t *testing.T) {
	o := ok[*python.Object](t)(eval(t, "__import__('asyncs').add(1, 2)").Await(ctx))
	wantEqual(t, o.String(), "3")
	_, err := eval(t, "7").Await(ctx)
	wantEqual(t, strings.HasPrefix(raised(t, err).Error(), "python.Object.Await: TypeError: "), true)
	var texts []string
	for item, err := range eval(t, "__import__('asyncs').count(2)").AllAsync(ctx) {
		done(t, err)
		texts = append(texts, item.String())
	}
	wantEqual(t, texts, []string{"0", "1"})
}

func TestAsync_ContextManagers(t *testing.T) {
	asyncs.TakeEvents(ctx)
	oh := errors.New("oh")
	use := func(suppress bool, failure error) error {
		manager := ok[*python.Object](t)(asyncs.AnyResource(ctx, "r", asyncs.AnyResourceOptions{Suppress: python.Some(suppress)}))
		return python.AsyncWith(ctx, manager, func(_ context.Context, value *python.Object) error {
			wantEqual(t, value.String(), "r")
			return failure
		})
	}
	done(t, use(false, nil))
	wantEqual(t, use(false, oh), oh)
	done(t, use(true, oh))
	_, exception := python.Eval(ctx, "1 / 0")
	wantEqual(t, errors.Is(use(false, exception), python.Exception("ZeroDivisionError")), true)
	wantEqual(t, ok[[]string](t)(asyncs.TakeEvents(ctx)), []string{
		"open r", "close r",
		"open r", "GoError: oh", "close r",
		"open r", "GoError: oh", "close r",
		"open r", "ZeroDivisionError: division by zero", "close r",
	})
}

func TestAsync_TenThousandGoroutinesWaitAtOnce(t *testing.T) {
	done(t, asyncs.Noop(ctx))
	before := osThreads(t)
	start := time.Now()
	var all sync.WaitGroup
	for range 10_000 {
		all.Go(func() { done(t, asyncs.Sleep(ctx, 0.5)) })
	}
	all.Wait()
	took, threads := time.Since(start), osThreads(t)-before
	t.Logf("%v, %d threads more", took, threads)
	if took > time.Minute { // alone on a machine it is about one second; one after the other, an hour
		t.Errorf("it took %v", took)
	}
	most := 50
	if withoutGIL() { // a few more wait for each other, the busier the machine is
		most = 100
	}
	if threads > most {
		t.Errorf("there are %d threads more than before", threads)
	}
}

// osThreads returns how many threads the process has.
func osThreads(t testing.TB) int {
	t.Helper()
	if runtime.GOOS != "linux" {
		return 0
	}
	return len(ok[[]os.DirEntry](t)(os.ReadDir("/proc/self/task")))
}
