package bind

import "github.com/gophersnake/gophersnake/internal/engine"

// NewType is the type of a Go type that is another one under a name of its own: its
// values cross as those of item.
func NewType[T, P any](item *Type[P], in func(T) P, out func(P) T) *Type[T] {
	t := engine.Renamed(item, in, out)
	engine.Register(t)
	return t
}

// RecursiveType is the type of a Go type that is another one in which it is again. What
// that is follows in an init function.
type RecursiveType[T any] = engine.RecursiveType[T]

// NewRecursive is the type of an alias that stands in its own definition; what it is
// of follows with Is.
func NewRecursive[T any]() *RecursiveType[T] { return engine.NewRecursive[T]() }

// SliceAs is a slice S under the name T.
func SliceAs[T, S ~[]E, E any](item *Type[S]) *Type[T] {
	return engine.Renamed(item, func(v T) S { return S(v) }, func(v S) T { return T(v) })
}

// MapAs is a map M under the name T.
func MapAs[T, M ~map[K]V, K comparable, V any](item *Type[M]) *Type[T] {
	return engine.Renamed(item, func(v T) M { return M(v) }, func(v M) T { return T(v) })
}
