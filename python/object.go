package python

import (
	"encoding/json"
	"fmt"
	"reflect"

	"github.com/gophersnake/gophersnake/internal/engine"
	"github.com/gophersnake/gophersnake/internal/wire"
)

// Object is a Python object that Go holds: of a type that has no Go counterpart,
// or whose type is not known. Its methods call Python, as generated functions do.
//
// It is held until Close, or until the garbage collector finds it unused. All
// methods are safe for concurrent use. Passed back to Python it is the same
// object.
type Object struct{ ref *engine.Ref }

// newObject takes over a handle.
func newObject(handle uint64) *Object {
	return &Object{engine.NewRef(handle)}
}

// Close gives the object back to Python. Using it afterwards is [ErrClosed];
// closing it again, or closing nil, does nothing. It never waits and always
// returns nil.
func (o *Object) Close() error {
	if o != nil {
		o.ref.Close()
	}
	return nil
}

// MarshalJSON is an error: an object stays in Python, and whoever reads the JSON of what
// it is a part of should not take it for an empty one.
func (o *Object) MarshalJSON() ([]byte, error) {
	if o == nil {
		return []byte("null"), nil
	}
	unsupported := &json.UnsupportedTypeError{Type: reflect.TypeFor[*Object]()}
	return nil, fmt.Errorf("gophersnake: the JSON of an object that stays in Python: %w", unsupported)
}

// UnmarshalJSON is an error likewise.
func (*Object) UnmarshalJSON([]byte) error {
	unsupported := &json.UnmarshalTypeError{Value: "value", Type: reflect.TypeFor[*Object]()}
	return fmt.Errorf("gophersnake: read JSON as an object that stays in Python: %w", unsupported)
}

// put appends the object to a frame and keeps it until the frame is read.
func (o *Object) put(e *wire.Encoder) {
	if o == nil {
		e.Fail(&wire.Refusal{Expected: "object", Got: "nil *python.Object"})
		return
	}
	handle := o.ref.Handle()
	if handle == 0 {
		e.Fail(ErrClosed)
		return
	}
	e.Handle(handle)
	e.Keep(o)
}

// EncodeAny appends the object where any value may stand. It is for the runtime.
func (o *Object) EncodeAny(e *wire.Encoder) error {
	if o == nil {
		e.Kind(wire.KindNone)
		e.None()
		return nil
	}
	e.Kind(wire.KindObject)
	o.put(e)
	return nil
}

var objectType = &engine.Type[*Object]{
	Program: wire.Program{}.Kind(wire.KindObject),
	Put:     func(e *wire.Encoder, o *Object) { o.put(e) },
	Get: func(d *wire.Decoder) *Object {
		handle := d.Handle()
		if handle == 0 {
			return nil
		}
		return newObject(handle)
	},
}
