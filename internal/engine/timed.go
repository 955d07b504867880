package engine

import (
	"sync/atomic"
	"time"

	"github.com/gophersnake/gophersnake/internal/wire"
)

// timed is that one of so many calls is timed: to look at the clock twice takes as long as
// a third of a small call.
const timed = 64

// inPython is how long the calls that were timed have been in Python, and attached is how
// long of that their threads were attached.
var inPython, attached atomic.Int64

// crossAttended makes the crossing of a call that is timed, or may be interrupted.
func (c *Call) crossAttended(slot uintptr) (status wire.Status) {
	if c.made%timed == 0 {
		c.block.attached = 1
		defer c.addTime(time.Now())
	}
	if c.endable && !c.function.whole {
		return c.crossInterruptibly(slot)
	}
	return c.cross(slot)
}

func (c *Call) addTime(start time.Time) {
	inPython.Add(int64(time.Since(start)))
	attached.Add(int64(c.block.attached) - 1)
	c.block.attached = 0
}

// InPython returns how long calls have been in Python in all, by those that were timed.
func InPython() time.Duration { return timed * time.Duration(inPython.Load()) }

// Attached returns how long of that their threads were attached.
func Attached() time.Duration { return timed * time.Duration(attached.Load()) }
