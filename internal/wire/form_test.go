package wire

import (
	"encoding/binary"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"math"
	"math/big"
	"strconv"
	"testing"
)

// shape is a type of a signature program, taken apart.
type shape struct {
	kind    Kind
	items   []shape
	missing []bool // of a record's fields: whether each may be missing
}

// parseShape reads a type and returns what follows it. ok is false for bytes
// that are no type, or one deeper than a test wants to go.
func parseShape(program []byte, depth int) (s shape, rest []byte, ok bool) {
	if len(program) == 0 || depth > 20 {
		return s, nil, false
	}
	s.kind, rest = Kind(program[0]), program[1:]
	items := 0
	switch s.kind {
	case KindNone, KindBool, KindInt, KindFloat, KindComplex, KindStr, KindBytes, KindBytearray,
		KindBuffer, KindObject, KindAny, KindBigint, KindHeld:
	case KindCallable:
		return parseCallable(rest, depth)
	case KindList, KindSequence, KindTupleOf, KindSet, KindFrozenset, KindOptional:
		items = 1
	case KindDict, KindMapping:
		items = 2
	case KindTuple, KindUnion:
		if len(rest) == 0 {
			return s, nil, false
		}
		items, rest = int(rest[0]), rest[1:]
	case KindInstance:
		_, rest, ok = parseText(rest)
		return s, rest, ok
	case KindAdapted:
		if _, rest, ok = parseText(rest); !ok {
			return s, nil, false
		}
		items = 1
	case KindRecord:
		return parseRecord(s, rest, depth)
	case KindArray:
		if len(rest) < 2 {
			return s, nil, false
		}
		rest = rest[2:]
	case KindShaped:
		if len(rest) < 2 {
			return s, nil, false
		}
		rest = rest[2:]
		for range 2 {
			if len(rest) < 2 {
				return s, nil, false
			}
			length := int(rest[0]) | int(rest[1])<<8
			if rest = rest[2:]; len(rest) < length {
				return s, nil, false
			}
			rest = rest[length:]
		}
	default:
		return s, nil, false
	}
	for range items {
		var item shape
		if item, rest, ok = parseShape(rest, depth+1); !ok {
			return s, nil, false
		}
		s.items = append(s.items, item)
	}
	return s, rest, true
}

func parseText(program []byte) (text string, rest []byte, ok bool) {
	if len(program) < 2 {
		return "", nil, false
	}
	n := int(binary.LittleEndian.Uint16(program))
	if rest = program[2:]; len(rest) < n {
		return "", nil, false
	}
	return string(rest[:n]), rest[n:], true
}

func parseRecord(s shape, program []byte, depth int) (shape, []byte, bool) {
	_, rest, ok := parseText(program)
	if !ok || len(rest) < 2 {
		return s, nil, false
	}
	n := int(binary.LittleEndian.Uint16(rest))
	rest = rest[2:]
	for range n {
		if len(rest) == 0 {
			return s, nil, false
		}
		s.missing = append(s.missing, rest[0] == 1)
		var field shape
		if _, rest, ok = parseText(rest[1:]); ok {
			field, rest, ok = parseShape(rest, depth+1)
		}
		if !ok {
			return s, nil, false
		}
		s.items = append(s.items, field)
	}
	return s, rest, true
}

// parseCallable reads what follows the kind of a callable; of its parameters, nothing
// is kept.
func parseCallable(program []byte, depth int) (s shape, rest []byte, ok bool) {
	if len(program) < 3 {
		return s, nil, false
	}
	rest = program[3:]
	for range binary.LittleEndian.Uint16(program[1:]) {
		if len(rest) == 0 {
			return s, nil, false
		}
		if _, rest, ok = parseText(rest[1:]); ok {
			_, rest, ok = parseShape(rest, depth+1)
		}
		if !ok {
			return s, nil, false
		}
	}
	_, rest, ok = parseShape(rest, depth+1)
	return shape{kind: KindCallable}, rest, ok
}

func mustShape(t *testing.T, program string) shape {
	t.Helper()
	s, rest, ok := parseShape(unhex(t, program), 0)
	if !ok || len(rest) != 0 {
		t.Fatalf("not one type: %s", program)
	}
	return s
}

// decodeForm reads a value as contract/vectors writes it.
func decodeForm(d *Decoder, s shape) any {
	switch s.kind {
	case KindNone:
		d.None()
		return nil
	case KindBool:
		return d.Bool()
	case KindInt:
		return d.Int()
	case KindFloat:
		return floatBits(d.Float())
	case KindComplex:
		return complexBits(d.Complex())
	case KindStr:
		return d.String()
	case KindBytes, KindBytearray:
		return hex.EncodeToString(d.Bytes())
	case KindBuffer:
		if !d.kind.inwards() {
			return hex.EncodeToString(d.Bytes())
		}
		lend, view := d.Lent()
		return map[string]any{"lend": lend, "bytes": hex.EncodeToString(view)}
	case KindBigint:
		return fmt.Sprint(d.BigInt())
	case KindObject, KindInstance:
		return d.Handle()
	case KindUnion:
		return decodeUnion(d, s)
	case KindAdapted:
		return decodeForm(d, s.items[0])
	case KindRecord:
		return decodeRecord(d, s)
	case KindHeld:
		handle, lend := d.Held()
		return lentForm(lend, handle)
	case KindCallable:
		return lentForm(d.Callable())
	case KindAny:
		return decodeAnyForm(d)
	case KindArray, KindShaped:
		return decodeArrayForm(d)
	case KindDict, KindMapping:
		return decodePairs(d, s)
	case KindTuple:
		return decodeTuple(d, s)
	case KindOptional:
		some := DecodeOptional(d, func(d *Decoder) any { return decodeForm(d, s.items[0]) })
		if some == nil {
			return nil
		}
		return map[string]any{"some": *some}
	default:
		return decodeCollection(d, s.items[0])
	}
}

