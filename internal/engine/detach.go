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
	name, ctx := c.name(), c.ctx // the other goroutine ends the call
	var result T
	var err error
	ended := make(chan struct{})
	go func() {
		result, err = attendedResult(c, t)
		close(ended)
	}()
	select {
	case <-ended:
		return result, err
	case <-ctx.Done():
		var none T
		return none, cancelled(name, ctx)
	}
}
