package suite

import (
	"encoding/json"
	"strings"
	"testing"
	"time"

	"github.com/gophersnake/gophersnake/python"
	"github.com/gophersnake/gophersnake/tests/end_to_end/suite/eithers"
)

func TestEithers_TheMostSpecificScalar(t *testing.T) {
	there(t, eithers.OfScalar, eithers.BoolOrIntOrFloatOrStr(eithers.BoolCase(true)), "bool True")
	there(t, eithers.OfScalar, eithers.BoolOrIntOrFloatOrStr(eithers.IntCase(1)), "int 1")
	there(t, eithers.OfScalar, eithers.BoolOrIntOrFloatOrStr(eithers.FloatCase(1)), "float 1.0")
	there(t, eithers.OfScalar, eithers.BoolOrIntOrFloatOrStr(eithers.StrCase("1")), "str '1'")
	there(t, eithers.OfOptional, eithers.IntOrStr(eithers.IntCase(1)), "int 1")
	there(t, eithers.OfOptional, nil, "NoneType None")
	there(t, eithers.OfNumber, 1.5, "float 1.5")
	wantEqual(t, ok[eithers.IntOrStr](t)(eithers.AScalar(ctx, "count")), eithers.IntOrStr(eithers.IntCase(7)))
	wantEqual(t, ok[eithers.IntOrStr](t)(eithers.AScalar(ctx, "true")), eithers.IntOrStr(eithers.IntCase(1)))
	wantEqual(t, ok[string](t)(eithers.OfDefault(ctx)), "str 'default'")
	given := eithers.OfDefaultOptions{V: eithers.IntCase(2)}
	wantEqual(t, ok[string](t)(eithers.OfDefault(ctx, given)), "int 2")
}

func TestEithers_ListsAndRecords(t *testing.T) {
	there(t, eithers.OfList, eithers.ListIntOrListStr(eithers.ListOfIntCase{1, 2}), "list [1, 2]")
	there(t, eithers.OfList, eithers.ListIntOrListStr(eithers.ListOfStrCase{"a"}), "list ['a']")
	point := eithers.Point{X: 1, Label: eithers.StrCase("p")}
	there(t, eithers.OfShape, eithers.Shape(point), "Point Point(x=1, label='p')")
	there(t, eithers.OfShape, eithers.Shape(eithers.Circle{Radius: 2}), "Circle Circle(radius=2.0)")
	shapes := map[string][]eithers.Shape{"a": {point, nil, eithers.Circle{Radius: 1}}}
	there(t, eithers.OfShapes, shapes, "dict {'a': [Point(x=1, label='p'), None, Circle(radius=1.0)]}")
	there(t, eithers.OfKey, map[eithers.IntOrStr]int{eithers.StrCase("1"): 1}, "dict {'1': 1}")
	switch shape := ok2(t)(eithers.OfShape(ctx, point)).(type) {
	case eithers.Point:
		wantEqual(t, shape.X, 1)
	default:
		t.Errorf("%T", shape)
	}
}

// ok2 returns the last value of a call that must not fail.
func ok2(t *testing.T) func(string, eithers.Shape, error) eithers.Shape {
	return func(_ string, v eithers.Shape, err error) eithers.Shape {
		t.Helper()
		done(t, err)
		return v
	}
}

func TestEithers_TimeAndEnums(t *testing.T) {
	type either = eithers.DateOrDatetimeOrDecimal
	day := python.Date{Year: 2024, Month: 1, Day: 2}
	there(t, eithers.OfTime, either(eithers.DateCase{Date: day}), "date datetime.date(2024, 1, 2)")
	there(t, eithers.OfTime, either(eithers.DatetimeCase{Time: day.In(python.Naive)}), "datetime datetime.datetime(2024, 1, 2, 0, 0)")
	there(t, eithers.OfTime, either(eithers.DecimalCase{}), "Decimal Decimal('0')")
	there(t, eithers.OfEnum, eithers.LevelOrColorOrIntOrStr(eithers.LevelLow), "Level <Level.LOW: 1>")
	there(t, eithers.OfEnum, eithers.LevelOrColorOrIntOrStr(eithers.ColorRed), "Color <Color.RED: 'red'>")
	there(t, eithers.OfEnum, eithers.LevelOrColorOrIntOrStr(eithers.IntCase(1)), "int 1")
	there(t, eithers.OfEnum, eithers.LevelOrColorOrIntOrStr(eithers.StrCase("red")), "str 'red'")
	_ = time.UTC
}

