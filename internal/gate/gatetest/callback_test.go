package gatetest

import (
	"runtime"
	"slices"
	"sync"
	"sync/atomic"
	"testing"

	"github.com/gophersnake/gophersnake/internal/memory"

	"github.com/gophersnake/gophersnake/internal/gate"
)

// handlers are what the one dispatcher of the process passes its calls on to,
// by the first word of the block whose address it is given.
var handlers struct {
	sync.RWMutex
	byNumber []func(block uintptr) uintptr
}

// dispatch is the dispatcher of these tests.
func dispatch(block uintptr) uintptr {
	number := memory.View[uint64](block, 1)[0]
	handlers.RLock()
	handle := handlers.byNumber[number]
	handlers.RUnlock()
	return handle(block)
}

// dispatchCopy is the one function value that is ever installed.
var dispatchCopy = dispatch

// callback registers handle and returns the C function that reaches it for a
// block that begins with the number.
func callback(t testing.TB, handle func(block uintptr) uintptr) (fn uintptr, number uint64) {
	t.Helper()
	fn, err := gate.Callback(dispatchCopy)
	if err != nil {
		t.Fatal(err)
	}
	handlers.Lock()
	defer handlers.Unlock()
	handlers.byNumber = append(handlers.byNumber, handle)
	return fn, uint64(len(handlers.byNumber) - 1)
}

func TestCallback_CalledFromC(t *testing.T) {
	// Every element begins with the handler's number, so the first argument of
	// the comparison, an address of an element, is a block.
	type element struct{ number, key uint64 }
	var visited []uint64
	fn, number := callback(t, func(block uintptr) uintptr {
		e := memory.View[element](block, 1)[0]
		visited = append(visited, e.key)
		return 1 // never equal
	})
	haystack := make([]element, 9)
	for i := range haystack {
		haystack[i] = element{number, uint64(i)}
	}
	key := element{number, 100}
	// bsearch calls compare(key, element): the key is what arrives here.
	found := gate.Call(libc(t, "bsearch"), memory.OfValue(&key), memory.Of(haystack), 9, 16, fn)
	runtime.KeepAlive(&key)
	runtime.KeepAlive(haystack)
	if found != 0 {
		t.Errorf("bsearch found something at %#x", found)
	}
	if len(visited) < 3 || slices.ContainsFunc(visited, func(v uint64) bool { return v != 100 }) {
		t.Errorf("the comparison saw %v", visited)
	}
}

func TestCallback_InstalledOnce(t *testing.T) {
	first, _ := callback(t, nil)
	second, err := gate.Callback(dispatchCopy)
	if err != nil || first != second {
		t.Errorf("installed again: %#x, %v; want %#x", second, err, first)
	}
	_, err = gate.Callback(func(uintptr) uintptr { return 0 })
	wantError(t, err, "gophersnake: install callback: another dispatcher is installed already")
	_, err = gate.Callback(nil)
	wantError(t, err, "nil")
}

func TestCallback_Reentrant(t *testing.T) {
	type block struct{ number, depth, sum uint64 }
	var fn uintptr
	fn, number := callback(t, func(addr uintptr) uintptr {
		b := &memory.View[block](addr, 1)[0]
		if b.depth > 0 {
			inner := block{number: b.number, depth: b.depth - 1}
			if gate.Enter(fn, memory.OfValue(&inner)) != int32(inner.depth) {
				t.Errorf("status at depth %d", inner.depth)
			}
			b.sum = inner.sum + b.depth
		}
		deep(20)
		return uintptr(b.depth)
	})
	outer := block{number: number, depth: 100}
	if got := gate.Call1(fn, memory.OfValue(&outer)); got != 100 {
		t.Errorf("result %d, want 100", got)
	}
	if outer.sum != 5050 {
		t.Errorf("sum %d, want 5050", outer.sum)
	}
}

func TestCallback_StackMovesWhileCHoldsAddresses(t *testing.T) {
	collectHard(t)
	fn, number := callback(t, func(addr uintptr) uintptr {
		deep(500)
		memory.View[uint64](addr, 2)[1]++
		return 0
	})
	var all sync.WaitGroup
	for range 100 {
		all.Go(func() {
			block := [2]uint64{number, 41}
			before := [8]uint64{1, 2, 3, 4, 5, 6, 7, 8} // stays on the stack
			gate.Enter(fn, memory.OfValue(&block))
			if block[1] != 42 || before != [8]uint64{1, 2, 3, 4, 5, 6, 7, 8} {
				t.Errorf("block %v, stack %v", block, before)
			}
		})
	}
	all.Wait()
}

func TestCallback_FromManyGoroutines(t *testing.T) {
	var calls atomic.Int64
	fn, number := callback(t, func(addr uintptr) uintptr {
		calls.Add(1)
		runtime.Gosched()
		return uintptr(memory.View[uint64](addr, 2)[1] * 2)
	})
	const goroutines, each = 1000, 20
	var all sync.WaitGroup
	for i := range goroutines {
		all.Go(func() {
			block := [2]uint64{number, uint64(i)}
			for range each {
				if got := gate.Call1(fn, memory.OfValue(&block)); got != uintptr(2*i) {
					t.Errorf("result %d, want %d", got, 2*i)
				}
			}
			runtime.KeepAlive(&block)
		})
	}
	all.Wait()
	if got := calls.Load(); got != goroutines*each {
		t.Errorf("%d calls arrived, want %d", got, goroutines*each)
	}
}

func TestCallback_FromThreadsOfC(t *testing.T) {
	create, join := libc(t, "pthread_create"), libc(t, "pthread_join")
	var calls atomic.Int64
	labs := libc(t, "labs")
	fn, number := callback(t, func(addr uintptr) uintptr {
		calls.Add(1)
		deep(50)
		return gate.Call1(labs, -uintptr(memory.View[uint64](addr, 2)[1]))
	})
	const rounds, threads = 20, 16
	for range rounds {
		var blocks [threads][2]uint64
		var ids [threads]uint64
		for i := range threads {
			blocks[i] = [2]uint64{number, uint64(1000 + i)}
			if got := int32(gate.Call(create, memory.OfValue(&ids[i]), 0, fn, memory.OfValue(&blocks[i]))); got != 0 {
				t.Fatalf("pthread_create = %d", got)
			}
		}
		for i := range threads {
			var result uintptr
			if got := int32(gate.Call(join, uintptr(ids[i]), memory.OfValue(&result))); got != 0 {
				t.Fatalf("pthread_join = %d", got)
			}
			if result != uintptr(1000+i) {
				t.Errorf("thread %d returned %d", i, result)
			}
		}
		runtime.KeepAlive(&blocks)
	}
	if got := calls.Load(); got != rounds*threads {
		t.Errorf("%d calls arrived, want %d", got, rounds*threads)
	}
}
