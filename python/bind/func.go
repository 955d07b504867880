package bind

import (
	"context"

	"github.com/gophersnake/gophersnake/internal/engine"
	"github.com/gophersnake/gophersnake/internal/wire"
	"github.com/gophersnake/gophersnake/python"
)

// Func0 is a callable of no parameters.
func Func0[R any](r *Type[R], params ...Parameter) *Type[python.Func0[R]] {
	s := signature(r.Program, params)
	return engine.Callable(s, func(function python.Func0[R]) engine.Handler {
		return func(ctx context.Context, args *wire.Decoder, result *wire.Encoder) error {
			if err := args.End(); err != nil {
				return err
			}
			v, err := function(ctx)
			return put(result, r, v, err)
		}
	}, func(callee *engine.Callee) python.Func0[R] {
		return func(ctx context.Context) (R, error) {
			return Result(callee.Begin(ctx), r)
		}
	}, func(function python.Func0[R], awaited *engine.Awaited) python.Func0[R] {
		return func(_ context.Context) (R, error) {
			return engine.Later(awaited, r, func(ctx context.Context) (R, error) { return function(ctx) })
		}
	})
}

// Func1 is a callable of one parameter.
func Func1[A, R any](r *Type[R], a *Type[A], params ...Parameter) *Type[python.Func1[A, R]] {
	s := signature(r.Program, params, a.Program)
	return engine.Callable(s, func(function python.Func1[A, R]) engine.Handler {
		return func(ctx context.Context, args *wire.Decoder, result *wire.Encoder) error {
			v0 := engine.Argument(args, a, s.Params[0])
			if err := args.End(); err != nil {
				return err
			}
			v, err := function(ctx, v0)
			return put(result, r, v, err)
		}
	}, func(callee *engine.Callee) python.Func1[A, R] {
		return func(ctx context.Context, v0 A) (R, error) {
			call := callee.Begin(ctx)
			Put(call, a, v0)
			return Result(call, r)
		}
	}, func(function python.Func1[A, R], awaited *engine.Awaited) python.Func1[A, R] {
		return func(_ context.Context, v0 A) (R, error) {
			return engine.Later(awaited, r, func(ctx context.Context) (R, error) { return function(ctx, v0) })
		}
	})
}

// Func2 is a callable of two parameters.
func Func2[A, B, R any](r *Type[R], a *Type[A], b *Type[B], params ...Parameter) *Type[python.Func2[A, B, R]] {
	s := signature(r.Program, params, a.Program, b.Program)
	return engine.Callable(s, func(function python.Func2[A, B, R]) engine.Handler {
		return func(ctx context.Context, args *wire.Decoder, result *wire.Encoder) error {
			v0 := engine.Argument(args, a, s.Params[0])
			v1 := engine.Argument(args, b, s.Params[1])
			if err := args.End(); err != nil {
				return err
			}
			v, err := function(ctx, v0, v1)
			return put(result, r, v, err)
		}
	}, func(callee *engine.Callee) python.Func2[A, B, R] {
		return func(ctx context.Context, v0 A, v1 B) (R, error) {
			call := callee.Begin(ctx)
			Put(call, a, v0)
			Put(call, b, v1)
			return Result(call, r)
		}
	}, func(function python.Func2[A, B, R], awaited *engine.Awaited) python.Func2[A, B, R] {
		return func(_ context.Context, v0 A, v1 B) (R, error) {
			return engine.Later(awaited, r, func(ctx context.Context) (R, error) { return function(ctx, v0, v1) })
		}
	})
}

// Func3 is a callable of three parameters.
func Func3[A, B, C, R any](r *Type[R], a *Type[A], b *Type[B], c *Type[C], params ...Parameter) *Type[python.Func3[A, B, C, R]] {
	s := signature(r.Program, params, a.Program, b.Program, c.Program)
	return engine.Callable(s, func(function python.Func3[A, B, C, R]) engine.Handler {
		return func(ctx context.Context, args *wire.Decoder, result *wire.Encoder) error {
			v0 := engine.Argument(args, a, s.Params[0])
			v1 := engine.Argument(args, b, s.Params[1])
			v2 := engine.Argument(args, c, s.Params[2])
			if err := args.End(); err != nil {
				return err
			}
			v, err := function(ctx, v0, v1, v2)
			return put(result, r, v, err)
		}
	}, func(callee *engine.Callee) python.Func3[A, B, C, R] {
		return func(ctx context.Context, v0 A, v1 B, v2 C) (R, error) {
			call := callee.Begin(ctx)
			Put(call, a, v0)
			Put(call, b, v1)
			Put(call, c, v2)
			return Result(call, r)
		}
	}, func(function python.Func3[A, B, C, R], awaited *engine.Awaited) python.Func3[A, B, C, R] {
		return func(_ context.Context, v0 A, v1 B, v2 C) (R, error) {
			return engine.Later(awaited, r, func(ctx context.Context) (R, error) { return function(ctx, v0, v1, v2) })
		}
	})
}

