package find

import (
	"regexp"
	"strconv"
)

// build says which of the Pythons that may share one folder this is: its version
// and how it was compiled, as file names show it (sys.abiflags).
type build struct {
	Version
	freeThreaded bool
	debug        bool
}

// suffix returns what the names of files carry: "", "t", "d" or "td".
func (b build) suffix() string {
	suffix := ""
	if b.freeThreaded {
		suffix += "t"
	}
	if b.debug {
		suffix += "d"
	}
	return suffix
}

// name returns the name of this build's executable, such as "python3.13t".
func (b build) name() string { return "python" + b.String() + b.suffix() }

// variants returns the four builds of one version, this one first.
func (b build) variants() []build {
	all := []build{b}
	for _, freeThreaded := range []bool{false, true} {
		for _, debug := range []bool{false, true} {
			if other := (build{b.Version, freeThreaded, debug}); other != b {
				all = append(all, other)
			}
		}
	}
	return all
}

var executableName = regexp.MustCompile(`^python(\d+)\.(\d+)(t?)(d?)(-dbg)?$`)

// parseName returns the build that the name of an executable tells, if it tells.
// A name without letters at its end may still be another name of a build with.
func parseName(name string) (build, bool) {
	part := executableName.FindStringSubmatch(name)
	if part == nil {
		return build{}, false
	}
	return build{
		Version:      Version{number(part[1]), number(part[2])},
		freeThreaded: part[3] != "",
		debug:        part[4] != "" || part[5] != "",
	}, true
}

var versionPrefix = regexp.MustCompile(`^(\d+)\.(\d+)`)

// parseVersion returns the version with which a text such as "3.11.7" begins.
func parseVersion(text string) (Version, bool) {
	part := versionPrefix.FindStringSubmatch(text)
	if part == nil {
		return Version{}, false
	}
	return Version{number(part[1]), number(part[2])}, true
}

var dllName = regexp.MustCompile(`^python3(\d+)(t?)(_d)?\.dll$`)

// parseDLL returns the build that the name of a library on Windows tells.
// "python3.dll", of the stable ABI, tells none.
func parseDLL(name string) (build, bool) {
	part := dllName.FindStringSubmatch(name)
	if part == nil {
		return build{}, false
	}
	return build{Version{3, number(part[1])}, part[2] != "", part[3] != ""}, true
}

// number reads digits; what does not fit an int is no version anyway.
func number(digits string) int {
	n, err := strconv.Atoi(digits)
	if err != nil {
		return 0
	}
	return n
}
