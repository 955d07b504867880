package bind

import (
	"fmt"
	"strings"

	"github.com/gophersnake/gophersnake/internal/engine"
	"github.com/gophersnake/gophersnake/internal/wire"
	"github.com/gophersnake/gophersnake/python"
)

// Class is the type of the instances of a class, `module:Qualified.Name`, that
// stay in Python: a pointer P to a struct that embeds the object. wrap makes the
// struct of an object, object gives the object of a struct. From then on
// [python.To] knows the struct.
func Class[P any](class string, wrap func(*python.Object) P, object func(P) *python.Object) *Type[P] {
	return handle(class, wire.Program{}.Instance(class), wrap, object)
}

// Protocol is the type of the objects that fit a protocol (PEP 544), whatever
// their class: nothing is checked.
func Protocol[P any](class string, wrap func(*python.Object) P, object func(P) *python.Object) *Type[P] {
	return handle(class, Object.Program, wrap, object)
}

// Exception is the type of the exceptions of a class: a pointer P to a struct that
// embeds the error. From then on errors.As finds raised ones by it.
func Exception[P any](class string, wrap func(*python.Raised) P, raised func(P) *python.Raised) *Type[P] {
	python.RegisterException(strings.Replace(class, ":", ".", 1), wrap)
	exception := python.RaisedType("exception:" + class)
	t := &Type[P]{
		Program: exception.Program,
		Put: func(e *wire.Encoder, v P) {
			if isNone(v) || raised(v) == nil || raised(v).Value == nil {
				refuseNil(e, class, v)
				return
			}
			exception.Put(e, raised(v))
		},
		Get: func(d *wire.Decoder) P {
			if err := exception.Get(d); err != nil {
				return wrap(err)
			}
			return *new(P)
		},
	}
	engine.RegisterOne(t)
	return t
}

func handle[P any](class string, program wire.Program, wrap func(*python.Object) P, object func(P) *python.Object) *Type[P] {
	t := &Type[P]{
		Program: program,
		Put: func(e *wire.Encoder, v P) {
			if isNone(v) || object(v) == nil {
				refuseNil(e, class, v)
				return
			}
			Object.Put(e, object(v))
		},
		Get: func(d *wire.Decoder) P {
			if o := Object.Get(d); o != nil {
				return wrap(o)
			}
			return *new(P)
		},
	}
	engine.RegisterOne(t)
	return t
}

// isNone says whether a pointer is nil.
func isNone[P any](v P) bool { return any(v) == any(*new(P)) }

func refuseNil[P any](e *wire.Encoder, class string, v P) {
	e.Fail(&wire.Refusal{Expected: strings.Replace(class, ":", ".", 1), Got: fmt.Sprintf("nil %T", v)})
}

// Method says that the function is a method, of its first argument's own class:
// one that a subclass overrides is the one that is called.
func (f Func) Method() Func { return f.access("method") }

// Getter says that the function gives an attribute of its first argument.
func (f Func) Getter() Func { return f.access("get") }

// Setter says that the function sets an attribute of its first argument to its
// second, or the variable of the module to its only one.
func (f Func) Setter() Func { return f.access("set") }

// Deleter says that the function deletes an attribute of its first argument.
func (f Func) Deleter() Func { return f.access("del") }

// Constant says that the function gives an attribute of a class or a module, and
// takes nothing.
func (f Func) Constant() Func { return f.access("constant") }

//go:noinline
func (f Func) access(access string) Func {
	f.function.Access(access)
	return f
}

// ExceptionValue is a builtin exception class, of exceptions that are values: any error
// of Go's where one is given.
func ExceptionValue(adapter string) *Type[error] { return python.ExceptionType(adapter) }

// ExceptionResult is the same class where it only comes from Python.
func ExceptionResult(adapter string) *Type[*python.Error] { return python.RaisedType(adapter) }
