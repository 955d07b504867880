package engine

import (
	"context"

	"github.com/gophersnake/gophersnake/internal/memory"
	"github.com/gophersnake/gophersnake/internal/wire"
)

var (
	argsType   = List(wire.KindTupleOf, Any)
	kwargsType = Dict(wire.KindDict, Str, Any)
	argsParam  = NewParam(wire.ParamVarPositional, "args", Any.Program)
	kwargParam = NewParam(wire.ParamVarKeyword, "kwargs", Any.Program)
)

// AnySignature is that of a callable that takes any arguments.
func AnySignature(result wire.Program) *Signature {
	return NewSignature(wire.CallableAnyArguments, result, argsParam, kwargParam)
}

// AnyArguments reads the arguments of a callback that takes any.
func AnyArguments(args *wire.Decoder) ([]any, map[string]any, error) {
	positional := Argument(args, argsType, argsParam)
	named := Argument(args, kwargsType, kwargParam)
	return positional, named, args.End()
}

// BeginAny begins a call with any arguments; they are put.
func (c *Callee) BeginAny(ctx context.Context, args []any, kwargs map[string]any) *Call {
	call := c.Begin(ctx)
	Put(call, argsType, args)
	Put(call, kwargsType, kwargs)
	return call
}

// LendAny appends, where any value may stand, a function that takes any arguments and
// returns any value. One that came from Python is the same object there.
func LendAny[R any](e *wire.Encoder, f func(context.Context, []any, map[string]any) (R, error)) {
	identity := memory.Identity(f)
	switch callee := calleeAt(identity); {
	case identity == 0:
		e.Kind(wire.KindNone)
		e.None()
	case callee != nil:
		e.Kind(wire.KindObject)
		calleeType.Put(e, callee)
	default:
		e.Kind(wire.KindCallable)
		LendFunction(e, func(ctx context.Context, args *wire.Decoder, result *wire.Encoder) error {
			positional, named, err := AnyArguments(args)
			if err != nil {
				return err
			}
			v, err := f(ctx, positional, named)
			if err == nil {
				Any.Put(result, v)
			}
			return err
		}, f)
	}
}
