package wire

import (
	"encoding/binary"
	"math"
	"slices"
	"strconv"

	"github.com/gophersnake/gophersnake/internal/memory"
)

// keptCapacity is how large a frame an Encoder keeps for the next call.
const keptCapacity = 1 << 20

// frameAtFirst is how large a frame an Encoder begins with.
const frameAtFirst = 128

// Encoder builds a frame. The zero value is ready for Begin; after Release it
// can be used again and then does not allocate, once it has grown to its
// frames' size.
//
// Values that are not copied into the frame are borrowed from Begin to Release:
// they are kept alive, and must not be changed.
type Encoder struct {
	// Buf is the frame as far as it has been built.
	Buf []byte
	// Segments lie beside the frame, in the order in which its values use them.
	Segments []Segment
	// Lends are the numbers of the memory lent in this frame.
	Lends []uint64

	// Convert says how a value of `any` is written whose Go type this package does not
	// know. It may be nil.
	Convert func(v any) (AnyEncoder, error)

	held  memory.Holder
	kept  any // what is kept first, mostly the only thing
	also  []any
	err   *Refusal
	depth int
}

// Begin starts a new frame and forgets everything about the last one.
func (e *Encoder) Begin(kind Frame) {
	if len(e.Buf) != 0 || cap(e.Buf) < headerSize {
		e.Release()
		e.Buf = slices.Grow(e.Buf, frameAtFirst)
	}
	e.Buf = e.Buf[:headerSize]
	putCell(e.Buf, header|uint64(kind)<<24)
}

// Release lets go of the memory that was held for the frame and drops the
// frame. Call it when the other side is done with the frame: until then the
// Encoder is what keeps its segments alive.
func (e *Encoder) Release() {
	e.Buf, e.depth = e.Buf[:0], 0
	if e.kept != nil {
		e.kept = nil
	}
	if len(e.Segments)|len(e.Lends)|len(e.also)|e.held.Len() != 0 || e.err != nil || cap(e.Buf) > keptCapacity {
		e.releaseAll()
	}
}

// releaseAll is the part of Release that most frames need nothing of.
func (e *Encoder) releaseAll() {
	e.held.Release()
	e.Segments, e.Lends = e.Segments[:0], e.Lends[:0]
	clear(e.also)
	e.also = e.also[:0]
	if cap(e.Buf) > keptCapacity {
		e.Buf = nil
	}
	e.err = nil
}

// Borrows reports whether the frame needs memory or values that are held for it.
func (e *Encoder) Borrows() bool { return len(e.Segments)|e.held.Len() != 0 || e.kept != nil }

// Keep holds v until Release: something whose handle is in the frame, and must
// not be closed by a cleanup before the other side has read it.
func (e *Encoder) Keep(v any) {
	if e.kept == nil {
		e.kept = v
		return
	}
	e.also = append(e.also, v)
}

// Finish returns the whole frame, borrowed until Release, or the first error.
func (e *Encoder) Finish() ([]byte, error) {
	frame, ok := e.Frame()
	if !ok {
		return nil, e.err
	}
	return frame, nil
}

// Frame returns the whole frame as [Encoder.Finish] does, and whether there is no error.
func (e *Encoder) Frame() (frame []byte, ok bool) {
	if e.err != nil {
		return nil, false
	}
	putLengths(e.Buf, len(e.Segments))
	return e.Buf, true
}

// Err returns the first error, a [*Refusal], or nil.
func (e *Encoder) Err() error {
	if e.err != nil {
		return e.err
	}
	return nil
}

// Failed reports whether there is an error.
func (e *Encoder) Failed() bool { return e.err != nil }

// Fail makes err the Encoder's error, unless it has one. A [*Refusal] is taken
// over with its path.
func (e *Encoder) Fail(err error) {
	if e.err != nil {
		return
	}
	if refusal, ok := err.(*Refusal); ok {
		e.err = refusal
		return
	}
	e.err = &Refusal{Cause: err}
}

func (e *Encoder) refuse(expected, got string) {
	e.Fail(&Refusal{Expected: expected, Got: got})
}

// FailedAt reports whether there is an error, and if so puts step before its
// path: whoever encodes a part of a value calls it after that part and returns
// at once if it is true. A path so costs nothing while nothing is wrong.
func (e *Encoder) FailedAt(step string) bool {
	if e.err == nil {
		return false
	}
	e.err.Path = step + e.err.Path
	return true
}

// None appends None, and also a tuple of no items.
func (e *Encoder) None() { e.cell(0) }

// Bool appends a bool.
func (e *Encoder) Bool(v bool) { e.Present(v) }

// Int appends an int.
func (e *Encoder) Int(v int) { e.cell(uint64(v)) }

// Uint appends an int. One larger than an int64 is refused: a type that can
// have such values crosses as a [Encoder.BigInt].
func (e *Encoder) Uint(v uint64) {
	if v > math.MaxInt64 {
		e.refuse("int of 64 bits", strconv.FormatUint(v, 10))
	}
	e.cell(v)
}

// Float appends a float, bit for bit.
func (e *Encoder) Float(v float64) { e.cell(math.Float64bits(v)) }

// Cells appends values of a cell each, ints and floats, as they lie in memory.
func (e *Encoder) Cells(cells []uint64) {
	e.Buf = append(e.Buf, memory.AsBytes(cells)...)
}

// Complex appends a complex, bit for bit.
func (e *Encoder) Complex(v complex128) {
	e.cell(math.Float64bits(real(v)))
	e.cell(math.Float64bits(imag(v)))
}

// Handle appends an object by its handle. Handle 0, which is no object, is
// refused.
func (e *Encoder) Handle(h uint64) {
	if h == 0 {
		e.refuse("an object", "a nil or closed one")
	}
	e.cell(h)
}

// Count appends how many items follow, for a list, set or dict of anything that
// is not packed. A dict's entries are counted, and a key and a value follow for
// each.
func (e *Encoder) Count(n int) { e.cell(uint64(n)) }

// Present appends whether an optional value follows. It returns what it was
// given.
func (e *Encoder) Present(present bool) bool {
	var cell uint64
	if present {
		cell = 1
	}
	e.cell(cell)
	return present
}

func (e *Encoder) cell(v uint64) {
	e.Buf = binary.LittleEndian.AppendUint64(e.Buf, v)
}
