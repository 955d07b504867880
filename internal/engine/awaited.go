package engine

import (
	"context"
	"errors"
	"runtime/debug"
	"sync"

	"github.com/gophersnake/gophersnake/internal/wire"
)

// Awaited is one call of a Go function by Python, which awaits it: the function runs
// in a goroutine of its own, and nothing of Python's waits in a thread for it
// (gophersnake.host.adapters.awaiting).
type Awaited struct {
	call  func(context.Context) error
	put   func(*wire.Encoder) // the result, once there is one
	err   error
	end   context.CancelFunc
	ended chan struct{}

	mu       sync.Mutex
	over     bool   // the function has returned
	unwanted bool   // nobody will fetch what it returned
	giveBack func() // what is done with that then; may be nil
}

// errLater is what a function returns that has begun to run elsewhere.
var errLater = errors.New("gophersnake: the result of the Go function is still to come")

// Later has a call run in the goroutine of a. It returns at once.
func Later[R any](a *Awaited, r *Type[R], call func(context.Context) (R, error)) (R, error) {
	a.call = func(ctx context.Context) error {
		v, err := call(ctx)
		a.put = func(e *wire.Encoder) { e.Present(true); r.Put(e, v) }
		return err
	}
	var none R
	return none, errLater
}

// The parameters before those of an awaited function. They have names that no
// parameter of Python's can have, so that any others may follow.
var (
	toldType    = &Type[*Callee]{Get: func(d *wire.Decoder) *Callee { return getCallee(d, toldOf) }}
	toldOf      = NewSignature(0, NoResult)
	toldParam   = NewParam(wire.ParamKeywordOnly, "*told", toldOf.Program())
	callerParam = NewParam(wire.ParamKeywordOnly, "*ticket", Int.Program)
	stopParam   = NewParam(wire.ParamPositionalOnly, "stop", Bool.Program)
)

// awaited makes the type of what Python awaits, of what Callable is given.
func awaited[F any](
	adapter string, s *Signature, handler func(F) Handler, function func(*Callee) F, later func(F, *Awaited) F,
) *Type[F] {
	outcome := NewSignature(0, optionalProgram(append(wire.Program{}.Tuple(1), s.result...)), stopParam)
	begin := NewSignature(s.flags, outcome.Program(), append([]*Param{toldParam, callerParam}, s.Params...)...)
	awaits := &Signature{Params: s.Params, result: s.result, flags: s.flags, caller: newAwaiter(s.result, s.Params)}
	t := Callable(awaits, func(f F) Handler { return beginning(f, handler, later) }, function, later)
	t.Program = append(wire.Program{}.Adapted(adapter), begin.Program()...)
	return t
}

// beginning makes what Python calls to begin a call of f.
func beginning[F any](f F, handler func(F) Handler, later func(F, *Awaited) F) Handler {
	return func(ctx context.Context, args *wire.Decoder, result *wire.Encoder) error {
		told, ticket := Argument(args, toldType, toldParam), Argument(args, Int, callerParam)
		a := &Awaited{ended: make(chan struct{})}
		if err := handler(later(f, a))(ctx, args, result); err != errLater {
			return err
		}
		ctx, a.end = context.WithCancel(tickets.contextOf(uint64(ticket)))
		result.Number(Lend(&lentFunction{handler: a.outcome, function: f, ended: a.end}, result))
		go a.run(ctx, told)
		return nil
	}
}

// newAwaiter describes the function that calls any async callable of that signature,
// and awaits what it returns.
func newAwaiter(result wire.Program, params []*Param) *Func {
	callee := NewParam(wire.ParamPositionalOnly, "callable", handleProgram)
	return host("asyncs").AsyncFunc("call", "", result, append([]*Param{callee}, params...)...).Called("a Python callable")
}

// run calls the function and tells Python when that is over.
func (a *Awaited) run(ctx context.Context, told *Callee) {
	defer a.end()
	a.attempt(ctx)
	a.settle(&a.over)
	close(a.ended)
	_ = Finish(told.Begin(ownContext(ctx)).Ungoverned()) // fails where the loop is closed: nobody waits
	told.Close()
}

// settle notes that the function has returned, or that its result is not wanted. Whichever
// comes last gives it back.
func (a *Awaited) settle(what *bool) {
	a.mu.Lock()
	defer a.mu.Unlock()
	*what = true
	if a.over && a.unwanted && a.giveBack != nil {
		a.giveBack()
		a.giveBack = nil
	}
}

func (a *Awaited) attempt(ctx context.Context) {
	returned := false
	defer func() {
		if v := recover(); v != nil {
			a.err = &panicked{v, debug.Stack()}
		} else if !returned {
			a.err = errors.New("gophersnake: runtime.Goexit in a Go function that Python awaits")
		}
	}()
	call := a.call
	a.call = nil
	a.err = call(ctx)
	returned = true
}

// outcome is what Python calls afterwards, once, for the result; or before, with true, if it
// does not want one any more: the function's context ends then.
func (a *Awaited) outcome(_ context.Context, args *wire.Decoder, result *wire.Encoder) error {
	stop := Argument(args, Bool, stopParam)
	if err := args.End(); err != nil {
		return err
	}
	if stop {
		a.end()
		a.settle(&a.unwanted)
		result.Present(false)
		return nil
	}
	<-a.ended
	err, put := a.err, a.put
	a.err, a.put = nil, nil // an exception among them holds the frames that hold this
	if err == nil {
		put(result)
	}
	return err
}

// Async is the type of functions that Python awaits, of one that [Callable] made.
func Async[F any](t *Type[F]) *Type[F] { return t.awaited("async") }

// Awaitable is the type of awaitables: as functions without parameters, each of which
// awaits it. Python makes a coroutine of one of Go's.
func Awaitable[F any](t *Type[F]) *Type[F] { return t.awaited("awaitable") }
