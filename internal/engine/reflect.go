package engine

import (
	"fmt"
	"math"
	"math/big"
	"reflect"
	"strconv"

	"github.com/gophersnake/gophersnake/internal/wire"
)

// composer makes the types that are made of others.
type composer struct {
	// bytes is the type of a []byte: what came out of Python is any buffer, but what
	// goes in as well is bytes.
	bytes erased
}

var (
	fromPython = composer{erase(Buffer)}
	bothWays   = composer{erase(Bytes)}
)

// erasedType returns the type of a Go type: a registered one, or made of others.
// Reading is lenient about which collection Python has.
func (c composer) erasedType(t reflect.Type) (erased, error) {
	if t == reflect.TypeFor[[]byte]() {
		return c.bytes, nil
	}
	if found, ok := registry.Load(t); ok {
		return found.(erased), nil
	}
	if found, ok := genericType(t); ok {
		return found, nil
	}
	switch t.Kind() {
	case reflect.Slice:
		if t.Elem().Kind() == reflect.Uint8 {
			return c.converted(t, reflect.TypeFor[[]byte]())
		}
		return c.erasedSlice(t)
	case reflect.Map:
		if t.Elem() == reflect.TypeFor[struct{}]() {
			return c.erasedSet(t)
		}
		return c.erasedMap(t)
	case reflect.Pointer:
		return c.erasedPointer(t)
	case reflect.Struct:
		return c.erasedTuple(t)
	case reflect.Bool:
		return c.converted(t, reflect.TypeFor[bool]())
	case reflect.String:
		return c.converted(t, reflect.TypeFor[string]())
	case reflect.Int, reflect.Int64:
		return c.converted(t, reflect.TypeFor[int]())
	case reflect.Float64:
		return c.converted(t, reflect.TypeFor[float64]())
	}
	return erased{}, fmt.Errorf("there is no Python type for %v", t)
}

// converted is a named type of a basic one.
func (c composer) converted(t, basic reflect.Type) (erased, error) {
	e, err := c.erasedType(basic)
	return erased{
		program: e.program,
		put:     func(enc *wire.Encoder, v reflect.Value) { e.put(enc, v.Convert(basic)) },
		get:     func(d *wire.Decoder) reflect.Value { return e.get(d).Convert(t) },
	}, err
}

func (c composer) erasedSlice(t reflect.Type) (erased, error) {
	item, err := c.erasedType(t.Elem())
	if err != nil {
		return erased{}, err
	}
	if item.slice != nil && t == reflect.SliceOf(t.Elem()) {
		return item.slice(), nil
	}
	program := append(wire.Program{}.Kind(wire.KindSequence), item.program...)
	put := func(e *wire.Encoder, v reflect.Value) { putSlice(e, item, v) }
	if run, ok := numberRun(item.program); ok {
		return erased{program: program, put: put, get: func(d *wire.Decoder) reflect.Value { return convertRun(d, run(d), t) }}, nil
	}
	return erased{program: program, put: put, get: func(d *wire.Decoder) reflect.Value {
		n := d.Count()
		slice := reflect.MakeSlice(t, 0, n)
		for i := range n {
			v := item.get(d)
			if d.FailedAt("[" + strconv.Itoa(i) + "]") {
				break
			}
			slice = reflect.Append(slice, v)
		}
		return slice
	}}, nil
}

// putSlice appends a slice, of bools as the run that they are packed into.
func putSlice(e *wire.Encoder, item erased, v reflect.Value) {
	if wire.Kind(item.program[0]) == wire.KindBool {
		run := make([]bool, v.Len())
		for i := range run {
			run[i] = v.Index(i).Bool()
		}
		e.Bools(run)
		return
	}
	e.Count(v.Len())
	for i := range v.Len() {
		item.put(e, v.Index(i))
		if e.FailedAt("[" + strconv.Itoa(i) + "]") {
			return
		}
	}
}

// numberRun returns how a list of this item type is read if it is a run.
func numberRun(item wire.Program) (func(*wire.Decoder) reflect.Value, bool) {
	switch wire.Kind(item[0]) {
	case wire.KindBool:
		return func(d *wire.Decoder) reflect.Value { return reflect.ValueOf(d.Bools()) }, true
	case wire.KindInt:
		return func(d *wire.Decoder) reflect.Value { return reflect.ValueOf(d.Ints()) }, true
	case wire.KindFloat:
		return func(d *wire.Decoder) reflect.Value { return reflect.ValueOf(d.Floats()) }, true
	case wire.KindComplex:
		return func(d *wire.Decoder) reflect.Value { return reflect.ValueOf(d.Complexes()) }, true
	}
	return nil, false
}

// convertRun makes a slice of t of numbers, each of which must fit.
func convertRun(d *wire.Decoder, run reflect.Value, t reflect.Type) reflect.Value {
	if run.Type() == t {
		return run
	}
	slice := reflect.MakeSlice(t, run.Len(), run.Len())
	for i := range run.Len() {
		from, to := run.Index(i), slice.Index(i)
		if !setNumber(to, from) {
			d.Fail(&wire.Refusal{Path: "[" + strconv.Itoa(i) + "]", Expected: t.Elem().String(), Got: fmt.Sprint(from)})
			return slice
		}
	}
	return slice
}

