package python

import (
	"bytes"
	"encoding/json"
	"fmt"
	"reflect"
	"slices"

	"github.com/gophersnake/gophersnake/internal/wire"
)

// MarshalJSON returns the elements as nested arrays of JSON, one level a dimension; of an
// array without dimensions, its element. What JSON has no numbers for (NaN, infinities,
// complex numbers), and times, bytes and texts, are an error.
func (a *Array[T]) MarshalJSON() ([]byte, error) {
	if err := hasJSON[T](); err != nil {
		return nil, err
	}
	if a.python != nil && a.python.Handle() == 0 {
		return nil, ErrClosed
	}
	var b bytes.Buffer
	err := a.writeJSON(&b)
	return b.Bytes(), err
}

func (a *Array[T]) writeJSON(b *bytes.Buffer) error {
	if len(a.shape) == 0 {
		text, err := json.Marshal(a.At())
		b.Write(text)
		return err
	}
	b.WriteByte('[')
	for i := range a.shape[0] {
		if i > 0 {
			b.WriteByte(',')
		}
		if err := a.Row(i).writeJSON(b); err != nil {
			return err
		}
	}
	b.WriteByte(']')
	return nil
}

// UnmarshalJSON makes the array one over new memory of Go's, with the elements of nested
// arrays of JSON, whose depth and lengths are its shape. Arrays of one level that are not
// of one length are an error.
func (a *Array[T]) UnmarshalJSON(text []byte) error {
	if err := hasJSON[T](); err != nil {
		return err
	}
	var elements []T
	shape, err := readJSON(text, &elements)
	if err != nil {
		return fmt.Errorf("gophersnake: the JSON of an array: %w", err)
	}
	if shape == nil {
		shape = []int{} // NewArray has one dimension if nothing is said
	}
	*a = *newShaped(elements, shape)
	return nil
}

// readJSON appends the elements of nested arrays, and returns the shape.
func readJSON[T Element](text []byte, elements *[]T) ([]int, error) {
	if text = bytes.TrimSpace(text); len(text) == 0 || text[0] != '[' {
		var element T
		err := json.Unmarshal(text, &element)
		*elements = append(*elements, element)
		return nil, err
	}
	var rows []json.RawMessage
	if err := json.Unmarshal(text, &rows); err != nil {
		return nil, err
	}
	var shape []int
	for i, row := range rows {
		inner, err := readJSON(row, elements)
		if err != nil {
			return nil, fmt.Errorf("[%d]: %w", i, err)
		}
		if i == 0 {
			shape = inner
		} else if !slices.Equal(shape, inner) {
			return nil, fmt.Errorf("[%d]: expected an item of shape %v, got one of shape %v", i, shape, inner)
		}
	}
	if len(shape) == wire.MaxRank {
		return nil, fmt.Errorf("more than %d dimensions", wire.MaxRank)
	}
	return append([]int{len(rows)}, shape...), nil
}

// hasJSON returns why elements of this type have no JSON, if so.
func hasJSON[T Element]() error {
	t := reflect.TypeFor[T]()
	switch dtype := dtypeOf[T](); {
	case dtype == 0 && t.Kind() == reflect.Struct, dtype != 0 && dtype <= wire.DTypeFloat64:
		return nil
	}
	return fmt.Errorf("gophersnake: the JSON of an array: %w", &json.UnsupportedTypeError{Type: t})
}

// MarshalJSON returns the number.
func (f Float16) MarshalJSON() ([]byte, error) { return json.Marshal(f.Float64()) }

// UnmarshalJSON sets it to the Float16 nearest to a number.
func (f *Float16) UnmarshalJSON(text []byte) error {
	var number float32
	err := json.Unmarshal(text, &number)
	*f = NewFloat16(number)
	return err
}
