package wire

import (
	"fmt"
	"strings"
	"testing"
)

// The results of benchmarks, so that they are not optimized away.
var (
	sinkInt    int
	sinkFloats []float64
	sinkTexts  []string
	sinkAny    any
	sinkDict   map[string]int
)

// benchmark runs encoding and decoding of the same value apart.
func benchmark(b *testing.B, write func(*Encoder), read func(*Decoder)) {
	var e Encoder
	b.Run("encode", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			e.Begin(FrameCall)
			write(&e)
			if _, err := e.Finish(); err != nil {
				b.Fatal(err)
			}
			e.Release()
		}
	})
	b.Run("decode", func(b *testing.B) {
		var d Decoder
		e.Begin(FrameAnswer)
		write(&e)
		frame, err := e.Finish()
		if err != nil {
			b.Fatal(err)
		}
		b.ReportAllocs()
		for b.Loop() {
			d.Begin(frame, e.Segments)
			read(&d)
			if err := d.End(); err != nil {
				b.Fatal(err)
			}
		}
	})
}

func BenchmarkEmptyFrame(b *testing.B) {
	benchmark(b, func(*Encoder) {}, func(*Decoder) {})
}

func BenchmarkTwoScalars(b *testing.B) {
	benchmark(b,
		func(e *Encoder) { e.Int(7); e.Float(1.5) },
		func(d *Decoder) { sinkInt = d.Int(); sinkInt += int(d.Float()) })
}

func BenchmarkTenScalars(b *testing.B) {
	benchmark(b,
		func(e *Encoder) {
			for i := range 5 {
				e.Int(i)
				e.Float(1.5)
			}
		},
		func(d *Decoder) {
			for range 5 {
				sinkInt += d.Int()
				sinkInt += int(d.Float())
			}
		})
}

func BenchmarkString16(b *testing.B) {
	benchmark(b,
		func(e *Encoder) { e.String("sixteen letters!") },
		func(d *Decoder) { sinkInt = len(d.String()) })
}

func BenchmarkFloats(b *testing.B) {
	for _, n := range []int{10, 1000} {
		floats := make([]float64, n)
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			benchmark(b,
				func(e *Encoder) { e.Floats(floats) },
				func(d *Decoder) { sinkFloats = d.Floats() })
		})
	}
}

func BenchmarkStrings1000(b *testing.B) {
	texts := make([]string, 1000)
	for i := range texts {
		texts[i] = fmt.Sprintf("item %d", i)
	}
	b.Run("together", func(b *testing.B) {
		benchmark(b,
			func(e *Encoder) { e.Strings(texts) },
			func(d *Decoder) { sinkTexts = d.Strings() })
	})
	b.Run("one by one", func(b *testing.B) {
		benchmark(b,
			func(e *Encoder) { EncodeList(e, texts, (*Encoder).String) },
			func(d *Decoder) { sinkTexts = DecodeList(d, (*Decoder).String) })
	})
}

func BenchmarkDict100(b *testing.B) {
	dict, dynamic := map[string]int{}, map[string]any{}
	for i := range 100 {
		dict[fmt.Sprintf("key %d", i)] = i
		dynamic[fmt.Sprintf("key %d", i)] = i
	}
	b.Run("typed", func(b *testing.B) {
		benchmark(b,
			func(e *Encoder) { EncodeDict(e, dict, (*Encoder).String, (*Encoder).Int) },
			func(d *Decoder) { sinkDict = DecodeDict(d, (*Decoder).String, (*Decoder).Int) })
	})
	b.Run("any", func(b *testing.B) {
		benchmark(b, func(e *Encoder) { e.Any(dynamic) }, func(d *Decoder) { sinkAny = d.Any() })
	})
}

// BenchmarkRun shows from what size on a segment costs less than a copy, which
// is what inlineLimit is about.
func BenchmarkRun(b *testing.B) {
	for _, size := range []int{64, 128, 256, 512, 1024, 2048, 4096} {
		text := strings.Repeat("x", size)
		var e Encoder
		b.Run(fmt.Sprintf("%d/copied", size), func(b *testing.B) {
			for b.Loop() {
				e.Begin(FrameCall)
				e.Buf = appendRun(e.Buf, size, text)
			}
		})
		b.Run(fmt.Sprintf("%d/segment", size), func(b *testing.B) {
			for b.Loop() {
				e.Begin(FrameCall)
				e.segment(size, e.held.HoldString(text), size)
			}
		})
	}
}
