package wire

import (
	"errors"
	"fmt"
	"math"
	"math/big"
	"reflect"
	"strings"
	"testing"

	"github.com/gophersnake/gophersnake/internal/memory"
)

type (
	celsius float32
	name    string
	raw     []byte
)

func TestAny_GoValuesComeBackAsPythonHoldsThem(t *testing.T) {
	seven := 7
	huge := new(big.Int).SetUint64(math.MaxUint64)
	for _, c := range []struct{ in, out any }{
		{nil, nil},
		{true, true},
		{-3, -3},
		{int8(-8), -8},
		{uint32(1 << 31), 1 << 31},
		{uint64(math.MaxInt64), math.MaxInt64},
		{uint64(math.MaxUint64), huge},
		{huge, huge},
		{(*big.Int)(nil), nil},
		{float32(0.5), 0.5},
		{celsius(1.5), 1.5},
		{math.Inf(-1), math.Inf(-1)},
		{complex64(1 + 2i), 1 + 2i},
		{"text", "text"},
		{name("n"), "n"},
		{[]byte{0, 1}, []byte{0, 1}},
		{raw{2}, []byte{2}},
		{[]byte(nil), []byte{}},
		{[]any{nil, 1, []any{"x"}}, []any{nil, 1, []any{"x"}}},
		{[]string{"a", ""}, []any{"a", ""}},
		{[]int{1, 2}, []any{1, 2}},
		{[]float64{1}, []any{1.0}},
		{[]int16{-1}, []any{-1}},
		{[2]bool{true}, []any{true, false}},
		{[]string(nil), []any{}},
		{map[string]any{"k": []int{1}}, map[any]any{"k": []any{1}}},
		{map[string]string{"k": "v"}, map[any]any{"k": "v"}},
		{map[any]any{1: 2, nil: true}, map[any]any{1: 2, nil: true}},
		{map[int]name{1: "one"}, map[any]any{1: "one"}},
		{map[string]struct{}{"only": {}}, []any{"only"}},
		{map[string]int(nil), map[any]any{}},
		{&seven, 7},
		{(*int)(nil), nil},
		{[]*int{&seven, nil}, []any{7, nil}},
		{foreignObject(3), foreignObject(3)},
	} {
		got := crossed(t, func(e *Encoder) { e.Any(c.in) }, func(d *Decoder) any {
			d.Foreign = foreign{}
			return d.Any()
		})
		if !reflect.DeepEqual(got, c.out) {
			t.Errorf("%T %v came back as %T %v, not %v", c.in, c.in, got, got, c.out)
		}
	}
}

func TestVectors_AnyReadsAllOfThemAndWritesThemBack(t *testing.T) {
	for _, v := range loadVectors(t, "values.json") {
		if mustShape(t, v.Program).kind != KindAny || strings.Contains(v.Name, "callable") {
			continue // Go only writes the callables of any
		}
		var holder memory.Holder
		var e Encoder
		d := Decoder{Foreign: foreign{}}
		frame, segments := v.frame(t)
		kind := d.Begin(frame, lay(&holder, segments))
		value := d.Any()
		if err := d.End(); err != nil {
			t.Errorf("%s: %v", v.Name, err)
			continue
		}
		e.Begin(kind)
		e.Any(value)
		again, err := e.Finish()
		if err != nil {
			t.Errorf("%s: %v", v.Name, err)
			continue
		}
		d.Begin(again, e.Segments)
		if got := d.Any(); d.End() != nil || fmt.Sprint(got) != fmt.Sprint(value) {
			t.Errorf("%s: %v came back as %v", v.Name, value, got)
		}
		e.Release()
		holder.Release()
	}
}

func TestAny_RefusesGoValuesWithTheirPath(t *testing.T) {
	circle := []any{nil}
	circle[0] = circle
	type odd struct{}
	type loop *loop
	var pointer loop
	pointer = &pointer
	for _, c := range []struct {
		in   any
		want string
	}{
		{struct{ A int }{}, "argument data: expected a value that Python has a type for, got struct { A int }"},
		{
			map[string]any{"k": []any{1, 2, 3, func() {}}},
			`argument data["k"][3]: expected a value that Python has a type for, got func()`,
		},
		{map[int][]chan int{4: {nil}}, "argument data[4][0]: expected a value that Python has a type for, got chan int"},
		{map[any]any{&odd{}: 1}, "argument data[&{}]: expected a value that Python has a type for, got wire.odd"},
		{[]any{failing{}}, "argument data[0]: out of ink"},
		{foreignObject(0), "argument data: expected an object, got a nil or closed one"},
		{pointer, "argument data: expected at most 2000 values inside each other, got more"},
	} {
		var e Encoder
		e.Begin(FrameCall)
		e.Any(c.in)
		e.FailedAt("argument data")
		if _, err := e.Finish(); err == nil || err.Error() != c.want {
			t.Errorf("got %v, want %s", err, c.want)
		}
	}
	var e Encoder
	e.Begin(FrameCall)
	e.Any(circle)
	if refusal := new(Refusal); !errors.As(e.Err(), &refusal) || refusal.Got != "more" {
		t.Errorf("a circle: %v", e.Err())
	}
	if e.Begin(FrameCall); e.Err() != nil {
		t.Error("Begin kept the error")
	}
}

var errInk = errors.New("out of ink")

type failing struct{}

func (failing) EncodeAny(*Encoder) error { return errInk }

func TestAny_KeepsTheErrorOfAnAnyEncoder(t *testing.T) {
	var e Encoder
	e.Begin(FrameCall)
	e.Any(failing{})
	if _, err := e.Finish(); !errors.Is(err, errInk) {
		t.Errorf("got %v", err)
	}
}

func TestAny_RefusesWhatGoHasNoValueFor(t *testing.T) {
	dictWith := func(key func(*Encoder)) func(*Encoder) {
		return func(e *Encoder) {
			e.Kind(KindDict)
			e.Count(1)
			key(e)
			e.Any(nil)
		}
	}
	object := func(e *Encoder) { e.Any(foreignObject(5)) }
	for want, write := range map[string]func(*Encoder){
		"expected dict with keys that Go can compare, got a key of []interface {}": dictWith(func(e *Encoder) { e.Any([]int{1}) }),
		"expected dict with keys that Go can compare, got a key of []uint8":        dictWith(func(e *Encoder) { e.Any([]byte{1}) }),
		"expected dict with keys that Go can compare, got a key of *big.Int":       dictWith(func(e *Encoder) { e.Any(big.NewInt(1)) }),
		"expected a value that has a Go type, got object":                          object,
		"[1]: expected a value that has a Go type, got object": func(e *Encoder) {
			e.Any([]any{1, foreignObject(5)})
		},
	} {
		var e Encoder
		var d Decoder
		e.Begin(FrameAnswer)
		write(&e)
		frame, err := e.Finish()
		if err != nil {
			t.Fatal(err)
		}
		d.Begin(frame, e.Segments)
		d.Any()
		if err := d.End(); err == nil || err.Error() != want {
			t.Errorf("got %v, want %s", err, want)
		}
	}
}

func TestAny_DepthOfSiblingsDoesNotAddUp(t *testing.T) {
	wide := make([]any, 3*LimitDepth)
	for i := range wide {
		wide[i] = []any{map[string]any{"k": []int{i}}}
	}
	got := crossed(t, func(e *Encoder) { e.Any(wide) }, (*Decoder).Any)
	if len(got.([]any)) != len(wide) {
		t.Errorf("%d items came back", len(got.([]any)))
	}
}
