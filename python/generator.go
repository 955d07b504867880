package python

import (
	"context"
	"errors"
	"iter"
	"sync/atomic"

	"github.com/gophersnake/gophersnake/internal/engine"
	"github.com/gophersnake/gophersnake/internal/wire"
)

// Generator is a generator of Python's that yields values of type Y, can be sent
// values of type S, and returns an R at its end. Where Python says None, the type is
// struct{}. An asynchronous generator is one too, which returns nothing: its steps run on
// the event loop, in one task, and the goroutine waits without a thread.
//
// One goroutine uses it at a time; another one's use meanwhile is [ErrInUse]. It is
// held until it has ended, or until the garbage collector finds it unused; Python then
// runs its finally blocks. Passed back to Python it is the same generator.
type Generator[Y, S, R any] struct {
	callee   *engine.Callee
	types    *generatorTypes[Y, S, R]
	using    atomic.Bool
	begun    bool // it has yielded
	ended    bool
	closed   bool
	returned *R
}

// ErrInUse is the error of using an iterator or generator of Python's while another
// goroutine does.
var ErrInUse = engine.ErrInUse

// Next runs the generator until it yields, and returns what it yields; false if it
// returns instead. An exception that it raises ends it; a value that could not cross,
// in either direction, does not.
func (g *Generator[Y, S, R]) Next(ctx context.Context) (Y, bool, error) {
	return g.step(ctx, nil, nil)
}

// Send is Next, with v as the value of the yield expression at which the generator
// stands. Before its first yield there is none: Python raises TypeError, and it can still
// be begun.
func (g *Generator[Y, S, R]) Send(ctx context.Context, v S) (Y, bool, error) {
	return g.step(ctx, &v, nil)
}

// Throw is Next, with err raised at the yield expression at which the generator
// stands: as a [Error] if it is one, otherwise as a gophersnake.GoError. If the
// generator does not catch it, it comes back as the error.
func (g *Generator[Y, S, R]) Throw(ctx context.Context, err error) (Y, bool, error) {
	return g.step(ctx, nil, err)
}

// All iterates over what the generator still yields. An error ends it, as the last
// pair. Leaving the loop early closes the generator.
func (g *Generator[Y, S, R]) All(ctx context.Context) iter.Seq2[Y, error] {
	return func(yield func(Y, error) bool) {
		for {
			item, more, err := g.Next(ctx)
			if err != nil {
				if ctx != nil && !errors.Is(err, ErrInUse) {
					_ = g.Close(context.WithoutCancel(ctx))
				}
				yield(item, err)
				return
			}
			if !more {
				return
			}
			if !yield(item, nil) {
				_ = g.Close(context.WithoutCancel(ctx))
				return
			}
		}
	}
}

// Return returns what the generator returned, and whether it has.
func (g *Generator[Y, S, R]) Return() (R, bool) {
	if g.returned == nil {
		var none R
		return none, false
	}
	return *g.returned, true
}

// Close ends the generator where it stands: its finally blocks run, and its error is
// one that they raise. Using it afterwards is [ErrClosed]; closing it again, or once
// it has ended, does nothing.
func (g *Generator[Y, S, R]) Close(ctx context.Context) error {
	if g == nil {
		return nil
	}
	if !g.using.CompareAndSwap(false, true) {
		return ErrInUse
	}
	defer g.using.Store(false)
	if g.ended {
		return nil
	}
	_, err := g.run(ctx, nil, nil, true)
	g.end()
	g.closed = true
	return err
}

func (g *Generator[Y, S, R]) end() {
	g.ended = true
	g.callee.Close()
}

// step does one step of the generator.
func (g *Generator[Y, S, R]) step(ctx context.Context, sent *S, failing error) (Y, bool, error) {
	var none Y
	if g == nil {
		return none, false, errors.New("gophersnake: a Python generator: it is nil")
	}
	if !g.using.CompareAndSwap(false, true) {
		return none, false, ErrInUse
	}
	defer g.using.Store(false)
	switch {
	case g.closed:
		return none, false, ErrClosed
	case g.ended:
		return none, false, nil
	}
	item, err := g.run(ctx, sent, failing, false)
	if raised := new(Error); errors.As(err, &raised) && (g.begun || sent == nil) || err == nil && item == nil {
		g.end()
	}
	g.begun = g.begun || err == nil
	if err != nil || item == nil {
		return none, false, err
	}
	return *item, true, nil
}

func (g *Generator[Y, S, R]) run(ctx context.Context, sent *S, failing error, stop bool) (*Y, error) {
	call := g.callee.Begin(ctx)
	engine.Put(call, g.types.sent, sent)
	engine.Put(call, engine.Failing, failing)
	engine.Put(call, engine.Bool, stop)
	step, err := engine.Result(call, g.types.result)
	g.returned = step.Second
	return step.First, err
}

type generatorTypes[Y, S, R any] struct {
	sent   *engine.Type[*S]
	result *engine.Type[struct {
		First  *Y
		Second *R
	}]
}

// GeneratorType is the type of generators. It is for the runtime.
func GeneratorType[Y, S, R any](y *engine.Type[Y], s *engine.Type[S], r *engine.Type[R]) *engine.Type[*Generator[Y, S, R]] {
	return generatorType("generator", (*engine.Signature).Called, y, s, r)
}

// AsyncGeneratorType is the type of asynchronous generators. It is for the runtime.
func AsyncGeneratorType[Y, S any](y *engine.Type[Y], s *engine.Type[S]) *engine.Type[*Generator[Y, S, struct{}]] {
	return generatorType("async_generator", (*engine.Signature).AwaitedAs, y, s, engine.None)
}

func generatorType[Y, S, R any](
	adapter string, called func(*engine.Signature, string) *engine.Signature,
	y *engine.Type[Y], s *engine.Type[S], r *engine.Type[R],
) *engine.Type[*Generator[Y, S, R]] {
	types := &generatorTypes[Y, S, R]{engine.Single(s), engine.Pair(engine.Single(y), engine.Single(r))}
	signature := called(engine.NewSignature(0, types.result.Program,
		engine.NewParam(wire.ParamPositionalOnly, "sent", types.sent.Program),
		engine.NewParam(wire.ParamPositionalOnly, "fails", engine.Failing.Program),
		engine.NewParam(wire.ParamPositionalOnly, "stop", engine.Bool.Program)), "a Python generator")
	return engine.Steps(adapter, signature, func(callee *engine.Callee) *Generator[Y, S, R] {
		return &Generator[Y, S, R]{callee: callee, types: types}
	}, func(g *Generator[Y, S, R]) *engine.Callee {
		if g == nil {
			return nil
		}
		return g.callee
	})
}
