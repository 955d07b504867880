package python

import (
	"github.com/gophersnake/gophersnake/internal/engine"
	"github.com/gophersnake/gophersnake/internal/wire"
)

// AnyArray is an array whose element type only shows when the program runs: where
// Python says no more than np.ndarray. What it holds is an *[Array] of the element
// type that Python's array has:
//
//	switch a := result.(type) {
//	case *python.Array[float32]:
//	case *python.Array[float64]:
//	}
//
// Every *Array is one. Its methods are those of [Array].
type AnyArray interface {
	Shape() []int
	Strides() []int
	Rank() int
	Len() int
	Contiguous() bool
	CanWrite() bool
	// DType returns numpy's name of the element type.
	DType() string
	Close() error

	put(e *wire.Encoder, rank int, size uint32)
}

// DType returns numpy's name of the element type; of structs it is "struct".
func (a *Array[T]) DType() string {
	e := elementOf[T]()
	switch e.dtype {
	case wire.DTypeDatetime64, wire.DTypeTimedelta64:
		return e.dtype.String() + "[" + a.Unit().String() + "]"
	case wire.DTypeBytes, wire.DTypeText:
		return e.format[1 : len(e.format)-1]
	}
	return e.dtype.String()
}

// AnyArrayIn is the type of a library's array of any dtype and this shape. It is for
// the runtime.
func AnyArrayIn(library wire.Library, shape string) *engine.Type[AnyArray] {
	return &engine.Type[AnyArray]{
		Program: wire.Program{}.Shaped(library, 0, "", shape),
		Put:     putAnyArray,
		Get:     getAnyArray,
	}
}

func putAnyArray(e *wire.Encoder, a AnyArray) {
	if a == nil {
		e.Fail(&wire.Refusal{Expected: "array", Got: "nil python.AnyArray"})
		return
	}
	a.put(e, wire.RankAny, 0)
}

func getAnyArray(d *wire.Decoder) AnyArray {
	from := d.Array(nil)
	if d.Err() != nil {
		return nil
	}
	return arraysOf[from.DType](from)
}

// arraysOf makes an array of each dtype.
var arraysOf = map[wire.DType]func(wire.Array) AnyArray{
	wire.DTypeBool:       anyArray[bool],
	wire.DTypeInt8:       anyArray[int8],
	wire.DTypeInt16:      anyArray[int16],
	wire.DTypeInt32:      anyArray[int32],
	wire.DTypeInt64:      anyArray[int64],
	wire.DTypeUint8:      anyArray[uint8],
	wire.DTypeUint16:     anyArray[uint16],
	wire.DTypeUint32:     anyArray[uint32],
	wire.DTypeUint64:     anyArray[uint64],
	wire.DTypeFloat16:    anyArray[Float16],
	wire.DTypeFloat32:    anyArray[float32],
	wire.DTypeFloat64:    anyArray[float64],
	wire.DTypeComplex64:  anyArray[complex64],
	wire.DTypeComplex128: anyArray[complex128],
	wire.DTypeDatetime64: anyArray[DateTime64], wire.DTypeTimedelta64: anyArray[TimeDelta64],
}

func anyArray[T Element](from wire.Array) AnyArray {
	a := new(Array[T])
	a.take(from)
	return a
}