func TestEithers_OneThatHoldsItself(t *testing.T) {
	v := eithers.DictOfStrOptionalJsonCase{"a": eithers.ListOfOptionalJsonCase{
		eithers.IntCase(1), nil, eithers.BoolCase(true), eithers.FloatCase(0.5), eithers.StrCase("x"), eithers.ListOfOptionalJsonCase{},
	}}
	there(t, eithers.OfJSON, eithers.JSON(v), "dict {'a': [1, None, True, 0.5, 'x', []]}")
	there(t, eithers.OfJSON, nil, "NoneType None")
	text := ok[[]byte](t)(json.Marshal(v))
	wantEqual(t, string(text), `{"a":[1,null,true,0.5,"x",[]]}`)
}

func TestEithers_ObjectsAreTheRest(t *testing.T) {
	there(t, eithers.OfModule, eithers.IntOrModuleType(eithers.IntCase(3)), "3")
	math := ok[*python.Object](t)(python.Import(ctx, "math"))
	defer math.Close()
	text, back, err := eithers.OfModule(ctx, eithers.ObjectCase{Object: math})
	done(t, err)
	wantEqual(t, strings.HasPrefix(text, "<module 'math'"), true)
	object, is := back.(eithers.ObjectCase)
	wantEqual(t, is, true)
	defer object.Close()
	wantEqual(t, ok[bool](t)(object.Is(ctx, math)), true)
	found := ok[[]eithers.StrOrModuleType](t)(eithers.Modules(ctx, []string{"no such module", "", "math"}))
	wantEqual(t, found[0], eithers.StrOrModuleType(eithers.StrCase("no such module")))
	wantEqual(t, found[1], nil)
	done(t, found[2].(eithers.ObjectCase).Close())
	_, _, err = eithers.OfModule(ctx, eithers.ObjectCase{})
	wantRefused(t, err, "eithers.of_module: argument v: expected object, got nil *python.Object")
	var read eithers.IntOrModuleType
	done(t, python.UnmarshalJSON([]byte("3"), &read))
	wantEqual(t, read, eithers.IntOrModuleType(eithers.IntCase(3)))
	for _, each := range []string{`"a"`, `{}`} {
		if python.UnmarshalJSON([]byte(each), &read) == nil {
			t.Errorf("%s was read as %v", each, read)
		}
	}
}

func TestEithers_NothingFits(t *testing.T) {
	for want, call := range map[string]func() error{
		"eithers.a_scalar: result: expected int | str, got bytes": func() error { _, err := eithers.AScalar(ctx, "bytes"); return err },
		"eithers.a_scalar: result: expected int | str, got None":  func() error { _, err := eithers.AScalar(ctx, "none"); return err },
		"eithers.of_scalar: argument v: expected bool | int | float | str, got nil": func() error {
			_, _, err := eithers.OfScalar(ctx, nil)
			return err
		},
		"eithers.a_shape: result: expected eithers.Point | eithers.Circle, got str": func() error { _, err := eithers.AShape(ctx, "text"); return err },
		"eithers.a_shape: result.label: expected int | str, got float":              func() error { _, err := eithers.AShape(ctx, "wrong point"); return err },
	} {
		wantRefused(t, call(), want)
	}
	_, err := eithers.AList(ctx, "mixed")
	wantRefused(t, err, "eithers.a_list: result: expected list[int] | list[str], got list (as list[int]: [1]: expected int, got str)")
	_, err = eithers.AnyScalar(ctx, "large") // which is no float either
	wantRefused(t, err, "eithers.any_scalar: result: expected bool | int | float | str, "+
		"got int (as int: expected an int that fits 64 bits, got 1180591620717411303424)")
	_, err = eithers.AnAuto(ctx, "text")
	wantRefused(t, err, "eithers.an_auto: result: expected Literal['auto'] | int | list[float], "+
		"got str (as Literal['auto']: expected one of 'auto', got 'text')")
	if _, err := eithers.SomeJSON(ctx, "deep"); err == nil {
		t.Error("bytes are JSON")
	}
}

