package python

import (
	"fmt"
	"reflect"
	"strings"
	"sync"

	"github.com/gophersnake/gophersnake/internal/engine"
	"github.com/gophersnake/gophersnake/internal/wire"
)

// choose sets v, of a union, to the one of its types that the JSON is a value of.
func choose(v reflect.Value, data []byte, cases []engine.Alternative) error {
	if string(data) == "null" {
		v.SetZero()
		return nil
	}
	var names, why []string
	var found *engine.Alternative
	for i, each := range cases {
		names = append(names, each.Name)
		value := reflect.New(each.Type).Elem()
		if err := strict.value(value, data); err != nil {
			if kindOf(each.Type) == kindOfJSON(data) {
				why = append(why, "as "+each.Name+": "+err.Error())
			}
			continue
		}
		if found == nil {
			found = &cases[i]
			v.Set(each.Wrap(value))
		} else if areAlike(found.Type, each.Type) {
			return fmt.Errorf("both %s and %s: JSON does not say which", found.Name, each.Name)
		}
	}
	if found != nil {
		return nil
	}
	got := kindOfJSON(data)
	if len(why) > 0 {
		got += " (" + strings.Join(why, "; ") + ")"
	}
	return &wire.Refusal{Expected: strings.Join(names, " | "), Got: got}
}

// areAlike reports whether JSON that both types have the keys or the characters for says
// nothing about which of them it is.
func areAlike(a, b reflect.Type) bool {
	if engine.IsRecord(a) {
		return engine.IsRecord(b)
	}
	text, raw := reflect.TypeFor[string](), reflect.TypeFor[[]byte]()
	return a == text && b == raw || a == raw && b == text || isInteger(a) && isInteger(b)
}

func isInteger(t reflect.Type) bool { return reflect.Zero(t).CanInt() && !hasJSONItself(t) }

// kindOfJSON is what JSON is, in words.
func kindOfJSON(data []byte) string {
	switch {
	case len(data) == 0:
		return "nothing"
	case data[0] == '{':
		return "an object"
	case data[0] == '[':
		return "an array"
	case data[0] == '"':
		return "a string"
	case data[0] == 't', data[0] == 'f':
		return "a boolean"
	case data[0] == 'n':
		return "null"
	}
	return "a number"
}

// kindOf is what the JSON of a type is, if its Go type says that.
func kindOf(t reflect.Type) string {
	switch {
	case t.Kind() == reflect.Pointer:
		return kindOf(t.Elem())
	case engine.IsRecord(t), t.Kind() == reflect.Map:
		return "an object"
	case t.Kind() == reflect.Slice && t.Elem().Kind() != reflect.Uint8:
		return "an array"
	case t.Kind() == reflect.String:
		return "a string"
	case reflect.Zero(t).CanInt(), reflect.Zero(t).CanUint(), reflect.Zero(t).CanFloat():
		return "a number"
	}
	return ""
}

var holding sync.Map // reflect.Type → bool: whether values of it may have unions in them

// holdsUnion reports whether values of a type may have unions in them that encoding/json
// would not read.
func holdsUnion(t reflect.Type) bool {
	if known, ok := holding.Load(t); ok {
		return known.(bool)
	}
	found := hasUnion(t, map[reflect.Type]bool{})
	holding.Store(t, found)
	return found
}

func hasUnion(t reflect.Type, seen map[reflect.Type]bool) bool {
	if seen[t] {
		return false
	}
	seen[t] = true
	if reflect.PointerTo(t).Implements(reflect.TypeFor[jsonReader]()) {
		return true
	}
	switch t.Kind() {
	case reflect.Interface:
		return engine.Alternatives(t) != nil
	case reflect.Slice, reflect.Map, reflect.Pointer, reflect.Array:
		return hasUnion(t.Elem(), seen)
	case reflect.Struct:
		for i := range t.NumField() {
			if (engine.IsRecord(t) || isTuple(t) || !hasJSONItself(t)) && hasUnion(t.Field(i).Type, seen) {
				return true
			}
		}
	}
	return false
}

func isTuple(t reflect.Type) bool {
	promoted := t.Kind() == reflect.Struct && t.NumField() > 0 && t.Field(0).Anonymous
	return t.Kind() == reflect.Struct && t.Implements(reflect.TypeFor[engine.Tuple]()) && !promoted
}
