package suite

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/gophersnake/gophersnake/python"
	"github.com/gophersnake/gophersnake/tests/end_to_end/suite/system"
)

func init() {
	scenarios["print to Go"] = printToGo
	scenarios["print from threads"] = printFromThreads
	scenarios["writers that call Python"] = writersThatCallPython
	scenarios["writers that fail"] = writersThatFail
	scenarios["log to Go"] = logToGo
	scenarios["log from threads"] = logFromThreads
}

func TestStreams_PrintReachesTheWriter(t *testing.T) {
	report := run[[]string](t, "print to Go", "")
	wantEqual(t, report, []string{
		"hello\n", // when the call returned
		"hello\n", // a part of a line waits for its end
		"hello\nhalf a line\n",
		"hello\nhalf a line\nraw\nflushed",
		"hello\nhalf a line\nraw\nflushed, the end", // after the stop
		"wörks\n",
	})
}

func printToGo(string) (any, error) {
	var out, errs bytes.Buffer
	err := python.Start(python.Config{Stdout: &out, Stderr: &errs})
	var report []string
	step := func(problems ...error) {
		err = errors.Join(append(problems, err)...)
		report = append(report, out.String())
	}
	step(system.Show(ctx, "hello"))
	step(system.Show(ctx, "half", system.ShowOptions{End: python.Some(" a ")}))
	step(system.Show(ctx, "line"))
	step(system.ShowBytes(ctx, []byte("raw\n")),
		system.Show(ctx, "flushed", system.ShowOptions{End: python.Some(""), Flush: python.Some(true)}))
	step(system.Show(ctx, ", the end", system.ShowOptions{End: python.Some("")}),
		system.Show(ctx, "wörks", system.ShowOptions{Error: python.Some(true)}),
		python.Stop(ctx))
	report = append(report, errs.String())
	return report, errors.Join(err, python.Start(python.Config{Stdout: &out, Stderr: &errs}))
}

func TestStreams_ThreadsLoseNothing(t *testing.T) {
	wantEqual(t, run[int](t, "print from threads", ""), 1000)
}

// lines is a writer that is not safe for concurrent use.
type lines struct{ bytes.Buffer }

func printFromThreads(string) (any, error) {
	var out lines
	err := errors.Join(
		python.Start(python.Config{Stdout: &out}),
		system.ShowFromThreads(ctx, 1000),
	)
	isWhole := !withoutGIL() // else print writes the text and the end of its line one after the other
	err = errors.Join(err, python.Stop(ctx))
	if !isWhole {
		return strings.Count(out.String(), "line "), err
	}
	printed := strings.Split(strings.TrimSpace(out.String()), "\n")
	slices.Sort(printed)
	for _, line := range printed {
		if !strings.HasPrefix(line, "line ") {
			return nil, errors.New("half a line: " + line)
		}
	}
	return len(slices.Compact(printed)), err
}

func TestStreams_WritersMayCallPython(t *testing.T) {
	wantEqual(t, run[string](t, "writers that call Python", ""), "one\nechoed\n")
}

// echo calls Python, which prints to it, when it is first written to.
type echo struct {
	bytes.Buffer
	once sync.Once
}

func (e *echo) Write(data []byte) (n int, err error) {
	n, _ = e.Buffer.Write(data)
	e.once.Do(func() { err = system.Show(ctx, "echoed") })
	return n, err
}

func writersThatCallPython(string) (any, error) {
	var out echo
	err := errors.Join(python.Start(python.Config{Stdout: &out}), system.Show(ctx, "one"))
	return out.String(), err
}

func TestStreams_WritersThatFail(t *testing.T) {
	wantEqual(t, run[string](t, "writers that fail", ""), "io: read/write on closed pipe")
}

func writersThatFail(string) (any, error) {
	r, w := io.Pipe()
	r.Close()
	if err := python.Start(python.Config{Stdout: w}); err != nil {
		return nil, err
	}
	err := system.Show(ctx, "lost")
	if !errors.Is(err, io.ErrClosedPipe) {
		return nil, fmt.Errorf("the error of print is %w", err)
	}
	return io.ErrClosedPipe.Error(), nil
}

func TestLogs_ReachSlog(t *testing.T) {
	log := run[string](t, "log to Go", "")
	for _, want := range []string{
		"level=INFO msg=hello logger=system.part source=", "/system/__init__.py:", " user=Ada\n",
		"level=ERROR+4 msg=\"much worse\"",
		"level=ERROR msg=failed logger=system source=",
		" exc_info=\"Traceback (most recent call last):\\n", "ZeroDivisionError: division by zero\\n\" count=3 where=[1]\n",
		"level=WARN msg=", "UserWarning: mind this",
	} {
		if !strings.Contains(log, want) {
			t.Errorf("%q is not in\n%s", want, log)
		}
	}
	wantEqual(t, strings.Contains(log, "too little"), false)
}

func logToGo(string) (any, error) {
	var out bytes.Buffer
	handler := slog.NewTextHandler(&out, nil)
	err := errors.Join(
		python.LogTo(ctx, handler),
		system.Log(ctx, "system.part", 20, "hello", map[string]string{"user": "Ada"}),
		system.Log(ctx, "system.part", 10, "too little", nil),
		system.Log(ctx, "system", 50, "much worse", nil),
		system.LogException(ctx, "failed"),
		system.Warn(ctx, "mind this"),
		python.Stop(ctx),
	)
	return out.String(), err
}

func TestLogs_NoneIsLost(t *testing.T) {
	wantEqual(t, run[int](t, "log from threads", ""), 10_000)
}

// counter counts records.
type counter struct {
	slog.Handler
	records int
}

func (c *counter) Handle(context.Context, slog.Record) error {
	c.records++
	return nil
}

func logFromThreads(string) (any, error) {
	handler := &counter{Handler: slog.NewTextHandler(io.Discard, nil)}
	err := errors.Join(
		python.LogTo(ctx, handler),
		system.LogFromThreads(ctx, 10_000),
		python.Stop(ctx),
	)
	return handler.records, err
}
