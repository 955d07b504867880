package engine

import (
	"sync"
	"sync/atomic"
	"time"

	"github.com/gophersnake/gophersnake/internal/memory"

	"github.com/gophersnake/gophersnake/internal/gate"
	"github.com/gophersnake/gophersnake/internal/wire"
)

// lends is the Go memory that Python may look at: by its number, whatever keeps
// it alive. Python names the numbers it is done with; until then the memory is
// reachable, and reachable heap memory does not move.
var lends = struct {
	sync.Mutex
	last  atomic.Uint64
	alive map[uint64]any
	watch *time.Timer
	every time.Duration
}{alive: map[uint64]any{}}

// Lend returns a new number for memory that stays alive as long as owner, and
// keeps owner until Python's last view of the memory is gone, or until the call
// that e is for was not made.
func Lend(owner any, e *wire.Encoder) uint64 {
	number := lends.last.Add(1)
	lends.Lock()
	lends.alive[number] = owner
	lends.Unlock()
	e.Lends = append(e.Lends, number)
	return number
}

// endLends forgets lends that Python does not hold.
func endLends(numbers []uint64) {
	lends.Lock()
	for _, number := range numbers {
		delete(lends.alive, number)
	}
	lends.Unlock()
}

// Lent returns how many lends are alive.
func Lent() int {
	lends.Lock()
	defer lends.Unlock()
	return len(lends.alive)
}

// TakeReleased ends the lends that Python is done with.
func TakeReleased() {
	r := running.Load()
	if r == nil {
		return
	}
	var numbers [64]uint64
	for {
		block := &listBlock{memory.Of(numbers[:]), uint64(len(numbers))}
		n := gate.Enter(r.slots.Lends, memory.OfValue(block))
		endLends(numbers[:n])
		if int(n) < len(numbers) {
			return
		}
	}
}

// The time between two looks at the released lends while no call does it.
const (
	watchAtFirst = 10 * time.Millisecond
	watchAtLast  = time.Second
)

// watchLends sees to it that lends end also while no call is made: as long as
// there are any it looks, less and less often.
func watchLends() {
	lends.Lock()
	defer lends.Unlock()
	lends.every = watchAtFirst
	if lends.watch == nil {
		lends.watch = time.AfterFunc(lends.every, lookAtLends)
		return
	}
	lends.watch.Reset(lends.every)
}

func lookAtLends() {
	TakeReleased()
	lends.Lock()
	defer lends.Unlock()
	if len(lends.alive) == 0 {
		return
	}
	lends.every = min(2*lends.every, watchAtLast)
	lends.watch.Reset(lends.every)
}
