package interpreter

import (
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"strings"
	"testing"

	"github.com/gophersnake/gophersnake/internal/find"
	"github.com/gophersnake/gophersnake/internal/find/findtest"
)

// A symbol is called by what its declaration here says, so the compiler compares
// that with what Python's own headers say.
func TestSymbols_AreDeclaredAsInTheHeaders(t *testing.T) {
	for _, python := range findtest.Pythons(t) {
		t.Run(python.Name(), func(t *testing.T) {
			if python.Include == "" {
				t.Fatalf("%s has no headers; install them (apt-get install python3-dev)", python.Executable)
			}
			source := "#include <Python.h>\n#include <stdint.h>\n" +
				"#undef Py_CompileString\n" + // a macro for another function, with the same arguments
				"PyObject *Py_CompileString(const char *, const char *, int);\n"
			for i, s := range symbols {
				if !s.used(find.Version{Major: python.Major, Minor: python.Minor}) {
					continue
				}
				address := s.name
				if strings.Contains(s.declaration, "*%s") && !strings.Contains(s.declaration, "(*%s)") {
					address = "&" + address
				}
				source += fmt.Sprintf(s.declaration, fmt.Sprintf("symbol%d", i)) + " = " + address + ";\n"
			}
			path := filepath.Join(t.TempDir(), "symbols.c")
			write(t, path, source)
			output, err := compiler("-fsyntax-only", "-Wall", "-Wextra", "-Werror", "-Wno-deprecated-declarations",
				"-Wno-unused-parameter", "-Wno-redundant-decls", "-I"+python.Include, path).CombinedOutput()
			if err != nil {
				t.Errorf("%v\n%s\n%s", err, output, source)
			}
		})
	}
}

func TestSymbols_AreFew(t *testing.T) {
	for _, version := range []find.Version{{Major: 3, Minor: 10}, {Major: 3, Minor: 14}} {
		used := 0
		for _, s := range symbols {
			if s.used(version) {
				used++
			}
		}
		if used > 18 {
			t.Errorf("%d symbols of Python %s are used", used, version)
		}
	}
}

func TestTable_IsThatOfTheContract(t *testing.T) {
	contract := filepath.Join("..", "..", "contract")
	slots, err := os.ReadFile(filepath.Join(contract, "slots.md"))
	if err != nil {
		t.Fatal(err)
	}
	rows := regexp.MustCompile("(?m)^\\| (\\d+) \\| `(\\w+)` \\|").FindAllStringSubmatch(string(slots), -1)
	names := map[string]string{} // slot number to name; fields of blocks come later under the same numbers
	for _, row := range rows {
		if _, known := names[row[1]]; !known {
			names[row[1]] = row[2]
		}
	}
	ours := reflect.TypeFor[Slots]()
	for i := range ours.NumField() {
		if got, want := strings.ToLower(ours.Field(i).Name), names[fmt.Sprint(i)]; got != want {
			t.Errorf("slot %d is %q here, %q in the contract", i, got, want)
		}
	}
	kinds, err := os.ReadFile(filepath.Join(contract, "kinds.toml"))
	if err != nil {
		t.Fatal(err)
	}
	if want := fmt.Sprintf("table_version = %d\n", tableVersion); !strings.Contains(string(kinds), want) {
		t.Errorf("kinds.toml does not say %q", want)
	}
}
