package suite

import (
	"errors"
	"testing"

	"github.com/gophersnake/gophersnake/python"
	"github.com/gophersnake/gophersnake/tests/end_to_end/suite/whole"
	"github.com/gophersnake/gophersnake/tests/end_to_end/suite/whole/inner/moves"
	"github.com/gophersnake/gophersnake/tests/end_to_end/suite/whole/shapes"
	"github.com/gophersnake/gophersnake/tests/end_to_end/suite/whole/styles"
)

// A value goes from module to module: their Go packages have one type for it.
func TestWhole_ModulesShareTypes(t *testing.T) {
	start := ok[whole.Point](t)(whole.Origin(ctx))
	by := moves.Move{By: shapes.Point{X: 1, Y: 2}, Times: 2}
	moved := ok[map[string]whole.Point](t)(moves.Moved(ctx, map[string]whole.Point{"p": start}, by))
	wantEqual(t, moved, map[string]whole.Point{"p": {X: 2, Y: 4}})

	line := shapes.Line{Start: start, End: whole.Point{X: 3, Y: 4}}
	wantEqual(t, ok[float64](t)(shapes.Length(ctx, line)), 5)
}

// Lines have styles, and styles have lines: the Go packages import each other in one
// direction only.
func TestWhole_ModulesInACircleShareTypes(t *testing.T) {
	line := shapes.Line{End: whole.Point{X: 1}}
	var styled shapes.Line = ok[shapes.Line](t)(styles.Styled(ctx, line, 0.5))
	wantEqual(t, styled.Style, &styles.Style{Width: 0.5, Like: []shapes.Line{line}, Dash: styles.DashNone})
}

func TestWhole_OptionsOfAConstructor(t *testing.T) {
	move := ok[moves.Move](t)(moves.NewMove(ctx, whole.Point{X: 1}, moves.MoveOptions{Times: python.Some(3)}))
	wantEqual(t, move, moves.Move{By: whole.Point{X: 1}, Times: 3})
}

func TestWhole_ModulesShareStructsOfArrays(t *testing.T) {
	dots := python.NewArray([]shapes.Dot{{X: 1, Size: 2}})
	grown := ok[*python.Array[shapes.Dot]](t)(moves.Grown(ctx, dots, 3))
	wantEqual(t, grown.Copy(), []shapes.Dot{{X: 1, Size: 5}})
	again := ok[*python.Array[shapes.Dot]](t)(moves.Grown(ctx, grown, 1))
	wantEqual(t, again.At(0).Size, 6)
}

// What belongs to a class is found beside its other name, but where the module has
// something of its own by that name.
func TestWhole_WhatBelongsToASharedClass(t *testing.T) {
	style := ok[styles.Style](t)(styles.NewStyle(ctx, 0, nil, styles.StyleOptions{Dash: python.Some(styles.DashDotted)}))
	wantEqual(t, style, shapes.Style{Like: []shapes.Line{}, Dash: shapes.DashDotted})
	wrong := ok[*styles.StyleError](t)(style.Checked(ctx))
	if !errors.Is(wrong, styles.ErrStyle) {
		t.Errorf("%v is no style error", wrong)
	}
	thick := ok[styles.Style](t)(styles.StyleThick(ctx))
	thin := ok[styles.Style](t)(shapes.StyleThin(ctx))
	wantEqual(t, ok[bool](t)(styles.StyleThin(ctx, thick)), false)
	wantEqual(t, ok[bool](t)(styles.StyleThin(ctx, thin)), true)
}
