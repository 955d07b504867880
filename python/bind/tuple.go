package bind

import (
	"strconv"

	"github.com/gophersnake/gophersnake/internal/wire"
	"github.com/gophersnake/gophersnake/python"
)

// tupleProgram is the program of a fixed tuple of these items.
func tupleProgram(items ...wire.Program) wire.Program {
	program := wire.Program{}.Tuple(len(items))
	for _, item := range items {
		program = append(program, item...)
	}
	return program
}

// putItem appends item i, and its place before the path of an error.
func putItem[T any](e *wire.Encoder, i int, t *Type[T], v T) {
	if e.Err() != nil {
		return
	}
	t.Put(e, v)
	if e.Err() != nil {
		e.FailedAt("[" + strconv.Itoa(i) + "]")
	}
}

// getItem reads item i, likewise.
func getItem[T any](d *wire.Decoder, i int, t *Type[T]) T {
	if d.Err() != nil {
		var none T
		return none
	}
	v := t.Get(d)
	if d.Err() != nil {
		d.FailedAt("[" + strconv.Itoa(i) + "]")
	}
	return v
}

// Tuple0 is tuple[()].
var Tuple0 = &Type[python.Tuple0]{
	Program: tupleProgram(),
	Put:     func(e *wire.Encoder, _ python.Tuple0) { e.None() },
	Get:     func(d *wire.Decoder) python.Tuple0 { d.None(); return python.Tuple0{} },
}

// Tuple1 is a tuple of one item.
func Tuple1[A any](a *Type[A]) *Type[python.Tuple1[A]] {
	return &Type[python.Tuple1[A]]{
		Program: tupleProgram(a.Program),
		Put: func(to *wire.Encoder, t python.Tuple1[A]) {
			putItem(to, 0, a, t.V0)
		},
		Get: func(from *wire.Decoder) (t python.Tuple1[A]) {
			t.V0 = getItem(from, 0, a)
			return t
		},
	}
}

// Tuple2 is a tuple of two items.
func Tuple2[A, B any](a *Type[A], b *Type[B]) *Type[python.Tuple2[A, B]] {
	return &Type[python.Tuple2[A, B]]{
		Program: tupleProgram(a.Program, b.Program),
		Put: func(to *wire.Encoder, t python.Tuple2[A, B]) {
			putItem(to, 0, a, t.V0)
			putItem(to, 1, b, t.V1)
		},
		Get: func(from *wire.Decoder) (t python.Tuple2[A, B]) {
			t.V0 = getItem(from, 0, a)
			t.V1 = getItem(from, 1, b)
			return t
		},
	}
}

// Tuple3 is a tuple of three items.
func Tuple3[A, B, C any](a *Type[A], b *Type[B], c *Type[C]) *Type[python.Tuple3[A, B, C]] {
	return &Type[python.Tuple3[A, B, C]]{
		Program: tupleProgram(a.Program, b.Program, c.Program),
		Put: func(to *wire.Encoder, t python.Tuple3[A, B, C]) {
			putItem(to, 0, a, t.V0)
			putItem(to, 1, b, t.V1)
			putItem(to, 2, c, t.V2)
		},
		Get: func(from *wire.Decoder) (t python.Tuple3[A, B, C]) {
			t.V0 = getItem(from, 0, a)
			t.V1 = getItem(from, 1, b)
			t.V2 = getItem(from, 2, c)
			return t
		},
	}
}

// Tuple4 is a tuple of four items.
func Tuple4[A, B, C, D any](a *Type[A], b *Type[B], c *Type[C], d *Type[D]) *Type[python.Tuple4[A, B, C, D]] {
	return &Type[python.Tuple4[A, B, C, D]]{
		Program: tupleProgram(a.Program, b.Program, c.Program, d.Program),
		Put: func(to *wire.Encoder, t python.Tuple4[A, B, C, D]) {
			putItem(to, 0, a, t.V0)
			putItem(to, 1, b, t.V1)
			putItem(to, 2, c, t.V2)
			putItem(to, 3, d, t.V3)
		},
		Get: func(from *wire.Decoder) (t python.Tuple4[A, B, C, D]) {
			t.V0 = getItem(from, 0, a)
			t.V1 = getItem(from, 1, b)
			t.V2 = getItem(from, 2, c)
			t.V3 = getItem(from, 3, d)
			return t
		},
	}
}

