package governor

import (
	"math/bits"
	"time"
)

// Stats is what a governor knows at a moment.
type Stats struct {
	// Running is how much work is under way, blocked work included.
	Running int
	// Blocked is how much of it has lost its place.
	Blocked int
	// Queued is how many wait for a place.
	Queued int
	// Waits is how many have waited so far, also in vain.
	Waits uint64
	// Waited is how long they have waited in all, and LongestWait the longest.
	Waited, LongestWait time.Duration
	// MedianWait and P99Wait are of those who waited, to within a fifth.
	MedianWait, P99Wait time.Duration
}

// Stats returns what is known at the moment.
func (g *Governor) Stats() Stats {
	g.mu.Lock()
	defer g.mu.Unlock()
	return Stats{
		Running:     int(g.state.Load()&taken) + g.blocked,
		Blocked:     g.blocked,
		Queued:      g.queue.count,
		Waits:       g.waits.count,
		Waited:      g.waits.total,
		LongestWait: g.waits.longest,
		MedianWait:  g.waits.quantile(0.5),
		P99Wait:     g.waits.quantile(0.99),
	}
}

// waits is how long those who queued have waited: how many waited how long, in steps
// of a quarter of a power of two.
type waits struct {
	count   uint64
	total   time.Duration
	longest time.Duration
	steps   [4 * 64]uint64
}

func (w *waits) add(waited time.Duration) {
	w.count++
	w.total += waited
	w.longest = max(w.longest, waited)
	w.steps[step(waited)]++
}

// step is the step of a duration: its power of two, and the next two bits.
func step(d time.Duration) int {
	n := uint64(max(d, 4))
	power := bits.Len64(n) - 1
	return 4*power + int(n>>(power-2)&3)
}

// upper is the end of a step.
func upper(step int) time.Duration {
	power := step / 4
	return time.Duration((uint64(step%4)+5)<<(power-2) - 1)
}

// quantile returns a duration that this part of the waits was not longer than.
func (w *waits) quantile(part float64) time.Duration {
	wanted := uint64(part * float64(w.count))
	var found uint64
	for i, n := range w.steps {
		found += n
		if n != 0 && found > wanted {
			return min(upper(i), w.longest)
		}
	}
	return w.longest
}
