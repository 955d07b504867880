package engine

import "github.com/gophersnake/gophersnake/internal/wire"

// Type says how values of a Go type cross to a Python type and back: the
// Python type's place in a signature program, and the two halves of the codec.
//
// A Type is made once, at initialization, and is then never changed; it is safe
// for concurrent use.
type Type[T any] struct {
	// Program is the type's part of a signature program.
	Program wire.Program
	// Put appends a value. It is nil for a type that is only a result.
	Put func(*wire.Encoder, T)
	// Get reads a value.
	Get func(*wire.Decoder) T
	// GetInto reads a value to where it is to lie, so that a large one is not moved.
	// It may be nil.
	GetInto func(*wire.Decoder, *T)

	// run is a *Type[[]T] where a list of them is packed into a run of numbers
	// that are not Go's own int, float64 and so on.
	run any
	// awaited makes the type of what is awaited, of a function's; it is nil for others.
	awaited func(adapter string) *Type[T]
}

// ResultProgram returns the program, for a function whose result has this type.
func (t *Type[T]) ResultProgram() wire.Program { return t.Program }

func scalar[T any](kind wire.Kind, put func(*wire.Encoder, T), get func(*wire.Decoder) T) *Type[T] {
	return &Type[T]{Program: wire.Program{}.Kind(kind), Put: put, Get: get}
}

// The types without parameters.
var (
	None = scalar(wire.KindNone,
		func(e *wire.Encoder, _ struct{}) { e.None() },
		func(d *wire.Decoder) struct{} { d.None(); return struct{}{} })
	Bool      = scalar(wire.KindBool, (*wire.Encoder).Bool, (*wire.Decoder).Bool)
	Int       = scalar(wire.KindInt, (*wire.Encoder).Int, (*wire.Decoder).Int)
	Float     = scalar(wire.KindFloat, (*wire.Encoder).Float, (*wire.Decoder).Float)
	Complex   = scalar(wire.KindComplex, (*wire.Encoder).Complex, (*wire.Decoder).Complex)
	Str       = scalar(wire.KindStr, (*wire.Encoder).String, (*wire.Decoder).String)
	Bytes     = scalar(wire.KindBytes, (*wire.Encoder).Bytes, (*wire.Decoder).Bytes)
	ByteArray = scalar(wire.KindBytearray, (*wire.Encoder).Bytes, (*wire.Decoder).Bytes)
	BigInt    = scalar(wire.KindBigint, (*wire.Encoder).BigInt, (*wire.Decoder).BigInt)
	// Buffer lends the bytes without a copy, to be read.
	Buffer = scalar(wire.KindBuffer, putBuffer, (*wire.Decoder).Bytes)
)

func putBuffer(e *wire.Encoder, b []byte) {
	if len(b) == 0 {
		e.Lent(Lend(nil, e), b)
		return
	}
	e.Lent(Lend(&b[0], e), b)
}

// List is the type of a collection that crosses as a slice: a list, sequence,
// or tuple of any length, as kind says. A nil slice is an empty list.
func List[T any](kind wire.Kind, item *Type[T]) *Type[[]T] {
	t := &Type[[]T]{Program: append(wire.Program{}.Kind(kind), item.Program...)}
	if packed, ok := packedRun(item); ok {
		t.Put, t.Get = packed.Put, packed.Get
		return t
	}
	t.Put = func(e *wire.Encoder, items []T) { wire.EncodeList(e, items, item.Put) }
	if item.GetInto != nil {
		t.Get = func(d *wire.Decoder) []T { return wire.DecodeListInto(d, item.GetInto) }
		return t
	}
	t.Get = func(d *wire.Decoder) []T { return wire.DecodeList(d, item.Get) }
	return t
}

// packedRun returns the codec of a slice that has one of its own: of numbers,
// which is one run, and of strings.
func packedRun[T any](item *Type[T]) (*Type[[]T], bool) {
	var run any
	switch any(item) {
	case any(Bool):
		run = &Type[[]bool]{Put: (*wire.Encoder).Bools, Get: (*wire.Decoder).Bools}
	case any(Int):
		run = &Type[[]int]{Put: (*wire.Encoder).Ints, Get: (*wire.Decoder).Ints}
	case any(Float):
		run = &Type[[]float64]{Put: (*wire.Encoder).Floats, Get: (*wire.Decoder).Floats}
	case any(Str):
		run = &Type[[]string]{Put: (*wire.Encoder).Strings, Get: (*wire.Decoder).Strings}
	case any(Complex):
		run = &Type[[]complex128]{Put: (*wire.Encoder).Complexes, Get: (*wire.Decoder).Complexes}
	default:
		run = item.run
	}
	packed, ok := run.(*Type[[]T])
	return packed, ok
}

// Set is the type of a set or frozenset, which crosses as a map of empty
// structs. Of numbers it is a run, as a list is.
func Set[S ~map[T]struct{}, T comparable](kind wire.Kind, item *Type[T]) *Type[S] {
	items := List(kind, item)
	return &Type[S]{
		Program: items.Program,
		Put: func(e *wire.Encoder, set S) {
			list := make([]T, 0, len(set))
			for v := range set {
				list = append(list, v)
			}
			items.Put(e, list)
		},
		Get: func(d *wire.Decoder) S {
			list := items.Get(d)
			set := make(S, len(list))
			for _, v := range list {
				set[v] = struct{}{}
			}
			return set
		},
	}
}

// Dict is the type of a dict or mapping. A nil map is an empty dict.
func Dict[K comparable, V any](kind wire.Kind, key *Type[K], value *Type[V]) *Type[map[K]V] {
	return &Type[map[K]V]{
		Program: append(append(wire.Program{}.Kind(kind), key.Program...), value.Program...),
		Put: func(e *wire.Encoder, entries map[K]V) {
			wire.EncodeDict(e, entries, key.Put, value.Put)
		},
		Get: func(d *wire.Decoder) map[K]V { return wire.DecodeDict(d, key.Get, value.Get) },
	}
}

func optionalProgram(item wire.Program) wire.Program {
	return append(wire.Program{}.Kind(wire.KindOptional), item...)
}

// Optional is the type of T | None, None being nil.
func Optional[T any](item *Type[T]) *Type[*T] {
	return &Type[*T]{
		Program: optionalProgram(item.Program),
		Put:     func(e *wire.Encoder, v *T) { wire.EncodeOptional(e, v, item.Put) },
		Get:     func(d *wire.Decoder) *T { return wire.DecodeOptional(d, item.Get) },
	}
}

// OptionalAs is the type of T | None for a Go type that can tell None itself:
// isNone says whether a value is None, and the zero value is what None becomes.
func OptionalAs[T any](item *Type[T], isNone func(T) bool) *Type[T] {
	return &Type[T]{
		Program: optionalProgram(item.Program),
		Put: func(e *wire.Encoder, v T) {
			if e.Present(!isNone(v)) {
				item.Put(e, v)
			}
		},
		Get: func(d *wire.Decoder) T {
			if d.Present() {
				return item.Get(d)
			}
			var none T
			return none
		},
	}
}
