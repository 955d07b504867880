package python

import (
	"context"
	"io"

	"github.com/gophersnake/gophersnake/internal/engine"
)

// Config says which Python is started, and how. The zero value is the default.
type Config struct {
	// Python names the Python explicitly: an executable, or the folder of a
	// virtual environment or installation. Empty, it is looked for: in
	// GOPHERSNAKE_PYTHON, in a folder python beside the executable, in
	// VIRTUAL_ENV, in a .venv, and at last as python3 on the PATH.
	Python string
	// Args is sys.argv. Nil means os.Args.
	Args []string
	// Threads is how many calls may be in Python at a time; where there is a GIL, short
	// calls take turns even so. Further ones queue in Go, first come first served, until
	// their context ends. Calls that are found to wait in Python while others queue (for
	// a lock, a socket, a sleep) are not counted; nor is a call while a callback of it
	// runs Go code. 0 is the default: twice the number of processors Go uses, at least 8.
	Threads int
	// MaxThreads is how many calls may be in Python at a time in all, those that wait
	// there included. Each of them occupies an OS thread. 0 is the default, 1024.
	MaxThreads int
	// Stdout and Stderr are what Python's sys.stdout and sys.stderr are written to:
	// text as UTF-8, a line at a time, or what there is when Python flushes. Nil
	// means the process's own streams.
	//
	// One Write at a time is made to each writer, on the thread that prints, so what
	// a single goroutine has Python print is written when the call returns; what
	// threads print while a Write is under way is written after it by that thread.
	// A Write may call Python. Its error is raised where Python printed.
	Stdout, Stderr io.Writer
}

var (
	// ErrStopped is the error of a call after [Stop], or that Stop interrupted.
	ErrStopped = engine.ErrStopped
	// ErrOtherSettings is the error of starting Python while it runs already
	// with other settings.
	ErrOtherSettings = engine.ErrOtherSettings
	// ErrInside is the error of [Stop] where it is called by a Go function that
	// Python called: it would wait for itself.
	ErrInside = engine.ErrInside
	// ErrClosed is the error of using an object or array after Close.
	ErrClosed = engine.ErrClosed
)

// Start starts Python with these settings, so that the first call need not, and
// so that what is wrong with the environment is found at once. Starting it again
// with the same settings does nothing; with others it is [ErrOtherSettings].
// After [Stop] it resumes the same interpreter, with all that was imported. What
// ended with Python stays ended: atexit handlers have run, a pool that was shut
// down is, but new ones can be made.
//
// The error lists the places looked at and says what to do. Start is safe for
// concurrent use.
func Start(config Config) error {
	_, err := engine.Start(engine.Config(config))
	return err
}

// Stop refuses calls from now on, with [ErrStopped], waits for those on their way,
// tasks included, and then runs what Python runs at its end: it waits for threads
// that are not daemons, runs atexit handlers and flushes the standard streams. The
// interpreter stays in memory, because finalizing it in a process that goes on
// crashes extension modules.
//
// When ctx ends, calls and tasks that are still on their way are interrupted and
// cancelled. What does not end then either, within a second, is left to itself:
// Stop returns the error of ctx, while Python's end goes on, and another Stop waits
// for it. With a context that cannot end Stop waits for as long as it takes.
//
// A Go function that Python called cannot stop Python: that is [ErrInside].
//
// A thread that Python starts during a call is a daemon unless it is made with
// daemon=False: it inherits that from the thread of the call, which is not one
// that Python made.
//
// A program that ends without Stop ends like one that was killed, as far as
// Python is concerned.
func Stop(ctx context.Context) error { return engine.Stop(ctx) }

// Info is what there is to know of the Python that runs.
type Info struct {
	// Executable is sys.executable.
	Executable string
	// Prefix is sys.prefix, the folder of the environment.
	Prefix string
	// Library is the shared library that runs in this process.
	Library string
	// Version is its version, as in "3.11".
	Version string
	// FreeThreaded says that it has no global interpreter lock (PEP 703).
	FreeThreaded bool
	// Source is the rule by which it was found: "option", "GOPHERSNAKE_PYTHON",
	// "bundle", "VIRTUAL_ENV", ".venv" or "PATH".
	Source string
}

// Running returns what is known of the Python that runs, which it starts if none
// does yet.
func Running() (Info, error) {
	r, err := engine.Current()
	if err != nil {
		return Info{}, err
	}
	e := r.Environment()
	return Info{
		Executable:   e.Executable,
		Prefix:       e.Prefix,
		Library:      e.Library,
		Version:      e.Version.String(),
		FreeThreaded: e.FreeThreaded,
		Source:       string(e.Source),
	}, nil
}
