package main

import (
	"context"
	"errors"
	"time"

	"github.com/gophersnake/gophersnake/python"
)

func init() {
	programs["stop waits for callbacks"] = stopWaitsForCallbacks
	programs["callback never returns"] = callbackNeverReturns
	programs["callbacks after the stop"] = callbacksAfterTheStop
}

// callback has Python call a Go function, and returns when it does. What that
// returns is sent when the call has ended.
func callback(f func(ctx context.Context) error) <-chan error {
	entered, ended := make(chan struct{}), make(chan error, 1)
	function := python.FuncVar[any](func(ctx context.Context, _ []any, _ map[string]any) (any, error) {
		close(entered)
		return nil, f(ctx)
	})
	go func() {
		call, err := python.Eval(ctx, "lambda f: f()")
		must(err)
		_, err = call.Call(ctx, function)
		ended <- err
	}()
	<-entered
	return ended
}

// stopWaitsForCallbacks stops while a Go function runs that Python called: it may
// finish, but call nothing more.
func stopWaitsForCallbacks() {
	release := make(chan struct{})
	ended := callback(func(ctx context.Context) error {
		<-release
		say("finished")
		_, err := python.Eval(ctx, "1 + 1")
		return err
	})
	time.AfterFunc(50*time.Millisecond, func() { close(release) })
	must(python.Stop(ctx))
	say("stopped")
	say(errors.Is(<-ended, python.ErrStopped))
}

// callbackNeverReturns ends while a Go function blocks that Python called.
func callbackNeverReturns() {
	callback(func(context.Context) error { select {} })
	soon, cancel := context.WithTimeout(ctx, 50*time.Millisecond)
	defer cancel()
	if err := python.Stop(soon); err != nil && !errors.Is(err, context.DeadlineExceeded) {
		must(err)
	}
	say("returned")
}

// callbacksAfterTheStop leaves a thread of Python's that goes on calling Go.
func callbacksAfterTheStop() {
	called := make(chan struct{}, 1)
	call, err := python.Eval(ctx, `lambda f: __import__("threading").Thread(target=lambda: [f() for _ in iter(int, 1)], daemon=True).start()`)
	must(err)
	_, err = call.Call(ctx, python.FuncVar[any](func(context.Context, []any, map[string]any) (any, error) {
		select {
		case called <- struct{}{}:
		default:
		}
		return nil, nil
	}))
	must(err)
	<-called
	must(python.Stop(ctx))
	<-called
	<-called
	say("stopped")
}
