package python

import (
	"context"

	"github.com/gophersnake/gophersnake/internal/engine"
)

// WithDetach returns a context with which a call that is cancelled returns at once,
// also while Python cannot be interrupted: in time.sleep, in a lock, in native code.
// Its thread goes on in the background until Python ends the call, which is asked to
// end as always; what it returns or raises is dropped.
//
// Each such call has a goroutine of its own. After a call that was cancelled, Python
// may still read the slices that were passed to it, so they must not be changed.
func WithDetach(ctx context.Context) context.Context { return engine.WithDetach(ctx) }
