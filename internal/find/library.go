package find

import (
	"os"
	"path/filepath"
	"slices"
)

// multiarch is the folder below lib that Debian and its kin keep libraries of an
// architecture in.
var multiarch = map[string]string{
	"386":     "i386-linux-gnu",
	"amd64":   "x86_64-linux-gnu",
	"arm":     "arm-linux-gnueabihf",
	"arm64":   "aarch64-linux-gnu",
	"loong64": "loongarch64-linux-gnu",
	"ppc64le": "powerpc64le-linux-gnu",
	"riscv64": "riscv64-linux-gnu",
	"s390x":   "s390x-linux-gnu",
}

// libraryOf returns the shared library of the build below the prefix, or "".
func (f finder) libraryOf(prefix string, b build) string {
	for _, folder := range f.libraryFolders(prefix, b) {
		for _, name := range f.libraryNames(b) {
			if path := filepath.Join(folder, name); exists(path) {
				return path
			}
		}
	}
	return ""
}

func (f finder) libraryFolders(prefix string, b build) []string {
	if f.goos == "windows" {
		return []string{prefix}
	}
	lib := filepath.Join(prefix, "lib")
	config := filepath.Join(lib, "python"+b.String()+threaded(b), "config-"+b.String()+b.suffix())
	folders := []string{lib, filepath.Join(prefix, "lib64")}
	if triplet := multiarch[f.goarch]; f.goos == "linux" && triplet != "" {
		folders = append(folders, filepath.Join(lib, triplet), config+"-"+triplet)
	}
	folders = append(folders, config)
	if f.goos == "darwin" {
		folders = append(folders, prefix) // of a framework: Python.framework/Versions/3.11/Python
	}
	return folders
}

// libraryNames returns the names a library may have, the one of the file itself
// before those of links to it, which are not everywhere.
func (f finder) libraryNames(b build) []string {
	stem := "libpython" + b.String() + b.suffix()
	switch f.goos {
	case "windows":
		name := "python3" + b.String()[len("3."):] + threaded(b)
		if b.debug {
			name += "_d"
		}
		return []string{name + ".dll"}
	case "darwin":
		names := []string{stem + ".dylib"}
		if b.freeThreaded {
			return append(names, "PythonT")
		}
		return append(names, "Python")
	}
	return []string{stem + ".so.1.0", stem + ".so.1", stem + ".so"}
}

// threaded is what folders of a free-threaded Python carry behind the version.
func threaded(b build) string {
	if b.freeThreaded {
		return "t"
	}
	return ""
}

// matchLibrary finds the library of the interpreter at real, whose name says it
// is of the build b. A name without letters may belong to a build with: the
// installation of a free-threaded Python makes python3.13 a hard link to
// python3.13t. So a lone library of another variant is the one, and among
// several the one whose executable is the same file.
func (f finder) matchLibrary(prefix, real string, b build) (string, build) {
	type match struct {
		library string
		build
	}
	var all []match
	for _, variant := range b.variants() {
		if library := f.libraryOf(prefix, variant); library != "" {
			all = append(all, match{library, variant})
		}
	}
	if len(all) == 0 {
		return "", b
	}
	own := slices.IndexFunc(all, func(m match) bool { return m.build == b })
	if b.suffix() != "" { // the name is explicit
		if own < 0 {
			return "", b
		}
		return all[own].library, b
	}
	for _, m := range all {
		if m.build != b && sameFile(real, filepath.Join(filepath.Dir(real), m.name())) {
			return m.library, m.build
		}
	}
	if own >= 0 {
		return all[own].library, b
	}
	return "", b
}

func sameFile(a, b string) bool {
	first, err := os.Stat(a)
	if err != nil {
		return false
	}
	second, err := os.Stat(b)
	return err == nil && os.SameFile(first, second)
}
