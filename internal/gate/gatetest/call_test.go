package gatetest

import (
	"math"
	"runtime"
	"strings"
	"sync"
	"testing"

	"github.com/gophersnake/gophersnake/internal/memory"

	"github.com/gophersnake/gophersnake/internal/gate"
)

func TestEnter_ReturnsStatus(t *testing.T) {
	toupper := libc(t, "toupper")
	if got := gate.Enter(toupper, 'g'); got != 'G' {
		t.Errorf("toupper('g') = %q, want 'G'", got)
	}
}

func TestEnter_NegativeStatusKeepsItsSign(t *testing.T) {
	// close(-1) is -1 everywhere.
	if got := gate.Enter(libc(t, "close"), ^uintptr(0)); got != -1 {
		t.Errorf("close(-1) = %d, want -1", got)
	}
}

func TestCall1_PassesWholeWords(t *testing.T) {
	labs := libc(t, "labs")
	for _, value := range []int64{0, 1, -1, math.MaxInt64, -math.MaxInt64, -(1 << 33)} {
		want := max(value, -value)
		if got := int64(gate.Call1(labs, uintptr(value))); got != want {
			t.Errorf("labs(%d) = %d, want %d", value, got, want)
		}
	}
}

func TestCall_PassesUpToSixArguments(t *testing.T) {
	snprintfLike := libc(t, "strtol")
	text := cstring(t, "-7f rest")
	var end uintptr
	got := gate.Call(snprintfLike, memory.Of(text), memory.OfValue(&end), 16)
	runtime.KeepAlive(text)
	if int64(got) != -0x7f {
		t.Errorf("strtol = %d, want %d", int64(got), -0x7f)
	}
	if got := memory.GoString(end); got != " rest" {
		t.Errorf("strtol stopped before %q, want %q", got, " rest")
	}

	// mmap(NULL, 4096, PROT_READ|PROT_WRITE, MAP_PRIVATE|MAP_ANON, -1, 0)
	anonymous := map[string]uintptr{"linux": 0x20, "darwin": 0x1000}[runtime.GOOS]
	page := gate.Call(libc(t, "mmap"), 0, 4096, 3, 2|anonymous, ^uintptr(0), 0)
	if page == 0 || page == ^uintptr(0) {
		t.Fatalf("mmap = %#x", page)
	}
	view := memory.Bytes(page, 4096)
	view[4095] = 1
	if got := int32(gate.Call(libc(t, "munmap"), page, 4096)); got != 0 {
		t.Errorf("munmap = %d, want 0", got)
	}
}

func TestCall_WithoutArguments(t *testing.T) {
	fegetround := symbol(t, systemLibrary(t, "m"), "fegetround")
	if got := int32(gate.Call(fegetround)); got != 0 {
		t.Errorf("fegetround() = %d, want 0 (to nearest)", got)
	}
}

func TestCall_RefusesSevenArguments(t *testing.T) {
	defer func() {
		if message, _ := recover().(string); !strings.Contains(message, "7 arguments") {
			t.Errorf("panic %q does not name the number of arguments", message)
		}
	}()
	gate.Call(libc(t, "labs"), 1, 2, 3, 4, 5, 6, 7)
}

func TestCalls_DoNotAllocate(t *testing.T) {
	labs := libc(t, "labs")
	if got := testing.AllocsPerRun(1000, func() { gate.Enter(labs, 1) }); got != 0 {
		t.Errorf("Enter: %v allocations, want 0", got)
	}
	limit := map[string]float64{"cgo": 0}[gate.Kind]
	if gate.Kind == "purego" {
		limit = 1
	}
	if got := testing.AllocsPerRun(1000, func() { gate.Call1(labs, 1) }); got > limit {
		t.Errorf("Call1: %v allocations, want at most %v", got, limit)
	}
}

func TestCalls_FromThousandsOfGoroutines(t *testing.T) {
	labs, strlen := libc(t, "labs"), libc(t, "strlen")
	const goroutines, calls = 4000, 50
	var all sync.WaitGroup
	for i := range goroutines {
		all.Go(func() {
			text := append([]byte(strings.Repeat("x", i%97)), 0)
			for j := range calls {
				if got := gate.Call1(strlen, memory.Of(text)); got != uintptr(i%97) {
					t.Errorf("strlen = %d, want %d", got, i%97)
				}
				if got := gate.Enter(labs, -uintptr(i*calls+j)); got != int32(i*calls+j) {
					t.Errorf("labs(-%d) = %d", i*calls+j, got)
				}
			}
			runtime.KeepAlive(text)
		})
	}
	all.Wait()
}
