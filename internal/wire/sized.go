package wire

import "fmt"

// Integer is every Go type that Python's int may stand for.
type Integer interface {
	~int | ~int8 | ~int16 | ~int32 | ~int64 | ~uint | ~uint8 | ~uint16 | ~uint32 | ~uint64 | ~uintptr
}

// EncodeInt appends an int. One larger than an int64 is refused.
func EncodeInt[T Integer](e *Encoder, v T) {
	if v > 0 {
		e.Uint(uint64(v))
		return
	}
	e.Int(int(v))
}

// EncodeInts appends a list of int. Unlike [Encoder.Ints] it copies them.
func EncodeInts[T Integer](e *Encoder, s []T) {
	e.Count(len(s))
	for i, v := range s {
		EncodeInt(e, v)
		if e.err != nil {
			e.FailedAt(indexStep(i))
			return
		}
	}
}

// DecodeInt reads an int. One that T has no room for is refused.
func DecodeInt[T Integer](d *Decoder) T {
	v := d.Int()
	if !fits[T](v) {
		d.refuseInt(fmt.Sprintf("%T", T(0)), v)
		return 0
	}
	return T(v)
}

// DecodeInts reads a list of int. One that T has no room for is refused.
func DecodeInts[T Integer](d *Decoder) []T {
	wide := d.Ints()
	if d.err != nil {
		return nil
	}
	values := make([]T, len(wide))
	for i, v := range wide {
		if !fits[T](v) {
			d.refuseInt(fmt.Sprintf("%T", T(0)), v)
			d.FailedAt(indexStep(i))
			return nil
		}
		values[i] = T(v)
	}
	return values
}

// fits reports whether converting v keeps it: its value, and its sign where T
// has none.
func fits[T Integer](v int) bool {
	t := T(v)
	return int(t) == v && (t < 0) == (v < 0)
}

func (d *Decoder) refuseInt(expected string, got int) {
	d.fail(&Refusal{Expected: expected, Got: fmt.Sprint(got)})
}
