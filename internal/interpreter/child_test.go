package interpreter

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"testing"

	"github.com/gophersnake/gophersnake/internal/memory"

	"github.com/gophersnake/gophersnake/internal/find"
	"github.com/gophersnake/gophersnake/internal/gate"
)

// A process runs one Python, so what starts one runs in a process of its own:
// this test binary again, told by a variable what to do.

const childVariable = "GOPHERSNAKE_INTERPRETER_TEST"

// order is what a child process is to do.
type order struct {
	Deed        string
	Environment find.Environment
	Other       find.Environment // a second one, where the deed needs it
	Config      Config
	Scripts     []string // Python source

	variable string // of the child's environment, unless the test sets it
}

// report is what it tells of it, on the first line that it prints last.
type report struct {
	Error     string
	Problem   Problem
	Message   string
	Traceback string
	Notes     []string
}

func TestMain(m *testing.M) {
	text := os.Getenv(childVariable)
	if text == "" {
		os.Exit(runTests(m))
	}
	os.Unsetenv(childVariable)
	var o order
	if err := json.Unmarshal([]byte(text), &o); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(2)
	}
	var r report
	if err := deeds[o.Deed](o, &r); err != nil {
		r.Error = err.Error()
		var broken *BridgeError
		if errors.As(err, &broken) {
			r.Problem, r.Message, r.Traceback = broken.Problem, broken.Message, broken.Traceback
		}
	}
	output, _ := json.Marshal(r)
	fmt.Printf("\n%s\n", output)
	os.Exit(0)
}

// runTests runs the tests with a scratch folder.
func runTests(m *testing.M) int {
	folder, err := os.MkdirTemp("", "gophersnake-interpreter-")
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		return 2
	}
	defer os.RemoveAll(folder)
	scratch = folder
	return m.Run()
}

// deeds are what child processes do.
var deeds = map[string]func(order, *report) error{
	"start":  start,
	"twice":  startTwice,
	"beside": startBesideOthers,
}

// start starts Python and runs the scripts.
func start(o order, _ *report) error {
	bridge, err := Start(o.Environment, o.Config)
	if err != nil {
		return err
	}
	for _, script := range o.Scripts {
		if status := run(bridge, script); status != 0 {
			return fmt.Errorf("status %d of %s", status, script)
		}
	}
	return nil
}

// run runs Python source through the first slot of the stand-in.
func run(bridge *Bridge, source string) int32 {
	var pins memory.Holder
	defer pins.Release()
	return gate.Enter(bridge.Slots.Call, pinCString(&pins, source))
}

// childResult is what became of a child.
type childResult struct {
	report
	output string // what Python printed before
	err    error  // how the process ended
}

// child runs this test binary as a child with the variables added.
func child(t *testing.T, o order, variables ...string) childResult {
	t.Helper()
	text, err := json.Marshal(o)
	if err != nil {
		t.Fatal(err)
	}
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	command := exec.Command(self)
	command.Env = append(append(os.Environ(), o.variable), variables...)
	command.Env = append(command.Env, childVariable+"="+string(text))
	var stdout, stderr strings.Builder
	command.Stdout, command.Stderr = &stdout, &stderr
	result := childResult{err: command.Run()}
	printed := strings.TrimSpace(stdout.String())
	cut := strings.LastIndex(printed, "\n") + 1
	if err := json.Unmarshal([]byte(printed[cut:]), &result.report); err != nil && result.err == nil {
		t.Fatalf("the child reports %q", printed)
	}
	result.output = strings.TrimSpace(printed[:cut])
	if stderr.Len() > 0 {
		t.Logf("the child's stderr: %s", stderr.String())
	}
	return result
}

// ok runs a child that must succeed and returns what Python printed.
func ok(t *testing.T, o order, variables ...string) string {
	t.Helper()
	result := child(t, o, variables...)
	if result.err != nil || result.Error != "" {
		t.Fatalf("%s: %v %s\n%s", o.Deed, result.err, result.Error, result.Traceback)
	}
	return result.output
}
