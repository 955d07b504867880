package engine

import (
	"fmt"
	"math"
	"math/big"
	"strconv"

	"github.com/gophersnake/gophersnake/internal/wire"
)

// The numbers of a size. What does not fit is refused in both directions.
var (
	Int8      = sizedInt[int8]()
	Int16     = sizedInt[int16]()
	Int32     = sizedInt[int32]()
	Int64     = sizedInt[int64]()
	Uint8     = sizedInt[uint8]()
	Uint16    = sizedInt[uint16]()
	Uint32    = sizedInt[uint32]()
	Uint64    = wideInt[uint64]()
	Uint      = wideInt[uint]()
	Float32   = convertedRun(Float, func(v float32) float64 { return float64(v) }, getFloat32)
	Complex64 = convertedRun(Complex, func(v complex64) complex128 { return complex128(v) }, getComplex64)
)

// sizedInt is an int that fits 64 bits.
func sizedInt[T wire.Integer]() *Type[T] {
	return &Type[T]{
		Program: Int.Program,
		Put:     wire.EncodeInt[T],
		Get:     wire.DecodeInt[T],
		run: &Type[[]T]{
			Put: wire.EncodeInts[T],
			Get: wire.DecodeInts[T],
		},
	}
}

// wideInt is an int that may not fit an int64, so that it crosses as a big one.
func wideInt[T uint | uint64]() *Type[T] {
	return &Type[T]{
		Program: BigInt.Program,
		Put:     func(e *wire.Encoder, v T) { e.BigInt(new(big.Int).SetUint64(uint64(v))) },
		Get: func(d *wire.Decoder) T {
			v := d.BigInt()
			if d.Err() == nil && !v.IsUint64() {
				d.Fail(&wire.Refusal{Expected: fmt.Sprintf("%T", T(0)), Got: v.String()})
				return 0
			}
			if d.Err() != nil {
				return 0
			}
			return T(v.Uint64())
		},
	}
}

// convertedRun is a number that crosses as another, wider one, W, and whose lists
// are packed as those of W are; narrow refuses what does not fit.
func convertedRun[T, W any](wide *Type[W], widen func(T) W, narrow func(*wire.Decoder, W) T) *Type[T] {
	return &Type[T]{
		Program: wide.Program,
		Put:     func(e *wire.Encoder, v T) { wide.Put(e, widen(v)) },
		Get:     func(d *wire.Decoder) T { return narrow(d, wide.Get(d)) },
		run: &Type[[]T]{
			Put: func(e *wire.Encoder, values []T) {
				e.Count(len(values))
				for _, v := range values {
					wide.Put(e, widen(v))
				}
			},
			Get: func(d *wire.Decoder) []T {
				run, _ := packedRun(wide)
				from := run.Get(d)
				values := make([]T, len(from))
				for i, v := range from {
					values[i] = narrow(d, v)
					if d.FailedAt("[" + strconv.Itoa(i) + "]") {
						return nil
					}
				}
				return values
			},
		},
	}
}

func getFloat32(d *wire.Decoder, v float64) float32 {
	if math.Abs(v) > math.MaxFloat32 && !math.IsInf(v, 0) {
		d.Fail(&wire.Refusal{Expected: "a float that fits float32", Got: strconv.FormatFloat(v, 'g', -1, 64)})
	}
	return float32(v)
}

func getComplex64(d *wire.Decoder, v complex128) complex64 {
	return complex(getFloat32(d, real(v)), getFloat32(d, imag(v)))
}
