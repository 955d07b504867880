package interpreter

import (
	"errors"
	"fmt"

	"github.com/gophersnake/gophersnake/internal/find"
	"github.com/gophersnake/gophersnake/internal/gate"
)

// initConfig is the first Python that is configured by name (PEP 741). The
// setters and variables of earlier ones are on their way out.
var initConfig = find.Version{Major: 3, Minor: 14}

// symbol is something of libpython that is used here.
type symbol struct {
	name string
	// declaration declares a C pointer of the symbol's type, whose name stands
	// for %s. A test compiles it against the headers of every Python.
	declaration string
	when        when
}

// when says which Pythons a symbol is used of.
type when int

const (
	always when = iota
	before314
	since314
)

// symbols is all that is used of libpython.
var symbols = []symbol{
	{"Py_IsInitialized", "int (*%s)(void)", always},
	{"Py_UTF8Mode", "int *%s", before314},
	{"Py_SetProgramName", "void (*%s)(const wchar_t *)", before314},
	{"Py_InitializeEx", "void (*%s)(int)", before314},
	{"PyInitConfig_Create", "PyInitConfig *(*%s)(void)", since314},
	{"PyInitConfig_SetInt", "int (*%s)(PyInitConfig *, const char *, int64_t)", since314},
	{"PyInitConfig_SetStr", "int (*%s)(PyInitConfig *, const char *, const char *)", since314},
	{"PyInitConfig_GetError", "int (*%s)(PyInitConfig *, const char **)", since314},
	{"PyInitConfig_Free", "void (*%s)(PyInitConfig *)", since314},
	{"Py_InitializeFromInitConfig", "int (*%s)(PyInitConfig *)", since314},
	{"PyDict_New", "PyObject *(*%s)(void)", always},
	{"PyDict_SetItemString", "int (*%s)(PyObject *, const char *, PyObject *)", always},
	{"PyDict_GetItemString", "PyObject *(*%s)(PyObject *, const char *)", always},
	{"PyBytes_FromStringAndSize", "PyObject *(*%s)(const char *, Py_ssize_t)", always},
	{"PyBytes_AsString", "char *(*%s)(PyObject *)", always},
	{"Py_CompileString", "PyObject *(*%s)(const char *, const char *, int)", always},
	{"PyEval_EvalCode", "PyObject *(*%s)(PyObject *, PyObject *, PyObject *)", always},
	{"PyCapsule_GetPointer", "void *(*%s)(PyObject *, const char *)", always},
	{"PyErr_Print", "void (*%s)(void)", always},
	{"PyEval_SaveThread", "PyThreadState *(*%s)(void)", always},
}

// used reports whether the symbol is used of a Python of this version.
func (s symbol) used(version find.Version) bool {
	switch s.when {
	case before314:
		return version.Before(initConfig)
	case since314:
		return !version.Before(initConfig)
	}
	return true
}

// libpython is an opened library of Python with what is used of it.
type libpython struct {
	gate.Library
	addresses map[string]uintptr
}

// load opens the library of the environment, so that extension modules find
// their symbols in it, and looks up what is used of it.
func load(environment find.Environment) (libpython, error) {
	opened, err := gate.Open(environment.Library)
	if err != nil {
		return libpython{}, fmt.Errorf("gophersnake: start python: open %s: %w", environment.Library, errors.Unwrap(err))
	}
	lib := libpython{opened, make(map[string]uintptr, len(symbols))}
	for _, s := range symbols {
		if !s.used(environment.Version) {
			continue
		}
		if lib.addresses[s.name], err = opened.Symbol(s.name); err != nil {
			return libpython{}, fmt.Errorf("gophersnake: start python: %s is no library of Python %s: %w",
				environment.Library, environment.Version, errors.Unwrap(err))
		}
	}
	return lib, nil
}

// call calls a function of libpython.
func (lib libpython) call(name string, args ...uintptr) uintptr {
	address := lib.addresses[name]
	if address == 0 {
		panic("gophersnake: " + name + " is not looked up for this version of Python")
	}
	return gate.Call(address, args...)
}
