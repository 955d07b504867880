package python

import (
	"context"
	"errors"

	"github.com/gophersnake/gophersnake/internal/engine"
	"github.com/gophersnake/gophersnake/internal/wire"
)

// ContextManager is a context manager of Python's, which enters with a T. [With] is
// what most programs want of it. An asynchronous one is used the same way: it enters and
// exits on the event loop, in one task, and the goroutine waits without a thread. It is
// held until it was exited, or until the garbage collector finds it unused. Passed back
// to Python it is the same object.
type ContextManager[T any] struct {
	callee *engine.Callee
	result *engine.Type[managed[T]]
}

type managed[T any] = struct {
	First  *T
	Second bool
}

// With does what Python's `with` statement does, or `async with` of an asynchronous
// manager: it enters the manager, calls do with what that returned, and exits the
// manager, also if do fails or panics, and if the context is done by then. The manager
// sees do's error as an exception, as of a callback; if it suppresses that, With returns
// nil, and otherwise the very error that do returned, or the one of entering or exiting.
func With[T any](ctx context.Context, manager *ContextManager[T], do func(T) error) (err error) {
	value, err := manager.Enter(ctx)
	if err != nil {
		return err
	}
	finished := false
	defer func() {
		if !finished { // do panics, or ends the goroutine
			_ = manager.Exit(context.WithoutCancel(ctx), &PanicError{Value: "a panic inside python.With"})
		}
	}()
	err = do(value)
	finished = true
	return manager.Exit(context.WithoutCancel(ctx), err)
}

// Enter enters the manager, which must be exited then.
func (m *ContextManager[T]) Enter(ctx context.Context) (T, error) {
	if m == nil {
		var none T
		return none, errors.New("gophersnake: a Python context manager: it is nil")
	}
	entered, err := m.step(ctx, true, nil)
	if err != nil || entered.First == nil {
		var none T
		return none, err
	}
	return *entered.First, nil
}

// Exit exits the manager: with nil as when nothing went wrong, otherwise with err as
// the exception that did. It returns err, or nil if the manager suppresses it, or what
// exiting raises.
func (m *ContextManager[T]) Exit(ctx context.Context, err error) error {
	exited, failed := m.step(ctx, false, err)
	m.callee.Close()
	switch {
	case failed != nil:
		return failed
	case exited.Second:
		return nil
	}
	return err
}

func (m *ContextManager[T]) step(ctx context.Context, enter bool, failing error) (managed[T], error) {
	call := m.callee.Begin(ctx)
	engine.Put(call, engine.Bool, enter)
	engine.Put(call, engine.Failing, failing)
	return engine.Result(call, m.result)
}

// ContextManagerType is the type of context managers. It is for the runtime.
func ContextManagerType[T any](t *engine.Type[T]) *engine.Type[*ContextManager[T]] {
	return managerType("manager", (*engine.Signature).Called, t)
}

// AsyncContextManagerType is the type of asynchronous context managers. It is for the runtime.
func AsyncContextManagerType[T any](t *engine.Type[T]) *engine.Type[*ContextManager[T]] {
	return managerType("async_manager", (*engine.Signature).AwaitedAs, t)
}

func managerType[T any](
	adapter string, called func(*engine.Signature, string) *engine.Signature, t *engine.Type[T],
) *engine.Type[*ContextManager[T]] {
	result := engine.Pair(engine.Single(t), engine.Bool)
	signature := called(engine.NewSignature(0, result.Program,
		engine.NewParam(wire.ParamPositionalOnly, "enter", engine.Bool.Program),
		engine.NewParam(wire.ParamPositionalOnly, "fails", engine.Failing.Program)), "a Python context manager")
	return engine.Steps(adapter, signature, func(callee *engine.Callee) *ContextManager[T] {
		return &ContextManager[T]{callee, result}
	}, func(m *ContextManager[T]) *engine.Callee {
		if m == nil {
			return nil
		}
		return m.callee
	})
}
