package wire

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/gophersnake/gophersnake/internal/memory"
)

// A frame comes from another language by way of raw memory: one wrong length in
// it and a decoder that believes it reads what is not its own, or asks for all
// the memory there is. So whatever cannot be right is refused, each for its own
// reason, which the golden holds: a frame that is refused for another reason
// than it was made for tests nothing.

var update = flag.Bool("update", false, "write the golden files anew")

func TestVectors_MalformedFramesAreRefusedForTheirReason(t *testing.T) {
	var got strings.Builder
	for _, v := range loadVectors(t, "malformed.json") {
		if v.UTF8 {
			continue
		}
		s := mustShape(t, v.Program)
		err := refusedBy(t, &v, func(d *Decoder) { decodeForm(d, s) })
		fmt.Fprintf(&got, "%s\n\t%v\n", v.Name, err)
	}
	golden := filepath.Join("testdata", "malformed.txt")
	if *update {
		if err := os.WriteFile(golden, []byte(got.String()), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	if got.String() != string(want) {
		t.Errorf("run with -update and look at the changes of %s; got\n%s", golden, got.String())
	}
}

func TestVectors_AnyExceptionsAndRefusalsRefuseMalformedFrames(t *testing.T) {
	for _, v := range loadVectors(t, "malformed.json") {
		var read func(*Decoder)
		switch s := mustShape(t, v.Program); {
		case s.kind == KindAny:
			read = func(d *Decoder) { d.Any() }
		case v.Frame == "exception":
			read = func(d *Decoder) { d.Exceptions() }
		case v.Frame == "refusal":
			read = func(d *Decoder) { d.Refusal() }
		default:
			continue
		}
		_ = refusedBy(t, &v, read)
	}
}

// refusedBy returns the error of reading a vector's frame. A frame of another
// kind than the vector's is refused by whoever asked for it.
func refusedBy(t *testing.T, v *vector, read func(*Decoder)) error {
	t.Helper()
	var holder memory.Holder
	defer holder.Release()
	frame, segments := v.frame(t)
	d := Decoder{Foreign: foreign{}}
	kind := d.Begin(frame, lay(&holder, segments))
	if d.Err() == nil && kind != frameNames[v.Frame] {
		return fmt.Errorf("frame of kind %d", kind)
	}
	read(&d)
	err := d.End()
	if malformed := new(MalformedError); !errors.As(err, &malformed) {
		t.Errorf("%s: not a malformed frame but %v", v.Name, err)
	}
	return err
}

func TestExceptions_RefusesPlacesThatAreNone(t *testing.T) {
	good := Exception{Cause: -1, Context: -1, Handle: 1}
	for name, spoil := range map[string]func(*Exception){
		"cause below none":       func(x *Exception) { x.Cause = -2 },
		"cause behind the last":  func(x *Exception) { x.Cause = 2 },
		"context behind":         func(x *Exception) { x.Context = 1 << 40 },
		"member that is none":    func(x *Exception) { x.Members = []int{0, -1} },
		"member behind the last": func(x *Exception) { x.Members = []int{2} },
	} {
		bad := good
		spoil(&bad)
		var e Encoder
		var d Decoder
		e.Begin(FrameException)
		e.Exceptions([]Exception{good, bad})
		frame, _ := e.Finish()
		d.Begin(frame, nil)
		if got := d.Exceptions(); got != nil || d.End() == nil {
			t.Errorf("%s: got %v", name, got)
		}
	}
	var e Encoder
	var d Decoder
	e.Begin(FrameException)
	e.Exceptions(nil)
	frame, _ := e.Finish()
	d.Begin(frame, nil)
	if d.Exceptions(); d.End() == nil {
		t.Error("an exception frame without an exception was read")
	}
}

func TestDecoder_ReadsNothingMoreAfterAnError(t *testing.T) {
	var e Encoder
	var d Decoder
	e.Begin(FrameAnswer)
	e.Int(2)
	e.Int(7)
	frame, _ := e.Finish()
	d.Begin(frame, nil)
	d.Bool()
	first := d.Err()
	if got := d.Int(); got != 0 {
		t.Errorf("read %d after an error", got)
	}
	if got := d.String(); got != "" {
		t.Errorf("read %q after an error", got)
	}
	d.Fail(errors.New("a later error"))
	if err := d.End(); err == nil || err != first {
		t.Errorf("got %v, want %v", err, first)
	}
}

func TestDecoder_RefusesSegmentOfNoMemory(t *testing.T) {
	for _, s := range []Segment{{0, 3}, {1 << 20, 1 << 63}} {
		var e Encoder
		var d Decoder
		e.Begin(FrameAnswer)
		e.cell(3 | inSegment)
		e.Segments = append(e.Segments, s)
		frame, _ := e.Finish()
		d.Begin(frame, e.Segments)
		if got := d.String(); got != "" || d.End() == nil {
			t.Errorf("read %q from %v", got, s)
		}
	}
}

// foreign stands for package python.
type foreign struct{}

type (
	foreignObject uint64
	foreignArray  struct{ Array }
	foreignHeld   struct{ handle, number uint64 }
)

func (foreign) Object(handle uint64) (any, error) { return foreignObject(handle), nil }
func (foreign) Held(handle, number uint64) (any, error) {
	return foreignHeld{handle, number}, nil
}
func (foreign) Array(a Array) (any, error) { return foreignArray{a}, nil }

func (o foreignObject) EncodeAny(e *Encoder) error {
	e.Kind(KindObject)
	e.Handle(uint64(o))
	return nil
}

func (h foreignHeld) EncodeAny(e *Encoder) error {
	e.Kind(KindHeld)
	if h.handle == 0 {
		e.Number(h.number)
	} else {
		e.Held(h.handle, h.number)
	}
	return nil
}

func (a foreignArray) EncodeAny(e *Encoder) error {
	e.Kind(KindArray)
	if a.Data == nil && a.OwnerIsHandle {
		e.ArrayOfPython(a.DType, a.Detail, len(a.Shape), a.Owner)
		return nil
	}
	e.Array(&a.Array)
	return nil
}
