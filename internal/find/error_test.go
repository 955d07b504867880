package find

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

func TestError_NoPython(t *testing.T) {
	w := newWorld(t, "/usr/bin/apt-get*")
	w.wantError("none", NoPython)
}

func TestError_NoPythonWithoutPackageManager(t *testing.T) {
	w := newWorld(t, "/app/python/runtime.go")
	w.wantError("none_plain", NoPython)
	w.finder.goos = "windows"
	w.wantError("none_windows", NoPython)
}

func TestError_WhatIsNamedIsNeverReplaced(t *testing.T) {
	for golden, set := range map[string]func(*world){
		"named_option":      func(w *world) { w.finder.options.Python = w.path("/nowhere/python3") },
		"named_command":     func(w *world) { w.finder.options.Python = "python3.99" },
		"named_variable":    func(w *world) { w.variables["GOPHERSNAKE_PYTHON"] = w.path("/home") },
		"named_not_program": func(w *world) { w.variables["GOPHERSNAKE_PYTHON"] = w.path("/home/me/project/go.mod") },
		"named_virtual_env": func(w *world) { w.variables["VIRTUAL_ENV"] = w.path("/gone") },
	} {
		t.Run(golden, func(t *testing.T) {
			w := newWorld(t, debian...) // there would be one on the PATH
			set(w)
			w.wantError(golden, NotWorking)
		})
	}
}

func TestError_VirtualEnvironmentWhoseInterpreterIsGone(t *testing.T) {
	w := newWorld(t, append(debian, venvAt("/home/me/project/.venv")...)...)
	w.remove("/home/me/project/.venv/bin/python3")
	w.add("/home/me/project/.venv/bin/python3 -> ROOT/usr/bin/python3.9")
	w.wantError("venv_broken", NotWorking)
}

func TestError_NoLibrary(t *testing.T) {
	python := answer{Executable: "/usr/bin/python3", Version: [2]int{3, 11}, BasePrefix: "/usr"}
	t.Run("Debian", func(t *testing.T) {
		w := newWorld(t, append(debian, "/usr/bin/apt-get*")...)
		w.remove("/usr/lib/x86_64-linux-gnu")
		w.answers["/usr/bin/python3"] = python
		w.wantError("library_debian", NoLibrary)
		python.Debug = true
		w.answers["/usr/bin/python3"] = python
		w.wantError("library_debian_debug", NoLibrary)
	})
	t.Run("pyenv", func(t *testing.T) {
		const base = "/home/me/.pyenv/versions/3.12.1"
		w := newWorld(t, base+"/bin/python3.12*", base+"/bin/python3 -> python3.12", "/usr/bin/pyenv*")
		w.variables["VIRTUAL_ENV"] = w.path(base)
		w.answers[base+"/bin/python3"] = answer{Executable: base + "/bin/python3", Version: [2]int{3, 12}, BasePrefix: base,
			Libraries: []string{base + "/lib/libpython3.12.a"}}
		w.add(base + "/lib/libpython3.12.a")
		w.wantError("library_pyenv", NoLibrary)
	})
	t.Run("elsewhere", func(t *testing.T) {
		w := newWorld(t, "/opt/python/bin/python3*")
		w.finder.options.Python = w.path("/opt/python")
		w.answers["/opt/python/bin/python3"] = answer{Executable: "/opt/python/bin/python3", Version: [2]int{3, 10}, BasePrefix: "/opt/python"}
		w.wantError("library_elsewhere", NoLibrary)
	})
}

func TestError_TooOld(t *testing.T) {
	w := newWorld(t, "/usr/bin/python3 -> python3.9", "/usr/bin/python3.9*", "/usr/lib/libpython3.9.so.1.0", "/usr/bin/dnf*")
	w.wantError("old", TooOld)
	w.add("/usr/bin/uv*")
	w.wantError("old_with_uv", TooOld)
	w.add("/usr/bin/python3.12*", "/usr/lib/libpython3.12.so.1.0", "/usr/bin/python3.14*")
	w.wantError("old_with_better", TooOld)
	w.add("/home/me/project/.venv/pyvenv.cfg: home = ROOT/usr/bin", "/home/me/project/.venv/bin/python3 -> ROOT/usr/bin/python3.9")
	w.wantError("old_venv", TooOld)
}

func TestError_TooOldByItsOwnAnswer(t *testing.T) {
	w := newWorld(t, "/usr/bin/python3*")
	w.answers["/usr/bin/python3"] = answer{Executable: "/usr/bin/python3", Version: [2]int{3, 6}, BasePrefix: "/usr"}
	w.wantError("old_asked", TooOld)
}

func TestError_NotCPython(t *testing.T) {
	w := newWorld(t, "/usr/bin/python3 -> pypy3.11", "/usr/bin/pypy3.11*")
	w.answers["/usr/bin/python3"] = answer{
		Executable: "/usr/bin/pypy3.11", Version: [2]int{3, 11}, BasePrefix: "/usr", Implementation: "pypy",
	}
	w.wantError("pypy", NotCPython)
}

func TestError_InterpreterThatDoesNotRun(t *testing.T) {
	w := newWorld(t, "/usr/bin/python3*: #!/bin/sh\n")
	w.wantError("does_not_run", NotWorking)
}

func TestError_TheRemedyNamesWhatAScriptOnThePathStarts(t *testing.T) {
	const base = "/home/me/.pyenv/versions/3.12.1"
	w := newWorld(t, "/usr/bin/python3*: #!/bin/sh\n", base+"/bin/python3.12*", base+"/lib/libpython3.12.so.1.0")
	w.answers["/usr/bin/python3"] = answer{
		Executable: base + "/bin/python3.12", Version: [2]int{3, 12}, BasePrefix: base,
	}
	w.variables["GOPHERSNAKE_PYTHON"] = w.path("/home")
	w.wantError("named_with_pyenv", NotWorking)
}

// answerOf asks a script that stands for an interpreter.
func answerOf(t *testing.T, script string) (answer, error) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "python3")
	if err := os.WriteFile(path, []byte("#!/bin/sh\n"+script), 0o755); err != nil {
		t.Fatal(err)
	}
	return ask(path)
}

func TestAsk_ComplaintIsTheFirstLine(t *testing.T) {
	_, err := answerOf(t, "echo 'pyenv: python3: command not found' >&2; echo more >&2; exit 127")
	if err == nil || err.Error() != "pyenv: python3: command not found" {
		t.Errorf("error %v", err)
	}
	_, err = answerOf(t, `echo "it is not: $*" >&2; exit 2`)
	if err == nil || !strings.HasPrefix(err.Error(), "it is not: -I -S -c # Run by an interpreter") || len(err.Error()) > 200 {
		t.Errorf("error %v", err)
	}
	_, err = answerOf(t, "exit 3")
	if err == nil || err.Error() != "exit status 3" {
		t.Errorf("error %v", err)
	}
}

func TestAsk_NoPython(t *testing.T) {
	_, err := answerOf(t, "echo '{}'")
	if err == nil || !strings.Contains(err.Error(), "no Python") {
		t.Errorf("error %v", err)
	}
}

func TestAsk_GivesUp(t *testing.T) {
	defer func(timeout time.Duration) { askTimeout = timeout }(askTimeout)
	askTimeout = 200 * time.Millisecond
	begin := time.Now()
	_, err := answerOf(t, "sleep 60 & sleep 60") // a child that holds the pipe, as well
	if err == nil || !strings.Contains(err.Error(), "no answer within") {
		t.Errorf("error %v", err)
	}
	if time.Since(begin) > 10*time.Second {
		t.Error("it took too long to give up")
	}
}
