package bind

import (
	"github.com/gophersnake/gophersnake/internal/engine"
	"github.com/gophersnake/gophersnake/internal/wire"
	"github.com/gophersnake/gophersnake/python"
)

// Type says how values of a Go type cross to a Python type and back.
type Type[T any] = engine.Type[T]

// The types without parameters.
var (
	None      = engine.None
	Bool      = engine.Bool
	Int       = engine.Int
	Float     = engine.Float
	Complex   = engine.Complex
	Str       = engine.Str
	Bytes     = engine.Bytes
	ByteArray = engine.ByteArray
	Buffer    = engine.Buffer
	Any       = engine.Any
	Object    = engine.Registered[*python.Object]()
)

// BytesKey is bytes as a key of a map or in a set.
var BytesKey = engine.Registered[python.ByteString]()

// List is list[T]; a nil slice is an empty list.
func List[T any](item *Type[T]) *Type[[]T] { return engine.List(wire.KindList, item) }

// Sequence is Sequence[T] or Collection[T]: a list where it goes in, any
// collection where it comes out.
func Sequence[T any](item *Type[T]) *Type[[]T] { return engine.List(wire.KindSequence, item) }

// TupleOf is tuple[T, ...].
func TupleOf[T any](item *Type[T]) *Type[[]T] { return engine.List(wire.KindTupleOf, item) }

// Set is set[T].
func Set[T comparable](item *Type[T]) *Type[python.Set[T]] {
	return engine.Set[python.Set[T]](wire.KindSet, item)
}

// FrozenSet is frozenset[T].
func FrozenSet[T comparable](item *Type[T]) *Type[python.Set[T]] {
	return engine.Set[python.Set[T]](wire.KindFrozenset, item)
}

// Dict is dict[K, V]; a nil map is an empty dict.
func Dict[K comparable, V any](key *Type[K], value *Type[V]) *Type[map[K]V] {
	return engine.Dict(wire.KindDict, key, value)
}

// Mapping is Mapping[K, V]: a dict where it goes in, any mapping where it comes
// out.
func Mapping[K comparable, V any](key *Type[K], value *Type[V]) *Type[map[K]V] {
	return engine.Dict(wire.KindMapping, key, value)
}
