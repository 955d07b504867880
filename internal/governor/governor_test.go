package governor

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"runtime"
	"sync"
	"sync/atomic"
	"testing"
	"testing/synctest"
	"time"
)

func of(places, most int, probe func() int) *Governor {
	g := new(Governor)
	g.SetLimits(Limits{Places: places, Most: most, Probe: probe})
	return g
}

// enter takes a place, which must work.
func enter(t testing.TB, g *Governor) Place {
	t.Helper()
	place, err := g.Enter(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	return place
}

// wantStats compares what is under way with what must be.
func wantStats(t testing.TB, g *Governor, running, blocked, queued int) {
	t.Helper()
	if s := g.Stats(); s.Running != running || s.Blocked != blocked || s.Queued != queued {
		t.Errorf("%d running, %d blocked, %d queued; want %d, %d, %d", s.Running, s.Blocked, s.Queued, running, blocked, queued)
	}
}

func busy() int { return 0 }
func idle() int { return 1 << 20 }

func TestGovernor_NeverMoreThanThePlaces(t *testing.T) {
	const places = 3
	g := of(places, 100, nil)
	var inside, most, done atomic.Int64
	var all sync.WaitGroup
	for range 50 {
		all.Go(func() {
			for i := range 200 {
				place := enter(t, g)
				n := inside.Add(1)
				for m := most.Load(); n > m && !most.CompareAndSwap(m, n); m = most.Load() {
				}
				if i%20 == 0 {
					runtime.Gosched()
				}
				inside.Add(-1)
				g.Leave(place)
				done.Add(1)
			}
		})
	}
	all.Wait()
	if most.Load() > places || done.Load() != 50*200 {
		t.Errorf("%d pieces of work, at most %d at once", done.Load(), most.Load())
	}
	wantStats(t, g, 0, 0, 0)
}

func TestGovernor_FirstComeFirstServed(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		g := of(1, 100, busy)
		place := enter(t, g)
		order := make(chan int, 5)
		for i := range 5 {
			go func() {
				place := enter(t, g)
				order <- i
				g.Leave(place)
			}()
			synctest.Wait()
		}
		wantStats(t, g, 1, 0, 5)
		g.Leave(place)
		for i := range 5 {
			if n := <-order; i != n {
				t.Errorf("number %d is served as number %d", n, i)
			}
		}
		time.Sleep(time.Second)
		wantStats(t, g, 0, 0, 0)
	})
}

func TestGovernor_WhoIsOvertakenIsNext(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		g := of(1, 100, busy)
		for overtaken := false; !overtaken; {
			place := enter(t, g)
			served := make(chan Place, 1)
			go func() { served <- enter(t, g) }()
			synctest.Wait()
			g.Leave(place)
			var overtaking Place
			// Before the other, who is just waking up; who may be faster, though.
			if overtaking, overtaken = g.TryEnter(); overtaken {
				synctest.Wait()
				g.Leave(overtaking)
				if _, ok := g.TryEnter(); ok {
					t.Error("it is overtaken again")
				}
			}
			g.Leave(<-served)
		}
		time.Sleep(time.Second)
		wantStats(t, g, 0, 0, 0)
	})
}

func TestGovernor_GivingUpInTheQueue(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		g := of(1, 100, busy)
		place := enter(t, g)
		ctx, cancel := context.WithTimeout(t.Context(), 10*time.Millisecond)
		defer cancel()
		if _, err := g.Enter(ctx); !errors.Is(err, context.DeadlineExceeded) {
			t.Errorf("the error is %v", err)
		}
		wantStats(t, g, 1, 0, 0)
		g.Leave(place)
		g.Leave(enter(t, g))
		time.Sleep(time.Second)
		if s := g.Stats(); s.Waits != 1 || s.LongestWait != 10*time.Millisecond {
			t.Errorf("%d waited, %v at most", s.Waits, s.LongestWait)
		}
	})
}

func TestGovernor_GivingUpJustWhenAdmitted(t *testing.T) {
	g := of(2, 100, idle)
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			for range 3000 {
				ctx, cancel := context.WithCancel(context.Background())
				go cancel()
				if place, err := g.Enter(ctx); err == nil {
					runtime.Gosched()
					g.Leave(place)
				}
				cancel()
			}
		})
	}
	all.Wait()
	wantStats(t, g, 0, 0, 0)
	g.Leave(enter(t, g))
}

