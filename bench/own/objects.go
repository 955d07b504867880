package own

import (
	"context"

	"github.com/gophersnake/gophersnake/bench/benchtypes"
	"github.com/gophersnake/gophersnake/bench/internal/way"
)

// reading is the record of benchtypes' with this number.
func reading(i int) benchtypes.Reading {
	return benchtypes.Reading{
		Station: 1_000 + i, Name: "Uccle",
		Temperature: 11.5, Pressure: 1013.25, Humidity: 0.5, Wind: 4.5, Gusts: 9.25,
		Direction: 270 + i, Valid: true, Source: "automatic",
	}
}

// objectRows returns the rows on what values are made of.
func objectRows(ctx context.Context) ([]way.Row, error) {
	first := reading(0)
	counter, err := benchtypes.NewCounter(ctx)
	if err != nil {
		return nil, err
	}
	return []way.Row{
		into("record_in", func() error { return benchtypes.RecordIn(ctx, first) }),
		out("record_out", func() (benchtypes.Reading, error) { return benchtypes.RecordOut(ctx) },
			func(r benchtypes.Reading) bool { return r == first }),
		out("list_record_out_1k", func() ([]benchtypes.Reading, error) { return benchtypes.ListRecordOut(ctx) },
			func(list []benchtypes.Reading) bool { return len(list) == 1_000 && list[999] == reading(999) }),
		out("enum", func() (benchtypes.Color, error) { return benchtypes.Enum(ctx, benchtypes.ColorGreen) },
			func(color benchtypes.Color) bool { return color == benchtypes.ColorGreen }),
		out("union", func() (benchtypes.IntOrStrOrListFloat, error) {
			return benchtypes.Union(ctx, benchtypes.IntCase(1_234_567))
		}, func(value benchtypes.IntOrStrOrListFloat) bool {
			return value == benchtypes.IntOrStrOrListFloat(benchtypes.IntCase(1_234_567))
		}),
		out("callback", func() (float64, error) { return benchtypes.CallBack(ctx, double) },
			func(result float64) bool { return result == 3 }),
		out("iterate_1k", func() (int, error) { return total(ctx, 1_000) },
			func(sum int) bool { return sum == 1_000*1_000+999*500 }),
		out("method_call", func() (float64, error) { return counter.Add(ctx, 0.5) },
			func(total float64) bool { return total > 0 }),
	}, nil
}

func double(_ context.Context, x float64) (float64, error) { return 2 * x, nil }

// total adds up what Python iterates over.
func total(ctx context.Context, n int) (int, error) {
	numbers, err := benchtypes.Iterate(ctx, n)
	if err != nil {
		return 0, err
	}
	sum := 0
	for number, err := range numbers {
		if err != nil {
			return 0, err
		}
		sum += number
	}
	return sum, nil
}
