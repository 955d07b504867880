package python

import (
	"fmt"
	"reflect"
	"strconv"

	"github.com/gophersnake/gophersnake/internal/engine"
	"github.com/gophersnake/gophersnake/internal/wire"
)

// dtypeOf returns the dtype of an element type; 0 for one that is described.
func dtypeOf[T Element]() wire.DType {
	var zero T
	switch any(zero).(type) {
	case bool:
		return wire.DTypeBool
	case int8:
		return wire.DTypeInt8
	case int16:
		return wire.DTypeInt16
	case int32:
		return wire.DTypeInt32
	case int64:
		return wire.DTypeInt64
	case uint8:
		return wire.DTypeUint8
	case uint16:
		return wire.DTypeUint16
	case uint32:
		return wire.DTypeUint32
	case uint64:
		return wire.DTypeUint64
	case Float16:
		return wire.DTypeFloat16
	case float32:
		return wire.DTypeFloat32
	case float64:
		return wire.DTypeFloat64
	case complex64:
		return wire.DTypeComplex64
	case complex128:
		return wire.DTypeComplex128
	case DateTime64:
		return wire.DTypeDatetime64
	case TimeDelta64:
		return wire.DTypeTimedelta64
	}
	return 0
}

// arrayType is the type of an array of this rank, or of any if it is negative.
func arrayType[T Element](rank int) *engine.Type[*Array[T]] {
	if rank < 0 {
		rank = wire.RankAny
	}
	return &engine.Type[*Array[T]]{
		Program: wire.Program{}.Array(dtypeOf[T](), rank),
		Put:     func(e *wire.Encoder, a *Array[T]) { a.put(e, rank, 0) },
		Get:     getArray[T],
	}
}

// put appends the array. Of structs, size is that of one in numpy.
func (a *Array[T]) put(e *wire.Encoder, rank int, size uint32) {
	dtype, detail := dtypeOf[T](), uint32(0)
	if dtype == 0 && a != nil {
		dtype, detail = elementOf[T]().dtype, size
	} else if dtype > wire.DTypeComplex128 && a != nil {
		detail = a.Unit().detail()
	}
	switch {
	case a == nil:
		e.Fail(&wire.Refusal{Expected: "array", Got: "nil *python.Array"})
	case rank != wire.RankAny && len(a.shape) != rank:
		e.Fail(rankRefusal(dtype, rank, len(a.shape)))
	case detail == 0 && dtype > wire.DTypeComplex128:
		e.Fail(&wire.Refusal{Expected: "array of numbers", Got: "array of structs, which only a type describes"})
	case a.python == nil:
		e.Array(&wire.Array{
			DType: dtype, Detail: detail, Writable: a.writable, Owner: engine.Lend(a, e),
			Shape: a.shape, Strides: a.strides, Offset: a.offset, Data: a.bytes,
		})
	default:
		handle := a.python.Handle()
		if handle == 0 {
			e.Fail(ErrClosed)
			return
		}
		if a.base == nil {
			e.ArrayOfPython(dtype, detail, len(a.shape), handle)
		} else {
			e.PartOfPython(dtype, detail, handle, a.shape, a.strides, a.offset-a.base.offset)
		}
		e.Keep(a)
	}
}

// EncodeAny appends the array where any value may stand. It is for the runtime.
func (a *Array[T]) EncodeAny(e *wire.Encoder) error {
	e.Kind(wire.KindArray)
	a.put(e, wire.RankAny, 0)
	return nil
}

func getArray[T Element](d *wire.Decoder) *Array[T] {
	a := new(Array[T])
	from := d.Array(a.few[:])
	if d.Err() != nil {
		return nil
	}
	a.take(from)
	return a
}

// take makes it an array of Python's, whose handle it takes over.
func (a *Array[T]) take(from wire.Array) {
	a.shape, a.strides, a.offset = from.Shape, from.Strides, from.Offset
	a.bytes, a.writable = from.Data, from.Writable
	if from.DType >= wire.DTypeStruct {
		if size := int(from.Detail); size != a.size() {
			a.item = size
		}
	} else if from.Detail != 0 {
		a.unit = unitOf(from.Detail)
	}
	a.own.Hold(from.Owner)
	a.python = &a.own
}

// TypeIn is the type of a library's array of these elements and this shape. format
// is numpy's for a time of one unit, size that of a struct in numpy; otherwise they
// are zero. The array itself is not looked at. It is for the runtime.
func (*Array[T]) TypeIn(library wire.Library, shape, format string, size int) *engine.Type[*Array[T]] {
	e := elementOf[T]()
	if format != "" {
		e.format = strconv.Quote(format)
	} else if e.dtype == wire.DTypeStruct {
		e = e.sized(reflect.TypeFor[T](), size)
	}
	itemSize := e.detail
	return &engine.Type[*Array[T]]{
		Program: wire.Program{}.Shaped(library, e.dtype, e.format, shape),
		Put:     func(w *wire.Encoder, a *Array[T]) { a.put(w, wire.RankAny, itemSize) },
		Get:     getArray[T],
	}
}

func rankRefusal(dtype wire.DType, want, got int) *wire.Refusal {
	return &wire.Refusal{
		Expected: fmt.Sprintf("array of %v with %d dimensions", dtype, want),
		Got:      fmt.Sprintf("%d dimensions", got),
	}
}
