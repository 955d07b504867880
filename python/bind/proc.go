package bind

import (
	"context"

	"github.com/gophersnake/gophersnake/internal/engine"
	"github.com/gophersnake/gophersnake/internal/wire"
	"github.com/gophersnake/gophersnake/python"
)

// Proc0 is a callable of no parameters that returns None.
func Proc0(params ...Parameter) *Type[python.Proc0] {
	s := signature(None.Program, params)
	return engine.Callable(s, func(function python.Proc0) engine.Handler {
		return func(ctx context.Context, args *wire.Decoder, result *wire.Encoder) error {
			if err := args.End(); err != nil {
				return err
			}
			return put(result, None, struct{}{}, function(ctx))
		}
	}, func(callee *engine.Callee) python.Proc0 {
		return func(ctx context.Context) error {
			return Finish(callee.Begin(ctx))
		}
	}, func(function python.Proc0, awaited *engine.Awaited) python.Proc0 {
		return func(_ context.Context) error {
			return later(awaited, func(ctx context.Context) error { return function(ctx) })
		}
	})
}

// Proc1 is a callable of one parameter that returns None.
func Proc1[A any](a *Type[A], params ...Parameter) *Type[python.Proc1[A]] {
	s := signature(None.Program, params, a.Program)
	return engine.Callable(s, func(function python.Proc1[A]) engine.Handler {
		return func(ctx context.Context, args *wire.Decoder, result *wire.Encoder) error {
			v0 := engine.Argument(args, a, s.Params[0])
			if err := args.End(); err != nil {
				return err
			}
			return put(result, None, struct{}{}, function(ctx, v0))
		}
	}, func(callee *engine.Callee) python.Proc1[A] {
		return func(ctx context.Context, v0 A) error {
			call := callee.Begin(ctx)
			Put(call, a, v0)
			return Finish(call)
		}
	}, func(function python.Proc1[A], awaited *engine.Awaited) python.Proc1[A] {
		return func(_ context.Context, v0 A) error {
			return later(awaited, func(ctx context.Context) error { return function(ctx, v0) })
		}
	})
}

// Proc2 is a callable of two parameters that returns None.
func Proc2[A, B any](a *Type[A], b *Type[B], params ...Parameter) *Type[python.Proc2[A, B]] {
	s := signature(None.Program, params, a.Program, b.Program)
	return engine.Callable(s, func(function python.Proc2[A, B]) engine.Handler {
		return func(ctx context.Context, args *wire.Decoder, result *wire.Encoder) error {
			v0 := engine.Argument(args, a, s.Params[0])
			v1 := engine.Argument(args, b, s.Params[1])
			if err := args.End(); err != nil {
				return err
			}
			return put(result, None, struct{}{}, function(ctx, v0, v1))
		}
	}, func(callee *engine.Callee) python.Proc2[A, B] {
		return func(ctx context.Context, v0 A, v1 B) error {
			call := callee.Begin(ctx)
			Put(call, a, v0)
			Put(call, b, v1)
			return Finish(call)
		}
	}, func(function python.Proc2[A, B], awaited *engine.Awaited) python.Proc2[A, B] {
		return func(_ context.Context, v0 A, v1 B) error {
			return later(awaited, func(ctx context.Context) error { return function(ctx, v0, v1) })
		}
	})
}

// Proc3 is a callable of three parameters that returns None.
func Proc3[A, B, C any](a *Type[A], b *Type[B], c *Type[C], params ...Parameter) *Type[python.Proc3[A, B, C]] {
	s := signature(None.Program, params, a.Program, b.Program, c.Program)
	return engine.Callable(s, func(function python.Proc3[A, B, C]) engine.Handler {
		return func(ctx context.Context, args *wire.Decoder, result *wire.Encoder) error {
			v0 := engine.Argument(args, a, s.Params[0])
			v1 := engine.Argument(args, b, s.Params[1])
			v2 := engine.Argument(args, c, s.Params[2])
			if err := args.End(); err != nil {
				return err
			}
			return put(result, None, struct{}{}, function(ctx, v0, v1, v2))
		}
	}, func(callee *engine.Callee) python.Proc3[A, B, C] {
		return func(ctx context.Context, v0 A, v1 B, v2 C) error {
			call := callee.Begin(ctx)
			Put(call, a, v0)
			Put(call, b, v1)
			Put(call, c, v2)
			return Finish(call)
		}
	}, func(function python.Proc3[A, B, C], awaited *engine.Awaited) python.Proc3[A, B, C] {
		return func(_ context.Context, v0 A, v1 B, v2 C) error {
			return later(awaited, func(ctx context.Context) error { return function(ctx, v0, v1, v2) })
		}
	})
}

