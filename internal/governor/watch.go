package governor

import "time"

const (
	// look is how long the queue has to stand still before anybody looks why.
	look = time.Millisecond
	// lookAtMost is how long it takes at most to look again, while what is under way
	// is not blocked.
	lookAtMost = 16 * time.Millisecond
	// patience is how long the queue may stand still because of work that is not
	// blocked. After that others get their turn beside it.
	patience = 200 * time.Millisecond
	// beside is how many are at most let in beside those who get the places of blocked
	// work, as long as everything that is let in turns out to block.
	beside = 64
)

// watch looks after the queue for as long as there is one: if it stands still because
// what is under way is blocked, that loses its places.
func (g *Governor) watch() {
	var first uint64
	var since, unseated time.Time
	pause, guests := look, 0
	for {
		time.Sleep(pause)
		number, full := g.standing()
		switch {
		case number == 0:
			return
		case number != first:
			first, since, pause = number, time.Now(), look
		case full:
			computing := g.probe()
			switch {
			case computing < 0 && time.Since(since) < patience:
				pause = min(2*pause, lookAtMost)
				continue
			case computing < 0:
				computing, guests = 0, 0
			case time.Since(unseated) > 10*look:
				guests = 0
			case computing == 0:
				guests = min(2*guests+1, beside)
			}
			// What is not blocked may be guests that have just been let in.
			g.unseat(computing, max(0, guests-computing))
			pause, unseated = look, time.Now()
		}
	}
}

// standing returns the number of the first in the queue, and whether all places are
// taken. With nobody in the queue, watching ends.
func (g *Governor) standing() (number uint64, full bool) {
	g.mu.Lock()
	defer g.mu.Unlock()
	if g.queue.first == nil {
		g.watched = false
		return 0, false
	}
	n := g.state.Load() & taken
	return g.queue.first.number, n > 0 && n >= g.places.Load()
}

// probe returns how much of the work that has places is not blocked, negative if that
// is all of it.
func (g *Governor) probe() int {
	g.mu.Lock()
	look := g.limits.Probe
	g.mu.Unlock()
	if look == nil {
		return -1
	}
	waiting := look()
	g.mu.Lock()
	defer g.mu.Unlock()
	if waiting <= g.blocked {
		return -1
	}
	return max(0, int(g.state.Load()&taken)+g.blocked-waiting)
}

// unseat takes the places of all work but this much, and lets in some from the queue
// without a place, beside those who get the ones that are free now. It does not matter
// of which work the places are: who comes to give back one of an earlier epoch gives
// back one that is left, as long as there is one.
func (g *Governor) unseat(all, guests int) {
	g.mu.Lock()
	defer g.mu.Unlock()
	for {
		s := g.state.Load()
		n := int(s & taken)
		left := min(all, n)
		if g.state.CompareAndSwap(s, s-uint64(n-left)+epoch) {
			g.blocked += n - left
			g.carried = left
			break
		}
	}
	earlier := Place(g.state.Load()/epoch - 1)
	for ; guests > 0 && g.queue.first != nil && g.blocked+g.limits.Places < g.limits.Most; guests-- {
		g.blocked++
		g.admit(g.queue.first, earlier)
	}
	g.settle()
}
