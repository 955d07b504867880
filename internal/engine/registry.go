package engine

import (
	"fmt"
	"reflect"
	"sync"

	"github.com/gophersnake/gophersnake/internal/wire"
)

// erased is a Type whose Go type is only known at run time.
type erased struct {
	program wire.Program
	put     func(*wire.Encoder, reflect.Value)
	get     func(*wire.Decoder) reflect.Value
	typed   any                         // the *Type[T], of a type that is registered
	slice   func() erased               // … and the types of its slices and pointers
	pointer func() erased               // …
	object  func(v any) (uint64, error) // makes the Python object; returns its handle
}

// registry has the types that are not made of others, by their Go type.
var registry sync.Map // reflect.Type → erased

// Register makes t the type of T wherever only the Go type is known.
func Register[T any](t *Type[T]) {
	e := erase(t)
	e.slice = func() erased { return erase(List(wire.KindSequence, t)) }
	e.pointer = func() erased { return erase(Optional(t)) }
	register(reflect.TypeFor[T](), e)
}

// RegisterOne is Register without types of slices and pointers: those are made by
// reflection. It is for classes and unions, of which there may be thousands, and Go would
// compile these types for each of them.
func RegisterOne[T any](t *Type[T]) { register(reflect.TypeFor[T](), erase(t)) }

func register(t reflect.Type, e erased) {
	e.object = objectMaker(e)
	registry.Store(t, e)
}

func erase[T any](t *Type[T]) erased {
	return erased{
		program: t.Program,
		put: func(e *wire.Encoder, v reflect.Value) {
			value, _ := v.Interface().(T) // a nil interface is the zero T
			t.Put(e, value)
		},
		get: func(d *wire.Decoder) reflect.Value {
			v := t.Get(d)
			return reflect.ValueOf(&v).Elem()
		},
		typed: t,
	}
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
	e, err := fromPython.erasedType(key)
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
		NewParam(wire.ParamPositionalOnly, "object", from)).Called("python.To").Mixed()
	found, _ := conversions.LoadOrStore(key, made)
	c := found.(*conversion[T])
	return c.function, c.result, nil
}
