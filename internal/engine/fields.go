package engine

import (
	"github.com/gophersnake/gophersnake/internal/memory"
	"github.com/gophersnake/gophersnake/internal/wire"
)

// place is where in a struct a field lies whose type is one of the plain scalars. Such a
// field is moved without the two functions that any other takes; most fields are such.
type place struct {
	scalar scalarField
	offset uintptr
}

type scalarField uint8

const (
	noScalar scalarField = iota
	boolField
	intField
	floatField
	strField
)

// placeOf returns the place of a field, none if its type is not plain.
func placeOf[T, F any](typ *Type[F], at func(*T) *F) place {
	var scalar scalarField
	switch any(typ) {
	case any(Bool):
		scalar = boolField
	case any(Int):
		scalar = intField
	case any(Float):
		scalar = floatField
	case any(Str):
		scalar = strField
	default:
		return place{}
	}
	record := new(T)
	offset, inside := memory.Offset(record, at(record))
	if !inside {
		return place{}
	}
	return place{scalar, offset}
}

// putFields appends the fields of a record, and reports whether it could.
func putFields[T any](e *wire.Encoder, record *T, fields []Field[T]) bool {
	for i := range fields {
		f := &fields[i]
		switch at := f.place.offset; f.place.scalar {
		case boolField:
			e.Bool(*memory.Inside[bool](record, at))
		case intField:
			e.Int(*memory.Inside[int](record, at))
		case floatField:
			e.Float(*memory.Inside[float64](record, at))
		case strField:
			e.String(*memory.Inside[string](record, at))
		default:
			f.Put(e, record)
		}
		if e.Failed() {
			e.FailedAt("." + f.Name)
			return false
		}
	}
	return true
}

// getFields reads the fields of a record, and reports whether it could.
func getFields[T any](d *wire.Decoder, record *T, fields []Field[T]) bool {
	for i := range fields {
		f := &fields[i]
		switch at := f.place.offset; f.place.scalar {
		case boolField:
			*memory.Inside[bool](record, at) = d.Bool()
		case intField:
			*memory.Inside[int](record, at) = d.Int()
		case floatField:
			*memory.Inside[float64](record, at) = d.Float()
		case strField:
			*memory.Inside[string](record, at) = d.String()
		default:
			f.Get(d, record)
		}
		if d.Err() != nil {
			d.FailedAt("." + f.Name)
			return false
		}
	}
	return true
}
