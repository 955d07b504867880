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

// ReloadOnChange reloads modules as their files change, until the context ends or
// Python is stopped, and calls report for each, with the error if it could not be
// executed. It looks at the files of the folder that GOPHERSNAKE_SOURCES names, about
// five times a second, and reloads all imported modules of a package in which one has
// changed, those first that the others import. Without the variable it does nothing, so
// that a program can call it always. It returns at once.
//
// report is called from one goroutine; a nil one is not called.
func ReloadOnChange(ctx context.Context, report func(module string, err error)) error {
	if report == nil {
		report = func(string, error) {}
	}
	return engine.ReloadOnChange(ctx, report)
}
