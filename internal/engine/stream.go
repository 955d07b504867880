package engine

import (
	"context"
	"iter"

	"github.com/gophersnake/gophersnake/internal/wire"
)

// stream is what a function has that returns an async iterator.
type stream struct {
	next, close *Func
}

var (
	// streamer makes a function that returns an async iterator one that returns a
	// Stream of gophersnake.host.loop.
	streamer = host("loop").Func("Streamer", "", handleProgram,
		NewParam(wire.ParamPositionalOnly, "function", handleProgram))
	streamParam = NewParam(wire.ParamPositionalOnly, "stream", handleProgram)
)

// StreamFunc describes a function that returns an async iterator of such items.
// Its calls are for [Stream].
func (m *Module) StreamFunc(name, signature string, item wire.Program, params ...*Param) *Func {
	f := m.Func(name, signature, handleProgram, append([]*Param{variablesParam}, params...)...)
	f.wrapper, f.lead = streamer, 1
	method := func(name string) *Func {
		method := host("loop").Func("Stream."+name, "", NoResult, streamParam, ticketParam)
		method.take = takeOf(append(wire.Program{}.Kind(wire.KindList), item...))
		return method
	}
	f.stream = &stream{method("next"), method("close")}
	return f
}

// Stream returns what a call of such a function gives: begin is called, and the
// Python function with it, by each range over it. An item is asked for when the
// one before was taken, so Python is never ahead. A range that ends early closes
// the iterator, and waits for its finally blocks; what they raise is lost. An
// error ends the range: it comes as the last pair.
func Stream[T any](begin func() *Call, item *Type[T]) iter.Seq2[T, error] {
	items := List(wire.KindList, item)
	return func(yield func(T, error) bool) {
		var none T
		c := begin()
		ctx, f, name := c.ctx, c.function, c.name()
		err := c.beginOnly()
		var handle uint64
		if err == nil {
			handle, err = crossedResult(c, handleType)
		}
		if err != nil {
			yield(none, err)
			return
		}
		defer Release(handle)
		step := func(ctx context.Context, method *Func) ([]T, error) {
			c := newCall(ctx, method)
			c.doing = name
			Put(c, handleType, handle)
			c.putTicket()
			return await(c, items)
		}
		ended := false
		end := func() {
			if !ended {
				ended = true
				_, _ = step(ownContext(ctx), f.stream.close)
			}
		}
		defer end()
		for {
			next, err := step(ctx, f.stream.next)
			if err != nil { // also one that Python's iterator knows nothing of
				end()
				yield(none, err)
				return
			}
			if len(next) == 0 {
				ended = true
				return
			}
			if !yield(next[0], nil) {
				return
			}
		}
	}
}
