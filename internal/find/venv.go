package find

import (
	"os"
	"path/filepath"
	"strings"
)

// venvFile is what makes a folder a virtual environment (PEP 405).
const venvFile = "pyvenv.cfg"

// venv is a virtual environment.
type venv struct {
	folder     string
	home       string // the folder of the interpreter it was made with
	executable string // that interpreter, since Python 3.11; may be empty
	version    string // of that interpreter; may be empty
}

// venvOf returns the virtual environment that an interpreter belongs to, which
// it does if the file is beside it or one folder up, as Python itself looks.
func venvOf(interpreter string) (venv, bool) {
	bin := filepath.Dir(interpreter)
	for _, folder := range []string{bin, filepath.Dir(bin)} {
		text, err := os.ReadFile(filepath.Join(folder, venvFile))
		if err != nil {
			continue
		}
		if v := parseVenv(folder, string(text)); v.home != "" {
			return v, true
		}
	}
	return venv{}, false
}

// parseVenv reads the text of a pyvenv.cfg. The standard library, virtualenv and
// uv write different keys; home they all write.
func parseVenv(folder, text string) venv {
	v := venv{folder: folder}
	for line := range strings.Lines(text) {
		key, value, ok := strings.Cut(line, "=")
		if !ok {
			continue
		}
		value = strings.TrimSpace(value)
		switch strings.ToLower(strings.TrimSpace(key)) {
		case "home":
			v.home = value
		case "executable", "base-executable":
			v.executable = value
		case "version", "version_info":
			v.version = value
		}
	}
	return v
}
