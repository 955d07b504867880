package engine

import "github.com/gophersnake/gophersnake/internal/wire"

// Adapted is the type of Python objects that an adapter converts
// (gophersnake.host.adapters): T in Go, and a plain P in between. An error of in
// or out is that of the value; a [*wire.Refusal] says what was expected.
func Adapted[T, P any](adapter string, plain *Type[P], in func(T) (P, error), out func(P) (T, error)) *Type[T] {
	return &Type[T]{
		Program: append(wire.Program{}.Adapted(adapter), plain.Program...),
		Put: func(e *wire.Encoder, v T) {
			p, err := in(v)
			if err != nil {
				e.Fail(err)
				return
			}
			plain.Put(e, p)
		},
		Get: func(d *wire.Decoder) T {
			var v T
			p := plain.Get(d)
			if d.Err() != nil {
				return v
			}
			v, err := out(p)
			if err != nil {
				d.Fail(err)
			}
			return v
		},
	}
}

// Instance is the type of the instances of a class, `module:Qualified.Name`, of
// which Go holds the object: T is what holds it, object its type.
func Instance[T, O any](class string, object *Type[O], wrap func(O) T, unwrap func(T) O) *Type[T] {
	return &Type[T]{
		Program: wire.Program{}.Instance(class),
		Put:     func(e *wire.Encoder, v T) { object.Put(e, unwrap(v)) },
		Get:     func(d *wire.Decoder) T { return wrap(object.Get(d)) },
	}
}
