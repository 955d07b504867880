// Package floorlib loads the floor, the shared library built from bench/floor.
//
// It is loaded with purego in both cgo settings, so that the floor's numbers come from the
// same machine code, in the same process and on the same Python objects as those of our own
// rows, whichever gate these use. The loops and the clock are inside the library, so nothing
// of the loading is in its numbers.
package floorlib

import (
	"errors"
	"fmt"
	"unsafe"

	"github.com/ebitengine/purego"
)

// Library is the loaded floor. It is for one goroutine at a time.
type Library struct {
	open    func() int32
	python  func() string
	rowName func(index int32) string
	check   func(row string) int32
	run     func(row string, n int64) int64
	lend    func(row string, memory unsafe.Pointer) int32
	failure func() string
}

// Memory is what an out row has read from Python: C memory, valid until the row runs again.
// It has the layout of floor_memory in floor.h.
type Memory struct {
	length int64
	floats *float64
	text   *byte
	ends   *int64
	ints   *int64
}

// Load loads the library, and with it the libpython it is linked with.
func Load(path string) (*Library, error) {
	// Global, because numpy's extension modules look for libpython's symbols.
	handle, err := purego.Dlopen(path, purego.RTLD_NOW|purego.RTLD_GLOBAL)
	if err != nil {
		return nil, fmt.Errorf("floorlib: load %q: %w", path, err)
	}
	lib := &Library{}
	for name, function := range map[string]any{
		"floor_open":     &lib.open,
		"floor_python":   &lib.python,
		"floor_row_name": &lib.rowName,
		"floor_check":    &lib.check,
		"floor_run":      &lib.run,
		"floor_lend":     &lib.lend,
		"floor_error":    &lib.failure,
	} {
		purego.RegisterLibFunc(function, handle, name)
	}
	return lib, nil
}

// Open readies every row. The interpreter must run already, in the libpython that the
// library is linked with.
func (lib *Library) Open() error {
	return lib.result("open", "benchmod", lib.open())
}

// Python is the version of the running Python, such as "3.11.7".
func (lib *Library) Python() string {
	return lib.python()
}

// Rows are the names of the floor's rows.
func (lib *Library) Rows() []string {
	var names []string
	for index := int32(0); ; index++ {
		name := lib.rowName(index)
		if name == "" {
			return names
		}
		names = append(names, name)
	}
}

// Check does the row's work once and compares with what Python has.
func (lib *Library) Check(row string) error {
	return lib.result("check", row, lib.check(row))
}

// Run does the row's work n times and returns the nanoseconds the loop took.
func (lib *Library) Run(row string, n int) (int64, error) {
	nanoseconds := lib.run(row, int64(n))
	if nanoseconds < 0 {
		return 0, lib.result("run", row, -1)
	}
	return nanoseconds, nil
}

// Lend returns what an out row, or the preparation of an in row, has read.
func (lib *Library) Lend(row string) (Memory, error) {
	var memory Memory
	status := lib.lend(row, unsafe.Pointer(&memory))
	return memory, lib.result("lend", row, status)
}

func (lib *Library) result(verb, object string, status int32) error {
	if status == 0 {
		return nil
	}
	return fmt.Errorf("floorlib: %s %q: %w", verb, object, errors.New(lib.failure()))
}

// Floats is a view of the floats read.
func (memory Memory) Floats() []float64 {
	return unsafe.Slice(memory.floats, memory.length)
}

// Ints is a view of the ints read.
func (memory Memory) Ints() []int64 {
	return unsafe.Slice(memory.ints, memory.length)
}

// Ends is a view of where in Text each string ends.
func (memory Memory) Ends() []int64 {
	return unsafe.Slice(memory.ends, memory.length)
}

// Text is a view of the strings' UTF-8, end to end.
func (memory Memory) Text() []byte {
	if memory.length == 0 {
		return nil
	}
	return unsafe.Slice(memory.text, memory.Ends()[memory.length-1])
}
