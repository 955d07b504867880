package bind

import (
	"context"
	"reflect"
	"strconv"

	"github.com/gophersnake/gophersnake/internal/engine"
	"github.com/gophersnake/gophersnake/internal/wire"
	"github.com/gophersnake/gophersnake/python"
)

// Func0 to Func8 and Proc0 to Proc8 are Callable[[A, ...], R], by how many parameters
// there are and whether there is a result. Their types are given in order, the result's
// first. Without a list of parameters they are passed by position; otherwise the list
// has one for each, as for a function: names, kinds and defaults, as the __call__ of a
// Protocol has them. A parameter with a default is an [Opt] in Go.

// signature describes a callable of these types, with the parameters that are given.
func signature(result wire.Program, params []Parameter, types ...wire.Program) *engine.Signature {
	list := make([]*engine.Param, len(types))
	for i, t := range types {
		if len(params) != 0 {
			list[i] = params[i]
			continue
		}
		list[i] = engine.NewParam(wire.ParamPositionalOnly, strconv.Itoa(i+1), t)
	}
	return engine.NewSignature(0, result, list...)
}

// put appends the result of a callback, unless it failed.
func put[T any](e *wire.Encoder, t *Type[T], v T, err error) error {
	if err == nil {
		t.Put(e, v)
	}
	return err
}

// later has a call without a result run elsewhere.
func later(awaited *engine.Awaited, call func(context.Context) error) error {
	_, err := engine.Later(awaited, None, func(ctx context.Context) (struct{}, error) { return struct{}{}, call(ctx) })
	return err
}

// Async is the type of functions of t's Go type, one of those above, that Python awaits:
// Callable[[A, ...], Awaitable[R]]. One of Go's runs in a goroutine of its own.
func Async[F any](t *Type[F]) *Type[F] { return engine.Async(t) }

// Awaitable is Awaitable[R], of the type of a function without parameters, which awaits
// it.
func Awaitable[F any](t *Type[F]) *Type[F] { return engine.Awaitable(t) }

// Opt is the type of a parameter of a callable that has a default.
func Opt[T any](t *Type[T]) *Type[python.Opt[T]] {
	return &Type[python.Opt[T]]{
		Program: t.Program,
		Put: func(e *wire.Encoder, v python.Opt[T]) {
			if value, given := v.Get(); e.Present(given) {
				t.Put(e, value)
			}
		},
		Get: func(d *wire.Decoder) python.Opt[T] {
			if !d.Present() {
				return python.Opt[T]{}
			}
			return python.Some(t.Get(d))
		},
	}
}

// OptionalFunc is F | None of a callable; nil is None.
func OptionalFunc[F any](item *Type[F]) *Type[F] {
	return engine.OptionalAs(item, func(f F) bool { return reflect.ValueOf(f).IsNil() })
}

// FuncVar is Callable[..., R].
func FuncVar[R any](r *Type[R]) *Type[python.FuncVar[R]] {
	return engine.Callable(engine.AnySignature(r.Program), func(function python.FuncVar[R]) engine.Handler {
		return func(ctx context.Context, args *wire.Decoder, result *wire.Encoder) error {
			positional, named, err := engine.AnyArguments(args)
			if err != nil {
				return err
			}
			v, err := function(ctx, positional, named)
			return put(result, r, v, err)
		}
	}, func(callee *engine.Callee) python.FuncVar[R] {
		return func(ctx context.Context, args []any, kwargs map[string]any) (R, error) {
			return Result(callee.BeginAny(ctx, args, kwargs), r)
		}
	}, func(function python.FuncVar[R], awaited *engine.Awaited) python.FuncVar[R] {
		return func(_ context.Context, args []any, kwargs map[string]any) (R, error) {
			return engine.Later(awaited, r, func(ctx context.Context) (R, error) { return function(ctx, args, kwargs) })
		}
	})
}

// ProcVar is Callable[..., None].
var ProcVar = engine.Callable(engine.AnySignature(None.Program), func(function python.ProcVar) engine.Handler {
	return func(ctx context.Context, args *wire.Decoder, result *wire.Encoder) error {
		positional, named, err := engine.AnyArguments(args)
		if err != nil {
			return err
		}
		return put(result, None, struct{}{}, function(ctx, positional, named))
	}
}, func(callee *engine.Callee) python.ProcVar {
	return func(ctx context.Context, args []any, kwargs map[string]any) error {
		return Finish(callee.BeginAny(ctx, args, kwargs))
	}
}, func(function python.ProcVar, awaited *engine.Awaited) python.ProcVar {
	return func(_ context.Context, args []any, kwargs map[string]any) error {
		return later(awaited, func(ctx context.Context) error { return function(ctx, args, kwargs) })
	}
})
