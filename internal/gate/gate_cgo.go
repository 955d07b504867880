//go:build cgo && (darwin || freebsd || linux || netbsd)

package gate

/*
#cgo linux LDFLAGS: -ldl
#include <dlfcn.h>
#include <stdint.h>

typedef uintptr_t word;

static word gophersnake_call1(word fn, word arg) {
	return ((word (*)(word))fn)(arg);
}

// A function that takes fewer than six arguments ignores the rest: in every
// calling convention Go runs on, arguments are the caller's to remove.
static word gophersnake_call6(word fn, word a, word b, word c, word d, word e, word f) {
	return ((word (*)(word, word, word, word, word, word))fn)(a, b, c, d, e, f);
}

#ifdef __linux__
#include <link.h>

extern ElfW(Dyn) _DYNAMIC[] __attribute__((weak, visibility("hidden")));

// A program that needs no library has no dynamic linker. dlopen does something there,
// but what it opens finds no thread-local memory and crashes.
static int gophersnake_is_static(void) {
	for (ElfW(Dyn) *each = _DYNAMIC; each && each->d_tag != DT_NULL; each++) {
		if (each->d_tag == DT_NEEDED) {
			return 0;
		}
	}
	return 1;
}
#else
static int gophersnake_is_static(void) { return 0; }
#endif

// dlerror is per thread, so the two calls belong in one crossing.
static word gophersnake_open(word path, word *message) {
	void *handle = dlopen((const char *)path, RTLD_NOW | RTLD_GLOBAL);
	*message = handle ? 0 : (word)dlerror();
	return (word)handle;
}

static word gophersnake_symbol(word handle, word name, word *message) {
	void *symbol = dlsym((void *)handle, (const char *)name);
	*message = symbol ? 0 : (word)dlerror();
	return (word)symbol;
}
*/
import "C"

import (
	"errors"
	"runtime"

	"github.com/gophersnake/gophersnake/internal/memory"
)

// Kind names the implementation this program was built with: "cgo", "purego" or
// "windows".
const Kind = "cgo"

func call1(fn, arg uintptr) uintptr {
	return uintptr(C.gophersnake_call1(C.word(fn), C.word(arg)))
}

func call(fn uintptr, args [maxArgs]uintptr) uintptr {
	return uintptr(C.gophersnake_call6(C.word(fn),
		C.word(args[0]), C.word(args[1]), C.word(args[2]),
		C.word(args[3]), C.word(args[4]), C.word(args[5])))
}

func open(path []byte) (uintptr, error) {
	if C.gophersnake_is_static() != 0 {
		return 0, errors.New("this program is linked statically; build it without -static, or with CGO_ENABLED=0")
	}
	runtime.LockOSThread() // the message is valid until this thread's next dlerror
	defer runtime.UnlockOSThread()
	var message C.word
	handle := C.gophersnake_open(C.word(memory.Of(path)), &message)
	runtime.KeepAlive(path)
	if handle == 0 {
		return 0, errors.New(memory.GoString(uintptr(message)))
	}
	return uintptr(handle), nil
}

func lookup(library uintptr, name []byte) (uintptr, error) {
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	var message C.word
	symbol := C.gophersnake_symbol(C.word(library), C.word(memory.Of(name)), &message)
	runtime.KeepAlive(name)
	if symbol == 0 {
		return 0, errors.New(memory.GoString(uintptr(message)))
	}
	return uintptr(symbol), nil
}
