package suite

import (
	"bytes"
	"runtime"
	"slices"
	"sync/atomic"
	"testing"

	"github.com/gophersnake/gophersnake/internal/engine"
	"github.com/gophersnake/gophersnake/python"
	"github.com/gophersnake/gophersnake/tests/end_to_end/suite/lends"
)

// lent makes an array that is only known to Python once this has returned, and
// counts how many such are still in memory.
func lent(t *testing.T, alive *atomic.Int64, lend func(*python.Array[float64]) error, values ...float64) {
	t.Helper()
	data := slices.Clone(values)
	alive.Add(1)
	runtime.AddCleanup(&data[0], func(alive *atomic.Int64) { alive.Add(-1) }, alive)
	done(t, lend(python.NewArray(data)))
}

// churn makes the collector reuse whatever memory it thinks is free.
func churn() {
	for range 10 {
		runtime.GC()
		for range 1000 {
			garbage := make([]float64, 4)
			for i := range garbage {
				garbage[i] = -1
			}
			sink = garbage
		}
	}
}

var sink []float64

// nothingLent waits until nothing is lent that other tests have forgotten, and
// returns how much is.
func nothingLent(t *testing.T) int {
	t.Helper()
	eventually(t, "nothing is lent", func() bool {
		done(t, lends.Collect(ctx))
		return engine.Lent() == 0
	})
	return 0
}

// wantLent fails unless so many lends are alive in the end. It makes no call, but on a
// Python without GIL: what a thread lets go of that did not make it ends there when the
// one that did runs Python again, or when Python's collector runs.
func wantLent(t *testing.T, want int) {
	t.Helper()
	eventually(t, "all lends are given back", func() bool {
		if withoutGIL() {
			done(t, lends.Collect(ctx))
		}
		return engine.Lent() == want
	})
}

func TestLends_EndWithTheCall(t *testing.T) {
	before := nothingLent(t)
	wantEqual(t, ok[float64](t)(lends.Look(ctx, python.NewArray([]float64{1, 2}))), 3.0)
	wantEqual(t, ok[int](t)(lends.LookAtBytes(ctx, []byte{1, 2})), 3)
	wantEqual(t, engine.Lent(), before)
}

func TestLends_PythonKeepsTheArray(t *testing.T) {
	before := nothingLent(t)
	var alive atomic.Int64
	lent(t, &alive, func(a *python.Array[float64]) error { return lends.Keep(ctx, "a", a) }, 1, 2, 3, 4)
	churn()
	wantEqual(t, ok[[]float64](t)(lends.Read(ctx, "a")), []float64{1, 2, 3, 4})
	wantEqual(t, engine.Lent(), before+1)
	wantEqual(t, alive.Load(), 1)
	done(t, lends.Forget(ctx, "a"))
	wantLent(t, before)
	eventually(t, "the memory is free", func() bool { return alive.Load() == 0 })
}

func TestLends_PythonKeepsOnlyAView(t *testing.T) {
	before := nothingLent(t)
	var alive atomic.Int64
	lent(t, &alive, func(a *python.Array[float64]) error { return lends.KeepView(ctx, "v", a) }, 1, 2, 3, 4)
	churn()
	wantEqual(t, ok[[]float64](t)(lends.Read(ctx, "v")), []float64{4, 2})
	wantEqual(t, alive.Load(), 1)
	done(t, lends.Forget(ctx, "v"))
	wantLent(t, before)
}

func TestLends_PythonKeepsBytes(t *testing.T) {
	before := nothingLent(t)
	done(t, lends.KeepBytes(ctx, "b", bytes.Repeat([]byte{7, 8}, 2)))
	churn()
	wantEqual(t, eval(t, "bytes(__import__('lends')._kept['b'])").String(), `b'\x07\x08'`)
	wantEqual(t, engine.Lent(), before+1)
	done(t, lends.Forget(ctx, "b"))
	wantLent(t, before)
}

func TestLends_PythonKeepsOneOfTwo(t *testing.T) {
	before := nothingLent(t)
	done(t, lends.KeepOneOf(ctx, "one", python.NewArray([]float64{1}), python.NewArray([]float64{2, 3})))
	churn()
	wantEqual(t, ok[[]float64](t)(lends.Read(ctx, "one")), []float64{2, 3})
	wantEqual(t, engine.Lent(), before+1)
	done(t, lends.Forget(ctx, "one"))
	wantLent(t, before)
}

func TestLends_OnlyPythonsCollectorFindsTheEnd(t *testing.T) {
	before := nothingLent(t)
	done(t, lends.KeepInCycle(ctx, "c", python.NewArray([]float64{1})))
	done(t, lends.Forget(ctx, "c"))
	done(t, lends.Collect(ctx))
	wantLent(t, before)
}

