package interpreter

import (
	"os"
	"runtime"

	"github.com/gophersnake/gophersnake/internal/memory"

	"github.com/gophersnake/gophersnake/internal/find"
	"github.com/gophersnake/gophersnake/internal/gate"
)

// utf8Mode reports whether the interpreter would start in UTF-8 mode here:
// PYTHONUTF8 says so, or the locale is C or POSIX (PEP 540), or it is Python 3.15
// or later (PEP 686). An embedded Python does not look, and would then read and
// write ASCII where there is no locale, as in most containers.
//
// It sets the process's locale for letters, as Python is about to do.
func (lib libpython) utf8Mode(version find.Version) bool {
	switch os.Getenv("PYTHONUTF8") {
	case "1":
		return true
	case "0":
		return false
	}
	if !version.Before(find.Version{Major: 3, Minor: 15}) {
		return true
	}
	if runtime.GOOS == "windows" {
		return false // the locale has no part in it there
	}
	setlocale, err := lib.Symbol("setlocale") // of the C library, which libpython needs
	if err != nil {
		return true
	}
	letters := uintptr(2) // LC_CTYPE
	if runtime.GOOS == "linux" {
		letters = 0
	}
	var pins memory.Holder
	defer pins.Release()
	switch memory.GoString(gate.Call(setlocale, letters, pinCString(&pins, ""))) {
	case "C", "POSIX", "": // "" is a locale that is not there, which leaves C
		return true
	}
	return false
}
