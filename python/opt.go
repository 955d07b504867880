package python

import (
	"encoding/json"
	"fmt"
)

// Opt is a value that may be left out; its zero value is. An option left out is
// Python's own default, evaluated by Python. As the key of a map it stands for
// Optional: left out is None.
type Opt[T any] struct {
	value T
	given bool
}

// Some returns the Opt that has the value v.
func Some[T any](v T) Opt[T] { return Opt[T]{v, true} }

// Get returns the value, and whether there is one.
func (o Opt[T]) Get() (T, bool) { return o.value, o.given }

// Or returns the value, or otherwise if there is none.
func (o Opt[T]) Or(otherwise T) T {
	if o.given {
		return o.value
	}
	return otherwise
}

// String returns the value as fmt prints it, or "unset" if there is none.
func (o Opt[T]) String() string {
	if !o.given {
		return "unset"
	}
	return fmt.Sprint(o.value)
}

// IsZero reports whether there is no value, for `omitzero` in JSON tags.
func (o Opt[T]) IsZero() bool { return !o.given }

// MarshalJSON returns the JSON of the value, or null if there is none.
func (o Opt[T]) MarshalJSON() ([]byte, error) {
	if !o.given {
		return []byte("null"), nil
	}
	return json.Marshal(o.value)
}

// UnmarshalJSON takes any JSON as the value: what is left out of an object is not
// given, and null is the value that null is for a T.
func (o *Opt[T]) UnmarshalJSON(data []byte) error { return o.readJSON(data, lenient) }

func (o *Opt[T]) readJSON(data []byte, how reading) error {
	o.given = true
	return how.into(&o.value, data)
}
