package engine

import (
	"context"
	"iter"

	"github.com/gophersnake/gophersnake/internal/memory"
	"github.com/gophersnake/gophersnake/internal/wire"
)

// pull does a step of a sequence of Go's, as sequence.step.
type pull[T any] func(ctx context.Context, stop bool) (*T, error)

// asyncIteration is what a type of asynchronous iterators needs: the async function that
// does one step, and what iterates over one of Python's
// (gophersnake.host.adapters.streaming).
type asyncIteration[T any] struct {
	*iteration[T]
	steps  *Type[pull[T]]
	stream *Func
}

func newAsyncIteration[T any](item *Type[T]) *asyncIteration[T] {
	i := &asyncIteration[T]{iteration: newIteration(item)}
	i.steps = Async(Callable(i.pull, i.handler, nil, i.later))
	i.stream = host("asyncs").StreamFunc("iterate_over", "", item.Program,
		NewParam(wire.ParamPositionalOnly, "iterable", handleProgram)).Called("a Python async iterator")
	return i
}

func (i *asyncIteration[T]) handler(p pull[T]) Handler {
	return func(ctx context.Context, args *wire.Decoder, result *wire.Encoder) error {
		stop := Argument(args, Bool, i.pull.Params[0])
		if err := args.End(); err != nil {
			return err
		}
		item, err := p(ctx, stop)
		if err == nil {
			i.step.Put(result, item)
		}
		return err
	}
}

func (i *asyncIteration[T]) later(p pull[T], a *Awaited) pull[T] {
	return func(_ context.Context, stop bool) (*T, error) {
		return Later(a, i.step, func(ctx context.Context) (*T, error) { return p(ctx, stop) })
	}
}

// lend appends the async function that pulls items out of a sequence of Go's.
func (i *asyncIteration[T]) lend(e *wire.Encoder, items iter.Seq2[T, error]) {
	s := &sequence[T]{items: items}
	later := func(p pull[T], a *Awaited) pull[T] {
		return i.later(func(ctx context.Context, stop bool) (*T, error) {
			item, err := p(ctx, stop)
			a.giveBack = func() { s.giveBack(item, err) }
			return item, err
		}, a)
	}
	begin := beginning(pull[T](s.step), i.handler, later)
	e.Number(Lend(&lentFunction{handler: begin, function: aSequence{}, ended: s.stop}, e))
}

// get reads an asynchronous iterable of Python's.
func (i *asyncIteration[T]) get(d *wire.Decoder) iter.Seq2[T, error] {
	callee, ctx := getCallee(d, toldOf), *d.Context
	if callee == nil {
		return nil
	}
	items := Stream(func() *Call {
		c := i.stream.Begin(ctx)
		Put(c, calleeType, callee)
		return c
	}, i.item)
	callee.is(memory.Identity(items))
	return items
}

// AsyncIterator is the type of asynchronous iterators. One of Python's is ranged over
// on the event loop, by one task, with the context of the call that it came from.
func AsyncIterator[T any](item *Type[T]) *Type[iter.Seq2[T, error]] {
	i := newAsyncIteration(item)
	return &Type[iter.Seq2[T, error]]{
		Program: append(wire.Program{}.Adapted("async_iterator"), i.steps.Program...),
		Put: func(e *wire.Encoder, items iter.Seq2[T, error]) {
			putSequence(e, items, func() { i.lend(e, items) })
		},
		Get: i.get,
	}
}

// AsyncIterable is the type of asynchronous iterables: as that of iterators, but they
// can be ranged over more than once.
func AsyncIterable[T any](item *Type[T]) *Type[iter.Seq2[T, error]] {
	i := newAsyncIteration(item)
	begin := NewSignature(0, i.steps.Program)
	return &Type[iter.Seq2[T, error]]{
		Program: append(wire.Program{}.Adapted("async_iterable"), begin.Program()...),
		Put: func(e *wire.Encoder, items iter.Seq2[T, error]) {
			putSequence(e, items, func() {
				LendFunction(e, func(_ context.Context, args *wire.Decoder, result *wire.Encoder) error {
					if err := args.End(); err != nil {
						return err
					}
					i.lend(result, items)
					return nil
				}, items)
			})
		},
		Get: i.get,
	}
}
