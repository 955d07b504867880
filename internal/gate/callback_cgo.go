//go:build cgo && (darwin || freebsd || linux || netbsd)

package gate

// cgo wants nothing but declarations in the preamble of a file that exports.

/*
#include <stdint.h>

extern uintptr_t gophersnakeDispatch(uintptr_t arg);

static inline uintptr_t gophersnake_dispatch_address(void) {
	return (uintptr_t)gophersnakeDispatch;
}
*/
import "C"

//export gophersnakeDispatch
func gophersnakeDispatch(arg C.uintptr_t) C.uintptr_t {
	return C.uintptr_t(dispatcher.call(uintptr(arg)))
}

func callbackAddress() uintptr {
	return uintptr(C.gophersnake_dispatch_address())
}
