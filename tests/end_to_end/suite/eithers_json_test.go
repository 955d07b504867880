package suite

import (
	"encoding/json"
	"math/big"
	"reflect"
	"testing"
	"time"

	"github.com/gophersnake/gophersnake/python"
	"github.com/gophersnake/gophersnake/tests/end_to_end/suite/eithers"
)

func parcel() eithers.Parcel {
	point := eithers.Point{X: 1, Label: eithers.StrCase("p")}
	return eithers.Parcel{
		Scalar:  eithers.FloatCase(1),
		Shapes:  map[string][]eithers.Shape{"a": {point, nil, eithers.Circle{Radius: 2}}, "b": {}},
		Figures: python.Tuple2[eithers.Figure, eithers.Check]{V0: eithers.Square{Kind: "rectangle", Size: 1}, V1: eithers.Failed{Text: "x"}},
		Outcome: eithers.Tuple2OfOutcomeFailedStrCase{Tuple2: python.Tuple2[eithers.OutcomeFailed, string]{V0: "failed", V1: "x"}},
		Time:    eithers.DateCase{Date: python.Date{Year: 2024, Month: 1, Day: 2}},
		Level:   eithers.ColorRed,
		Auto:    eithers.ParcelAutoAuto,
		Keys:    python.SetOf[eithers.IntOrStr](eithers.IntCase(1), eithers.StrCase("1")),
		JSON: eithers.DictOfStrOptionalJsonCase{"a": eithers.ListOfOptionalJsonCase{
			eithers.IntCase(1), nil, eithers.BoolCase(true), eithers.FloatCase(2), eithers.StrCase("x"), eithers.ListOfOptionalJsonCase{},
		}},
	}
}

func TestEithersJSON_ComesBackAsItWas(t *testing.T) {
	want := parcel()
	text := ok[[]byte](t)(json.Marshal(want))
	wantEqual(t, string(text), `{"scalar":1.0,"shapes":{"a":[{"x":1,"label":"p"},null,{"radius":2}],"b":[]},`+
		`"figures":[{"kind":"rectangle","size":1},{"ok":false,"text":"x"}],"outcome":["failed","x"],"time":"2024-01-02",`+
		`"level":"red","auto":"auto","keys":["1",1],"json":{"a":[1,null,true,2.0,"x",[]]},"note":null}`)
	var back eithers.Parcel
	done(t, json.Unmarshal(text, &back))
	wantEqual(t, back, want)
	_, there, err := eithers.OfParcel(ctx, back)
	done(t, err)
	wantEqual(t, there, want)
}

func TestEithersJSON_EveryCaseOfEachUnion(t *testing.T) {
	at := time.Date(2024, 1, 2, 3, 4, 5, 6000, time.UTC)
	for _, change := range []func(*eithers.Parcel){
		func(p *eithers.Parcel) { p.Scalar = eithers.BoolCase(true) },
		func(p *eithers.Parcel) { p.Scalar = eithers.IntCase(-7) },
		func(p *eithers.Parcel) { p.Scalar = eithers.FloatCase(1e300) },
		func(p *eithers.Parcel) { p.Scalar = eithers.StrCase("1") },
		func(p *eithers.Parcel) { p.Time = eithers.DatetimeCase{Time: at} },
		func(p *eithers.Parcel) { p.Time = eithers.DurationCase{Duration: time.Minute} },
		func(p *eithers.Parcel) { p.Time = eithers.DecimalCase{Decimal: python.NewDecimal(big.NewInt(150), -2)} },
		func(p *eithers.Parcel) { p.Level = eithers.LevelHigh },
		func(p *eithers.Parcel) { p.Level = eithers.IntCase(2) },
		func(p *eithers.Parcel) { p.Level = eithers.StrCase("HI") },
		func(p *eithers.Parcel) { p.Auto = eithers.ListOfFloatCase{1, 2} },
		func(p *eithers.Parcel) { p.Figures.V1 = eithers.Passed{Ok: true} },
		func(p *eithers.Parcel) { p.Figures.V1 = eithers.High{Level: eithers.LevelHigh} },
		func(p *eithers.Parcel) { p.Note, p.JSON, p.Keys, p.Shapes = eithers.StrCase("n"), nil, nil, nil },
	} {
		want := parcel()
		change(&want)
		var back eithers.Parcel
		done(t, json.Unmarshal(ok[[]byte](t)(json.Marshal(want)), &back))
		wantEqual(t, back, want)
	}
	boxed := eithers.Boxed[eithers.IntOrStr]{Value: eithers.IntCase(1), Others: []eithers.IntOrStr{eithers.StrCase("x")}}
	var back eithers.Boxed[eithers.IntOrStr]
	done(t, json.Unmarshal(ok[[]byte](t)(json.Marshal(boxed)), &back))
	wantEqual(t, back, boxed)
}

