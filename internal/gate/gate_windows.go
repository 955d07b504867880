package gate

import (
	"runtime"
	"syscall"

	"github.com/gophersnake/gophersnake/internal/memory"
)

// Kind names the implementation this program was built with: "cgo", "purego" or
// "windows".
const Kind = "windows"

// loadWithAlteredSearchPath makes Windows look for the libraries that a library
// needs beside that library rather than beside this program.
// https://learn.microsoft.com/windows/win32/api/libloaderapi/nf-libloaderapi-loadlibraryexw
const loadWithAlteredSearchPath = 0x8

var loadLibraryEx = syscall.NewLazyDLL("kernel32.dll").NewProc("LoadLibraryExW")

func enter(fn, arg uintptr) int32 {
	return int32(call1(fn, arg))
}

func call1(fn, arg uintptr) uintptr {
	result, _, _ := syscall.SyscallN(fn, arg)
	return result
}

func call(fn uintptr, args [maxArgs]uintptr) uintptr {
	result, _, _ := syscall.SyscallN(fn, args[:]...)
	return result
}

func open(path []byte) (uintptr, error) {
	wide, err := syscall.UTF16FromString(string(path[:len(path)-1]))
	if err != nil {
		return 0, err
	}
	handle, _, err := loadLibraryEx.Call(memory.Of(wide), 0, loadWithAlteredSearchPath)
	runtime.KeepAlive(wide)
	if handle == 0 {
		return 0, err
	}
	return handle, nil
}

func lookup(library uintptr, name []byte) (uintptr, error) {
	return syscall.GetProcAddress(syscall.Handle(library), string(name[:len(name)-1]))
}

func callbackAddress() uintptr {
	return syscall.NewCallback(dispatcher.call)
}
