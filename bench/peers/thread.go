//go:build cgo

// Package peers does the work of some rows in two ways that Go programs use today, both
// with cgo: calls of the raw C API from Go for each element of a list, and a hand-written C
// function that shares memory with numpy.
//
// Both are as good as they can be made without becoming something else: references are
// counted right, functions are looked up once, and the thread state is kept, so that a call
// attaches and detaches and no more.
package peers

// #include <Python.h>
//
// static PyThreadState *new_thread_state(void)
// {
//     return PyThreadState_New(PyInterpreterState_Main());
// }
import "C"

import (
	"runtime"

	"github.com/gophersnake/gophersnake/bench/internal/way"
)

// A thread is one OS thread that keeps its thread state: what users of raw bindings have to
// build for themselves. It lives as long as the process.
type thread struct {
	jobs  chan func()
	state *C.PyThreadState
}

// newThread needs a running interpreter.
func newThread() *thread {
	worker := &thread{jobs: make(chan func())}
	go func() {
		// Never unlocked: the thread must not end while it has a thread state.
		runtime.LockOSThread()
		worker.state = C.new_thread_state()
		for job := range worker.jobs {
			job()
		}
	}()
	return worker
}

// do does a job on the thread, detached, and returns when it is done.
func (worker *thread) do(job func() error) error {
	done := make(chan error)
	worker.jobs <- func() { done <- job() }
	return <-done
}

// row makes a row of a call that checks its own answer.
func (worker *thread) row(name string, call func() error) way.Row {
	run := func(n int) error {
		return worker.do(func() error { return way.Repeat(call)(n) })
	}
	return way.Row{Name: name, Run: run, Check: func() error { return run(1) }}
}

func (worker *thread) attach() {
	C.PyEval_RestoreThread(worker.state)
}

func (worker *thread) detach() {
	C.PyEval_SaveThread()
}