func TestEithersJSON_FloatsStayFloatsInContainers(t *testing.T) {
	for text, want := range map[string]eithers.Figures{
		`{"numbers":[1.0,2.5],"table":{"a":[3.0],"b":[]},"members":[4.0]}`: {
			Numbers: eithers.ListOfFloatCase{1, 2.5},
			Table:   eithers.DictOfStrListOfFloatCase{"a": {3}, "b": {}},
			Members: eithers.SetOfFloatCase{Set: python.SetOf(4.0)},
		},
		`{"numbers":[1],"table":[1.0,2.0],"members":[4]}`: {
			Numbers: eithers.ListOfIntCase{1},
			Table:   eithers.Tuple2OfFloatFloatCase{Tuple2: python.Tuple2[float64, float64]{V0: 1, V1: 2}},
			Members: eithers.SetOfIntCase{Set: python.SetOf(4)},
		},
	} {
		written := ok[[]byte](t)(json.Marshal(want))
		wantEqual(t, string(written), text)
		var back eithers.Figures
		done(t, json.Unmarshal(written, &back))
		wantEqual(t, back, want)
		_, there, err := eithers.OfFigures(ctx, back)
		done(t, err)
		wantEqual(t, there, want)
	}
}

func TestEithersJSON_OfAGenericRecordWithoutUnions(t *testing.T) {
	boxed := eithers.Boxed[int]{Value: 1, Others: []int{2}}
	var back eithers.Boxed[int]
	done(t, json.Unmarshal(ok[[]byte](t)(json.Marshal(boxed)), &back))
	wantEqual(t, back, boxed)
	var several map[string]*eithers.Boxed[eithers.Boxed[string]]
	done(t, json.Unmarshal([]byte(`{"a": {"value": {"value": "x"}}, "b": null}`), &several))
	wantEqual(t, several["a"].Value.Value, "x")
	wantEqual(t, several["b"], nil)
}

func TestEithersJSON_WithoutAStructAroundIt(t *testing.T) {
	var shapes []eithers.Shape
	done(t, python.UnmarshalJSON([]byte(` [ {"radius": 1}, null ] `), &shapes))
	wantEqual(t, shapes, []eithers.Shape{eithers.Circle{Radius: 1}, nil})
	var key python.Opt[eithers.IntOrStr]
	done(t, python.UnmarshalJSON([]byte(`"a"`), &key))
	wantEqual(t, key, python.Some[eithers.IntOrStr](eithers.StrCase("a")))
	// What is not of a union is read as encoding/json does.
	var point eithers.Point
	done(t, json.Unmarshal([]byte(`{"X": 1, "more": [], "label": "a"}`), &point))
	wantEqual(t, point, eithers.Point{X: 1, Label: eithers.StrCase("a")})
	done(t, json.Unmarshal([]byte(`null`), &point))
	done(t, json.Unmarshal([]byte(`{}`), &point))
	wantEqual(t, point, eithers.Point{X: 1, Label: eithers.StrCase("a")})
}

func TestEithersJSON_WhatIsOfNoCaseOrOfTwo(t *testing.T) {
	for text, want := range map[string]struct {
		of    any
		error string
	}{
		`{"label":[1]}`:  {eithers.Point{}, ".label: expected int | str, got an array"},
		`{"label":1.5}`:  {eithers.Point{}, ".label: expected int | str, got a number (as int: expected int, got a number)"},
		`{"x":"1"}`:      {eithers.Point{}, ".x: json: cannot unmarshal string into Go value of type int"},
		`{"auto":"x"}`:   {eithers.Parcel{}, ".auto: expected Literal['auto'] | int | list[float], got a string (as Literal['auto']: expected one of 'auto', got \"x\")"},
		`{"scalar":{}}`:  {eithers.Parcel{}, ".scalar: expected bool | int | float | str, got an object"},
		`{"figures":[]}`: {eithers.Parcel{}, ".figures: expected an array of 2, got one of 0"},
		`{"shapes":{"a":[{"radius":1,"y":1}]}}`: {eithers.Parcel{}, `.shapes["a"][0]: expected Point | Circle, got an object ` +
			`(as Point: there is no key "x"; as Circle: it has no key "y")`},
		`{"shapes":{"a":[{"radius":null}]}}`: {eithers.Parcel{}, `.shapes["a"][0]: expected Point | Circle, got an object ` +
			`(as Point: there is no key "x"; as Circle: .radius: expected float64, got null)`},
		`{"spot":{"x":1,"label":"a"}}`: {eithers.Doubtful{}, ".spot: both Point and Dot: JSON does not say which"},
		`{"raw":"abcd"}`:               {eithers.Doubtful{}, ".raw: both bytes and str: JSON does not say which"},
	} {
		into := reflect.New(reflect.TypeOf(want.of))
		err := json.Unmarshal([]byte(text), into.Interface())
		if got := "gophersnake: read JSON: " + want.error; err == nil || err.Error() != got {
			t.Errorf("%s:\n%v\nwant\n%v", text, err, got)
		}
	}
	var doubtful eithers.Doubtful // which of two it is, what only one has may tell
	done(t, json.Unmarshal([]byte(`{"spot":{"x":1,"label":2},"raw":"no base64"}`), &doubtful))
	wantEqual(t, doubtful, eithers.Doubtful{Spot: eithers.Point{X: 1, Label: eithers.IntCase(2)}, Raw: eithers.StrCase("no base64")})
}
