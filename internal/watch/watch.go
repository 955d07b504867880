// Package watch tells when the context of work that is under way has ended, for work
// that is begun and ended far more often than a context ends.
//
// context.AfterFunc would do, but it costs two allocations and several hundred
// nanoseconds for each piece of work. Here work is put into a list and taken out
// again, and one goroutine looks at the contexts of what it finds there now and then,
// as long as it finds anything.
package watch

import (
	"context"
	"sync"
	"sync/atomic"
	"time"
)

// The time between two looks: short as long as new work is found, longer and longer
// for work that takes its time. The end of a context is noticed that much later.
const (
	atFirst = time.Millisecond
	atLast  = 8 * time.Millisecond
	// idle is after how many looks that found nothing the goroutine ends.
	idle = 20
)

// Watcher looks after the contexts of any amount of work. The zero value is ready.
type Watcher struct {
	shards [8]shard
	next   atomic.Uint32
	awake  atomic.Bool
}

// shard is a part of the work, so that processors seldom wait for each other.
type shard struct {
	sync.Mutex
	work []*Work
	_    [64]byte
}

// Work is a piece of work, which may be begun and ended many times, by one goroutine
// at a time.
type Work struct {
	ended func()
	shard *shard

	// Guarded by the shard.
	ctx   context.Context
	place int
	seen  bool
	told  bool
}

// New returns work. ended is called, on a goroutine that must not be kept for long,
// when the context has ended before the work has; it may also be a moment later.
func (w *Watcher) New(ended func()) *Work {
	return &Work{ended: ended, shard: &w.shards[int(w.next.Add(1))%len(w.shards)]}
}

// Begin says that the work has begun.
func (w *Watcher) Begin(ctx context.Context, work *Work) {
	s := work.shard
	s.Lock()
	work.ctx, work.place, work.seen, work.told = ctx, len(s.work), false, false
	s.work = append(s.work, work)
	s.Unlock()
	if !w.awake.Load() && w.awake.CompareAndSwap(false, true) {
		go w.look()
	}
}

// End says that the work has ended. It reports whether the end of the context was
// told, or is just being told: then the work must not be begun again.
func (w *Watcher) End(work *Work) (told bool) {
	s := work.shard
	s.Lock()
	last := len(s.work) - 1
	s.work[work.place] = s.work[last]
	s.work[work.place].place = work.place
	s.work[last] = nil
	s.work = s.work[:last]
	work.ctx, told = nil, work.told
	s.Unlock()
	return told
}

// look looks at the contexts until there has been no work for a while.
func (w *Watcher) look() {
	period, without := atFirst, 0
	for {
		time.Sleep(period)
		found, fresh := w.once()
		switch {
		case fresh:
			period, without = atFirst, 0
		case found:
			period, without = min(2*period, atLast), 0
		case without < idle:
			without++
		default:
			w.awake.Store(false)
			// What was begun before that has not woken anybody.
			if found, _ = w.once(); !found || !w.awake.CompareAndSwap(false, true) {
				return
			}
			without = 0
		}
	}
}

// once looks at all contexts. It reports whether there is work, and whether some of it
// is found for the first time.
func (w *Watcher) once() (found, fresh bool) {
	var ended []*Work
	for i := range w.shards {
		s := &w.shards[i]
		s.Lock()
		for _, work := range s.work {
			found = true
			fresh = fresh || !work.seen
			work.seen = true
			if !work.told && work.ctx.Err() != nil {
				work.told = true
				ended = append(ended, work)
			}
		}
		s.Unlock()
	}
	for _, work := range ended {
		work.ended()
	}
	return found, fresh
}
