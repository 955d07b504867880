package engine

import (
	"fmt"
	"math"
	"math/big"
	"reflect"
	"strconv"
	"sync"

	"github.com/gophersnake/gophersnake/internal/wire"
)

// erased is a Type whose Go type is only known at run time.
type erased struct {
	program wire.Program
	get     func(*wire.Decoder) reflect.Value
	typed   any                         // the *Type[T] that was registered
	object  func(v any) (uint64, error) // makes the Python object; returns its handle
}

// registry has the types that are not made of others, by their Go type.
var registry sync.Map // reflect.Type → erased

// Register makes t the type of T wherever only the Go type is known.
func Register[T any](t *Type[T]) {
	get := func(d *wire.Decoder) reflect.Value {
		v := t.Get(d)
		return reflect.ValueOf(&v).Elem()
	}
	registry.Store(reflect.TypeFor[T](), erased{t.Program, get, t, objectMaker(t)})
}

// arrays has what makes the types of arrays, by the Go type of the array.
var arrays sync.Map // reflect.Type → func(rank int) *Type[T]

// RegisterArray makes the types of the arrays that are T in Go, for a rank each;
// a negative rank is any.
func RegisterArray[T any](of func(rank int) *Type[T]) {
	arrays.Store(reflect.TypeFor[T](), of)
	Register(of(-1))
}

// RegisteredArray returns the type of the array T of this rank.
func RegisteredArray[T any](rank int) *Type[T] {
	found, _ := arrays.Load(reflect.TypeFor[T]())
	return found.(func(rank int) *Type[T])(rank)
}

// Registered returns the type that was registered for T.
func Registered[T any]() *Type[T] {
	found, ok := registry.Load(reflect.TypeFor[T]())
	if !ok {
		panic(fmt.Sprintf("gophersnake: no type is registered for %v", reflect.TypeFor[T]()))
	}
	return found.(erased).typed.(*Type[T])
}

func init() {
	Register(Bool)
	Register(Int)
	Register(Float)
	Register(Complex)
	Register(Str)
	Register(Buffer)
	Register(BigInt)
	Register(Any)
	Register(Int8)
	Register(Int16)
	Register(Int32)
	Register(Int64)
	Register(Uint8)
	Register(Uint16)
	Register(Uint32)
	Register(Uint64)
	Register(Uint)
	Register(Float32)
	Register(Complex64)
}

// adapted has what makes the types that adapters convert, by their Go type.
var adapted sync.Map // reflect.Type → func(adapter string) *Type[T]

// RegisterAdapted makes the types that are T in Go, for an adapter each.
func RegisterAdapted[T any](of func(adapter string) *Type[T]) {
	adapted.Store(reflect.TypeFor[T](), of)
}

// RegisteredAdapted returns the type that is T in Go and that this adapter
// converts.
func RegisteredAdapted[T any](adapter string) *Type[T] {
	found, ok := adapted.Load(reflect.TypeFor[T]())
	if !ok {
		panic(fmt.Sprintf("gophersnake: no adapter is registered for %v", reflect.TypeFor[T]()))
	}
	return found.(func(adapter string) *Type[T])(adapter)
}

// conversions has what Conversion made, by Go type.
var conversions sync.Map // reflect.Type → any(*conversion[T])

type conversion[T any] struct {
	function *Func
	result   *Type[T]
}

// Conversion returns the function that takes a value of Python's, described by
// from, and returns it as a T, and the type of its result.
func Conversion[T any](from wire.Program) (*Func, *Type[T], error) {
	key := reflect.TypeFor[T]()
	if found, ok := conversions.Load(key); ok {
		c := found.(*conversion[T])
		return c.function, c.result, nil
	}
	e, err := erasedType(key)
	if err != nil {
		return nil, nil, fmt.Errorf("gophersnake: convert a Python object to %v: %w", key, err)
	}
	made := &conversion[T]{result: &Type[T]{
		Program: e.program,
		Get: func(d *wire.Decoder) T {
			v, _ := e.get(d).Interface().(T)
			return v
		},
	}}
	made.function = host("objects").Func("same", "", e.program,
		NewParam(wire.ParamPositionalOnly, "object", from)).Called("python.To")
	found, _ := conversions.LoadOrStore(key, made)
	c := found.(*conversion[T])
	return c.function, c.result, nil
}

