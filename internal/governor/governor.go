// Package governor bounds how much work is under way at a time, where some of the work
// may turn out to be waiting and should then not count.
//
// Work takes a place and gives it back. If none is free it queues, first in, first
// out, without holding anything. Work that is found to be blocked while others queue
// loses its place to them: it goes on, and has nothing to give back. Where only so much
// work makes progress at a time, it takes turns as long as it is short: then whoever
// works may go on for a moment before the first in the queue has its turn.
//
// The package knows neither Python nor threads. All of a [Governor] is safe for
// concurrent use.
package governor

import (
	"context"
	"sync"
	"sync/atomic"
	"time"
)

// Limits are how much work may be under way.
type Limits struct {
	// Places is for work that is not known to be blocked.
	Places int
	// Turns is how many of the places there are as long as all work is short: more
	// would be of no use, because only so much makes progress at a time. 0 is Places.
	Turns int
	// Most is for all work. It is exceeded by work that comes back with Return.
	Most int
	// Probe looks how much of the work is blocked, with a place or without. What it
	// cannot tell is not. It is only called while work queues.
	Probe func() int
}

// Place is what work has from its beginning to its end. It tells when it was taken.
type Place uint32

// Governor bounds work. The zero value has no places; see [Governor.SetLimits].
type Governor struct {
	// state is, from the lowest bit: 18 bits of how many places are taken, the flags
	// below, 12 bits that count the places that were taken so far, and in the upper half
	// the epoch.
	state  atomic.Uint64
	places atomic.Uint64 // how many may be taken at the moment

	// How often work has paused and come back. Pausing counts before the place is given
	// back, and returning after one was taken.
	pauses, returns atomic.Uint64

	mu      sync.Mutex
	limits  Limits
	closed  error
	blocked int // work without a place
	carried int // how many of the taken places were taken in an earlier epoch
	queue   queue
	watched bool
	wide    bool // all places are given, as some work takes long; see Turns
	sleepy  bool // nobody looks for a turn; see lookOut
	waits   waits

	waiters sync.Pool // nobody uses them at the moment
}

const (
	taken  = 1<<18 - 1
	asleep = 1 << 18 // the first in the queue has not been woken yet to take a free place
	due    = 1 << 19 // the next place that becomes free is handed to the first
	turn   = 1 << 20
	turns  = 1<<32 - turn
	epoch  = 1 << 32
)

// more is the state after one more place was taken.
func more(s uint64) uint64 { return (s+1)&^turns | (s+turn)&turns }

// SetLimits sets the limits. It may be called while work is under way.
func (g *Governor) SetLimits(limits Limits) {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.limits = limits
	g.settle()
}

// TryEnter takes a place if one is free.
func (g *Governor) TryEnter() (Place, bool) {
	s := g.state.Load()
	if s&(due|taken) < g.places.Load() && g.state.CompareAndSwap(s, more(s)) { // due is more than all places
		return Place(s / epoch), true
	}
	return g.tryAgain()
}

func (g *Governor) tryAgain() (Place, bool) {
	for {
		s := g.state.Load()
		if s&(due|taken) >= g.places.Load() {
			return 0, false
		}
		if g.state.CompareAndSwap(s, more(s)) {
			return Place(s / epoch), true
		}
	}
}

// Enter takes a place, for which it queues if none is free. The error is that of the
// context, or what [Governor.Close] was given.
func (g *Governor) Enter(ctx context.Context) (Place, error) {
	if place, ok := g.TryEnter(); ok {
		return place, nil
	}
	return g.wait(ctx)
}

// Pause gives a place back for a while, which [Governor.Return] ends. The work is still
// under way.
func (g *Governor) Pause(place Place) {
	g.pauses.Add(1)
	g.Leave(place)
}

// Return takes a place after a Pause, without waiting, whether one is free or not.
func (g *Governor) Return() Place {
	place := Place((g.state.Add(1) - 1) / epoch)
	g.returns.Add(1)
	return place
}

// Leave gives a place back.
func (g *Governor) Leave(place Place) {
	s := g.state.Load()
	if s&(asleep|due) != 0 || Place(s/epoch) != place || !g.state.CompareAndSwap(s, s-1) {
		g.leave(place)
	}
}

func (g *Governor) leave(place Place) {
	for {
		s := g.state.Load()
		if s&(asleep|due) != 0 || Place(s/epoch) != place {
			break
		}
		if g.state.CompareAndSwap(s, s-1) {
			return
		}
	}
	g.mu.Lock()
	defer g.mu.Unlock()
	switch {
	case Place(g.state.Load()/epoch) == place:
		g.state.Add(^uint64(0))
	case g.carried > 0:
		g.carried--
		g.state.Add(^uint64(0))
	default:
		g.blocked--
	}
	g.settle()
}

// settle brings everything into line with what has changed. The caller holds the lock.
func (g *Governor) settle() {
	places := max(0, min(g.limits.Places, g.limits.Most-g.blocked))
	if g.takesTurns() {
		places = min(places, g.limits.Turns)
	}
	if g.closed != nil {
		places = 0
	}
	g.places.Store(uint64(places))
	for g.queue.first != nil {
		s := g.state.Load()
		free := int64(s&taken) < int64(places)
		if s&due == 0 {
			if (free || g.mayLook()) && s&asleep != 0 {
				g.state.And(^uint64(asleep))
				g.queue.first.tell(tryIt)
			}
			break
		}
		if !free {
			break
		}
		if g.state.CompareAndSwap(s, more(s)&^due) {
			g.admit(g.queue.first, Place(s/epoch))
		}
	}
}

// Close makes those that queue, and those that come from now on, fail with err.
func (g *Governor) Close(err error) {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.closed = err
	for w := g.queue.first; w != nil; w = g.queue.first {
		g.remove(w)
		w.tell(refused)
	}
	g.settle()
}

// Open ends what Close began.
func (g *Governor) Open() {
	g.mu.Lock()
	defer g.mu.Unlock()
	g.closed = nil
	g.settle()
}

// Idle waits until no work is under way, paused work included, or until the context
// ends, whose error it returns then. It is of use after Close.
func (g *Governor) Idle(ctx context.Context) error {
	for pause := time.NewTicker(time.Millisecond); ; {
		returns := g.returns.Load()
		if stats := g.Stats(); stats.Running == 0 && g.pauses.Load() == returns {
			pause.Stop()
			return nil
		}
		select {
		case <-pause.C:
		case <-ctx.Done():
			pause.Stop()
			return ctx.Err()
		}
	}
}
