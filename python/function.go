package python

import (
	"context"

	"github.com/gophersnake/gophersnake/internal/engine"
	"github.com/gophersnake/gophersnake/internal/memory"
	"github.com/gophersnake/gophersnake/internal/wire"
)

// The types of functions that cross, by how many parameters they have: Func0 to
// Func8 return a value, Proc0 to Proc8 (of callables that return None) only an error.
// A plain Go function of the same parameters can be given wherever one is asked for.
//
// A function of Go's that Python gets may be kept and called by it for ever, from any
// thread. Its context is that of the Go call under which Python calls it, on the same
// thread, and otherwise the background. An error that it returns is raised in Python
// as gophersnake.GoError, a panic as gophersnake.GoPanic.
//
// A function that came from Python calls it, like any generated function. It holds the
// callable until Close, or until the garbage collector finds the function unused;
// passed back to Python it is the same object. Close of a function of Go's does
// nothing. Closing twice is allowed, and it always returns nil.
type (
	// Func0 takes 0 arguments and returns a value.
	Func0[R any] func(context.Context) (R, error)
	// Func1 takes 1 argument and returns a value.
	Func1[A, R any] func(context.Context, A) (R, error)
	// Func2 takes 2 arguments and returns a value.
	Func2[A, B, R any] func(context.Context, A, B) (R, error)
	// Func3 takes 3 arguments and returns a value.
	Func3[A, B, C, R any] func(context.Context, A, B, C) (R, error)
	// Func4 takes 4 arguments and returns a value.
	Func4[A, B, C, D, R any] func(context.Context, A, B, C, D) (R, error)
	// Func5 takes 5 arguments and returns a value.
	Func5[A, B, C, D, E, R any] func(context.Context, A, B, C, D, E) (R, error)
	// Func6 takes 6 arguments and returns a value.
	Func6[A, B, C, D, E, F, R any] func(context.Context, A, B, C, D, E, F) (R, error)
	// Func7 takes 7 arguments and returns a value.
	Func7[A, B, C, D, E, F, G, R any] func(context.Context, A, B, C, D, E, F, G) (R, error)
	// Func8 takes 8 arguments and returns a value.
	Func8[A, B, C, D, E, F, G, H, R any] func(context.Context, A, B, C, D, E, F, G, H) (R, error)
	// Proc0 takes 0 arguments and returns nothing.
	Proc0 func(context.Context) error
	// Proc1 takes 1 argument and returns nothing.
	Proc1[A any] func(context.Context, A) error
	// Proc2 takes 2 arguments and returns nothing.
	Proc2[A, B any] func(context.Context, A, B) error
	// Proc3 takes 3 arguments and returns nothing.
	Proc3[A, B, C any] func(context.Context, A, B, C) error
	// Proc4 takes 4 arguments and returns nothing.
	Proc4[A, B, C, D any] func(context.Context, A, B, C, D) error
	// Proc5 takes 5 arguments and returns nothing.
	Proc5[A, B, C, D, E any] func(context.Context, A, B, C, D, E) error
	// Proc6 takes 6 arguments and returns nothing.
	Proc6[A, B, C, D, E, F any] func(context.Context, A, B, C, D, E, F) error
	// Proc7 takes 7 arguments and returns nothing.
	Proc7[A, B, C, D, E, F, G any] func(context.Context, A, B, C, D, E, F, G) error
	// Proc8 takes 8 arguments and returns nothing.
	Proc8[A, B, C, D, E, F, G, H any] func(context.Context, A, B, C, D, E, F, G, H) error
	// FuncVar takes any arguments, by position and by name, and returns a value.
	FuncVar[R any] func(ctx context.Context, args []any, kwargs map[string]any) (R, error)
	// ProcVar takes any arguments and returns nothing.
	ProcVar func(ctx context.Context, args []any, kwargs map[string]any) error
)

// EncodeAny appends the function where any value may stand. It is for the runtime.
func (f FuncVar[R]) EncodeAny(e *wire.Encoder) error {
	engine.LendAny(e, f)
	return nil
}

func closeFunction[F any](f F) error {
	engine.CloseCallable(memory.Identity(f))
	return nil
}

// Close gives the callable of a function that came from Python back.
func (f Func0[R]) Close() error { return closeFunction(f) }

// Close gives the callable of a function that came from Python back.
func (f Func1[A, R]) Close() error { return closeFunction(f) }

// Close gives the callable of a function that came from Python back.
func (f Func2[A, B, R]) Close() error { return closeFunction(f) }

// Close gives the callable of a function that came from Python back.
func (f Func3[A, B, C, R]) Close() error { return closeFunction(f) }

// Close gives the callable of a function that came from Python back.
func (f Func4[A, B, C, D, R]) Close() error { return closeFunction(f) }

// Close gives the callable of a function that came from Python back.
func (f Func5[A, B, C, D, E, R]) Close() error { return closeFunction(f) }

// Close gives the callable of a function that came from Python back.
func (f Func6[A, B, C, D, E, F, R]) Close() error { return closeFunction(f) }

// Close gives the callable of a function that came from Python back.
func (f Func7[A, B, C, D, E, F, G, R]) Close() error { return closeFunction(f) }

// Close gives the callable of a function that came from Python back.
func (f Func8[A, B, C, D, E, F, G, H, R]) Close() error { return closeFunction(f) }

// Close gives the callable of a function that came from Python back.
func (f Proc0) Close() error { return closeFunction(f) }

// Close gives the callable of a function that came from Python back.
func (f Proc1[A]) Close() error { return closeFunction(f) }

// Close gives the callable of a function that came from Python back.
func (f Proc2[A, B]) Close() error { return closeFunction(f) }

// Close gives the callable of a function that came from Python back.
func (f Proc3[A, B, C]) Close() error { return closeFunction(f) }

// Close gives the callable of a function that came from Python back.
func (f Proc4[A, B, C, D]) Close() error { return closeFunction(f) }

// Close gives the callable of a function that came from Python back.
func (f Proc5[A, B, C, D, E]) Close() error { return closeFunction(f) }

// Close gives the callable of a function that came from Python back.
func (f Proc6[A, B, C, D, E, F]) Close() error { return closeFunction(f) }

// Close gives the callable of a function that came from Python back.
func (f Proc7[A, B, C, D, E, F, G]) Close() error { return closeFunction(f) }

// Close gives the callable of a function that came from Python back.
func (f Proc8[A, B, C, D, E, F, G, H]) Close() error { return closeFunction(f) }

// Close gives the callable of a function that came from Python back.
func (f FuncVar[R]) Close() error { return closeFunction(f) }

// Close gives the callable of a function that came from Python back.
func (f ProcVar) Close() error { return closeFunction(f) }
