package bind

import (
	"github.com/gophersnake/gophersnake/internal/engine"
	"github.com/gophersnake/gophersnake/internal/wire"
	"github.com/gophersnake/gophersnake/python"
)

// OrderedDict is a dict whose order is kept, or whose keys Go cannot compare.
func OrderedDict[K, V any](key *Type[K], value *Type[V]) *Type[python.OrderedMap[K, V]] {
	return ordered(wire.KindDict, key, value)
}

// OrderedMapping is the same for any mapping: a dict goes in.
func OrderedMapping[K, V any](key *Type[K], value *Type[V]) *Type[python.OrderedMap[K, V]] {
	return ordered(wire.KindMapping, key, value)
}

func ordered[K, V any](kind wire.Kind, key *Type[K], value *Type[V]) *Type[python.OrderedMap[K, V]] {
	return &Type[python.OrderedMap[K, V]]{
		Program: append(append(wire.Program{}.Kind(kind), key.Program...), value.Program...),
		Put: func(e *wire.Encoder, m python.OrderedMap[K, V]) {
			wire.EncodePairs(e, len(m), m.All(), key.Put, value.Put)
		},
		Get: func(d *wire.Decoder) python.OrderedMap[K, V] {
			m := python.OrderedMap[K, V]{}
			wire.DecodePairs(d, key.Get, value.Get, func(k K, v V) {
				m = append(m, python.Pair[K, V]{Key: k, Value: v})
			})
			return m
		},
	}
}

// SetSlice is set[T] of elements that Go cannot compare.
func SetSlice[T any](item *Type[T]) *Type[[]T] { return engine.List(wire.KindSet, item) }

// FrozenSetSlice is frozenset[T] of elements that Go cannot compare.
func FrozenSetSlice[T any](item *Type[T]) *Type[[]T] { return engine.List(wire.KindFrozenset, item) }
