package python

import (
	"context"
	"fmt"

	"github.com/gophersnake/gophersnake/internal/engine"
	"github.com/gophersnake/gophersnake/internal/wire"
)

// Value is a Go value of any type that Python holds, without looking into it, and
// hands back: the same value. It goes wherever Python takes any object. Go keeps it
// until Python has dropped it.
type Value struct{ value any }

// Wrap returns v as a value for Python to hold.
func Wrap(v any) Value { return Value{v} }

// Get returns the value.
func (v Value) Get() any { return v.value }

// Unwrap returns the Go value that v is: a [Value], or an [Object] of Python's that
// holds one. It is an error if v is neither, or the value is no T.
func Unwrap[T any](ctx context.Context, v any) (T, error) {
	var none T
	if o, ok := v.(*Object); ok {
		held, err := To[Value](ctx, o)
		if err != nil {
			return none, err
		}
		v = held
	}
	held, ok := v.(Value)
	if !ok {
		return none, fmt.Errorf("gophersnake: unwrap a Go value: got %T, which holds none", v)
	}
	value, ok := held.value.(T)
	if !ok {
		return none, fmt.Errorf("gophersnake: unwrap a Go value: expected %T, got %T", none, held.value)
	}
	return value, nil
}

// EncodeAny appends the value where any value may stand. It is for the runtime.
func (v Value) EncodeAny(e *wire.Encoder) error {
	e.Kind(wire.KindHeld)
	v.put(e)
	return nil
}

func (v Value) put(e *wire.Encoder) { e.Number(engine.Lend(v.value, e)) }

// takeValue returns the value of that number, which the object of the handle holds.
func takeValue(handle, number uint64) Value {
	v := Value{engine.Lending(number)}
	engine.Release(handle)
	return v
}

var valueType = &engine.Type[Value]{
	Program: wire.Program{}.Kind(wire.KindHeld),
	Put:     func(e *wire.Encoder, v Value) { v.put(e) },
	Get: func(d *wire.Decoder) Value {
		handle, number := d.Held()
		if d.Err() != nil {
			return Value{}
		}
		return takeValue(handle, number)
	},
}
