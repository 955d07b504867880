package gatetest

import (
	"testing"

	"github.com/gophersnake/gophersnake/internal/memory"

	"github.com/gophersnake/gophersnake/internal/gate"
)

func BenchmarkEnter(b *testing.B) {
	labs := libc(b, "labs")
	b.ReportAllocs()
	for b.Loop() {
		gate.Enter(labs, 1)
	}
}

func BenchmarkCall1(b *testing.B) {
	labs := libc(b, "labs")
	b.ReportAllocs()
	for b.Loop() {
		gate.Call1(labs, 1)
	}
}

func BenchmarkCall(b *testing.B) {
	labs := libc(b, "labs")
	b.ReportAllocs()
	for b.Loop() {
		gate.Call(labs, 1)
	}
}

func BenchmarkCallback(b *testing.B) {
	fn, number := callback(b, func(uintptr) uintptr { return 0 })
	block := [1]uint64{number}
	b.ReportAllocs()
	for b.Loop() {
		gate.Enter(fn, memory.OfValue(&block))
	}
}

func BenchmarkPins(b *testing.B) {
	var pins memory.Holder
	slice := make([]float64, 8)
	b.ReportAllocs()
	for b.Loop() {
		memory.Hold(&pins, slice)
		pins.Release()
	}
}
