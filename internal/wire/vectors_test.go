package wire

import (
	"bytes"
	"encoding/json"
	"reflect"
	"testing"

	"github.com/gophersnake/gophersnake/internal/memory"
)

func TestVectors_ValuesDecodeToTheirForm(t *testing.T) {
	for _, v := range loadVectors(t, "values.json") {
		t.Run(v.Name, func(t *testing.T) {
			var d Decoder
			var holder memory.Holder
			defer holder.Release()
			frame, segments := v.frame(t)
			if kind := d.Begin(frame, lay(&holder, segments)); kind != frameNames[v.Frame] {
				t.Errorf("frame is %d", kind)
			}
			form := decodeForm(&d, mustShape(t, v.Program))
			if err := d.End(); err != nil {
				t.Fatal(err)
			}
			if v.Value != nil {
				same(t, form, v.form(t))
			}
		})
	}
}

func TestVectors_ValuesEncodeToTheirBytes(t *testing.T) {
	for _, v := range loadVectors(t, "values.json") {
		if !v.Made {
			continue
		}
		t.Run(v.Name, func(t *testing.T) {
			var e Encoder
			defer e.Release()
			e.Begin(frameNames[v.Frame])
			encodeForm(t, &e, frameNames[v.Frame], mustShape(t, v.Program), v.form(t))
			isFrameOf(t, &e, &v)
		})
	}
}

func TestVectors_CallsCrossAndProgramsAreBuilt(t *testing.T) {
	for _, v := range loadVectors(t, "calls.json") {
		shapes := []shape{}
		program := NewProgram(len(v.Parameters))
		for _, p := range v.Parameters {
			kind := paramNamed(t, p.Kind)
			if p.Default {
				program = program.Param(kind|ParamDefaulted, p.Name)
			} else {
				program = program.Param(kind, p.Name)
			}
			program = append(program, unhex(t, p.Program)...)
			shapes = append(shapes, passed(mustShape(t, p.Program), kind, p.Default))
		}
		program = append(program, unhex(t, v.Result)...)
		if !bytes.Equal(program, unhex(t, v.Program)) {
			t.Errorf("%s: program %x", v.Name, []byte(program))
		}
		for _, call := range v.Calls {
			t.Run(v.Name+", "+call.Name, func(t *testing.T) {
				callCrosses(t, &call.vector, shapes, call.Arguments)
			})
		}
	}
}

func callCrosses(t *testing.T, v *vector, shapes []shape, arguments []any) {
	t.Helper()
	var e Encoder
	var d Decoder
	defer e.Release()
	e.Begin(FrameCall)
	for i, s := range shapes {
		encodeForm(t, &e, FrameCall, s, arguments[i])
	}
	isFrameOf(t, &e, v)
	d.Begin(e.Buf, e.Segments)
	forms := each(shapes, func(s shape) any { return decodeForm(&d, s) })
	if err := d.End(); err != nil {
		t.Error(err)
	}
	same(t, forms, arguments)
}

// passed returns how a call writes an argument.
func passed(s shape, kind Param, hasDefault bool) shape {
	switch {
	case kind == ParamVarPositional:
		return shape{kind: KindTupleOf, items: []shape{s}}
	case kind == ParamVarKeyword:
		return shape{kind: KindDict, items: []shape{{kind: KindStr}, s}}
	case hasDefault:
		return shape{kind: KindOptional, items: []shape{s}}
	default:
		return s
	}
}

func isFrameOf(t *testing.T, e *Encoder, v *vector) {
	t.Helper()
	got, err := e.Finish()
	if err != nil {
		t.Fatal(err)
	}
	frame, segments := v.frame(t)
	if !bytes.Equal(got, frame) {
		t.Errorf("frame\ngot  %x\nwant %x", got, frame)
	}
	if got := contents(e.Segments); len(got)+len(segments) > 0 && !reflect.DeepEqual(filled(got), filled(segments)) {
		t.Errorf("segments\ngot  %x\nwant %x", got, segments)
	}
}

// filled makes nil and empty segments the same.
func filled(segments [][]byte) [][]byte {
	return each(segments, func(s []byte) []byte { return append([]byte{}, s...) })
}

// same compares forms by their JSON.
func same(t *testing.T, got, want any) {
	t.Helper()
	if a, b := toJSON(t, got), toJSON(t, want); !bytes.Equal(a, b) {
		t.Errorf("got  %s\nwant %s", a, b)
	}
}

func toJSON(t *testing.T, form any) []byte {
	t.Helper()
	content, err := json.Marshal(form)
	if err != nil {
		t.Fatal(err)
	}
	return content
}
