package python

import "github.com/gophersnake/gophersnake/internal/wire"

// encodeTuple appends a tuple where any value may stand.
func encodeTuple(e *wire.Encoder, items ...any) error {
	wire.AnyList(e, wire.KindTupleOf, items, (*wire.Encoder).Any)
	return nil
}

// Tuple0 is the empty tuple, tuple[()].
type Tuple0 struct{}

// PythonTuple marks a type as a tuple.
func (Tuple0) PythonTuple() {}

// EncodeAny appends the tuple where any value may stand. It is for the runtime.
func (Tuple0) EncodeAny(e *wire.Encoder) error { return encodeTuple(e) }

// Tuple1 is a tuple of one item.
type Tuple1[A any] struct {
	V0 A
}

// PythonTuple marks a type as a tuple.
func (Tuple1[A]) PythonTuple() {}

// EncodeAny appends the tuple where any value may stand. It is for the runtime.
func (t Tuple1[A]) EncodeAny(e *wire.Encoder) error { return encodeTuple(e, t.V0) }

// Tuple2 is a tuple of two items.
type Tuple2[A, B any] struct {
	V0 A
	V1 B
}

// PythonTuple marks a type as a tuple.
func (Tuple2[A, B]) PythonTuple() {}

// EncodeAny appends the tuple where any value may stand. It is for the runtime.
func (t Tuple2[A, B]) EncodeAny(e *wire.Encoder) error { return encodeTuple(e, t.V0, t.V1) }

// Tuple3 is a tuple of three items.
type Tuple3[A, B, C any] struct {
	V0 A
	V1 B
	V2 C
}

// PythonTuple marks a type as a tuple.
func (Tuple3[A, B, C]) PythonTuple() {}

// EncodeAny appends the tuple where any value may stand. It is for the runtime.
func (t Tuple3[A, B, C]) EncodeAny(e *wire.Encoder) error { return encodeTuple(e, t.V0, t.V1, t.V2) }

// Tuple4 is a tuple of four items.
type Tuple4[A, B, C, D any] struct {
	V0 A
	V1 B
	V2 C
	V3 D
}

// PythonTuple marks a type as a tuple.
func (Tuple4[A, B, C, D]) PythonTuple() {}

// EncodeAny appends the tuple where any value may stand. It is for the runtime.
func (t Tuple4[A, B, C, D]) EncodeAny(e *wire.Encoder) error {
	return encodeTuple(e, t.V0, t.V1, t.V2, t.V3)
}

// Tuple5 is a tuple of five items.
type Tuple5[A, B, C, D, E any] struct {
	V0 A
	V1 B
	V2 C
	V3 D
	V4 E
}

// PythonTuple marks a type as a tuple.
func (Tuple5[A, B, C, D, E]) PythonTuple() {}

// EncodeAny appends the tuple where any value may stand. It is for the runtime.
func (t Tuple5[A, B, C, D, E]) EncodeAny(e *wire.Encoder) error {
	return encodeTuple(e, t.V0, t.V1, t.V2, t.V3, t.V4)
}

// Tuple6 is a tuple of six items.
type Tuple6[A, B, C, D, E, F any] struct {
	V0 A
	V1 B
	V2 C
	V3 D
	V4 E
	V5 F
}

// PythonTuple marks a type as a tuple.
func (Tuple6[A, B, C, D, E, F]) PythonTuple() {}

// EncodeAny appends the tuple where any value may stand. It is for the runtime.
func (t Tuple6[A, B, C, D, E, F]) EncodeAny(e *wire.Encoder) error {
	return encodeTuple(e, t.V0, t.V1, t.V2, t.V3, t.V4, t.V5)
}

// Tuple7 is a tuple of seven items.
type Tuple7[A, B, C, D, E, F, G any] struct {
	V0 A
	V1 B
	V2 C
	V3 D
	V4 E
	V5 F
	V6 G
}

// PythonTuple marks a type as a tuple.
func (Tuple7[A, B, C, D, E, F, G]) PythonTuple() {}

// EncodeAny appends the tuple where any value may stand. It is for the runtime.
func (t Tuple7[A, B, C, D, E, F, G]) EncodeAny(e *wire.Encoder) error {
	return encodeTuple(e, t.V0, t.V1, t.V2, t.V3, t.V4, t.V5, t.V6)
}

// Tuple8 is a tuple of eight items.
type Tuple8[A, B, C, D, E, F, G, H any] struct {
	V0 A
	V1 B
	V2 C
	V3 D
	V4 E
	V5 F
	V6 G
	V7 H
}

// PythonTuple marks a type as a tuple.
func (Tuple8[A, B, C, D, E, F, G, H]) PythonTuple() {}

// EncodeAny appends the tuple where any value may stand. It is for the runtime.
func (t Tuple8[A, B, C, D, E, F, G, H]) EncodeAny(e *wire.Encoder) error {
	return encodeTuple(e, t.V0, t.V1, t.V2, t.V3, t.V4, t.V5, t.V6, t.V7)
}
