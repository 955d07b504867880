// Package own is where gophersnake itself enters the benchmark: it starts the runtime and
// lists the rows done with the generated package of benchmod.
package own

import (
	"context"
	"errors"
	"maps"
	"slices"

	"github.com/gophersnake/gophersnake/bench/benchmod"
	"github.com/gophersnake/gophersnake/bench/internal/sample"
	"github.com/gophersnake/gophersnake/bench/internal/way"
	"github.com/gophersnake/gophersnake/python"
)

var errWrong = errors.New("own: check: wrong answer")

// Start starts the runtime with the Python that GOPHERSNAKE_PYTHON names, and imports benchmod,
// so that the floor and the peers, which come after, share our copy of it and its values.
func Start(ctx context.Context) error {
	return benchmod.CallNone(ctx)
}

// FirstAnswer starts the runtime and returns what detect finds in benchmod's test data: all
// that the start row does.
func FirstAnswer(ctx context.Context) ([]int, error) {
	data, err := benchmod.GenTestdata(ctx, 1_000)
	if err != nil {
		return nil, err
	}
	return benchmod.Detect(ctx, data)
}

// Rows returns the rows done by calls of the generated package. The runtime is started.
func Rows(ctx context.Context, data *sample.Data) ([]way.Row, error) {
	// An array is made once, as its slice is: what is measured is the call.
	array1k, array10m := python.NewArray(data.Array1k), python.NewArray(data.Array10m)
	detect1k := python.NewArray(data.Detect1k)
	objects, err := objectRows(ctx)
	if err != nil {
		return nil, err
	}
	return append(append(objects, contextRows(ctx)...), []way.Row{
		into("call_none", func() error { return benchmod.CallNone(ctx) }),
		out("call_float2", func() (float64, error) { return benchmod.CallFloat2(ctx, 1.5, 2.25) },
			func(sum float64) bool { return sum == 3.75 }),
		into("call_mixed4", func() error { return benchmod.CallMixed4(ctx, 1234567, "gophersnake", 2.5, true) }),
		into("await_noop", func() error { return benchmod.AwaitNoop(ctx) }),
		{
			Name:  "await_in_python",
			Run:   func(n int) error { return benchmod.AwaitInPython(ctx, n) },
			Check: func() error { return benchmod.AwaitInPython(ctx, 1) },
		},
		into("list_float_in_1k", func() error { return benchmod.ListFloatIn(ctx, data.Floats1k) }),
		into("list_float_in_1m", func() error { return benchmod.ListFloatIn(ctx, data.Floats1m) }),
		out("list_float_out_1k", func() ([]float64, error) { return benchmod.ListFloatOut(ctx, 1_000) },
			func(list []float64) bool { return slices.Equal(list, data.Floats1k) }),
		out("list_float_out_1m", func() ([]float64, error) { return benchmod.ListFloatOut(ctx, 1_000_000) },
			func(list []float64) bool { return slices.Equal(list, data.Floats1m) }),
		out("dict_str_int_out_100", func() (map[string]int, error) { return benchmod.DictStrIntOut(ctx, 100) },
			func(counts map[string]int) bool { return maps.Equal(counts, data.Counts100) }),
		out("list_str_out_1k", func() ([]string, error) { return benchmod.ListStrOut(ctx, 1_000) },
			func(list []string) bool { return slices.Equal(list, data.Strings1k) }),
		into("dict_str_int_in_100", func() error { return benchmod.DictStrIntIn(ctx, data.Counts100) }),
		into("list_str_in_1k", func() error { return benchmod.ListStrIn(ctx, data.Strings1k) }),
		into("array_in_1k", func() error { return benchmod.ArrayIn(ctx, array1k) }),
		into("array_in_10m", func() error { return benchmod.ArrayIn(ctx, array10m) }),
		arrayOut(ctx),
		out("detect_array_1k", func() ([]int, error) { return benchmod.DetectArray(ctx, detect1k) }, sample.IsOutliers),
		out("detect_list_1k", func() ([]int, error) { return benchmod.Detect(ctx, data.Detect1k) }, sample.IsOutliers),
		out("detect_list_1m", func() ([]int, error) { return benchmod.Detect(ctx, data.Detect1m) }, sample.IsOutliers),
	}...), nil
}

// into is a row that sends a value and gets none.
func into(name string, call func() error) way.Row {
	return way.Row{Name: name, Run: way.Repeat(call), Check: call}
}

// out is a row whose answer is right or wrong.
func out[T any](name string, call func() (T, error), right func(T) bool) way.Row {
	return way.Row{
		Name: name,
		Run: way.Repeat(func() error {
			_, err := call()
			return err
		}),
		Check: func() error {
			answer, err := call()
			if err == nil && !right(answer) {
				err = errWrong
			}
			return err
		},
	}
}

// arrayOut is a row of its own because an array is given back.
func arrayOut(ctx context.Context) way.Row {
	return way.Row{
		Name: "array_out_10m",
		Run: way.Repeat(func() error {
			array, err := benchmod.ArrayOut(ctx)
			if err != nil {
				return err
			}
			return array.Close()
		}),
		Check: func() error {
			array, err := benchmod.ArrayOut(ctx)
			if err != nil {
				return err
			}
			defer array.Close()
			values, ok := array.Data()
			if !ok {
				return errWrong
			}
			return sample.CheckLarge(values)
		},
	}
}
