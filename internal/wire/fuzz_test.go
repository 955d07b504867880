package wire

import (
	"bytes"
	"fmt"
	"testing"

	"github.com/gophersnake/gophersnake/internal/memory"
)

// Every target puts a header before the fuzzer's bytes, so that it does not
// have to find one; the header has a target of its own. What was read must come
// out again the same when it is written and read once more.

// framed returns a decoder at the start of values, and lets go of the segments
// when the test is over.
func framed(t *testing.T, kind Frame, values []byte, segments ...[]byte) *Decoder {
	t.Helper()
	var e Encoder
	var holder memory.Holder
	t.Cleanup(holder.Release)
	e.Begin(kind)
	e.Buf = append(e.Buf, values[:len(values)&^(CellSize-1)]...)
	e.Segments = lay(&holder, segments)
	frame, _ := e.Finish()
	d := &Decoder{Foreign: foreign{}}
	if got := d.Begin(frame, e.Segments); got != kind {
		t.Fatalf("frame %d became %d: %v", kind, got, d.Err())
	}
	return d
}

// seed adds the vectors that use accepts, with their values and up to two
// segments.
func seed(f *testing.F, use func(v *vector, s shape) bool, add func(v *vector, values []byte, segments [][]byte)) {
	f.Helper()
	for _, file := range []string{"values.json", "malformed.json"} {
		for _, v := range loadVectors(f, file) {
			frame, segments := v.frame(f)
			program := make([]byte, len(v.Program)/2)
			if _, err := fmt.Sscanf(v.Program, "%x", &program); err != nil {
				f.Fatal(err)
			}
			s, _, _ := parseShape(program, 0)
			if len(frame) < headerSize || len(segments) > 2 || !use(&v, s) {
				continue
			}
			for len(segments) < 2 {
				segments = append(segments, nil)
			}
			add(&v, frame[headerSize:], segments)
		}
	}
}

// used returns as many of the two segments as n says.
func used(n uint8, a, b []byte) [][]byte { return [][]byte{a, b}[:n%3] }

func FuzzHeader(f *testing.F) {
	for _, v := range loadVectors(f, "malformed.json") {
		frame, segments := v.frame(f)
		f.Add(frame, uint8(len(segments)))
	}
	f.Fuzz(func(t *testing.T, frame []byte, segments uint8) {
		var d Decoder
		kind := d.Begin(frame, make([]Segment, segments))
		if (kind == 0) != (d.Err() != nil) {
			t.Fatalf("frame %d with error %v", kind, d.Err())
		}
		if kind != 0 && d.Int() != 0 && len(frame) < headerSize+CellSize {
			t.Error("read an int that is not there")
		}
	})
}

func FuzzValue(f *testing.F) {
	all := func(*vector, shape) bool { return true }
	seed(f, all, func(v *vector, values []byte, segments [][]byte) {
		var program []byte
		_, _ = fmt.Sscanf(v.Program, "%x", &program)
		f.Add(program, v.Frame == "call", values, uint8(len(v.Segments)), segments[0], segments[1])
	})
	f.Fuzz(func(t *testing.T, program []byte, call bool, values []byte, n uint8, a, b []byte) {
		s, rest, ok := parseShape(program, 0)
		if !ok || len(rest) > 0 {
			t.Skip("not a type")
		}
		kind := FrameAnswer
		if call {
			kind = FrameCall
		}
		form, ok := readForm(t, framed(t, kind, values, used(n, a, b)...), s)
		if !ok {
			return
		}
		var e Encoder
		e.Begin(kind)
		v := vector{Value: toJSON(t, form)}
		if bytes.Contains(v.Value, []byte(`\ufffd`)) {
			t.Skip("not UTF-8, which JSON cannot hold")
		}
		encodeForm(t, &e, kind, s, v.form(t))
		if _, err := e.Finish(); err != nil {
			t.Fatalf("not written again: %v", err)
		}
		again, ok := readForm(t, framed(t, kind, e.Buf[headerSize:], contents(e.Segments)...), s)
		if !ok {
			t.Fatal("not read again")
		}
		same(t, again, form)
		e.Release()
	})
}

