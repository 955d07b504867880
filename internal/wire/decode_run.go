package wire

import (
	"math"
	"strconv"

	"github.com/gophersnake/gophersnake/internal/memory"
)

// Bytes reads a bytes or bytearray, or the buffer of an answer. It is never
// nil, but after an error.
func (d *Decoder) Bytes() []byte { return decodeRun[byte](d, "bytes", 1) }

// Bools reads a list of bool.
func (d *Decoder) Bools() []bool {
	start := d.off
	raw := d.run("list of bool", 1)
	if d.err != nil {
		return nil
	}
	bools := make([]bool, len(raw))
	for i, b := range raw {
		if b > 1 {
			d.fail(malformedNumber(start, "list of bool, of bytes 0 and 1", uint64(b)))
			return nil
		}
		bools[i] = b == 1
	}
	return bools
}

// Ints reads a list of int.
func (d *Decoder) Ints() []int { return decodeRun[int](d, "list of int", CellSize) }

// Floats reads a list of float.
func (d *Decoder) Floats() []float64 { return decodeRun[float64](d, "list of float", CellSize) }

// Complexes reads a list of complex.
func (d *Decoder) Complexes() []complex128 {
	return decodeRun[complex128](d, "list of complex", 2*CellSize)
}

// Lent reads the buffer of a call: the number of the lend, and a view of the
// memory, which is the lender's.
func (d *Decoder) Lent() (lend uint64, view []byte) {
	lend = d.cell("buffer")
	if lend == 0 {
		d.malformedCell("buffer, the number of a lend", lend)
	}
	start, used := d.off, d.used
	view = d.run("buffer", 1)
	if d.err == nil && d.used == used {
		d.fail(&MalformedError{start, "buffer, in a segment", "a run in the frame"})
	}
	if d.err != nil {
		return 0, nil
	}
	return lend, view
}

func decodeRun[T any](d *Decoder, what string, width int) []T {
	raw := d.run(what, width)
	if d.err != nil {
		return nil
	}
	return memory.Copy[T](raw)
}

// run reads a run of numbers of width bytes and returns a view of its content.
// After an error it is nil.
func (d *Decoder) run(what string, width int) []byte {
	start := d.off
	cell := d.cell(what)
	n := cell &^ inSegment
	if n > math.MaxInt/uint64(width) {
		d.malformedCell(what+", a run that fits into memory", n)
		return nil
	}
	size := int(n) * width
	if cell&inSegment != 0 {
		view := d.segment(what)
		if d.err == nil && len(view) != size {
			d.fail(&MalformedError{start, what + ", a segment of " + strconv.Itoa(size) + " bytes",
				strconv.Itoa(len(view)) + " bytes"})
			return nil
		}
		return view
	}
	if size > len(d.buf)-d.off {
		d.malformedCell(what+", a run that lies inside the frame", n)
		return nil
	}
	view := d.buf[d.off : d.off+size : d.off+size]
	// The frame's length is a multiple of 8, so the padding is inside it too.
	d.off += (size + CellSize - 1) &^ (CellSize - 1)
	return view
}

// segment returns a view of the next segment. After an error it is nil.
func (d *Decoder) segment(what string) []byte {
	if d.used == len(d.segments) {
		d.malformed(what+", in a segment", "no segment left")
		return nil
	}
	s := d.segments[d.used]
	if s.Length > math.MaxInt || s.Address == 0 && s.Length != 0 {
		d.malformed(what+", in a segment", "one of no memory")
		return nil
	}
	d.used++
	return memory.Bytes(s.Address, int(s.Length))
}
