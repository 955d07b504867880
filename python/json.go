package python

import (
	"bytes"
	"encoding"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"reflect"
	"slices"
	"strconv"
	"strings"

	"github.com/gophersnake/gophersnake/internal/engine"
	"github.com/gophersnake/gophersnake/internal/wire"
)

// UnmarshalJSON does what json.Unmarshal does, and reads unions, too, wherever they are
// in what v points to. A union is the first of its types that the JSON is a value of,
// with all the keys that a record has and no others. It is an error if there is none, or
// if there are two between which JSON does not tell: records of the same keys, str and
// bytes.
//
// The structs of generated packages that have unions in them call it, so that
// json.Unmarshal reads those.
func UnmarshalJSON(data []byte, v any) error {
	if into := reflect.ValueOf(v); into.Kind() != reflect.Pointer || into.IsNil() {
		return &json.InvalidUnmarshalError{Type: reflect.TypeOf(v)}
	}
	if !json.Valid(data) {
		return json.Unmarshal(data, new(any)) // says where
	}
	if err := lenient.into(v, data); err != nil {
		return fmt.Errorf("gophersnake: read JSON: %w", err)
	}
	return nil
}

// reading is how JSON is read: as encoding/json does, or so that only the JSON of a value
// of the very type passes.
type reading bool

const (
	lenient reading = false
	strict  reading = true
)

// jsonReader is implemented by the types of this package that hold others.
type jsonReader interface {
	readJSON(data []byte, how reading) error
}

// into reads the value that v points to.
func (how reading) into(v any, data []byte) error {
	return how.value(reflect.ValueOf(v).Elem(), bytes.TrimSpace(data))
}

func (how reading) value(v reflect.Value, data []byte) error {
	t, isNull := v.Type(), string(data) == "null"
	if how == lenient && !holdsUnion(t) && !callsBack(t) {
		return json.Unmarshal(data, v.Addr().Interface())
	}
	if cases := engine.Alternatives(t); cases != nil {
		return choose(v, data, cases)
	}
	if reader, ok := v.Addr().Interface().(jsonReader); ok {
		return reader.readJSON(data, how)
	}
	if isTuple(t) {
		return how.items(v, data)
	}
	itself := hasJSONItself(t) && !engine.IsRecord(t)
	if isNull && !itself {
		if how == strict && !canBeNil(t) {
			return refused(t, data)
		}
		if canBeNil(t) {
			v.SetZero()
		}
		return nil
	}
	switch {
	case t.Kind() == reflect.Pointer && !isNull:
		v.Set(reflect.New(t.Elem()))
		return how.value(v.Elem(), data)
	case itself:
	case t.Kind() == reflect.Slice && t.Elem().Kind() != reflect.Uint8:
		return how.slice(v, data)
	case t.Kind() == reflect.Map:
		return how.entries(v, data)
	case t.Kind() == reflect.Struct:
		return how.fields(v, data)
	}
	if err := json.Unmarshal(data, v.Addr().Interface()); err != nil {
		if wrong := new(json.UnmarshalTypeError); errors.As(err, &wrong) {
			return refused(t, data)
		}
		return err
	}
	if how == strict && (t.Kind() == reflect.String || v.CanInt()) {
		return engine.Check(v)
	}
	return nil
}

func canBeNil(t reflect.Type) bool {
	switch t.Kind() {
	case reflect.Interface, reflect.Map, reflect.Pointer, reflect.Slice:
		return true
	}
	return false
}

// hasJSONItself reports whether a type says what its JSON is.
func hasJSONItself(t reflect.Type) bool {
	pointer := reflect.PointerTo(t)
	return pointer.Implements(reflect.TypeFor[json.Unmarshaler]()) ||
		pointer.Implements(reflect.TypeFor[encoding.TextUnmarshaler]())
}

// callsBack reports whether a type's own reading of JSON is UnmarshalJSON of this package,
// as that of generic records is, whatever they are of.
func callsBack(t reflect.Type) bool {
	return engine.IsRecord(t) && hasJSONItself(t)
}

func (how reading) slice(v reflect.Value, data []byte) error {
	var items []json.RawMessage
	if json.Unmarshal(data, &items) != nil {
		return refused(v.Type(), data)
	}
	v.Set(reflect.MakeSlice(v.Type(), len(items), len(items)))
	for i, item := range items {
		if err := how.value(v.Index(i), item); err != nil {
			return stepped(err, "["+strconv.Itoa(i)+"]")
		}
	}
	return nil
}

