package python

import (
	"bytes"
	"encoding/json"
	"fmt"
	"reflect"
	"strconv"
	"strings"
	"sync"

	"github.com/gophersnake/gophersnake/internal/wire"
)

// Element is the type of an array's elements. It is one of
//
//   - bool, the sized integers, [Float16], float32, float64, complex64 and complex128,
//   - [DateTime64] and [TimeDelta64],
//   - [N]byte and [N]rune, numpy's bytes and str of one length, filled up with zeros,
//   - a struct of these, of arrays and of structs of these: a structured dtype. Field
//     tags name numpy's fields, `numpy:"x"`, and after a comma its format where the
//     Go type does not say it: `numpy:"name,S10"`.
//
// An array of another type panics when it is made.
type Element interface{ comparable }

// element is what an array's elements are on the wire.
type element struct {
	dtype wire.DType
	// size is of the Go type in bytes; so is numpy's, unless the detail says it.
	size   int
	detail uint32
	// format is what describes it to numpy, as JSON; "" where the dtype does.
	format string
}

// structs are the elements that are not of one of numpy's numbers, by their type.
var structs sync.Map

// elementOf returns what T is on the wire.
func elementOf[T Element]() element {
	if dtype := dtypeOf[T](); dtype != 0 {
		e := element{dtype: dtype, size: dtype.Size()}
		if dtype > wire.DTypeComplex128 {
			e.detail = Nanoseconds.detail()
		}
		return e
	}
	return describedElement(reflect.TypeFor[T]())
}

func describedElement(t reflect.Type) element {
	if known, ok := structs.Load(t); ok {
		return known.(element)
	}
	e := element{dtype: wire.DTypeStruct, size: int(t.Size()), detail: uint32(t.Size())}
	var format any
	switch {
	case t.Kind() == reflect.Struct:
		format = structFormat(t, int(t.Size()))
	case t.Kind() == reflect.Array && t.Elem().Kind() == reflect.Uint8:
		e.dtype, format = wire.DTypeBytes, fmt.Sprintf("S%d", t.Len())
	case t.Kind() == reflect.Array && t.Elem() == reflect.TypeFor[rune]():
		e.dtype, format = wire.DTypeText, fmt.Sprintf("U%d", t.Len())
	}
	if format == nil || e.detail == 0 {
		panic(fmt.Sprintf("python: %v is no element of an array", t))
	}
	text, err := json.Marshal(format)
	if err != nil {
		panic(err)
	}
	e.format = string(text)
	structs.Store(t, e)
	return e
}

// sized is the element with another size in numpy, which has no gap at the end of a
// struct.
func (e element) sized(t reflect.Type, size int) element {
	if size == 0 || size == int(e.detail) {
		return e
	}
	text, err := json.Marshal(structFormat(t, size))
	if err != nil {
		panic(err)
	}
	e.detail, e.format = uint32(size), string(text)
	return e
}

// structDType is a struct as numpy.dtype takes it, and JSON can say it.
type structDType struct {
	Names    []string `json:"names"`
	Formats  []any    `json:"formats"`
	Offsets  []int    `json:"offsets"`
	ItemSize int      `json:"itemsize"`
}

func structFormat(t reflect.Type, size int) structDType {
	d := structDType{ItemSize: size}
	for i := range t.NumField() {
		field := t.Field(i)
		if field.Name == "_" {
			continue
		}
		name, format, _ := strings.Cut(field.Tag.Get("numpy"), ",")
		if name == "" {
			name = field.Name
		}
		d.Names = append(d.Names, name)
		d.Formats = append(d.Formats, fieldFormat(t, field, format))
		d.Offsets = append(d.Offsets, int(field.Offset))
	}
	return d
}

// fieldFormat is the format of a field: the one of its tag, or that of its type. A
// tag that is a number is the size of a struct.
func fieldFormat(of reflect.Type, field reflect.StructField, tagged string) any {
	size, err := strconv.Atoi(tagged)
	t, shape := field.Type, []int{}
	for t.Kind() == reflect.Array {
		shape = append(shape, t.Len())
		t = t.Elem()
	}
	var format any
	if tagged != "" && err != nil {
		format = tagged
		if n := len(shape); n > 0 && (tagged[0] == 'S' || tagged[0] == 'U') {
			shape = shape[:n-1] // the last dimension is the text itself
		}
	} else if dtype, ok := numbers[t]; ok {
		format = dtype.String()
	} else if t.Kind() == reflect.Struct {
		if size == 0 {
			size = int(t.Size())
		}
		format = structFormat(t, size)
	} else {
		panic(fmt.Sprintf("python: %v is no element of an array: its field %s is of type %v", of, field.Name, field.Type))
	}
	if len(shape) != 0 {
		return []any{format, shape}
	}
	return format
}

var numbers = map[reflect.Type]wire.DType{
	reflect.TypeFor[bool]():       wire.DTypeBool,
	reflect.TypeFor[int8]():       wire.DTypeInt8,
	reflect.TypeFor[int16]():      wire.DTypeInt16,
	reflect.TypeFor[int32]():      wire.DTypeInt32,
	reflect.TypeFor[int64]():      wire.DTypeInt64,
	reflect.TypeFor[uint8]():      wire.DTypeUint8,
	reflect.TypeFor[uint16]():     wire.DTypeUint16,
	reflect.TypeFor[uint32]():     wire.DTypeUint32,
	reflect.TypeFor[uint64]():     wire.DTypeUint64,
	reflect.TypeFor[Float16]():    wire.DTypeFloat16,
	reflect.TypeFor[float32]():    wire.DTypeFloat32,
	reflect.TypeFor[float64]():    wire.DTypeFloat64,
	reflect.TypeFor[complex64]():  wire.DTypeComplex64,
	reflect.TypeFor[complex128](): wire.DTypeComplex128,
}

// FixedBytes returns the bytes of an element that is numpy's bytes of one length,
// without the zeros it is filled up with. Of an array a it takes a[:], whose memory
// the result shares.
func FixedBytes(element []byte) []byte {
	return bytes.TrimRight(element, "\x00")
}

// FixedText returns the text of an element that is numpy's str of one length. Of an
// array a it takes a[:].
func FixedText(element []rune) string {
	n := len(element)
	for n > 0 && element[n-1] == 0 {
		n--
	}
	return string(element[:n])
}
