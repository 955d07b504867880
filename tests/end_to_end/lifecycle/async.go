package main

import (
	"context"
	"errors"
	"time"

	"github.com/gophersnake/gophersnake/python"
)

func init() {
	programs["exit with tasks"] = func() { tasks(100, "3600"); say("returned") }
	programs["stop waits for tasks"] = stopWaitsForTasks
	programs["stop cancels tasks"] = stopCancelsTasks
	programs["stop takes too long"] = stopTakesTooLong
}

// tasks has n goroutines await that much sleep, and returns when they do.
func tasks(n int, seconds string) <-chan error {
	run(`
import asyncio, threading
begun = threading.Semaphore(0)
async def nap(seconds):
    begun.release()
    try:
        await asyncio.sleep(seconds)
    finally:
        await asyncio.sleep(0)
        ended.append(1)
ended = []
`)
	ended := make(chan error, n)
	for range n {
		go func() {
			o, err := python.Eval(ctx, "nap("+seconds+")")
			must(err)
			_, err = o.Await(ctx)
			ended <- err
		}()
	}
	for range n {
		value("begun.acquire()")
	}
	return ended
}

// stopWaitsForTasks stops while tasks are under way, which end well.
func stopWaitsForTasks() {
	ended := tasks(100, "0.1")
	must(python.Stop(ctx))
	for range 100 {
		must(<-ended)
	}
	_, err := python.Eval(ctx, "1")
	must(python.Start(python.Config{}))
	say(value("len(ended)"), errors.Is(err, python.ErrStopped))
}

// stopCancelsTasks stops while tasks are under way that do not end by themselves.
func stopCancelsTasks() {
	ended := tasks(100, "3600")
	run(`
class Ready:
    def __await__(self):
        yield from ()
`)
	ready, err := python.Eval(ctx, "Ready()")
	must(err)
	stopSoon()
	if _, err := ready.Await(ctx); !errors.Is(err, python.ErrStopped) {
		say(err)
	}
	for range 100 {
		err := <-ended
		if !errors.Is(err, python.Exception("asyncio.exceptions.CancelledError")) || !errors.Is(err, python.ErrStopped) {
			say(err)
		}
	}
	must(python.Start(python.Config{}))
	say(value("len(ended)"))
	say(value("asyncio.run(asyncio.sleep(0, 7))"))
	<-tasks(1, "0")
	say("and on")
}

// stopTakesTooLong stops with a thread that does not end in time.
func stopTakesTooLong() {
	run(`
import threading, time
threading.Thread(target=time.sleep, args=[2], daemon=False).start()
`)
	soon, cancel := context.WithTimeout(ctx, 50*time.Millisecond)
	defer cancel()
	err := python.Stop(soon)
	say(errors.Is(err, context.DeadlineExceeded))
	must(python.Stop(ctx)) // waits for the one under way
	say("stopped")
}
