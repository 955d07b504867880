package bind

import (
	"iter"

	"github.com/gophersnake/gophersnake/internal/engine"
	"github.com/gophersnake/gophersnake/python"
)

// Iterator is Iterator[T], and Generator[T, None, None]: a sequence whose every item
// may be an error.
func Iterator[T any](item *Type[T]) *Type[iter.Seq2[T, error]] { return engine.Iterator(item) }

// Iterable is Iterable[T], which can be ranged over more than once.
func Iterable[T any](item *Type[T]) *Type[iter.Seq2[T, error]] { return engine.Iterable(item) }

// IteratorFrom is Iterator[T] as a parameter: any sequence of Go's.
func IteratorFrom[T any](item *Type[T]) *Type[iter.Seq[T]] {
	return engine.Given(engine.Iterator(item))
}

// IterableFrom is Iterable[T] as a parameter: any sequence of Go's.
func IterableFrom[T any](item *Type[T]) *Type[iter.Seq[T]] {
	return engine.Given(engine.Iterable(item))
}

// AsyncIterator is AsyncIterator[T], and AsyncGenerator[T, None].
func AsyncIterator[T any](item *Type[T]) *Type[iter.Seq2[T, error]] {
	return engine.AsyncIterator(item)
}

// AsyncIterable is AsyncIterable[T], which can be ranged over more than once.
func AsyncIterable[T any](item *Type[T]) *Type[iter.Seq2[T, error]] {
	return engine.AsyncIterable(item)
}

// AsyncIteratorFrom is AsyncIterator[T] as a parameter: any sequence of Go's.
func AsyncIteratorFrom[T any](item *Type[T]) *Type[iter.Seq[T]] {
	return engine.Given(engine.AsyncIterator(item))
}

// AsyncIterableFrom is AsyncIterable[T] as a parameter: any sequence of Go's.
func AsyncIterableFrom[T any](item *Type[T]) *Type[iter.Seq[T]] {
	return engine.Given(engine.AsyncIterable(item))
}

// Generator is Generator[Y, S, R], of which S or R is not None.
func Generator[Y, S, R any](y *Type[Y], s *Type[S], r *Type[R]) *Type[*python.Generator[Y, S, R]] {
	return python.GeneratorType(y, s, r)
}

// AsyncGenerator is AsyncGenerator[Y, S], of which S is not None.
func AsyncGenerator[Y, S any](y *Type[Y], s *Type[S]) *Type[*python.Generator[Y, S, struct{}]] {
	return python.AsyncGeneratorType(y, s)
}

// AsyncContextManager is AbstractAsyncContextManager[T].
func AsyncContextManager[T any](item *Type[T]) *Type[*python.ContextManager[T]] {
	return python.AsyncContextManagerType(item)
}

// ContextManager is AbstractContextManager[T].
func ContextManager[T any](item *Type[T]) *Type[*python.ContextManager[T]] {
	return python.ContextManagerType(item)
}

// File is IO, and what is like it, of the kind that the adapter says.
func File(adapter string) *Type[*python.File] { return python.FileType(adapter) }

// Range returns the items of the iterator that the call returns; begin is called
// by each range over it. An error comes as the last pair.
func Range[T any](begin func() *Call, iterator *Type[iter.Seq2[T, error]]) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		items, err := Result(begin(), iterator)
		if err != nil {
			var none T
			yield(none, err)
			return
		}
		items(yield)
	}
}
