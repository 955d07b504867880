package interpreter

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/gophersnake/gophersnake/internal/find"
	"github.com/gophersnake/gophersnake/internal/find/findtest"
)

// standIn is a virtual environment of a Python, which all tests share, and a
// folder of packages for PYTHONPATH with a stand-in for the bridge in it.
type standIn struct {
	python      findtest.Python
	environment find.Environment
	packages    string
}

// eachPython runs a test for every Python of the machine, with a stand-in bridge
// that fits.
func eachPython(t *testing.T, test func(t *testing.T, s standIn)) {
	t.Helper()
	for _, python := range findtest.Pythons(t) {
		t.Run(python.Name(), func(t *testing.T) { test(t, install(t, python)) })
	}
}

// install returns a stand-in with packages of its own. The defines change what is
// wrong with the bridge.
func install(t *testing.T, python findtest.Python, defines ...string) standIn {
	t.Helper()
	s := standIn{python, environment(t, python), t.TempDir()}
	write(t, s.file("__init__.py"), "")
	write(t, s.bridge(), read(t, compiled(t, python, defines)))
	return s
}

// file returns the path of a file of the stand-in package.
func (s standIn) file(name string) string { return filepath.Join(s.packages, "gophersnake", name) }

// bridge returns the path of the stand-in itself.
func (s standIn) bridge() string { return s.file("bridge" + s.python.ExtensionSuffix) }

// variable returns the setting of PYTHONPATH that leads to the package.
func (s standIn) variable() string { return "PYTHONPATH=" + s.packages }

// order returns the order to do a deed with it.
func (s standIn) order(deed string, scripts ...string) order {
	return order{Deed: deed, Environment: s.environment, Scripts: scripts, variable: s.variable()}
}

// scratch is a folder that lives as long as the tests; TestMain removes it.
var scratch string

var environments = map[string]find.Environment{}

// environment returns the virtual environment of a Python, made once.
func environment(t *testing.T, python findtest.Python) find.Environment {
	t.Helper()
	if made, ok := environments[python.Executable]; ok {
		return made
	}
	folder := filepath.Join(scratch, "venv-"+python.Name())
	findtest.MakeVenv(t, python, folder)
	made, err := find.Python(find.Options{Python: folder})
	if err != nil {
		t.Fatal(err)
	}
	environments[python.Executable] = made
	return made
}

var extensions = map[string]string{}

// compiled returns the path of a stand-in compiled for the Python, which must
// have headers. Each is compiled once.
func compiled(t *testing.T, python findtest.Python, defines []string) string {
	t.Helper()
	if python.Include == "" {
		t.Fatalf("%s has no headers; install them (apt-get install python3-dev)", python.Executable)
	}
	arguments := append([]string{"-shared", "-fPIC", "-O1", "-Wall", "-Werror", "-Wno-deprecated-declarations",
		"-I" + python.Include, filepath.Join("testdata", "bridge.c")}, defines...)
	for _, fitting := range []string{define("TABLE_VERSION", tableVersion), define("TABLE_SLOTS", slotCount)} {
		name, _, _ := strings.Cut(fitting, "=")
		if !strings.Contains(strings.Join(defines, " "), name) {
			arguments = append(arguments, fitting)
		}
	}
	key := strings.Join(arguments, " ")
	if extensions[key] == "" {
		path := filepath.Join(scratch, fmt.Sprintf("bridge-%d.so", len(extensions)))
		if output, err := compiler(append(arguments, "-o", path)...).CombinedOutput(); err != nil {
			t.Fatalf("compile the stand-in for %s: %v\n%s", python.Executable, err, output)
		}
		extensions[key] = path
	}
	return extensions[key]
}

// define returns the compiler's argument that gives a number of the stand-in.
func define(name string, number int) string { return fmt.Sprintf("-D%s=%d", name, number) }

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
