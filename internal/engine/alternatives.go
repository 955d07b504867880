package engine

import (
	"reflect"
	"sync"

	"github.com/gophersnake/gophersnake/internal/wire"
)

// Alternative is one type of a union, for who reads its values from elsewhere than
// Python.
type Alternative struct {
	// Name is what errors call it.
	Name string
	// Type is of its values.
	Type reflect.Type
	// Wrap makes such a value one of the union.
	Wrap func(reflect.Value) reflect.Value
}

// alternatives has the types of unions, by the Go type of the union.
var alternatives sync.Map // reflect.Type → func() []Alternative

// Alternatives returns the types of a union, the most specific first; none if the Go
// type is not that of a union.
func Alternatives(t reflect.Type) []Alternative {
	found, ok := alternatives.Load(t)
	if !ok {
		return nil
	}
	return found.(func() []Alternative)()
}

func (u *UnionType[T]) alternatives() []Alternative {
	found := make([]Alternative, len(u.cases))
	for i, c := range u.cases {
		found[i] = Alternative{Name: c.Name, Type: c.of, Wrap: c.wrap}
	}
	return found
}

// records has the Go types of records.
var records sync.Map // reflect.Type → struct{}

// IsRecord reports whether a Go type is that of a record, which consists of its fields.
func IsRecord(t reflect.Type) bool {
	if _, ok := records.Load(t); ok {
		return true
	}
	_, ok := genericType(t) // one that nobody has used so far
	return ok && t.Kind() == reflect.Struct
}

// Check returns why a value is none of its registered type, if so: an enum or a literal
// has not all the values of its Go type. Of a type that is not registered it is nil.
func Check(v reflect.Value) error {
	found, ok := registry.Load(v.Type())
	if !ok {
		return nil
	}
	var e wire.Encoder
	e.Begin(wire.FrameCall)
	found.(erased).put(&e, v)
	err := e.Err()
	e.Release()
	return err
}
