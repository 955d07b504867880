package engine

import "context"

type detachKey struct{}

// WithDetach returns a context with which calls do not wait for Python to end what
// was cancelled.
func WithDetach(ctx context.Context) context.Context {
	return context.WithValue(ctx, detachKey{}, true)
}

func detaches(ctx context.Context) bool { return ctx.Value(detachKey{}) != nil }

// detachedResult makes the call on a goroutine of its own, which alone waits for it
// to end. Nobody takes a result that comes too late; what it holds is then garbage,
// and its cleanup gives it back.
func detachedResult[T any](c *Call, t *Type[T]) (T, error) {
	type outcome struct {
		result T
		err    error
	}
	name, ctx := c.name(), c.ctx // the other goroutine ends the call
	ended := make(chan outcome, 1)
	go func() {
		result, err := attendedResult(c, t)
		ended <- outcome{result, err}
	}()
	select {
	case o := <-ended:
		return o.result, o.err
	case <-ctx.Done():
		var none T
		return none, cancelled(name, ctx)
	}
}
