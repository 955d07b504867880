package python

import (
	"reflect"
	"sync"

	"github.com/gophersnake/gophersnake/internal/wire"
)

// Raised is [Error] by another name, for the structs of exception classes that
// generated code has: embedded as Error, it would hide the method of that name.
type Raised = Error

// exceptions has how to make the generated type of an exception class, by the type
// of a pointer to it, which is what errors.As is given.
var exceptions sync.Map // reflect.Type → func(*Error, any) bool

// RegisterException makes errors.As find the exceptions of a class, and of those
// derived from it, as a P, a pointer. It is for generated code.
func RegisterException[P any](class string, wrap func(*Raised) P) {
	exceptions.Store(reflect.TypeFor[*P](), func(e *Error, target any) bool {
		if !e.isA(class) {
			return false
		}
		*target.(*P) = wrap(e)
		return true
	})
}

// As makes errors.As find an exception by the generated type of its class.
func (e *Error) As(target any) bool {
	if own, ok := target.(**Error); ok {
		*own = e
		return true
	}
	fill, ok := exceptions.Load(reflect.TypeOf(target))
	return ok && fill.(func(*Error, any) bool)(e, target)
}

// EncodeAny appends the exception where any value may stand. It is for the runtime.
func (e *Error) EncodeAny(encoder *wire.Encoder) error { return e.Value.EncodeAny(encoder) }
