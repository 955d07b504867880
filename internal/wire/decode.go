package wire

import (
	"context"
	"encoding/binary"
	"math"
	"strconv"
	"strings"
)

// Decoder reads a frame. The zero value is ready for Begin.
//
// Whatever the bytes are, it never panics, reads nothing outside the frame and
// its segments, and allocates no more than a fixed multiple of their length.
// Results are copies unless a method says otherwise. After an error they are
// zero or empty, and mean nothing.
type Decoder struct {
	// Foreign makes the values that are not this package's; without it they
	// are refused where they stand inside `any`. Begin leaves it.
	Foreign Foreign
	// Context leads to that of the call whose values are read, for what goes on to be
	// read after it. Begin leaves it.
	Context *context.Context

	buf      []byte
	off      int
	segments []Segment
	used     int
	kind     Frame
	err      error
	depth    int
	texts    strings.Builder // what short strings share
	shares   bool            // whether single strings do so too
}

// Begin starts to read frame, with the segments beside it, and returns what it
// is. Both are borrowed until End.
func (d *Decoder) Begin(frame []byte, segments []Segment) Frame {
	d.buf, d.off, d.used, d.depth, d.err = frame, headerSize, 0, 0, nil
	if isPlainAnswer(frame) && len(segments)|len(d.segments) == 0 {
		d.kind = FrameAnswer
		return FrameAnswer
	}
	d.segments = segments
	return d.readHeader()
}

func (d *Decoder) readHeader() Frame {
	kind, err := readHeader(d.buf, len(d.segments))
	if d.kind = kind; err != nil {
		d.fail(err)
	}
	return kind
}

// End returns the first error; a frame or segments not read to their end are
// one. The frame is no longer used.
func (d *Decoder) End() error {
	if d.err != nil || d.off != len(d.buf) || len(d.segments) != 0 || d.texts.Cap() != 0 || d.shares {
		return d.endAll()
	}
	d.buf, d.off = nil, 0
	return nil
}

// endAll is End for frames with more to them than most.
func (d *Decoder) endAll() error {
	if d.err == nil {
		if d.off != len(d.buf) {
			d.malformed("the end of the frame", strconv.Itoa(len(d.buf)-d.off)+" more bytes")
		} else if d.used != len(d.segments) {
			d.malformed("every segment to be used", strconv.Itoa(len(d.segments)-d.used)+" left over")
		}
	}
	d.buf, d.segments, d.off, d.used = nil, nil, 0, 0
	d.shares, d.texts = false, strings.Builder{}
	return d.err
}

// Err returns the first error, a [*Refusal] or [*MalformedError], or nil.
func (d *Decoder) Err() error { return d.err }

// Fail makes err the Decoder's error, unless it has one. It is for who finds
// that a value is not right for its Go type; anything but a [*Refusal] becomes
// the cause of one.
func (d *Decoder) Fail(err error) {
	switch err.(type) {
	case *Refusal, *MalformedError:
		d.fail(err)
	default:
		d.fail(&Refusal{Cause: err})
	}
}

// FailedAt reports whether there is an error, and if it is a [*Refusal] puts
// step before its path, as [Encoder.FailedAt] does.
func (d *Decoder) FailedAt(step string) bool {
	if refusal, ok := d.err.(*Refusal); ok {
		refusal.Path = step + refusal.Path
	}
	return d.err != nil
}

// fail keeps the first error and leaves nothing to be read.
func (d *Decoder) fail(err error) {
	if d.err == nil {
		d.err = err
	}
	d.off = len(d.buf)
}

// malformed reports what stands at the current offset.
func (d *Decoder) malformed(expected, got string) {
	d.fail(&MalformedError{d.off, expected, got})
}

// malformedCell reports the cell just read.
func (d *Decoder) malformedCell(expected string, got uint64) {
	d.fail(malformedNumber(d.off-CellSize, expected, got))
}

// None reads None, and also a tuple of no items.
func (d *Decoder) None() {
	if d.cell("none") != 0 {
		d.notNone()
	}
}

func (d *Decoder) notNone() {
	d.malformedCell("none, 0", binary.LittleEndian.Uint64(d.buf[d.off-CellSize:]))
}

// Bool reads a bool.
func (d *Decoder) Bool() bool { return d.flag("bool") }

// Int reads an int.
func (d *Decoder) Int() int { return int(d.cell("int")) }

// Float reads a float, bit for bit.
func (d *Decoder) Float() float64 { return math.Float64frombits(d.cell("float")) }

// Cells reads values of a cell each, ints and floats, as they lie in memory.
func (d *Decoder) Cells(into []uint64) {
	if len(d.buf)-d.off < CellSize*len(into) {
		d.malformed("an int or float", "the end of the frame")
		return
	}
	from := d.buf[d.off:]
	for i := range into { // there are few of them
		into[i] = binary.LittleEndian.Uint64(from)
		from = from[CellSize:]
	}
	d.off += CellSize * len(into)
}

// Complex reads a complex, bit for bit.
func (d *Decoder) Complex() complex128 {
	re, im := d.cell("complex"), d.cell("complex")
	return complex(math.Float64frombits(re), math.Float64frombits(im))
}

// Handle reads the handle of an object, which the reader now owns. It is 0 only
// after an error.
func (d *Decoder) Handle() uint64 {
	h := d.cell("object")
	if h == 0 {
		d.malformedCell("object, a handle", h)
	}
	return h
}

// Count reads how many items follow: no more than cells are left.
func (d *Decoder) Count() int { return d.count(1) }

// Pairs reads how many entries of a dict follow, two values each.
func (d *Decoder) Pairs() int { return d.count(2) }

func (d *Decoder) count(cells int) int {
	n := d.cell("count")
	if left := uint64(len(d.buf)-d.off) / CellSize; n > left/uint64(cells) {
		d.malformedCell("a count for which the frame has cells", n)
		return 0
	}
	return int(n)
}

// Present reads whether an optional value follows.
func (d *Decoder) Present() bool { return d.flag("optional") }

func (d *Decoder) flag(what string) bool {
	cell := d.cell(what)
	if cell > 1 {
		d.malformedCell(what+", 0 or 1", cell)
		return false
	}
	return cell == 1
}

// cell reads one cell. After an error, and at the end of the frame, it is 0.
func (d *Decoder) cell(what string) uint64 {
	if len(d.buf)-d.off < CellSize {
		d.malformed(what, "the end of the frame")
		return 0
	}
	cell := binary.LittleEndian.Uint64(d.buf[d.off:])
	d.off += CellSize
	return cell
}
