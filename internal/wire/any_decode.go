package wire

import (
	"fmt"
	"math/big"
	"reflect"
)

// Any reads a value of `any`: nil, bool, int, [*big.Int], float64, complex128,
// string, []byte, []any for every collection, map[any]any for every mapping,
// and for objects and arrays what Foreign makes of them. A dict whose keys Go
// cannot hash is refused.
func (d *Decoder) Any() any {
	switch d.anyKind() {
	case KindNone:
		d.None()
		return nil
	case KindBool:
		return d.Bool()
	case KindInt:
		return d.Int()
	case KindFloat:
		return d.Float()
	case KindComplex:
		return d.Complex()
	case KindStr:
		return d.String()
	case KindBytes, KindBytearray:
		return d.Bytes()
	case KindBuffer:
		return d.anyBuffer()
	case KindBigint:
		return d.BigInt()
	case KindObject:
		return d.anyObject()
	case KindArray:
		return d.anyArray()
	case KindHeld:
		return d.anyHeld()
	case KindList, KindTupleOf, KindSet, KindFrozenset:
		return d.anyList()
	case KindDict:
		return d.anyDict()
	default: // after an error
		return nil
	}
}

func (d *Decoder) anyList() any {
	d.depth++
	items := DecodeList(d, (*Decoder).Any)
	d.depth--
	return items
}

func (d *Decoder) anyDict() any {
	d.depth++
	entries := DecodeDict(d, (*Decoder).anyKey, (*Decoder).Any)
	d.depth--
	return entries
}

// anyKey reads a key of a dict. Big ints are refused with the unhashable ones:
// Go compares them by address.
func (d *Decoder) anyKey() any {
	key := d.Any()
	if key == nil {
		return nil
	}
	if _, big := key.(*big.Int); big || !reflect.ValueOf(key).Comparable() {
		d.fail(&Refusal{Expected: "dict with keys that Go can compare", Got: fmt.Sprintf("a key of %T", key)})
		return nil
	}
	return key
}

func (d *Decoder) anyBuffer() any {
	if !d.kind.inwards() {
		return d.Bytes()
	}
	_, view := d.Lent()
	return append([]byte{}, view...)
}

func (d *Decoder) anyObject() any {
	handle := d.Handle()
	if !d.hasForeign(KindObject) {
		return nil
	}
	v, err := d.Foreign.Object(handle)
	return d.taken(v, err)
}

func (d *Decoder) anyArray() any {
	array := d.Array(nil)
	if !d.hasForeign(KindArray) {
		return nil
	}
	v, err := d.Foreign.Array(array)
	return d.taken(v, err)
}

func (d *Decoder) anyHeld() any {
	handle, number := d.Held()
	if !d.hasForeign(KindHeld) {
		return nil
	}
	v, err := d.Foreign.Held(handle, number)
	return d.taken(v, err)
}

func (d *Decoder) hasForeign(kind Kind) bool {
	if d.err == nil && d.Foreign == nil {
		d.fail(&Refusal{Expected: "a value that has a Go type", Got: kind.String()})
	}
	return d.err == nil
}

func (d *Decoder) taken(v any, err error) any {
	if err != nil {
		d.Fail(err)
		return nil
	}
	return v
}
