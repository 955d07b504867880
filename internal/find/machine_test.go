package find

import (
	"os"
	"path/filepath"
	"testing"

	"github.com/gophersnake/gophersnake/internal/find/findtest"
)

// withoutAsking is a finder of these options in the real surroundings that fails
// the test if it has to ask an interpreter.
func withoutAsking(t *testing.T, options Options) finder {
	f := newFinder(options)
	f.ask = func(interpreter string) (answer, error) {
		t.Errorf("asked %s", interpreter)
		return ask(interpreter)
	}
	return f
}

// wantEnvironment compares what was found with what the interpreter at python
// says of itself.
func wantEnvironment(t *testing.T, got Environment, python string) {
	t.Helper()
	truth := findtest.Describe(t, python)
	want := Environment{
		Executable: python, Prefix: truth.Prefix, BasePrefix: truth.BasePrefix, Library: got.Library,
		Version: Version{truth.Major, truth.Minor}, FreeThreaded: truth.FreeThreaded, Debug: truth.Debug,
		Source: got.Source,
	}
	if got != want {
		t.Errorf("got  %+v\nwant %+v", got, want)
	}
	if !sameFile(got.Library, truth.Library) {
		t.Errorf("library %s, want %s", got.Library, truth.Library)
	}
}

func TestMachine_EveryInterpreterIsFoundWithoutAsking(t *testing.T) {
	for _, p := range findtest.Pythons(t) {
		t.Run(p.Name(), func(t *testing.T) {
			got, err := withoutAsking(t, Options{Python: p.Executable}).find()
			if err != nil {
				t.Fatal(err)
			}
			wantEnvironment(t, got, p.Executable)
		})
	}
}

func TestMachine_EveryVirtualEnvironmentIsFoundWithoutAsking(t *testing.T) {
	for _, p := range findtest.Pythons(t) {
		for kind, options := range map[string][]string{"links": nil, "copies": {"--copies"}} {
			t.Run(p.Name()+"/"+kind, func(t *testing.T) {
				folder := findtest.Venv(t, p, options...)
				got, err := withoutAsking(t, Options{Python: folder}).find()
				if err != nil {
					t.Fatal(err)
				}
				wantEnvironment(t, got, filepath.Join(folder, "bin", "python3"))
				if got.Prefix != folder {
					t.Errorf("prefix %s, want %s", got.Prefix, folder)
				}
			})
		}
	}
}

func TestMachine_AnsweringAgreesWithFiles(t *testing.T) {
	for _, p := range findtest.Pythons(t) {
		t.Run(p.Name(), func(t *testing.T) {
			for _, interpreter := range []string{p.Executable, filepath.Join(findtest.Venv(t, p), "bin", "python")} {
				got, wrong := newFinder(Options{}).resolveByAsking(interpreter)
				if wrong != nil {
					t.Fatal(wrong.sentence())
				}
				wantEnvironment(t, got, interpreter)
			}
		})
	}
}

func TestMachine_PrefixFolderIsEnough(t *testing.T) {
	for _, p := range findtest.Pythons(t) {
		if p.BasePrefix == "/usr" {
			continue // several Pythons may share it
		}
		t.Run(p.Name(), func(t *testing.T) {
			got, err := Python(Options{Python: p.BasePrefix})
			if err != nil {
				t.Fatal(err)
			}
			wantEnvironment(t, got, filepath.Join(p.BasePrefix, "bin", "python3"))
		})
	}
}

func TestMachine_ScriptOnThePathIsAsked(t *testing.T) {
	p := findtest.Pythons(t)[0]
	shims := t.TempDir()
	shim := filepath.Join(shims, "python3")
	script := "#!/bin/sh\nexec " + p.Executable + " \"$@\"\n"
	if err := os.WriteFile(shim, []byte(script), 0o755); err != nil {
		t.Fatal(err)
	}
	t.Setenv("PATH", shims)
	t.Setenv("VIRTUAL_ENV", "")
	t.Setenv("GOPHERSNAKE_PYTHON", "")
	t.Chdir(t.TempDir())
	got, err := Python(Options{})
	if err != nil {
		t.Fatal(err)
	}
	wantEnvironment(t, got, p.Executable)
	if got.Source != FromPath {
		t.Errorf("source %q, want %q", got.Source, FromPath)
	}
}

func BenchmarkPython_VirtualEnvironment(b *testing.B) {
	folder := findtest.Venv(b, findtest.Pythons(b)[0])
	for b.Loop() {
		if _, err := Python(Options{Python: folder}); err != nil {
			b.Fatal(err)
		}
	}
}
