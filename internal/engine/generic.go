package engine

import (
	"fmt"
	"reflect"
	"sync"

	"github.com/gophersnake/gophersnake/internal/wire"
)

// Generic is implemented by the Go types that stand for generic classes: of each
// type argument one, which nobody can list beforehand.
type Generic interface {
	// PythonType returns the *Type of the Go type itself, which registers it.
	PythonType() any
}

// genericType registers a Go type that stands for a generic class.
func genericType(t reflect.Type) (erased, bool) {
	if !t.Implements(reflect.TypeFor[Generic]()) || t.Kind() == reflect.Interface {
		return erased{}, false
	}
	if t.Kind() == reflect.Pointer && t.Elem().Implements(reflect.TypeFor[Generic]()) {
		return erased{}, false // a pointer to a record, which has the record's methods
	}
	reflect.Zero(t).Interface().(Generic).PythonType()
	found, ok := registry.Load(t)
	if !ok {
		return erased{}, false
	}
	return found.(erased), true
}

// LateTypeOf returns what TypeOf does, for a variable of a package: it is looked up when a
// function with such a type is bound. Until all variables are initialized, types that the
// type arguments or the class's fields have may not be registered.
func LateTypeOf[T any]() *Type[T] {
	found := sync.OnceValue(TypeOf[T])
	return &Type[T]{
		Program: wire.Program{}.Named(define(func() (wire.Program, error) {
			program := found().Program
			if program.Is(wire.KindNamed) { // a definition is not another one's name
				return definition(program.Mentions()[0])
			}
			return program, nil
		})),
		Put: func(e *wire.Encoder, v T) { found().Put(e, v) },
		Get: func(d *wire.Decoder) T { return found().Get(d) },
	}
}

// TypeOf returns the type of a Go type that is a type argument: the one that is
// registered for it, or one made of others. What has no counterpart in Python is
// told when a function with such a type is bound.
func TypeOf[T any]() *Type[T] {
	t := reflect.TypeFor[T]()
	e, err := bothWays.erasedType(t)
	if err != nil {
		err = fmt.Errorf("the type argument %v: %w", t, err)
		return &Type[T]{
			Program: wire.Program{}.Named(define(func() (wire.Program, error) { return nil, err })),
			Put:     func(e *wire.Encoder, _ T) { e.Fail(err) },
			Get:     func(d *wire.Decoder) T { d.Fail(err); return *new(T) },
		}
	}
	if typed, ok := e.typed.(*Type[T]); ok {
		return typed
	}
	return &Type[T]{
		Program: e.program,
		Put:     func(enc *wire.Encoder, v T) { e.put(enc, reflect.ValueOf(&v).Elem()) },
		Get: func(d *wire.Decoder) T {
			v, _ := e.get(d).Interface().(T)
			return v
		},
	}
}