func TestGovernor_BlockedWorkLosesItsPlace(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		g := of(2, 7, idle)
		begun := time.Now()
		var all sync.WaitGroup
		for range 20 {
			all.Go(func() {
				place := enter(t, g)
				time.Sleep(time.Second)
				g.Leave(place)
			})
		}
		time.Sleep(900 * time.Millisecond)
		synctest.Wait()
		wantStats(t, g, 7, 7, 13)
		all.Wait()
		if took := time.Since(begun); took < 3*time.Second || took > 3200*time.Millisecond {
			t.Errorf("it took %v, want a bit more than 3s: 20 times a second, 7 at once", took)
		}
		time.Sleep(time.Second)
		wantStats(t, g, 0, 0, 0)
	})
}

func TestGovernor_SomeOfTheWorkIsBlocked(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		g := of(3, 100, func() int { return 2 })
		long := []Place{enter(t, g), enter(t, g), enter(t, g)}
		short := make(chan Place)
		for range 2 {
			go func() { short <- enter(t, g) }()
		}
		time.Sleep(time.Second)
		wantStats(t, g, 5, 2, 0)
		for _, place := range append(long, <-short, <-short) {
			g.Leave(place)
		}
		wantStats(t, g, 0, 0, 0)
		for range 3 {
			if _, ok := g.TryEnter(); !ok {
				t.Error("a place is lost")
			}
		}
	})
}

func TestGovernor_LongWorkDoesNotStarveTheQueue(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		g := of(1, 100, busy)
		long := enter(t, g)
		begun := time.Now()
		g.Leave(enter(t, g))
		if took := time.Since(begun); took < patience || took > patience+3*lookAtMost {
			t.Errorf("it took %v, want about %v", took, patience)
		}
		g.Leave(long)
		time.Sleep(time.Second)
		wantStats(t, g, 0, 0, 0)
	})
}

func TestGovernor_ShortWorkTakesTurns(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		g := new(Governor)
		g.SetLimits(Limits{Places: 3, Most: 100, Turns: 1})
		var inside, most, done int
		var all sync.WaitGroup
		var mu sync.Mutex
		count := func(change int) {
			mu.Lock()
			defer mu.Unlock()
			inside += change
			most, done = max(most, inside), done+1
		}
		for range 10 {
			all.Go(func() {
				for range 100 {
					place := enter(t, g)
					count(1)
					runtime.Gosched()
					count(-1)
					g.Leave(place)
				}
			})
		}
		all.Wait()
		if most != 1 || done != 2*10*100 {
			t.Errorf("%d pieces of work, at most %d at once", done/2, most)
		}
		time.Sleep(time.Second)
		wantStats(t, g, 0, 0, 0)
	})
}

func TestGovernor_LongWorkHasAllPlacesForAWhile(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		g := new(Governor)
		g.SetLimits(Limits{Places: 3, Most: 100, Turns: 1, Probe: busy})
		begun := time.Now()
		var all sync.WaitGroup
		for range 6 {
			all.Go(func() {
				place := enter(t, g)
				time.Sleep(10 * time.Millisecond)
				g.Leave(place)
			})
		}
		all.Wait()
		if took := time.Since(begun); took < 20*time.Millisecond || took > 21*time.Millisecond {
			t.Errorf("it took %v, want a bit more than 20ms: 6 times 10ms, 3 at once", took)
		}
		time.Sleep(2 * lease)
		place := enter(t, g)
		if _, ok := g.TryEnter(); ok {
			t.Error("work takes no turns any more")
		}
		g.Leave(place)
		time.Sleep(time.Second)
		wantStats(t, g, 0, 0, 0)
	})
}

func takingTurns() *Governor {
	g := new(Governor)
	g.SetLimits(Limits{Places: 8, Most: 100, Turns: 1, Probe: busy})
	return g
}

func TestGovernor_WhoeverLooksForATurnGetsOne(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		g := takingTurns()
		var came atomic.Bool
		place := enter(t, g)
		go func() {
			mine := enter(t, g)
			came.Store(true)
			g.Leave(mine)
		}()
		for range 100 * looks {
			g.Leave(place)
			place = enter(t, g)
			runtime.Gosched() // with a single processor nobody else would come at all
		}
		if !came.Load() {
			t.Error("never")
		}
		g.Leave(place)
		time.Sleep(time.Second)
		wantStats(t, g, 0, 0, 0)
	})
}

func TestGovernor_ClosedWhileSomebodyLooksForATurn(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		g := takingTurns()
		place := enter(t, g)
		ended := make(chan error)
		go func() {
			_, err := g.Enter(t.Context())
			ended <- err
		}()
		runtime.Gosched()
		closed := errors.New("closed")
		g.Close(closed)
		if err := <-ended; !errors.Is(err, closed) {
			t.Errorf("%v; want %v", err, closed)
		}
		g.Leave(place)
		g.Open()
		g.Leave(enter(t, g))
		time.Sleep(time.Second)
	})
}

