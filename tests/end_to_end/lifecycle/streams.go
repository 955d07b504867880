package main

import (
	"context"
	"errors"
	"log/slog"
	"os"

	"github.com/gophersnake/gophersnake/python"
)

func init() {
	programs["streams and logs"] = streamsAndLogs
	programs["stop inside a callback"] = stopInsideACallback
}

// streamsAndLogs stops with output and records on their way.
func streamsAndLogs() {
	must(python.Start(python.Config{Stdout: os.Stdout}))
	handler := slog.NewTextHandler(os.Stderr, &slog.HandlerOptions{
		ReplaceAttr: func(_ []string, a slog.Attr) slog.Attr {
			if a.Key == slog.TimeKey || a.Key == slog.SourceKey {
				return slog.Attr{}
			}
			return a
		},
	})
	must(python.LogTo(ctx, handler))
	run(`
import atexit, logging
atexit.register(lambda: logging.getLogger("end").warning("at exit"))
print("half a line", end="")
`)
	must(python.Stop(ctx))
	say("stopped")
}

// stopInsideACallback stops Python from a function that Python calls.
func stopInsideACallback() {
	call, err := python.Eval(ctx, "lambda f: f()")
	must(err)
	stop := func(ctx context.Context, _ []any, _ map[string]any) (any, error) { return nil, python.Stop(ctx) }
	_, err = call.Call(ctx, python.FuncVar[any](stop))
	say(errors.Is(err, python.ErrInside), err)
	must(python.Stop(ctx))
	say("stopped")
}
