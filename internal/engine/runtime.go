package engine

import (
	"context"
	"errors"
	"fmt"
	"reflect"
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
	governCalls(config, bridge.Slots.Probe)
	process.started = &Runtime{bridge.Slots, bridge, environment}
	return process.started, process.started.begin(start)
}

// resumed returns the interpreter that runs or was stopped. The process is locked.
func resumed() (*Runtime, error) {
	r := process.started
	if !process.stopped {
		return r, nil
	}
	process.stopped = false
	return r, r.begin(resume)
}

// begin lets calls in, after one that prepares Python for them.
func (r *Runtime) begin(prepare *Func) error {
	running.Store(r)
	err := r.onMain(prepare)
	if err != nil {
		process.stopped = true
		running.Store(nil)
	}
	return err
}

// onMain calls a function of no arguments on Python's main thread.
func (r *Runtime) onMain(f *Func) (err error) {
	r.bridge.Main(func() { err = Finish(f.Begin(context.Background()).Ungoverned()) })
	return err
}

// started returns the interpreter, which has been started, though it may have been
// stopped since.
func started() *Runtime {
	if r := running.Load(); r != nil {
		return r
	}
	process.Lock()
	defer process.Unlock()
	return process.started
}

func sameConfig(a, b Config) bool { return reflect.DeepEqual(a, b) }

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

var (
	start  = host("lifecycle").Func("start", "", NoResult).Called("gophersnake: start python")
	stop   = host("lifecycle").Func("stop", "", NoResult).Called("gophersnake: stop python")
	resume = host("lifecycle").Func("resume", "", NoResult).Called("gophersnake: start python again")
)

// Stop runs what Python runs at exit, on Python's main thread, and refuses calls
// from then on. Stopping what does not run does nothing.
func Stop(ctx context.Context) error {
	r := running.Load()
	if r == nil {
		return nil
	}
	var err error
	r.bridge.Main(func() { err = Finish(stop.Begin(ctx).Ungoverned()) })
	if err != nil {
		return err
	}
	Drain()
	process.Lock()
	defer process.Unlock()
	process.stopped = true
	running.Store(nil)
	return nil
}