func decodeCollection(d *Decoder, item shape) any {
	switch item.kind {
	case KindBool:
		return d.Bools()
	case KindInt:
		return d.Ints()
	case KindFloat:
		return each(d.Floats(), floatBits)
	case KindComplex:
		return each(d.Complexes(), complexBits)
	case KindStr:
		return d.Strings()
	default:
		return DecodeList(d, func(d *Decoder) any { return decodeForm(d, item) })
	}
}

func decodePairs(d *Decoder, s shape) any {
	pairs := [][2]any{}
	for range d.Pairs() {
		pairs = append(pairs, [2]any{decodeForm(d, s.items[0]), decodeForm(d, s.items[1])})
		if d.err != nil {
			break
		}
	}
	return pairs
}

func decodeTuple(d *Decoder, s shape) any {
	if len(s.items) == 0 {
		d.None()
	}
	return each(s.items, func(item shape) any { return decodeForm(d, item) })
}

func decodeUnion(d *Decoder, s shape) any {
	place := d.Place(len(s.items))
	if d.err != nil {
		return nil
	}
	return map[string]any{"place": place, "value": decodeForm(d, s.items[place])}
}

func decodeRecord(d *Decoder, s shape) any {
	fields := []any{}
	if len(s.items) == 0 {
		d.None()
	}
	for i, item := range s.items {
		if s.missing[i] {
			item = shape{kind: KindOptional, items: []shape{item}}
		}
		fields = append(fields, decodeForm(d, item))
	}
	return fields
}

func decodeAnyForm(d *Decoder) any {
	kind := d.anyKind()
	if d.err != nil {
		return nil
	}
	d.depth++
	defer func() { d.depth-- }()
	s, _, _ := parseShape(anyProgram(kind), 0)
	return map[string]any{kind.String(): decodeForm(d, s)}
}

// anyProgram is the program of a value of that kind inside `any`.
func anyProgram(kind Kind) []byte {
	if kind == KindCallable {
		return append(Program{}.Callable(CallableAnyArguments, 0), byte(KindAny))
	}
	return []byte{byte(kind), byte(KindAny), byte(KindAny)}
}

// lentForm leaves out what is 0.
func lentForm(lend, handle uint64) any {
	form := map[string]any{}
	if lend != 0 {
		form["lend"] = lend
	}
	if handle != 0 {
		form["handle"] = handle
	}
	return form
}

func decodeArrayForm(d *Decoder) any {
	a := d.Array(nil)
	owner := map[string]any{"lend": a.Owner}
	if a.OwnerIsHandle {
		owner = map[string]any{"handle": a.Owner}
	}
	form := map[string]any{"dtype": a.DType.String(), "owner": owner}
	if a.Detail != 0 {
		form["detail"] = a.Detail
	}
	ofPython := a.OwnerIsHandle && d.kind.inwards()
	if ofPython && !a.Part {
		form["rank"] = len(a.Shape)
		return form
	}
	form["shape"], form["strides"], form["offset"] = a.Shape, a.Strides, a.Offset
	if ofPython {
		return form
	}
	form["writable"] = a.Writable
	form["memory"] = hex.EncodeToString(a.Data)
	return form
}

func each[T, R any](items []T, f func(T) R) []R {
	results := make([]R, len(items))
	for i, v := range items {
		results[i] = f(v)
	}
	return results
}

func floatBits(v float64) string { return fmt.Sprintf("%016x", math.Float64bits(v)) }

func complexBits(v complex128) [2]string { return [2]string{floatBits(real(v)), floatBits(imag(v))} }

func fromBits(t *testing.T, form any) float64 {
	t.Helper()
	n, err := strconv.ParseUint(form.(string), 16, 64)
	if err != nil {
		t.Fatal(err)
	}
	return math.Float64frombits(n)
}

func unhex(t *testing.T, digits string) []byte {
	t.Helper()
	b, err := hex.DecodeString(digits)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func number[T Integer](t *testing.T, form any) T {
	t.Helper()
	n, ok := new(big.Int).SetString(form.(json.Number).String(), 10)
	if !ok {
		t.Fatalf("not a number: %v", form)
	}
	if n.IsUint64() {
		return T(n.Uint64())
	}
	return T(n.Int64())
}
