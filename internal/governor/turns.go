package governor

import "time"

const (
	// In so long a time at most few places are taken where work is not short, and more
	// than many where it is. A thread that the system stops for a moment is not long work.
	soon = 200 * time.Microsecond
	few  = 4
	many = 128
	// lease is how long all places are given because some work was not short.
	lease = 50 * time.Millisecond
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
