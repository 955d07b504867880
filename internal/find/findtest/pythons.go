// Package findtest gives tests the real Pythons of the machine.
package findtest

import (
	_ "embed"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"sync"
	"testing"
)

//go:embed describe.py
var describeScript string

// Python is a CPython that can run inside a program, as it describes itself.
type Python struct {
	Executable         string
	Prefix             string
	BasePrefix         string
	Library            string
	Major, Minor       int
	FreeThreaded       bool
	Debug              bool
	CPython            bool
	Include            string // the folder of Python.h, empty if there is none
	ExtensionSuffix    string // of the file of an extension module, with its dot
	Utf8Mode           int
	FileSystemEncoding string
	Path               []string // sys.path
}

// Name returns a short name for subtests, such as "3.13t-usr".
func (p Python) Name() string {
	name := fmt.Sprintf("%d.%d", p.Major, p.Minor)
	if p.FreeThreaded {
		name += "t"
	}
	if p.Debug {
		name += "d"
	}
	return name + "-" + filepath.Base(p.BasePrefix)
}

// Pythons returns every CPython of 3.10 or newer of this machine that has a
// shared library: those of pyenv, of the system, of the project's cache and those
// that GOPHERSNAKE_TEST_PYTHONS lists. To have none fails the test.
func Pythons(t testing.TB) []Python {
	t.Helper()
	all := machine()
	if len(all) == 0 {
		t.Fatal("this machine has no CPython of 3.10 or newer with a shared library; " +
			"install one, or list interpreters in GOPHERSNAKE_TEST_PYTHONS")
	}
	return all
}

var machine = sync.OnceValue(func() []Python {
	var all []Python
	seen := map[string]bool{}
	for _, path := range candidates() {
		real, err := filepath.EvalSymlinks(path)
		if err != nil || seen[real] {
			continue
		}
		seen[real] = true
		p, err := describe(path)
		if err == nil && p.CPython && p.Library != "" && (p.Major > 3 || p.Minor >= 10) {
			all = append(all, p)
		}
	}
	return all
})

// candidates returns the paths at which there may be an interpreter.
func candidates() []string {
	paths := filepath.SplitList(os.Getenv("GOPHERSNAKE_TEST_PYTHONS"))
	home, _ := os.UserHomeDir()
	pyenv := first(os.Getenv("PYENV_ROOT"), filepath.Join(home, ".pyenv"))
	cache := first(os.Getenv("XDG_CACHE_HOME"), filepath.Join(home, ".cache"))
	cache = first(os.Getenv("GOPHERSNAKE_CACHE"), filepath.Join(cache, "gophersnake"))
	for _, pattern := range []string{
		filepath.Join(pyenv, "versions", "*", "bin", "python3"),
		filepath.Join(cache, "pythons", "[^.]*", "bin", "python3"),
		"/usr/bin/python3", "/usr/bin/python3.??", "/usr/bin/python3.??d",
		"/usr/local/bin/python3", "/opt/homebrew/bin/python3",
	} {
		found, _ := filepath.Glob(pattern)
		paths = append(paths, found...)
	}
	return paths
}

func first(values ...string) string {
	for _, value := range values {
		if value != "" {
			return value
		}
	}
	return ""
}

func describe(interpreter string) (Python, error) {
	var p Python
	output, err := exec.Command(interpreter, "-c", describeScript).Output()
	if err == nil {
		err = json.Unmarshal(output, &p)
	}
	return p, err
}

// Describe asks an interpreter what it is.
func Describe(t testing.TB, interpreter string) Python {
	t.Helper()
	p, err := describe(interpreter)
	if err != nil {
		t.Fatalf("%s does not describe itself: %v", interpreter, err)
	}
	return p
}

// Venv makes a real virtual environment without pip in a folder of the test and
// returns that folder.
func Venv(t testing.TB, p Python, options ...string) string {
	t.Helper()
	folder := filepath.Join(t.TempDir(), "venv")
	MakeVenv(t, p, folder, options...)
	return folder
}

// MakeVenv makes a real virtual environment without pip in the folder.
func MakeVenv(t testing.TB, p Python, folder string, options ...string) {
	t.Helper()
	arguments := append([]string{"-m", "venv", "--without-pip"}, options...)
	if output, err := exec.Command(p.Executable, append(arguments, folder)...).CombinedOutput(); err != nil {
		t.Fatalf("%s -m venv: %v\n%s", p.Executable, err, output)
	}
}
