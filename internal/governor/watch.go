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

// watcher looks after the queue for as long as there is one. If what is under way turns
// out not to be short, it gives all places; if the queue stands still all the same because
// what is under way is blocked, that loses its places.
type watcher struct {
	*Governor
	first   uint64    // in the queue, when it was last looked at
	since   time.Time // when that was first seen
	widened time.Time // when there was last a reason to give all places
	// When work last lost its places, and how many were let in beside it.
	unseated time.Time
	guests   int
}

func (w *watcher) watch() {
	for pause, more := soon, true; more; pause, more = w.look(pause) {
		time.Sleep(pause)
		w.narrow()
	}
}

// look looks once, and returns after which pause to look again, if at all.
func (w *watcher) look(pause time.Duration) (next time.Duration, more bool) {
	switch q := w.standing(); {
	case !q.watched:
		return 0, false
	case q.first == 0:
		return look, true
	case q.narrow:
		if q.full && w.movesIn(soon) <= few {
			w.widen()
			return look, true
		}
		return min(2*pause, look), true
	case q.first != w.first:
		w.first, w.since = q.first, time.Now()
		return look, true
	case q.full:
		return w.relieve(pause), true
	}
	return pause, true
}

// relieve lets in who queues, if what is under way is blocked, or has been for too long.
func (w *watcher) relieve(pause time.Duration) time.Duration {
	computing := w.probe()
	switch {
	case computing < 0 && time.Since(w.since) < patience:
		return min(2*pause, lookAtMost)
	case computing < 0:
		computing, w.guests = 0, 0
	case time.Since(w.unseated) > 10*look:
		w.guests = 0
	case computing == 0:
		w.guests = min(2*w.guests+1, beside)
	}
	// What is not blocked may be guests that have just been let in.
	w.unseat(computing, max(0, w.guests-computing))
	w.unseated = time.Now()
	w.widened = w.unseated
	return look
}

// sight is what a look at the queue shows.
type sight struct {
	first   uint64 // its number; 0 if nobody queues
	full    bool   // all places are taken
	narrow  bool   // work takes turns
	watched bool   // there is still something to look after
}

// standing looks at the queue. With nobody in it, and no places to take back, watching ends.
func (g *Governor) standing() sight {
	g.mu.Lock()
	defer g.mu.Unlock()
	if g.queue.first == nil {
		g.watched = g.wide
		return sight{watched: g.wide}
	}
	n := g.state.Load() & taken
	return sight{g.queue.first.number, n > 0 && n >= g.places.Load(), g.takesTurns(), true}
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
