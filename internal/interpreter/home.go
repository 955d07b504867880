package interpreter

import (
	"fmt"
	"os"
	"path/filepath"
	"runtime"
	"strings"

	"github.com/gophersnake/gophersnake/internal/find"
)

// checkHome fails if PYTHONHOME names a folder without the standard library of
// this Python: Python would end the process over it.
func checkHome(environment find.Environment) error {
	home := os.Getenv("PYTHONHOME")
	if home == "" || runtime.GOOS == "windows" {
		return nil
	}
	prefix, _, _ := strings.Cut(home, string(os.PathListSeparator)) // the rest is the exec_prefix
	version := "python" + environment.Version.String()
	if environment.FreeThreaded {
		version += "t"
	}
	for _, library := range []string{"lib", "lib64", os.Getenv("PYTHONPLATLIBDIR")} {
		if _, err := os.Stat(filepath.Join(prefix, library, version, "os.py")); err == nil {
			return nil
		}
	}
	zip := fmt.Sprintf("python%d%d.zip", environment.Version.Major, environment.Version.Minor)
	if _, err := os.Stat(filepath.Join(prefix, "lib", zip)); err == nil {
		return nil
	}
	return fmt.Errorf("gophersnake: start python: PYTHONHOME is %s, which has no standard library of Python %s (no %s); unset PYTHONHOME",
		home, environment.Version, filepath.Join("lib", version, "os.py"))
}