// setNumber sets to, unless its type has no room for the number.
func setNumber(to, from reflect.Value) bool {
	switch {
	case to.CanInt():
		to.SetInt(from.Int())
		return !to.OverflowInt(from.Int())
	case to.CanUint():
		if from.Int() < 0 || to.OverflowUint(uint64(from.Int())) {
			return false
		}
		to.SetUint(uint64(from.Int()))
	case to.CanFloat():
		to.SetFloat(from.Float())
		return !to.OverflowFloat(from.Float()) || math.IsInf(from.Float(), 0)
	default:
		to.Set(from.Convert(to.Type()))
	}
	return true
}

func (c composer) erasedSet(t reflect.Type) (erased, error) {
	items, err := c.erasedType(reflect.SliceOf(t.Key()))
	if err != nil {
		return erased{}, err
	}
	program := append(wire.Program{}.Kind(wire.KindSet), items.program[1:]...)
	put := func(e *wire.Encoder, v reflect.Value) {
		items.put(e, reflect.Append(reflect.MakeSlice(reflect.SliceOf(t.Key()), 0, v.Len()), v.MapKeys()...))
	}
	return erased{program: program, put: put, get: func(d *wire.Decoder) reflect.Value {
		list := items.get(d)
		set := reflect.MakeMapWithSize(t, list.Len())
		for i := range list.Len() {
			if !canBeKey(d, "set of items", list.Index(i)) {
				break
			}
			set.SetMapIndex(list.Index(i), reflect.Zero(t.Elem()))
		}
		return set
	}}, nil
}

func (c composer) erasedMap(t reflect.Type) (erased, error) {
	key, err := c.erasedType(t.Key())
	if err != nil {
		return erased{}, err
	}
	value, err := c.erasedType(t.Elem())
	if err != nil {
		return erased{}, err
	}
	program := append(append(wire.Program{}.Kind(wire.KindMapping), key.program...), value.program...)
	put := func(e *wire.Encoder, v reflect.Value) {
		e.Count(v.Len())
		for entries := v.MapRange(); entries.Next(); {
			key.put(e, entries.Key())
			value.put(e, entries.Value())
			if e.Failed() {
				e.FailedAt(fmt.Sprintf("[%#v]", entries.Key()))
				return
			}
		}
	}
	return erased{program: program, put: put, get: func(d *wire.Decoder) reflect.Value {
		entries := reflect.MakeMap(t)
		for range d.Pairs() {
			k := key.get(d)
			if !canBeKey(d, "dict with keys", k) {
				break
			}
			v := value.get(d)
			if d.Err() != nil {
				d.FailedAt(fmt.Sprintf("[%#v]", k))
				break
			}
			entries.SetMapIndex(k, v)
		}
		return entries
	}}, nil
}

// canBeKey refuses a key that Go cannot compare, or compares by address only.
func canBeKey(d *wire.Decoder, what string, key reflect.Value) bool {
	if d.Err() != nil {
		return false
	}
	if _, big := key.Interface().(*big.Int); big || !key.Comparable() {
		d.Fail(&wire.Refusal{Expected: what + " that Go can compare", Got: fmt.Sprintf("one of type %T", key.Interface())})
	}
	return d.Err() == nil
}

func (c composer) erasedPointer(t reflect.Type) (erased, error) {
	item, err := c.erasedType(t.Elem())
	if err != nil {
		return erased{}, err
	}
	if item.pointer != nil && t == reflect.PointerTo(t.Elem()) {
		return item.pointer(), nil
	}
	put := func(e *wire.Encoder, v reflect.Value) {
		if e.Present(!v.IsNil()) {
			item.put(e, v.Elem())
		}
	}
	return erased{program: optionalProgram(item.program), put: put, get: func(d *wire.Decoder) reflect.Value {
		if !d.Present() {
			return reflect.Zero(t)
		}
		pointer := reflect.New(t.Elem())
		pointer.Elem().Set(item.get(d))
		return pointer
	}}, nil
}

// Tuple is implemented by the structs that stand for fixed tuples.
type Tuple interface{ PythonTuple() }

func (c composer) erasedTuple(t reflect.Type) (erased, error) {
	if !t.Implements(reflect.TypeFor[Tuple]()) {
		return erased{}, fmt.Errorf("there is no Python type for %v", t)
	}
	program := wire.Program{}.Tuple(t.NumField())
	fields := make([]erased, t.NumField())
	for i := range fields {
		var err error
		if fields[i], err = c.erasedType(t.Field(i).Type); err != nil {
			return erased{}, err
		}
		program = append(program, fields[i].program...)
	}
	put := func(e *wire.Encoder, v reflect.Value) {
		for i, field := range fields {
			field.put(e, v.Field(i))
			if e.FailedAt("[" + strconv.Itoa(i) + "]") {
				return
			}
		}
		if len(fields) == 0 {
			e.None()
		}
	}
	return erased{program: program, put: put, get: func(d *wire.Decoder) reflect.Value {
		tuple := reflect.New(t).Elem()
		for i, field := range fields {
			tuple.Field(i).Set(field.get(d))
			if d.FailedAt("[" + strconv.Itoa(i) + "]") {
				break
			}
		}
		return tuple
	}}, nil
}
