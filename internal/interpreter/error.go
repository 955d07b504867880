package interpreter

import (
	"fmt"
	"path/filepath"

	"github.com/gophersnake/gophersnake/internal/find"
)

// Problem is what is wrong with a bridge.
type Problem string

// The problems there are.
const (
	// NotInstalled: there is no package gophersnake in the environment.
	NotInstalled Problem = "missing"
	// NotBuilt: there is one, without the compiled bridge.
	NotBuilt Problem = "unbuilt"
	// BuiltForAnother: its bridge was compiled for another Python.
	BuiltForAnother Problem = "foreign"
	// ImportRaised: importing it raised an exception.
	ImportRaised Problem = "raised"
	// TooOld: the bridge is older than this program.
	TooOld Problem = "too old"
	// TooNew: the bridge is newer than this program.
	TooNew Problem = "too new"
	// NotATable: what it handed out is no function table.
	NotATable Problem = "no table"
)

// BridgeError says that Python runs, but that its half of gophersnake cannot be
// used.
type BridgeError struct {
	Problem     Problem
	Environment find.Environment
	// Message is the one line of Python's exception, empty if there was none.
	Message string
	// Traceback is the exception as Python prints it, with all lines.
	Traceback string

	detail string
}

// Error says what is wrong and the command that mends it, in one line.
func (e *BridgeError) Error() string {
	return "gophersnake: start python: " + e.what() + "; " + e.remedy()
}

func (e *BridgeError) what() string {
	where := fmt.Sprintf("Python %s at %s", e.Environment.Version, e.Environment.Prefix)
	switch e.Problem {
	case NotInstalled:
		return fmt.Sprintf("gophersnake is not installed in %s, found by %s", where, e.Environment.Source)
	case NotBuilt:
		return fmt.Sprintf("gophersnake in %s has no compiled bridge (%s)", where, e.detail)
	case BuiltForAnother:
		return fmt.Sprintf("gophersnake in %s was built for another Python (%s)", where, e.detail)
	case TooOld:
		return fmt.Sprintf("gophersnake in %s is older than this program (%s)", where, e.detail)
	case TooNew:
		return fmt.Sprintf("gophersnake in %s is newer than this program (%s)", where, e.detail)
	case NotATable:
		return fmt.Sprintf("gophersnake in %s has no function table that this program knows", where)
	}
	return fmt.Sprintf("importing gophersnake.bridge in %s raised %s", where, e.Message)
}

func (e *BridgeError) remedy() string {
	pip := "run: " + filepath.FromSlash(e.Environment.Executable) + " -m pip install "
	switch e.Problem {
	case NotInstalled:
		if e.managed() {
			return "make a virtual environment for it: " + filepath.FromSlash(e.Environment.Executable) +
				" -m venv .venv && .venv/bin/pip install gophersnake"
		}
		return pip + "gophersnake"
	case TooOld:
		return pip + "--upgrade gophersnake"
	case TooNew:
		return "build this program with the Go module of the same release"
	}
	return pip + "--force-reinstall gophersnake"
}

// managed reports whether pip refuses to install into the Python, which belongs to the
// system (PEP 668).
func (e *BridgeError) managed() bool {
	folders := filepath.Join(e.Environment.BasePrefix, "lib", "python"+e.Environment.Version.String()+"*")
	markers, _ := filepath.Glob(filepath.Join(folders, "EXTERNALLY-MANAGED"))
	return len(markers) > 0 && e.Environment.Prefix == e.Environment.BasePrefix
}

// mismatchError says which half is older.
func mismatchError(environment find.Environment, found tableMismatch) *BridgeError {
	e := &BridgeError{Problem: NotATable, Environment: environment}
	switch {
	case !found.isTable:
	case found.version == tableVersion:
		e.Problem = TooOld
		e.detail = fmt.Sprintf("its table has %d functions, %d are needed", found.slots, slotCount)
	case found.version < tableVersion:
		e.Problem = TooOld
		e.detail = fmt.Sprintf("its table has version %d, %d is needed", found.version, tableVersion)
	default:
		e.Problem = TooNew
		e.detail = fmt.Sprintf("its table has version %d, %d is known", found.version, tableVersion)
	}
	return e
}
