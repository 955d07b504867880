package engine

import (
	"github.com/gophersnake/gophersnake/internal/memory"
	"github.com/gophersnake/gophersnake/internal/wire"
)

// Signature is what a callable takes and returns.
type Signature struct {
	Params []*Param
	result wire.Program
	flags  wire.Callable
	caller *Func
}

// NewSignature describes a callable.
func NewSignature(flags wire.Callable, result wire.Program, params ...*Param) *Signature {
	return &Signature{params, result, flags, newCaller(result, params)}
}

// Program returns the callable's part of a signature program.
func (s *Signature) Program() wire.Program {
	program := wire.Program{}.Callable(s.flags, len(s.Params))
	for _, p := range s.Params {
		program = append(program.Param(p.kind, p.name), p.typ...)
	}
	return append(program, s.result...)
}

// GoFunc is the type of a Go function that Python calls with these parameters, which
// its handler reads itself. It is for the runtime's own functions.
func GoFunc(result wire.Program, params ...*Param) *Type[Handler] {
	return &Type[Handler]{
		Program: NewSignature(0, result, params...).Program(),
		Put:     func(e *wire.Encoder, handler Handler) { LendFunction(e, handler, handler) },
	}
}

// Callable is the type of functions F: handler makes what Python calls of one of
// Go's, function makes one of a callable of Python's. A function that came from
// Python goes back as the same object. later makes a function that has another one run
// by [Later].
func Callable[F any](
	s *Signature, handler func(F) Handler, function func(*Callee) F, later func(F, *Awaited) F,
) *Type[F] {
	return &Type[F]{
		awaited: func(adapter string) *Type[F] { return awaited(adapter, s, handler, function, later) },
		Program: s.Program(),
		Put: func(e *wire.Encoder, f F) {
			identity := memory.Identity(f)
			if identity == 0 {
				e.Fail(&wire.Refusal{Expected: "function", Got: "nil"})
			} else if callee := calleeAt(identity); callee != nil {
				callee.put(e)
			} else {
				LendFunction(e, handler(f), f)
			}
		},
		Get: func(d *wire.Decoder) F {
			_, handle := d.Callable()
			if d.Err() != nil {
				var none F
				return none
			}
			callee := newCallee(handle, s)
			f := function(callee)
			callee.is(memory.Identity(f))
			return f
		},
	}
}

// LendFunction appends a function: Python calls it by its handler, for as long as it
// keeps it. function is what the user wrote.
func LendFunction(e *wire.Encoder, handler Handler, function any) {
	if handler == nil {
		e.Fail(&wire.Refusal{Expected: "function", Got: "nil"})
		return
	}
	e.Number(Lend(&lentFunction{handler: handler, function: function}, e))
}

// Argument reads an argument of a callback, and puts its name before the path of the
// error if it cannot be read.
func Argument[T any](args *wire.Decoder, t *Type[T], p *Param) T {
	if args.Err() != nil {
		var none T
		return none
	}
	v := t.Get(args)
	if args.Err() != nil {
		args.FailedAt("argument " + p.name)
	}
	return v
}