// erasedType returns the type of a Go type: a registered one, or made of others.
// Reading is lenient about which collection Python has.
func erasedType(t reflect.Type) (erased, error) {
	if found, ok := registry.Load(t); ok {
		return found.(erased), nil
	}
	switch t.Kind() {
	case reflect.Slice:
		if t.Elem().Kind() == reflect.Uint8 {
			return converted(t, reflect.TypeFor[[]byte]())
		}
		return erasedSlice(t)
	case reflect.Map:
		if t.Elem() == reflect.TypeFor[struct{}]() {
			return erasedSet(t)
		}
		return erasedMap(t)
	case reflect.Pointer:
		return erasedPointer(t)
	case reflect.Struct:
		return erasedTuple(t)
	case reflect.Bool:
		return converted(t, reflect.TypeFor[bool]())
	case reflect.String:
		return converted(t, reflect.TypeFor[string]())
	case reflect.Int, reflect.Int64:
		return converted(t, reflect.TypeFor[int]())
	case reflect.Float64:
		return converted(t, reflect.TypeFor[float64]())
	}
	return erased{}, fmt.Errorf("there is no Python type for %v", t)
}

// converted is a named type of a basic one.
func converted(t, basic reflect.Type) (erased, error) {
	e, err := erasedType(basic)
	return erased{program: e.program, get: func(d *wire.Decoder) reflect.Value { return e.get(d).Convert(t) }}, err
}

func erasedSlice(t reflect.Type) (erased, error) {
	item, err := erasedType(t.Elem())
	if err != nil {
		return erased{}, err
	}
	program := append(wire.Program{}.Kind(wire.KindSequence), item.program...)
	if run, ok := numberRun(item.program); ok {
		return erased{program: program, get: func(d *wire.Decoder) reflect.Value { return convertRun(d, run(d), t) }}, nil
	}
	return erased{program: program, get: func(d *wire.Decoder) reflect.Value {
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

func erasedSet(t reflect.Type) (erased, error) {
	items, err := erasedType(reflect.SliceOf(t.Key()))
	if err != nil {
		return erased{}, err
	}
	program := append(wire.Program{}.Kind(wire.KindSet), items.program[1:]...)
	return erased{program: program, get: func(d *wire.Decoder) reflect.Value {
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

func erasedMap(t reflect.Type) (erased, error) {
	key, err := erasedType(t.Key())
	if err != nil {
		return erased{}, err
	}
	value, err := erasedType(t.Elem())
	if err != nil {
		return erased{}, err
	}
	program := append(append(wire.Program{}.Kind(wire.KindMapping), key.program...), value.program...)
	return erased{program: program, get: func(d *wire.Decoder) reflect.Value {
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

func erasedPointer(t reflect.Type) (erased, error) {
	item, err := erasedType(t.Elem())
	if err != nil {
		return erased{}, err
	}
	return erased{program: optionalProgram(item.program), get: func(d *wire.Decoder) reflect.Value {
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

func erasedTuple(t reflect.Type) (erased, error) {
	if !t.Implements(reflect.TypeFor[Tuple]()) {
		return erased{}, fmt.Errorf("there is no Python type for %v", t)
	}
	program := wire.Program{}.Tuple(t.NumField())
	fields := make([]erased, t.NumField())
	for i := range fields {
		var err error
		if fields[i], err = erasedType(t.Field(i).Type); err != nil {
			return erased{}, err
		}
		program = append(program, fields[i].program...)
	}
	return erased{program: program, get: func(d *wire.Decoder) reflect.Value {
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
