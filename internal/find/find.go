package find

import (
	"os"
	"path/filepath"
	"runtime"
)

// Oldest is the oldest Python that is supported.
var Oldest = Version{3, 10}

// Options say where to look.
type Options struct {
	// Python names the Python to use: an interpreter, a virtual environment, the
	// folder that Python is installed in, or a command on the PATH such as
	// "python3.12". Empty means to look in the other places.
	Python string
}

// Python finds the Python to run. It looks at these places, in this order:
//
//   - what Options.Python names;
//   - what the environment variable GOPHERSNAKE_PYTHON names, in the same way;
//   - the folder "python" beside the running executable, symbolic links to the
//     executable followed, if there is an interpreter in it;
//   - the virtual environment that VIRTUAL_ENV names;
//   - the virtual environment ".venv" in the working directory or the nearest
//     folder above it, up to the root, that has one;
//   - the first python3 on the PATH (on Windows also python).
//
// The first place at which there is something decides: if what is there cannot
// be used, that is an error, and no other Python takes its place.
//
// Everything is read from the file system where that is conclusive, which takes
// less than a millisecond; otherwise the interpreter is run and asked.
//
// The error is a [*NotFoundError]. Python is safe for concurrent use.
func Python(options Options) (Environment, error) {
	return newFinder(options).find()
}

// finder looks for a Python in given surroundings.
type finder struct {
	options    Options
	getenv     func(string) string
	executable func() (string, error) // the running program
	workdir    func() (string, error)
	ask        func(interpreter string) (answer, error)
	goos       string
	goarch     string
	root       string // of the file system, but in tests
}

func newFinder(options Options) finder {
	return finder{
		options:    options,
		getenv:     os.Getenv,
		executable: os.Executable,
		workdir:    os.Getwd,
		ask:        ask,
		goos:       runtime.GOOS,
		goarch:     runtime.GOARCH,
		root:       "/",
	}
}

// place is one of the places where a Python is looked for. It returns an
// interpreter or a folder; or none, and what was there instead; or what is wrong
// with what was there.
type place struct {
	source Source
	look   func(finder) (found, instead string, wrong *problem)
}

var places = []place{
	{FromOption, finder.lookAtOption},
	{FromVariable, finder.lookAtVariable},
	{FromBundle, finder.lookBesideProgram},
	{FromVirtualEnv, finder.lookAtVirtualEnv},
	{FromDotVenv, finder.lookForDotVenv},
	{FromPath, finder.lookOnPath},
}

func (f finder) find() (Environment, error) {
	var looked []Look
	for _, place := range places {
		found, instead, wrong := place.look(f)
		if found == "" && wrong == nil {
			looked = append(looked, Look{place.source, instead})
			continue
		}
		var environment Environment
		if wrong == nil {
			environment, wrong = f.resolve(found)
		}
		if wrong != nil {
			looked = append(looked, Look{place.source, wrong.there()})
			return Environment{}, f.notFound(wrong, looked)
		}
		environment.Source = place.source
		return environment, nil
	}
	return Environment{}, f.notFound(&problem{kind: NoPython}, looked)
}

// absolute returns path as an absolute one without ".", ".." and the like.
func (f finder) absolute(path string) string {
	if filepath.IsAbs(path) {
		return filepath.Clean(path)
	}
	folder, err := f.workdir()
	if err != nil {
		return filepath.Clean(path)
	}
	return filepath.Join(folder, path)
}
