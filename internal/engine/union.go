package engine

import (
	"fmt"
	"reflect"
	"strings"

	"github.com/gophersnake/gophersnake/internal/wire"
)

// UnionType is the type of a union, an interface T in Go. As a [RecordType] it is
// made in two steps, so that it can hold itself.
type UnionType[T any] struct {
	Type[T]
	cases []Case[T]
}

// Case is one type of a union.
type Case[T any] struct {
	// Program is the program of the case's type.
	Program wire.Program
	// Name is what errors call the case.
	Name string
	// Put appends the case's place and v if it is of this case, and says whether it
	// is.
	Put func(e *wire.Encoder, v T, place int) bool
	// PutDerived does so for a v that embeds a value of this case; nil where nothing
	// can.
	PutDerived func(e *wire.Encoder, v T, place int) bool
	// Get reads a value of this case.
	Get func(*wire.Decoder) T

	of   reflect.Type                      // of the case's values
	wrap func(reflect.Value) reflect.Value // makes one a value of the union
}

// NewUnion makes the type of a union, and registers it for T.
func NewUnion[T any]() *UnionType[T] {
	u := &UnionType[T]{}
	u.Program = wire.Program{}.Named(define(u.definition))
	u.Put, u.Get = u.put, u.get
	RegisterOne(&u.Type)
	alternatives.Store(reflect.TypeFor[T](), u.alternatives)
	return u
}

// Cases gives the union its types, the most specific first.
func (u *UnionType[T]) Cases(cases ...Case[T]) { u.cases = cases }

func (u *UnionType[T]) definition() (wire.Program, error) {
	program := wire.Program{}.Union(len(u.cases))
	for _, c := range u.cases {
		program = append(program, c.Program...)
	}
	return program, nil
}

func (u *UnionType[T]) put(e *wire.Encoder, v T) {
	if !e.Enter() {
		return
	}
	for i := range u.cases {
		if u.cases[i].Put(e, v, i) {
			e.Leave()
			return
		}
	}
	for i := range u.cases {
		if u.cases[i].PutDerived != nil && u.cases[i].PutDerived(e, v, i) {
			e.Leave()
			return
		}
	}
	e.Leave()
	names := make([]string, len(u.cases))
	for i, c := range u.cases {
		names[i] = c.Name
	}
	got := "nil"
	if any(v) != nil {
		got = fmt.Sprintf("%T", v)
	}
	e.Fail(&wire.Refusal{Expected: strings.Join(names, " | "), Got: got})
}

func (u *UnionType[T]) get(d *wire.Decoder) T {
	var none T
	if !d.Enter() {
		return none
	}
	place := d.Place(len(u.cases))
	if d.Err() != nil {
		return none
	}
	v := u.cases[place].Get(d)
	if d.Err() == nil {
		d.Leave()
	}
	return v
}

// UnionCase is the case of values of type C. name is what errors call it; unwrap
// says whether a value of the union is of this case.
func UnionCase[T, C any](name string, typ *Type[C], wrap func(C) T, unwrap func(T) (C, bool)) Case[T] {
	return Case[T]{
		Program: typ.Program,
		Name:    name,
		Put: func(e *wire.Encoder, v T, place int) bool {
			value, is := unwrap(v)
			if is {
				e.Place(place)
				typ.Put(e, value)
			}
			return is
		},
		Get: func(d *wire.Decoder) T { return wrap(typ.Get(d)) },
		of:  reflect.TypeFor[C](),
		wrap: func(v reflect.Value) reflect.Value {
			return reflect.ValueOf(wrap(v.Interface().(C)))
		},
	}
}

// OwnCase is the case of values of type C, which implements T itself. So does every
// type that embeds a C, as the class that inherits from the case's does: a value of
// such a type is put as the C in it.
func OwnCase[T, C any](name string, typ *Type[C]) Case[T] {
	own := UnionCase(name, typ,
		func(v C) T { return any(v).(T) },
		func(v T) (C, bool) { c, is := any(v).(C); return c, is })
	own.PutDerived = func(e *wire.Encoder, v T, place int) bool {
		value, is := embedded[C](reflect.ValueOf(v))
		if is {
			e.Place(place)
			typ.Put(e, value)
		}
		return is
	}
	return own
}

// embedded is the pointer C to what the struct that v points to embeds, at any depth.
func embedded[C any](v reflect.Value) (C, bool) {
	var none C
	if v.Kind() != reflect.Pointer || v.IsNil() || v.Elem().Kind() != reflect.Struct {
		return none, false
	}
	for i := range v.Elem().NumField() {
		if field := v.Elem().Type().Field(i); !field.Anonymous || !field.IsExported() || field.Type.Kind() != reflect.Struct {
			continue
		}
		inner := v.Elem().Field(i).Addr()
		if found, is := inner.Interface().(C); is {
			return found, true
		}
		if found, is := embedded[C](inner); is {
			return found, true
		}
	}
	return none, false
}
