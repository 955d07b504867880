package python

// Tuple0 is the empty tuple, tuple[()].
type Tuple0 struct{}

// PythonTuple marks a type as a tuple.
func (Tuple0) PythonTuple() {}

// Tuple1 is a tuple of one item.
type Tuple1[A any] struct {
	V0 A
}

// PythonTuple marks a type as a tuple.
func (Tuple1[A]) PythonTuple() {}

// Tuple2 is a tuple of two items.
type Tuple2[A, B any] struct {
	V0 A
	V1 B
}

// PythonTuple marks a type as a tuple.
func (Tuple2[A, B]) PythonTuple() {}

// Tuple3 is a tuple of three items.
type Tuple3[A, B, C any] struct {
	V0 A
	V1 B
	V2 C
}

// PythonTuple marks a type as a tuple.
func (Tuple3[A, B, C]) PythonTuple() {}

// Tuple4 is a tuple of four items.
type Tuple4[A, B, C, D any] struct {
	V0 A
	V1 B
	V2 C
	V3 D
}

// PythonTuple marks a type as a tuple.
func (Tuple4[A, B, C, D]) PythonTuple() {}

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
