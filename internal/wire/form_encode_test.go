package wire

import (
	"math/big"
	"testing"
)

// encodeForm appends a value as contract/vectors writes it.
func encodeForm(t *testing.T, e *Encoder, kind Frame, s shape, form any) {
	t.Helper()
	encode := func(s shape, form any) { encodeForm(t, e, kind, s, form) }
	switch s.kind {
	case KindNone:
		e.None()
	case KindBool:
		e.Bool(form.(bool))
	case KindInt:
		e.Int(number[int](t, form))
	case KindFloat:
		e.Float(fromBits(t, form))
	case KindComplex:
		e.Complex(uncomplex(t, form))
	case KindStr:
		e.String(form.(string))
	case KindBytes, KindBytearray:
		e.Bytes(unhex(t, form.(string)))
	case KindBuffer:
		encodeBuffer(t, e, kind, form)
	case KindBigint:
		v, _ := new(big.Int).SetString(form.(string), 10)
		e.BigInt(v)
	case KindObject, KindInstance:
		e.Handle(number[uint64](t, form))
	case KindUnion:
		union := form.(map[string]any)
		place := number[int](t, union["place"])
		e.Place(place)
		encode(s.items[place], union["value"])
	case KindAdapted:
		encode(s.items[0], form)
	case KindRecord:
		if len(s.items) == 0 {
			e.None()
		}
		for i, item := range s.items {
			if s.missing[i] {
				item = shape{kind: KindOptional, items: []shape{item}}
			}
			encode(item, form.([]any)[i])
		}
	case KindAny:
		for name, value := range form.(map[string]any) {
			k := kindNamed(t, name)
			e.Kind(k)
			s, _, _ := parseShape(anyProgram(k), 0)
			encode(s, value)
		}
	case KindHeld, KindCallable:
		encodeLent(t, e, s.kind, form.(map[string]any))
	case KindArray, KindShaped:
		encodeArray(t, e, form.(map[string]any))
	case KindDict, KindMapping:
		e.Count(len(form.([]any)))
		for _, pair := range form.([]any) {
			encode(s.items[0], pair.([]any)[0])
			encode(s.items[1], pair.([]any)[1])
		}
	case KindTuple:
		if len(s.items) == 0 {
			e.None()
		}
		for i, item := range s.items {
			encode(item, form.([]any)[i])
		}
	case KindOptional:
		if e.Present(form != nil) {
			encode(s.items[0], form.(map[string]any)["some"])
		}
	default:
		encodeCollection(t, e, kind, s.items[0], form.([]any))
	}
}

func encodeCollection(t *testing.T, e *Encoder, kind Frame, item shape, forms []any) {
	t.Helper()
	switch item.kind {
	case KindBool:
		e.Bools(each(forms, func(form any) bool { return form.(bool) }))
	case KindInt:
		e.Ints(each(forms, func(form any) int { return number[int](t, form) }))
	case KindFloat:
		e.Floats(each(forms, func(form any) float64 { return fromBits(t, form) }))
	case KindComplex:
		e.Complexes(each(forms, func(form any) complex128 { return uncomplex(t, form) }))
	default:
		EncodeList(e, forms, func(e *Encoder, form any) { encodeForm(t, e, kind, item, form) })
	}
}

func encodeBuffer(t *testing.T, e *Encoder, kind Frame, form any) {
	t.Helper()
	if !kind.inwards() {
		e.Bytes(unhex(t, form.(string)))
		return
	}
	lent := form.(map[string]any)
	e.Lent(number[uint64](t, lent["lend"]), unhex(t, lent["bytes"].(string)))
}

func encodeArray(t *testing.T, e *Encoder, form map[string]any) {
	t.Helper()
	var a Array
	for d := range DType(len(dtypeNames)) {
		if d.String() == form["dtype"] {
			a.DType = d
		}
	}
	for kind, owner := range form["owner"].(map[string]any) {
		a.OwnerIsHandle, a.Owner = kind == "handle", number[uint64](t, owner)
	}
	if detail, ok := form["detail"]; ok {
		a.Detail = number[uint32](t, detail)
	}
	if rank, ok := form["rank"]; ok {
		e.ArrayOfPython(a.DType, a.Detail, number[int](t, rank), a.Owner)
		return
	}
	integer := func(form any) int { return number[int](t, form) }
	a.Offset = integer(form["offset"])
	a.Shape, a.Strides = each(form["shape"].([]any), integer), each(form["strides"].([]any), integer)
	if _, ok := form["memory"]; !ok {
		e.PartOfPython(a.DType, a.Detail, a.Owner, a.Shape, a.Strides, a.Offset)
		return
	}
	a.Writable = form["writable"].(bool)
	a.Data = unhex(t, form["memory"].(string))
	e.Array(&a)
}

func uncomplex(t *testing.T, form any) complex128 {
	t.Helper()
	parts := form.([]any)
	return complex(fromBits(t, parts[0]), fromBits(t, parts[1]))
}

func kindNamed(t *testing.T, name string) Kind {
	t.Helper()
	for k, n := range kindNames {
		if n == name {
			return Kind(k)
		}
	}
	t.Fatalf("no kind %q", name)
	return 0
}

func encodeLent(t *testing.T, e *Encoder, kind Kind, form map[string]any) {
	t.Helper()
	lend, lent := form["lend"]
	handle, held := form["handle"]
	switch {
	case lent && held:
		e.Held(number[uint64](t, handle), number[uint64](t, lend))
	case lent:
		e.Number(number[uint64](t, lend))
	case Frame(e.Buf[3]).inwards():
		e.CallableOfPython(number[uint64](t, handle))
	default:
		e.Handle(number[uint64](t, handle))
	}
}
