package main

import (
	"context"
	"errors"
	"runtime"
	"sync"
	"sync/atomic"
	"time"

	"github.com/gophersnake/gophersnake/python"
)

func init() {
	programs["stop flushes"] = stopFlushes
	programs["stop in flight"] = stopInFlight
	programs["stop waits for threads"] = stopWaitsForThreads
	programs["stop and start again"] = stopAndStartAgain
	programs["stop interrupts"] = stopInterrupts
	programs["threads end"] = threadsEnd
}

// stopFlushes leaves text in buffers and work for the end.
func stopFlushes() {
	run(`
import atexit
atexit.register(print, "last")
atexit.register(print, "first", end=" ")
print("begun", end=" ")
`)
	must(python.Stop(ctx))
	say("and in Go")
}

// stopInFlight stops while goroutines call: each call ends well or is refused.
func stopInFlight() {
	var made, refused atomic.Int32
	var all sync.WaitGroup
	for range 16 {
		all.Go(func() {
			for {
				_, err := python.Eval(ctx, "sum(range(100))")
				if errors.Is(err, python.ErrStopped) {
					refused.Add(1)
					return
				}
				must(err)
				made.Add(1)
			}
		})
	}
	for made.Load() < 200 {
		runtime.Gosched()
	}
	must(python.Stop(ctx))
	all.Wait()
	say(refused.Load(), "refused")
}

// stopWaitsForThreads stops while a thread of Python's has work to finish and a
// daemon has not.
func stopWaitsForThreads() {
	run(`
import threading, time
def finish():
    threading.main_thread().join()
    time.sleep(0.05)
    print("finished")
def never():
    while True:
        time.sleep(0.001)
threading.Thread(target=finish, daemon=False).start()
threading.Thread(target=never, daemon=True).start()
`)
	must(python.Stop(ctx))
	say("stopped")
}

// stopAndStartAgain resumes the interpreter, with extension modules imported.
func stopAndStartAgain() {
	const processes = `
from concurrent.futures import ProcessPoolExecutor
with ProcessPoolExecutor(1) as pool:
    assert list(pool.map(abs, [-3])) == [3]
`
	run("import numpy, asyncio, threading\nfrom concurrent.futures import ThreadPoolExecutor\nkept = 42")
	run(processes)
	for range 20 {
		must(python.Stop(ctx))
		must(python.Start(python.Config{}))
		value("numpy.linalg.inv(numpy.eye(50)).sum()")
		run(`
with ThreadPoolExecutor(2) as pool:
    assert list(pool.map(abs, [-1, 2])) == [1, 2]
assert asyncio.run(asyncio.sleep(0, 7)) == 7
`)
	}
	must(python.Stop(ctx))
	must(python.Start(python.Config{}))
	run(processes)
	say(value("kept"))
}

// threadsEnd ends OS threads that have called Python, while others call and while
// Python stops.
func threadsEnd() {
	atOnce(200, func(int) {
		runtime.LockOSThread() // and never unlocks, so the thread ends with the goroutine
		value("1 + 1")
	})
	must(python.Stop(ctx))
	must(python.Start(python.Config{}))
	say(value("1 + 1"))
}

// stopSoon stops with a context that ends before Python does. On a machine so busy that
// what is interrupted does not end within the second that Stop waits, another Stop waits
// for it.
func stopSoon() {
	soon, cancel := context.WithTimeout(ctx, 50*time.Millisecond)
	defer cancel()
	if err := python.Stop(soon); errors.Is(err, context.DeadlineExceeded) {
		must(python.Stop(ctx))
	} else {
		must(err)
	}
}

// stopInterrupts stops while Python runs that would run for ever.
func stopInterrupts() {
	ended := busy(4)
	stopSoon()
	for range 4 {
		err := <-ended
		if raised := new(python.Error); !errors.As(err, &raised) || !errors.Is(err, python.ErrStopped) {
			say(err)
		}
	}
	must(python.Start(python.Config{}))
	say(value("1 + 1"))
}
