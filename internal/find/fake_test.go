package find

import (
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// world is a made-up machine in a folder: its files, its variables, and what its
// interpreters answer.
type world struct {
	t         *testing.T
	root      string
	variables map[string]string
	answers   map[string]answer // by path below the root
	finder    finder
}

// newWorld makes a Linux machine with a program in /app, a working directory
// /home/me/project and an empty PATH of /usr/local/bin and /usr/bin.
func newWorld(t *testing.T, files ...string) *world {
	t.Helper()
	root, err := filepath.EvalSymlinks(t.TempDir())
	if err != nil {
		t.Fatal(err)
	}
	w := &world{t: t, root: root, variables: map[string]string{}, answers: map[string]answer{}}
	w.variables["PATH"] = w.path("/usr/local/bin") + string(os.PathListSeparator) + w.path("/usr/bin")
	w.add("/app/program*", "/home/me/project/go.mod")
	w.add(files...)
	w.finder = finder{
		getenv:     func(name string) string { return w.variables[name] },
		executable: func() (string, error) { return w.path("/app/program"), nil },
		workdir:    func() (string, error) { return w.path("/home/me/project"), nil },
		ask:        w.ask,
		goos:       "linux",
		goarch:     "amd64",
		root:       root,
	}
	return w
}

func (w *world) path(path string) string { return filepath.Join(w.root, filepath.FromSlash(path)) }

// add adds files: "/a/b" is an empty file, "/a/b*" an executable one, "/a/b: text"
// one with a text, "/a/b -> c" a symbolic and "/a/b => /a/c" a hard link. In a text
// ROOT stands for the folder of this world.
func (w *world) add(files ...string) {
	w.t.Helper()
	for _, file := range files {
		name, text, mode := file, "", os.FileMode(0o644)
		name, target, isLink := strings.Cut(name, " -> ")
		name, twin, isTwin := strings.Cut(name, " => ")
		if !isLink && !isTwin {
			name, text, _ = strings.Cut(name, ": ")
		}
		if strings.HasSuffix(name, "*") {
			name, mode = strings.TrimSuffix(name, "*"), 0o755
		}
		path := w.path(name)
		err := os.MkdirAll(filepath.Dir(path), 0o755)
		switch {
		case err != nil:
		case isLink:
			err = os.Symlink(strings.ReplaceAll(target, "ROOT", w.root), path)
		case isTwin:
			err = os.Link(w.path(twin), path)
		default:
			err = os.WriteFile(path, []byte(strings.ReplaceAll(text, "ROOT", w.root)), mode)
		}
		if err != nil {
			w.t.Fatal(err)
		}
	}
}

// remove removes a file or folder.
func (w *world) remove(path string) {
	w.t.Helper()
	if err := os.RemoveAll(w.path(path)); err != nil {
		w.t.Fatal(err)
	}
}

// ask answers for an interpreter as it was told to.
func (w *world) ask(interpreter string) (answer, error) {
	path := "/" + filepath.ToSlash(strings.TrimPrefix(interpreter, w.root+string(filepath.Separator)))
	a, ok := w.answers[path]
	if !ok {
		return answer{}, errors.New("exit status 127")
	}
	a.Executable, a.BasePrefix = w.path(a.Executable), w.path(a.BasePrefix)
	for i, library := range a.Libraries {
		a.Libraries[i] = w.path(library)
	}
	if a.Implementation == "" {
		a.Implementation = "cpython"
	}
	return a, nil
}

// find returns what is found, with ROOT cut off its paths.
func (w *world) find() (Environment, error) {
	environment, err := w.finder.find()
	for _, path := range []*string{
		&environment.Executable, &environment.Prefix, &environment.BasePrefix, &environment.Library,
	} {
		*path = filepath.ToSlash(strings.TrimPrefix(*path, w.root))
	}
	return environment, err
}

// want fails unless exactly this is found.
func (w *world) want(want Environment) {
	w.t.Helper()
	got, err := w.find()
	if err != nil {
		w.t.Fatal(err)
	}
	if got != want {
		w.t.Errorf("\n got %+v\nwant %+v", got, want)
	}
}

// wantFrom fails unless the interpreter is found at the place.
func (w *world) wantFrom(source Source, executable string) {
	w.t.Helper()
	got, err := w.find()
	if err != nil {
		w.t.Fatal(err)
	}
	if got.Source != source || got.Executable != executable {
		w.t.Errorf("found %s by %s, want %s by %s", got.Executable, got.Source, executable, source)
	}
}

// wantError fails unless the error is this problem, and in words what the golden
// file says.
func (w *world) wantError(golden string, problem Problem) {
	w.t.Helper()
	got, err := w.find()
	var notFound *NotFoundError
	if !errors.As(err, &notFound) {
		w.t.Fatalf("found %+v, error %v", got, err)
	}
	if notFound.Problem != problem {
		w.t.Errorf("problem %q, want %q", notFound.Problem, problem)
	}
	text := strings.ReplaceAll(err.Error(), w.root, "ROOT") + "\n"
	path := filepath.Join("testdata", golden+".txt")
	if os.Getenv("UPDATE") != "" {
		if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
			w.t.Fatal(err)
		}
	}
	want, err := os.ReadFile(path)
	if err != nil {
		w.t.Fatal(err)
	}
	if text != string(want) {
		w.t.Errorf("%s:\n got %s\nwant %s", path, text, want)
	}
}

// debian are the files of a Debian with Python 3.11.
var debian = []string{
	"/usr/bin/python3 -> python3.11", "/usr/bin/python3.11*",
	"/usr/lib/python3.11/os.py", "/usr/lib/x86_64-linux-gnu/libpython3.11.so.1.0",
}

// venvAt returns the files of a virtual environment of that Python.
func venvAt(folder string) []string {
	return []string{
		folder + "/pyvenv.cfg: home = ROOT/usr/bin\ninclude-system-site-packages = false\nversion = 3.11.2\n",
		folder + "/bin/python -> python3", folder + "/bin/python3 -> ROOT/usr/bin/python3",
	}
}
