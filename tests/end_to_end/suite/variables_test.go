package suite

import (
	"testing"

	"github.com/gophersnake/gophersnake/python"
	"github.com/gophersnake/gophersnake/tests/end_to_end/suite/dials"
)

func TestVariables_AreRead(t *testing.T) {
	wantEqual(t, ok[string](t)(dials.Version(ctx)), "1.2")
	wantEqual(t, ok[int](t)(dials.MaxRows(ctx)), 100)
	wantEqual(t, ok[float64](t)(dials.Ratio(ctx)), -1.5)
	wantEqual(t, ok[int](t)(dials.Level(ctx)), 3)
	wantEqual(t, ok[dials.Dial](t)(dials.First(ctx)), dials.Dial{Name: "a", Value: 0.5})
	wantEqual(t, ok[string](t)(dials.Unit(ctx)), "°")
	wantEqual(t, ok[float64](t)(dials.Offset(ctx)), 0.25)
	grid := ok[*python.Array[float32]](t)(dials.Grid(ctx))
	grid.Set(2, 0, 1)
	wantEqual(t, ok[*python.Array[float32]](t)(dials.Grid(ctx)).At(0, 1), 2)
}

func TestVariables_AreSet(t *testing.T) {
	defer func() {
		done(t, dials.SetNames(ctx, []string{"a", "b"}))
		done(t, dials.SetCurrent(ctx, nil))
	}()
	done(t, dials.SetNames(ctx, []string{"x"}))
	done(t, dials.SetMode(ctx, dials.StrCase("fast")))
	done(t, dials.SetCurrent(ctx, &dials.Dial{Name: "y", Value: 1}))
	wantEqual(t, ok[string](t)(dials.Described(ctx)), "['x'] 'fast' Dial(name='y', value=1.0)")
	wantEqual(t, ok[[]string](t)(dials.Names(ctx)), []string{"x"})
	wantEqual(t, ok[dials.IntOrStr](t)(dials.Mode(ctx)), dials.IntOrStr(dials.StrCase("fast")))
	wantEqual(t, *ok[*dials.Dial](t)(dials.Current(ctx)), dials.Dial{Name: "y", Value: 1})
}

func TestVariables_ThatFail(t *testing.T) {
	_, err := dials.Missing(ctx)
	wantText(t, err, "dials.missing: AttributeError: module 'dials' has no attribute 'missing'")
	module := ok[*python.Object](t)(python.Import(ctx, "dials"))
	defer module.Close()
	done(t, module.SetAttr(ctx, "level", "high"))
	defer module.SetAttr(ctx, "level", 3)
	_, err = dials.Level(ctx)
	wantRefused(t, err, "dials.level: result: expected int, got str")
}
