package suite

import (
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"strings"
	"testing"
)

// A process runs one Python, so what is about starting and stopping it runs in a
// process of its own: this test binary again, told by a variable what to do.

const (
	childVariable = "GOPHERSNAKE_SUITE_CHILD"
	inputVariable = "GOPHERSNAKE_SUITE_INPUT"
)

// scenarios are what children do. What one returns is its report.
var scenarios = map[string]func(input string) (any, error){}

// told is what a child reports on the last line that it prints.
type told struct {
	Report json.RawMessage
	Error  string
	Long   string // the error with %+v
}

func runChild(name string) {
	os.Unsetenv(childVariable)
	report, err := scenarios[name](os.Getenv(inputVariable))
	var message told
	message.Report, _ = json.Marshal(report)
	if err != nil {
		message.Error, message.Long = err.Error(), fmt.Sprintf("%+v", err)
	}
	line, _ := json.Marshal(message)
	fmt.Printf("\n%s\n", line)
	os.Exit(0)
}

// child is a process on its way.
type child struct {
	*exec.Cmd
	stdout, stderr strings.Builder
}

// newChild prepares a child with these variables added to the environment.
func newChild(t *testing.T, scenario, input string, variables ...string) *child {
	t.Helper()
	self, err := os.Executable()
	done(t, err)
	c := &child{Cmd: exec.Command(self)}
	c.Env = append(append(os.Environ(), variables...), childVariable+"="+scenario, inputVariable+"="+input)
	c.Stdout, c.Stderr = &c.stdout, &c.stderr
	return c
}

// finish runs the child to its end and returns what it told.
func (c *child) finish(t *testing.T) told {
	t.Helper()
	if err := c.Run(); err != nil {
		t.Fatalf("the child: %v\n%s%s", err, c.stdout.String(), c.stderr.String())
	}
	text := strings.TrimSpace(c.stdout.String())
	var message told
	if err := json.Unmarshal([]byte(text[strings.LastIndex(text, "\n")+1:]), &message); err != nil {
		t.Fatalf("the child tells %q: %v", text, err)
	}
	return message
}

// run runs a child that must succeed and returns its report.
func run[T any](t *testing.T, scenario, input string, variables ...string) T {
	t.Helper()
	message := newChild(t, scenario, input, variables...).finish(t)
	if message.Error != "" {
		t.Fatalf("%s: %s", scenario, message.Long)
	}
	var report T
	done(t, json.Unmarshal(message.Report, &report))
	return report
}

// fails runs a child that must fail and returns its error, short and long.
func fails(t *testing.T, scenario, input string, variables ...string) told {
	t.Helper()
	message := newChild(t, scenario, input, variables...).finish(t)
	if message.Error == "" {
		t.Fatalf("%s did not fail, it reports %s", scenario, message.Report)
	}
	return message
}
