package bind

import (
	"iter"

	"github.com/gophersnake/gophersnake/internal/engine"
)

// AsyncFunc describes a function whose result is awaited, as Func does another.
// Its calls are made as those of other functions, but a goroutine that waits for
// one takes no thread.
func (m Module) AsyncFunc(name, signature string, result ResultType, parameters ...Parameter) Func {
	return Func{m.module.AsyncFunc(name, signature, result.ResultProgram(), parameters...)}
}

// StreamFunc describes a function that returns an asynchronous iterator of such
// items; its calls are for [Stream].
func (m Module) StreamFunc(name, signature string, item ResultType, parameters ...Parameter) Func {
	return Func{m.module.StreamFunc(name, signature, item.ResultProgram(), parameters...)}
}

// Stream returns the items of the iterator that the call returns; begin is called
// by each range over it.
func Stream[T any](begin func() *Call, item *Type[T]) iter.Seq2[T, error] {
	return engine.Stream(begin, item)
}
