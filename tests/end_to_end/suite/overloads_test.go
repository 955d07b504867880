package suite

import (
	"testing"

	"github.com/gophersnake/gophersnake/python"
	"github.com/gophersnake/gophersnake/tests/end_to_end/suite/overloads"
)

func TestOverloads_EachIsAFunction(t *testing.T) {
	wantEqual(t, ok[int](t)(overloads.Double(ctx, 21)), 42)
	wantEqual(t, ok[string](t)(overloads.DoubleStr(ctx, "ab")), "abab")
	wantEqual(t, ok[[]float64](t)(overloads.DoubleListFloat(ctx, []float64{1, 2})), []float64{2, 4})
	tripled := overloads.DoubleListFloatOptions{By: python.Some(3.0)}
	wantEqual(t, ok[[]float64](t)(overloads.DoubleListFloat(ctx, []float64{1, 2}, tripled)), []float64{3, 6})
}
