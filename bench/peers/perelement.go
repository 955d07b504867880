//go:build cgo

package peers

// #include <stdlib.h>
// #include <Python.h>
//
// // Macros of the C API, which cgo cannot call.
// static int is_list(PyObject *object) { return PyList_Check(object); }
// static int is_long(PyObject *object) { return PyLong_Check(object); }
import "C"

import (
	"fmt"
	"unsafe"

	"github.com/gophersnake/gophersnake/bench/internal/sample"
	"github.com/gophersnake/gophersnake/bench/internal/way"
)

// PerElement returns the rows done with calls of the C API from Go, at least one for each
// element, as with bindings of the raw API such as go-python3 and cpy3.
func PerElement(data *sample.Data) ([]way.Row, error) {
	worker := newThread()
	functions := map[string]*C.PyObject{}
	err := worker.do(func() error {
		worker.attach()
		defer worker.detach()
		for _, name := range []string{"detect", "list_float_in"} {
			function, err := lookUp(name)
			if err != nil {
				return err
			}
			functions[name] = function
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	return []way.Row{
		worker.row("list_float_in_1k", worker.send(functions["list_float_in"], data.Floats1k)),
		worker.row("list_float_in_1m", worker.send(functions["list_float_in"], data.Floats1m)),
		worker.row("detect_list_1k", worker.detect(functions["detect"], data.Detect1k)),
		worker.row("detect_list_1m", worker.detect(functions["detect"], data.Detect1m)),
	}, nil
}

// send calls a function that returns None.
func (worker *thread) send(function *C.PyObject, floats []float64) func() error {
	return func() error {
		worker.attach()
		defer worker.detach()
		result, err := callWithFloats(function, floats)
		if err != nil {
			return err
		}
		C.Py_DecRef(result)
		return nil
	}
}

// detect calls a function that returns the indices of the outliers.
func (worker *thread) detect(function *C.PyObject, floats []float64) func() error {
	return func() error {
		worker.attach()
		defer worker.detach()
		result, err := callWithFloats(function, floats)
		if err != nil {
			return err
		}
		defer C.Py_DecRef(result)
		indices, err := readInts(result)
		if err == nil && !sample.IsOutliers(indices) {
			err = fmt.Errorf("peers: call \"detect\": got %v", indices)
		}
		return err
	}
}

// lookUp returns a new reference to a function of benchmod.
func lookUp(name string) (*C.PyObject, error) {
	moduleName, functionName := C.CString("benchmod"), C.CString(name)
	defer C.free(unsafe.Pointer(moduleName))
	defer C.free(unsafe.Pointer(functionName))
	module := C.PyImport_ImportModule(moduleName)
	if module == nil {
		return nil, failure("import benchmod")
	}
	defer C.Py_DecRef(module)
	function := C.PyObject_GetAttrString(module, functionName)
	if function == nil {
		return nil, failure("look up " + name)
	}
	return function, nil
}

func callWithFloats(function *C.PyObject, floats []float64) (*C.PyObject, error) {
	list := C.PyList_New(C.Py_ssize_t(len(floats)))
	if list == nil {
		return nil, failure("make a list")
	}
	defer C.Py_DecRef(list)
	for i, value := range floats {
		item := C.PyFloat_FromDouble(C.double(value))
		if item == nil {
			return nil, failure("make a float")
		}
		// PyList_SetItem takes the reference over, also when it fails.
		if C.PyList_SetItem(list, C.Py_ssize_t(i), item) != 0 {
			return nil, failure("set an item")
		}
	}
	result := C.PyObject_CallOneArg(function, list)
	if result == nil {
		return nil, failure("call")
	}
	return result, nil
}

func readInts(list *C.PyObject) ([]int, error) {
	if C.is_list(list) == 0 {
		return nil, fmt.Errorf("peers: read: expected list")
	}
	values := make([]int, C.PyList_Size(list))
	for i := range values {
		item := C.PyList_GetItem(list, C.Py_ssize_t(i)) // borrowed from the list
		if item == nil {
			return nil, failure("get an item")
		}
		if C.is_long(item) == 0 {
			return nil, fmt.Errorf("peers: read: item %d: expected int", i)
		}
		value := C.PyLong_AsLongLong(item)
		if value == -1 && C.PyErr_Occurred() != nil {
			return nil, failure("read an int")
		}
		values[i] = int(value)
	}
	return values, nil
}

// failure prints the current exception, clears it, and names what failed.
func failure(what string) error {
	C.PyErr_Print()
	return fmt.Errorf("peers: %s: a Python exception, printed above", what)
}
