package suite

import (
	"context"
	"errors"
	"slices"
	"sync"
	"testing"

	"github.com/gophersnake/gophersnake/python"
	"github.com/gophersnake/gophersnake/tests/end_to_end/suite/choices"
	"github.com/gophersnake/gophersnake/tests/end_to_end/suite/generics"
	"github.com/gophersnake/gophersnake/tests/end_to_end/suite/records"
)

func TestGenericFunctions_WithAnyTypeArgument(t *testing.T) {
	wantEqual(t, ok[int](t)(generics.First(ctx, []int{7, 8})), 7)
	wantEqual(t, ok[float64](t)(generics.First(ctx, []float64{0.5})), 0.5)
	wantEqual(t, ok[bool](t)(generics.First(ctx, []bool{true, false})), true)
	wantEqual(t, ok[string](t)(generics.First(ctx, []string{"a"})), "a")
	wantEqual(t, ok[int8](t)(generics.First(ctx, []int8{-8})), -8)
	wantEqual(t, ok[[]string](t)(generics.First(ctx, [][]string{{"a", "b"}})), []string{"a", "b"})
	wantEqual(t, ok[[][]bool](t)(generics.First(ctx, [][][]bool{{{true}, {}}})), [][]bool{{true}, {}})
	wantEqual(t, ok[map[string]int](t)(generics.First(ctx, []map[string]int{{"a": 1}})), map[string]int{"a": 1})
	wantEqual(t, ok[python.Set[int]](t)(generics.First(ctx, []python.Set[int]{python.SetOf(1, 2)})), python.SetOf(1, 2))
	two := python.Tuple2[int, string]{V0: 1, V1: "a"}
	wantEqual(t, ok[python.Tuple2[int, string]](t)(generics.First(ctx, []python.Tuple2[int, string]{two})), two)
	wantEqual(t, ok[any](t)(generics.First(ctx, []any{"a", 1})), any("a"))
	wantEqual(t, ok[choices.Color](t)(generics.First(ctx, []choices.Color{choices.ColorRed})), choices.ColorRed)
	number := 5
	wantEqual(t, *ok[*int](t)(generics.First(ctx, []*int{&number})), 5)
	wantEqual(t, ok[*int](t)(generics.First(ctx, []*int{nil})), nil)
}

type celsius float64
type flags []bool

func TestGenericFunctions_WithNamedTypes(t *testing.T) {
	wantEqual(t, ok[celsius](t)(generics.First(ctx, []celsius{20.5})), 20.5)
	wantEqual(t, ok[flags](t)(generics.First(ctx, []flags{{true, false}})), flags{true, false})
	wantEqual(t, ok[map[celsius]flags](t)(generics.First(ctx, []map[celsius]flags{{1: {true}}})), map[celsius]flags{1: {true}})
}

func TestGenericFunctions_OfSeveralTypes(t *testing.T) {
	left, right, err := generics.Pair(ctx, 1, []string{"a"})
	done(t, err)
	wantEqual(t, left, 1)
	wantEqual(t, right, []string{"a"})
	words := []string{"go", "snake", "py"}
	length := func(_ context.Context, word string) (int, error) { return len(word), nil }
	grouped := ok[map[int][]string](t)(generics.Grouped(ctx, slices.Values(words), length))
	wantEqual(t, grouped, map[int][]string{2: {"go", "py"}, 5: {"snake"}})
	wantEqual(t, ok[python.Set[string]](t)(generics.Unique(ctx, []string{"a", "b", "a"})), python.SetOf("a", "b"))
}

func TestGenericFunctions_WithOptions(t *testing.T) {
	wantEqual(t, *ok[*int](t)(generics.Find(ctx, []int{1, 2, 3}, 3, 2)), 2)
	wantEqual(t, ok[*int](t)(generics.Find(ctx, []int{1})), nil)
	otherwise := "z"
	options := generics.FindOptions[string]{Otherwise: &otherwise}
	wantEqual(t, *ok[*string](t)(generics.FindWith(ctx, []string{"a"}, options, "b")), "z")
}

