package suite

import (
	"slices"
	"testing"

	"github.com/gophersnake/gophersnake/python"
	"github.com/gophersnake/gophersnake/tests/end_to_end/suite/layouts"
)

func TestLayouts_OfPythonAreHonoured(t *testing.T) {
	for _, c := range []struct {
		layout  string
		shape   []int
		strides []int
		values  []int32
		data    bool // can be had without a copy
	}{
		{"c", []int{2, 3}, []int{12, 4}, []int32{0, 1, 2, 3, 4, 5}, true},
		{"fortran", []int{2, 3}, []int{4, 8}, []int32{0, 1, 2, 3, 4, 5}, false},
		{"transposed", []int{2, 3}, []int{4, 8}, []int32{0, 1, 2, 3, 4, 5}, false},
		{"backwards", []int{2, 3}, []int{12, -4}, []int32{2, 1, 0, 5, 4, 3}, false},
		{"upside down", []int{2, 3}, []int{-12, 4}, []int32{3, 4, 5, 0, 1, 2}, false},
		{"every third", []int{3}, []int{12}, []int32{1, 4, 7}, false},
		{"backwards every second", []int{5}, []int{-8}, []int32{9, 7, 5, 3, 1}, false},
		{"column", []int{2}, []int{12}, []int32{1, 4}, false},
		{"broadcast", []int{2, 3}, []int{0, 0}, []int32{7, 7, 7, 7, 7, 7}, false},
		{"empty", []int{0}, nil, []int32{}, true},
		{"empty of rank 3", []int{2, 0, 3}, nil, []int32{}, true},
		{"scalar", []int{}, []int{}, []int32{42}, true},
		{"one", []int{1, 1}, nil, []int32{5}, true},
		{"unaligned", []int{10}, []int{4}, []int32{0, 1, 2, 3, 4, 5, 6, 7, 8, 9}, false},
	} {
		t.Run(c.layout, func(t *testing.T) {
			a := ok[*python.Array[int32]](t)(layouts.Made(ctx, c.layout))
			wantEqual(t, a.Shape(), c.shape)
			if c.strides != nil {
				wantEqual(t, a.Strides(), c.strides)
			}
			wantEqual(t, a.Copy(), c.values)
			wantEqual(t, slices.AppendSeq([]int32{}, a.All()), c.values)
			wantEqual(t, byIndex(a), c.values)
			data, shared := a.Data()
			wantEqual(t, shared, c.data)
			if shared {
				wantEqual(t, append([]int32{}, data...), c.values)
			}
			// Passed back, it is the same array.
			back := ok[*python.Array[int32]](t)(layouts.Same(ctx, a))
			wantEqual(t, back.Copy(), c.values)
			wantEqual(t, back.Strides(), a.Strides())
			done(t, back.Close())
			done(t, a.Close())
		})
	}
}

// byIndex returns the elements in C order, by At.
func byIndex(a *python.Array[int32]) []int32 {
	values := []int32{}
	indices := make([]int, a.Rank())
	for range a.Len() {
		values = append(values, a.At(indices...))
		for i := len(indices) - 1; i >= 0; i-- {
			if indices[i]++; indices[i] < a.Shape()[i] {
				break
			}
			indices[i] = 0
		}
	}
	return values
}

func TestLayouts_Rank32(t *testing.T) {
	a := ok[*python.Array[int32]](t)(layouts.Made(ctx, "rank 32"))
	wantEqual(t, a.Rank(), 32)
	wantEqual(t, a.Copy(), []int32{0, 1})
	back := ok[*python.Array[int32]](t)(layouts.Same(ctx, python.NewArray([]int32{1, 2}, a.Shape()...)))
	wantEqual(t, back.Copy(), []int32{1, 2})
}

func TestLayouts_PassedBackItIsTheSameObject(t *testing.T) {
	a := ok[*python.Array[int32]](t)(layouts.Keep(ctx))
	wantEqual(t, ok[bool](t)(layouts.IsKept(ctx, a)), true)
	wantEqual(t, ok[bool](t)(layouts.IsKept(ctx, python.NewArray(a.Copy()))), false)
}

func TestLayouts_MemoryIsShared(t *testing.T) {
	a := ok[*python.Array[int32]](t)(layouts.Keep(ctx))
	again := ok[*python.Array[int32]](t)(layouts.Keep(ctx))
	_, address, _, err := layouts.Flags(ctx, a)
	done(t, err)
	_, same, _, err := layouts.Flags(ctx, again)
	done(t, err)
	wantEqual(t, address, same)
	a.Set(77, 1)
	wantEqual(t, again.At(1), int32(77))
	done(t, layouts.AddOne(ctx, a))
	wantEqual(t, again.At(1), int32(78))
	a.Set(1, 1)
}

func TestLayouts_OfGoArriveAsTheyLie(t *testing.T) {
	data := []int32{0, 1, 2, 3}
	seen, first, writable, err := layouts.Flags(ctx, python.NewArray(data, 2, 2))
	done(t, err)
	wantEqual(t, seen, "[[0, 1], [2, 3]]")
	wantEqual(t, writable, false)
	_, second, _, err := layouts.Flags(ctx, python.NewArray(data[1:]))
	done(t, err)
	wantEqual(t, second-first, 4)
}

