package bind

import "github.com/gophersnake/gophersnake/internal/engine"

// NewType is the type of a Go type that is another one under a name of its own: its
// values cross as those of item.
func NewType[T, P any](item *Type[P], in func(T) P, out func(P) T) *Type[T] {
	t := engine.Renamed(item, in, out)
	engine.Register(t)
	return t
}
