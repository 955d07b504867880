// Package find finds the Python that a program is to run: its executable, its
// folders and its shared library.
package find

import "fmt"

// Version is the version of a Python as far as it decides what fits: 3.11 is
// Version{3, 11}.
type Version struct{ Major, Minor int }

// String returns the version as Python writes it, "3.11".
func (v Version) String() string { return fmt.Sprintf("%d.%d", v.Major, v.Minor) }

// Before reports whether v is older than other.
func (v Version) Before(other Version) bool {
	return v.Major < other.Major || v.Major == other.Major && v.Minor < other.Minor
}

// Environment is a Python that can run in this process.
type Environment struct {
	// Executable is the absolute path of the interpreter, sys.executable: in a
	// virtual environment that environment's own, symbolic links not followed.
	Executable string
	// Prefix is sys.prefix: the folder of the virtual environment, or
	// BasePrefix where there is none.
	Prefix string
	// BasePrefix is sys.base_prefix: the folder Python itself is installed in.
	BasePrefix string
	// Library is the absolute path of the shared library of Python.
	Library string
	// Version is that of both.
	Version Version
	// FreeThreaded says that this Python was built without the global
	// interpreter lock (PEP 703).
	FreeThreaded bool
	// Debug says that this Python is a debug build (--with-pydebug).
	Debug bool
	// Source is the rule that found it.
	Source Source
}

// Source is one of the places where a Python is looked for.
type Source string

// The places, in the order in which they are looked at.
const (
	FromOption     Source = "option"
	FromVariable   Source = "GOPHERSNAKE_PYTHON"
	FromBundle     Source = "bundle"
	FromVirtualEnv Source = "VIRTUAL_ENV"
	FromDotVenv    Source = ".venv"
	FromPath       Source = "PATH"
)
