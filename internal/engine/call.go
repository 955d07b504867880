package engine

import (
	"context"
	"errors"
	"runtime"

	"github.com/gophersnake/gophersnake/internal/gate"
	"github.com/gophersnake/gophersnake/internal/governor"
	"github.com/gophersnake/gophersnake/internal/memory"
	"github.com/gophersnake/gophersnake/internal/watch"
	"github.com/gophersnake/gophersnake/internal/wire"
)

// callBlock is what a crossing is given (contract/slots.md).
type callBlock struct {
	function      uint64
	frame         uintptr
	frameLength   uint64
	segments      uintptr
	segmentCount  uint64
	reply         uintptr
	replyCapacity uint64
	replyLength   uint64
	overflow      uintptr
	replySegments uint64
	kept          uint64
	released      uint64
	interruption  interruption
	_             uint64 // the bridge's own
	place         governor.Place
	_             uint32
	batch         uint64
	attached      uint64
}

const (
	replyAtFirst = 256
	// replyAtMost is how large a buffer for answers a call keeps; a larger
	// answer comes in memory of the bridge's that is freed at once.
	replyAtMost = 64 << 10
)

// Call is one call on its way: Begin, the arguments in the order of the
// parameters, then Finish or Result. It is used once, by one goroutine.
type Call struct {
	block    callBlock // first, so that its address is the call's: see callOf
	encoder  wire.Encoder
	decoder  wire.Decoder
	reply    []byte
	function *Func
	doing    string // what an error calls the call; empty, it is the function's name
	argument int    // how many were put
	ctx      context.Context
	endable  bool    // the context may end
	attended bool    // that is so, or the call is timed
	made     uint32  // how many calls were made with this one
	stops    uint32  // how often Python had been stopped when it began
	address  uintptr // of the block

	watch  *watch.Work // of the context; made when it is first needed
	shared bool        // somebody else may still use the block

	resident bool // see there

	ticket uint64        // of an async call
	told   chan struct{} // when that is told

	ungoverned bool            // it takes no place
	queueing   context.Context // of what it waits for before it is made, if not ctx
}

// drop ends a call that is not made, for this reason.
func (c *Call) drop(reason error) error {
	endLends(c.encoder.Lends)
	err := refused(c.name(), reason)
	c.end()
	return err
}

// name is what an error calls the call.
func (c *Call) name() string {
	if c.doing != "" {
		return c.doing
	}
	return c.function.String()
}

// errNoMemory is Python's MemoryError where there is no memory to describe it.
var errNoMemory = errors.New("gophersnake: out of memory in Python")

// run makes the call. Without an error the decoder stands before the result, and
// closeAnswer must follow.
func (c *Call) run() error {
	r := running.Load()
	if c.block.function = c.function.address.Load(); r == nil || c.block.function == 0 {
		var err error
		if r, c.block.function, err = c.function.bound(c.waits()); err != nil {
			return c.without(err)
		}
	}
	frame, ok := c.encoder.Frame()
	if !ok || c.ctx == nil || c.endable && c.ctx.Err() != nil {
		return c.without(c.notMade())
	}
	c.setFrame(frame, c.encoder.Segments)
	if c.block.batch = 0; lastBatch.Load() != 0 {
		if err := c.joinBatch(); err != nil {
			return c.without(err)
		}
	}
	if !c.enter() {
		if err := c.queue(); err != nil {
			return c.without(err)
		}
	}
	var status wire.Status
	if c.attended {
		status = c.crossAttended(r.slots.Call)
	} else {
		status = c.cross(r.slots.Call)
	}
	c.leave()
	if len(c.encoder.Lends) != 0 {
		c.settleLends()
	}
	if c.block.released != 0 {
		TakeReleased()
	}
	if status == wire.StatusAnswer && c.openAnswer() == wire.FrameAnswer {
		return nil
	}
	return c.failed(status)
}

// failed is the error of a call that came back without an answer.
func (c *Call) failed(status wire.Status) error {
	err := c.failure(status)
	if c.block.interruption == interrupted {
		err = &interruptedError{cancelled(c.name(), c.ctx), err}
	}
	return err
}

// without ends what was lent in a call that does not cross, for this reason.
func (c *Call) without(reason error) error {
	endLends(c.encoder.Lends)
	return reason
}

// notMade is why a call does not cross whose arguments cannot be sent, or with whose
// context something is wrong.
func (c *Call) notMade() error {
	switch {
	case c.ctx == nil:
		return errors.New("gophersnake: " + c.function.String() + ": nil context")
	case c.encoder.Failed():
		return refused(c.name(), c.encoder.Err())
	}
	return cancelled(c.name(), c.ctx)
}

func (c *Call) setFrame(frame []byte, segments []wire.Segment) {
	c.block.frame, c.block.frameLength = memory.Of(frame), uint64(len(frame))
	c.block.segments, c.block.segmentCount = memory.Of(segments), uint64(len(segments))
}

// setReply makes buffer the one for answers.
func (c *Call) setReply(buffer []byte) {
	c.reply = buffer
	c.block.reply, c.block.replyCapacity = memory.Of(buffer), uint64(len(buffer))
}

