package python

import (
	"math"

	"github.com/gophersnake/gophersnake/internal/wire"
)

// Float16 is a half-precision float (IEEE 754 binary16) as its bits, the element
// of an array of dtype float16.
type Float16 uint16

// NewFloat16 returns the Float16 nearest to f, ties to even; beyond its range
// that is an infinity.
func NewFloat16(f float32) Float16 {
	bits := math.Float32bits(f)
	sign := uint16(bits>>16) & 0x8000
	exponent := int(bits>>23&0xff) - 127
	fraction := bits & 0x7fffff
	switch {
	case exponent == 128 && fraction != 0: // NaN: keep it one, and quiet
		return Float16(sign | 0x7e00 | uint16(fraction>>13))
	case exponent > 15:
		return Float16(sign | 0x7c00)
	case exponent >= -14:
		return Float16(sign | round(uint32(exponent+15)<<23|fraction, 13))
	case exponent >= -25:
		return Float16(sign | round(0x800000|fraction, uint(-exponent-1)))
	}
	return Float16(sign)
}

// round drops the lowest bits, to the nearest, ties to even. A carry runs over
// into the exponent, which is right there.
func round(bits uint32, drop uint) uint16 {
	half := uint32(1) << (drop - 1)
	rest := bits & (1<<drop - 1)
	kept := bits >> drop
	if rest > half || rest == half && kept&1 == 1 {
		kept++
	}
	return uint16(kept)
}

// Float32 returns the value, exactly.
func (f Float16) Float32() float32 {
	sign := uint32(f&0x8000) << 16
	exponent := uint32(f>>10) & 0x1f
	fraction := uint32(f & 0x3ff)
	switch exponent {
	case 0x1f:
		return math.Float32frombits(sign | 0x7f800000 | fraction<<13)
	case 0:
		value := float32(fraction) / (1 << 24)
		return math.Float32frombits(sign | math.Float32bits(value))
	}
	return math.Float32frombits(sign | (exponent+112)<<23 | fraction<<13)
}

// Float64 returns the value, exactly.
func (f Float16) Float64() float64 { return float64(f.Float32()) }

// EncodeAny appends the number where any value may stand. It is for the runtime.
func (f Float16) EncodeAny(e *wire.Encoder) error {
	e.Any(f.Float64())
	return nil
}
