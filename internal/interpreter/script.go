package interpreter

import (
	_ "embed"
	"errors"
	"runtime"
	"strings"

	"github.com/gophersnake/gophersnake/internal/memory"

	"github.com/gophersnake/gophersnake/internal/find"
)

var (
	//go:embed boot.py
	bootScript string
	//go:embed diagnose.py
	diagnoseScript string
)

// capsuleName is the name of the bridge's table and of the capsule it is in.
const capsuleName = "gophersnake.bridge.table"

// errScript is an error in this package's own Python, which has been printed.
var errScript = errors.New("gophersnake: start python: an unexpected exception, printed above")

// namespace is a dict of Python that scripts run in.
type namespace struct {
	lib  libpython
	dict uintptr
	pins *memory.Holder
}

// fetchBridge imports the bridge and reads its table. The thread holds the GIL.
func (lib libpython) fetchBridge(environment find.Environment, config Config) (*Bridge, error) {
	var pins memory.Holder
	defer pins.Release()
	scope := namespace{lib, lib.call("PyDict_New"), &pins}
	var arguments strings.Builder
	for _, argument := range config.Args {
		arguments.WriteString(argument)
		arguments.WriteByte(0)
	}
	scope.setBytes("arguments", arguments.String())
	if !scope.run("boot.py", bootScript) {
		return nil, errScript
	}
	table := scope.get("table")
	if table == 0 {
		return nil, scope.diagnose(environment)
	}
	addr := lib.call("PyCapsule_GetPointer", table, pinCString(&pins, capsuleName))
	if addr == 0 {
		lib.call("PyErr_Print")
		return nil, mismatchError(environment, tableMismatch{})
	}
	slots, mismatch := readTable(addr)
	if mismatch != nil {
		return nil, mismatchError(environment, *mismatch)
	}
	return &Bridge{Slots: slots, Environment: environment}, nil
}

// diagnose finds out why the bridge could not be imported.
func (scope namespace) diagnose(environment find.Environment) error {
	if !scope.run("diagnose.py", diagnoseScript) {
		return errScript
	}
	report := memory.GoString(scope.lib.call("PyBytes_AsString", scope.get("report")))
	part := strings.SplitN(report, "\x1f", 4)
	if len(part) != 4 {
		return errScript
	}
	return &BridgeError{
		Problem:     Problem(part[0]),
		Environment: environment,
		Message:     part[1],
		Traceback:   part[2],
		detail:      part[3],
	}
}

// run runs a script, and prints the exception of one that fails.
func (scope namespace) run(name, source string) bool {
	const fileInput = 257 // Py_file_input
	code := scope.lib.call("Py_CompileString",
		pinCString(scope.pins, source), pinCString(scope.pins, "<gophersnake "+name+">"), fileInput)
	if code != 0 && scope.lib.call("PyEval_EvalCode", code, scope.dict, scope.dict) != 0 {
		return true
	}
	scope.lib.call("PyErr_Print")
	return false
}

func (scope namespace) setBytes(name, value string) {
	object := scope.lib.call("PyBytes_FromStringAndSize", memory.OfString(value), uintptr(len(value)))
	runtime.KeepAlive(value)
	scope.lib.call("PyDict_SetItemString", scope.dict, pinCString(scope.pins, name), object)
}

// get returns a borrowed reference, or 0 if there is no such name.
func (scope namespace) get(name string) uintptr {
	return scope.lib.call("PyDict_GetItemString", scope.dict, pinCString(scope.pins, name))
}
