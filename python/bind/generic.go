package bind

import (
	"reflect"
	"sync"

	"github.com/gophersnake/gophersnake/internal/engine"
)

// Generic has a generic function, bound for each of the type arguments that it was
// called with. The zero value has none. Safe for concurrent use.
type Generic struct{ bound sync.Map } // reflect.Type → the function

// For returns the function of g that is an F, which binds makes for the type
// arguments that are new. F names all of them.
func For[F any](g *Generic, binds func() F) F {
	key := reflect.TypeFor[F]()
	found, ok := g.bound.Load(key)
	if !ok {
		found, _ = g.bound.LoadOrStore(key, binds())
	}
	return found.(F)
}

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
