//go:build !cgo && (darwin || freebsd || linux || netbsd)

package gate

import (
	"runtime"
	_ "unsafe" // for linkname

	"github.com/ebitengine/purego"
)

// Kind names the implementation this program was built with: "cgo", "purego" or
// "windows".
const Kind = "purego"

// cgocall calls the C function fn with arg on the thread's system stack. It is
// what purego itself calls through, after filling a block of 73 words for
// whatever signature there may be; a status and a frame need none of that. The
// runtime keeps its name and signature for purego's sake (go.dev/issue/67401).
//
//go:linkname cgocall runtime.cgocall
func cgocall(fn, arg uintptr) int32

func enter(fn, arg uintptr) int32 {
	return cgocall(fn, arg)
}

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

func callbackAddress() uintptr {
	return purego.NewCallback(dispatcher.call)
}
