package wire

import (
	"math"
	"runtime"
	"strings"
	"testing"

	"github.com/gophersnake/gophersnake/internal/memory"
)

func TestEncoder_FirstErrorStaysWithItsPath(t *testing.T) {
	data := map[string][]uint64{"k": {0, 1, 2, math.MaxUint64, math.MaxUint64}}
	var e Encoder
	e.Begin(FrameCall)
	if e.String("fine"); e.FailedAt("argument before") {
		t.Error("failed before anything was wrong")
	}
	EncodeDict(&e, data, (*Encoder).String, EncodeInts[uint64])
	if !e.FailedAt("argument data") {
		t.Fatal("an int too large was taken")
	}
	e.Handle(0)
	frame, err := e.Finish()
	want := `argument data["k"][3]: expected int of 64 bits, got 18446744073709551615`
	if frame != nil || err == nil || err.Error() != want {
		t.Errorf("got %v, want %s", err, want)
	}
	e.Begin(FrameCall)
	if _, err := e.Finish(); err != nil {
		t.Errorf("the next frame still has %v", err)
	}
}

func TestEncoder_RefusesWhatCannotCross(t *testing.T) {
	array := func(a Array) func(*Encoder) {
		return func(e *Encoder) { e.Array(&a) }
	}
	for want, write := range map[string]func(*Encoder){
		"expected an object, got a nil or closed one": func(e *Encoder) { e.Handle(0) },
		"expected int, got a nil *big.Int":            func(e *Encoder) { e.BigInt(nil) },
		"[1]: expected int, got a nil *big.Int": func(e *Encoder) {
			EncodeSet(e, map[int]struct{}{1: {}}, func(e *Encoder, _ int) { e.BigInt(nil) })
		},
		"expected array, got one with no owner": array(Array{DType: DTypeInt8}),
		"expected array, got one with dtype 0":  array(Array{Owner: 1}),
		"expected array, got one with 1 dimensions and 0 strides": array(
			Array{DType: DTypeInt8, Owner: 1, Shape: []int{1}}),
		"expected array, got one with elements in bytes 0 to 8 of 7": array(
			Array{DType: DTypeInt32, Owner: 1, Shape: []int{2}, Strides: []int{4}, Data: make([]byte, 7)}),
	} {
		var e Encoder
		e.Begin(FrameCall)
		write(&e)
		if err := e.Err(); err == nil || err.Error() != want {
			t.Errorf("got %v, want %s", err, want)
		}
	}
}

// Only the Encoder refers to the memory of its segments between the encoding and
// the end of the call.
func TestEncoder_HoldsSegmentsUntilRelease(t *testing.T) {
	var e Encoder
	e.Begin(FrameCall)
	func() {
		floats := make([]float64, 1000)
		floats[999] = 1.5
		e.Floats(floats)
		e.String(strings.Repeat("x", 5000))
		e.Lent(1, []byte("lent"))
	}()
	for range 3 {
		runtime.GC()
		_ = make([]float64, 1000)
		_ = strings.Repeat("y", 5000)
	}
	s := contents(e.Segments)
	if got := memory.View[float64](e.Segments[0].Address, 1000)[999]; got != 1.5 {
		t.Errorf("the floats became %v", got)
	}
	if string(s[1]) != strings.Repeat("x", 5000) || string(s[2]) != "lent" {
		t.Error("the string or the lent bytes were freed")
	}
	if e.held.Len() != 3 {
		t.Errorf("%d held", e.held.Len())
	}
	if e.Release(); e.held.Len() != 0 || len(e.Segments) != 0 {
		t.Error("held after Release")
	}
}

func TestEncoder_DropsStorageOfAHugeFrame(t *testing.T) {
	var e Encoder
	e.Begin(FrameCall)
	for range keptCapacity / inlineLimit {
		e.String(strings.Repeat("x", inlineLimit))
	}
	if e.Release(); cap(e.Buf) > keptCapacity {
		t.Errorf("%d bytes kept", cap(e.Buf))
	}
}

func TestEncoder_DoesNotAllocateOnceGrown(t *testing.T) {
	floats, text, array := make([]float64, 1000), strings.Repeat("x", 1000), Array{
		DType: DTypeUint8, Owner: 1, Shape: []int{2, 2}, Strides: []int{2, 1}, Data: make([]byte, 4),
	}
	var e Encoder
	if n := testing.AllocsPerRun(100, func() {
		e.Begin(FrameCall)
		e.Bool(true)
		e.Int(1)
		e.Float(2)
		e.Complex(3i)
		e.String("short")
		e.String(text)
		e.Floats(floats[:3])
		e.Floats(floats)
		e.Lent(1, array.Data)
		e.Array(&array)
		EncodeInts(&e, array.Data)
		_, _ = e.Finish()
		e.Release()
	}); n != 0 {
		t.Errorf("%v allocations", n)
	}
}

func TestDecoder_DoesNotAllocateForScalars(t *testing.T) {
	var e Encoder
	var d Decoder
	e.Begin(FrameAnswer)
	e.Bool(true)
	e.Int(1)
	e.Float(2)
	e.Complex(3i)
	e.Handle(4)
	e.Present(false)
	e.None()
	frame, _ := e.Finish()
	if n := testing.AllocsPerRun(100, func() {
		d.Begin(frame, nil)
		d.Bool()
		d.Int()
		d.Float()
		d.Complex()
		d.Handle()
		d.Present()
		d.None()
		if d.End() != nil {
			t.Error(d.Err())
		}
	}); n != 0 {
		t.Errorf("%v allocations", n)
	}
}

func TestDecoder_AllocatesNoMoreThanTheFrameJustifies(t *testing.T) {
	// A frame of a thousand cells in which each claims to be a count, a length
	// or a type with as much as it may still say.
	for name, read := range map[string]func(*Decoder){
		"list":       func(d *Decoder) { DecodeList(d, (*Decoder).Ints) },
		"dict":       func(d *Decoder) { DecodeDict(d, (*Decoder).String, (*Decoder).Any) },
		"exceptions": func(d *Decoder) { d.Exceptions() },
		"any":        func(d *Decoder) { d.Any() },
		"floats":     func(d *Decoder) { d.Floats() },
	} {
		for _, claim := range []uint64{400, 1 << 20, 1 << 40, 1<<62 - 1, 1 << 63, math.MaxUint64} {
			var e Encoder
			var d Decoder
			e.Begin(FrameAnswer)
			if name == "any" {
				e.Kind(KindList)
			}
			for range 1000 {
				e.cell(claim)
			}
			frame, _ := e.Finish()
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			d.Begin(frame, nil)
			read(&d)
			runtime.ReadMemStats(&after)
			if n := after.TotalAlloc - before.TotalAlloc; n > 64*uint64(len(frame)) {
				t.Errorf("%s of %d: %d bytes for a frame of %d", name, claim, n, len(frame))
			}
		}
	}
}
