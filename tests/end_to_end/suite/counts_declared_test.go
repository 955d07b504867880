package suite

import (
	"context"
	"errors"
	"slices"
	"testing"
	"time"

	"github.com/gophersnake/gophersnake/python"
	"github.com/gophersnake/gophersnake/tests/end_to_end/suite/choices"
	"github.com/gophersnake/gophersnake/tests/end_to_end/suite/dicts"
	"github.com/gophersnake/gophersnake/tests/end_to_end/suite/eithers"
	"github.com/gophersnake/gophersnake/tests/end_to_end/suite/failures"
	"github.com/gophersnake/gophersnake/tests/end_to_end/suite/figures"
	"github.com/gophersnake/gophersnake/tests/end_to_end/suite/generics"
	"github.com/gophersnake/gophersnake/tests/end_to_end/suite/habits"
	"github.com/gophersnake/gophersnake/tests/end_to_end/suite/links"
	"github.com/gophersnake/gophersnake/tests/end_to_end/suite/parts"
	"github.com/gophersnake/gophersnake/tests/end_to_end/suite/people"
	"github.com/gophersnake/gophersnake/tests/end_to_end/suite/records"
	"github.com/gophersnake/gophersnake/tests/end_to_end/suite/roots"
	"github.com/gophersnake/gophersnake/tests/end_to_end/suite/stacks"
	"github.com/gophersnake/gophersnake/tests/end_to_end/suite/thickets"
	"github.com/gophersnake/gophersnake/tests/end_to_end/suite/tuples"
)

func TestCounts_Choices(t *testing.T) {
	sent(t, "Enum", func(v choices.Color) error { _, _, err := choices.OfColor(ctx, v); return err }, choices.ColorRed)
	sent(t, "IntEnum", func(v choices.Level) error { _, _, err := choices.OfLevel(ctx, v); return err }, choices.LevelHigh)
	sent(t, "str and Enum", func(v choices.Unit) error { _, _, err := choices.OfUnit(ctx, v); return err }, choices.UnitMeter)
	sent(t, "members by name", func(v choices.Mixed) error { _, _, err := choices.OfMixed(ctx, v); return err }, choices.MixedPair)
	sent(t, "Flag", func(v choices.Access) error { _, _, _, err := choices.OfAccess(ctx, v); return err }, choices.AccessRead|choices.AccessRun)
	sent(t, "IntFlag", func(v choices.Bits) error { _, _, err := choices.OfBits(ctx, v); return err }, choices.BitsA|8)
	sent(t, "enums inside", func(v map[choices.Color][]*choices.Level) error { _, _, err := choices.OfCounts(ctx, v); return err },
		map[choices.Color][]*choices.Level{choices.ColorGreen: {nil, pointer(choices.LevelLow)}})
	counted(t, "methods of enums", func() {
		ok[string](t)(choices.ColorRed.Shout(ctx))
		ok[choices.Color](t)(choices.ColorRed.Opposite(ctx))
		ok[choices.Color](t)(choices.ColorParse(ctx, "red"))
		ok[bool](t)(choices.PlanetMars.Less(ctx, choices.PlanetEarth))
	})
	sent(t, "Literal", func(v eithers.Mode) error { _, _, err := eithers.OfMode(ctx, v); return err }, eithers.ModeRPlus)
	sent(t, "mixed Literal", func(v *eithers.OfMixedV) error { _, _, err := eithers.OfMixed(ctx, v); return err }, pointer(eithers.OfMixedV1))
	sent(t, "Literal of a member", func(v *eithers.Color) error { _, err := eithers.OfMember(ctx, v); return err }, pointer(eithers.ColorRed))
}