func TestEithers_LiteralsTellCasesApart(t *testing.T) {
	there(t, eithers.OfFigure, eithers.Figure(eithers.Round{Kind: eithers.RoundKindCircle, Size: 1}), "dict {'kind': 'circle', 'size': 1.0}")
	there(t, eithers.OfFigure, eithers.Figure(eithers.Square{Kind: eithers.SquareKindSquare, Size: 1}), "dict {'kind': 'square', 'size': 1.0}")
	for _, outcome := range []eithers.Outcome{
		eithers.Tuple2OfOutcomeDoneStrCase{Tuple2: python.Tuple2[eithers.OutcomeDone, string]{V0: "done", V1: "x"}},
		eithers.Tuple2OfOutcomeFailedStrCase{Tuple2: python.Tuple2[eithers.OutcomeFailed, string]{V0: "failed", V1: "x"}},
	} {
		_, back, err := eithers.OfOutcome(ctx, outcome)
		done(t, err)
		wantEqual(t, back, outcome)
	}
	there(t, eithers.OfCheck, eithers.Check(eithers.Passed{Ok: true, Text: "x"}), "dict {'ok': True, 'text': 'x'}")
	there(t, eithers.OfCheck, eithers.Check(eithers.Failed{Ok: false, Text: "x"}), "dict {'ok': False, 'text': 'x'}")
	there(t, eithers.OfCheck, eithers.Check(eithers.Low{Level: eithers.LevelLow}), "dict {'level': <Level.LOW: 1>}")
	there(t, eithers.OfCheck, eithers.Check(eithers.High{Level: eithers.LevelHigh}), "dict {'level': <Level.HIGH: 2>}")
	_, _, err := eithers.OfCheck(ctx, eithers.Passed{Text: "x"})
	wantRefused(t, err, "eithers.of_check: argument v.ok: expected one of True, got False")
	_, err = eithers.AFigure(ctx, "line")
	wantRefused(t, err, "eithers.a_figure: result: expected eithers.Round | eithers.Square, "+
		"got dict (as eithers.Round: .kind: expected one of 'circle', got 'line')")
}

func TestEithers_Literals(t *testing.T) {
	there(t, eithers.OfMode, eithers.ModeRPlus, "str 'r+'")
	v, w := []eithers.Mode{eithers.ModeR, eithers.ModeW}, map[eithers.Mode]eithers.OfModesW{eithers.ModeR: eithers.OfModesW4}
	seen, back, err := eithers.OfModes(ctx, v, w)
	done(t, err)
	wantEqual(t, seen, "['r', 'w'] {'r': 4}")
	wantEqual(t, back, map[eithers.Mode][]eithers.Mode{eithers.ModeR: v})
	there(t, eithers.OfMixed, nil, "NoneType None")
	wantEqual(t, ok[string](t)(eithers.OfCovered(ctx, "x")), "str 'x'")
	wantEqual(t, ok[string](t)(eithers.OfMember(ctx, pointer(eithers.ColorRed))), "Color <Color.RED: 'red'>")
	for want, call := range map[string]func() error{
		`eithers.of_mode: argument v: expected one of 'r', 'w', 'r+', got "x"`: func() error { _, _, err := eithers.OfMode(ctx, "x"); return err },
		`eithers.a_mode: result: expected one of 'r', 'w', 'r+', got "text"`:   func() error { _, err := eithers.AMode(ctx, "text"); return err },
		`eithers.a_mode: result: expected str, got None`:                       func() error { _, err := eithers.AMode(ctx, "none"); return err },
		`eithers.a_number: result: expected one of 1, 2, 4, got 99`:            func() error { _, err := eithers.ANumber(ctx, "far"); return err },
		`eithers.a_mixed: result: expected one of 'auto', 1, b'x', got True`:   func() error { _, err := eithers.AMixed(ctx, "true"); return err },
		`eithers.a_mixed: result: expected one of 'auto', 1, b'x', got 'text'`: func() error { _, err := eithers.AMixed(ctx, "text"); return err },
	} {
		wantRefused(t, call(), want)
	}
	wantEqual(t, ok[eithers.OfMixedV](t)(eithers.AMixed(ctx, "one")), eithers.OfMixedV1)
	wantEqual(t, ok[eithers.OfMixedV](t)(eithers.AMixed(ctx, "bytes")).String(), "b'x'")
}