func (c *Call) cross(slot uintptr) wire.Status {
	status := wire.Status(gate.Enter(slot, c.address))
	runtime.KeepAlive(c)
	return status
}

// settleLends ends the lends of this call, unless Python kept one of them: then
// it tells of each when it is done.
func (c *Call) settleLends() {
	if c.block.kept == 0 {
		endLends(c.encoder.Lends)
		return
	}
	watchLends()
}

// openAnswer begins to read what came back.
func (c *Call) openAnswer() wire.Frame {
	length := c.block.replyLength
	if c.block.overflow == 0 && c.block.replySegments == 0 {
		return c.decoder.Begin(c.reply[:length], nil)
	}
	at := c.block.reply
	if c.block.overflow != 0 {
		at = c.block.overflow
	}
	segments := memory.View[wire.Segment](at+uintptr(length), int(c.block.replySegments))
	return c.decoder.Begin(memory.Bytes(at, int(length)), segments)
}

// closeAnswer frees the answer, which nothing may read any more.
func (c *Call) closeAnswer() {
	if c.block.overflow != 0 {
		c.freeOverflow()
	}
}

func (c *Call) freeOverflow() {
	gate.Enter(started().slots.Free, c.block.overflow)
	c.block.overflow = 0
	if size := c.block.replyLength + 16*c.block.replySegments; size <= replyAtMost {
		c.setReply(make([]byte, 2*size))
	}
}

// failure is the error of a call that has no answer.
func (c *Call) failure(status wire.Status) error {
	switch status {
	case wire.StatusNoMemory:
		c.closeAnswer()
		return errNoMemory
	case wire.StatusOutsideBatch:
		return refused(c.name(), errOutsideBatch)
	}
	defer c.closeAnswer()
	name := c.name()
	switch c.openAnswer() {
	case wire.FrameException:
		return exception(name, c.stops, &c.decoder)
	case wire.FrameRefusal:
		refusal := c.decoder.Refusal()
		if err := c.decoder.End(); err != nil {
			return refused(name, err)
		}
		if refusal.Got == wire.GotClosed {
			refusal = &wire.Refusal{Path: refusal.Path, Cause: ErrClosed}
		}
		return refused(name, refusal)
	}
	return refused(name, c.decoder.End())
}

// Put appends an argument.
func Put[T any](c *Call, t *Type[T], v T) {
	if c.encoder.Failed() {
		return
	}
	t.Put(&c.encoder, v)
	c.nextArgument()
}

// PutDefaulted appends the argument of a parameter that has a default: v if it
// is given, otherwise nothing, which leaves it to Python.
func PutDefaulted[T any](c *Call, t *Type[T], given bool, v T) {
	if c.encoder.Failed() {
		return
	}
	if c.encoder.Present(given) {
		t.Put(&c.encoder, v)
	}
	c.nextArgument()
}

// nextArgument notes that an argument was put, and its name before the path of
// the error if it could not be.
func (c *Call) nextArgument() {
	if c.encoder.Failed() {
		c.encoder.FailedAt("argument " + c.function.params[c.argument].name)
	}
	c.argument++
}

// Result makes the call and returns its result; of an async function, that which
// it is awaited for.
func Result[T any](c *Call, t *Type[T]) (result T, err error) {
	if c.simple() {
		err = crossInto(c, t, &result)
		return result, err
	}
	if c.endable && detaches(c.ctx) && !inBatch() {
		return detachedResult(c, t)
	}
	return attendedResult(c, t)
}

// simple says that nothing is to be done about the call but to cross once.
func (c *Call) simple() bool { return !c.endable && c.function.take == nil }

func attendedResult[T any](c *Call, t *Type[T]) (T, error) {
	if c.function.take != nil {
		return await(c, t)
	}
	return crossedResult(c, t)
}

// crossedResult makes the one crossing.
func crossedResult[T any](c *Call, t *Type[T]) (result T, err error) {
	err = crossInto(c, t, &result)
	return result, err
}

// crossInto makes the one crossing, and puts the result where it is to lie: each function
// that returns a large one moves it twice.
func crossInto[T any](c *Call, t *Type[T], result *T) error {
	err := c.run()
	if err == nil {
		*result = t.Get(&c.decoder)
		err = c.endAnswer()
	}
	c.end()
	return err
}

// endAnswer ends the reading of the answer: what is wrong with it is the error.
func (c *Call) endAnswer() error {
	var err error
	if c.decoder.End() != nil {
		err = c.unreadable()
	}
	c.closeAnswer()
	return err
}

func (c *Call) unreadable() error {
	c.decoder.FailedAt("result")
	return refused(c.name(), c.decoder.Err())
}

// Finish makes the call of a function that returns None.
func Finish(c *Call) error {
	if !c.simple() {
		_, err := Result(c, None)
		return err
	}
	err := c.run()
	if err == nil {
		c.decoder.None()
		err = c.endAnswer()
	}
	c.end()
	return err
}
