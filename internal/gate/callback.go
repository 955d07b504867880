package gate

import (
	"errors"
	"sync"
	"unsafe"
)

// errSecondDispatcher is returned by [Callback].
var errSecondDispatcher = errors.New("gophersnake: install callback: another dispatcher is installed already")

// dispatcher is what C's calls arrive at. It is written once, before C learns
// the address through which to call it.
var dispatcher struct {
	install sync.Mutex
	call    func(uintptr) uintptr
	addr    uintptr
}

// Callback returns the address of a C function, uintptr_t (*)(uintptr_t), that
// calls dispatch. A process has one: installing the same function value again
// returns the same address, another one is an error. Which Go function C
// really means travels in the argument.
//
// C may call it from any thread, its own included, and from within a call made
// by Go. dispatch must not panic: a panic cannot cross C.
func Callback(dispatch func(arg uintptr) uintptr) (uintptr, error) {
	dispatcher.install.Lock()
	defer dispatcher.install.Unlock()
	if dispatch == nil {
		return 0, errors.New("gophersnake: install callback: the dispatcher is nil")
	}
	if dispatcher.call != nil {
		if identity(dispatcher.call) != identity(dispatch) {
			return 0, errSecondDispatcher
		}
		return dispatcher.addr, nil
	}
	dispatcher.call = dispatch
	dispatcher.addr = callbackAddress()
	return dispatcher.addr, nil
}

// identity is equal for two copies of one function value, and different for two
// closures of one function.
func identity(f func(uintptr) uintptr) unsafe.Pointer {
	return *(*unsafe.Pointer)(unsafe.Pointer(&f))
}
