package suite

import (
	"errors"
	"testing"

	"github.com/gophersnake/gophersnake/python"
	"github.com/gophersnake/gophersnake/tests/end_to_end/suite/habits"
)

func version(t testing.TB, major, minor int) *habits.Version {
	t.Helper()
	options := habits.VersionOptions{Minor: python.Some(minor)}
	return ok[*habits.Version](t)(habits.NewVersion(ctx, major, options))
}

func TestHabits_EqualityOrderAndHash(t *testing.T) {
	old, same, later := version(t, 1, 2), version(t, 1, 2), version(t, 1, 10)
	wantEqual(t, ok[bool](t)(old.Equal(ctx, same)), true)
	wantEqual(t, ok[bool](t)(old.Equal(ctx, later)), false)
	wantEqual(t, ok[bool](t)(old.Is(ctx, same.Object)), false)
	wantEqual(t, ok[bool](t)(old.Less(ctx, later)), true)
	wantEqual(t, ok[bool](t)(later.Compare(ctx, python.GreaterOrEqual, old)), true)
	wantEqual(t, ok[int](t)(old.Hash(ctx)), ok[int](t)(same.Hash(ctx)))
	wantEqual(t, later.String(), "1.10")
	wantEqual(t, ok[string](t)(later.Repr(ctx)), "Version(1, 10)")
}

func TestHabits_OperatorsAreThoseOfTheLanguage(t *testing.T) {
	wantEqual(t, ok[*habits.Version](t)(version(t, 1, 2).Add(ctx, 3)).String(), "1.5")
	wantEqual(t, ok[*habits.Version](t)(version(t, 1, 2).Neg(ctx)).String(), "-1.2")
	_, err := version(t, 1, 2).Add(ctx, -1)
	wantText(t, err, "habits.Version.__add__: TypeError: unsupported operand type(s) for +: 'Version' and 'int'")
}

func newTable(t testing.TB, names ...string) *habits.Table {
	t.Helper()
	table := ok[*habits.Table](t)(habits.NewTable(ctx))
	for i, name := range names {
		done(t, table.SetItem(ctx, name, float64(i)))
	}
	return table
}

func TestHabits_ItemsAreTyped(t *testing.T) {
	table := newTable(t, "a", "b")
	wantEqual(t, ok[float64](t)(table.Item(ctx, "b")), 1)
	wantEqual(t, ok[[]float64](t)(table.ItemListStr(ctx, []string{"b", "a"})), []float64{1, 0})
	wantEqual(t, ok[bool](t)(table.Contains(ctx, "a")), true)
	done(t, table.DelItem(ctx, "a"))
	wantEqual(t, ok[bool](t)(table.Contains(ctx, "a")), false)
	wantEqual(t, ok[int](t)(table.Len(ctx)), 1)
	wantEqual(t, ok[bool](t)(table.Truth(ctx)), true)
	_, err := table.Item(ctx, "a")
	wantText(t, err, "habits.Table.__getitem__: KeyError: 'a'")
}

func TestHabits_RangesOverTheObject(t *testing.T) {
	table := newTable(t, "a", "b", "stop")
	var names []string
	for range 2 {
		names = nil
		for name, err := range table.All_(ctx) {
			if err != nil {
				wantEqual(t, python.IsException(err, "ValueError"), true)
				break
			}
			names = append(names, name)
		}
	}
	wantEqual(t, names, []string{"a", "b", "stop"})
	var left []int
	for n, err := range ok[*habits.Countdown](t)(habits.NewCountdown(ctx, 3)).All(ctx) {
		done(t, err)
		left = append(left, n)
	}
	wantEqual(t, left, []int{2, 1, 0})
}

func TestHabits_RangeOverNothing(t *testing.T) {
	var none *habits.Countdown
	for _, err := range none.All(ctx) {
		wantRefused(t, err, "habits.Countdown.__iter__: argument self: expected habits.Countdown, got nil *habits.Countdown")
		return
	}
	t.Error("nothing came")
}

func TestHabits_Calls(t *testing.T) {
	table := newTable(t, "a", "b")
	wantEqual(t, ok[float64](t)(table.Call(ctx, "b", habits.TableCallOptions{Times: python.Some(4)})), 4)
}

func TestHabits_EntersAndExits(t *testing.T) {
	table := newTable(t)
	manager := ok[*python.ContextManager[*habits.Table]](t)(table.Manager(ctx))
	inside := errors.New("inside")
	err := python.With(ctx, manager, func(entered *habits.Table) error {
		wantEqual(t, ok[bool](t)(entered.Is(ctx, table.Object)), true)
		wantEqual(t, ok[bool](t)(entered.Closed(ctx)), false)
		return inside
	})
	wantEqual(t, errors.Is(err, inside), true)
	wantEqual(t, ok[bool](t)(table.Closed(ctx)), true)
}

func TestHabits_AsyncMethodsAndRanges(t *testing.T) {
	ticker := ok[*habits.Ticker](t)(habits.NewTicker(ctx, 3))
	wantEqual(t, ok[int](t)(ticker.Wait(ctx)), 3)
	wantEqual(t, ok[int](t)(ticker.Wait(ctx, habits.TickerWaitOptions{More: python.Some(2)})), 5)
	var ticks []int
	for tick, err := range ticker.AsyncAll(ctx) {
		done(t, err)
		ticks = append(ticks, tick)
	}
	wantEqual(t, ticks, []int{0, 1, 2})
}

func TestHabits_RangesOverIteratorsOfOtherClasses(t *testing.T) {
	var down []int
	for tick, err := range ok[*habits.Ticker](t)(habits.NewTicker(ctx, 3)).All(ctx) {
		done(t, err)
		down = append(down, tick)
	}
	wantEqual(t, down, []int{2, 1, 0})
}

func TestHabits_RangesOverAnAsyncIteratorItself(t *testing.T) {
	var rings []string
	for ring, err := range ok[*habits.Alarm](t)(habits.NewAlarm(ctx, 2)).All(ctx) {
		done(t, err)
		rings = append(rings, ring)
	}
	wantEqual(t, rings, []string{"ring!", "ring"})
}

func TestHabits_MethodsHaveSeveralNames(t *testing.T) {
	shelf := ok[*habits.Shelf](t)(habits.ShelfParse(ctx, "Emma, Ulysses"))
	var titles []string
	for title, err := range shelf.All(ctx) {
		done(t, err)
		titles = append(titles, title)
	}
	wantEqual(t, titles, ok[[]string](t)(habits.ShelfSplit(ctx, "Emma, Ulysses")))
	wantEqual(t, ok[string](t)(shelf.Item(ctx, 1)), "Ulysses")
	wantEqual(t, ok[string](t)(shelf.At(ctx, 0)), "Emma")
	wantEqual(t, ok[int](t)(shelf.Length(ctx)), 2)
	wantEqual(t, ok[string](t)(shelf.Listed(ctx, habits.ShelfListedOptions{End: python.Some("!")})), "Emma, Ulysses!")

	backwards := ok[*habits.Backwards](t)(habits.NewBackwards(ctx, "Emma", "Ulysses"))
	wantEqual(t, ok[string](t)(backwards.Find(ctx, 0)), "Ulysses")
	wantEqual(t, ok[string](t)(backwards.At(ctx, 0)), "Emma")
	wantEqual(t, ok[string](t)(backwards.Forwards(ctx, 0)), "Emma")
	wantEqual(t, ok[int](t)(backwards.Length(ctx)), 2)
	wantEqual(t, ok[int](t)(backwards.Size(ctx)), -2)
	wantEqual(t, ok[string](t)(backwards.First(ctx)), "Ulysses")
}
