package memory_test

import (
	"bytes"
	"runtime"
	"testing"

	"github.com/gophersnake/gophersnake/internal/memory"
)

func TestView_ReadsAndWritesTheMemoryItIsOf(t *testing.T) {
	numbers := []float64{1, 2, 3}
	view := memory.View[float64](memory.Of(numbers), len(numbers))
	view[1] = 20
	if numbers[1] != 20 || len(view) != 3 {
		t.Errorf("the view is not of the same memory: %v, %v", numbers, view)
	}
	if memory.View[int](0, 5) != nil || memory.Of[int](nil) != 0 {
		t.Error("address 0 and the nil slice do not belong together")
	}
}

func TestBytes_OfString(t *testing.T) {
	text := "a longer text \x00 with a NUL"
	if got := memory.Bytes(memory.OfString(text), len(text)); string(got) != text {
		t.Errorf("got %q", got)
	}
}

func TestAsBytes_SharesTheArray(t *testing.T) {
	numbers := []uint32{0x04030201, 0x08070605}
	raw := memory.AsBytes(numbers)
	if !bytes.Equal(raw, []byte{1, 2, 3, 4, 5, 6, 7, 8}) {
		t.Fatalf("got % x", raw)
	}
	raw[0] = 9
	if numbers[0] != 0x04030209 {
		t.Error("not shared")
	}
	if got := memory.AsBytes([]uint64(nil)); len(got) != 0 {
		t.Errorf("of nothing: % x", got)
	}
}

func TestCopy_OfUnalignedBytes(t *testing.T) {
	raw := []byte{0xff, 1, 0, 0, 0, 2, 0, 0, 0, 0xff}
	numbers := memory.Copy[uint32](raw[1:])
	if len(numbers) != 2 || numbers[0] != 1 || numbers[1] != 2 {
		t.Fatalf("got %v", numbers)
	}
	if numbers[0] = 7; raw[1] != 1 {
		t.Error("shared")
	}
	if got := memory.Copy[uint32](raw[:3]); got == nil || len(got) != 0 {
		t.Errorf("of less than one: %v", got)
	}
}

// An address is a number, so nothing but the Holder keeps this memory.
func TestHolder_KeepsMemoryUntilRelease(t *testing.T) {
	var holder memory.Holder
	freed := make(chan struct{})
	addr := func() uintptr {
		b := new([4096]byte)
		runtime.SetFinalizer(b, func(*[4096]byte) { close(freed) })
		b[17] = 42
		return memory.Hold(&holder, b[:])
	}()
	for range 3 {
		runtime.GC()
	}
	select {
	case <-freed:
		t.Fatal("freed while held")
	default:
	}
	if memory.Bytes(addr, 4096)[17] != 42 || holder.Len() != 1 {
		t.Error("the address is not of the memory that was held")
	}
	holder.Release()
	if holder.Len() != 0 {
		t.Error("held after Release")
	}
	for range 10 {
		runtime.GC()
		select {
		case <-freed:
			return
		default:
			runtime.Gosched()
		}
	}
	<-freed
}

// A stack is copied when it grows: what was given away must not lie on it.
func TestAddresses_SurviveAGrowingStack(t *testing.T) {
	done := make(chan struct{})
	go func() {
		defer close(done)
		var holder memory.Holder
		local := [4]uint64{1, 2, 3, 4}
		addr, held := memory.Of(local[:]), memory.Hold(&holder, local[1:])
		grow(1000)
		if memory.Of(local[:]) != addr || held != addr+8 {
			t.Error("the array moved")
		}
		holder.Release()
	}()
	<-done
}

//go:noinline
func grow(n int) byte {
	var room [512]byte
	if n > 0 {
		room[n%512] = grow(n - 1)
	}
	return room[n%511]
}

func TestHolder_DoesNotAllocateOnceGrown(t *testing.T) {
	var holder memory.Holder
	data, text := make([]byte, 64), "held"
	if n := testing.AllocsPerRun(100, func() {
		memory.Hold(&holder, data)
		holder.HoldString(text)
		holder.Release()
	}); n != 0 {
		t.Errorf("%v allocations", n)
	}
}

func TestOffset(t *testing.T) {
	type pair struct {
		flag bool
		text string
		next *pair
	}
	p := pair{text: "a", next: &pair{}}
	offset, inside := memory.Offset(&p, &p.text)
	if !inside || *memory.Inside[string](&p, offset) != "a" {
		t.Errorf("Offset of a field: %d, %t", offset, inside)
	}
	for name, elsewhere := range map[string]*string{"another's": &p.next.text, "before": &(&pair{}).text} {
		if offset, inside := memory.Offset(&p, elsewhere); inside {
			t.Errorf("Offset of %s field: %d, inside", name, offset)
		}
	}
	if _, inside := memory.Offset(&p.flag, &p.text); inside {
		t.Error("Offset of what is larger: inside")
	}
}