func TestCounts_Unions(t *testing.T) {
	for name, v := range map[string]eithers.BoolOrIntOrFloatOrStr{
		"bool": eithers.BoolCase(true), "int": eithers.IntCase(1 << 40), "float": eithers.FloatCase(0.5), "str": eithers.StrCase("x"),
	} {
		sent(t, name, func(v eithers.BoolOrIntOrFloatOrStr) error { _, _, err := eithers.OfScalar(ctx, v); return err }, v)
	}
	list := func(v eithers.ListIntOrListStr) error { _, _, err := eithers.OfList(ctx, v); return err }
	sent(t, "first list", list, eithers.ListIntOrListStr(eithers.ListOfIntCase{1 << 40}))
	sent(t, "second list", list, eithers.ListIntOrListStr(eithers.ListOfStrCase{"a", "b"}))
	point := eithers.Point{X: 1, Label: eithers.StrCase("p")}
	sent(t, "records", func(v map[string][]eithers.Shape) error { _, _, err := eithers.OfShapes(ctx, v); return err },
		map[string][]eithers.Shape{"a": {point, nil, eithers.Circle{Radius: 1}}})
	sent(t, "times", func(v eithers.DateOrDatetimeOrDecimal) error { _, _, err := eithers.OfTime(ctx, v); return err },
		eithers.DateOrDatetimeOrDecimal(eithers.DatetimeCase{Time: time.Now()}))
	sent(t, "enums", func(v eithers.LevelOrColorOrIntOrStr) error { _, _, err := eithers.OfEnum(ctx, v); return err },
		eithers.LevelOrColorOrIntOrStr(eithers.ColorRed))
	counted(t, "one with an object", func() {
		found := ok[[]eithers.StrOrModuleType](t)(eithers.Modules(ctx, []string{"no such module", "", "math"}))
		done(t, found[2].(eithers.ObjectCase).Close())
	})
	sent(t, "an alias that holds itself", func(v thickets.Tree) error { _, _, err := thickets.OfTree(ctx, v); return err },
		thickets.Tree{{}, {{}}})
	sent(t, "one that holds itself", func(v eithers.JSON) error { _, _, err := eithers.OfJSON(ctx, v); return err },
		eithers.JSON(eithers.DictOfStrOptionalJsonCase{"a": eithers.ListOfOptionalJsonCase{eithers.IntCase(1), nil, eithers.StrCase("x")}}))
}

func TestCounts_Generics(t *testing.T) {
	sent(t, "an int", func(v []int) error { _, err := generics.First(ctx, v); return err }, []int{1 << 40})
	sent(t, "texts", func(v [][]string) error { _, err := generics.First(ctx, v); return err }, [][]string{{"a", "b"}})
	sent(t, "a set", func(v []string) error { _, err := generics.Unique(ctx, v); return err }, []string{"a", "b"})
	sent(t, "a constrained one", func(v float64) error { _, err := generics.Doubled(ctx, v); return err }, 1.5)
	sent(t, "a record", func(v *generics.Node[string]) error { _, err := generics.Listed(ctx, v); return err },
		&generics.Node[string]{Item: "a", Next: &generics.Node[string]{Item: "b"}})
	counted(t, "a callback", func() {
		kind := func(_ context.Context, n int) (string, error) { return "n", nil }
		ok[map[string][]int](t)(generics.Grouped(ctx, slices.Values([]int{1 << 40, 2}), kind))
	})
	counted(t, "a class", func() {
		stack := ok[*generics.Stack[string]](t)(generics.NewStack[string](ctx))
		done(t, stack.Push(ctx, "a"))
		ok[string](t)(stack.Pop(ctx))
		done(t, stack.Close())
	})
}

func TestCounts_Records(t *testing.T) {
	sent(t, "NamedTuple", func(v tuples.Place) error { _, _, err := tuples.PlaceOf(ctx, v); return err }, tuples.Place{Latitude: 1, Name: "here"})
	sent(t, "namedtuple", func(v tuples.Loose) error { _, _, err := tuples.LooseOf(ctx, v); return err }, tuples.Loose{Key: "a", Value: 1})
	sent(t, "TypedDict", func(v dicts.Movie) error { _, _, err := dicts.MovieOf(ctx, v); return err }, dicts.Movie{Title: "Up", Rating: python.Some(8.5)})
	sent(t, "unpacked TypedDict", func(v dicts.DrawOptions) error { _, err := dicts.Draw(ctx, "line", 3, v); return err },
		dicts.DrawOptions{Dashes: python.Some([]int{1, 2})})
	sent(t, "attrs", func(v parts.Part) error { _, _, err := parts.PartOf(ctx, v); return err }, parts.Part{Name: "bolt", Weight: 2, Label: python.Some("l")})
	person := people.Person{Name: "Ada", Address: &people.Address{City: "London"}, Friends: []people.Person{{Name: "Bob"}}}
	countedByCensus(t, "pydantic", func() {
		_, _, err := people.PersonOf(ctx, person)
		done(t, err)
	})
	countedByCensus(t, "pydantic's root models", func() {
		_, _, err := roots.OfArticle(ctx, roots.Article{Title: "t", Tags: []string{"a"}, Score: 1})
		done(t, err)
		ok[**int](t)(roots.OptionalMaybe(ctx, 2))
	})
	countedByCensus(t, "pydantic's values", func() {
		link := links.Link{URL: "http://a/", Mirrors: []string{"http://b/"}, Password: "s", Token: []byte{1}, Size: 1}
		_, _, err := links.OfLink(ctx, link)
		done(t, err)
		_, _, err = links.OfSecret(ctx, "s")
		done(t, err)
	})
	sent(t, "slots", func(v records.Slotted) error { _, err := records.SlottedOf(ctx, v); return err }, records.Slotted{A: 1 << 40, B: []int{1}})
	sent(t, "frozen slots", func(v records.Stored) error { _, err := records.StoredOf(ctx, v); return err }, records.Stored{A: 1 << 40, B: []int{1}})
	sent(t, "fields that the class sets", func(v records.Account) error { _, _, err := records.AccountOf(ctx, v); return err },
		records.Account{Owner: "a", Limit: 1, Balance: python.Some(1 << 40)})
	sent(t, "a constructor of its own", func(v records.Own) error { _, err := records.OwnOf(ctx, v); return err }, records.Own{Text: "a"})
	sent(t, "a record in itself", func(v records.Node) error { _, err := records.Chain(ctx, v); return err },
		records.Node{Value: 1 << 40, Next: &records.Node{Value: 1 << 41}})
	sent(t, "records as keys", func(v map[records.Cell]int) error { _, _, err := records.Cells(ctx, v, nil); return err },
		map[records.Cell]int{{Row: 1}: 1})
	counted(t, "constructor", func() { ok[records.Point](t)(records.NewPoint(ctx, 1)) })
	counted(t, "methods", func() {
		p := ok[records.Point](t)(records.Point{X: 1}.Moved(ctx, records.Point{Y: 1}))
		ok[float64](t)(p.Angle(ctx))
		ok[records.Point](t)(records.PointOrigin(ctx))
	})
}

