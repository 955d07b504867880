package engine

import "github.com/gophersnake/gophersnake/internal/wire"

// Renamed is the type of a Go type T that crosses as another, P: in converts a value
// on its way to Python, out one that comes from there. Where a list of P is one run
// of numbers, a list of T is too.
func Renamed[T, P any](item *Type[P], in func(T) P, out func(P) T) *Type[T] {
	t := &Type[T]{
		Program: item.Program,
		Put:     func(e *wire.Encoder, v T) { item.Put(e, in(v)) },
		Get:     func(d *wire.Decoder) T { return out(item.Get(d)) },
	}
	if run, ok := packedRun(item); ok {
		t.run = &Type[[]T]{
			Put: func(e *wire.Encoder, values []T) { run.Put(e, each(values, in)) },
			Get: func(d *wire.Decoder) []T { return each(run.Get(d), out) },
		}
	}
	return t
}

func each[A, B any](values []A, convert func(A) B) []B {
	found := make([]B, len(values))
	for i, v := range values {
		found[i] = convert(v)
	}
	return found
}
