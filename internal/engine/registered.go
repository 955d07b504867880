package engine

import (
	"context"
	"reflect"
	"sync"

	"github.com/gophersnake/gophersnake/internal/wire"
)

// convertRegistered makes the Python object of a value of `any` whose Go type is
// registered and has a name that is not Go's own: of a time.Time, a record, an enum.
// It is a call of its own, before the one whose argument the value is. Of other
// types it returns nil: they are what their kind is.
func convertRegistered(v any) (wire.AnyEncoder, error) {
	named := reflect.TypeOf(v)
	if named.Kind() == reflect.Pointer {
		if named = named.Elem(); reflect.ValueOf(v).IsNil() {
			return nil, nil
		}
	}
	if named.PkgPath() == "" {
		return nil, nil
	}
	found, ok := registry.Load(reflect.TypeOf(v))
	if !ok {
		return nil, nil
	}
	handle, err := found.(erased).object(v)
	if err != nil {
		return nil, err
	}
	object, err := Hooks.Foreign.Object(handle)
	if err != nil {
		return nil, err
	}
	return object.(wire.AnyEncoder), nil
}

// objectMaker returns what makes a Python object of a value of this type.
func objectMaker(e erased) func(v any) (uint64, error) {
	t := &Type[reflect.Value]{Program: e.program, Put: e.put}
	function := sync.OnceValue(func() *Func {
		value := NewParam(wire.ParamPositionalOnly, "value", t.Program)
		return host("objects").Func("same", "", handleProgram, value).Called("python.From").Mixed()
	})
	return func(v any) (uint64, error) {
		c := function().Begin(context.Background())
		Put(c, t, reflect.ValueOf(v))
		return Result(c, handleType)
	}
}
