package interpreter

import (
	"errors"
	"runtime"

	"github.com/gophersnake/gophersnake/internal/memory"

	"github.com/gophersnake/gophersnake/internal/find"
)

func (lib libpython) isInitialized() bool {
	return int32(lib.call("Py_IsInitialized")) != 0
}

// initialize starts Python on this thread, as the interpreter of the environment
// would start but without signal handlers, and leaves the thread holding the
// GIL. Python learns the path of that interpreter and finds everything else from
// there, as it always does: sys.executable, the virtual environment, the
// standard library; and so environment variables such as PYTHONPATH count.
func (lib libpython) initialize(environment find.Environment) error {
	if environment.Version.Before(initConfig) {
		lib.initializeBySetters(environment)
		return nil
	}
	return lib.initializeByConfig(environment)
}

// programName is kept for ever, as Py_SetProgramName demands.
// https://docs.python.org/3/c-api/init.html#c.Py_SetProgramName
var programName struct {
	utf32 []rune
	utf16 []uint16
}

// initializeBySetters starts a Python older than 3.14. If that fails, Python
// ends the process; checkHome sees to the one known way of failing.
// https://docs.python.org/3.13/c-api/init.html#c.Py_InitializeEx
func (lib libpython) initializeBySetters(environment find.Environment) {
	if lib.utf8Mode(environment.Version) {
		memory.View[int32](lib.addresses["Py_UTF8Mode"], 1)[0] = 1
	}
	var name uintptr
	if runtime.GOOS == "windows" {
		programName.utf16 = wideUTF16(environment.Executable)
		name = memory.Of(programName.utf16)
	} else {
		programName.utf32 = wideUTF32(environment.Executable)
		name = memory.Of(programName.utf32)
	}
	lib.call("Py_SetProgramName", name)
	const withoutSignalHandlers = 0
	lib.call("Py_InitializeEx", withoutSignalHandlers)
}

// initializeByConfig starts Python 3.14 or newer.
// https://docs.python.org/3.14/c-api/init_config.html#pyinitconfig-c-api
func (lib libpython) initializeByConfig(environment find.Environment) error {
	config := lib.call("PyInitConfig_Create")
	if config == 0 {
		return errors.New("out of memory")
	}
	defer lib.call("PyInitConfig_Free", config)
	var pins memory.Holder
	defer pins.Release()
	for _, option := range lib.options(environment.Version) {
		if int32(lib.call("PyInitConfig_SetInt", config, pinCString(&pins, option.name), uintptr(option.value))) < 0 {
			return lib.configError(config)
		}
	}
	executable := pinCString(&pins, environment.Executable)
	for _, name := range []string{"program_name", "executable"} {
		if int32(lib.call("PyInitConfig_SetStr", config, pinCString(&pins, name), executable)) < 0 {
			return lib.configError(config)
		}
	}
	if int32(lib.call("Py_InitializeFromInitConfig", config)) < 0 {
		return lib.configError(config)
	}
	return nil
}

// configError returns what went wrong with the configuration.
func (lib libpython) configError(config uintptr) error {
	message := new(uintptr)
	lib.call("PyInitConfig_GetError", config, memory.OfValue(message))
	return errors.New(memory.GoString(*message))
}

// saveThread gives up the GIL. The thread state is Python's main one and stays
// with this thread.
func (lib libpython) saveThread() { lib.call("PyEval_SaveThread") }

// pinCString holds a NUL-terminated copy of s and returns its address. s has no
// NUL: it is a constant or a path.
func pinCString(pins *memory.Holder, s string) uintptr {
	text, err := memory.CString(s)
	if err != nil {
		panic(err)
	}
	return memory.Hold(pins, text)
}