func TestGenericFunctions_Constrained(t *testing.T) {
	wantEqual(t, ok[string](t)(generics.Joined(ctx, "a", "b")), "ab")
	wantEqual(t, ok[[]byte](t)(generics.Joined(ctx, []byte("a"), []byte("b"))), []byte("ab"))
	wantEqual(t, ok[int](t)(generics.Doubled(ctx, 21)), 42)
	wantEqual(t, ok[float64](t)(generics.Doubled(ctx, 0.5)), 1)
}

func TestGenericFunctions_OfHandlesAndRecords(t *testing.T) {
	loud := ok[*generics.Loud](t)(generics.NewLoud(ctx, "b"))
	largest := ok[*generics.Loud](t)(generics.Largest(ctx, []*generics.Loud{loud}))
	wantEqual(t, ok[string](t)(largest.Name(ctx)), "B")
	point := records.Point{X: 1, Y: 2}
	wantEqual(t, ok[records.Point](t)(generics.First(ctx, []records.Point{point})), point)
}

func TestGenericFunctions_ThatIterateOrAreAwaited(t *testing.T) {
	items, err := generics.Repeated(ctx, "a", 3)
	done(t, err)
	var seen []string
	for item, err := range items {
		done(t, err)
		seen = append(seen, item)
	}
	wantEqual(t, seen, []string{"a", "a", "a"})
	wantEqual(t, ok[[]int](t)(generics.Awaited(ctx, []int{1})), []int{1})
}

func TestGenericFunctions_RefuseWhatPythonLacks(t *testing.T) {
	_, err := generics.First(ctx, []chan int{nil})
	wantText(t, err, "gophersnake: bind generics.first: the type argument chan int: there is no Python type for chan int")
	_, err = generics.KindOf(ctx, 1)
	wantRefused(t, err, "generics.kind_of: result: expected int, got str")
}

func TestGenericFunctions_BoundByManyGoroutines(t *testing.T) {
	var all sync.WaitGroup
	for i := range 16 {
		all.Go(func() {
			if got, err := generics.First(ctx, [][][]int{{{i}}}); err != nil || got[0][0] != i {
				t.Errorf("got %v, %v", got, err)
			}
		})
	}
	all.Wait()
}

func TestGenericClasses_HoldTheirTypeArgument(t *testing.T) {
	stack := ok[*generics.Stack[string]](t)(generics.NewStack[string](ctx))
	defer stack.Close()
	wantEqual(t, ok[*string](t)(stack.Top(ctx)), nil)
	done(t, stack.Push(ctx, "a"))
	done(t, stack.Push(ctx, "b", generics.StackPushOptions{Times: python.Some(2)}))
	wantEqual(t, ok[[]string](t)(stack.Items(ctx)), []string{"a", "b", "b"})
	wantEqual(t, *ok[*string](t)(stack.Top(ctx)), "b")
	wantEqual(t, ok[string](t)(stack.Pop(ctx)), "b")
	wantEqual(t, ok[int](t)(stack.Len(ctx)), 2)
	wantEqual(t, ok[string](t)(stack.Item(ctx, 0)), "a")
	done(t, stack.SetItems(ctx, []string{"x", "y"}))
	var seen []string
	for item, err := range stack.All(ctx) {
		done(t, err)
		seen = append(seen, item)
	}
	wantEqual(t, seen, []string{"x", "y"})
	left, right, err := stack.Halves(ctx)
	done(t, err)
	wantEqual(t, ok[string](t)(left.Pop(ctx)), "x")
	wantEqual(t, ok[string](t)(right.Pop(ctx)), "y")
}

func TestGenericClasses_CheckTheirItems(t *testing.T) {
	numbers := ok[*generics.Stack[int]](t)(generics.Numbers(ctx))
	wantEqual(t, ok[int](t)(generics.Summed(ctx, numbers)), 6)
	texts := ok[*generics.Stack[string]](t)(python.To[*generics.Stack[string]](ctx, numbers.Object))
	_, err := texts.Pop(ctx)
	wantRefused(t, err, "generics.Stack.pop: result: expected str, got int")
	loud := ok[*generics.Loud](t)(generics.NewLoud(ctx, "b"))
	_, err = python.To[*generics.Stack[string]](ctx, loud.Object)
	wantRefused(t, err, "python.To: result: expected generics.Stack, got generics.Loud")
}