// Tuple5 is a tuple of five items.
func Tuple5[A, B, C, D, E any](a *Type[A], b *Type[B], c *Type[C], d *Type[D], e *Type[E]) *Type[python.Tuple5[A, B, C, D, E]] {
	return &Type[python.Tuple5[A, B, C, D, E]]{
		Program: tupleProgram(a.Program, b.Program, c.Program, d.Program, e.Program),
		Put: func(to *wire.Encoder, t python.Tuple5[A, B, C, D, E]) {
			putItem(to, 0, a, t.V0)
			putItem(to, 1, b, t.V1)
			putItem(to, 2, c, t.V2)
			putItem(to, 3, d, t.V3)
			putItem(to, 4, e, t.V4)
		},
		Get: func(from *wire.Decoder) (t python.Tuple5[A, B, C, D, E]) {
			t.V0 = getItem(from, 0, a)
			t.V1 = getItem(from, 1, b)
			t.V2 = getItem(from, 2, c)
			t.V3 = getItem(from, 3, d)
			t.V4 = getItem(from, 4, e)
			return t
		},
	}
}

// Tuple6 is a tuple of six items.
func Tuple6[A, B, C, D, E, F any](a *Type[A], b *Type[B], c *Type[C], d *Type[D], e *Type[E], f *Type[F]) *Type[python.Tuple6[A, B, C, D, E, F]] {
	return &Type[python.Tuple6[A, B, C, D, E, F]]{
		Program: tupleProgram(a.Program, b.Program, c.Program, d.Program, e.Program, f.Program),
		Put: func(to *wire.Encoder, t python.Tuple6[A, B, C, D, E, F]) {
			putItem(to, 0, a, t.V0)
			putItem(to, 1, b, t.V1)
			putItem(to, 2, c, t.V2)
			putItem(to, 3, d, t.V3)
			putItem(to, 4, e, t.V4)
			putItem(to, 5, f, t.V5)
		},
		Get: func(from *wire.Decoder) (t python.Tuple6[A, B, C, D, E, F]) {
			t.V0 = getItem(from, 0, a)
			t.V1 = getItem(from, 1, b)
			t.V2 = getItem(from, 2, c)
			t.V3 = getItem(from, 3, d)
			t.V4 = getItem(from, 4, e)
			t.V5 = getItem(from, 5, f)
			return t
		},
	}
}

// Tuple7 is a tuple of seven items.
func Tuple7[A, B, C, D, E, F, G any](a *Type[A], b *Type[B], c *Type[C], d *Type[D], e *Type[E], f *Type[F], g *Type[G]) *Type[python.Tuple7[A, B, C, D, E, F, G]] {
	return &Type[python.Tuple7[A, B, C, D, E, F, G]]{
		Program: tupleProgram(a.Program, b.Program, c.Program, d.Program, e.Program, f.Program, g.Program),
		Put: func(to *wire.Encoder, t python.Tuple7[A, B, C, D, E, F, G]) {
			putItem(to, 0, a, t.V0)
			putItem(to, 1, b, t.V1)
			putItem(to, 2, c, t.V2)
			putItem(to, 3, d, t.V3)
			putItem(to, 4, e, t.V4)
			putItem(to, 5, f, t.V5)
			putItem(to, 6, g, t.V6)
		},
		Get: func(from *wire.Decoder) (t python.Tuple7[A, B, C, D, E, F, G]) {
			t.V0 = getItem(from, 0, a)
			t.V1 = getItem(from, 1, b)
			t.V2 = getItem(from, 2, c)
			t.V3 = getItem(from, 3, d)
			t.V4 = getItem(from, 4, e)
			t.V5 = getItem(from, 5, f)
			t.V6 = getItem(from, 6, g)
			return t
		},
	}
}

// Tuple8 is a tuple of eight items.
func Tuple8[A, B, C, D, E, F, G, H any](a *Type[A], b *Type[B], c *Type[C], d *Type[D], e *Type[E], f *Type[F], g *Type[G], h *Type[H]) *Type[python.Tuple8[A, B, C, D, E, F, G, H]] {
	return &Type[python.Tuple8[A, B, C, D, E, F, G, H]]{
		Program: tupleProgram(a.Program, b.Program, c.Program, d.Program, e.Program, f.Program, g.Program, h.Program),
		Put: func(to *wire.Encoder, t python.Tuple8[A, B, C, D, E, F, G, H]) {
			putItem(to, 0, a, t.V0)
			putItem(to, 1, b, t.V1)
			putItem(to, 2, c, t.V2)
			putItem(to, 3, d, t.V3)
			putItem(to, 4, e, t.V4)
			putItem(to, 5, f, t.V5)
			putItem(to, 6, g, t.V6)
			putItem(to, 7, h, t.V7)
		},
		Get: func(from *wire.Decoder) (t python.Tuple8[A, B, C, D, E, F, G, H]) {
			t.V0 = getItem(from, 0, a)
			t.V1 = getItem(from, 1, b)
			t.V2 = getItem(from, 2, c)
			t.V3 = getItem(from, 3, d)
			t.V4 = getItem(from, 4, e)
			t.V5 = getItem(from, 5, f)
			t.V6 = getItem(from, 6, g)
			t.V7 = getItem(from, 7, h)
			return t
		},
	}
}
