package bind

import (
	"reflect"
	"sync"

	"github.com/gophersnake/gophersnake/internal/engine"
)

// Generic has a generic function, bound for each of the type arguments that it was
// called with. The zero value has none. Safe for concurrent use.
//
// Its methods know neither the type arguments nor the function's type: Go would compile
// them anew for each type of a function and each type argument.
type Generic struct{ bound sync.Map } // reflect.Type → the function

// Key is what the functions bound for type arguments are found by; T has all of them
// in it.
func Key[T any]() reflect.Type { return reflect.TypeFor[T]() }

// Bound returns the function that is bound for type arguments, or nil.
func (g *Generic) Bound(key reflect.Type) any {
	found, _ := g.bound.Load(key)
	return found
}

// Bind keeps the function that is bound for type arguments.
func (g *Generic) Bind(key reflect.Type, function any) { g.bound.Store(key, function) }

// Generic says that the function has types that are type arguments, which may be
// of other modules than its own.
func (f Func) Generic() Func {
	f.function.Mixed()
	return f
}

// LateTypeOf is [TypeOf] as a variable of a package.
func LateTypeOf[T any]() *Type[T] { return engine.LateTypeOf[T]() }

// TypeOf is the type of a type argument: what the Go type T is in Python.
func TypeOf[T any]() *Type[T] { return engine.TypeOf[T]() }
