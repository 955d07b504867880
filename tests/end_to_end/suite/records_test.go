package suite

import (
	"encoding/json"
	"errors"
	"testing"

	"github.com/gophersnake/gophersnake/python"
	"github.com/gophersnake/gophersnake/tests/end_to_end/suite/records"
)

// seen sends a record to a function that returns its repr and itself.
func seen[T any](t *testing.T, call func(T) (string, T, error), v T, want string) {
	t.Helper()
	text, back, err := call(v)
	done(t, err)
	wantEqual(t, text, want)
	wantEqual(t, back, v)
}

func TestRecords_RoundTrip(t *testing.T) {
	point := func(p records.Point) (string, records.Point, error) { return records.PointOf(ctx, p) }
	seen(t, point, records.Point{X: 1.5, Y: -2}, "Point(x=1.5, y=-2.0)")
	seen(t, point, records.Point{}, "Point(x=0.0, y=0.0)")
	stays(t, records.Points, []records.Point{{X: 1}, {Y: 2}})
	stays(t, records.Points, []records.Point{})
	stays(t, records.Maybe, &records.Point{X: 1})
	stays(t, records.Maybe, nil)
	stays(t, records.SlottedOf, records.Slotted{A: 1, B: []int{2}})
	stays(t, records.StoredOf, records.Stored{A: 1, B: []int{2}})
	stays(t, records.NothingOf, records.Nothing{})
	stays(t, records.Egg, records.NestEgg{Size: 3})
}

func TestRecords_AreOfTheirClass(t *testing.T) {
	wantEqual(t, ok[bool](t)(records.SameClass(ctx, records.Point{X: 1})), true)
}

func TestRecords_AreKeysWhereFrozen(t *testing.T) {
	a, b := records.Cell{Row: 1, Column: 2}, records.Cell{Row: 1, Column: 2, Name: "b"}
	counts, set, err := records.Cells(ctx, map[records.Cell]int{a: 1, b: 2}, python.SetOf(a, b))
	done(t, err)
	wantEqual(t, counts, map[records.Cell]int{a: 1, b: 2})
	wantEqual(t, set, python.SetOf(a, b))
}

func TestRecords_ConstructorTakesPythonsDefaults(t *testing.T) {
	wantEqual(t, ok[records.Point](t)(records.NewPoint(ctx, 3)), records.Point{X: 3})
	wantEqual(t, ok[records.Point](t)(records.NewPoint(ctx, 3, records.PointOptions{Y: python.Some(4.0)})), records.Point{X: 3, Y: 4})
	wantEqual(t, ok[records.Derived](t)(records.NewDerived(ctx)), records.Derived{A: 7, B: "b", C: 0.5})
	wantEqual(t, ok[records.Tree](t)(records.NewTree(ctx, "t")), records.Tree{Name: "t", Children: []records.Tree{}})
	wantEqual(t, ok[records.Own](t)(records.NewOwn(ctx, "four")), records.Own{Text: "four", Length: 4})
	wantEqual(t, ok[records.Scaled](t)(records.NewScaled(ctx, 3, 4)), records.Scaled{Value: 12})
}

func TestRecords_WhatTheClassSetsItself(t *testing.T) {
	made := ok[records.Account](t)(records.NewAccount(ctx, "me", records.AccountOptions{Rate: python.Some(10), Limit: python.Some(5)}))
	wantEqual(t, made, records.Account{Owner: "me", History: []int{1, 2}, Limit: 5, Balance: python.Some(30)})

	// Left out, Python sets it; given, it is what Go says.
	text, back, err := records.AccountOf(ctx, records.Account{Owner: "a", History: []int{4}, Limit: 1})
	done(t, err)
	wantEqual(t, text, "Account(owner='a', history=[4], limit=1, balance=8)")
	wantEqual(t, back.Balance, python.Some(8))
	back.Balance, back.Unset = python.Some(-1), python.Some(3)
	seen(t, func(a records.Account) (string, records.Account, error) { return records.AccountOf(ctx, a) }, back,
		"Account(owner='a', history=[4], limit=1, balance=-1)")
}