func TestGenericClasses_MapToOtherTypeArguments(t *testing.T) {
	stack := ok[*generics.Stack[string]](t)(generics.StackOf(ctx, "a", "bcd"))
	lengths := ok[*generics.Stack[int]](t)(generics.StackMap(ctx, stack,
		func(_ context.Context, text string) (int, error) { return len(text), nil }))
	wantEqual(t, ok[[]int](t)(lengths.Items(ctx)), []int{1, 3})
	none := errors.New("none")
	_, err := generics.StackMap(ctx, stack, func(context.Context, string) (int, error) { return 0, none })
	if !errors.Is(err, none) {
		t.Errorf("got %v", err)
	}
}

func TestGenericClasses_AreTypeArgumentsThemselves(t *testing.T) {
	stack := ok[*generics.Stack[float64]](t)(generics.StackOf(ctx, 0.5))
	same := ok[*generics.Stack[float64]](t)(generics.First(ctx, []*generics.Stack[float64]{stack}))
	wantEqual(t, ok[float64](t)(same.Pop(ctx)), 0.5)
	nested := ok[*generics.Stack[*generics.Stack[float64]]](t)(generics.StackOf(ctx, stack))
	inner := ok[*generics.Stack[float64]](t)(nested.Pop(ctx))
	wantEqual(t, ok[int](t)(inner.Len(ctx)), 0)
	both := ok[*generics.Stack[int]](t)(generics.Merged(ctx,
		ok[*generics.Stack[int]](t)(generics.StackOf(ctx, 1)), ok[*generics.Stack[int]](t)(generics.Numbers(ctx))))
	wantEqual(t, ok[[]int](t)(both.Items(ctx)), []int{1, 1, 2, 3})
	anything := ok[*generics.Stack[any]](t)(generics.StackOf[any](ctx, 1, "a"))
	wantEqual(t, ok[int](t)(generics.Plain(ctx, anything)), 2)
}

func TestGenericClasses_AreInherited(t *testing.T) {
	totals := ok[*generics.Totals](t)(generics.NewTotals(ctx))
	done(t, totals.Push(ctx, 0.5))
	done(t, totals.Push(ctx, 1))
	wantEqual(t, ok[float64](t)(totals.Total(ctx)), 1.5)
	tally := ok[*generics.Tally[int]](t)(generics.NewTally(ctx, map[string]int{"a": 1}))
	wantEqual(t, ok[int](t)(tally.Get(ctx, "a")), 1)
	wantEqual(t, ok[[]string](t)(tally.Seen(ctx)), []string{"a"})
	wantEqual(t, ok[map[string]int](t)(tally.All(ctx)), map[string]int{"a": 1})
}

func TestGenericProtocols_FitWhatHasTheirMembers(t *testing.T) {
	source := ok[*generics.Source[int]](t)(generics.Countdown(ctx, 3))
	wantEqual(t, ok[int](t)(source.Take(ctx)), 2)
	wantEqual(t, ok[[]int](t)(generics.Drawn(ctx, source, 2)), []int{1, 0})
}

func TestGenericClasses_RefuseWhatPythonLacks(t *testing.T) {
	_, err := generics.NewStack[chan int](ctx)
	wantText(t, err, "gophersnake: bind generics.Stack: the type argument chan int: there is no Python type for chan int")
}

func TestGenericClasses_AreCasesOfUnions(t *testing.T) {
	stack, is := ok[generics.StackOrInt](t)(generics.Stacked(ctx, generics.IntCase(3))).(generics.StackIntCase)
	wantEqual(t, is, true)
	wantEqual(t, ok[int](t)(stack.Stack.Len(ctx)), 1)
	wantEqual(t, ok[generics.StackOrInt](t)(generics.Stacked(ctx, stack)), generics.StackOrInt(generics.IntCase(3)))
}

