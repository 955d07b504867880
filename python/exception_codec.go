package python

import (
	"errors"

	"github.com/gophersnake/gophersnake/internal/engine"
	"github.com/gophersnake/gophersnake/internal/wire"
)

// exceptionProgram is that of gophersnake.host.adapters.exceptions: what raises it, the
// exception itself, and what it is like.
var exceptionProgram = func() wire.Program {
	p := append(wire.Program{}.Tuple(3), engine.Failing.Program...)
	p = p.Kind(wire.KindOptional).Kind(wire.KindObject)
	return append(p, wire.ExceptionsProgram()...)
}()

// ExceptionType is the type of exceptions that are values, of the class that the adapter
// names. It is for the runtime.
func ExceptionType(adapter string) *engine.Type[error] {
	return &engine.Type[error]{
		Program: append(wire.Program{}.Adapted(adapter), exceptionProgram...),
		Put:     putException,
		Get:     func(d *wire.Decoder) error { return asError(getException(d)) },
	}
}

// RaisedType is the same type for what only comes from Python.
func RaisedType(adapter string) *engine.Type[*Error] {
	return &engine.Type[*Error]{
		Program: append(wire.Program{}.Adapted(adapter), exceptionProgram...),
		Put:     func(e *wire.Encoder, err *Error) { putException(e, asError(err)) },
		Get:     getException,
	}
}

func putException(e *wire.Encoder, err error) {
	if err == nil {
		e.Fail(&wire.Refusal{Expected: "error", Got: "nil"})
		return
	}
	var exception *Error
	itself := errors.As(err, &exception) && exception.Value != nil && isItself(err, exception)
	if itself {
		engine.Failing.Put(e, nil)
	} else {
		engine.Failing.Put(e, err)
	}
	if e.Present(itself) {
		objectType.Put(e, exception.Value)
	}
	e.Exceptions(nil)
}

func getException(d *wire.Decoder) *Error {
	d.Present() // nothing raises it, and
	d.Present() // nothing but its description has it
	raised := d.Exceptions()
	if d.Err() != nil {
		return nil
	}
	return newErrors("", raised)
}

func asError(err *Error) error {
	if err == nil {
		return nil
	}
	return err
}
