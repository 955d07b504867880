package watch

import (
	"context"
	"sync"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"
)

// inBubble runs a test in time of its own, until the goroutine that looks has ended.
func inBubble(t *testing.T, test func(t *testing.T)) {
	synctest.Test(t, func(t *testing.T) {
		test(t)
		time.Sleep(time.Minute)
	})
}

func TestWatch_TellsOfTheEndOfAContext(t *testing.T) {
	inBubble(t, func(t *testing.T) {
		var w Watcher
		ctx, cancel := context.WithTimeout(t.Context(), 100*time.Millisecond)
		defer cancel()
		told := make(chan time.Time, 1)
		work := w.New(func() { told <- time.Now() })
		begun := time.Now()
		w.Begin(ctx, work)
		if late := (<-told).Sub(begun) - 100*time.Millisecond; late < 0 || late > atLast {
			t.Errorf("it was told %v after the end", late)
		}
		if !w.End(work) {
			t.Error("End does not know that it was told")
		}
	})
}

func TestWatch_TellsOnce(t *testing.T) {
	inBubble(t, func(t *testing.T) {
		var w Watcher
		ctx, cancel := context.WithCancel(t.Context())
		cancel()
		var told atomic.Int64
		work := w.New(func() { told.Add(1) })
		w.Begin(ctx, work)
		time.Sleep(time.Second)
		w.End(work)
		if n := told.Load(); n != 1 {
			t.Errorf("told %d times", n)
		}
	})
}

func TestWatch_SaysNothingOfWorkThatHasEnded(t *testing.T) {
	inBubble(t, func(t *testing.T) {
		var w Watcher
		ctx, cancel := context.WithCancel(t.Context())
		work := w.New(func() { t.Error("told after the end") })
		other := w.New(func() {})
		w.Begin(ctx, work)
		w.Begin(ctx, other)
		time.Sleep(time.Second)
		if w.End(work) {
			t.Error("End says that it was told")
		}
		cancel()
		time.Sleep(time.Second)
		if !w.End(other) {
			t.Error("the other work was not told")
		}
	})
}

func TestWatch_WakesAgain(t *testing.T) {
	inBubble(t, func(t *testing.T) {
		var w Watcher
		for range 3 {
			ctx, cancel := context.WithCancel(t.Context())
			work := w.New(func() {})
			w.Begin(ctx, work)
			cancel()
			time.Sleep(time.Second)
			if !w.End(work) {
				t.Fatal("it was not told")
			}
			time.Sleep(time.Minute)
			if w.awake.Load() {
				t.Error("the goroutine stays without work")
			}
		}
	})
}

func TestWatch_ManyAtOnce(t *testing.T) {
	var w Watcher
	var told atomic.Int64
	var all sync.WaitGroup
	for g := range 16 {
		all.Go(func() {
			work := w.New(func() { told.Add(1) })
			for i := range 2000 {
				ctx, cancel := context.WithCancel(t.Context())
				w.Begin(ctx, work)
				if i%100 == g {
					cancel()
					for told.Load() == 0 {
						time.Sleep(time.Microsecond)
					}
				}
				if w.End(work) {
					work = w.New(func() { told.Add(1) })
				}
				cancel()
			}
		})
	}
	all.Wait()
	for i := range w.shards {
		if left := len(w.shards[i].work); left != 0 {
			t.Errorf("%d pieces of work are left", left)
		}
	}
}

func BenchmarkWatch(b *testing.B) {
	ctx, cancel := context.WithCancel(b.Context())
	defer cancel()
	var w Watcher
	work := w.New(func() {})
	b.ReportAllocs()
	for b.Loop() {
		w.Begin(ctx, work)
		w.End(work)
	}
}

func BenchmarkAfterFunc(b *testing.B) {
	ctx, cancel := context.WithCancel(b.Context())
	defer cancel()
	f := func() {}
	b.ReportAllocs()
	for b.Loop() {
		context.AfterFunc(ctx, f)()
	}
}
