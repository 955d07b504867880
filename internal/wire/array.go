package wire

import (
	"math"
	"strconv"

	"github.com/gophersnake/gophersnake/internal/memory"
)

// MaxRank is the highest rank of an array that crosses.
const MaxRank = 32

const (
	arrayRankShift = 8
	arrayWritable  = 1 << 16
	arrayHandle    = 1 << 17
	arrayPart      = 1 << 18
	arrayDetail    = 32
	arrayKnown     = arrayPart<<1 - 1 | math.MaxUint32<<arrayDetail
)

// Array is the header of an array and its memory.
type Array struct {
	DType DType
	// Detail is what the dtype alone does not say: the bytes of one element, or a
	// unit of time (contract/frame.md).
	Detail   uint32
	Writable bool
	// OwnerIsHandle tells the two kinds of owners apart: the handle of an array
	// of Python's, or the number of a lend.
	OwnerIsHandle bool
	Owner         uint64
	// Part says, of an array of Python's in a call, that not the whole array is
	// meant but the elements that Shape, Strides and Offset tell, the last from the
	// array's own first element on.
	Part bool
	// Shape is in elements, Strides in bytes; both have one number a dimension.
	Shape, Strides []int
	// Offset is where in Data the element with all indices 0 begins.
	Offset int
	// Data is all the memory, borrowed from the owner. It may be unaligned.
	Data []byte
}

// Array appends an array with its memory: in a call one that is lent, in an
// answer one that a handle owns. The memory is held until Release. An array
// that does not lie inside its memory is refused.
func (e *Encoder) Array(a *Array) {
	if reason := a.check(); reason != "" {
		e.refuse("array", "one with "+reason)
		return
	}
	flags := uint64(0)
	if a.Writable {
		flags |= arrayWritable
	}
	if a.OwnerIsHandle {
		flags |= arrayHandle
	}
	e.arrayOwner(a.DType, len(a.Shape), flags|uint64(a.Detail)<<arrayDetail, a.Owner)
	e.arrayLayout(a.Shape, a.Strides, a.Offset)
	e.Segments = append(e.Segments, Segment{memory.Hold(&e.held, a.Data), uintptr(len(a.Data))})
}

// ArrayOfPython appends, in a call, an array that came from Python, by its
// handle: Python gets the same object back.
func (e *Encoder) ArrayOfPython(dtype DType, detail uint32, rank int, handle uint64) {
	e.arrayOwner(dtype, rank, arrayHandle|uint64(detail)<<arrayDetail, handle)
}

// PartOfPython appends, in a call, a view of an array that came from Python: the
// offset is from that array's first element on, in bytes, and may be negative.
func (e *Encoder) PartOfPython(dtype DType, detail uint32, handle uint64, shape, strides []int, offset int) {
	e.arrayOwner(dtype, len(shape), arrayHandle|arrayPart|uint64(detail)<<arrayDetail, handle)
	e.arrayLayout(shape, strides, offset)
}

func (e *Encoder) arrayOwner(dtype DType, rank int, flags, owner uint64) {
	e.cell(uint64(dtype) | uint64(rank)<<arrayRankShift | flags)
	e.cell(owner)
}

func (e *Encoder) arrayLayout(shape, strides []int, offset int) {
	for _, n := range shape {
		e.Int(n)
	}
	for _, n := range strides {
		e.Int(n)
	}
	e.Int(offset)
}

