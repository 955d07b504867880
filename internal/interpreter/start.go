package interpreter

import (
	"errors"
	"fmt"
	"os"
	"reflect"
	"runtime"
	"sync"

	"github.com/gophersnake/gophersnake/internal/find"
)

// Config says how Python is to be started.
type Config struct {
	// Args is what sys.argv will be. Nil means os.Args.
	Args []string
}

// process is the interpreter of this process, of which there is at most one.
var process struct {
	sync.Mutex
	running     bool // Python is initialized; from then on nothing here changes
	environment find.Environment
	config      Config
	bridge      *Bridge
	failure     error
}

// Start starts the Python of the environment and returns its bridge.
//
// Once Python runs, starting it again in the same way returns the same bridge
// (or, where Python runs but its bridge could not be used, the same error) and
// starting it in another way is an error. As long as Python does not run,
// because its library could not be opened for one, Start may be tried again.
//
// The error is a [*BridgeError] when Python runs but its bridge is missing,
// broken or does not fit. Start is safe for concurrent use.
func Start(environment find.Environment, config Config) (*Bridge, error) {
	if config.Args == nil {
		config.Args = os.Args
	}
	process.Lock()
	defer process.Unlock()
	if process.running {
		if err := sameAsRunning(environment, config); err != nil {
			return nil, err
		}
		return process.bridge, process.failure
	}
	result := make(chan booted)
	tasks := make(chan func())
	go bootThread(environment, config, result, tasks)
	first := <-result
	if first.running {
		process.running, process.environment, process.config = true, environment, config
		process.bridge, process.failure = first.bridge, first.err
	}
	return first.bridge, first.err
}

// sameAsRunning fails if what runs is not what is asked for.
func sameAsRunning(environment find.Environment, config Config) error {
	ours, theirs := process.environment, environment
	ours.Source, theirs.Source = "", "" // who asked does not matter
	if ours != theirs {
		return fmt.Errorf("gophersnake: start python: %s runs already in this process, and a process runs one Python; %s was asked for",
			ours.Executable, theirs.Executable)
	}
	if !reflect.DeepEqual(process.config, config) {
		return errors.New("gophersnake: start python: Python runs already, with other arguments")
	}
	return nil
}

// booted is what came of an attempt to start Python.
type booted struct {
	bridge  *Bridge
	running bool // Python is initialized, whatever came after
	err     error
}

// bootThread starts Python on the thread that it then keeps.
func bootThread(environment find.Environment, config Config, result chan<- booted, tasks chan func()) {
	runtime.LockOSThread()
	outcome := boot(environment, config)
	if outcome.bridge != nil {
		outcome.bridge.tasks = tasks
	}
	result <- outcome
	if !outcome.running {
		runtime.UnlockOSThread()
		return
	}
	for task := range tasks {
		task()
	}
}

// boot initializes Python and fetches its bridge, on a locked thread, which it
// leaves without the GIL.
func boot(environment find.Environment, config Config) booted {
	lib, err := load(environment)
	if err != nil {
		return booted{err: err}
	}
	if lib.isInitialized() {
		return booted{err: errors.New("gophersnake: start python: Python runs already in this process, and was not started by gophersnake")}
	}
	if err := checkHome(environment); err != nil {
		return booted{err: err}
	}
	if err := lib.initialize(environment); err != nil {
		return booted{err: fmt.Errorf("gophersnake: start python: %s: %w", environment.Executable, err)}
	}
	defer lib.saveThread()
	bridge, err := lib.fetchBridge(environment, config)
	return booted{bridge: bridge, running: true, err: err}
}
