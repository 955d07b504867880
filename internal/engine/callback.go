package engine

import (
	"context"
	"errors"
	"fmt"
	"reflect"
	"runtime"
	"runtime/debug"
	"strings"
	"sync"

	"github.com/gophersnake/gophersnake/internal/gate"
	"github.com/gophersnake/gophersnake/internal/interpreter"
	"github.com/gophersnake/gophersnake/internal/memory"
	"github.com/gophersnake/gophersnake/internal/wire"
)

// callbackBlock is what a callback comes with (contract/slots.md).
type callbackBlock struct {
	function          uint64
	frame             uintptr
	frameLength       uint64
	segments          uintptr
	segmentCount      uint64
	reply             uintptr
	replyCapacity     uint64
	replyLength       uint64
	replySegments     uintptr
	replySegmentCount uint64
	answer            uint64
	call              uintptr
	released          uint64
}

// receiveCallbacks tells the bridge where callbacks go.
func receiveCallbacks(slots interpreter.Slots) error {
	address, err := gate.Callback(dispatch)
	if err == nil {
		gate.Enter(slots.Dispatcher, address)
	}
	return err
}

// dispatch is where every callback arrives, on the thread on which Python makes it
// and without the interpreter.
func dispatch(address uintptr) uintptr {
	block := &memory.View[callbackBlock](address, 1)[0]
	if block.released != 0 {
		TakeReleased()
	}
	c := callbacks.Get().(*callback)
	c.block = block
	StepOut(block.call)
	status := c.run()
	StepIn(block.call)
	c.reply(status == wire.StatusAnswer)
	return uintptr(status)
}

// callback is one call of a Go function by Python.
type callback struct {
	block   *callbackBlock
	ctx     context.Context
	decoder wire.Decoder
	encoder wire.Encoder
}

var callbacks = sync.Pool{New: func() any {
	c := new(callback)
	c.decoder.Foreign, c.decoder.Context = Hooks.Foreign, &c.ctx
	c.encoder.Convert = convertRegistered
	return c
}}

// run calls the function; afterwards the encoder has the answer.
func (c *callback) run() (status wire.Status) {
	function, ok := Lending(c.block.function).(*lentFunction)
	if !ok {
		return c.failed(errors.New("gophersnake: a callback of a function that was given back"), "")
	}
	if c.block.frame == 0 {
		c.encoder.Begin(wire.FrameReturn)
		c.encoder.String(function.name())
		return wire.StatusAnswer
	}
	returned := false
	defer func() {
		if !returned {
			status = c.panicked(recover())
		}
	}()
	status = c.call(function)
	returned = true
	return status
}

func (c *callback) call(function *lentFunction) wire.Status {
	frame := memory.Bytes(c.block.frame, int(c.block.frameLength))
	segments := memory.View[wire.Segment](c.block.segments, int(c.block.segmentCount))
	c.decoder.Begin(frame, segments)
	c.encoder.Begin(wire.FrameReturn)
	c.ctx = contextOf(c.block.call)
	err := function.handler(c.ctx, &c.decoder, &c.encoder)
	if refusal, ok := err.(*wire.Refusal); ok {
		return c.refused(refusal)
	}
	if err == nil && c.encoder.Failed() {
		c.encoder.FailedAt(function.answer())
		err = refused(function.name(), c.encoder.Err())
	}
	if elsewhere, ok := err.(*panicked); ok {
		return c.failed(Hooks.Panic(elsewhere.value, elsewhere.stack), string(elsewhere.stack))
	}
	if err != nil {
		return c.failed(err, "")
	}
	return wire.StatusAnswer
}

// contextOf returns the context of the call at that address, under which Python
// calls back; of none, the background.
func contextOf(address uintptr) context.Context {
	if address == 0 {
		return context.Background()
	}
	return callOf(address).ctx
}

// callOf returns the call whose block is at address. It is being made, so it is
// reachable.
func callOf(address uintptr) *Call { return memory.Back[Call](address) }