// Proc4 is a callable of four parameters that returns None.
func Proc4[A, B, C, D any](a *Type[A], b *Type[B], c *Type[C], d *Type[D], params ...Parameter) *Type[python.Proc4[A, B, C, D]] {
	s := signature(None.Program, params, a.Program, b.Program, c.Program, d.Program)
	return engine.Callable(s, func(function python.Proc4[A, B, C, D]) engine.Handler {
		return func(ctx context.Context, args *wire.Decoder, result *wire.Encoder) error {
			v0 := engine.Argument(args, a, s.Params[0])
			v1 := engine.Argument(args, b, s.Params[1])
			v2 := engine.Argument(args, c, s.Params[2])
			v3 := engine.Argument(args, d, s.Params[3])
			if err := args.End(); err != nil {
				return err
			}
			return put(result, None, struct{}{}, function(ctx, v0, v1, v2, v3))
		}
	}, func(callee *engine.Callee) python.Proc4[A, B, C, D] {
		return func(ctx context.Context, v0 A, v1 B, v2 C, v3 D) error {
			call := callee.Begin(ctx)
			Put(call, a, v0)
			Put(call, b, v1)
			Put(call, c, v2)
			Put(call, d, v3)
			return Finish(call)
		}
	}, func(function python.Proc4[A, B, C, D], awaited *engine.Awaited) python.Proc4[A, B, C, D] {
		return func(_ context.Context, v0 A, v1 B, v2 C, v3 D) error {
			return later(awaited, func(ctx context.Context) error { return function(ctx, v0, v1, v2, v3) })
		}
	})
}

// Proc5 is a callable of five parameters that returns None.
func Proc5[A, B, C, D, E any](a *Type[A], b *Type[B], c *Type[C], d *Type[D], e *Type[E], params ...Parameter) *Type[python.Proc5[A, B, C, D, E]] {
	s := signature(None.Program, params, a.Program, b.Program, c.Program, d.Program, e.Program)
	return engine.Callable(s, func(function python.Proc5[A, B, C, D, E]) engine.Handler {
		return func(ctx context.Context, args *wire.Decoder, result *wire.Encoder) error {
			v0 := engine.Argument(args, a, s.Params[0])
			v1 := engine.Argument(args, b, s.Params[1])
			v2 := engine.Argument(args, c, s.Params[2])
			v3 := engine.Argument(args, d, s.Params[3])
			v4 := engine.Argument(args, e, s.Params[4])
			if err := args.End(); err != nil {
				return err
			}
			return put(result, None, struct{}{}, function(ctx, v0, v1, v2, v3, v4))
		}
	}, func(callee *engine.Callee) python.Proc5[A, B, C, D, E] {
		return func(ctx context.Context, v0 A, v1 B, v2 C, v3 D, v4 E) error {
			call := callee.Begin(ctx)
			Put(call, a, v0)
			Put(call, b, v1)
			Put(call, c, v2)
			Put(call, d, v3)
			Put(call, e, v4)
			return Finish(call)
		}
	}, func(function python.Proc5[A, B, C, D, E], awaited *engine.Awaited) python.Proc5[A, B, C, D, E] {
		return func(_ context.Context, v0 A, v1 B, v2 C, v3 D, v4 E) error {
			return later(awaited, func(ctx context.Context) error { return function(ctx, v0, v1, v2, v3, v4) })
		}
	})
}

