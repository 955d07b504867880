package suite

import (
	"bytes"
	"errors"
	"os"
	"os/exec"
	"os/signal"
	"runtime/pprof"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/gophersnake/gophersnake/python"
	"github.com/gophersnake/gophersnake/tests/end_to_end/suite/system"
)

func init() {
	scenarios["profile"] = profile
	scenarios["interrupt after imports"] = interruptAfterImports
	scenarios["children at once"] = childrenAtOnce
	scenarios["process pools"] = processPools
}

func TestProcesses_PoolsImportEmbeddedModules(t *testing.T) {
	report := run[[][]int](t, "process pools", "")
	for _, squares := range report {
		wantEqual(t, squares, []int{1, 4, 9})
	}
	wantEqual(t, len(report), 4)
}

func processPools(string) (any, error) {
	var report [][]int
	for _, method := range []string{"", "spawn", "forkserver"} {
		squares, err := system.SquaresInProcesses(ctx, []int{1, 2, 3}, method)
		if err != nil {
			return nil, err
		}
		report = append(report, squares)
	}
	squares, err := system.SquaresInThreads(ctx, []int{1, 2, 3})
	return append(report, squares), errors.Join(err, python.Stop(ctx))
}

func TestProcesses_PoolsOfInterpreters(t *testing.T) {
	if !pythonIs(t, "3.14") {
		_, err := system.SquaresInInterpreters(ctx, []int{3})
		wantEqual(t, raised(t, err).Type, "ImportError")
		return
	}
	wantEqual(t, ok[[]int](t)(system.SquaresInInterpreters(ctx, []int{1, 2, 3})), []int{1, 4, 9})
}

func TestProcesses_ForkIsRefused(t *testing.T) {
	_, err := system.SquaresInProcesses(ctx, []int{1}, "fork")
	wantText(t, err, "system.squares_in_processes: ValueError: the start method 'fork' cannot be used in a Go program, "+
		"whose other threads a forked child would not have: use 'forkserver' or 'spawn'")
	wantEqual(t, ok[string](t)(system.DefaultStartMethod(ctx)), "forkserver")
}

// Both languages start processes and wait for them, and Go is told of each SIGCHLD.
func TestProcesses_ChildrenOfBothLanguages(t *testing.T) {
	run[any](t, "children at once", "")
}

func childrenAtOnce(string) (any, error) {
	told := make(chan os.Signal, 1)
	signal.Notify(told, syscall.SIGCHLD)
	var all sync.WaitGroup
	problems := make([]error, 2)
	all.Go(func() {
		statuses, err := system.ExitStatuses(ctx, []int{0, 1, 2, 3})
		if err == nil && (len(statuses) != 4 || statuses[3] != 3) {
			err = different(statuses, []int{0, 1, 2, 3})
		}
		problems[0] = err
	})
	all.Go(func() {
		for range 20 {
			problems[1] = errors.Join(problems[1], exec.Command("true").Run())
		}
	})
	all.Wait()
	select {
	case <-told:
	case <-time.After(10 * time.Second):
		return nil, errors.New("no SIGCHLD")
	}
	return nil, errors.Join(problems...)
}

func TestSignals_InterruptReachesGoAfterImports(t *testing.T) {
	wantEqual(t, run[string](t, "interrupt after imports", ""), "interrupt")
}

// interruptAfterImports raises SIGINT while Python runs, with modules imported that care for
// signals.
func interruptAfterImports(string) (any, error) {
	caught := make(chan os.Signal, 1)
	signal.Notify(caught, os.Interrupt)
	err := python.Exec(ctx, "import asyncio, numpy, signal\nasyncio.run(asyncio.sleep(0.01))")
	if err != nil {
		return nil, err
	}
	spun := make(chan error)
	go func() {
		_, err := system.Spin(ctx, 0.3)
		spun <- err
	}()
	if err := syscall.Kill(os.Getpid(), syscall.SIGINT); err != nil {
		return nil, err
	}
	return (<-caught).String(), <-spun
}

func TestSignals_ProfilerRunsWhilePythonDoes(t *testing.T) {
	if size := run[int](t, "profile", ""); size < 100 {
		t.Errorf("the profile has %d bytes", size)
	}
}

// profile has SIGPROF arrive on threads of Go's and of Python's.
func profile(string) (any, error) {
	var profile bytes.Buffer
	if err := pprof.StartCPUProfile(&profile); err != nil {
		return nil, err
	}
	_, err := atOnce(func(i int) error {
		if i > 3 {
			return nil
		}
		_, err := system.Spin(ctx, 1)
		return err
	})
	pprof.StopCPUProfile()
	return profile.Len(), err
}
