package interpreter

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"runtime"
	"testing"
)

// facts are what testdata/facts.py prints.
type facts struct {
	Same map[string]any
	Own  struct {
		Argv       []string
		Interrupt  string
		MainThread bool `json:"main_thread"`
	}
}

func parseFacts(t *testing.T, output string) facts {
	t.Helper()
	var f facts
	if err := json.Unmarshal([]byte(output), &f); err != nil {
		t.Fatalf("%v: %q", err, output)
	}
	return f
}

// The surroundings in which an embedded Python must be as the interpreter is.
var surroundings = map[string][]string{
	"plain":            nil,
	"no locale":        {"LC_ALL=", "LANG=", "LC_CTYPE="},
	"C locale":         {"LC_ALL=C", "PYTHONCOERCECLOCALE=0"},
	"locale not there": {"LC_ALL=xx_XX.UTF-8", "PYTHONCOERCECLOCALE=0"},
	"UTF-8 mode":       {"LC_ALL=C.UTF-8", "PYTHONUTF8=1"},
	"no UTF-8 mode":    {"LC_ALL=C", "PYTHONUTF8=0", "PYTHONCOERCECLOCALE=0"},
	"development mode": {"PYTHONDEVMODE=1"},
	"all kinds": {
		"PYTHONSAFEPATH=1", "PYTHONOPTIMIZE=2",
		"PYTHONDONTWRITEBYTECODE=1", "PYTHONNOUSERSITE=1", "PYTHONHASHSEED=42", "PYTHONUNBUFFERED=1",
		"PYTHONWARNINGS=error::UserWarning", "PYTHONFAULTHANDLER=1", "PYTHONTRACEMALLOC=3",
		"PYTHONINTMAXSTRDIGITS=1000",
	},
}

func TestStart_IsAsTheInterpreterItself(t *testing.T) {
	script := read(t, filepath.Join("testdata", "facts.py"))
	eachPython(t, func(t *testing.T, s standIn) {
		for name, variables := range surroundings {
			t.Run(name, func(t *testing.T) {
				got := parseFacts(t, ok(t, s.order("start", script), variables...))
				command := exec.Command(s.environment.Executable, "-c", script)
				command.Env = append(append(os.Environ(), s.variable()), variables...)
				output, err := command.Output()
				if err != nil {
					t.Fatal(err)
				}
				want := parseFacts(t, string(output))
				for key := range want.Same {
					if !reflect.DeepEqual(got.Same[key], want.Same[key]) {
						t.Errorf("%s is %v, of the interpreter %v", key, got.Same[key], want.Same[key])
					}
				}
			})
		}
	})
}

func TestStart_InTheVirtualEnvironment(t *testing.T) {
	script := read(t, filepath.Join("testdata", "facts.py"))
	eachPython(t, func(t *testing.T, s standIn) {
		o := s.order("start", script)
		o.Config.Args = []string{"programme", "", "größe", "\xff\xfe", "a b"}
		got := parseFacts(t, ok(t, o))
		want := []string{"programme", "", "größe", "��", "a b"} // JSON has no lone surrogates
		if fmt.Sprint(got.Own.Argv) != fmt.Sprint(want) || len(got.Own.Argv) != len(want) {
			t.Errorf("sys.argv = %q, want %q", got.Own.Argv, want)
		}
		for key, want := range map[string]string{
			"executable": s.environment.Executable, "prefix": s.environment.Prefix, "base_prefix": s.environment.BasePrefix,
		} {
			if got.Same[key] != want {
				t.Errorf("sys.%s = %v, want %v", key, got.Same[key], want)
			}
		}
		if got.Own.MainThread {
			t.Error("a call came to Python's main thread")
		}
	})
}

func TestStart_FiftyTimesInARow(t *testing.T) {
	eachPython(t, func(t *testing.T, s standIn) {
		for range starts() {
			ok(t, s.order("start", "import threading; status = 0"))
		}
	})
}

