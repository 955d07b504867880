package bind

import (
	"github.com/gophersnake/gophersnake/internal/engine"
	"github.com/gophersnake/gophersnake/internal/wire"
	"github.com/gophersnake/gophersnake/python"
)

// Optional is T | None; nil is None.
func Optional[T any](item *Type[T]) *Type[*T] { return engine.Optional(item) }

// OptionalSlice is T | None of a T that is a slice; nil is None.
func OptionalSlice[S ~[]T, T any](item *Type[S]) *Type[S] {
	return engine.OptionalAs(item, func(v S) bool { return v == nil })
}

// OptionalUnion is T | None of a T that is a union; nil is None.
func OptionalUnion[T any](item *Type[T]) *Type[T] {
	return engine.OptionalAs(item, func(v T) bool { return any(v) == nil })
}

// OptionalPointer is T | None of a T that is a pointer in Go; nil is None.
func OptionalPointer[P any](item *Type[P]) *Type[P] { return engine.OptionalAs(item, isNone[P]) }

// OptionalMap is T | None of a T that is a map or set; nil is None.
func OptionalMap[M ~map[K]V, K comparable, V any](item *Type[M]) *Type[M] {
	return engine.OptionalAs(item, func(v M) bool { return v == nil })
}

// OptionalArray is T | None of an array; nil is None.
func OptionalArray[T python.Element](item *Type[*python.Array[T]]) *Type[*python.Array[T]] {
	return engine.OptionalAs(item, func(v *python.Array[T]) bool { return v == nil })
}

// OptionalObject is T | None of a T that is an object in Go; nil is None.
var OptionalObject = engine.OptionalAs(Object, func(v *python.Object) bool { return v == nil })

// OptionalKey is T | None as a key of a map or in a set.
func OptionalKey[T comparable](item *Type[T]) *Type[python.Opt[T]] {
	optional := engine.Optional(item)
	return &Type[python.Opt[T]]{
		Program: optional.Program,
		Put: func(e *wire.Encoder, v python.Opt[T]) {
			if value, given := v.Get(); e.Present(given) {
				item.Put(e, value)
			}
		},
		Get: func(d *wire.Decoder) python.Opt[T] {
			if !d.Present() {
				return python.Opt[T]{}
			}
			return python.Some(item.Get(d))
		},
	}
}
