package suite

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/gophersnake/gophersnake/python"
	"github.com/gophersnake/gophersnake/tests/end_to_end/suite/faults"
	"github.com/gophersnake/gophersnake/tests/end_to_end/suite/layouts"
	"github.com/gophersnake/gophersnake/tests/end_to_end/suite/lends"
	"github.com/gophersnake/gophersnake/tests/end_to_end/suite/system"
)

func init() {
	scenarios["start twice"] = startTwice
	scenarios["start at once"] = startAtOnce
	scenarios["first calls at once"] = firstCallsAtOnce
	scenarios["stop"] = stop
	scenarios["stop before the start"] = stopBeforeTheStart
	scenarios["resume"] = resume
	scenarios["hold things beyond the stop"] = holdBeyondTheStop
}

func TestLifecycle_StartTwice(t *testing.T) {
	report := run[[]string](t, "start twice", "")
	wantEqual(t, report, []string{
		"",
		"",
		"gophersnake: start python: it runs already, with other settings: it is " + report[4],
		"gophersnake: start python: it runs already, with other settings: it is " + report[4],
		report[4],
	})
}

func startTwice(string) (any, error) {
	config := python.Config{Args: []string{"a", "b"}}
	texts := []string{}
	for _, c := range []python.Config{config, config, {}, {Python: os.Getenv("GOPHERSNAKE_PYTHON"), Args: config.Args}} {
		text := ""
		if err := python.Start(c); err != nil {
			text = err.Error()
			if !errors.Is(err, python.ErrOtherSettings) {
				return nil, err
			}
		}
		texts = append(texts, text)
	}
	info, err := python.Running()
	return append(texts, info.Executable), err
}

func TestLifecycle_StartFromManyGoroutines(t *testing.T) {
	run[any](t, "start at once", "")
	run[any](t, "first calls at once", "")
}

func atOnce(f func(i int) error) (any, error) {
	problems := make([]error, 50)
	var all sync.WaitGroup
	for i := range problems {
		all.Go(func() { problems[i] = f(i) })
	}
	all.Wait()
	return nil, errors.Join(problems...)
}

func startAtOnce(string) (any, error) {
	return atOnce(func(int) error { return python.Start(python.Config{}) })
}

func firstCallsAtOnce(string) (any, error) {
	return atOnce(func(i int) error {
		n, err := faults.Count(ctx, i)
		if err == nil && n != i {
			err = different(n, i)
		}
		return err
	})
}

func TestLifecycle_StopRunsWhatPythonRunsAtItsEnd(t *testing.T) {
	path := filepath.Join(t.TempDir(), "log")
	c := newChild(t, "stop", path)
	message := c.finish(t)
	wantEqual(t, message.Error, "")
	log, err := os.ReadFile(path)
	done(t, err)
	// The thread is waited for; atexit handlers run last in, first out, and once.
	wantEqual(t, string(log), "thread\nsecond\nfirst\n")
	wantEqual(t, strings.HasPrefix(c.stdout.String(), "printed\n"), true)
	wantEqual(t, c.stderr.String(), "printed\n")
}

func stop(path string) (any, error) {
	_, calledBefore := faults.Count(ctx, 1)
	err := errors.Join(
		calledBefore,
		system.AtExit(ctx, path, "first"),
		system.AtExit(ctx, path, "second"),
		system.ThreadUntilExit(ctx, path, "thread"),
		system.PrintBoth(ctx, "printed"),
		python.Stop(ctx),
		python.Stop(ctx),
	)
	if err != nil {
		return nil, err
	}
	_, err = faults.Count(ctx, 1)
	if !errors.Is(err, python.ErrStopped) {
		return nil, different[error](err, python.ErrStopped)
	}
	if _, err = python.Eval(ctx, "1"); !errors.Is(err, python.ErrStopped) {
		return nil, different[error](err, python.ErrStopped)
	}
	return nil, nil
}

func TestLifecycle_StopBeforeTheStart(t *testing.T) {
	wantEqual(t, run[int](t, "stop before the start", ""), 7)
}

func stopBeforeTheStart(string) (any, error) {
	if err := python.Stop(ctx); err != nil {
		return nil, err
	}
	return faults.Count(ctx, 7)
}

func TestLifecycle_ResumeAfterStop(t *testing.T) {
	wantEqual(t, run[[]string](t, "resume", ""), []string{"[0, 1]", "42", "42"})
}

func resume(string) (any, error) {
	const code = `
import numpy, threading
x = 42
def run_in_thread(f):
    results = []
    thread = threading.Thread(target=lambda: results.append(f()))
    thread.start()
    thread.join()
    return results[0]
`
	if err := python.Exec(ctx, code); err != nil {
		return nil, err
	}
	var texts []string
	for _, expression := range []string{
		"numpy.arange(2).tolist()",
		"x",
		"run_in_thread(lambda: 42)",
	} {
		if err := errors.Join(python.Stop(ctx), python.Start(python.Config{})); err != nil {
			return nil, err
		}
		o, err := python.Eval(ctx, expression)
		if err != nil {
			return nil, err
		}
		texts = append(texts, o.String())
	}
	return texts, nil
}

func TestLifecycle_ThingsHeldBeyondTheStop(t *testing.T) {
	wantEqual(t, run[[]string](t, "hold things beyond the stop", ""),
		[]string{"<gophersnake: python was stopped>", "[0 1 2]", "gophersnake: python was stopped"})
}

func holdBeyondTheStop(string) (any, error) {
	o, err := python.Eval(ctx, "[1]")
	if err != nil {
		return nil, err
	}
	a, err := layouts.Keep(ctx)
	if err != nil {
		return nil, err
	}
	b := python.NewArray([]float64{1})
	err = errors.Join(lends.Keep(ctx, "beyond", b), python.Stop(ctx))
	if err != nil {
		return nil, err
	}
	texts := []string{o.String(), sprint(a.Copy())}
	_, err = lends.Look(ctx, b)
	texts = append(texts, err.Error())
	return texts, errors.Join(o.Close(), a.Close(), b.Close())
}