func readForm(t *testing.T, d *Decoder, s shape) (form any, ok bool) {
	t.Helper()
	form = decodeForm(d, s)
	return form, d.End() == nil
}

func FuzzAny(f *testing.F) {
	isAny := func(_ *vector, s shape) bool { return s.kind == KindAny }
	seed(f, isAny, func(v *vector, values []byte, segments [][]byte) {
		f.Add(v.Frame == "call", values, uint8(len(v.Segments)), segments[0], segments[1])
	})
	f.Fuzz(func(t *testing.T, call bool, values []byte, n uint8, a, b []byte) {
		kind := FrameAnswer
		if call {
			kind = FrameCall
		}
		d := framed(t, kind, values, used(n, a, b)...)
		value := d.Any()
		if d.End() != nil {
			return
		}
		var e Encoder
		e.Begin(kind)
		e.Any(value)
		if _, err := e.Finish(); err != nil {
			t.Fatalf("%v not written again: %v", value, err)
		}
		d = framed(t, kind, e.Buf[headerSize:], contents(e.Segments)...)
		again := d.Any()
		if err := d.End(); err != nil || fmt.Sprint(again) != fmt.Sprint(value) {
			t.Fatalf("%v came back as %v, %v", value, again, err)
		}
		e.Release()
	})
}

func FuzzArray(f *testing.F) {
	isArray := func(_ *vector, s shape) bool { return s.kind == KindArray }
	seed(f, isArray, func(v *vector, values []byte, segments [][]byte) {
		f.Add(v.Frame == "call", values, segments[0])
	})
	f.Fuzz(func(t *testing.T, call bool, values []byte, memory []byte) {
		kind := FrameAnswer
		if call {
			kind = FrameCall
		}
		d := framed(t, kind, values, memory)
		array := d.Array(nil)
		if d.Err() != nil || call && array.OwnerIsHandle {
			return
		}
		everyElement(t, &array, func(offset int) {
			if offset < 0 || offset+array.ItemSize() > len(array.Data) {
				t.Fatalf("element at %d of %d bytes: %+v", offset, len(array.Data), array)
			}
		})
	})
}

// everyElement visits elements by their offset: of each dimension the first,
// the second and the last, as far as there are few enough of them.
func everyElement(t *testing.T, a *Array, visit func(offset int)) {
	t.Helper()
	offsets := []int{a.Offset}
	for i, n := range a.Shape {
		var next []int
		for _, place := range []int{0, 1, n - 1} {
			if place < 0 || place >= n {
				continue
			}
			for _, offset := range offsets {
				next = append(next, offset+place*a.Strides[i])
			}
		}
		if offsets = next; len(offsets) > 10_000 {
			t.Skip("too many dimensions")
		}
	}
	for _, offset := range offsets {
		visit(offset)
	}
}

func FuzzExceptions(f *testing.F) {
	isException := func(v *vector, _ shape) bool { return v.Frame == "exception" }
	seed(f, isException, func(_ *vector, values []byte, _ [][]byte) { f.Add(values) })
	f.Fuzz(func(t *testing.T, values []byte) {
		d := framed(t, FrameException, values)
		exceptions := d.Exceptions()
		if d.End() != nil {
			return
		}
		var e Encoder
		e.Begin(FrameException)
		e.Exceptions(exceptions)
		d = framed(t, FrameException, e.Buf[headerSize:], contents(e.Segments)...)
		same(t, d.Exceptions(), exceptions)
		e.Release()
	})
}

func FuzzRefusal(f *testing.F) {
	isRefusal := func(v *vector, _ shape) bool { return v.Frame == "refusal" }
	seed(f, isRefusal, func(_ *vector, values []byte, _ [][]byte) { f.Add(values) })
	f.Fuzz(func(t *testing.T, values []byte) {
		d := framed(t, FrameRefusal, values)
		refusal := d.Refusal()
		if d.End() != nil {
			return
		}
		if got := crossed(t, func(e *Encoder) { e.Refusal(refusal) }, (*Decoder).Refusal); *got != *refusal {
			t.Errorf("%+v came back as %+v", refusal, got)
		}
	})
}
