package gatetest

import (
	"bytes"
	"os"
	"runtime"
	"runtime/debug"
	"sync"
	"testing"
	"time"

	"github.com/gophersnake/gophersnake/internal/memory"

	"github.com/gophersnake/gophersnake/internal/gate"
)

func TestBytes_ViewsMemoryOfC(t *testing.T) {
	block := gate.Call1(libc(t, "malloc"), 16)
	defer gate.Call1(libc(t, "free"), block)
	copy(memory.Bytes(block, 16), "gophersnake\x00")
	if got := memory.GoString(block); got != "gophersnake" {
		t.Errorf("GoString = %q", got)
	}
	if got := gate.Call1(libc(t, "strlen"), block); got != 11 {
		t.Errorf("strlen = %d, want 11", got)
	}
	if got := memory.View[uint16](block, 8); len(got) != 8 || cap(got) != 8 {
		t.Errorf("a view of 8 has length %d, capacity %d", len(got), cap(got))
	}
}

func TestBytes_OfNullIsNil(t *testing.T) {
	if memory.Bytes(0, 0) != nil || memory.View[float64](0, 0) != nil || memory.GoString(0) != "" {
		t.Error("a view of address 0 is not empty")
	}
}

func TestCString_RefusesNUL(t *testing.T) {
	_, err := memory.CString("a\x00b")
	wantError(t, err, "gophersnake: make C string: it contains a NUL byte")
}

func TestAddress_OfNothing(t *testing.T) {
	if memory.OfValue[int](nil) != 0 || memory.Of[int](nil) != 0 {
		t.Error("the address of nil is not 0")
	}
}

// deep makes the goroutine's stack grow, and so move.
//
//go:noinline
func deep(n int) byte {
	var frame [1024]byte
	frame[n%1024] = byte(n)
	if n == 0 {
		return frame[0]
	}
	return deep(n-1) + frame[n%1024]
}

func TestAddress_StaysRightWhenTheStackMoves(t *testing.T) {
	var wait sync.WaitGroup
	for range 50 {
		wait.Go(func() { // a new goroutine has a small stack
			var value [4]uint64
			text := []byte("snake\x00")
			words := []uint32{1, 2, 3}
			valueAddr, textAddr, wordsAddr := memory.OfValue(&value), memory.Of(text), memory.Of(words)
			deep(200)
			memory.View[uint64](valueAddr, 4)[2] = 42
			memory.Bytes(textAddr, 1)[0] = 'S'
			memory.View[uint32](wordsAddr, 3)[1] = 7
			if value[2] != 42 || text[0] != 'S' || words[1] != 7 {
				t.Errorf("writes through the address did not arrive: %v %q %v", value, text, words)
			}
		})
	}
	wait.Wait()
}

// collectHard runs the garbage collector over and over until stopped, and fills
// what it frees with rubbish.
func collectHard(t *testing.T) {
	old := debug.SetGCPercent(5)
	stop := make(chan struct{})
	var stopped sync.WaitGroup
	stopped.Go(func() {
		for {
			select {
			case <-stop:
				return
			default:
			}
			runtime.GC()
			for range 100 {
				rubbish = bytes.Repeat([]byte{0xdb}, 512)
			}
			time.Sleep(time.Millisecond)
		}
	})
	t.Cleanup(func() {
		close(stop)
		stopped.Wait()
		debug.SetGCPercent(old)
	})
}

var rubbish []byte

func TestPins_HoldWhatOnlyNumbersReferTo(t *testing.T) {
	collectHard(t)
	strlen := libc(t, "strlen")
	var pins memory.Holder
	for round := range 200 {
		frame := make([]uint64, 64) // holds addresses where the collector does not look
		for i := range frame {
			text := append(bytes.Repeat([]byte{'x'}, i+1), 0)
			if i%2 == 0 {
				frame[i] = uint64(memory.Hold(&pins, text))
			} else {
				frame[i] = uint64(pins.HoldString(string(text)))
			}
		}
		if pins.Len() != len(frame) {
			t.Fatalf("%d pins, want %d", pins.Len(), len(frame))
		}
		runtime.Gosched()
		for i, addr := range frame {
			if got := gate.Call1(strlen, uintptr(addr)); got != uintptr(i+1) {
				t.Fatalf("round %d: strlen = %d, want %d", round, got, i+1)
			}
		}
		pins.Release()
		if pins.Len() != 0 {
			t.Fatalf("%d pins after Release", pins.Len())
		}
	}
}

func TestPins_EmbeddedAddressesAreReadByC(t *testing.T) {
	collectHard(t)
	writev := libc(t, "writev")
	reader, writer, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	defer reader.Close()
	defer writer.Close()
	var pins memory.Holder
	for range 300 {
		type vector struct{ base, length uintptr }
		vectors := []vector{
			{memory.Hold(&pins, []byte("gopher")), 6},
			{pins.HoldString(string([]byte("snake!"))), 6},
		}
		// One word is passed: the descriptor, the vectors and their number.
		written := gate.Call(writev, writer.Fd(), memory.Hold(&pins, vectors), uintptr(len(vectors)))
		pins.Release()
		if written != 12 {
			t.Fatalf("writev = %d, want 12", int64(written))
		}
		var got [12]byte
		if _, err := reader.Read(got[:]); err != nil || string(got[:]) != "gophersnake!" {
			t.Fatalf("read %q, %v", got, err)
		}
	}
}

func TestPins_ReleaseLetsGo(t *testing.T) {
	var pins memory.Holder
	collected := make(chan struct{})
	func() {
		value := new([64]byte)
		runtime.AddCleanup(value, func(c chan struct{}) { close(c) }, collected)
		memory.HoldValue(&pins, value)
	}()
	runtime.GC()
	select {
	case <-collected:
		t.Fatal("collected while pinned")
	case <-time.After(20 * time.Millisecond):
	}
	pins.Release()
	for range 100 {
		runtime.GC()
		select {
		case <-collected:
			return
		case <-time.After(10 * time.Millisecond):
		}
	}
	t.Fatal("not collected after Release")
}

func TestPins_DoNotAllocateOnceGrown(t *testing.T) {
	var pins memory.Holder
	value, slice, text := new(int), make([]float64, 8), "snake"
	got := testing.AllocsPerRun(1000, func() {
		memory.HoldValue(&pins, value)
		memory.Hold(&pins, slice)
		pins.HoldString(text)
		pins.Release()
	})
	if got != 0 {
		t.Errorf("%v allocations, want 0", got)
	}
}
