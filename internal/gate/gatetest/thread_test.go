package gatetest

import (
	"runtime"
	"sync"
	"testing"
	"time"

	"github.com/gophersnake/gophersnake/internal/memory"

	"github.com/gophersnake/gophersnake/internal/gate"
)

func TestThread_LockedGoroutinesThatExit(t *testing.T) {
	labs := libc(t, "labs")
	fn, number := callback(t, func(addr uintptr) uintptr { return gate.Call1(labs, ^uintptr(2)) })
	for range 50 {
		var all sync.WaitGroup
		for range 40 {
			all.Go(func() {
				runtime.LockOSThread() // and never unlocks: the thread ends with the goroutine
				block := [1]uint64{number}
				if got := gate.Call1(fn, memory.OfValue(&block)); got != 3 {
					t.Errorf("result %d, want 3", got)
				}
			})
		}
		all.Wait()
	}
}

func TestThread_LockedGoroutineKeepsItsThread(t *testing.T) {
	self := libc(t, "pthread_self")
	runtime.LockOSThread()
	defer runtime.UnlockOSThread()
	first := gate.Call(self)
	for range 1000 {
		runtime.Gosched()
		if got := gate.Call(self); got != first {
			t.Fatalf("thread %#x, then %#x", first, got)
		}
	}
}

// The bridge deletes a thread's Python state in a destructor of the thread, so
// such destructors must run however the thread was made.
func TestThread_DestructorsRunWhenALockedThreadExits(t *testing.T) {
	if runtime.GOOS == "darwin" {
		t.Skip("macOS has no unnamed semaphores to count with")
	}
	post := libc(t, "sem_post") // the destructor
	register := map[string]func(semaphore uintptr){}
	var key uint32
	if got := int32(gate.Call(libc(t, "pthread_key_create"), memory.OfValue(&key), post)); got != 0 {
		t.Fatalf("pthread_key_create = %d", got)
	}
	setspecific := libc(t, "pthread_setspecific")
	register["of POSIX"] = func(semaphore uintptr) { gate.Call(setspecific, uintptr(key), semaphore) }
	if atexit, err := systemLibrary(t, "c").Symbol("__cxa_thread_atexit_impl"); err == nil {
		register["of C++"] = func(semaphore uintptr) { gate.Call(atexit, post, semaphore, post) }
	}
	for name, register := range register {
		t.Run(name, func(t *testing.T) { countDestructors(t, register) })
	}
}

// countDestructors registers a destructor, which posts the semaphore, on many
// threads, and counts.
func countDestructors(t *testing.T, register func(semaphore uintptr)) {
	getvalue := libc(t, "sem_getvalue")
	semaphore := gate.Call(libc(t, "calloc"), 1, 128) // outlives every thread
	if got := int32(gate.Call(libc(t, "sem_init"), semaphore, 0, 0)); got != 0 {
		t.Fatalf("sem_init = %d", got)
	}
	const threads = 200
	for range threads {
		done := make(chan struct{})
		go func() {
			runtime.LockOSThread()
			register(semaphore)
			close(done)
		}()
		<-done
	}
	var value int32
	for deadline := time.Now().Add(10 * time.Second); time.Now().Before(deadline); time.Sleep(time.Millisecond) {
		gate.Call(getvalue, semaphore, memory.OfValue(&value))
		if value == threads {
			return
		}
	}
	t.Errorf("%d destructors ran, want %d", value, threads)
}