// closed gives an object back at once.
func closed[T interface{ Close() error }](t *testing.T) func(T, error) {
	return func(o T, err error) {
		t.Helper()
		done(t, err)
		done(t, o.Close())
	}
}

func TestCounts_Classes(t *testing.T) {
	counted(t, "constructor", func() { closed[*stacks.Stack](t)(stacks.NewStack(ctx, []int{1 << 40})) })
	stack, other := newStack(t, 1, 2), newStack(t)
	counted(t, "methods", func() {
		ok[int](t)(stack.Push(ctx, 1<<40, stacks.StackPushOptions{Times: python.Some(2)}))
		ok[int](t)(stack.Pop(ctx))
		ok[int](t)(stack.Pop(ctx))
		ok[*int](t)(stack.Find(ctx, 1))
		ok[*string](t)(stack.FindStr(ctx, "1"))
	})
	counted(t, "the handle itself", func() { closed[*stacks.Stack](t)(stack.Merge(ctx, other, other)) })
	counted(t, "class and static methods", func() {
		of := ok[*stacks.Stack](t)(stacks.StackOf(ctx, 1, 2, 3))
		closed[*stacks.Stack](t)(stacks.StackLargest(ctx, []*stacks.Stack{of, stack}))
		done(t, of.Close())
	})
	counted(t, "properties", func() {
		done(t, stack.SetSize(ctx, 2))
		ok[*int](t)(stack.Top(ctx))
		ok[int](t)(stack.Total(ctx))
		done(t, stack.DelTotal(ctx))
	})
	counted(t, "attributes", func() {
		done(t, stack.SetName(ctx, "named"))
		ok[string](t)(stack.Name(ctx))
		ok[int](t)(stacks.StackLimit(ctx))
	})
	counted(t, "nested classes", func() {
		mark := ok[*stacks.StackMark](t)(stack.Mark(ctx))
		done(t, stack.BackTo(ctx, mark))
		done(t, mark.Close())
	})
	circle := ok[*figures.Circle](t)(figures.NewCircle(ctx, 2))
	counted(t, "bases", func() {
		ok[float64](t)(circle.Shape.Area(ctx))
		closed[*figures.Shape](t)(figures.Largest(ctx, []*figures.Shape{&circle.Shape}))
	})
	counted(t, "protocols", func() { ok[float64](t)(figures.AreaOf(ctx, &figures.HasArea{Object: circle.Object})) })
	counted(t, "handles for anything", func() { ok[string](t)(stacks.Anything(ctx, []any{stack, circle})) })
	counted(t, "records as handles", func() {
		counter := ok[*records.Counter](t)(records.NewCounter(ctx, "a"))
		ok[int](t)(counter.Up(ctx))
		done(t, counter.Close())
	})
}

func TestCounts_SpecialMethods(t *testing.T) {
	one, two := version(t, 1, 2), version(t, 1, 10)
	counted(t, "operators", func() {
		ok[bool](t)(one.Equal(ctx, two))
		ok[bool](t)(one.Less(ctx, two))
		ok[int](t)(one.Hash(ctx))
		ok[string](t)(one.Repr(ctx))
		closed[*habits.Version](t)(one.Add(ctx, 1))
		closed[*habits.Version](t)(one.Neg(ctx))
	})
	table := newTable(t, "a", "b")
	counted(t, "items", func() {
		done(t, table.SetItem(ctx, "c", 1.5))
		ok[float64](t)(table.Item(ctx, "c"))
		ok[[]float64](t)(table.ItemListStr(ctx, []string{"a", "b"}))
		ok[bool](t)(table.Contains(ctx, "c"))
		done(t, table.DelItem(ctx, "c"))
		ok[int](t)(table.Len(ctx))
	})
	counted(t, "calls", func() { ok[float64](t)(table.Call(ctx, "a")) })
	counted(t, "iteration", func() { ok[[]string](t)(collected(table.All_(ctx))) })
	counted(t, "an object as its own iterator", func() {
		countdown := ok[*habits.Countdown](t)(habits.NewCountdown(ctx, 3))
		ok[[]int](t)(collected(countdown.All(ctx)))
		done(t, countdown.Close())
	})
	counted(t, "context manager", func() {
		done(t, python.With(ctx, ok[*python.ContextManager[*habits.Table]](t)(table.Manager(ctx)), func(t *habits.Table) error { return t.Close() }))
	})
}

