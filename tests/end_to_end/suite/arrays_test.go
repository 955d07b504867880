package suite

import (
	"context"
	"math"
	"testing"

	"github.com/gophersnake/gophersnake/python"
	"github.com/gophersnake/gophersnake/tests/end_to_end/suite/arrays"
	"github.com/gophersnake/gophersnake/tests/end_to_end/suite/ranks"
)

// crosses sends a slice as an array of two dimensions and compares the copy
// that Python made.
func crosses[T python.Element](
	t *testing.T, call func(context.Context, *python.Array[T]) (string, *python.Array[T], error),
	wantSeen string, data ...T,
) {
	t.Helper()
	seen, back, err := call(ctx, python.NewArray(data, 2, len(data)/2))
	done(t, err)
	defer back.Close()
	wantEqual(t, seen, wantSeen)
	wantEqual(t, back.Shape(), []int{2, len(data) / 2})
	wantEqual(t, back.Copy(), data)
	shared, ok := back.Data()
	wantEqual(t, ok, true)
	wantEqual(t, shared, data)
	wantEqual(t, back.At(1, 0), data[len(data)/2])
}

func TestArrays_EveryDType(t *testing.T) {
	crosses(t, arrays.Bool, "bool (2, 1) [[True], [False]]", true, false)
	crosses(t, arrays.Int8, "int8 (2, 1) [[-128], [127]]", math.MinInt8, math.MaxInt8)
	crosses(t, arrays.Uint8, "uint8 (2, 1) [[0], [255]]", 0, math.MaxUint8)
	crosses(t, arrays.Int16, "int16 (2, 1) [[-32768], [32767]]", math.MinInt16, math.MaxInt16)
	crosses(t, arrays.Uint16, "uint16 (2, 1) [[0], [65535]]", 0, math.MaxUint16)
	crosses(t, arrays.Int32, "int32 (2, 1) [[-2147483648], [2147483647]]", math.MinInt32, math.MaxInt32)
	crosses(t, arrays.Uint32, "uint32 (2, 1) [[0], [4294967295]]", 0, math.MaxUint32)
	crosses(t, arrays.Int64, "int64 (2, 1) [[-9223372036854775808], [9223372036854775807]]", math.MinInt64, math.MaxInt64)
	crosses(t, arrays.Uint64, "uint64 (2, 1) [[0], [18446744073709551615]]", 0, math.MaxUint64)
	crosses(t, arrays.Float16, "float16 (2, 2) [[0.5, -2.0], [65504.0, inf]]",
		python.NewFloat16(0.5), python.NewFloat16(-2), python.NewFloat16(65504), python.NewFloat16(float32(math.Inf(1))))
	crosses(t, arrays.Float32, "float32 (2, 1) [[0.5], [-inf]]", 0.5, float32(math.Inf(-1)))
	crosses(t, arrays.Float64, "float64 (2, 2) [[0.1, 1e+300], [5e-324, inf]]", 0.1, 1e300, 5e-324, math.Inf(1))
	crosses(t, arrays.Complex64, "complex64 (2, 1) [[1j], [(2-0.5j)]]", 1i, 2-0.5i)
	crosses(t, arrays.Complex128, "complex128 (2, 1) [[1j], [(2-0.5j)]]", 1i, 2-0.5i)
}

func TestArrays_NaNKeepsItsBits(t *testing.T) {
	bits := uint64(0xfff8deadbeef0001)
	_, back, err := arrays.Float64(ctx, python.NewArray([]float64{math.Float64frombits(bits)}))
	done(t, err)
	wantEqual(t, math.Float64bits(back.At(0)), bits)
}

func TestArrays_Float16HasTheValuesOfNumpy(t *testing.T) {
	half, err := python.Eval(ctx, "__import__('numpy').float16")
	done(t, err)
	defer half.Close()
	all := make([]python.Float16, 1<<16)
	for i := range all {
		all[i] = python.Float16(i)
	}
	_, back, err := arrays.Float16(ctx, python.NewArray(all))
	done(t, err)
	defer back.Close()
	widened := ok[*python.Object](t)(ok[*python.Object](t)(python.From(ctx, back)).CallMethod(ctx, "astype", "float32"))
	want := ok[*python.Array[float32]](t)(python.To[*python.Array[float32]](ctx, widened))
	defer want.Close()
	for i, v := range want.Copy() {
		got := python.Float16(i).Float32()
		if math.Float32bits(got) != math.Float32bits(v) && v == v {
			t.Fatalf("%#04x is %v, and %v to numpy", i, got, v)
		}
		if v == v && python.NewFloat16(v) != python.Float16(i) {
			t.Fatalf("%v became %#04x, and is %#04x", v, python.NewFloat16(v), i)
		}
	}
}

func TestArrays_EveryRank(t *testing.T) {
	for rank, call := range []func(context.Context, *python.Array[int32]) (*python.Array[int32], error){
		func(ctx context.Context, a *python.Array[int32]) (*python.Array[int32], error) {
			one := ok[*python.Object](t)(ok[*python.Object](t)(python.From(ctx, a)).CallMethod(ctx, "reshape", python.Tuple0{}))
			scalar := ok[*python.Array[int32]](t)(python.To[*python.Array[int32]](ctx, one))
			return ranks.Rank0(ctx, scalar)
		},
		ranks.Rank1, ranks.Rank2, ranks.Rank3, ranks.Rank4, ranks.Rank5,
	} {
		shape := []int{1, 2, 3, 2, 2}[:rank]
		n := 1
		for _, length := range shape {
			n *= length
		}
		data := make([]int32, n)
		want := make([]int32, n)
		for i := range data {
			data[i], want[i] = int32(i), int32(i+1)
		}
		a := python.NewArray(data, append([]int{}, shape...)...)
		back := ok[*python.Array[int32]](t)(call(ctx, a))
		wantEqual(t, back.Rank(), rank)
		wantEqual(t, append([]int{}, back.Shape()...), append([]int{}, shape...))
		wantEqual(t, back.Copy(), want)
		done(t, back.Close())
	}
}

func TestArrays_Empty(t *testing.T) {
	for _, shape := range [][]int{{0}, {0, 3}, {2, 0, 2}} {
		seen, back, err := arrays.Float64(ctx, python.NewArray([]float64{}, shape...))
		done(t, err)
		wantEqual(t, back.Shape(), shape)
		wantEqual(t, back.Copy(), []float64{})
		data, contiguous := back.Data()
		wantEqual(t, contiguous, true)
		wantEqual(t, len(data), 0)
		t.Log(seen)
		done(t, back.Close())
	}
	_, back, err := arrays.Float64(ctx, python.NewArray([]float64(nil)))
	done(t, err)
	wantEqual(t, back.Len(), 0)
}

func TestArrays_NewArrayChecksTheShape(t *testing.T) {
	for _, shape := range [][]int{{3}, {2, 2}, {-1, -2}, make([]int, 33)} {
		func() {
			defer func() {
				if recover() == nil {
					t.Errorf("two elements have the shape %v", shape)
				}
			}()
			python.NewArray([]int8{1, 2}, shape...)
		}()
	}
}

func TestArrays_OfGoCanBeReadInGo(t *testing.T) {
	a := python.NewArray([]int8{0, 1, 2, 3, 4, 5}, 2, 3)
	wantEqual(t, a.At(1, 2), 5)
	a.Set(9, 1, 0)
	wantEqual(t, a.Copy(), []int8{0, 1, 2, 9, 4, 5})
	done(t, a.Close())
	wantEqual(t, a.At(0, 1), 1)
}
