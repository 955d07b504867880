package find

import "strings"

// Problem is why no Python could be used.
type Problem string

// The problems there are.
const (
	// NoPython: there is none at any of the places.
	NoPython Problem = "no Python"
	// NotWorking: what was named or found is missing, broken or no Python.
	NotWorking Problem = "not working"
	// NoLibrary: it was built without a shared library, or that is not
	// installed.
	NoLibrary Problem = "no shared library"
	// TooOld: it is older than [Oldest].
	TooOld Problem = "too old"
	// NotCPython: it is another Python, such as PyPy, which cannot run inside
	// another program.
	NotCPython Problem = "not CPython"
)

// Look is one place that was looked at, and what was there.
type Look struct {
	Source Source
	There  string
}

// NotFoundError says that there is no Python that can be used, where was looked
// and what mends it.
type NotFoundError struct {
	Problem Problem
	// Path is the interpreter or folder that cannot be used, empty for NoPython.
	Path string
	// Looked are the places looked at, in order; the last one decided.
	Looked []Look
	// Remedy is the command that mends it.
	Remedy string

	what string
}

// Error says all of that, in several lines.
func (e *NotFoundError) Error() string {
	var text strings.Builder
	text.WriteString("gophersnake: find python: " + e.what)
	for _, look := range e.Looked {
		text.WriteString("\n  " + string(look.Source) + ": " + look.There)
	}
	text.WriteString("\nto mend it: " + e.Remedy)
	return text.String()
}

// problem is what is wrong with what was found.
type problem struct {
	kind        Problem
	path        string
	what        string
	venv        string // the folder of the virtual environment it is in, if any
	environment Environment
}

func tooOld(path string, environment Environment) *problem {
	wrong := &problem{kind: TooOld, path: path, environment: environment}
	if environment.Prefix != environment.BasePrefix {
		wrong.venv = environment.Prefix
	}
	return wrong
}

// there says in a few words what is at the place.
func (p *problem) there() string {
	switch p.kind {
	case NoLibrary:
		return p.path + ": Python " + p.environment.Version.String() + " without shared library"
	case TooOld:
		return p.path + ": Python " + p.environment.Version.String()
	}
	return p.path + ": " + p.what
}

// sentence says what is wrong as the first line of the error.
func (p *problem) sentence() string {
	version := p.environment.Version.String()
	switch p.kind {
	case NoPython:
		return "no Python was found"
	case NoLibrary:
		return p.path + " is Python " + version + " without its shared library, which is needed to run it inside a program"
	case TooOld:
		return p.path + " is Python " + version + ", and " + Oldest.String() + " or newer is needed"
	case NotCPython:
		return p.path + " is " + p.what + ", and CPython is needed"
	}
	return p.path + ": " + p.what
}

func (f finder) notFound(wrong *problem, looked []Look) *NotFoundError {
	return &NotFoundError{
		Problem: wrong.kind,
		Path:    wrong.path,
		Looked:  looked,
		Remedy:  f.remedy(wrong, looked[len(looked)-1].Source),
		what:    wrong.sentence(),
	}
}
