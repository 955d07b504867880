package engine

import "github.com/gophersnake/gophersnake/internal/wire"

// Any is the type of a value whose Python type is decided by its Go type. Where
// it is read, Python's exact type decides.
var Any = &Type[any]{
	Program: wire.Program{}.Kind(wire.KindAny),
	Put: func(e *wire.Encoder, v any) {
		e.Any(v)
		e.Keep(v)
	},
	Get: (*wire.Decoder).Any,
}
