package suite

import (
	"errors"
	"runtime"
	"slices"
	"testing"

	"github.com/gophersnake/gophersnake/python"
	"github.com/gophersnake/gophersnake/tests/end_to_end/suite/layouts"
)

// table is 0 to 5 in two rows, from each side of the border.
func tables(t *testing.T) map[string]*python.Array[int32] {
	return map[string]*python.Array[int32]{
		"of Go":     python.NewArray([]int32{0, 1, 2, 3, 4, 5}, 2, 3),
		"of Python": ok[*python.Array[int32]](t)(layouts.Made(ctx, "c")),
	}
}

func TestMatrices_ViewsShareTheMemory(t *testing.T) {
	for name, table := range tables(t) {
		t.Run(name, func(t *testing.T) {
			wantEqual(t, table.Row(1).Copy(), []int32{3, 4, 5})
			wantEqual(t, table.T().Copy(), []int32{0, 3, 1, 4, 2, 5})
			wantEqual(t, table.T().Shape(), []int{3, 2})
			wantEqual(t, table.T().Row(2).Copy(), []int32{2, 5})
			wantEqual(t, table.Row(1).Row(2).At(), 5)
			wantEqual(t, table.Slice(1, 1, 3).Copy(), []int32{1, 2, 4, 5})
			wantEqual(t, table.Slice(0, 1, 2).Slice(1, 0, 2).Copy(), []int32{3, 4})
			wantEqual(t, table.Slice(0, 2, 2).Shape(), []int{0, 3})
			wantEqual(t, table.Slice(0, 2, 2).Copy(), []int32{})
			rows, columns := table.T().Dims()
			wantEqual(t, []int{rows, columns}, []int{3, 2})

			column := table.T().Row(0)
			column.Set(9, 1)
			wantEqual(t, table.At(1, 0), 9)
			done(t, table.Close())
		})
	}
}

func TestMatrices_AreWhatBLASTakes(t *testing.T) {
	for name, table := range tables(t) {
		t.Run(name, func(t *testing.T) {
			data, rows, columns, stride, shared := table.Matrix()
			wantEqual(t, shared, true)
			wantEqual(t, []int{rows, columns, stride}, []int{2, 3, 3})
			wantEqual(t, data, []int32{0, 1, 2, 3, 4, 5})

			data, rows, columns, stride, shared = table.Slice(1, 1, 3).Matrix()
			wantEqual(t, shared, true)
			wantEqual(t, []int{rows, columns, stride}, []int{2, 2, 3})
			wantEqual(t, data, []int32{1, 2, 3, 4, 5})

			_, _, _, _, shared = table.T().Matrix()
			wantEqual(t, shared, false)
			_, rows, columns, stride, shared = table.Slice(0, 1, 1).Matrix()
			wantEqual(t, shared, true)
			wantEqual(t, []int{rows, columns, stride}, []int{0, 3, 3})
			done(t, table.Close())
		})
	}
	upsideDown := ok[*python.Array[int32]](t)(layouts.Made(ctx, "upside down"))
	_, _, _, _, shared := upsideDown.Matrix()
	wantEqual(t, shared, false)
	wantEqual(t, upsideDown.Row(0).Copy(), []int32{3, 4, 5})
}

func TestMatrices_ViewsCrossAsViews(t *testing.T) {
	for name, table := range tables(t) {
		t.Run(name, func(t *testing.T) {
			seen, place, _, err := layouts.Flags(ctx, table)
			done(t, err)
			wantEqual(t, seen, "[[0, 1, 2], [3, 4, 5]]")
			for _, c := range []struct {
				view *python.Array[int32]
				seen string
				from int
			}{
				{table.Row(1), "[3, 4, 5]", 12},
				{table.T(), "[[0, 3], [1, 4], [2, 5]]", 0},
				{table.Slice(1, 2, 3), "[[2], [5]]", 8},
				{table.Row(1).Row(1), "4", 16},
				{table.Slice(0, 0, 0), "[]", 0},
			} {
				seen, at, _, err := layouts.Flags(ctx, c.view)
				done(t, err)
				wantEqual(t, seen, c.seen)
				wantEqual(t, at-place, c.from)
			}
			done(t, table.Close())
		})
	}
	upsideDown := ok[*python.Array[int32]](t)(layouts.Made(ctx, "upside down"))
	seen, _, _, err := layouts.Flags(ctx, upsideDown.Row(1))
	done(t, err)
	wantEqual(t, seen, "[0, 1, 2]")
}

func TestMatrices_AViewOfPythonsIsAsWritableAsItsArray(t *testing.T) {
	table := ok[*python.Array[int32]](t)(layouts.Made(ctx, "c"))
	done(t, layouts.AddOne(ctx, table.Row(1)))
	wantEqual(t, table.Copy(), []int32{0, 1, 2, 4, 5, 6})
	frozen := ok[*python.Array[int32]](t)(layouts.Frozen(ctx))
	wantEqual(t, layouts.AddOne(ctx, frozen.Slice(0, 0, 1)) == nil, false)
	panics(t, func() { frozen.Slice(0, 0, 1).Set(1, 0) })
}

func TestMatrices_AViewKeepsTheArray(t *testing.T) {
	row := ok[*python.Array[int32]](t)(layouts.Made(ctx, "c")).Row(1)
	for range 20 {
		runtime.GC()
		_, err := layouts.Keep(ctx)
		done(t, err)
	}
	wantEqual(t, row.Copy(), []int32{3, 4, 5})

	table := ok[*python.Array[int32]](t)(layouts.Made(ctx, "c"))
	row = table.Row(0)
	done(t, table.Close())
	panics(t, func() { row.At(0) })
	_, _, _, err := layouts.Flags(ctx, row)
	wantEqual(t, errors.Is(err, python.ErrClosed), true)
}

func TestMatrices_IndicesOutOfRangePanic(t *testing.T) {
	table := python.NewArray([]int32{0, 1, 2, 3, 4, 5}, 2, 3)
	for _, wrong := range []func(){
		func() { table.Row(2) },
		func() { table.Row(-1) },
		func() { table.Row(0).Row(0).Row(0) },
		func() { table.Slice(2, 0, 0) },
		func() { table.Slice(0, 0, 3) },
		func() { table.Slice(0, 2, 1) },
		func() { table.Row(0).Dims() },
		func() { table.Row(0).Matrix() },
	} {
		panics(t, wrong)
	}
	wantEqual(t, slices.Collect(table.T().All()), []int32{0, 3, 1, 4, 2, 5})
}

// panics fails unless the function panics.
func panics(t testing.TB, run func()) {
	t.Helper()
	defer func() {
		if recover() == nil {
			t.Error("no panic")
		}
	}()
	run()
}

func TestArrays_AForgottenOneIsCollectedThoughAClosedOneIsKept(t *testing.T) {
	closed := make([]*python.Array[int32], 100)
	for i := range closed {
		closed[i] = ok[*python.Array[int32]](t)(layouts.Keep(ctx))
		done(t, closed[i].Close())
	}
	before := heldInPython(t)
	for range closed {
		_ = ok[*python.Array[int32]](t)(layouts.Keep(ctx)).Len()
	}
	eventually(t, "forgotten arrays are collected", func() bool { return heldInPython(t) <= before+1 })
	runtime.KeepAlive(closed)
}

// heldInPython counts the references of the array that Keep returns.
func heldInPython(t testing.TB) int {
	return ok[int](t)(layouts.References(ctx))
}
