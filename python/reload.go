package python

import (
	"context"

	"github.com/gophersnake/gophersnake/internal/engine"
)

// Reload executes a module's source again, as importlib.reload does, for programs that
// are being developed: with GOPHERSNAKE_SOURCES set, what was edited is there. The
// functions of its generated Go package call the new ones from their next call on, after
// their signatures were compared again. Objects made before keep their classes.
//
// A module that was not imported yet is left to its first call. If the source cannot be
// executed, that is the error, and the functions stay as they were. Safe for concurrent
// use; calls under way end in the code they began in.
func Reload(ctx context.Context, module string) error { return engine.Reload(ctx, module) }
