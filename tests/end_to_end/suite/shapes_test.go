package suite

import (
	"testing"

	"github.com/gophersnake/gophersnake/python"
	"github.com/gophersnake/gophersnake/tests/end_to_end/suite/shapes"
)

func TestShapes_ThatFitCross(t *testing.T) {
	centre := ok[*python.Array[float32]](t)(shapes.Centre(ctx, python.NewArray([]float32{0, 1, 2, 2, 3, 4}, 2, 3)))
	wantEqual(t, centre.Copy(), []float32{1, 2, 3})
	wantEqual(t, ok[*python.Array[float32]](t)(shapes.Made(ctx, 0, 3)).Shape(), []int{0, 3})

	matrix := python.NewArray([]float64{2, 0, 0, 4}, 2, 2)
	solved := ok[*python.Array[float64]](t)(shapes.Solve(ctx, matrix, python.NewArray([]float64{2, 2})))
	wantEqual(t, solved.Copy(), []float64{1, 0.5})
	again := ok[*python.Array[float64]](t)(shapes.Solve(ctx, matrix.T(), solved))
	wantEqual(t, again.Copy(), []float64{0.5, 0.125})

	row, column := python.NewArray([]float64{1, 2, 3}, 1, 3), python.NewArray([]float64{1, 2, 3}, 3, 1)
	wantEqual(t, ok[*python.Array[float64]](t)(shapes.Product(ctx, row, column)).Copy(), []float64{14})
	wantEqual(t, ok[*python.Array[float64]](t)(shapes.Product(ctx, column, row)).Shape(), []int{3, 3})

	scale := ok[*python.Array[float64]](t)(shapes.Last(ctx, python.NewArray([]float64{1, 2}), scalar(t, 2)))
	wantEqual(t, scale.At(), 4)
	wantEqual(t, ok[*python.Array[float64]](t)(shapes.Last(ctx, row.Slice(1, 0, 2), scale)).Copy(), []float64{8})
}

// scalar returns an array without dimensions.
func scalar(t *testing.T, v float64) *python.Array[float64] {
	t.Helper()
	return python.NewArray([]float64{v}).Row(0)
}

func TestShapes_ThatDoNotFitAreRefused(t *testing.T) {
	points := python.NewArray(make([]float32, 8), 4, 2)
	_, err := shapes.Centre(ctx, points)
	wantRefused(t, err, "shapes.centre: argument points: expected array of shape (*, 3), got (4, 2)")
	_, err = shapes.Centre(ctx, points.Row(0))
	wantRefused(t, err, "shapes.centre: argument points: expected array of shape (*, 3), got (2,)")
	_, err = shapes.Made(ctx, 4, 2)
	wantRefused(t, err, "shapes.made: result: expected array of shape (*, 3), got (4, 2)")

	matrix := python.NewArray([]float64{2, 0, 0, 4}, 2, 2)
	_, err = shapes.Solve(ctx, matrix, python.NewArray([]float64{1, 2, 3}))
	wantRefused(t, err, "shapes.solve: argument vector: expected array of shape (N=2,), got (3,)")
	_, err = shapes.Solve(ctx, matrix.Slice(0, 0, 1), python.NewArray([]float64{1, 2, 3}))
	wantRefused(t, err, "shapes.solve: argument matrix: expected array of shape (N=1, N=1), got (1, 2)")
	_, err = shapes.Broken(ctx, python.NewArray([]float64{1}))
	wantRefused(t, err, "shapes.broken: result: expected array of shape (..., n=1), got (2,)")
	_, err = shapes.SumOf(ctx, points)
	wantRefused(t, err, "shapes.sum_of: argument a: expected array of shape (n=4, n=4), got (4, 2)")
}

func TestShapes_OfPythonsArraysAreChecked(t *testing.T) {
	made := ok[python.AnyArray](t)(shapes.Cast(ctx, python.NewArray([]float64{1, 2, 3, 4}, 2, 2), "float32"))
	wide := made.(*python.Array[float32])
	_, err := shapes.Centre(ctx, wide)
	wantRefused(t, err, "shapes.centre: argument points: expected array of shape (*, 3), got (2, 2)")
	_, err = shapes.Centre(ctx, wide.T())
	wantRefused(t, err, "shapes.centre: argument points: expected array of shape (*, 3), got (2, 2)")
}

func TestShapes_NamesHoldInsideContainers(t *testing.T) {
	a, b := python.NewArray([]float32{1, 2, 3, 4, 5, 6}, 2, 3), python.NewArray([]float32{1, 2}, 2, 1)
	stacked := ok[*python.Array[float32]](t)(shapes.Together(ctx, []*python.Array[float32]{a, a}))
	wantEqual(t, stacked.Shape(), []int{2, 2, 3})
	_, err := shapes.Together(ctx, []*python.Array[float32]{a, b})
	wantRefused(t, err, "shapes.together: argument images[1]: expected array of shape (height=2, width=3), got (2, 1)")
}

func TestAnyArray_IsOfTheElementTypeThatPythonsIs(t *testing.T) {
	from := python.NewArray([]int8{0, 1, 2}, 3)
	for dtype, want := range map[string]any{
		"bool": []bool{false, true, true}, "int8": []int8{0, 1, 2}, "uint64": []uint64{0, 1, 2},
		"float16": []python.Float16{0, 0x3c00, 0x4000}, "complex64": []complex64{0, 1, 2},
	} {
		back := ok[python.AnyArray](t)(shapes.Cast(ctx, from, dtype))
		wantEqual(t, back.DType(), dtype)
		wantEqual(t, back.Shape(), []int{3})
		wantEqual(t, copied(back), want)
		same := ok[python.AnyArray](t)(shapes.Maybe(ctx, shapes.MaybeOptions{A: back}))
		wantEqual(t, copied(same), want)
		done(t, back.Close())
	}
	_, err := shapes.Cast(ctx, from, "O")
	wantRefused(t, err, "shapes.cast: result: expected array of numbers, got array of object")
	_, err = shapes.Cast(ctx, nil, "bool")
	wantRefused(t, err, "shapes.cast: argument a: expected array, got nil python.AnyArray")
	none := ok[python.AnyArray](t)(shapes.Maybe(ctx))
	wantEqual(t, none == nil, true)
}

func copied(a python.AnyArray) any {
	switch a := a.(type) {
	case *python.Array[bool]:
		return a.Copy()
	case *python.Array[int8]:
		return a.Copy()
	case *python.Array[uint64]:
		return a.Copy()
	case *python.Array[python.Float16]:
		return a.Copy()
	case *python.Array[complex64]:
		return a.Copy()
	}
	return nil
}