// items reads a tuple.
func (how reading) items(v reflect.Value, data []byte) error {
	var items []json.RawMessage
	if json.Unmarshal(data, &items) != nil || items == nil {
		return refused(v.Type(), data)
	}
	if len(items) != v.NumField() {
		return &wire.Refusal{Expected: fmt.Sprintf("an array of %d", v.NumField()), Got: fmt.Sprintf("one of %d", len(items))}
	}
	for i, item := range items {
		if err := how.value(v.Field(i), item); err != nil {
			return stepped(err, "["+strconv.Itoa(i)+"]")
		}
	}
	return nil
}

func (how reading) entries(v reflect.Value, data []byte) error {
	var items map[string]json.RawMessage
	if json.Unmarshal(data, &items) != nil {
		return refused(v.Type(), data)
	}
	if v.IsNil() || how == strict {
		v.Set(reflect.MakeMapWithSize(v.Type(), len(items)))
	}
	return how.rest(v, items)
}

// rest puts keys and values into a map.
func (how reading) rest(v reflect.Value, items map[string]json.RawMessage) error {
	for name, item := range items {
		key, value := reflect.New(v.Type().Key()), reflect.New(v.Type().Elem())
		if err := setKey(key.Interface(), name); err != nil {
			return err
		}
		if err := how.value(value.Elem(), item); err != nil {
			return stepped(err, fmt.Sprintf("[%q]", name))
		}
		v.SetMapIndex(key.Elem(), value.Elem())
	}
	return nil
}

func (how reading) fields(v reflect.Value, data []byte) error {
	var items map[string]json.RawMessage
	if json.Unmarshal(data, &items) != nil {
		return refused(v.Type(), data)
	}
	if how == strict && v.NumField() > 0 && !slices.ContainsFunc(reflect.VisibleFields(v.Type()), reflect.StructField.IsExported) {
		return &json.UnmarshalTypeError{Value: "object", Type: v.Type()} // a time zone
	}
	extra := reflect.Value{}
	for i := range v.NumField() {
		field := v.Type().Field(i)
		if _, isExtra := field.Tag.Lookup("extra"); isExtra {
			extra = v.Field(i)
		}
		name, mayBeMissing := jsonName(field)
		if name == "" {
			continue
		}
		key, found := findKey(items, name, how)
		if !found {
			if how == strict && !mayBeMissing {
				return fmt.Errorf("there is no key %q", name)
			}
			continue
		}
		err := how.value(v.Field(i), items[key])
		if err == nil && how == strict {
			err = checkLiteral(field, v.Field(i))
		}
		if err != nil {
			return stepped(err, "."+name)
		}
		delete(items, key)
	}
	if extra.IsValid() {
		extra.Set(reflect.MakeMap(extra.Type()))
		return how.rest(extra, items)
	}
	if how == strict && len(items) > 0 {
		return fmt.Errorf("it has no key %q", slices.Min(slices.Collect(maps.Keys(items))))
	}
	return nil
}

// findKey returns the key of a field: in either case of letters, as encoding/json does,
// where it does not matter which keys there are.
func findKey(items map[string]json.RawMessage, name string, how reading) (string, bool) {
	if _, ok := items[name]; ok || how == strict {
		return name, ok
	}
	for key := range items {
		if strings.EqualFold(key, name) {
			return key, true
		}
	}
	return "", false
}

// jsonName returns the key of a field, and whether the object may be without it; nothing
// for a field that has none.
func jsonName(field reflect.StructField) (string, bool) {
	tag, tagged := field.Tag.Lookup("json")
	name, options, _ := strings.Cut(tag, ",")
	if !field.IsExported() || tag == "-" {
		return "", false
	}
	if !tagged || name == "" {
		name = field.Name
	}
	return name, strings.Contains(options, "omit")
}

// checkLiteral refuses a value that is none of those that the tag of its field lists.
func checkLiteral(field reflect.StructField, v reflect.Value) error {
	values, ok := field.Tag.Lookup("literal")
	if v.Kind() == reflect.Pointer || !ok {
		return nil
	}
	got := fmt.Sprint(v.Interface())
	if slices.Contains(strings.Split(values, ","), got) {
		return nil
	}
	return &wire.Refusal{Expected: "one of " + strings.ReplaceAll(values, ",", ", "), Got: got}
}

func refused(t reflect.Type, data []byte) error {
	return &wire.Refusal{Expected: t.String(), Got: kindOfJSON(data)}
}

// stepped puts a step before the path of an error.
func stepped(err error, step string) error {
	if refusal := new(wire.Refusal); errors.As(err, &refusal) {
		outer := *refusal
		outer.Path = step + outer.Path
		return &outer
	}
	return &wire.Refusal{Path: step, Cause: err}
}
