package governor

import (
	"context"
	"time"
)

// verdict is what somebody who queues is told.
type verdict int

const (
	tryIt    verdict = iota // a place is free, for whoever comes first
	admitted                // a place is theirs
	refused                 // the governor was closed
)

// waiter is somebody who queues. All but told is guarded by the governor.
type waiter struct {
	previous, next *waiter
	number         uint64
	since          time.Time
	place          Place
	ended          verdict      // what ended the wait; tryIt until then
	told           chan verdict // has room for tryIt and what ends the wait
}

func (w *waiter) tell(v verdict) {
	w.ended = v
	w.told <- v
}

// queue is a list of those who wait, first come first.
type queue struct {
	first, last *waiter
	count       int
	came        uint64
}

func (q *queue) push(w *waiter) {
	q.came++
	w.number, w.previous = q.came, q.last
	if q.last == nil {
		q.first = w
	} else {
		q.last.next = w
	}
	q.last = w
	q.count++
}

func (q *queue) remove(w *waiter) {
	if w.previous == nil {
		q.first = w.next
	} else {
		w.previous.next = w.next
	}
	if w.next == nil {
		q.last = w.previous
	} else {
		w.next.previous = w.previous
	}
	w.previous, w.next = nil, nil
	q.count--
}

// wait queues for a place.
func (g *Governor) wait(ctx context.Context) (Place, error) {
	w, _ := g.waiters.Get().(*waiter)
	if w == nil {
		w = &waiter{told: make(chan verdict, 2)}
	}
	w.since, w.ended = time.Now(), tryIt
	place, err := g.waitAs(w, ctx)
	if len(w.told) == 0 {
		g.waiters.Put(w)
	}
	return place, err
}

func (g *Governor) waitAs(w *waiter, ctx context.Context) (Place, error) {
	if err := g.join(w); err != nil {
		return 0, err
	}
	for {
		select {
		case v := <-w.told:
			if v == admitted {
				return w.place, nil
			}
			if v == refused {
				return 0, g.closedWith()
			}
			if g.lookOut(w) {
				g.try(w)
			}
		case <-ctx.Done():
			g.giveUp(w)
			return 0, ctx.Err()
		}
	}
}

func (g *Governor) join(w *waiter) error {
	g.mu.Lock()
	defer g.mu.Unlock()
	if g.closed != nil {
		return g.closed
	}
	g.queue.push(w)
	if g.queue.first == w {
		g.state.Or(asleep)
	}
	g.settle() // a place may have become free just before that
	if !g.watched {
		g.watched = true
		go (&watcher{Governor: g}).watch()
	}
	return nil
}

func (g *Governor) closedWith() error {
	g.mu.Lock()
	defer g.mu.Unlock()
	return g.closed
}

// try is what the first in the queue does when it was woken for a free place. If
// somebody else was faster, the next place is handed to it.
func (g *Governor) try(w *waiter) {
	g.mu.Lock()
	defer g.mu.Unlock()
	if w.ended != tryIt || g.queue.first != w {
		return
	}
	g.state.Or(due)
	g.settle()
}

// giveUp ends the wait of somebody whose context has ended.
func (g *Governor) giveUp(w *waiter) {
	g.mu.Lock()
	ended := w.ended
	if ended == tryIt {
		g.remove(w)
		g.waits.add(time.Since(w.since))
		g.settle()
	}
	g.mu.Unlock()
	if ended == admitted {
		g.Leave(w.place)
	}
}

// admit ends the wait of somebody who has a place now.
func (g *Governor) admit(w *waiter, place Place) {
	g.remove(w)
	g.waits.add(time.Since(w.since))
	w.place = place
	w.tell(admitted)
}

// remove takes somebody out of the queue.
func (g *Governor) remove(w *waiter) {
	first := g.queue.first == w
	g.queue.remove(w)
	if first {
		g.state.And(^uint64(asleep | due))
		if g.queue.first != nil {
			g.state.Or(asleep)
		}
	}
}
