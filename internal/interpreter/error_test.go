package interpreter

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/gophersnake/gophersnake/internal/find"
	"github.com/gophersnake/gophersnake/internal/find/findtest"
	"github.com/gophersnake/gophersnake/internal/gate"
)

// wantProblem runs a start that must fail and compares the error's text, with
// the folders of this machine replaced, with a golden file.
func wantProblem(t *testing.T, s standIn, golden string, problem Problem, variables ...string) childResult {
	t.Helper()
	result := child(t, s.order("start"), variables...)
	if result.err != nil {
		t.Fatal(result.err)
	}
	if result.Problem != problem {
		t.Errorf("problem %q, want %q", result.Problem, problem)
	}
	version := s.environment.Version.String()
	text := strings.NewReplacer(
		s.environment.Prefix, "VENV", s.packages, "PACKAGES", "Python "+version, "Python 3.X",
		"python"+version+"t", "python3.X", "python"+version, "python3.X",
		fmt.Sprint(slotCount-1, " functions"), "SOME functions", fmt.Sprint(slotCount, " are"), "MORE are",
		fmt.Sprint("version ", tableVersion-1, ", ", tableVersion), "version OLD, THIS",
		fmt.Sprint("version ", tableVersion+1, ", ", tableVersion), "version NEW, THIS",
	).Replace(result.Error)
	wantGolden(t, golden, text)
	return result
}

// wantGolden compares text with a file in testdata, or writes it there if the
// variable UPDATE is set.
func wantGolden(t *testing.T, name, text string) {
	t.Helper()
	path := filepath.Join("testdata", name+".txt")
	if os.Getenv("UPDATE") != "" {
		write(t, path, text+"\n")
	}
	if want := strings.TrimSuffix(read(t, path), "\n"); text != want {
		t.Errorf("%s:\n got %s\nwant %s", path, text, want)
	}
}

func TestError_NotInstalled(t *testing.T) {
	eachPython(t, func(t *testing.T, s standIn) {
		if err := os.RemoveAll(s.packages); err != nil {
			t.Fatal(err)
		}
		wantProblem(t, s, "not_installed", NotInstalled)
	})
}

func TestError_NotInstalledWherePipMayNotInstall(t *testing.T) {
	folder := t.TempDir()
	write(t, filepath.Join(folder, "lib/python3.11/EXTERNALLY-MANAGED"), "")
	environment := find.Environment{
		Executable: "/usr/bin/python3", Prefix: folder, BasePrefix: folder, Version: find.Version{Major: 3, Minor: 11}, Source: find.FromPath,
	}
	text := (&BridgeError{Problem: NotInstalled, Environment: environment}).Error()
	wantGolden(t, "not_installed_managed", strings.ReplaceAll(text, folder, "VENV"))

	environment.Prefix = "/home/me/venv"
	text = (&BridgeError{Problem: NotInstalled, Environment: environment}).Error()
	if !strings.HasSuffix(text, "; run: /usr/bin/python3 -m pip install gophersnake") {
		t.Error(text)
	}
}

func TestError_NotBuilt(t *testing.T) {
	eachPython(t, func(t *testing.T, s standIn) {
		if err := os.Remove(s.bridge()); err != nil {
			t.Fatal(err)
		}
		wantProblem(t, s, "not_built", NotBuilt)
		write(t, s.file("bridge/bridge.pyx"), "") // as in a checkout
		wantProblem(t, s, "not_built", NotBuilt)
	})
}

func TestError_BuiltForAnotherPython(t *testing.T) {
	eachPython(t, func(t *testing.T, s standIn) {
		other := s.file("bridge.cpython-39-x86_64-linux-gnu.so")
		if err := os.Rename(s.bridge(), other); err != nil {
			t.Fatal(err)
		}
		wantProblem(t, s, "built_for_another", BuiltForAnother)
	})
}

