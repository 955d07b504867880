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
	cellField // an int or a float, a cell in the frame as it is in memory
	strField
)

// placeOf returns the place of a field, none if its type is not plain.
func placeOf[T, F any](typ *Type[F], at func(*T) *F) place {
	var scalar scalarField
	switch any(typ) {
	case any(Bool):
		scalar = boolField
	case any(Int), any(Float):
		scalar = cellField
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

// move is what is written or read of a record at a time: a field, or several that are one
// run of cells in the frame and in the struct.
type move[T any] struct {
	place
	cells int
	field *Field[T] // the first
}

// movesOf returns how the fields are moved, and whether all of them are plain.
func movesOf[T any](fields []Field[T]) (moves []move[T], plain bool) {
	plain = true
	for i := range fields {
		at := fields[i].place
		plain = plain && at.scalar != noScalar
		if n := len(moves) - 1; n >= 0 && at.scalar == cellField && moves[n].scalar == cellField &&
			at.offset == moves[n].offset+uintptr(moves[n].cells)*wire.CellSize {
			moves[n].cells++
			continue
		}
		moves = append(moves, move[T]{at, 1, &fields[i]})
	}
	return moves, plain
}

// putPlain appends what is plain of a record, and reports whether it could. The compiler
// sees that it keeps no address, so the record may be on the stack.
func putPlain[T any](e *wire.Encoder, record *T, moves []move[T]) bool {
	for i := range moves {
		m := &moves[i]
		switch m.scalar {
		case boolField:
			e.Bool(*memory.Inside[bool](record, m.offset))
		case cellField:
			e.Cells(memory.RunInside[uint64](record, m.offset, m.cells))
		case strField:
			e.String(*memory.Inside[string](record, m.offset))
		}
		if e.Failed() {
			return !e.FailedAt("." + m.field.Name)
		}
	}
	return true
}

// getPlain reads what is plain into a record, as putPlain appends it.
func getPlain[T any](d *wire.Decoder, record *T, moves []move[T]) bool {
	for i := range moves {
		m := &moves[i]
		switch m.scalar {
		case boolField:
			*memory.Inside[bool](record, m.offset) = d.Bool()
		case cellField:
			d.Cells(memory.RunInside[uint64](record, m.offset, m.cells))
		case strField:
			*memory.Inside[string](record, m.offset) = d.String()
		}
		if d.Err() != nil {
			return !d.FailedAt("." + m.field.Name)
		}
	}
	return true
}

// putFields appends a record with fields of any type.
func putFields[T any](e *wire.Encoder, record *T, moves []move[T]) {
	for i := range moves {
		if f := moves[i].field; moves[i].scalar == noScalar {
			if f.Put(e, record); e.Failed() {
				e.FailedAt("." + f.Name)
				return
			}
		} else if !putPlain(e, record, moves[i:i+1]) {
			return
		}
	}
}

// getFields reads a record with fields of any type.
func getFields[T any](d *wire.Decoder, record *T, moves []move[T]) {
	for i := range moves {
		if f := moves[i].field; moves[i].scalar == noScalar {
			if f.Get(d, record); d.Err() != nil {
				d.FailedAt("." + f.Name)
				return
			}
		} else if !getPlain(d, record, moves[i:i+1]) {
			return
		}
	}
}