func TestLends_KeptByATraceback(t *testing.T) {
	before := nothingLent(t)
	err := lends.KeepAndFail(ctx, "e", python.NewArray([]float64{1}))
	wantText(t, err, "lends.keep_and_fail: ValueError: e")
	wantEqual(t, engine.Lent(), before+1)
	done(t, lends.Forget(ctx, "e"))
	done(t, raised(t, err).Value.Close())
	done(t, lends.Collect(ctx))
	wantLent(t, before)
}

func TestLends_EndWhileNobodyCalls(t *testing.T) {
	before := nothingLent(t)
	done(t, lends.Keep(ctx, "idle", python.NewArray([]float64{1})))
	done(t, python.Exec(ctx, "import threading, lends\nthreading.Thread(target=lambda: lends.forget('idle')).start()\n"))
	wantLent(t, before) // without a call
}

func TestLends_OfACallThatIsNeverMade(t *testing.T) {
	before := nothingLent(t)
	closed := ok[*python.Object](t)(python.Eval(ctx, "1"))
	done(t, closed.Close())
	_, err := python.From(ctx, []any{python.NewArray([]float64{1}), closed})
	wantRefused(t, err, "python.From: argument value[1]: it is closed")
	wantEqual(t, engine.Lent(), before)
}

func TestLends_WritableMemoryIsSharedBothWays(t *testing.T) {
	before := nothingLent(t)
	data := []float64{1, 2}
	done(t, lends.Keep(ctx, "w", python.NewArray(data).Writable()))
	done(t, lends.Write(ctx, "w", 0, 10))
	wantEqual(t, data, []float64{10, 2})
	data[1] = 20
	wantEqual(t, ok[[]float64](t)(lends.Read(ctx, "w")), []float64{10, 20})
	done(t, lends.Forget(ctx, "w"))
	done(t, lends.Keep(ctx, "r", python.NewArray(data)))
	err := lends.Write(ctx, "r", 0, 1)
	wantText(t, err, "lends.write: ValueError: assignment destination is read-only")
	done(t, raised(t, err).Value.Close())
	done(t, lends.Forget(ctx, "r"))
	done(t, lends.Collect(ctx))
	wantLent(t, before)
}

func TestLends_ReadOnlyCannotBeMadeWritable(t *testing.T) {
	done(t, lends.Keep(ctx, "r", python.NewArray([]float64{1})))
	err := python.Exec(ctx, "import lends\nlends._kept['r'].flags.writeable = True\n")
	wantText(t, err, "python.Exec: ValueError: cannot set WRITEABLE flag to True of this array")
	done(t, lends.Forget(ctx, "r"))
}

func TestLends_ComeBackToGo(t *testing.T) {
	before := nothingLent(t)
	var alive atomic.Int64
	lent(t, &alive, func(a *python.Array[float64]) error { return lends.Keep(ctx, "g", a) }, 1, 2)
	back := ok[*python.Array[float64]](t)(lends.GiveBack(ctx, "g"))
	done(t, lends.Forget(ctx, "g"))
	churn()
	wantEqual(t, back.Copy(), []float64{1, 2})
	wantEqual(t, alive.Load(), 1)
	done(t, back.Close())
	done(t, lends.Collect(ctx))
	wantLent(t, before)
}

func TestLends_ArraysOfPythonLiveUntilClose(t *testing.T) {
	done(t, python.Exec(ctx, "import weakref, numpy as np\nbase = np.arange(4.0)\ngone = weakref.ref(base)\n"))
	a := ok[*python.Array[float64]](t)(python.To[*python.Array[float64]](ctx, eval(t, "base")))
	data, shared := a.Data()
	wantEqual(t, shared, true)
	done(t, python.Exec(ctx, "del base"))
	churn()
	done(t, lends.Collect(ctx))
	wantEqual(t, data, []float64{0, 1, 2, 3})
	wantEqual(t, eval(t, "gone() is None").String(), "False")
	done(t, a.Close())
	if withoutGIL() { // the thread that made it may not run Python again
		done(t, lends.Collect(ctx))
	}
	wantEqual(t, eval(t, "gone() is None").String(), "True")
}

func TestLends_ForgottenArraysOfPythonAreGivenBack(t *testing.T) {
	done(t, python.Exec(ctx, "import weakref, numpy as np\nbase = np.arange(4.0)\ngone = weakref.ref(base)\n"))
	func() {
		a := ok[*python.Array[float64]](t)(python.To[*python.Array[float64]](ctx, eval(t, "base")))
		wantEqual(t, a.At(3), 3.0)
	}()
	done(t, python.Exec(ctx, "del base"))
	eventually(t, "the array is given back", func() bool {
		o := ok[*python.Object](t)(python.Eval(ctx, "gone() is None"))
		defer o.Close()
		return ok[bool](t)(o.Truth(ctx))
	})
}