// Func4 is a callable of four parameters.
func Func4[A, B, C, D, R any](r *Type[R], a *Type[A], b *Type[B], c *Type[C], d *Type[D], params ...Parameter) *Type[python.Func4[A, B, C, D, R]] {
	s := signature(r.Program, params, a.Program, b.Program, c.Program, d.Program)
	return engine.Callable(s, func(function python.Func4[A, B, C, D, R]) engine.Handler {
		return func(ctx context.Context, args *wire.Decoder, result *wire.Encoder) error {
			v0 := engine.Argument(args, a, s.Params[0])
			v1 := engine.Argument(args, b, s.Params[1])
			v2 := engine.Argument(args, c, s.Params[2])
			v3 := engine.Argument(args, d, s.Params[3])
			if err := args.End(); err != nil {
				return err
			}
			v, err := function(ctx, v0, v1, v2, v3)
			return put(result, r, v, err)
		}
	}, func(callee *engine.Callee) python.Func4[A, B, C, D, R] {
		return func(ctx context.Context, v0 A, v1 B, v2 C, v3 D) (R, error) {
			call := callee.Begin(ctx)
			Put(call, a, v0)
			Put(call, b, v1)
			Put(call, c, v2)
			Put(call, d, v3)
			return Result(call, r)
		}
	}, func(function python.Func4[A, B, C, D, R], awaited *engine.Awaited) python.Func4[A, B, C, D, R] {
		return func(_ context.Context, v0 A, v1 B, v2 C, v3 D) (R, error) {
			return engine.Later(awaited, r, func(ctx context.Context) (R, error) { return function(ctx, v0, v1, v2, v3) })
		}
	})
}

// Func5 is a callable of five parameters.
func Func5[A, B, C, D, E, R any](r *Type[R], a *Type[A], b *Type[B], c *Type[C], d *Type[D], e *Type[E], params ...Parameter) *Type[python.Func5[A, B, C, D, E, R]] {
	s := signature(r.Program, params, a.Program, b.Program, c.Program, d.Program, e.Program)
	return engine.Callable(s, func(function python.Func5[A, B, C, D, E, R]) engine.Handler {
		return func(ctx context.Context, args *wire.Decoder, result *wire.Encoder) error {
			v0 := engine.Argument(args, a, s.Params[0])
			v1 := engine.Argument(args, b, s.Params[1])
			v2 := engine.Argument(args, c, s.Params[2])
			v3 := engine.Argument(args, d, s.Params[3])
			v4 := engine.Argument(args, e, s.Params[4])
			if err := args.End(); err != nil {
				return err
			}
			v, err := function(ctx, v0, v1, v2, v3, v4)
			return put(result, r, v, err)
		}
	}, func(callee *engine.Callee) python.Func5[A, B, C, D, E, R] {
		return func(ctx context.Context, v0 A, v1 B, v2 C, v3 D, v4 E) (R, error) {
			call := callee.Begin(ctx)
			Put(call, a, v0)
			Put(call, b, v1)
			Put(call, c, v2)
			Put(call, d, v3)
			Put(call, e, v4)
			return Result(call, r)
		}
	}, func(function python.Func5[A, B, C, D, E, R], awaited *engine.Awaited) python.Func5[A, B, C, D, E, R] {
		return func(_ context.Context, v0 A, v1 B, v2 C, v3 D, v4 E) (R, error) {
			return engine.Later(awaited, r, func(ctx context.Context) (R, error) { return function(ctx, v0, v1, v2, v3, v4) })
		}
	})
}

// Func6 is a callable of six parameters.
func Func6[A, B, C, D, E, F, R any](r *Type[R], a *Type[A], b *Type[B], c *Type[C], d *Type[D], e *Type[E], f *Type[F], params ...Parameter) *Type[python.Func6[A, B, C, D, E, F, R]] {
	s := signature(r.Program, params, a.Program, b.Program, c.Program, d.Program, e.Program, f.Program)
	return engine.Callable(s, func(function python.Func6[A, B, C, D, E, F, R]) engine.Handler {
		return func(ctx context.Context, args *wire.Decoder, result *wire.Encoder) error {
			v0 := engine.Argument(args, a, s.Params[0])
			v1 := engine.Argument(args, b, s.Params[1])
			v2 := engine.Argument(args, c, s.Params[2])
			v3 := engine.Argument(args, d, s.Params[3])
			v4 := engine.Argument(args, e, s.Params[4])
			v5 := engine.Argument(args, f, s.Params[5])
			if err := args.End(); err != nil {
				return err
			}
			v, err := function(ctx, v0, v1, v2, v3, v4, v5)
			return put(result, r, v, err)
		}
	}, func(callee *engine.Callee) python.Func6[A, B, C, D, E, F, R] {
		return func(ctx context.Context, v0 A, v1 B, v2 C, v3 D, v4 E, v5 F) (R, error) {
			call := callee.Begin(ctx)
			Put(call, a, v0)
			Put(call, b, v1)
			Put(call, c, v2)
			Put(call, d, v3)
			Put(call, e, v4)
			Put(call, f, v5)
			return Result(call, r)
		}
	}, func(function python.Func6[A, B, C, D, E, F, R], awaited *engine.Awaited) python.Func6[A, B, C, D, E, F, R] {
		return func(_ context.Context, v0 A, v1 B, v2 C, v3 D, v4 E, v5 F) (R, error) {
			return engine.Later(awaited, r, func(ctx context.Context) (R, error) { return function(ctx, v0, v1, v2, v3, v4, v5) })
		}
	})
}

