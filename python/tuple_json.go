package python

import (
	"encoding/json"
	"reflect"
)

// A tuple is an array in JSON.

func readTuple(t any, data []byte) error { return lenient.items(reflect.ValueOf(t).Elem(), data) }

// MarshalJSON returns an array.
func (Tuple0) MarshalJSON() ([]byte, error) { return []byte("[]"), nil }

// UnmarshalJSON reads an array of as many items.
func (t *Tuple0) UnmarshalJSON(data []byte) error { return readTuple(t, data) }

// MarshalJSON returns an array.
func (t Tuple1[A]) MarshalJSON() ([]byte, error) { return json.Marshal([]any{t.V0}) }

// UnmarshalJSON reads an array of as many items.
func (t *Tuple1[A]) UnmarshalJSON(data []byte) error { return readTuple(t, data) }

// MarshalJSON returns an array.
func (t Tuple2[A, B]) MarshalJSON() ([]byte, error) { return json.Marshal([]any{t.V0, t.V1}) }

// UnmarshalJSON reads an array of as many items.
func (t *Tuple2[A, B]) UnmarshalJSON(data []byte) error { return readTuple(t, data) }

// MarshalJSON returns an array.
func (t Tuple3[A, B, C]) MarshalJSON() ([]byte, error) {
	return json.Marshal([]any{t.V0, t.V1, t.V2})
}

// UnmarshalJSON reads an array of as many items.
func (t *Tuple3[A, B, C]) UnmarshalJSON(data []byte) error { return readTuple(t, data) }

// MarshalJSON returns an array.
func (t Tuple4[A, B, C, D]) MarshalJSON() ([]byte, error) {
	return json.Marshal([]any{t.V0, t.V1, t.V2, t.V3})
}

// UnmarshalJSON reads an array of as many items.
func (t *Tuple4[A, B, C, D]) UnmarshalJSON(data []byte) error { return readTuple(t, data) }

// MarshalJSON returns an array.
func (t Tuple5[A, B, C, D, E]) MarshalJSON() ([]byte, error) {
	return json.Marshal([]any{t.V0, t.V1, t.V2, t.V3, t.V4})
}

// UnmarshalJSON reads an array of as many items.
func (t *Tuple5[A, B, C, D, E]) UnmarshalJSON(data []byte) error { return readTuple(t, data) }

// MarshalJSON returns an array.
func (t Tuple6[A, B, C, D, E, F]) MarshalJSON() ([]byte, error) {
	return json.Marshal([]any{t.V0, t.V1, t.V2, t.V3, t.V4, t.V5})
}

// UnmarshalJSON reads an array of as many items.
func (t *Tuple6[A, B, C, D, E, F]) UnmarshalJSON(data []byte) error { return readTuple(t, data) }

// MarshalJSON returns an array.
func (t Tuple7[A, B, C, D, E, F, G]) MarshalJSON() ([]byte, error) {
	return json.Marshal([]any{t.V0, t.V1, t.V2, t.V3, t.V4, t.V5, t.V6})
}

// UnmarshalJSON reads an array of as many items.
func (t *Tuple7[A, B, C, D, E, F, G]) UnmarshalJSON(data []byte) error { return readTuple(t, data) }

// MarshalJSON returns an array.
func (t Tuple8[A, B, C, D, E, F, G, H]) MarshalJSON() ([]byte, error) {
	return json.Marshal([]any{t.V0, t.V1, t.V2, t.V3, t.V4, t.V5, t.V6, t.V7})
}

// UnmarshalJSON reads an array of as many items.
func (t *Tuple8[A, B, C, D, E, F, G, H]) UnmarshalJSON(data []byte) error { return readTuple(t, data) }
