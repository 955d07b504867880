//go:build !cgo && (darwin || freebsd || linux || netbsd)

package gate

import (
	"runtime"

	"github.com/ebitengine/purego"
)

// Kind names the implementation this program was built with: "cgo", "purego" or
// "windows".
const Kind = "purego"

func call1(fn, arg uintptr) uintptr {
	result, _, _ := purego.SyscallN(fn, arg)
	return result
}

func call(fn uintptr, args [maxArgs]uintptr) uintptr {
	result, _, _ := purego.SyscallN(fn, args[:]...)
	return result
}

func open(path []byte) (uintptr, error) {
	runtime.LockOSThread() // dlerror is per thread
	defer runtime.UnlockOSThread()
	return purego.Dlopen(string(path[:len(path)-1]), purego.RTLD_NOW|purego.RTLD_GLOBAL)
}

func lookup(library uintptr, name []byte) (uintptr, error) {
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	return purego.Dlsym(library, string(name[:len(name)-1]))
}
