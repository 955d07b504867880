package find

import (
	"os"
	"path/filepath"
	"strings"
)

// resolve returns the environment of what was found: an interpreter or a folder
// with one.
func (f finder) resolve(path string) (Environment, *problem) {
	if isFolder(path) {
		interpreter := f.interpreterIn(path)
		if name := filepath.Base(path); interpreter == "" && (name == "bin" || name == "Scripts") {
			interpreter = f.interpreterIn(filepath.Dir(path))
		}
		if interpreter == "" {
			return Environment{}, &problem{kind: NotWorking, path: path, what: "a folder without an interpreter in it"}
		}
		path = interpreter
	}
	if wrong := f.checkFile(path); wrong != nil {
		return Environment{}, wrong
	}
	environment, ok := f.resolveFromFiles(path)
	if !ok {
		return f.resolveByAsking(path)
	}
	if environment.Version.Before(Oldest) {
		return Environment{}, tooOld(path, environment)
	}
	if environment.Library == "" {
		return f.resolveByAsking(path)
	}
	return environment, nil
}

// checkFile returns what is wrong with an interpreter that cannot be run.
func (f finder) checkFile(path string) *problem {
	wrong := &problem{kind: NotWorking, path: path, venv: f.brokenVenv(path)}
	if _, err := os.Stat(path); err != nil {
		wrong.what = "no such file"
		if target, err := os.Readlink(path); err == nil {
			wrong.what = "a link to " + target + ", which does not exist"
		}
		return wrong
	}
	if !f.isExecutable(path) {
		wrong.what = "not an executable file"
		return wrong
	}
	return nil
}

// brokenVenv returns the folder of the virtual environment the path is in, or "".
func (f finder) brokenVenv(path string) string {
	if v, ok := venvOf(path); ok {
		return v.folder
	}
	return ""
}

// resolveFromFiles returns what file names and pyvenv.cfg tell of an
// interpreter, if they tell its version; the library is empty where none was
// found.
func (f finder) resolveFromFiles(path string) (Environment, bool) {
	environment := Environment{Executable: path}
	real := followLinks(path)
	v, inVenv := venvOf(path)
	if inVenv {
		real = f.baseInterpreter(v, real)
	}
	b, ok := f.buildOf(real)
	if !ok || isScript(real) {
		return environment, false
	}
	environment.BasePrefix = f.prefixOf(real, b)
	environment.Library, b = f.matchLibrary(environment.BasePrefix, real, b)
	environment.Version, environment.FreeThreaded, environment.Debug = b.Version, b.freeThreaded, b.debug
	environment.Prefix = environment.BasePrefix
	if inVenv {
		environment.Prefix = v.folder
	}
	return environment, true
}

// baseInterpreter returns the interpreter that a virtual environment was made
// with: what its own is a link to, or, where it is a copy, what pyvenv.cfg says.
func (f finder) baseInterpreter(v venv, real string) string {
	if !strings.HasPrefix(real, v.folder+string(filepath.Separator)) {
		if path := filepath.Join(v.home, filepath.Base(real)); f.isExecutable(path) {
			return followLinks(path)
		}
		return real
	}
	var names []string
	if v.executable != "" {
		names = append(names, followLinks(v.executable))
	}
	if version, ok := parseVersion(v.version); ok {
		names = append(names, filepath.Join(v.home, build{Version: version}.name()))
	}
	names = append(names, filepath.Join(v.home, "python3"), filepath.Join(v.home, "python.exe"))
	for _, name := range names {
		if f.isExecutable(name) {
			return followLinks(name)
		}
	}
	return real
}

// buildOf returns the build of an interpreter as its own name tells it, or on
// Windows, where all are python.exe, that of the library beside it.
func (f finder) buildOf(real string) (build, bool) {
	if f.goos != "windows" {
		return parseName(filepath.Base(real))
	}
	debug := strings.HasSuffix(strings.TrimSuffix(filepath.Base(real), ".exe"), "_d")
	libraries, _ := filepath.Glob(filepath.Join(filepath.Dir(real), "python3*.dll"))
	var all []build
	for _, library := range libraries {
		if b, ok := parseDLL(filepath.Base(library)); ok && b.debug == debug {
			all = append(all, b)
		}
	}
	if len(all) != 1 {
		return build{}, false
	}
	return all[0], true
}

// prefixOf returns the folder that Python is installed in: the nearest one above
// the interpreter with the standard library, as Python itself looks.
func (f finder) prefixOf(real string, b build) string {
	bin := filepath.Dir(real)
	if f.goos == "windows" {
		return bin
	}
	library := "python" + b.String()
	for folder := filepath.Dir(bin); ; folder = filepath.Dir(folder) {
		for _, landmark := range []string{
			filepath.Join("lib", library, "os.py"), filepath.Join("lib", library+"t", "os.py"),
			filepath.Join("lib64", library, "os.py"),
			filepath.Join("lib", strings.ReplaceAll(library, ".", "")+".zip"),
		} {
			if exists(filepath.Join(folder, landmark)) {
				return folder
			}
		}
		if folder == f.root || folder == filepath.Dir(folder) {
			return filepath.Dir(bin)
		}
	}
}

// followLinks follows the links that path itself is, and not those its folders
// are, as Python does when it looks for its library from where it is.
func followLinks(path string) string {
	for range 40 { // as many as Linux follows
		target, err := os.Readlink(path)
		if err != nil {
			break
		}
		if !filepath.IsAbs(target) {
			folder := filepath.Dir(path)
			if strings.HasPrefix(target, "..") { // counts from where the folder really is
				if real, err := filepath.EvalSymlinks(folder); err == nil {
					folder = real
				}
			}
			target = filepath.Join(folder, target)
		}
		path = target
	}
	return path
}

// isScript reports whether the file begins as a script, as the shims of pyenv do.
func isScript(path string) bool {
	file, err := os.Open(path)
	if err != nil {
		return false
	}
	defer file.Close()
	var begin [2]byte
	_, err = file.Read(begin[:])
	return err == nil && string(begin[:]) == "#!"
}
