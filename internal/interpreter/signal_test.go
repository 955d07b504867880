//go:build unix

package interpreter

import (
	"errors"
	"os"
	"os/exec"
	"os/signal"
	"syscall"
	"testing"
	"time"
)

func init() {
	deeds["interrupt"] = catchInterrupt
	deeds["die"] = dieOfInterrupt
}

// catchInterrupt sends SIGINT to itself while Python is busy.
func catchInterrupt(o order, _ *report) error {
	bridge, err := Start(o.Environment, o.Config)
	if err != nil {
		return err
	}
	caught := make(chan os.Signal, 1)
	signal.Notify(caught, os.Interrupt)
	busy := make(chan int32, 2)
	script := `
import time
end = time.monotonic() + 0.3
while time.monotonic() < end: pass
status = 7
`
	go func() { busy <- run(bridge, script) }()
	go bridge.Main(func() { busy <- run(bridge, script) })
	time.Sleep(50 * time.Millisecond)
	if err := syscall.Kill(os.Getpid(), syscall.SIGINT); err != nil {
		return err
	}
	select {
	case <-caught:
	case <-time.After(10 * time.Second):
		return errors.New("SIGINT did not reach Go")
	}
	for range 2 {
		if status := <-busy; status != 7 {
			return errors.New("SIGINT reached Python")
		}
	}
	return nil
}

// dieOfInterrupt sends SIGINT to itself without catching it.
func dieOfInterrupt(o order, _ *report) error {
	if _, err := Start(o.Environment, o.Config); err != nil {
		return err
	}
	if err := syscall.Kill(os.Getpid(), syscall.SIGINT); err != nil {
		return err
	}
	time.Sleep(10 * time.Second)
	return errors.New("SIGINT did not end the process")
}

func TestSignal_InterruptReachesGo(t *testing.T) {
	eachPython(t, func(t *testing.T, s standIn) { ok(t, s.order("interrupt")) })
}

func TestSignal_InterruptEndsTheProcessAsIfPythonWereNotThere(t *testing.T) {
	eachPython(t, func(t *testing.T, s standIn) {
		result := child(t, s.order("die"))
		var exit *exec.ExitError
		if !errors.As(result.err, &exit) {
			t.Fatalf("the process ended with %v, %s", result.err, result.Error)
		}
		// Go's own end by a signal that nobody catches.
		if status := exit.Sys().(syscall.WaitStatus); !status.Signaled() || status.Signal() != syscall.SIGINT {
			t.Errorf("the process ended with %v, want death by SIGINT", exit)
		}
	})
}