func TestGovernor_CountsThePlacesTaken(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		g := of(3, 100, busy)
		for _, moves := range []uint64{0, 1, 500, 511} { // the second time it begins anew in between
			held := enter(t, g)
			go func() {
				g.Leave(held)
				for range moves {
					g.Leave(enter(t, g))
				}
			}()
			if counted := g.movesIn(time.Millisecond); counted != moves {
				t.Errorf("%d places were taken, %d counted", moves, counted)
			}
		}
	})
}

func TestGovernor_NestedWorkNeverWaitsForItself(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		g := of(1, 1, busy)
		var nest func(depth int)
		nest = func(depth int) {
			place := enter(t, g)
			if depth > 0 {
				g.Pause(place)
				nest(depth - 1)
				place = g.Return()
			}
			g.Leave(place)
		}
		var all sync.WaitGroup
		for range 10 {
			all.Go(func() { nest(100) })
		}
		all.Wait()
		time.Sleep(time.Second)
		wantStats(t, g, 0, 0, 0)
	})
}

func TestGovernor_CloseAndOpen(t *testing.T) {
	synctest.Test(t, func(t *testing.T) {
		g := of(1, 100, busy)
		place := enter(t, g)
		closed := errors.New("closed")
		queued := make(chan error)
		go func() {
			_, err := g.Enter(t.Context())
			queued <- err
		}()
		synctest.Wait()
		g.Close(closed)
		if err := <-queued; err != closed {
			t.Errorf("who queued got %v", err)
		}
		if _, err := g.Enter(t.Context()); err != closed {
			t.Errorf("who came later got %v", err)
		}
		ctx, cancel := context.WithTimeout(t.Context(), time.Second)
		defer cancel()
		if err := g.Idle(ctx); err != context.DeadlineExceeded {
			t.Errorf("idle with work under way: %v", err)
		}
		go func() {
			time.Sleep(time.Second)
			g.Leave(place)
		}()
		if err := g.Idle(t.Context()); err != nil {
			t.Error(err)
		}
		g.Open()
		place = enter(t, g)
		g.Pause(place)
		if err := g.Idle(ctx); err != context.DeadlineExceeded {
			t.Errorf("idle with work that has paused: %v", err)
		}
		g.Leave(g.Return())
		if err := g.Idle(t.Context()); err != nil {
			t.Error(err)
		}
		time.Sleep(time.Second)
	})
}

func TestGovernor_NothingIsLostInARandomCrowd(t *testing.T) {
	for _, turns := range []int{0, 1} {
		t.Run(fmt.Sprintf("%d turns", turns), func(t *testing.T) { randomCrowd(t, turns) })
	}
}

func randomCrowd(t *testing.T, turns int) {
	var computing atomic.Int64
	g := new(Governor)
	g.SetLimits(Limits{Places: 3, Most: 10, Turns: turns, Probe: func() int { return rand.IntN(14) }})
	var all sync.WaitGroup
	for range 40 {
		all.Go(func() {
			for range 100 {
				ctx, cancel := context.WithTimeout(context.Background(), time.Duration(rand.IntN(3000))*time.Microsecond)
				place, err := g.Enter(ctx)
				if err == nil {
					computing.Add(1)
					switch rand.IntN(3) {
					case 0:
						time.Sleep(time.Duration(rand.IntN(2000)) * time.Microsecond)
					case 1:
						g.Pause(place)
						runtime.Gosched()
						place = g.Return()
					}
					computing.Add(-1)
					g.Leave(place)
				}
				cancel()
			}
		})
	}
	all.Wait()
	wantStats(t, g, 0, 0, 0)
	places := 3
	if turns != 0 {
		places = turns
	}
	for range places {
		if _, ok := g.TryEnter(); !ok {
			t.Error("a place is lost")
		}
	}
}

func TestWaits_Quantiles(t *testing.T) {
	var w waits
	for n := range 1000 {
		w.add(time.Duration(n+1) * time.Microsecond)
	}
	for part, want := range map[float64]time.Duration{0.5: 500 * time.Microsecond, 0.99: 990 * time.Microsecond} {
		if got := w.quantile(part); got < want || got > want*5/4 {
			t.Errorf("quantile %v: %v, want %v or a bit more", part, got, want)
		}
	}
	if w.quantile(1) != time.Millisecond {
		t.Errorf("the longest is %v", w.quantile(1))
	}
}

func BenchmarkEnterLeave(b *testing.B) {
	g := of(8, 100, busy)
	for b.Loop() {
		place, _ := g.TryEnter()
		g.Leave(place)
	}
}

func BenchmarkEnterLeave_Crowd(b *testing.B) {
	g := of(1, 100, busy)
	ctx := context.Background()
	b.SetParallelism(500)
	b.RunParallel(func(pb *testing.PB) {
		for pb.Next() {
			place, _ := g.Enter(ctx)
			g.Leave(place)
		}
	})
}
