package engine

import (
	"runtime"
	"sync"
	"time"

	"github.com/gophersnake/gophersnake/internal/memory"

	"github.com/gophersnake/gophersnake/internal/gate"
	"github.com/gophersnake/gophersnake/internal/wire"
)

// lends is what Python may keep of Go's: by its number, a function, a value, or
// whatever keeps memory alive. Python names the numbers it is done with; until then
// what is lent is reachable, and reachable heap memory does not move.
var lends struct {
	sync.Mutex
	table lendTable
	watch *time.Timer
	every time.Duration
}

// Lend returns a new number for owner: memory that stays alive as long as owner
// does, a function, or a value. It keeps owner until Python is done with it, or until
// the frame that e is for was not sent.
func Lend(owner any, e *wire.Encoder) uint64 {
	number := file(owner)
	e.Lends = append(e.Lends, number)
	return number
}

func file(owner any) uint64 {
	lends.Lock()
	number := lends.table.add(owner)
	lends.Unlock()
	return number
}

// Lending returns what was lent under the number, nil if that has ended.
func Lending(number uint64) any {
	lends.Lock()
	owner := lends.table.at(number)
	lends.Unlock()
	return owner
}

// endLends forgets lends that Python does not hold.
func endLends(numbers []uint64) {
	lends.Lock()
	defer lends.Unlock()
	for _, number := range numbers {
		if number&unread != 0 {
			number &^= unread
			if answer, ok := lends.table.at(number).(*callback); ok {
				for _, inside := range answer.encoder.Lends {
					endLend(inside)
				}
			}
		}
		endLend(number)
	}
}

func endLend(number uint64) {
	if function, ok := lends.table.remove(number).(*lentFunction); ok && function.ended != nil {
		go function.ended()
	}
}

// unread marks the lend of an answer that Python could not read: what is lent in it
// has ended too.
const unread = 1 << 63

// Lent returns how many lends are alive.
func Lent() int {
	lends.Lock()
	defer lends.Unlock()
	return lends.table.alive
}

// TakeReleased ends the lends that Python is done with.
func TakeReleased() {
	r := started()
	if r == nil {
		return
	}
	var numbers [64]uint64
	for {
		block := &listBlock{memory.Of(numbers[:]), uint64(len(numbers))}
		n := gate.Enter(r.slots.Lends, memory.OfValue(block))
		runtime.KeepAlive(block)
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
	if lends.table.alive == 0 {
		return
	}
	lends.every = min(2*lends.every, watchAtLast)
	lends.watch.Reset(lends.every)
}