// Proc6 is a callable of six parameters that returns None.
func Proc6[A, B, C, D, E, F any](a *Type[A], b *Type[B], c *Type[C], d *Type[D], e *Type[E], f *Type[F], params ...Parameter) *Type[python.Proc6[A, B, C, D, E, F]] {
	s := signature(None.Program, params, a.Program, b.Program, c.Program, d.Program, e.Program, f.Program)
	return engine.Callable(s, func(function python.Proc6[A, B, C, D, E, F]) engine.Handler {
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
			return put(result, None, struct{}{}, function(ctx, v0, v1, v2, v3, v4, v5))
		}
	}, func(callee *engine.Callee) python.Proc6[A, B, C, D, E, F] {
		return func(ctx context.Context, v0 A, v1 B, v2 C, v3 D, v4 E, v5 F) error {
			call := callee.Begin(ctx)
			Put(call, a, v0)
			Put(call, b, v1)
			Put(call, c, v2)
			Put(call, d, v3)
			Put(call, e, v4)
			Put(call, f, v5)
			return Finish(call)
		}
	}, func(function python.Proc6[A, B, C, D, E, F], awaited *engine.Awaited) python.Proc6[A, B, C, D, E, F] {
		return func(_ context.Context, v0 A, v1 B, v2 C, v3 D, v4 E, v5 F) error {
			return later(awaited, func(ctx context.Context) error { return function(ctx, v0, v1, v2, v3, v4, v5) })
		}
	})
}

// Proc7 is a callable of seven parameters that returns None.
func Proc7[A, B, C, D, E, F, G any](a *Type[A], b *Type[B], c *Type[C], d *Type[D], e *Type[E], f *Type[F], g *Type[G], params ...Parameter) *Type[python.Proc7[A, B, C, D, E, F, G]] {
	s := signature(None.Program, params, a.Program, b.Program, c.Program, d.Program, e.Program, f.Program, g.Program)
	return engine.Callable(s, func(function python.Proc7[A, B, C, D, E, F, G]) engine.Handler {
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
			return put(result, None, struct{}{}, function(ctx, v0, v1, v2, v3, v4, v5, v6))
		}
	}, func(callee *engine.Callee) python.Proc7[A, B, C, D, E, F, G] {
		return func(ctx context.Context, v0 A, v1 B, v2 C, v3 D, v4 E, v5 F, v6 G) error {
			call := callee.Begin(ctx)
			Put(call, a, v0)
			Put(call, b, v1)
			Put(call, c, v2)
			Put(call, d, v3)
			Put(call, e, v4)
			Put(call, f, v5)
			Put(call, g, v6)
			return Finish(call)
		}
	}, func(function python.Proc7[A, B, C, D, E, F, G], awaited *engine.Awaited) python.Proc7[A, B, C, D, E, F, G] {
		return func(_ context.Context, v0 A, v1 B, v2 C, v3 D, v4 E, v5 F, v6 G) error {
			return later(awaited, func(ctx context.Context) error { return function(ctx, v0, v1, v2, v3, v4, v5, v6) })
		}
	})
}

// Proc8 is a callable of eight parameters that returns None.
func Proc8[A, B, C, D, E, F, G, H any](a *Type[A], b *Type[B], c *Type[C], d *Type[D], e *Type[E], f *Type[F], g *Type[G], h *Type[H], params ...Parameter) *Type[python.Proc8[A, B, C, D, E, F, G, H]] {
	s := signature(None.Program, params, a.Program, b.Program, c.Program, d.Program, e.Program, f.Program, g.Program, h.Program)
	return engine.Callable(s, func(function python.Proc8[A, B, C, D, E, F, G, H]) engine.Handler {
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
			return put(result, None, struct{}{}, function(ctx, v0, v1, v2, v3, v4, v5, v6, v7))
		}
	}, func(callee *engine.Callee) python.Proc8[A, B, C, D, E, F, G, H] {
		return func(ctx context.Context, v0 A, v1 B, v2 C, v3 D, v4 E, v5 F, v6 G, v7 H) error {
			call := callee.Begin(ctx)
			Put(call, a, v0)
			Put(call, b, v1)
			Put(call, c, v2)
			Put(call, d, v3)
			Put(call, e, v4)
			Put(call, f, v5)
			Put(call, g, v6)
			Put(call, h, v7)
			return Finish(call)
		}
	}, func(function python.Proc8[A, B, C, D, E, F, G, H], awaited *engine.Awaited) python.Proc8[A, B, C, D, E, F, G, H] {
		return func(_ context.Context, v0 A, v1 B, v2 C, v3 D, v4 E, v5 F, v6 G, v7 H) error {
			return later(awaited, func(ctx context.Context) error { return function(ctx, v0, v1, v2, v3, v4, v5, v6, v7) })
		}
	})
}
