package python

import (
	"context"
	"errors"
	"log"
	"log/slog"
	"maps"
	"math"
	"runtime/debug"
	"slices"
	"time"

	"github.com/gophersnake/gophersnake/internal/engine"
	"github.com/gophersnake/gophersnake/internal/wire"
)

var (
	logs        = engine.NewModule("gophersnake.host.logs")
	installLogs = logs.Func("install", "", engine.NoResult, param("level", engine.Int)).Called("python.LogTo")
	takeLogs    = logs.Func("take", "", recordsType.Program)
)

// LogTo has Python's logging go to a handler of log/slog, in place of what the root
// logger had. It starts Python if it does not run. Warnings (the warnings module)
// are logged too.
//
// A record keeps its time; levels are mapped so that DEBUG, INFO, WARNING and ERROR
// are slog's, and CRITICAL is ERROR+4. Its attributes are logger, the name of the
// logger; source, a [slog.Source]; exc_info, a traceback, and stack_info, where
// there are such; and what was given as extra: None, bool, int, float and str as
// they are, anything else as its repr.
//
// Python never waits for the handler: records queue without bound, and a goroutine
// hands them over, in order; a panic of the handler costs that record, and is noted
// with package log. [Stop] waits until all are, so a handler must not call it. Python drops records
// below the lowest level that the handler has enabled when LogTo is called.
func LogTo(ctx context.Context, handler slog.Handler) error {
	if ctx == nil {
		return errors.New("gophersnake: python.LogTo: nil context")
	}
	err := engine.OnBell(ctx, func(ctx context.Context) { handOver(ctx, handler) })
	if err != nil {
		return err
	}
	c := installLogs.Begin(ctx)
	engine.Put(c, engine.Int, lowestLevel(ctx, handler))
	return engine.Finish(c)
}

// handOver gives the handler the records that wait.
func handOver(ctx context.Context, handler slog.Handler) {
	records, err := engine.Result(takeLogs.Begin(ctx), recordsType)
	if err != nil {
		record := slog.NewRecord(time.Now(), slog.LevelError, "log records of Python are lost", 0)
		record.AddAttrs(slog.Any("error", err))
		_ = handler.Handle(ctx, record)
		return
	}
	for _, r := range records {
		handle(ctx, handler, r)
	}
}

// handle gives the handler a record. Its panic costs that record, as one of a handler
// of net/http costs a request: Python has gone on long since.
func handle(ctx context.Context, handler slog.Handler, r slog.Record) {
	defer func() {
		if v := recover(); v != nil {
			log.Printf("gophersnake: a panic in the handler of python.LogTo: %v\n%s", v, debug.Stack())
		}
	}()
	if handler.Enabled(ctx, r.Level) {
		_ = handler.Handle(ctx, r) // to whom could it be told?
	}
}

// The levels of Python that have names, between which Python's levels are mapped in
// proportion, as slog's are 4 apart where Python's are 10.
const (
	pythonInfo  = 20
	pythonWorst = 50
)

func slogLevel(python int) slog.Level {
	return slog.Level(math.Floor(float64(python-pythonInfo) * 0.4))
}

// lowestLevel returns the lowest of Python's levels that the handler takes.
func lowestLevel(ctx context.Context, handler slog.Handler) int {
	for level := 1; level <= pythonWorst; level++ {
		if handler.Enabled(ctx, slogLevel(level)) {
			return level
		}
	}
	return pythonWorst + 1
}

// recordsType reads what gophersnake.host.logs.take returns.
var recordsType = &engine.Type[[]slog.Record]{
	Program: append(wire.Program{}.Kind(wire.KindList), recordProgram()...),
	Get:     func(d *wire.Decoder) []slog.Record { return wire.DecodeList(d, readRecord) },
}

var extraType = engine.Dict(wire.KindDict, engine.Str, engine.Any)

func recordProgram() wire.Program {
	items := []wire.Program{
		engine.Int.Program, engine.Str.Program, engine.Str.Program, engine.Float.Program,
		engine.Str.Program, engine.Int.Program, engine.Str.Program,
		engine.Str.Program, engine.Str.Program, extraType.Program,
	}
	program := wire.Program{}.Tuple(len(items))
	for _, item := range items {
		program = append(program, item...)
	}
	return program
}

func readRecord(d *wire.Decoder) slog.Record {
	level, logger, message := d.Int(), d.String(), d.String()
	at := time.UnixMicro(int64(d.Float() * 1e6))
	source := &slog.Source{File: d.String()}
	source.Line, source.Function = d.Int(), d.String()
	record := slog.NewRecord(at, slogLevel(level), message, 0)
	record.AddAttrs(slog.String("logger", logger), slog.Any(slog.SourceKey, source))
	for _, name := range []string{"exc_info", "stack_info"} {
		if text := d.String(); text != "" {
			record.AddAttrs(slog.String(name, text))
		}
	}
	extra := extraType.Get(d)
	for _, name := range slices.Sorted(maps.Keys(extra)) {
		record.AddAttrs(slog.Any(name, extra[name]))
	}
	return record
}
