package python

import (
	"bytes"
	"encoding/json"
	"iter"
	"maps"
	"slices"

	"github.com/gophersnake/gophersnake/internal/engine"
	"github.com/gophersnake/gophersnake/internal/wire"
)

// Set is a Python set or frozenset. Like any map, it is not safe for concurrent
// use while it is changed, and a nil one can be read but not added to. In JSON it is an
// array.
type Set[T comparable] map[T]struct{}

// SetOf returns the set of these values.
func SetOf[T comparable](values ...T) Set[T] {
	s := make(Set[T], len(values))
	for _, v := range values {
		s[v] = struct{}{}
	}
	return s
}

// Has reports whether v is in the set.
func (s Set[T]) Has(v T) bool {
	_, ok := s[v]
	return ok
}

// Add adds v.
func (s Set[T]) Add(v T) { s[v] = struct{}{} }

// Remove removes v, if it is there.
func (s Set[T]) Remove(v T) { delete(s, v) }

// All iterates over the values, in no order.
func (s Set[T]) All() iter.Seq[T] { return maps.Keys(s) }

// MarshalJSON returns an array, sorted by what its items are in JSON.
func (s Set[T]) MarshalJSON() ([]byte, error) {
	if s == nil {
		return []byte("null"), nil
	}
	items := make([]json.RawMessage, 0, len(s))
	for v := range s {
		item, err := json.Marshal(v)
		if err != nil {
			return nil, err
		}
		items = append(items, item)
	}
	slices.SortFunc(items, func(a, b json.RawMessage) int { return bytes.Compare(a, b) })
	return json.Marshal(items)
}

// UnmarshalJSON reads an array.
func (s *Set[T]) UnmarshalJSON(data []byte) error { return s.readJSON(data, lenient) }

func (s *Set[T]) readJSON(data []byte, how reading) error {
	var items []T
	err := how.into(&items, data)
	*s = nil
	if items != nil {
		*s = SetOf(items...)
	}
	return err
}

// ByteString is a bytes object where Go needs a value that can be compared: as the
// key of a map or in a set.
type ByteString string

// EncodeAny appends the bytes where any value may stand. It is for the runtime.
func (b ByteString) EncodeAny(e *wire.Encoder) error {
	e.Any([]byte(b))
	return nil
}

var byteStringType = &engine.Type[ByteString]{
	Program: engine.Bytes.Program,
	Put:     func(e *wire.Encoder, b ByteString) { e.Bytes([]byte(b)) },
	Get:     func(d *wire.Decoder) ByteString { return ByteString(d.Bytes()) },
}
