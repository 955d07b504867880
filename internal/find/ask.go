package find

import (
	"bytes"
	"context"
	_ "embed"
	"encoding/json"
	"errors"
	"fmt"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"time"
)

//go:embed ask.py
var askScript string

// askTimeout is how long an interpreter may take to answer.
var askTimeout = 10 * time.Second

// answer is what ask.py prints.
type answer struct {
	Executable     string
	Implementation string
	Version        [2]int
	BasePrefix     string `json:"base_prefix"`
	FreeThreaded   bool   `json:"free_threaded"`
	Debug          bool
	Libraries      []string // where the library may be
}

// ask runs the interpreter, isolated from the user's environment (-I) and without
// site-packages (-S), to ask it where it is.
func ask(interpreter string) (answer, error) {
	ctx, cancel := context.WithTimeout(context.Background(), askTimeout)
	defer cancel()
	command := exec.CommandContext(ctx, interpreter, "-I", "-S", "-c", askScript)
	command.WaitDelay = time.Second // a shim's children may hold the pipe
	var stderr bytes.Buffer
	command.Stderr = &stderr
	output, err := command.Output()
	if ctx.Err() != nil {
		return answer{}, fmt.Errorf("no answer within %s", askTimeout)
	}
	if err != nil {
		return answer{}, errors.New(firstLine(stderr.String(), err))
	}
	var a answer
	if err := json.Unmarshal(output, &a); err != nil || a.Executable == "" {
		return answer{}, errors.New("it is no Python: its answer makes no sense")
	}
	return a, nil
}

// longestComplaint is how much of a line is shown: what is no Python may repeat the script.
const longestComplaint = 120

// firstLine returns the first line of what a program complained, or its error.
func firstLine(complaint string, err error) string {
	line, _, _ := strings.Cut(strings.TrimSpace(complaint), "\n")
	if line == "" {
		return err.Error()
	}
	if runes := []rune(line); len(runes) > longestComplaint {
		return string(runes[:longestComplaint]) + " …"
	}
	return line
}

// sharedLibrary matches what can be opened among the names sysconfig gives, which
// for a Python without shared library is that of a static one.
var sharedLibrary = regexp.MustCompile(`(\.so[.\d]*|\.dylib|\.dll|^Python.*)$`)

// resolveByAsking returns the environment of an interpreter as it tells it.
func (f finder) resolveByAsking(path string) (Environment, *problem) {
	a, err := f.ask(path)
	if err != nil {
		return Environment{}, &problem{kind: NotWorking, path: path, what: "does not run: " + err.Error(), venv: f.brokenVenv(path)}
	}
	environment := Environment{
		Executable:   path,
		BasePrefix:   a.BasePrefix,
		Version:      Version{a.Version[0], a.Version[1]},
		FreeThreaded: a.FreeThreaded,
		Debug:        a.Debug,
	}
	if isScript(path) { // it starts another one, which is what everyone calls sys.executable
		environment.Executable = a.Executable
	}
	environment.Prefix = environment.BasePrefix
	if v, ok := venvOf(environment.Executable); ok {
		environment.Prefix = v.folder
	}
	if a.Implementation != "cpython" {
		return Environment{}, &problem{kind: NotCPython, path: path, what: a.Implementation}
	}
	if environment.Version.Before(Oldest) {
		return Environment{}, tooOld(path, environment)
	}
	environment.Library = f.libraryAsked(a)
	if environment.Library == "" {
		return Environment{}, &problem{kind: NoLibrary, path: path, environment: environment}
	}
	return environment, nil
}

// libraryAsked returns the library of the interpreter that answered, or "".
func (f finder) libraryAsked(a answer) string {
	for _, path := range a.Libraries {
		if sharedLibrary.MatchString(filepath.Base(path)) && exists(path) {
			return path
		}
	}
	return f.libraryOf(a.BasePrefix, build{Version{a.Version[0], a.Version[1]}, a.FreeThreaded, a.Debug})
}
