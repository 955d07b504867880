package engine

import "github.com/gophersnake/gophersnake/internal/wire"

// RecursiveType is the type of a Go type T that crosses as another one, in which T is
// again: type Tree []Tree. As a [UnionType] it is made in two steps.
type RecursiveType[T any] struct {
	Type[T]
	item *Type[T]
}

// NewRecursive makes the type, and registers it for T.
func NewRecursive[T any]() *RecursiveType[T] {
	r := &RecursiveType[T]{}
	r.Program = wire.Program{}.Named(define(func() (wire.Program, error) { return r.item.Program, nil }))
	r.Put, r.Get = r.put, r.get
	Register(&r.Type)
	return r
}

// Is gives the type what it crosses as.
func (r *RecursiveType[T]) Is(item *Type[T]) { r.item = item }

func (r *RecursiveType[T]) put(e *wire.Encoder, v T) {
	if e.Enter() {
		r.item.Put(e, v)
		e.Leave()
	}
}

func (r *RecursiveType[T]) get(d *wire.Decoder) (v T) {
	if d.Enter() {
		v = r.item.Get(d)
		d.Leave()
	}
	return v
}
