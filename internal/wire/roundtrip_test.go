package wire

import (
	"errors"
	"math"
	"math/big"
	"reflect"
	"strings"
	"testing"
)

// crossed encodes with write and decodes with read, as a call.
func crossed[T any](t *testing.T, write func(*Encoder), read func(*Decoder) T) T {
	t.Helper()
	var e Encoder
	var d Decoder
	e.Begin(FrameCall)
	write(&e)
	frame, err := e.Finish()
	if err != nil {
		t.Fatal(err)
	}
	if kind := d.Begin(frame, e.Segments); kind != FrameCall {
		t.Fatalf("a call became frame %d", kind)
	}
	v := read(&d)
	if err := d.End(); err != nil {
		t.Fatal(err)
	}
	e.Release()
	return v
}

func TestRuns_CrossInlineAndAsSegments(t *testing.T) {
	for _, n := range []int{0, 1, 7, 8, 9, 16, 17, 31, 32, 33, 255, 256, 257, 100_000} {
		ints, floats := make([]int, n), make([]float64, n)
		complexes, bools, raw := make([]complex128, n), make([]bool, n), make([]byte, n)
		for i := range n {
			ints[i], floats[i], complexes[i] = i-5, float64(i)/3, complex(float64(i), -1)
			bools[i], raw[i] = i%3 == 0, byte(i)
		}
		check := func(name string, got, want any) {
			t.Helper()
			if !reflect.DeepEqual(got, want) {
				t.Errorf("%s: %d items did not come back", name, n)
			}
		}
		check("ints", crossed(t, func(e *Encoder) { e.Ints(ints) }, (*Decoder).Ints), ints)
		check("floats", crossed(t, func(e *Encoder) { e.Floats(floats) }, (*Decoder).Floats), floats)
		check("complexes", crossed(t, func(e *Encoder) { e.Complexes(complexes) }, (*Decoder).Complexes), complexes)
		check("bools", crossed(t, func(e *Encoder) { e.Bools(bools) }, (*Decoder).Bools), bools)
		check("bytes", crossed(t, func(e *Encoder) { e.Bytes(raw) }, (*Decoder).Bytes), raw)
		check("string", crossed(t, func(e *Encoder) { e.String(string(raw)) }, (*Decoder).String), string(raw))
	}
}

func TestStrings_CrossWhateverTheirLengths(t *testing.T) {
	texts := []string{}
	for n := range 600 {
		texts = append(texts, strings.Repeat(string(rune('a'+n%26)), n), "")
	}
	got := crossed(t, func(e *Encoder) { e.Strings(texts) }, (*Decoder).Strings)
	if !reflect.DeepEqual(got, texts) {
		t.Error("did not come back")
	}
}

func TestBigInt_CrossesWhateverItsSize(t *testing.T) {
	huge := new(big.Int).Lsh(big.NewInt(1), 100_000)
	for _, v := range []*big.Int{
		new(big.Int), big.NewInt(1), big.NewInt(-1), big.NewInt(math.MinInt64),
		huge, new(big.Int).Neg(huge), new(big.Int).Sub(huge, big.NewInt(1)),
	} {
		got := crossed(t, func(e *Encoder) { e.BigInt(v) }, (*Decoder).BigInt)
		if got.Cmp(v) != 0 {
			t.Errorf("%d bits did not come back", v.BitLen())
		}
	}
}

func TestContainers_Cross(t *testing.T) {
	dict := map[string][]int{"a": {1, 2}, "": {}, "ü": nil}
	got := crossed(t,
		func(e *Encoder) { EncodeDict(e, dict, (*Encoder).String, (*Encoder).Ints) },
		func(d *Decoder) map[string][]int { return DecodeDict(d, (*Decoder).String, (*Decoder).Ints) })
	if want := map[string][]int{"a": {1, 2}, "": {}, "ü": {}}; !reflect.DeepEqual(got, want) {
		t.Errorf("got %v", got)
	}
	set := map[string]struct{}{"a": {}, "b": {}}
	gotSet := crossed(t,
		func(e *Encoder) { EncodeSet(e, set, (*Encoder).String) },
		func(d *Decoder) map[string]struct{} { return DecodeSet(d, (*Decoder).String) })
	if !reflect.DeepEqual(gotSet, set) {
		t.Errorf("got %v", gotSet)
	}
	seven := 7
	for _, v := range []*int{nil, &seven} {
		got := crossed(t,
			func(e *Encoder) { EncodeOptional(e, v, (*Encoder).Int) },
			func(d *Decoder) *int { return DecodeOptional(d, (*Decoder).Int) })
		if !reflect.DeepEqual(got, v) {
			t.Errorf("got %v", got)
		}
	}
}