// Array reads an array. Its Shape and Strides are copies, in the memory of few if
// they fit there; its Data is a view that is good for as long as its owner keeps
// the memory. An array in a call whose owner is a handle has no Data, and
// unless it is a part its Shape has only the right length.
func (d *Decoder) Array(few []int) Array {
	start := d.off
	cell := d.cell("array")
	a := Array{
		DType:         DType(cell),
		Detail:        uint32(cell >> arrayDetail),
		Writable:      cell&arrayWritable != 0,
		OwnerIsHandle: cell&arrayHandle != 0,
		Part:          cell&arrayPart != 0,
	}
	ofPython := d.kind.inwards() && a.OwnerIsHandle
	rank := int(cell >> arrayRankShift & 0xff)
	if cell&^arrayKnown != 0 || a.Part && !ofPython || a.ItemSize() == 0 || rank > MaxRank {
		d.malformedCell("array, a dtype and rank", cell)
		return Array{}
	}
	if a.Owner = d.cell("owner of an array"); a.Owner == 0 {
		d.malformedCell("owner of an array", 0)
		return Array{}
	}
	if few == nil || len(few) < 2*rank {
		few = make([]int, 2*rank)
	}
	numbers := few[:2*rank]
	a.Shape, a.Strides = numbers[:rank:rank], numbers[rank:len(numbers):len(numbers)]
	if ofPython && !a.Part {
		return a
	}
	for i := range numbers {
		numbers[i] = int(d.cell("shape and strides of an array"))
	}
	a.Offset = int(d.cell("offset of an array"))
	if ofPython {
		return a
	}
	a.Data = d.segment("array")
	if d.err != nil {
		return Array{}
	}
	if reason := a.check(); reason != "" {
		d.fail(&MalformedError{start, "array inside its memory", "one with " + reason})
		return Array{}
	}
	return a
}

// ItemSize returns the bytes of one element, 0 if dtype and detail do not fit.
func (a *Array) ItemSize() int {
	switch {
	case !a.DType.known() || (a.Detail != 0) != (a.DType > DTypeComplex128):
		return 0
	case a.DType.Size() != 0:
		return a.DType.Size()
	}
	return int(a.Detail)
}

// check returns what is wrong with an array, or nothing: whether its numbers
// belong together and every element lies inside Data.
func (a *Array) check() string {
	switch {
	case a.ItemSize() == 0:
		if a.Detail != 0 {
			return a.DType.String() + " of detail " + strconv.Itoa(int(a.Detail))
		}
		return a.DType.String()
	case len(a.Shape) != len(a.Strides) || len(a.Shape) > MaxRank:
		return strconv.Itoa(len(a.Shape)) + " dimensions and " + strconv.Itoa(len(a.Strides)) + " strides"
	case a.Owner == 0:
		return "no owner"
	}
	first, last, reason := a.extent()
	if reason == "" && (first < 0 || last > len(a.Data)) {
		reason = "elements in bytes " + strconv.Itoa(first) + " to " + strconv.Itoa(last) +
			" of " + strconv.Itoa(len(a.Data))
	}
	return reason
}

// extent returns where the lowest element begins and the highest one ends. An
// array without elements is only its offset.
func (a *Array) extent() (first, last int, reason string) {
	size := a.ItemSize()
	bytes, empty, ok := size, false, true
	for _, n := range a.Shape {
		if n < 0 {
			return 0, 0, "a dimension of " + strconv.Itoa(n) + " elements"
		}
		if empty = empty || n == 0; n != 0 && ok {
			bytes, ok = multiply(bytes, n)
		}
	}
	if !ok {
		return 0, 0, "more elements than memory can hold"
	}
	if empty {
		return a.Offset, a.Offset, ""
	}
	first, last = a.Offset, a.Offset
	for i, n := range a.Shape {
		reach, ok := multiply(n-1, a.Strides[i])
		if !ok {
			return 0, 0, "a stride of " + strconv.Itoa(a.Strides[i]) + " bytes"
		}
		end := &last
		if reach < 0 {
			end = &first
		}
		if *end, ok = add(*end, reach); !ok {
			return 0, 0, "a stride of " + strconv.Itoa(a.Strides[i]) + " bytes"
		}
	}
	if last, ok = add(last, size); !ok {
		return 0, 0, "an offset of " + strconv.Itoa(a.Offset)
	}
	return first, last, ""
}

// add and multiply report whether the result is right.
func add(a, b int) (int, bool) {
	sum := a + b
	return sum, (sum > a) == (b > 0)
}

func multiply(a, b int) (int, bool) {
	if a == 0 || b == 0 {
		return 0, true
	}
	product := a * b
	return product, product/b == a && (product < 0) == ((a < 0) != (b < 0))
}
