package bind

import (
	"github.com/gophersnake/gophersnake/internal/engine"
	"github.com/gophersnake/gophersnake/internal/wire"
	"github.com/gophersnake/gophersnake/python"
)

// Adapted is a Python type that an adapter of gophersnake.host.adapters converts
// from and to a plain value of type P; in and out are the Go halves of the
// conversion.
func Adapted[T, P any](adapter string, plain *Type[P], in func(T) (P, error), out func(P) (T, error)) *Type[T] {
	return engine.Adapted(adapter, plain, in, out)
}

// Instance is the type of the instances of a class, `module:Qualified.Name`, that
// stay in Python: wrap makes the Go value that holds an object, unwrap gives the
// object, nil for nil.
func Instance[T any](class string, wrap func(*python.Object) T, unwrap func(T) *python.Object) *Type[T] {
	return engine.Instance(class, Object, wrap, unwrap)
}

// RecordType is the type of a class whose instances cross as their fields, by
// value. Its fields are given in an init function, so that it can hold itself.
type RecordType[T any] = engine.RecordType[T]

// RecordField is a field of a record that is a T in Go.
type RecordField[T any] = engine.Field[T]

// NewRecord is the type of a record that this adapter converts; its fields follow
// with Fields.
func NewRecord[T any](adapter string) *RecordType[T] { return engine.NewRecord[T](adapter) }

// NewGenericRecord is the type of a record for some type arguments of its class,
// found from then on; its fields follow with Fields.
func NewGenericRecord[T any](adapter string) *RecordType[T] {
	return engine.NewGenericRecord[T](adapter)
}

// Field is a field that is always there; at gives its place in the struct.
func Field[T, F any](name string, typ *Type[F], at func(*T) *F) RecordField[T] {
	return engine.RecordField(name, typ, at)
}

// OptField is a field that may be missing.
func OptField[T, F any](name string, typ *Type[F], at func(*T) *python.Opt[F]) RecordField[T] {
	return RecordField[T]{
		Name:         name,
		MayBeMissing: true,
		Program:      typ.Program,
		Put: func(e *wire.Encoder, record *T) {
			if value, given := at(record).Get(); e.Present(given) {
				typ.Put(e, value)
			}
		},
		Get: func(d *wire.Decoder, record *T) {
			if d.Present() {
				*at(record) = python.Some(typ.Get(d))
			}
		},
	}
}

// NilField is a field that may be missing, and is nil then: one whose type has the
// record itself in it.
func NilField[T, F any](name string, typ *Type[F], at func(*T) **F) RecordField[T] {
	return RecordField[T]{
		Name:         name,
		MayBeMissing: true,
		Program:      typ.Program,
		Put: func(e *wire.Encoder, record *T) {
			if value := *at(record); e.Present(value != nil) {
				typ.Put(e, *value)
			}
		},
		Get: func(d *wire.Decoder, record *T) {
			if d.Present() {
				value := typ.Get(d)
				*at(record) = &value
			}
		},
	}
}

// UnionType is the type of a union, an interface T in Go. Its cases are given in
// an init function, so that it can hold itself.
type UnionType[T any] = engine.UnionType[T]

// UnionCase is one type of a union.
type UnionCase[T any] = engine.Case[T]

// NewUnion is the type of a union; its cases follow with Cases, the most specific
// first.
func NewUnion[T any]() *UnionType[T] { return engine.NewUnion[T]() }

// OwnCase is the case of a type C that implements the interface T itself. A value of a
// type that embeds one is put as that. name is Python's name of the type, for errors.
func OwnCase[T, C any](name string, typ *Type[C]) UnionCase[T] {
	return engine.OwnCase[T](name, typ)
}

// Case is the case of values of type C, for which N implements the interface T: wrap
// and unwrap go from one to the other.
func Case[T, C, N any](name string, typ *Type[C], wrap func(C) N, unwrap func(N) C) UnionCase[T] {
	return engine.UnionCase(name, typ,
		func(v C) T { return any(wrap(v)).(T) },
		func(v T) (C, bool) {
			named, is := any(v).(N)
			if !is {
				var none C
				return none, false
			}
			return unwrap(named), true
		})
}