// Func7 is a callable of seven parameters.
func Func7[A, B, C, D, E, F, G, R any](r *Type[R], a *Type[A], b *Type[B], c *Type[C], d *Type[D], e *Type[E], f *Type[F], g *Type[G], params ...Parameter) *Type[python.Func7[A, B, C, D, E, F, G, R]] {
	s := signature(r.Program, params, a.Program, b.Program, c.Program, d.Program, e.Program, f.Program, g.Program)
	return engine.Callable(s, func(function python.Func7[A, B, C, D, E, F, G, R]) engine.Handler {
		return func(ctx context.Context, args *wire.Decoder, result *wire.Encoder) error {
			v0 := engine.Argument(args, a, s.Params[0])
			v1 := engine.Argument(args, b, s.Params[1])
			v2 := engine.Argument(args, c, s.Params[2])
			v3 := engine.Argument(args, d, s.Params[3])
			v4 := engine.Argument(args, e, s.Params[4])
			v5 := engine.Argument(args, f, s.Params[5])
			v6 := engine.Argument(args, g, s.Params[6])
			if err := args.End(); err != nil {
				return err
			}
			v, err := function(ctx, v0, v1, v2, v3, v4, v5, v6)
			return put(result, r, v, err)
		}
	}, func(callee *engine.Callee) python.Func7[A, B, C, D, E, F, G, R] {
		return func(ctx context.Context, v0 A, v1 B, v2 C, v3 D, v4 E, v5 F, v6 G) (R, error) {
			call := callee.Begin(ctx)
			Put(call, a, v0)
			Put(call, b, v1)
			Put(call, c, v2)
			Put(call, d, v3)
			Put(call, e, v4)
			Put(call, f, v5)
			Put(call, g, v6)
			return Result(call, r)
		}
	}, func(function python.Func7[A, B, C, D, E, F, G, R], awaited *engine.Awaited) python.Func7[A, B, C, D, E, F, G, R] {
		return func(_ context.Context, v0 A, v1 B, v2 C, v3 D, v4 E, v5 F, v6 G) (R, error) {
			return engine.Later(awaited, r, func(ctx context.Context) (R, error) { return function(ctx, v0, v1, v2, v3, v4, v5, v6) })
		}
	})
}

// Func8 is a callable of eight parameters.
func Func8[A, B, C, D, E, F, G, H, R any](r *Type[R], a *Type[A], b *Type[B], c *Type[C], d *Type[D], e *Type[E], f *Type[F], g *Type[G], h *Type[H], params ...Parameter) *Type[python.Func8[A, B, C, D, E, F, G, H, R]] {
	s := signature(r.Program, params, a.Program, b.Program, c.Program, d.Program, e.Program, f.Program, g.Program, h.Program)
	return engine.Callable(s, func(function python.Func8[A, B, C, D, E, F, G, H, R]) engine.Handler {
		return func(ctx context.Context, args *wire.Decoder, result *wire.Encoder) error {
			v0 := engine.Argument(args, a, s.Params[0])
			v1 := engine.Argument(args, b, s.Params[1])
			v2 := engine.Argument(args, c, s.Params[2])
			v3 := engine.Argument(args, d, s.Params[3])
			v4 := engine.Argument(args, e, s.Params[4])
			v5 := engine.Argument(args, f, s.Params[5])
			v6 := engine.Argument(args, g, s.Params[6])
			v7 := engine.Argument(args, h, s.Params[7])
			if err := args.End(); err != nil {
				return err
			}
			v, err := function(ctx, v0, v1, v2, v3, v4, v5, v6, v7)
			return put(result, r, v, err)
		}
	}, func(callee *engine.Callee) python.Func8[A, B, C, D, E, F, G, H, R] {
		return func(ctx context.Context, v0 A, v1 B, v2 C, v3 D, v4 E, v5 F, v6 G, v7 H) (R, error) {
			call := callee.Begin(ctx)
			Put(call, a, v0)
			Put(call, b, v1)
			Put(call, c, v2)
			Put(call, d, v3)
			Put(call, e, v4)
			Put(call, f, v5)
			Put(call, g, v6)
			Put(call, h, v7)
			return Result(call, r)
		}
	}, func(function python.Func8[A, B, C, D, E, F, G, H, R], awaited *engine.Awaited) python.Func8[A, B, C, D, E, F, G, H, R] {
		return func(_ context.Context, v0 A, v1 B, v2 C, v3 D, v4 E, v5 F, v6 G, v7 H) (R, error) {
			return engine.Later(awaited, r, func(ctx context.Context) (R, error) { return function(ctx, v0, v1, v2, v3, v4, v5, v6, v7) })
		}
	})
}
