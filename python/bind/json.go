package bind

import (
	"bytes"
	"encoding/json"
	"reflect"

	"github.com/gophersnake/gophersnake/internal/engine"
	"github.com/gophersnake/gophersnake/python"
)

// MarshalJSON returns the JSON of the value that stands for a case of a union.
func MarshalJSON(v any) ([]byte, error) { return json.Marshal(v) }

// MarshalFloat writes a number so that it is read as a float, even where an int may
// stand: 1.0, as Python does.
func MarshalFloat(v float64) ([]byte, error) {
	text, err := json.Marshal(v)
	if !bytes.ContainsAny(text, ".e") {
		text = append(text, ".0"...)
	}
	return text, err
}

// MarshalFloats does so for the numbers in a slice, map, tuple or set, at any depth: a list
// of floats is not to be read as one of ints.
func MarshalFloats(v any) ([]byte, error) { return json.Marshal(floats(reflect.ValueOf(v))) }

type float float64

func (f float) MarshalJSON() ([]byte, error) { return MarshalFloat(float64(f)) }

// floats is a value with every float64 in it made a float. What says itself what its
// JSON is stays as it is, but for tuples and sets of numbers.
func floats(v reflect.Value) any {
	set, isSet := v.Interface().(python.Set[float64])
	_, itself := v.Interface().(json.Marshaler)
	_, isTuple := v.Interface().(engine.Tuple)
	switch t := v.Type(); {
	case t == reflect.TypeFor[float64]():
		return float(v.Float())
	case isSet && !v.IsNil():
		found := python.Set[float]{}
		for each := range set {
			found.Add(float(each))
		}
		return found
	case isTuple && t.Kind() == reflect.Struct:
		found := make([]any, v.NumField())
		for i := range found {
			found[i] = floats(v.Field(i))
		}
		return found
	case itself, t.Kind() != reflect.Slice && t.Kind() != reflect.Map && t.Kind() != reflect.Pointer, v.IsNil():
		return v.Interface()
	case t.Kind() == reflect.Pointer:
		return floats(v.Elem())
	case t.Kind() == reflect.Map:
		found := reflect.MakeMap(reflect.MapOf(t.Key(), reflect.TypeFor[any]()))
		for key, value := range v.Seq2() {
			found.SetMapIndex(key, reflect.ValueOf(floats(value)))
		}
		return found.Interface()
	case t.Elem().Kind() == reflect.Uint8:
		return v.Interface()
	}
	found := make([]any, v.Len())
	for i := range found {
		found[i] = floats(v.Index(i))
	}
	return found
}

// MarshalExtra returns the JSON of a record, with extra keys beside its own.
func MarshalExtra(record, extra any) ([]byte, error) {
	text, err := json.Marshal(record)
	if err != nil {
		return nil, err
	}
	more, err := json.Marshal(extra)
	if err != nil || len(more) <= len("{}") || string(more) == "null" {
		return text, err
	}
	if len(text) > len("{}") {
		more[0] = ','
		return append(text[:len(text)-1], more...), nil
	}
	return more, nil
}
