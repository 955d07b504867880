package python

import (
	"context"
	"errors"
	"iter"

	"github.com/gophersnake/gophersnake/internal/engine"
)

var (
	asyncHelpers = engine.NewModule("gophersnake.host.asyncs")

	awaitObject = asyncHelpers.AsyncFunc("wait", "", objectType.Program, target).Called("python.Object.Await")
	iterateOver = asyncHelpers.StreamFunc("iterate", "", objectType.Program, target).Called("python.Object.AllAsync")
	makeBlock   = asyncHelpers.Func("Block", "", objectType.Program, target).Called("python.AsyncWith")
	failBlock   = asyncHelpers.Func("Block.fail", "", engine.NoResult, target, param("error", engine.Any))
	blockFailed = asyncHelpers.Func("Block.failed_with", "", engine.Bool.Program, target, param("error", objectType))
)

// Await awaits the object, a coroutine or another awaitable, on the event loop,
// and returns its result. If ctx is done first, the task is cancelled.
func (o *Object) Await(ctx context.Context) (*Object, error) {
	return ask(ctx, awaitObject, o, objectType)
}

// AllAsync iterates over the object as `async for item in object` does. An item is
// asked for when the one before was taken. An error ends it: it comes as the last
// pair, with a nil item.
func (o *Object) AllAsync(ctx context.Context) iter.Seq2[*Object, error] {
	return engine.Stream(func() *engine.Call {
		c := iterateOver.Begin(ctx)
		engine.Put(c, objectType, o)
		return c
	}, objectType)
}

// AsyncWith runs body inside `async with manager as value`. If body returns an
// error the manager exits with it: with the exception itself where it is one, and
// otherwise with a gophersnake.host.asyncs.GoError of its text. AsyncWith then
// returns that error, unless the manager suppresses it or raises another. value is
// closed after body.
//
// What the manager does happens in one task; body runs on the calling goroutine.
func AsyncWith(ctx context.Context, manager *Object, body func(ctx context.Context, value *Object) error) error {
	block, err := ask(ctx, makeBlock, manager, objectType)
	if err != nil {
		return err
	}
	defer block.Close()
	var failure error
	for value, err := range block.AllAsync(ctx) {
		if err != nil {
			return blockError(ctx, block, failure, err)
		}
		failure = body(ctx, value)
		value.Close()
		if failure != nil {
			if err := block.fail(failure); err != nil {
				return errors.Join(failure, err)
			}
		}
	}
	return nil
}

// fail has the block end with an error of Go's.
func (o *Object) fail(failure error) error {
	var cause any = failure.Error()
	var raised *Error
	if errors.As(failure, &raised) {
		cause = raised.Value
	}
	c := failBlock.Begin(context.Background())
	engine.Put(c, objectType, o)
	engine.Put(c, engine.Any, cause)
	return engine.Finish(c)
}

// blockError is the error of a block that ended with err: that of its body, if err
// is what it was made to end with.
func blockError(ctx context.Context, block *Object, failure, err error) error {
	var raised *Error
	if failure == nil || !errors.As(err, &raised) {
		return err
	}
	c := blockFailed.Begin(context.WithoutCancel(ctx))
	engine.Put(c, objectType, block)
	engine.Put(c, objectType, raised.Value)
	same, problem := engine.Result(c, engine.Bool)
	if same && problem == nil {
		return failure
	}
	return errors.Join(err, failure)
}