// restart begins another frame; what was lent in the last one is not sent.
func (c *callback) restart(kind wire.Frame) {
	if len(c.encoder.Lends) != 0 {
		endLends(c.encoder.Lends)
	}
	c.encoder.Release()
	c.encoder.Begin(kind)
}

func (c *callback) refused(r *wire.Refusal) wire.Status {
	if r.Cause != nil {
		return c.failed(r, "")
	}
	c.restart(wire.FrameRefusal)
	c.encoder.Refusal(r)
	return wire.StatusRefusal
}

// panicked is the answer of a function that ended otherwise than by returning.
func (c *callback) panicked(value any) wire.Status {
	if value == nil {
		// The goroutine ends when this returns, and with it, on Go's part, the thread
		// that Python is on. Nothing can stop that; what can be said is why.
		panic("gophersnake: runtime.Goexit in a Go function that Python called (a test's FailNow, for one): " +
			"Python is on the same thread and cannot end with the goroutine; return an error, or panic")
	}
	stack := debug.Stack()
	return c.failed(Hooks.Panic(value, stack), string(stack))
}

// failed makes an error frame of err; of a panic, there is a stack.
func (c *callback) failed(err error, stack string) wire.Status {
	c.restart(wire.FrameError)
	e := &c.encoder
	what := 0
	if stack != "" {
		what = 1
	}
	e.Int(what)
	e.String(textOf(err))
	e.String(strings.ToValidUTF8(stack, "?"))
	exception, same := Hooks.Raise(e, err)
	if e.Present(!same) {
		e.Number(Lend(err, e))
	}
	if e.Present(exception != 0) {
		e.Handle(exception)
	}
	return wire.StatusException
}

// textOf returns what the error says, whatever its method does.
func textOf(err error) (text string) {
	defer func() {
		if v := recover(); v != nil {
			text = fmt.Sprintf("%T, whose Error panics: %v", err, v)
		}
	}()
	return strings.ToValidUTF8(err.Error(), "\uFFFD")
}

// reply hands over the answer: in the buffer of the callback, or as a lend if it is
// too large or needs what Go holds for it. An answer with lends is one too, because
// Python could find out half way that it cannot read it.
func (c *callback) reply(answers bool) {
	frame, _ := c.encoder.Finish()
	block := c.block
	block.replyLength = uint64(len(frame))
	c.block = nil
	if len(c.encoder.Lends) != 0 {
		watchLends()
	}
	if uint64(len(frame)) <= block.replyCapacity && !c.encoder.Borrows() && (!answers || len(c.encoder.Lends) == 0) {
		copy(memory.Bytes(block.reply, len(frame)), frame)
		c.encoder.Release()
		c.ctx = nil
		callbacks.Put(c)
		return
	}
	block.reply = memory.Of(frame)
	block.replySegments, block.replySegmentCount = memory.Of(c.encoder.Segments), uint64(len(c.encoder.Segments))
	block.answer = file(c)
	watchLends()
}

// Handler is a Go function as Python's calls reach it: it reads the arguments in the
// order of the parameters, then ends the decoder, and appends the result. The
// decoder's error is the caller's fault, and raises TypeError in Python.
type Handler func(ctx context.Context, args *wire.Decoder, result *wire.Encoder) error

// lentFunction is a function that Python may call.
type lentFunction struct {
	handler  Handler
	function any    // what the user wrote, for its name
	ended    func() // called once Python has dropped it; may be nil
}

// aSequence stands for what the user wrote where that is a sequence: its function is
// often one that another function made.
type aSequence struct{}

// answer returns what errors call that which the function returns.
func (f *lentFunction) answer() string {
	if f.function == (aSequence{}) {
		return "item"
	}
	return "result"
}

// name returns the name of the function, less the path of its package.
func (f *lentFunction) name() string {
	if f.function == (aSequence{}) {
		return "a Go sequence"
	}
	v := reflect.ValueOf(f.function)
	if v.Kind() != reflect.Func {
		return "function"
	}
	name := runtime.FuncForPC(v.Pointer()).Name()
	return name[strings.LastIndexByte(name, '/')+1:]
}
