package engine

import (
	"context"
	"errors"
	"iter"
	"runtime"
	"strconv"
	"sync/atomic"

	"github.com/gophersnake/gophersnake/internal/memory"
	"github.com/gophersnake/gophersnake/internal/wire"
)

// ErrInUse is the error of using an iterator or generator of Python's while another
// goroutine does.
var ErrInUse = errors.New("gophersnake: a Python iterator is used by two goroutines at once")

// Single is the type of T alone in a tuple, or of None: what stands for a value that
// may not be there, whatever T has for None itself.
func Single[T any](t *Type[T]) *Type[*T] {
	return &Type[*T]{
		Program: optionalProgram(append(wire.Program{}.Tuple(1), t.Program...)),
		Put:     func(e *wire.Encoder, v *T) { wire.EncodeOptional(e, v, t.Put) },
		Get:     func(d *wire.Decoder) *T { return wire.DecodeOptional(d, t.Get) },
	}
}

// found is an item of an iterator, or that there is none.
type found[T any] struct {
	item T
	is   bool
}

// foundType reads what Single writes, without an allocation.
func foundType[T any](t *Type[T]) *Type[found[T]] {
	return &Type[found[T]]{Get: func(d *wire.Decoder) (f found[T]) {
		if f.is = d.Present(); f.is {
			f.item = t.Get(d)
		}
		return f
	}}
}

// iteration is what a type of iterators needs: the function that does one step,
// pull(stop), as gophersnake.host.adapters.iteration has it.
type iteration[T any] struct {
	item  *Type[T]
	step  *Type[*T]
	found *Type[found[T]]
	pull  *Signature
}

func newIteration[T any](item *Type[T]) *iteration[T] {
	step := Single(item)
	stop := NewParam(wire.ParamPositionalOnly, "stop", Bool.Program)
	return &iteration[T]{item, step, foundType(item), NewSignature(0, step.Program, stop).Called("a Python iterator")}
}

// Iterator is the type of iterators: sequences whose every item may be an error
// instead, which ends them. One of Python's can be ranged over once, with the context
// of the call that it came from; leaving the range early closes it.
func Iterator[T any](item *Type[T]) *Type[iter.Seq2[T, error]] {
	i := newIteration(item)
	return &Type[iter.Seq2[T, error]]{
		Program: append(wire.Program{}.Adapted("iterator"), i.pull.Program()...),
		Put: func(e *wire.Encoder, items iter.Seq2[T, error]) {
			putSequence(e, items, func() { i.lend(e, items) })
		},
		Get: func(d *wire.Decoder) iter.Seq2[T, error] {
			callee := getCallee(d, i.pull)
			if callee == nil {
				return nil
			}
			p := &pulling[T]{iteration: i, callee: callee}
			items := p.all(*d.Context)
			callee.is(memory.Identity(items))
			return items
		},
	}
}

// Iterable is the type of iterables: as that of iterators, but they can be ranged
// over more than once.
func Iterable[T any](item *Type[T]) *Type[iter.Seq2[T, error]] {
	i := newIteration(item)
	begin := NewSignature(0, i.pull.Program()).Called("a Python iterable")
	begun := &Type[*Callee]{Get: func(d *wire.Decoder) *Callee { return getCallee(d, i.pull) }}
	return &Type[iter.Seq2[T, error]]{
		Program: append(wire.Program{}.Adapted("iterable"), begin.Program()...),
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
		Get: func(d *wire.Decoder) iter.Seq2[T, error] {
			callee, ctx := getCallee(d, begin), *d.Context
			if callee == nil {
				return nil
			}
			items := func(yield func(T, error) bool) {
				iterator, err := Result(callee.Begin(ctx), begun)
				if err != nil {
					var none T
					yield(none, err)
					return
				}
				(&pulling[T]{iteration: i, callee: iterator}).all(ctx)(yield)
			}
			callee.is(memory.Identity(items))
			return items
		},
	}
}

// Given makes the type of sequences that only go to Python, and cannot fail, of one
// of sequences that can.
func Given[T any](t *Type[iter.Seq2[T, error]]) *Type[iter.Seq[T]] {
	return &Type[iter.Seq[T]]{
		Program: t.Program,
		Put: func(e *wire.Encoder, items iter.Seq[T]) {
			if items == nil {
				t.Put(e, nil)
				return
			}
			t.Put(e, func(yield func(T, error) bool) {
				items(func(v T) bool { return yield(v, nil) })
			})
		},
	}
}

// putSequence appends a sequence: Python's own, if it is one, or what lend appends.
func putSequence[F any](e *wire.Encoder, items F, lend func()) {
	identity := memory.Identity(items)
	switch callee := calleeAt(identity); {
	case identity == 0:
		e.Fail(&wire.Refusal{Expected: "sequence", Got: "nil"})
	case callee != nil:
		callee.put(e)
	default:
		lend()
	}
}

func getCallee(d *wire.Decoder, s *Signature) *Callee {
	_, handle := d.Callable()
	if d.Err() != nil {
		return nil
	}
	return newCallee(handle, s)
}

// pulling is one iterator of Python's, which is being iterated over.
type pulling[T any] struct {
	*iteration[T]
	callee *Callee
	using  atomic.Bool
	count  int
	over   bool // it had no more items
	failed bool // there is nothing more to be had of it, but it may not know
	closed bool
}

// all ranges over what is left. Leaving the range early closes the iterator.
func (p *pulling[T]) all(ctx context.Context) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		var none T
		if !p.using.CompareAndSwap(false, true) {
			yield(none, ErrInUse)
			return
		}
		defer p.using.Store(false)
		if p.closed {
			yield(none, ErrClosed)
			return
		}
		if p.over || p.failed {
			return
		}
		defer p.close(ctx)
		for !p.over {
			next, err := p.next(ctx)
			if err != nil {
				yield(none, err)
				return
			}
			if next.is && !yield(next.item, nil) {
				return
			}
		}
	}
}

func (p *pulling[T]) next(ctx context.Context) (found[T], error) {
	call := p.callee.caller.Begin(ctx)
	call.putHandle(p.callee.ref)
	call.encoder.Bool(false)
	next, err := Result(call, p.found)
	runtime.KeepAlive(p.callee)
	if err != nil {
		err = Hooks.Item(err, "result[0]", "item "+strconv.Itoa(p.count))
	}
	p.count++
	p.over, p.failed = err == nil && !next.is, err != nil
	return next, err
}

// close ends an iterator that has not ended, also if the context is done: that is
// when there is most to clean up. Its error has nobody to go to.
func (p *pulling[T]) close(ctx context.Context) {
	if !p.over && ctx != nil {
		call := p.callee.Begin(context.WithoutCancel(ctx))
		Put(call, Bool, true)
		_, _ = Result(call, p.step)
	}
	p.closed = !p.over && !p.failed
	p.callee.ref.Close()
}
