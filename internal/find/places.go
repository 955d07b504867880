package find

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

func (f finder) lookAtOption() (string, string, *problem) {
	if f.options.Python == "" {
		return "", "not given", nil
	}
	return f.named(f.options.Python)
}

func (f finder) lookAtVariable() (string, string, *problem) {
	name := f.getenv("GOPHERSNAKE_PYTHON")
	if name == "" {
		return "", "not set", nil
	}
	return f.named(name)
}

// named returns the path that somebody named, or that of the command on the PATH
// where it is no path.
func (f finder) named(name string) (string, string, *problem) {
	if strings.ContainsRune(name, '/') || strings.ContainsRune(name, filepath.Separator) {
		return f.absolute(name), "", nil
	}
	if path := f.absolute(name); exists(path) {
		return path, "", nil
	}
	if path := f.onPath(name); path != "" {
		return path, "", nil
	}
	return "", "", &problem{kind: NotWorking, path: name, what: "no such file, nor a command on the PATH"}
}

func (f finder) lookBesideProgram() (string, string, *problem) {
	program, err := f.executable()
	if err != nil {
		return "", "the path of the running program is not known: " + err.Error(), nil
	}
	if real, err := filepath.EvalSymlinks(program); err == nil {
		program = real
	}
	folder := filepath.Join(filepath.Dir(program), "python")
	if !isFolder(folder) {
		return "", folder + ": no such folder", nil
	}
	interpreter := f.interpreterIn(folder)
	if interpreter == "" {
		return "", folder + ": no interpreter in it", nil
	}
	return interpreter, "", nil
}

func (f finder) lookAtVirtualEnv() (string, string, *problem) {
	folder := f.getenv("VIRTUAL_ENV")
	if folder == "" {
		return "", "not set", nil
	}
	return f.absolute(folder), "", nil
}

func (f finder) lookForDotVenv() (string, string, *problem) {
	start, err := f.workdir()
	if err != nil {
		return "", "the working directory is not known: " + err.Error(), nil
	}
	for folder := start; ; folder = filepath.Dir(folder) {
		venv := filepath.Join(folder, ".venv")
		if exists(filepath.Join(venv, venvFile)) {
			return venv, "", nil
		}
		if folder == filepath.Dir(folder) {
			return "", fmt.Sprintf("none in %s or a folder above it", start), nil
		}
	}
}

func (f finder) lookOnPath() (string, string, *problem) {
	names := []string{"python3"}
	if f.goos == "windows" {
		names = []string{"python3", "python"}
	}
	for _, name := range names {
		if path := f.onPath(name); path != "" {
			return path, "", nil
		}
	}
	return "", fmt.Sprintf("no %s in %s", strings.Join(names, " or "), f.getenv("PATH")), nil
}

// onPath returns the absolute path of the first command of this name on the
// PATH, or "". As in os/exec, relative folders on the PATH do not count.
func (f finder) onPath(name string) string {
	if f.goos == "windows" && filepath.Ext(name) != ".exe" {
		name += ".exe"
	}
	for _, folder := range filepath.SplitList(f.getenv("PATH")) {
		if path := filepath.Join(folder, name); filepath.IsAbs(path) && f.isExecutable(path) {
			return path
		}
	}
	return ""
}

// interpreterIn returns the interpreter of the virtual environment or the prefix
// in the folder, or "". It need not work.
func (f finder) interpreterIn(folder string) string {
	names := []string{"bin/python3", "bin/python"}
	if f.goos == "windows" {
		names = []string{"Scripts/python.exe", "python.exe"}
	}
	for _, name := range names {
		path := filepath.Join(folder, filepath.FromSlash(name))
		if _, err := os.Lstat(path); err == nil {
			return path
		}
	}
	// What "make altinstall" installs, where it is the only one.
	versions, _ := filepath.Glob(filepath.Join(folder, "bin", "python3.*"))
	var only []string
	for _, path := range versions {
		if _, ok := parseName(filepath.Base(path)); ok {
			only = append(only, path)
		}
	}
	if len(only) == 1 {
		return only[0]
	}
	return ""
}

func exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}

func isFolder(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.IsDir()
}

func (f finder) isExecutable(path string) bool {
	info, err := os.Stat(path)
	return err == nil && info.Mode().IsRegular() && (f.goos == "windows" || info.Mode()&0o111 != 0)
}