func TestGenericRecords_ByValue(t *testing.T) {
	two := ok[generics.Two[int, string]](t)(generics.NewTwo(ctx, 1, "a"))
	wantEqual(t, two, generics.Two[int, string]{Left: 1, Right: "a", Notes: []int{}})
	swapped := ok[generics.Two[string, int]](t)(two.Swapped(ctx))
	wantEqual(t, swapped.Left, "a")
	add := func(_ context.Context, a int, b float64) (int, error) { return a + int(b), nil }
	joined := ok[generics.Two[int, string]](t)(generics.TwoJoined(ctx, two, 2.5, add))
	wantEqual(t, joined.Left, 3)
	wantEqual(t, ok[generics.Two[int, string]](t)(generics.First(ctx, []generics.Two[int, string]{two})), two)
	wantEqual(t, ok[string](t)(generics.Either(ctx, generics.TwoIntStrCase{Two: two})), "Two(left=1, right='a', notes=[])")
	wantEqual(t, ok[generics.Scored[int]](t)(generics.Scored_(ctx, "abc", map[string]float64{"abc": 2})),
		generics.Scored[int]{Left: "abc", Right: 3, Notes: []string{}, Score: 2})
}

func TestGenericRecords_ThatHoldThemselves(t *testing.T) {
	list := ok[*generics.Node[string]](t)(generics.Linked(ctx, []string{"a", "b"}))
	wantEqual(t, list.Next.Item, "b")
	list.Next.Next = &generics.Node[string]{Item: "c"}
	wantEqual(t, ok[[]string](t)(generics.Listed(ctx, list)), []string{"a", "b", "c"})
	wantEqual(t, ok[[]int](t)(generics.Listed[int](ctx, nil)), []int{})
	_, err := generics.Listed(ctx, &generics.Node[chan int]{})
	wantText(t, err, "gophersnake: bind generics.listed: the type argument chan int: there is no Python type for chan int")
}

func TestGenericRecords_MadeByManyGoroutines(t *testing.T) {
	var all sync.WaitGroup
	for i := range 16 {
		all.Go(func() {
			node := &generics.Node[[]int8]{Item: []int8{int8(i)}}
			if got, err := generics.Listed(ctx, node); err != nil || got[0][0] != int8(i) {
				t.Errorf("got %v, %v", got, err)
			}
		})
	}
	all.Wait()
}

func TestGenericRecords_OfThePackagesOwnTypes(t *testing.T) {
	stays(t, generics.BothMarked, generics.Two[generics.Mark, generics.Color]{
		Left: generics.Mark{X: 1}, Right: generics.ColorBlue, Notes: []generics.Mark{{X: 2}},
	})
	marks := []generics.Mark{{X: 1}}
	wantEqual(t, ok[map[string]generics.Marked[[]generics.Mark]](t)(generics.AllMarked(ctx,
		[]generics.Marked[generics.Color]{{Item: generics.ColorRed, Marks: marks}})),
		map[string]generics.Marked[[]generics.Mark]{"red": {Item: marks, Marks: marks}})
}

func TestGenericRecords_OfWhatMayBeNone(t *testing.T) {
	none := ok[generics.Marked[*python.Object]](t)(generics.MayBeNone(ctx, true)).Item
	wantEqual(t, none.String(), "None")
	item := ok[generics.Marked[*python.Object]](t)(generics.MayBeNone(ctx, false)).Item
	wantEqual(t, ok[[]int](t)(python.To[[]int](ctx, item)), []int{1})
}

func TestGenerics_ConstructorHasTheTypeParametersOfTheClass(t *testing.T) {
	shelf := ok[*generics.Shelf[string, int]](t)(generics.NewShelf[string](ctx, 1, 2, 3))
	by := ok[map[string][]int](t)(shelf.By(ctx, func(_ context.Context, n int) (string, error) {
		return []string{"even", "odd"}[n%2], nil
	}))
	wantEqual(t, by, map[string][]int{"even": {2}, "odd": {1, 3}})
}