func TestCounts_Exceptions(t *testing.T) {
	counted(t, "as values", func() {
		made := ok[*failures.TooLargeError](t)(failures.Made(ctx, 15))
		ok[float64](t)(made.Excess(ctx))
		closeAll(failures.Again(ctx, made))
		done(t, made.Raised.Value.Close())
	})
	counted(t, "with attributes", func() {
		err := failures.Check(ctx, 12)
		var large *failures.TooLargeError
		wantEqual(t, errors.As(err, &large), true)
		ok[float64](t)(large.Value(ctx))
		closeAll(err)
	})
	counted(t, "behind others", func() {
		err := failures.Wrapped(ctx, 12)
		wantEqual(t, errors.Is(err, failures.ErrTooLarge), true)
		closeAll(err)
	})
	counted(t, "of constructors", func() {
		made := ok[*failures.StoppedError](t)(failures.NewStoppedError(ctx, "a", 1))
		done(t, made.Raised.Value.Close())
	})
}

func TestCounts_RefusedDeclarations(t *testing.T) {
	stack, circle := newStack(t), ok[*figures.Circle](t)(figures.NewCircle(ctx, 1))
	wrongStack, newest := &stacks.Stack{Object: circle.Object}, version(t, 1, 2)
	refused(t, map[string]func() error{
		"unknown member":      func() error { _, _, err := choices.OfColor(ctx, "blue"); return err },
		"no member":           func() error { _, err := choices.AColor(ctx, "text"); return err },
		"member of another":   func() error { _, err := choices.AColor(ctx, "level"); return err },
		"unknown flag":        func() error { _, _, _, err := choices.OfAccess(ctx, 64); return err },
		"unknown literal":     func() error { _, err := eithers.AMode(ctx, "text"); return err },
		"mixed literal":       func() error { _, err := eithers.AMixed(ctx, "true"); return err },
		"no case":             func() error { _, err := eithers.AScalar(ctx, "bytes"); return err },
		"no case of a list":   func() error { _, err := eithers.AList(ctx, "mixed"); return err },
		"no case deep inside": func() error { _, err := eithers.SomeJSON(ctx, "deep"); return err },
		"a case's field":      func() error { _, err := eithers.AShape(ctx, "wrong point"); return err },
		"missing key":         func() error { _, err := dicts.Wrong(ctx, "missing"); return err },
		"extra key":           func() error { _, err := dicts.Wrong(ctx, "extra"); return err },
		"named tuple's field": func() error { _, err := tuples.Wrong(ctx, "field"); return err },
		"no named tuple":      func() error { _, err := tuples.Wrong(ctx, "tuple"); return err },
		"attrs' field":        func() error { _, err := parts.Wrong(ctx, "field"); return err },
		"attrs' validator":    func() error { _, _, err := parts.PartOf(ctx, parts.Part{Name: "bolt", Weight: -1}); return err },
		"a record in itself":  func() error { _, err := records.Endless(ctx); return err },
		"half a record":       func() error { _, _, err := records.DerivedOf(ctx, records.Derived{B: "\xff"}); return err },
		"nil handle":          func() error { _, err := stack.Merge(ctx, stack, nil); return err },
		"handle of another":   func() error { _, err := wrongStack.Pop(ctx); return err },
		"method that raises":  func() error { _, err := stack.Pop(ctx); return err },
		"unsupported operand": func() error { _, err := newest.Add(ctx, -1); return err },
	})
	countedByCensus(t, "pydantic's field", refusing(t, func() error { _, err := people.Wrong(ctx, "field"); return err }))
	countedByCensus(t, "a root's validation", refusing(t, func() error { _, _, err := roots.OfTags(ctx, []string{""}); return err }))
	countedByCensus(t, "a root's item", refusing(t, func() error { _, err := roots.Wrong(ctx, "item"); return err }))
	countedByCensus(t, "pydantic's validation", refusing(t, func() error {
		_, _, err := people.PersonOf(ctx, people.Person{Age: -1})
		return err
	}))
}
