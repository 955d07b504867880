package governor

import (
	"runtime"
	"time"
)

const (
	// In so long a time at most few places are taken where work is not short, and more
	// than many where it is.
	soon = 50 * time.Microsecond
	few  = 1
	many = 32
	// looks is how often whoever is next looks for a free place before the next one is
	// kept for it: some 50 µs. Between two pieces of somebody's work a place is free for
	// a moment, so it has to be seen free some times in a row.
	looks  = 300
	steady = 3
	// aRound is between two looks if other goroutines have work for the processor.
	// After a longRound nobody looks for some time: there is so much other work that who
	// sleeps is woken before its turn to look has come.
	aRound    = 10 * time.Microsecond
	longRound = time.Millisecond
	noLooking = time.Second
	// lease is how long all places are given because some work was not short.
	lease = 20 * time.Millisecond
)

// takesTurns says whether work takes turns. The caller holds the lock.
func (g *Governor) takesTurns() bool {
	return !g.wide && 0 < g.limits.Turns && g.limits.Turns < g.limits.Places
}

// movesIn returns how many places are taken in so long a time, as far as the state counts.
func (g *Governor) movesIn(long time.Duration) uint64 {
	before := g.state.Load() & turns
	time.Sleep(long)
	return (g.state.Load()&turns - before) & turns / turn
}

// widen gives all places.
func (w *watcher) widen() {
	w.widened = time.Now()
	w.setWide(true)
}

// narrow has work take turns again, if it has become short, or some time has passed.
func (w *watcher) narrow() {
	if w.wide && (time.Since(w.widened) > lease || w.movesIn(soon) > many) {
		w.setWide(false)
	}
}

func (g *Governor) setWide(wide bool) {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.wide = wide
	g.settle()
}

// lookOut is what whoever is first in the queue does when it is told to try: it looks
// whether a place is free, and who has it meanwhile goes on with more work and wakes
// nobody, which would take longer than the work does. It reports whether the next place
// is to be kept for it.
func (g *Governor) lookOut(w *waiter) bool {
	free, last := 0, time.Now()
	for range looks {
		runtime.Gosched()
		if len(w.told) != 0 {
			return false
		}
		now := time.Now()
		if round := now.Sub(last); round > aRound {
			if round > longRound {
				g.stopLooking()
			}
			break
		}
		last = now
		if s := g.state.Load(); s&(due|taken) >= g.places.Load() {
			free = 0
		} else if free++; free == steady {
			break
		}
	}
	return true
}

// mayLook reports whether whoever is first in the queue looks for a turn. The caller holds
// the lock.
func (g *Governor) mayLook() bool { return g.takesTurns() && !g.sleepy }

func (g *Governor) isLooking() bool {
	g.mu.Lock()
	defer g.mu.Unlock()
	return g.mayLook()
}

func (g *Governor) stopLooking() {
	g.setSleepy(true)
	time.AfterFunc(noLooking, func() { g.setSleepy(false) })
}

func (g *Governor) setSleepy(sleepy bool) {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.sleepy = sleepy
	g.settle()
}
