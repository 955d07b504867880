package python

import (
	"iter"

	"github.com/gophersnake/gophersnake/internal/wire"
)

// Pair is a key and its value.
type Pair[K, V any] struct {
	Key   K
	Value V
}

// OrderedMap is a dict whose order matters, or one with keys that Go cannot compare:
// its entries, in Python's order. A nil one is an empty dict.
//
//	python.OrderedMap[string, int]{{"first", 1}, {"second", 2}}
//
// In JSON it is an object, in its order, where a key is a string or an integer or has
// a text.
type OrderedMap[K, V any] []Pair[K, V]

// All iterates over keys and values, in order.
func (m OrderedMap[K, V]) All() iter.Seq2[K, V] {
	return func(yield func(K, V) bool) {
		for _, pair := range m {
			if !yield(pair.Key, pair.Value) {
				return
			}
		}
	}
}

// Keys iterates over the keys, in order.
func (m OrderedMap[K, V]) Keys() iter.Seq[K] {
	return func(yield func(K) bool) {
		for _, pair := range m {
			if !yield(pair.Key) {
				return
			}
		}
	}
}

// Values iterates over the values, in the order of their keys.
func (m OrderedMap[K, V]) Values() iter.Seq[V] {
	return func(yield func(V) bool) {
		for _, pair := range m {
			if !yield(pair.Value) {
				return
			}
		}
	}
}

// EncodeAny appends a dict where any value may stand. It is for the runtime.
func (m OrderedMap[K, V]) EncodeAny(e *wire.Encoder) error {
	e.Kind(wire.KindDict)
	if e.Enter() {
		wire.EncodePairs(e, len(m), m.All(),
			func(e *wire.Encoder, k K) { e.Any(k) },
			func(e *wire.Encoder, v V) { e.Any(v) })
		e.Leave()
	}
	return nil
}

// PythonPairs is for the runtime.
func (OrderedMap[K, V]) PythonPairs() {}
