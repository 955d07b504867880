package interpreter

import (
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"sync"
	"testing"

	"github.com/gophersnake/gophersnake/internal/find"
	"github.com/gophersnake/gophersnake/internal/find/findtest"
)

// standIn is a real virtual environment with a stand-in for the bridge in it.
type standIn struct {
	python      findtest.Python
	environment find.Environment
	site        string // its site-packages
}

// eachPython runs a test for every Python of the machine, in a virtual
// environment with a stand-in bridge.
func eachPython(t *testing.T, test func(t *testing.T, s standIn)) {
	t.Helper()
	for _, python := range findtest.Pythons(t) {
		t.Run(python.Name(), func(t *testing.T) { test(t, install(t, python)) })
	}
}

// install makes the virtual environment. The defines change what is wrong with
// the bridge.
func install(t *testing.T, python findtest.Python, defines ...string) standIn {
	t.Helper()
	folder := findtest.Venv(t, python)
	environment, err := find.Python(find.Options{Python: folder})
	if err != nil {
		t.Fatal(err)
	}
	site := filepath.Join(folder, "lib", filepath.Base(stdlib(t, python)), "site-packages")
	s := standIn{python, environment, site}
	write(t, filepath.Join(site, "gophersnake", "__init__.py"), "")
	bridge, err := os.ReadFile(compiled(t, python, defines))
	if err != nil {
		t.Fatal(err)
	}
	write(t, s.bridge(), string(bridge))
	return s
}

// bridge returns the path of the bridge's file.
func (s standIn) bridge() string {
	return filepath.Join(s.site, "gophersnake", "bridge"+s.python.ExtensionSuffix)
}

// order returns the order to do a deed with it.
func (s standIn) order(deed string, scripts ...string) order {
	return order{Deed: deed, Environment: s.environment, Scripts: scripts}
}

// stdlib returns the folder of the standard library.
func stdlib(t *testing.T, python findtest.Python) string {
	t.Helper()
	output, err := exec.Command(python.Executable, "-c", "import os; print(os.path.dirname(os.__file__))").Output()
	if err != nil {
		t.Fatal(err)
	}
	return strings.TrimSpace(string(output))
}

// extensions are the compiled stand-ins, by compiler command.
var extensions sync.Map

// compiled returns the path of a stand-in compiled for the Python, which must
// have headers.
func compiled(t *testing.T, python findtest.Python, defines []string) string {
	t.Helper()
	if python.Include == "" {
		t.Fatalf("%s has no headers; install them (apt-get install python3-dev)", python.Executable)
	}
	arguments := append([]string{"-shared", "-fPIC", "-O1", "-Wall", "-Werror", "-Wno-deprecated-declarations",
		"-I" + python.Include, filepath.Join("testdata", "bridge.c")}, defines...)
	build, _ := extensions.LoadOrStore(strings.Join(arguments, " "), sync.OnceValues(func() (string, error) {
		folder, err := os.MkdirTemp("", "gophersnake-stand-in-")
		if err != nil {
			return "", err
		}
		path := filepath.Join(folder, "bridge.so")
		output, err := compiler(append(arguments, "-o", path)...).CombinedOutput()
		if err != nil {
			os.Stderr.Write(output)
		}
		return path, err
	}))
	path, err := build.(func() (string, error))()
	if err != nil {
		t.Fatalf("compile the stand-in for %s: %v", python.Executable, err)
	}
	return path
}

// compiler returns a command of the C compiler.
func compiler(arguments ...string) *exec.Cmd {
	name := os.Getenv("CC")
	if name == "" {
		name = "cc"
	}
	return exec.Command(name, arguments...)
}

func write(t *testing.T, path, text string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, []byte(text), 0o755); err != nil {
		t.Fatal(err)
	}
}

func read(t *testing.T, path string) string {
	t.Helper()
	text, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(text)
}
