package engine

import (
	"context"

	"github.com/gophersnake/gophersnake/internal/wire"
)

// Steps is the type of objects of Python's that Go uses through a function which does
// their steps (gophersnake.host.adapters.iteration): T in Go. Passed back, they are the
// same objects.
func Steps[T any](adapter string, s *Signature, wrap func(*Callee) T, unwrap func(T) *Callee) *Type[T] {
	return &Type[T]{
		Program: append(wire.Program{}.Adapted(adapter), s.Program()...),
		Put: func(e *wire.Encoder, v T) {
			callee := unwrap(v)
			if callee == nil {
				e.Fail(&wire.Refusal{Expected: "an object", Got: "nil"})
				return
			}
			callee.put(e)
		},
		Get: func(d *wire.Decoder) T {
			callee := getCallee(d, s)
			if callee == nil {
				var none T
				return none
			}
			return wrap(callee)
		},
	}
}

// Called makes errors call the callable so.
func (s *Signature) Called(title string) *Signature {
	s.caller.Called(title)
	return s
}

// AwaitedAs has callables awaited, on the event loop, and called so by errors.
func (s *Signature) AwaitedAs(title string) *Signature {
	s.caller = newAwaiter(s.result, s.Params)
	return s.Called(title)
}

// Close gives the callable back to Python.
func (c *Callee) Close() { c.ref.Close() }

// Failing is the type of an error that Python gets as a function which raises it; of
// nil, None.
var Failing = OptionalAs(&Type[error]{
	Program: NewSignature(0, NoResult).Program(),
	Put: func(e *wire.Encoder, err error) {
		LendFunction(e, func(_ context.Context, args *wire.Decoder, _ *wire.Encoder) error {
			if malformed := args.End(); malformed != nil {
				return malformed
			}
			// Frames of the exception may hold the function, which then must not hold what
			// holds the exception.
			failing := err
			err = nil
			return failing
		}, nil)
	},
}, func(err error) bool { return err == nil })

// Pair is the type of a tuple of two.
func Pair[A, B any](a *Type[A], b *Type[B]) *Type[struct {
	First  A
	Second B
}] {
	type pair = struct {
		First  A
		Second B
	}
	return &Type[pair]{
		Program: append(append(wire.Program{}.Tuple(2), a.Program...), b.Program...),
		Put: func(e *wire.Encoder, v pair) {
			a.Put(e, v.First)
			b.Put(e, v.Second)
		},
		Get: func(d *wire.Decoder) pair { return pair{a.Get(d), b.Get(d)} },
	}
}