func TestRecords_ThatTheirClassCannotMakeOfTheirFields(t *testing.T) {
	stays(t, records.ScaledOf, records.Scaled{Value: 3})
	stays(t, records.OwnOf, records.Own{Text: "a", Length: 99})
}

func TestRecords_TheClassChecksWhatGoSends(t *testing.T) {
	_, _, err := records.AccountOf(ctx, records.Account{Limit: -1})
	wantEqual(t, raised(t, err).Type, "ValueError")
	wantEqual(t, raised(t, err).Message, "the limit is negative")
}

func TestRecords_Inheritance(t *testing.T) {
	derived := func(d records.Derived) (string, records.Derived, error) { return records.DerivedOf(ctx, d) }
	seen(t, derived, records.Derived{A: 1, B: "x", C: 2}, "Derived(a=1, b='x', c=2.0)")
	wantEqual(t, ok[records.Base](t)(records.AsBase(ctx, records.Derived{A: 1, B: "x"})), records.Base{A: 1, B: "x"})
}

func TestRecords_Nested(t *testing.T) {
	outer := func(o records.Outer) (string, records.Outer, error) { return records.OuterOf(ctx, o) }
	seen(t, outer, records.Outer{
		Inner: records.Inner{
			Cells: map[records.Cell][]records.Point{{Row: 1}: {{X: 1}}},
			Maybe: &records.Point{Y: 1},
			Pair:  python.Tuple2[records.Point, int]{V1: 2},
		},
		Disks:    []records.Circle{{Radius: 2}},
		Anything: "text",
	}, "Outer(inner=Inner(cells={Cell(row=1, column=0, name=''): [Point(x=1.0, y=0.0)]}, maybe=Point(x=0.0, y=1.0), pair=(Point(x=0.0, y=0.0), 2)), disks=[Circle(radius=2.0)], anything='text')")
}

func TestRecords_Recursive(t *testing.T) {
	stays(t, records.Chain, records.Node{Value: 1, Next: &records.Node{Value: 2}})
	tree := func(r records.Tree) (string, records.Tree, error) { return records.TreeOf(ctx, r) }
	leaf := records.Tree{Name: "leaf", Children: []records.Tree{}}
	seen(t, tree, records.Tree{Name: "root", Children: []records.Tree{leaf}, Owner: &records.Owner{Trees: []records.Tree{leaf}}},
		"Tree(name='root', children=[Tree(name='leaf', children=[], owner=None)], owner=Owner(trees=[Tree(name='leaf', children=[], owner=None)]))")
	node := ok[records.Node](t)(records.LongChain(ctx, 1000))
	length := 1
	for at := &node; at.Next != nil; at = at.Next {
		length++
	}
	wantEqual(t, length, 1000)
	_, err := records.Endless(ctx)
	if err == nil {
		t.Error("a record that holds itself was no error")
	}
}

func TestRecords_Methods(t *testing.T) {
	p := records.Point{X: 3, Y: 4}
	wantEqual(t, ok[float64](t)(p.Norm(ctx)), 5)
	wantEqual(t, ok[float64](t)(records.Point{X: 1}.Angle(ctx)), 0)
	wantEqual(t, ok[records.Point](t)(p.Moved(ctx, records.Point{X: 1})), records.Point{X: 4, Y: 4})
	wantEqual(t, ok[records.Point](t)(p.Moved(ctx, records.Point{X: 1}, records.PointMovedOptions{Times: python.Some(10)})), records.Point{X: 13, Y: 4})
	done(t, p.Turn(ctx))
	wantEqual(t, p, records.Point{X: 3, Y: 4})
	wantEqual(t, ok[records.Point](t)(records.PointOrigin(ctx)), records.Point{})
	wantEqual(t, ok[records.Point](t)(records.PointBetween(ctx, records.Point{}, p)), records.Point{X: 1.5, Y: 2})
	wantEqual(t, ok[[]string](t)(records.PointAxes(ctx)), []string{"x", "y"})
}

