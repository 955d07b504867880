package wire

import (
	"slices"

	"github.com/gophersnake/gophersnake/internal/memory"
)

// inlineLimit is the most bytes of a run that are copied into the frame. It is
// where a copy begins to cost more than a segment and what holds it (BenchmarkRun).
const inlineLimit = 256

// String appends a str. A long one is borrowed until Release. Whether it is
// valid UTF-8 is found out by Python.
func (e *Encoder) String(s string) {
	if len(s) > inlineLimit {
		e.segment(len(s), e.held.HoldString(s), len(s))
		return
	}
	e.Buf = appendRun(e.Buf, len(s), s)
}

// Bytes appends a bytes or bytearray, or the buffer of an answer. A long one is
// borrowed until Release.
func (e *Encoder) Bytes(b []byte) { encodeRun(e, b, len(b)) }

// Bools appends a list of bool. A long one is borrowed until Release.
func (e *Encoder) Bools(s []bool) { encodeRun(e, s, len(s)) }

// Ints appends a list of int. A long one is borrowed until Release.
func (e *Encoder) Ints(s []int) { encodeRun(e, s, CellSize*len(s)) }

// Floats appends a list of float. A long one is borrowed until Release.
func (e *Encoder) Floats(s []float64) { encodeRun(e, s, CellSize*len(s)) }

// Complexes appends a list of complex. A long one is borrowed until Release.
func (e *Encoder) Complexes(s []complex128) { encodeRun(e, s, 2*CellSize*len(s)) }

// Lent appends the buffer of a call: memory that Python may keep, under the
// number by which it will be told that Python's last view of it is gone. It is
// held until Release; what holds it until then and after is the caller's part.
func (e *Encoder) Lent(lend uint64, b []byte) {
	e.cell(lend)
	e.segment(len(b), memory.Hold(&e.held, b), len(b))
}

func encodeRun[T any](e *Encoder, s []T, size int) {
	if size > inlineLimit {
		e.segment(len(s), memory.Hold(&e.held, s), size)
		return
	}
	e.Buf = appendRun(e.Buf, len(s), memory.AsBytes(s))
}

// appendRun appends a run of n numbers with its content.
func appendRun[S string | []byte](buf []byte, n int, content S) []byte {
	start, size := len(buf), (len(content)+CellSize-1)&^(CellSize-1)
	buf = slices.Grow(buf, CellSize+size)[:start+CellSize+size]
	// Of the padding, only what stands in the last cell is not written over.
	putCell(buf[len(buf)-CellSize:], 0)
	putCell(buf[start:], uint64(n))
	copy(buf[start+CellSize:], content)
	return buf
}

// segment appends a run of n numbers whose content is memory of size bytes.
func (e *Encoder) segment(n int, address uintptr, size int) {
	e.cell(uint64(n) | inSegment)
	e.Segments = append(e.Segments, Segment{address, uintptr(size)})
}
