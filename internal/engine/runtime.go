package engine

import (
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"sync"
	"sync/atomic"

	"github.com/gophersnake/gophersnake/internal/find"
	"github.com/gophersnake/gophersnake/internal/interpreter"
)

// Config says which Python is started, and how. The zero value is the default.
type Config struct {
	// Python names the Python explicitly: an executable or the folder of an
	// environment.
	Python string
	// Args is sys.argv; nil means os.Args.
	Args []string
	// Threads is how many calls may be in Python at a time, those not counted that
	// wait for something there; MaxThreads is how many may be in all. 0 means the
	// default.
	Threads, MaxThreads int
	// Stdout and Stderr are what sys.stdout and sys.stderr are written to; nil means
	// the process's own.
	Stdout, Stderr io.Writer
}

// The errors of a runtime that cannot be called, and of a value that was given back.
var (
	ErrStopped       = errors.New("gophersnake: python was stopped")
	ErrOtherSettings = errors.New("gophersnake: start python: it runs already, with other settings")
	ErrClosed        = errors.New("it is closed")
)

// Runtime is the interpreter as far as calls need it.
type Runtime struct {
	slots       interpreter.Slots
	bridge      *interpreter.Bridge
	environment find.Environment
}

// Environment returns the Python that runs.
func (r *Runtime) Environment() find.Environment { return r.environment }

// running is the interpreter from when it has started until it is stopped.
var running atomic.Pointer[Runtime]

// existing is the interpreter from when it has started on, for ever.
var existing atomic.Pointer[Runtime]

// process is what happened to the interpreter of this process.
var process struct {
	sync.Mutex
	started *Runtime // also after it was stopped
	config  Config
	stopped bool
}

// Start starts Python with these settings. Where it runs already, starting it
// with the same settings does nothing, and with others is ErrOtherSettings. After
// a stop it resumes the same interpreter.
func Start(config Config) (*Runtime, error) {
	turn <- struct{}{}
	defer func() { <-turn }()
	process.Lock()
	defer process.Unlock()
	if process.started != nil {
		if !sameConfig(config, process.config) {
			return nil, fmt.Errorf("%w: it is %s", ErrOtherSettings, process.started.environment.Executable)
		}
		return resumed()
	}
	environment, err := find.Python(find.Options{Python: config.Python})
	if err != nil {
		return nil, err
	}
	bridge, err := interpreter.Start(environment, interpreter.Config{Args: config.Args})
	if err != nil {
		return nil, err
	}
	if err := receiveCallbacks(bridge.Slots); err != nil {
		return nil, err
	}
	process.config = config
	process.config.Args = slices.Clone(config.Args)
	governCalls(config, environment.FreeThreaded, bridge.Slots.Probe)
	process.started = &Runtime{bridge.Slots, bridge, environment}
	existing.Store(process.started)
	return process.started, process.started.begin(func(ctx context.Context) error {
		c := start.Begin(ctx)
		Put(c, streamsType, streamsOf(config))
		return Finish(c.Ungoverned())
	})
}

// resumed returns the interpreter that runs or was stopped. The process is locked.
func resumed() (*Runtime, error) {
	r := process.started
	if !process.stopped {
		return r, nil
	}
	process.stopped = false
	return r, r.begin(func(ctx context.Context) error { return Finish(resume.Begin(ctx).Ungoverned()) })
}

// begin lets calls in, after one that prepares Python for them.
func (r *Runtime) begin(prepare func(context.Context) error) error {
	err := r.onMain(prepare)
	if err != nil {
		process.stopped = true
		return err
	}
	places.Open()
	running.Store(r)
	return nil
}

// onMain makes a call on Python's main thread.
func (r *Runtime) onMain(call func(context.Context) error) (err error) {
	r.bridge.Main(func() { err = call(ownContext(context.Background())) })
	return err
}

// started returns the interpreter, which has been started, though it may have been
// stopped since.
func started() *Runtime { return existing.Load() }

func sameConfig(a, b Config) bool {
	return a.Python == b.Python && slices.Equal(a.Args, b.Args) && (a.Args == nil) == (b.Args == nil) &&
		a.Threads == b.Threads && a.MaxThreads == b.MaxThreads &&
		sameWriter(a.Stdout, b.Stdout) && sameWriter(a.Stderr, b.Stderr)
}

// Current returns the running interpreter, which it starts with the default
// settings if nobody has started one.
func Current() (*Runtime, error) {
	if r := running.Load(); r != nil {
		return r, nil
	}
	process.Lock()
	started, stopped, config := process.started, process.stopped, process.config
	process.Unlock()
	if stopped {
		return nil, ErrStopped
	}
	if started != nil {
		return started, nil
	}
	r, err := Start(config)
	if errors.Is(err, ErrOtherSettings) { // somebody else was faster
		return Current()
	}
	return r, err
}
