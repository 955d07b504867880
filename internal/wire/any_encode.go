package wire

import (
	"fmt"
	"math"
	"math/big"
	"reflect"
)

// Any appends a value of `any`: its type, then the value. It takes nil, bools,
// all integers (those beyond an int64 as bigint), floats, complexes, strings,
// []byte, [*big.Int], slices, arrays, maps, pointers to all of these (nil is
// None) and every [AnyEncoder]. A nil slice is an empty list and a nil map an
// empty dict, as everywhere in Go. Other types are refused by name.
//
// Long strings and bytes are borrowed until Release.
func (e *Encoder) Any(v any) {
	switch v := v.(type) {
	case nil:
		e.Kind(KindNone)
		e.None()
	case bool:
		e.Kind(KindBool)
		e.Bool(v)
	case int:
		e.anyInt(v)
	case float64:
		e.anyFloat(v)
	case complex128:
		e.Kind(KindComplex)
		e.Complex(v)
	case string:
		e.anyString(v)
	case []byte:
		e.Kind(KindBytes)
		e.Bytes(v)
	case AnyEncoder:
		if r := reflect.ValueOf(v); r.Kind() == reflect.Pointer && r.IsNil() {
			e.Any(nil)
			return
		}
		if err := v.EncodeAny(e); err != nil {
			e.Fail(err)
		}
	case *big.Int:
		e.anyBigInt(v)
	case []any:
		AnyList(e, KindList, v, (*Encoder).Any)
	case []string:
		AnyList(e, KindList, v, (*Encoder).anyString)
	case []int:
		AnyList(e, KindList, v, (*Encoder).anyInt)
	case []float64:
		AnyList(e, KindList, v, (*Encoder).anyFloat)
	case map[string]any:
		AnyDict(e, v, (*Encoder).anyString, (*Encoder).Any)
	case map[string]string:
		AnyDict(e, v, (*Encoder).anyString, (*Encoder).anyString)
	case map[any]any:
		AnyDict(e, v, (*Encoder).Any, (*Encoder).Any)
	default:
		if converted, err := e.convert(v); err != nil {
			e.Fail(err)
		} else if converted != nil {
			e.Any(converted)
		} else {
			e.anyReflect(v)
		}
	}
}

func (e *Encoder) convert(v any) (AnyEncoder, error) {
	if e.Convert == nil {
		return nil, nil
	}
	return e.Convert(v)
}

func (e *Encoder) anyInt(v int) {
	e.Kind(KindInt)
	e.Int(v)
}

func (e *Encoder) anyUint(v uint64) {
	if v > math.MaxInt64 {
		e.anyBigInt(new(big.Int).SetUint64(v))
		return
	}
	e.anyInt(int(v))
}

func (e *Encoder) anyFloat(v float64) {
	e.Kind(KindFloat)
	e.Float(v)
}

func (e *Encoder) anyString(v string) {
	e.Kind(KindStr)
	e.String(v)
}

func (e *Encoder) anyBigInt(v *big.Int) {
	if v == nil {
		e.Any(nil)
		return
	}
	e.Kind(KindBigint)
	e.BigInt(v)
}

// AnyList appends a collection as a value of `any`, of that kind. Each item is
// a value of `any` too, which item appends with its type.
func AnyList[T any](e *Encoder, kind Kind, items []T, item func(*Encoder, T)) {
	e.Kind(kind)
	if e.enter() {
		EncodeList(e, items, item)
		e.depth--
	}
}

// AnySet appends a set as a value of `any`, as [AnyList] does.
func AnySet[T comparable](e *Encoder, items map[T]struct{}, item func(*Encoder, T)) {
	e.Kind(KindSet)
	if e.enter() {
		EncodeSet(e, items, item)
		e.depth--
	}
}

// AnyDict appends a dict as a value of `any`. Keys and values are values of
// `any` too, which key and value append with their types.
func AnyDict[K comparable, V any](e *Encoder, entries map[K]V, key func(*Encoder, K), value func(*Encoder, V)) {
	e.Kind(KindDict)
	if e.enter() {
		EncodeDict(e, entries, key, value)
		e.depth--
	}
}

func (e *Encoder) refuseType(v any) {
	e.refuse("a value that Python has a type for", fmt.Sprintf("%T", v))
}
