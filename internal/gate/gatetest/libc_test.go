package gatetest

import (
	"runtime"
	"testing"

	"github.com/gophersnake/gophersnake/internal/memory"

	"github.com/gophersnake/gophersnake/internal/gate"
)

// systemLibrary names the C library and the mathematical library.
func systemLibrary(t testing.TB, name string) gate.Library {
	t.Helper()
	files := map[string]map[string]string{
		"linux":  {"c": "libc.so.6", "m": "libm.so.6"},
		"darwin": {"c": "/usr/lib/libSystem.B.dylib", "m": "/usr/lib/libSystem.B.dylib"},
	}
	file := files[runtime.GOOS][name]
	if file == "" {
		t.Fatalf("no C library is known for %s", runtime.GOOS)
	}
	library, err := gate.Open(file)
	if err != nil {
		t.Fatal(err)
	}
	return library
}

// libc returns the address of a function of the C library.
func libc(t testing.TB, name string) uintptr {
	t.Helper()
	return symbol(t, systemLibrary(t, "c"), name)
}

func symbol(t testing.TB, library gate.Library, name string) uintptr {
	t.Helper()
	addr, err := library.Symbol(name)
	if err != nil {
		t.Fatal(err)
	}
	return addr
}

// cstring returns s as C wants it.
func cstring(t testing.TB, s string) []byte {
	t.Helper()
	b, err := memory.CString(s)
	if err != nil {
		t.Fatal(err)
	}
	return b
}
