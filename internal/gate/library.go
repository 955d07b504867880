package gate

import (
	"errors"
	"fmt"

	"github.com/gophersnake/gophersnake/internal/memory"
)

// Library is a shared library opened by [Open]. It is never closed: what an
// interpreter has loaded cannot be unloaded safely. The zero value is no
// library.
type Library struct {
	path   string
	handle uintptr
}

// Open opens the shared library at path, resolving all its symbols at once and
// making them visible to libraries opened later (RTLD_NOW|RTLD_GLOBAL), as
// Python's extension modules need. A name without a slash is searched for as
// the dynamic linker does. Opening one library twice gives the same library.
//
// The error carries the dynamic linker's own words.
func Open(path string) (Library, error) {
	if path == "" {
		// To dlopen the empty path means the running program.
		return Library{}, errors.New("gophersnake: open library: the path is empty")
	}
	name, err := memory.CString(path)
	if err != nil {
		return Library{}, fmt.Errorf("gophersnake: open library %q: %w", path, err)
	}
	handle, err := open(name)
	if err != nil {
		return Library{}, fmt.Errorf("gophersnake: open library %q: %w", path, err)
	}
	return Library{path: path, handle: handle}, nil
}

// Path returns the path the library was opened with.
func (l Library) Path() string { return l.path }

// Symbol returns the address of the symbol called name in the library or in
// those it was linked with. The error carries the dynamic linker's own words.
func (l Library) Symbol(name string) (uintptr, error) {
	if l.handle == 0 {
		// To dlsym the handle 0 means every library loaded.
		return 0, fmt.Errorf("gophersnake: find symbol %q: no library is open", name)
	}
	symbol, err := memory.CString(name)
	if err != nil {
		return 0, fmt.Errorf("gophersnake: find symbol %q: %w", name, err)
	}
	addr, err := lookup(l.handle, symbol)
	if err != nil {
		return 0, fmt.Errorf("gophersnake: find symbol %q in %q: %w", name, l.path, err)
	}
	return addr, nil
}
