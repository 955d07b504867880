package gatetest

import (
	"strings"
	"testing"

	"github.com/gophersnake/gophersnake/internal/gate"
)

// wantError fails unless err says all the parts.
func wantError(t *testing.T, err error, parts ...string) {
	t.Helper()
	if err == nil {
		t.Fatalf("no error, want one with %q", parts)
	}
	for _, part := range parts {
		if !strings.Contains(err.Error(), part) {
			t.Errorf("error %q does not say %q", err, part)
		}
	}
}

func TestOpen_MissingLibraryCarriesTheLinkersWords(t *testing.T) {
	_, err := gate.Open("/nonexistent/libsnake.so")
	// Linux: cannot open shared object file: No such file or directory.
	// macOS: tried: '/nonexistent/libsnake.so' (no such file).
	wantError(t, err, `gophersnake: open library "/nonexistent/libsnake.so": `, "o such file")
}

func TestOpen_EmptyPathIsNotTheProgramItself(t *testing.T) {
	_, err := gate.Open("")
	wantError(t, err, "gophersnake: open library: the path is empty")
}

func TestOpen_PathWithNUL(t *testing.T) {
	_, err := gate.Open("libc.so.6\x00evil")
	wantError(t, err, "NUL")
}

func TestOpen_TwiceIsTheSameLibrary(t *testing.T) {
	first, second := systemLibrary(t, "c"), systemLibrary(t, "c")
	if first != second {
		t.Errorf("%v and %v differ", first, second)
	}
}

func TestSymbol_MissingCarriesTheLinkersWords(t *testing.T) {
	library := systemLibrary(t, "c")
	_, err := library.Symbol("gophersnake_no_such_symbol")
	wantError(t, err, `gophersnake: find symbol "gophersnake_no_such_symbol" in "`+library.Path()+`": `,
		"gophersnake_no_such_symbol")
}

func TestSymbol_OfNoLibrary(t *testing.T) {
	_, err := gate.Library{}.Symbol("strlen")
	wantError(t, err, "no library is open")
}
