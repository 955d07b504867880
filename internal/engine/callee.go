package engine

import (
	"context"
	"runtime"
	"sync"
	"sync/atomic"
	"weak"

	"github.com/gophersnake/gophersnake/internal/wire"
)

// Callee is a callable of Python's behind a Go function. It is held until it is
// closed or the function is garbage.
type Callee struct {
	ref    *Ref
	caller *Func
}

// callees finds the Callee of a Go function by the function's identity.
var callees sync.Map // uintptr → weak.Pointer[Callee]

// anyCallees says that there was ever one: until then no function is looked up.
var anyCallees atomic.Bool

func newCallee(handle uint64, s *Signature) *Callee {
	c := &Callee{caller: s.caller}
	c.ref = NewRef(handle)
	return c
}

// is makes the function of that identity, which refers to the Callee, stand for it.
func (c *Callee) is(identity uintptr) {
	entry := weak.Make(c)
	callees.Store(identity, entry)
	anyCallees.Store(true)
	runtime.AddCleanup(c, func(identity uintptr) { callees.CompareAndDelete(identity, entry) }, identity)
}

// calleeAt returns the Callee of the function of that identity, nil if it is not one
// of Python's.
func calleeAt(identity uintptr) *Callee {
	if !anyCallees.Load() {
		return nil
	}
	entry, ok := callees.Load(identity)
	if !ok {
		return nil
	}
	return entry.(weak.Pointer[Callee]).Value()
}

// CloseCallable gives the callable of the function of that identity back to Python.
// Of a function of Go's, it does nothing.
func CloseCallable(identity uintptr) {
	if c := calleeAt(identity); c != nil {
		c.ref.Close()
	}
}

func (c *Callee) put(e *wire.Encoder) {
	handle := c.ref.Handle()
	if handle == 0 {
		e.Fail(ErrClosed)
		return
	}
	e.CallableOfPython(handle)
	e.Keep(c)
}

// Begin begins a call of the callable; its arguments follow.
func (c *Callee) Begin(ctx context.Context) *Call {
	call := c.caller.Begin(ctx)
	Put(call, calleeType, c)
	return call
}

var calleeType = &Type[*Callee]{
	Program: handleProgram,
	Put: func(e *wire.Encoder, c *Callee) {
		putOpen(e, c.ref)
		e.Keep(c)
	},
}

// putHandle appends the callable, which the caller keeps alive, as the first argument.
func (c *Call) putHandle(ref *Ref) {
	putOpen(&c.encoder, ref)
	c.nextArgument()
}

// putOpen appends the object of a Ref that is not closed.
func putOpen(e *wire.Encoder, ref *Ref) {
	handle := ref.Handle()
	if handle == 0 {
		e.Fail(ErrClosed)
		return
	}
	e.Handle(handle)
}

// firstArgument stands for the handle of a callable where a function is bound that
// calls its own first argument.
const firstArgument = ^uint64(0)

// newCaller describes the function that calls any callable of that signature.
func newCaller(result wire.Program, params []*Param) *Func {
	callee := NewParam(wire.ParamPositionalOnly, "callable", handleProgram)
	return (*Module)(nil).Func("", "", result, append([]*Param{callee}, params...)...).Called("a Python callable")
}