func TestStart_PathWithLettersBeyondASCII(t *testing.T) {
	eachPython(t, func(t *testing.T, s standIn) {
		folder := filepath.Join(t.TempDir(), "größe 蛇 𝄞")
		if err := os.Symlink(s.environment.Prefix, folder); err != nil {
			t.Fatal(err)
		}
		s.environment.Prefix = folder
		s.environment.Executable = filepath.Join(folder, "bin", "python3")
		for _, locale := range []string{"LC_ALL=C.UTF-8", "LC_ALL=C"} {
			got := parseFacts(t, ok(t, s.order("start", read(t, filepath.Join("testdata", "facts.py"))), locale))
			if got.Same["prefix"] != folder {
				t.Errorf("%s: sys.prefix = %q, want %q", locale, got.Same["prefix"], folder)
			}
		}
	})
}

func startTwice(o order, r *report) error {
	bridges := make(chan *Bridge)
	for range 8 {
		go func() {
			bridge, err := Start(o.Environment, o.Config)
			if err != nil {
				fmt.Fprintln(os.Stderr, err)
			}
			bridges <- bridge
		}()
	}
	first := <-bridges
	for range 7 {
		if another := <-bridges; another != first {
			return fmt.Errorf("at once: %p and %p", first, another)
		}
	}
	o.Environment.Source = "another place"
	second, err := Start(o.Environment, o.Config)
	if err != nil || first != second {
		return fmt.Errorf("the same again: %p, then %p, %w", first, second, err)
	}
	_, err = Start(o.Other, o.Config)
	r.Notes = append(r.Notes, fmt.Sprint(err))
	_, err = Start(o.Environment, Config{Args: []string{"other"}})
	r.Notes = append(r.Notes, fmt.Sprint(err))
	var onMain, elsewhere int32
	script := "import threading; status = 1 + (threading.current_thread() is threading.main_thread())"
	first.Main(func() { onMain = run(first, script) })
	elsewhere = run(first, script)
	if onMain != 2 || elsewhere != 1 {
		return fmt.Errorf("on the main thread %d, elsewhere %d", onMain, elsewhere)
	}
	return nil
}

func TestStart_Twice(t *testing.T) {
	eachPython(t, func(t *testing.T, s standIn) {
		o := s.order("twice")
		o.Other = s.environment
		o.Other.Executable = "/elsewhere/bin/python3"
		result := child(t, o)
		if result.err != nil || result.Error != "" {
			t.Fatal(result.err, result.Error)
		}
		want := []string{
			"gophersnake: start python: " + s.environment.Executable +
				" runs already in this process, and a process runs one Python; /elsewhere/bin/python3 was asked for",
			"gophersnake: start python: Python runs already, with other arguments",
		}
		if !reflect.DeepEqual(result.Notes, want) {
			t.Errorf("errors %q, want %q", result.Notes, want)
		}
	})
}

// startBesideOthers starts Python where somebody else has started it before.
func startBesideOthers(o order, _ *report) error {
	lib, err := load(o.Environment)
	if err != nil {
		return err
	}
	done := make(chan error)
	go func() {
		runtime.LockOSThread()
		done <- lib.initialize(o.Environment)
		select {}
	}()
	if err := <-done; err != nil {
		return err
	}
	_, err = Start(o.Environment, o.Config)
	return err
}

func TestStart_WhereSomebodyElseStartedPython(t *testing.T) {
	eachPython(t, func(t *testing.T, s standIn) {
		want := "gophersnake: start python: Python runs already in this process, and was not started by gophersnake"
		if got := child(t, s.order("beside")); got.err != nil || got.Error != want {
			t.Errorf("error %v %q, want %q", got.err, got.Error, want)
		}
	})
}

// starts is how many starts in a row must go well; fewer with -short, which is how the
// race detector runs, for which each start takes seconds.
func starts() int {
	if testing.Short() {
		return 3
	}
	return 50
}
