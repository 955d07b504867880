package python

import (
	"fmt"
	"regexp"
	"strings"
)

// Pattern is a regular expression as Python writes it: a compiled re.Pattern, by its
// source and flags. It is no [regexp.Regexp], since the two languages do not mean the
// same by one text: Go has no lookaround and no back references, and Python's \d is
// any digit of Unicode. [Pattern.Regexp] is for those that both have.
type Pattern struct {
	Source string       `json:"source"`
	Flags  PatternFlags `json:"flags,omitempty"`
}

// PatternFlags are the flags of module re, with Python's values.
type PatternFlags int

// The flags.
const (
	PatternIgnoreCase PatternFlags = 2   // re.I
	PatternLocale     PatternFlags = 4   // re.L
	PatternMultiline  PatternFlags = 8   // re.M
	PatternDotAll     PatternFlags = 16  // re.S
	PatternUnicode    PatternFlags = 32  // re.U, which every pattern of str has
	PatternVerbose    PatternFlags = 64  // re.X
	PatternASCII      PatternFlags = 256 // re.A
)

// String returns the source.
func (p Pattern) String() string { return p.Source }

// Regexp compiles the pattern with package regexp. Ignoring case, multiline and
// dot-all mean the same there; other flags, and a source that is not in Go's syntax,
// are errors.
func (p Pattern) Regexp() (*regexp.Regexp, error) {
	flags := ""
	for _, known := range []struct {
		flag PatternFlags
		name string
	}{{PatternIgnoreCase, "i"}, {PatternMultiline, "m"}, {PatternDotAll, "s"}} {
		if p.Flags&known.flag != 0 {
			flags += known.name
		}
	}
	if p.Flags&(PatternLocale|PatternVerbose) != 0 {
		return nil, fmt.Errorf("gophersnake: compile pattern %q: its flags mean nothing in package regexp", p.Source)
	}
	source := strings.ReplaceAll(p.Source, `\Z`, `\z`)
	if flags != "" {
		source = "(?" + flags + ")" + source
	}
	compiled, err := regexp.Compile(source)
	if err != nil {
		return nil, fmt.Errorf("gophersnake: compile pattern %q: %w", p.Source, err)
	}
	return compiled, nil
}
