package find

import (
	"fmt"
	"path/filepath"
)

// remedy returns the one command that mends the problem on this machine.
func (f finder) remedy(wrong *problem, source Source) string {
	switch wrong.kind {
	case NoPython:
		return f.install()
	case NoLibrary:
		return f.installLibrary(wrong.environment)
	}
	if source == FromVirtualEnv && wrong.venv == "" {
		return "unset VIRTUAL_ENV"
	}
	better := f.betterOnPath(wrong.path)
	switch {
	case better == "" && wrong.kind == TooOld:
		return f.installNewest()
	case better == "":
		return f.install()
	case wrong.venv != "":
		return fmt.Sprintf("%s -m venv --clear %s", better, wrong.venv)
	case source == FromOption:
		return "name " + better + " instead"
	}
	return "export GOPHERSNAKE_PYTHON=" + better
}

// install returns the command that installs a Python.
func (f finder) install() string {
	switch {
	case f.onPath("apt-get") != "":
		return "apt-get install python3-dev python3-venv"
	case f.onPath("dnf") != "":
		return "dnf install python3-devel"
	}
	return f.installNewest()
}

// installNewest returns the command that installs a new Python, which not every
// distribution's own is.
func (f finder) installNewest() string {
	switch {
	case f.goos == "windows":
		return "winget install Python.Python.3.13"
	case f.onPath("uv") != "":
		return "uv venv --clear --python 3.13"
	case f.onPath("brew") != "":
		return "brew install python"
	case f.onPath("apk") != "":
		return "apk add python3-dev"
	case f.onPath("pacman") != "":
		return "pacman -S python"
	}
	return fmt.Sprintf("install Python %s or newer, with its shared library, from https://www.python.org/downloads/", Oldest)
}

// installLibrary returns the command that gives a Python its shared library.
func (f finder) installLibrary(environment Environment) string {
	version := environment.Version.String()
	if tree, name := filepath.Split(environment.BasePrefix); filepath.Base(tree) == "versions" && f.onPath("pyenv") != "" {
		return "PYTHON_CONFIGURE_OPTS=--enable-shared pyenv install --force " + name
	}
	if base := environment.BasePrefix; base == filepath.Join(f.root, "usr") || base == f.root { // the root where /bin is a link
		switch {
		case f.onPath("apt-get") != "":
			if environment.Debug {
				version += "-dbg"
			}
			return "apt-get install libpython" + version
		case f.onPath("dnf") != "":
			return "dnf install python3-libs"
		case f.onPath("apk") != "":
			return "apk add python3"
		}
	}
	return fmt.Sprintf("build Python %s again, with ./configure --enable-shared", version)
}

// betterOnPath returns the newest Python on the PATH that can be used, or "". Of scripts,
// such as those of pyenv, it is what python3 starts, if that is not the one that failed.
func (f finder) betterOnPath(failed string) string {
	for minor := Oldest.Minor + 20; minor >= Oldest.Minor; minor-- {
		path := f.onPath(build{Version: Version{3, minor}}.name())
		if path == "" || isScript(path) {
			continue
		}
		if environment, ok := f.resolveFromFiles(path); ok && environment.Library != "" {
			return path
		}
	}
	if path := f.onPath("python3"); path != "" && path != failed {
		if environment, wrong := f.resolve(path); wrong == nil {
			return environment.Executable
		}
	}
	return ""
}