func TestLayouts_WritableOnlyWhenMadeSo(t *testing.T) {
	data := []int32{1, 2, 3}
	err := layouts.AddOne(ctx, python.NewArray(data))
	wantText(t, err, "layouts.add_one: ValueError: output array is read-only")
	done(t, layouts.AddOne(ctx, python.NewArray(data).Writable()))
	wantEqual(t, data, []int32{2, 3, 4})
	wantEqual(t, python.NewArray(data).CanWrite(), false)
	wantEqual(t, python.NewArray(data).Writable().CanWrite(), true)
}

func TestLayouts_ReadOnlyOfPython(t *testing.T) {
	a := ok[*python.Array[int32]](t)(layouts.Frozen(ctx))
	wantEqual(t, a.CanWrite(), false)
	wantPanic(t, "python: the array is read-only", func() { a.Set(1, 0) })
	wantPanic(t, "python: Writable is for arrays made in Go; this one is Python's", func() { a.Writable() })
}

func TestLayouts_WrongUse(t *testing.T) {
	a := ok[*python.Array[int32]](t)(layouts.Made(ctx, "c"))
	wantPanic(t, "python: index 2 out of range [0, 2) in dimension 0", func() { a.At(2, 0) })
	wantPanic(t, "python: index -1 out of range [0, 3) in dimension 1", func() { a.At(0, -1) })
	wantPanic(t, "python: 1 indices for an array of 2 dimensions", func() { a.At(1) })
	done(t, a.Close())
	done(t, a.Close())
	wantPanic(t, "python: array used after Close", func() { a.At(0, 0) })
	wantPanic(t, "python: array used after Close", func() { a.Copy() })
	wantPanic(t, "python: array used after Close", func() { a.Data() })
	wantPanic(t, "python: array used after Close", func() {
		for range a.All() {
			break
		}
	})
	_, err := layouts.Same(ctx, a)
	wantRefused(t, err, "layouts.same: argument a: it is closed")
}

func wantPanic(t *testing.T, want string, run func()) {
	t.Helper()
	defer func() {
		t.Helper()
		if got := recover(); got != want {
			t.Errorf("the panic is %v, want %s", got, want)
		}
	}()
	run()
}

func TestLayouts_InsideOtherTypes(t *testing.T) {
	none := ok[*python.Array[int32]](t)(layouts.Maybe(ctx, nil))
	wantEqual(t, none == nil, true)
	some := ok[*python.Array[int32]](t)(layouts.Maybe(ctx, python.NewArray([]int32{1})))
	wantEqual(t, some.Copy(), []int32{1})
	many := make([]*python.Array[int32], 40)
	for i := range many {
		many[i] = python.NewArray([]int32{int32(i)})
	}
	back := ok[map[string]*python.Array[int32]](t)(layouts.AllOf(ctx, many))
	wantEqual(t, len(back), 40)
	wantEqual(t, back["39"].Copy(), []int32{39})
}

func TestLayouts_BuffersThatAreNotNumpys(t *testing.T) {
	a := ok[*python.Array[float64]](t)(layouts.NotNumpy(ctx))
	wantEqual(t, a.Copy(), []float64{1.5, 2.5})
	number := ok[*python.Array[float64]](t)(layouts.Wrong(ctx, "scalar"))
	wantEqual(t, number.Shape(), []int{})
	wantEqual(t, number.At(), 1)
}

func TestLayouts_WhatCannotCross(t *testing.T) {
	for kind, got := range map[string]string{
		"float32":           "array of float32",
		"other byte order":  "array of >f8",
		"int64":             "array of int64",
		"long double":       "array of float128",
		"objects":           "array of object",
		"text":              "array of <U1",
		"dates":             "array of datetime64[s]",
		"record":            "array of [('x', '<f8'), ('y', '<i4')]",
		"list":              "list",
		"None":              "None",
		"bytes":             "bytes",
		"matrix of objects": "array of object",
	} {
		_, err := layouts.Wrong(ctx, kind)
		wantRefused(t, err, "layouts.wrong: result: expected array of float64, got "+got)
	}
}

func TestLayouts_WrongRank(t *testing.T) {
	ok[float64](t)(layouts.Rank2(ctx, python.NewArray([]float64{1, 2}, 1, 2)))
	_, err := layouts.Rank2(ctx, python.NewArray([]float64{1, 2}))
	wantRefused(t, err, "layouts.rank_2: argument a: expected array of float64 with 2 dimensions, got 1 dimensions")
	ok[*python.Array[float64]](t)(layouts.Table(ctx, 2))
	_, err = layouts.Table(ctx, 3)
	wantRefused(t, err, "layouts.table: result: expected array of float64 with 2 dimensions, got 3 dimensions")
	_, err = layouts.Same(ctx, nil)
	wantRefused(t, err, "layouts.same: argument a: expected array, got nil *python.Array")
}
