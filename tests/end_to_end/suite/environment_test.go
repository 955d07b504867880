package suite

import (
	"errors"
	"fmt"
	"os"
	"os/signal"
	"path/filepath"
	"strings"
	"syscall"
	"testing"

	"github.com/gophersnake/gophersnake/python"
	"github.com/gophersnake/gophersnake/tests/end_to_end/suite/system"
)

func init() {
	scenarios["argv"] = argv
	scenarios["argv of Go"] = func(string) (any, error) { return system.Argv(ctx) }
	scenarios["facts"] = func(string) (any, error) { return system.Facts(ctx) }
	scenarios["interrupt"] = interrupt
	scenarios["die"] = die
	scenarios["find"] = findPython
}

func sprint(v any) string { return fmt.Sprint(v) }

func TestEnvironment_Argv(t *testing.T) {
	wantEqual(t, run[[]string](t, "argv", ""), []string{"program", "-v", "größe 🐍", "", "a\tb"})
	self, err := os.Executable()
	done(t, err)
	wantEqual(t, run[[]string](t, "argv of Go", ""), []string{self})
}

func argv(string) (any, error) {
	if err := python.Start(python.Config{Args: []string{"program", "-v", "größe 🐍", "", "a\tb"}}); err != nil {
		return nil, err
	}
	return system.Argv(ctx)
}

func TestEnvironment_IsThatOfThePythonItself(t *testing.T) {
	facts := ok[map[string]string](t)(system.Facts(ctx))
	info := ok[python.Info](t)(python.Running())
	wantEqual(t, info.Executable, facts["executable"])
	wantEqual(t, info.Prefix, facts["prefix"])
	wantEqual(t, info.Version, facts["version"])
	wantEqual(t, info.Source, "GOPHERSNAKE_PYTHON")
	wantEqual(t, facts["pid"], sprint(os.Getpid()))
	wantEqual(t, facts["main thread"], "False")
	if facts["prefix"] == facts["base_prefix"] {
		t.Errorf("%s is no virtual environment", facts["prefix"])
	}
	told := ok[string](t)(system.RunSelf(ctx, "import sys; print([sys.executable, sys.prefix, sys.base_prefix])"))
	wantEqual(t, told, fmt.Sprintf("['%s', '%s', '%s']\n", facts["executable"], facts["prefix"], facts["base_prefix"]))
}

func TestEnvironment_SubprocessesFindThePackages(t *testing.T) {
	wantEqual(t, ok[string](t)(system.RunSelf(ctx, "import numpy, gophersnake; print('both')")), "both\n")
}

func TestEnvironment_IsFoundInEachOfThePlaces(t *testing.T) {
	facts := ok[map[string]string](t)(system.Facts(ctx))
	folder := t.TempDir()
	done(t, os.Symlink(facts["prefix"], filepath.Join(folder, ".venv")))
	for source, variables := range map[string][]string{
		"VIRTUAL_ENV":        {"GOPHERSNAKE_PYTHON=", "VIRTUAL_ENV=" + facts["prefix"]},
		"GOPHERSNAKE_PYTHON": {"GOPHERSNAKE_PYTHON=" + facts["executable"], "VIRTUAL_ENV=/nowhere"},
		".venv":              {"GOPHERSNAKE_PYTHON=", "VIRTUAL_ENV="},
		"PATH":               {"GOPHERSNAKE_PYTHON=", "VIRTUAL_ENV=", "PATH=" + filepath.Dir(facts["executable"])},
		"option":             {"GOPHERSNAKE_PYTHON=/nowhere"},
	} {
		input := ""
		if source == "option" {
			input = facts["prefix"]
		}
		c := newChild(t, "find", input, variables...)
		if source == ".venv" {
			c.Dir = folder
		} else {
			c.Dir = t.TempDir()
		}
		message := c.finish(t)
		wantEqual(t, message.Error, "")
		wantEqual(t, strings.Contains(string(message.Report), `"`+source+`"`), true)
	}
}

func findPython(name string) (any, error) {
	if err := python.Start(python.Config{Python: name}); err != nil {
		return nil, err
	}
	info, err := python.Running()
	return info.Source, err
}

func TestEnvironment_InterruptsStayGos(t *testing.T) {
	wantEqual(t, run[string](t, "interrupt", ""), "interrupt, then 1")
	if signal.Ignored(os.Interrupt) { // as it is for what a shell without job control runs in the background
		wantEqual(t, run[string](t, "die", ""), "lives")
		return
	}
	message := newChild(t, "die", "")
	err := message.Run()
	state := message.ProcessState
	if status, isStatus := state.Sys().(syscall.WaitStatus); err == nil || !isStatus || status.Signal() != syscall.SIGINT && status.ExitStatus() != 2 {
		t.Errorf("after SIGINT the process ended with %v: %s", state, message.stderr.String())
	}
}

// interrupt catches SIGINT in Go while Python runs.
func interrupt(string) (any, error) {
	if _, err := system.Argv(ctx); err != nil {
		return nil, err
	}
	caught := make(chan os.Signal, 1)
	signal.Notify(caught, os.Interrupt)
	if err := syscall.Kill(os.Getpid(), syscall.SIGINT); err != nil {
		return nil, err
	}
	name := (<-caught).String()
	o, err := python.Eval(ctx, "1")
	if err != nil {
		return nil, err
	}
	return name + ", then " + o.String(), nil
}

// die does not catch it, and so ends, unless it is ignored.
func die(string) (any, error) {
	if _, err := system.Argv(ctx); err != nil {
		return nil, err
	}
	if err := syscall.Kill(os.Getpid(), syscall.SIGINT); err != nil {
		return nil, err
	}
	if signal.Ignored(os.Interrupt) {
		return "lives", nil
	}
	select {}
}

func TestEnvironment_PythonHasNoSignalHandlers(t *testing.T) {
	handler := ok[string](t)(system.InterruptHandler(ctx))
	if strings.Contains(handler, "default_int_handler") {
		t.Errorf("Python handles SIGINT with %s", handler)
	}
	err := python.Exec(ctx, "import signal\nsignal.signal(signal.SIGINT, signal.SIG_IGN)\n")
	wantEqual(t, errors.Is(err, python.Exception("ValueError")), true)
}