func TestError_ImportRaised(t *testing.T) {
	eachPython(t, func(t *testing.T, s standIn) {
		t.Run("in the package", func(t *testing.T) {
			write(t, s.file("__init__.py"), "raise ValueError('no\\0 way: ö \\udcff')\n")
			result := wantProblem(t, s, "import_raised", ImportRaised)
			if want := `ValueError: no\0 way: ö \udcff`; result.Message != want {
				t.Errorf("message %q, want %q", result.Message, want)
			}
			for _, want := range []string{"Traceback (most recent call last):", "__init__.py\", line 1, in <module>"} {
				if !strings.Contains(result.Traceback, want) {
					t.Errorf("traceback without %q:\n%s", want, result.Traceback)
				}
			}
		})
		t.Run("exit", func(t *testing.T) {
			write(t, s.file("__init__.py"), "raise SystemExit(3)\n")
			wantProblem(t, s, "import_exits", ImportRaised)
		})
		t.Run("missing dependency", func(t *testing.T) {
			write(t, s.file("__init__.py"), "import no_such_module\n")
			wantProblem(t, s, "import_lacks", ImportRaised)
		})
		t.Run("broken library", func(t *testing.T) {
			write(t, s.file("__init__.py"), "")
			write(t, s.bridge(), "no library\n")
			if result := child(t, s.order("start")); result.Problem != ImportRaised {
				t.Errorf("problem %q: %s", result.Problem, result.Error)
			}
		})
	})
}

func TestError_TableThatDoesNotFit(t *testing.T) {
	cases := map[string]struct {
		problem Problem
		define  string
	}{
		"table_too_few": {TooOld, define("TABLE_SLOTS", slotCount-1)},
		"table_older":   {TooOld, define("TABLE_VERSION", tableVersion-1)},
		"table_newer":   {TooNew, define("TABLE_VERSION", tableVersion+1)},
		"table_magic":   {NotATable, `-DTABLE_MAGIC="notsnake"`},
		"table_capsule": {NotATable, `-DCAPSULE_NAME="something.else"`},
	}
	for _, python := range findtest.Pythons(t) {
		t.Run(python.Name(), func(t *testing.T) {
			for golden, c := range cases {
				t.Run(golden, func(t *testing.T) {
					wantProblem(t, install(t, python, c.define), golden, c.problem)
				})
			}
		})
	}
}

func TestError_MoreSlotsAreFine(t *testing.T) {
	python := findtest.Pythons(t)[0]
	ok(t, install(t, python, define("TABLE_SLOTS", slotCount+1)).order("start", "status = 0"))
}

// The rest of these errors is the dynamic linker's own.
func TestError_LibraryCannotBeOpened(t *testing.T) {
	s := install(t, findtest.Pythons(t)[0])
	s.environment.Library = "/nonexistent/libpython.so"
	result := child(t, s.order("start"))
	if want := "gophersnake: start python: open /nonexistent/libpython.so: "; !strings.HasPrefix(result.Error, want) {
		t.Errorf("error %q, want one with %q", result.Error, want)
	}
}

func TestError_LibraryIsNoPython(t *testing.T) {
	s := install(t, findtest.Pythons(t)[0])
	for _, file := range []string{"libm.so.6", "/usr/lib/libSystem.B.dylib"} {
		if _, err := gate.Open(file); err == nil {
			s.environment.Library = file
		}
	}
	result := child(t, s.order("start"))
	want := "gophersnake: start python: " + s.environment.Library + " is no library of Python " + s.environment.Version.String() + ": "
	if !strings.HasPrefix(result.Error, want) || !strings.Contains(result.Error, "Py_IsInitialized") {
		t.Errorf("error %q, want one with %q", result.Error, want)
	}
}

func TestError_HomeWithoutLibrary(t *testing.T) {
	eachPython(t, func(t *testing.T, s standIn) {
		wantProblem(t, s, "home", "", "PYTHONHOME=/nonexistent")
		home := s.python.BasePrefix
		ok(t, s.order("start", "status = 0"), "PYTHONHOME="+home)
	})
}