func TestSizedInts_CrossAndAreRefusedWhereTheyDoNotFit(t *testing.T) {
	sized := []int8{-128, -1, 0, 127}
	got := crossed(t, func(e *Encoder) { EncodeInts(e, sized) }, DecodeInts[int8])
	if !reflect.DeepEqual(got, sized) {
		t.Errorf("got %v", got)
	}
	if got := crossed(t, func(e *Encoder) { e.Uint(math.MaxInt64) }, DecodeInt[uint64]); got != math.MaxInt64 {
		t.Errorf("got %v", got)
	}
	for _, c := range []struct {
		read func(*Decoder)
		v    int
		want string
	}{
		{func(d *Decoder) { DecodeInt[int8](d) }, 128, "expected int8, got 128"},
		{func(d *Decoder) { DecodeInt[uint64](d) }, -1, "expected uint64, got -1"},
		{func(d *Decoder) { DecodeInt[uint16](d) }, 65536, "expected uint16, got 65536"},
	} {
		var e Encoder
		var d Decoder
		e.Begin(FrameAnswer)
		e.Int(c.v)
		frame, _ := e.Finish()
		d.Begin(frame, nil)
		c.read(&d)
		if err := d.End(); err == nil || err.Error() != c.want {
			t.Errorf("got %v, want %s", err, c.want)
		}
	}
}

func TestExceptions_Cross(t *testing.T) {
	want := []Exception{
		{
			Module: "builtins", Name: "ValueError", Message: "no",
			Frames: []TraceFrame{{"a.py", 3, "f", "raise ValueError"}}, Notes: []string{"a note"},
			MRO:   []string{"builtins.ValueError", "builtins.Exception"},
			Cause: 1, Context: -1, Suppress: true, Members: []int{1}, Text: "Traceback …", Handle: 9,
		},
		{Module: "m", Name: "E", Frames: []TraceFrame{}, Notes: []string{}, MRO: []string{},
			Cause: -1, Context: 0, Members: []int{}, Handle: 10, Carried: 11},
	}
	got := crossed(t, func(e *Encoder) { e.Exceptions(want) }, (*Decoder).Exceptions)
	if !reflect.DeepEqual(got, want) {
		t.Errorf("got %+v", got)
	}
	refusal := &Refusal{Path: "result[3]", Expected: "float", Got: "str"}
	if got := crossed(t, func(e *Encoder) { e.Refusal(refusal) }, (*Decoder).Refusal); *got != *refusal {
		t.Errorf("got %+v", got)
	}
}

func TestCells_AreValuesAsTheyLieInMemory(t *testing.T) {
	var e Encoder
	e.Begin(FrameAnswer)
	e.Int(-3)
	e.Cells([]uint64{math.Float64bits(2.5), 7})
	frame, err := e.Finish()
	if err != nil {
		t.Fatal(err)
	}
	var d Decoder
	d.Begin(frame, nil)
	cells := make([]uint64, 2)
	d.Cells(cells)
	if f, n := int(cells[0]), math.Float64frombits(cells[1]); f != -3 || n != 2.5 || d.Int() != 7 || d.End() != nil {
		t.Errorf("got %d, %v, %v", f, n, d.Err())
	}
	d.Begin(frame, nil)
	d.Cells(make([]uint64, 4))
	if malformed := new(MalformedError); !errors.As(d.End(), &malformed) {
		t.Errorf("four of three cells: %v", d.Err())
	}
}
