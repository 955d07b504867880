package governor

import (
	"runtime"
	"time"
)

const (
	// looks is how often whoever is next looks for a free place before the next one is
	// kept for it: some 150 µs. Between two pieces of somebody's work a place is free for
	// a moment, so it has to be seen free some times in a row.
	looks  = 1000
	steady = 3
	// aRound is between two looks if other goroutines have work for the processor.
	// After a longRound nobody looks for some time: there is so much other work that who
	// sleeps is woken before its turn to look has come.
	aRound    = 60 * time.Microsecond
	longRound = time.Millisecond
	noLooking = 5 * time.Millisecond
)

// lookOut is what whoever is first in the queue does when it is told to try: it looks
// whether a place is free, and who has it meanwhile goes on with more work and wakes
// nobody, which would take longer than the work does. It reports whether the next place
// is to be kept for it. Where nobody looks, it is at once.
func (g *Governor) lookOut(w *waiter) bool {
	if !g.isLooking() {
		return true
	}
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