func TestRecords_SpecialMethods(t *testing.T) {
	p := records.Point{X: 3, Y: 4}
	wantEqual(t, ok[records.Point](t)(p.Add(ctx, records.Point{X: 1})), records.Point{X: 4, Y: 4})
	wantEqual(t, ok[int](t)(p.Len(ctx)), 2)
	wantEqual(t, ok[float64](t)(p.Item(ctx, -1)), 4)
	wantEqual(t, ok[string](t)(p.Str(ctx)), "3|4")
	wantEqual(t, ok[string](t)(records.Named{X: 1}.Str(ctx)), "1|0")
	if _, err := p.Item(ctx, 2); !errors.Is(err, python.Exception("IndexError")) {
		t.Error(err)
	}
	var items []float64
	for item, err := range p.All(ctx) {
		done(t, err)
		items = append(items, item)
	}
	wantEqual(t, items, []float64{3, 4})
}

func TestRecords_InheritedMethods(t *testing.T) {
	n := records.Named{X: 1, Y: 2, Name: "n"}
	wantEqual(t, ok[float64](t)(n.Norm(ctx)), -1)
	wantEqual(t, ok[records.Named](t)(n.Moved(ctx, records.Point{X: 1})), records.Named{X: 2, Y: 2, Name: "?"})
}

func TestRecords_AsHandlesWhereThatIsAskedFor(t *testing.T) {
	a := ok[*records.Counter](t)(records.NewCounter(ctx, "a"))
	b := ok[*records.Counter](t)(records.NewCounter(ctx, "b", records.CounterOptions{Count: python.Some(5)}))
	wantEqual(t, ok[int](t)(a.Up(ctx)), 1)
	wantEqual(t, ok[int](t)(a.Up(ctx, records.CounterUpOptions{By: python.Some(9)})), 10)
	wantEqual(t, ok[int](t)(a.Count(ctx)), 10)
	done(t, b.SetCount(ctx, 11))
	busiest := ok[*records.Counter](t)(records.Busiest(ctx, []*records.Counter{a, b}))
	wantEqual(t, ok[string](t)(busiest.Name(ctx)), "b")
}

func TestRecords_AsJSON(t *testing.T) {
	account := records.Account{Owner: "a", History: []int{1}, Balance: python.Some(2)}
	text := ok[[]byte](t)(json.Marshal(account))
	wantEqual(t, string(text), `{"owner":"a","history":[1],"limit":0,"balance":2}`)
	var back records.Account
	done(t, json.Unmarshal(text, &back))
	wantEqual(t, back, account)
}

func TestRecords_AsDynamicValues(t *testing.T) {
	p := records.Point{X: 1, Y: 2}
	object := ok[*python.Object](t)(python.Eval(ctx, "__import__('records').Point(1.0, 2.0)"))
	wantEqual(t, ok[records.Point](t)(python.To[records.Point](ctx, object)), p)
	wantEqual(t, ok[[]records.Point](t)(python.To[[]records.Point](ctx, eval(t, "[__import__('records').Point(1.0, 2.0)]"))), []records.Point{p})
}

func TestRecords_WrongOnesAreRefusedWithThePath(t *testing.T) {
	for how, want := range map[string]string{
		"number":  "records.unmade: result: expected records.Outer, got int",
		"other":   "records.unmade: result: expected records.Outer, got records.Point",
		"field":   "records.unmade: result.inner.cells[Cell(row=1, column=2, name='')][1].y: expected float, got str",
		"key":     "records.unmade: result.inner.cells key 'a': expected records.Cell, got str",
		"deleted": "records.unmade: result.inner: expected records.Inner with a field 'cells', got one without",
	} {
		_, err := records.Unmade(ctx, how)
		wantRefused(t, err, want)
	}
	_, err := records.Points(ctx, []records.Point{{X: 1}})
	done(t, err)
	_, _, err = records.DerivedOf(ctx, records.Derived{B: "\xff"})
	wantRefused(t, err, "records.derived_of: argument d.b: expected valid UTF-8, got 'utf-8' codec can't decode byte 0xff in position 0: invalid start byte")
}

func TestRecords_DecoratorsMayHaveOtherNames(t *testing.T) {
	one := ok[records.Grade](t)(records.NewGrade(ctx, 1))
	two := records.Grade{Mark: 2, Note: "good"}
	wantEqual(t, ok[records.Grade](t)(records.Best(ctx, []records.Grade{two, one})), two)
}
