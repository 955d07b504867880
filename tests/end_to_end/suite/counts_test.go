package suite

import (
	"fmt"
	"math/big"
	"net/netip"
	"runtime"
	"strings"
	"testing"
	"time"

	"github.com/gophersnake/gophersnake/python"
	"github.com/gophersnake/gophersnake/tests/end_to_end/suite/arrays"
	"github.com/gophersnake/gophersnake/tests/end_to_end/suite/census"
	"github.com/gophersnake/gophersnake/tests/end_to_end/suite/faults"
	"github.com/gophersnake/gophersnake/tests/end_to_end/suite/holders"
	"github.com/gophersnake/gophersnake/tests/end_to_end/suite/layouts"
	"github.com/gophersnake/gophersnake/tests/end_to_end/suite/lends"
	"github.com/gophersnake/gophersnake/tests/end_to_end/suite/nested"
	"github.com/gophersnake/gophersnake/tests/end_to_end/suite/numeric"
	"github.com/gophersnake/gophersnake/tests/end_to_end/suite/parameters"
	"github.com/gophersnake/gophersnake/tests/end_to_end/suite/records"
	"github.com/gophersnake/gophersnake/tests/end_to_end/suite/temporal"
	"github.com/gophersnake/gophersnake/tests/end_to_end/suite/textual"
	"github.com/gophersnake/gophersnake/tests/end_to_end/suite/values"
	"github.com/gophersnake/gophersnake/tests/end_to_end/suite/wrong"
)

// calls is how often each row is called, before it is counted and while it is.
const calls = 200

// counted fails if what Python has grows with the calls: on a debug build its
// references, on every other its blocks of memory. Nor may anything of Go's stay lent.
func counted(t *testing.T, name string, call func()) {
	t.Run(name, func(t *testing.T) { countOften(t, call, true) })
}

// countedByCensus is counted for calls in which numpy or pydantic work: they are not
// compiled for the debug build, so what they do to references is missing from the sum.
func countedByCensus(t *testing.T, name string, call func()) {
	t.Run(name, func(t *testing.T) { countOften(t, call, false) })
}

// countedButCode is counted for calls that compile code, whose constants a Python
// without GIL keeps for ever (3.13): there it only has to give all lends back.
func countedButCode(t *testing.T, name string, call func()) {
	if !withoutGIL() {
		counted(t, name, call)
		return
	}
	t.Run(name, func(t *testing.T) {
		for range calls {
			call()
		}
		settle(t)
	})
}

func countOften(t *testing.T, call func(), summed bool) {
	often := func() {
		for range calls {
			call()
		}
	}
	often()
	// What the collectors find late can look like a leak once, but not again and again. On
	// a build without a GIL, a block that another thread has freed counts until the one that
	// made it needs room: less and less of them are added.
	rounds := 3
	if withoutGIL() {
		rounds = 12
	}
	var leaks []string
	for range rounds {
		if leaks = leaked(t, often, summed); leaks == nil {
			return
		}
	}
	t.Errorf("%d calls, each time they were made: %s", calls, strings.Join(leaks, "\n"))
}

// leaked returns what has grown after the calls.
func leaked(t *testing.T, often func(), summed bool) (leaks []string) {
	references, blocks := count(t)
	often()
	moreReferences, moreBlocks := count(t)
	if n := moreBlocks - blocks; n > calls/2 {
		leaks = append(leaks, fmt.Sprintf("%+d blocks of memory", n))
	}
	if n := moreReferences - references; n > calls/2 || n < -calls/2 {
		done(t, census.Begin(ctx))
		often()
		settle(t)
		leaks = append(leaks, ok[[]string](t)(census.End(ctx, calls/2))...)
		if summed {
			leaks = append(leaks, fmt.Sprintf("%+d references in all", n))
		}
	}
	return leaks
}

// count returns what Python has, when nothing is left to be dropped.
func count(t *testing.T) (references, blocks int) {
	t.Helper()
	settle(t)
	references, blocks, err := census.References(ctx)
	done(t, err)
	return references, blocks
}

// settle drops what was given back or forgotten, in both languages.
func settle(t *testing.T) {
	t.Helper()
	for range 2 { // a cleanup runs after the collection that found it
		runtime.GC()
		nothingLent(t)
	}
	done(t, census.Collect(ctx))
}

// sent counts calls that send a value and get it back.
func sent[T any](t *testing.T, name string, call func(T) error, v T) {
	t.Helper()
	counted(t, name, func() { done(t, call(v)) })
}

func TestCounts_EveryType(t *testing.T) {
	long := strings.Repeat("ö", 1000)
	sent(t, "bool", func(v bool) error { _, _, err := values.OfBool(ctx, v); return err }, true)
	sent(t, "int", func(v int) error { _, _, err := values.OfInt(ctx, v); return err }, 1<<40)
	sent(t, "float", func(v float64) error { _, _, err := values.OfFloat(ctx, v); return err }, 0.1)
	sent(t, "complex", func(v complex128) error { _, _, err := values.OfComplex(ctx, v); return err }, 1i)
	sent(t, "str", func(v string) error { _, _, err := values.OfStr(ctx, v); return err }, "größe")
	sent(t, "long str", func(v string) error { _, _, err := values.OfStr(ctx, v); return err }, long)
	sent(t, "bytes", func(v []byte) error { _, _, err := values.OfBytes(ctx, v); return err }, []byte("bytes"))
	sent(t, "bytearray", func(v []byte) error { _, _, err := values.OfBytearray(ctx, v); return err }, []byte("bytes"))
	sent(t, "memoryview", func(v []byte) error { _, _, err := values.OfMemoryview(ctx, v); return err }, []byte("bytes"))
	sent(t, "None", func(v struct{}) error { return values.OfNone(ctx, v) }, struct{}{})
	sent(t, "list[bool]", func(v []bool) error { _, _, err := values.OfListBool(ctx, v); return err }, []bool{true, false})
	sent(t, "list[int]", func(v []int) error { _, _, err := values.OfListInt(ctx, v); return err }, []int{1, 1 << 40})
	sent(t, "list[float]", func(v []float64) error { _, _, err := values.OfListFloat(ctx, v); return err }, []float64{1, 2})
	sent(t, "list[complex]", func(v []complex128) error { _, _, err := values.OfListComplex(ctx, v); return err }, []complex128{1})
	sent(t, "list[str]", func(v []string) error { _, _, err := values.OfListStr(ctx, v); return err }, []string{"a", long})
	sent(t, "list[None]", func(v []struct{}) error { _, _, err := values.OfListNone(ctx, v); return err }, make([]struct{}, 3))
	sent(t, "Sequence", func(v []int) error { _, _, err := values.OfSequence(ctx, v); return err }, []int{1, 2, 3})
	sent(t, "Collection", func(v []string) error { _, _, err := values.OfCollection(ctx, v); return err }, []string{"a"})
	sent(t, "tuple[float, ...]", func(v []float64) error { _, _, err := values.OfTuple(ctx, v); return err }, []float64{1})
	sent(t, "tuple[()]", func(v python.Tuple0) error { _, _, err := values.OfEmptyTuple(ctx, v); return err }, python.Tuple0{})
	sent(t, "set", func(v python.Set[int]) error { _, _, err := values.OfSet(ctx, v); return err }, python.SetOf(1, 2))
	sent(t, "frozenset", func(v python.Set[string]) error { _, _, err := values.OfFrozenset(ctx, v); return err }, python.SetOf("a"))
	sent(t, "dict", func(v map[string]int) error { _, _, err := values.OfDict(ctx, v); return err }, map[string]int{"a": 1 << 40})
	sent(t, "Mapping", func(v map[string]bool) error { _, _, err := values.OfMapping(ctx, v); return err }, map[string]bool{"a": true})
	sent(t, "Optional", func(v *int) error { _, _, err := values.OfOptionalInt(ctx, v); return err }, pointer(5))
	sent(t, "Optional None", func(v *int) error { _, _, err := values.OfOptionalInt(ctx, v); return err }, nil)
	sent(t, "nested", func(v map[python.Tuple2[int, string]][]int) error { _, err := nested.TupleKeys(ctx, v); return err },
		map[python.Tuple2[int, string]][]int{{V0: 1, V1: "a"}: {1, 2}})
	sent(t, "record", func(v records.Point) error { _, _, err := records.PointOf(ctx, v); return err }, records.Point{X: 1})
	sent(t, "records in records", func(v records.Outer) error { _, _, err := records.OuterOf(ctx, v); return err },
		records.Outer{Inner: records.Inner{Cells: map[records.Cell][]records.Point{{Row: 1}: {{X: 1}}}}, Anything: 1})
	sent(t, "nested optionals", func(v [][]*string) error { _, err := nested.Optionals(ctx, v); return err }, [][]*string{nil, {nil, &long}})
}

func TestCounts_StandardValues(t *testing.T) {
	now := time.Now()
	sent(t, "datetime", func(v time.Time) error { _, _, err := temporal.OfDatetime(ctx, v); return err }, now)
	sent(t, "naive", func(v time.Time) error { _, _, err := temporal.OfDatetime(ctx, v); return err }, python.AsNaive(now))
	sent(t, "date", func(v python.Date) error { _, _, err := temporal.OfDate(ctx, v); return err }, python.DateOf(now))
	sent(t, "time", func(v python.TimeOfDay) error { _, _, err := temporal.OfTime(ctx, v); return err }, python.TimeOfDayOf(now))
	sent(t, "timedelta", func(v time.Duration) error { _, _, err := temporal.OfTimedelta(ctx, v); return err }, time.Hour)
	sent(t, "tzinfo", func(v *time.Location) error { _, _, err := temporal.OfTzinfo(ctx, v); return err }, time.UTC)
	sent(t, "Decimal", func(v python.Decimal) error { _, _, err := numeric.OfDecimal(ctx, v); return err }, python.Decimal{})
	sent(t, "Fraction", func(v *big.Rat) error { _, _, err := numeric.OfFraction(ctx, v); return err }, big.NewRat(1, 3))
	sent(t, "big int", func(v *big.Int) error { _, _, err := numeric.OfBig(ctx, v); return err }, big.NewInt(1<<40))
	countedByCensus(t, "np.float32", func() {
		_, _, err := numeric.OfNpFloat32(ctx, 0.5)
		done(t, err)
	})
	sent(t, "UUID", func(v python.UUID) error { _, _, err := textual.OfUUID(ctx, v); return err }, python.UUID{})
	sent(t, "Path", func(v string) error { _, _, _, err := textual.OfPath(ctx, v); return err }, "a/b")
	sent(t, "address", func(v netip.Addr) error { _, _, err := textual.OfAddress(ctx, v); return err }, netip.IPv6Loopback())
	sent(t, "Pattern", func(v python.Pattern) error { _, _, err := textual.OfPattern(ctx, v); return err }, python.Pattern{Source: "a"})
	sent(t, "deque", func(v []int) error { _, _, err := holders.OfDeque(ctx, v); return err }, []int{1 << 40})
	sent(t, "Counter", func(v map[string]int) error { _, _, err := holders.OfCounter(ctx, v); return err }, map[string]int{"a": 1 << 40})
	sent(t, "ItemsView", func(v python.OrderedMap[string, int]) error { _, _, err := holders.OfItems(ctx, v); return err },
		python.OrderedMap[string, int]{{Key: "a", Value: 1 << 40}})
}

func TestCounts_Any(t *testing.T) {
	everything := map[string]any{
		"a": []any{nil, true, 1, 1.5, 1i, "s", []byte("b"), new(big.Int).Lsh(big.NewInt(1), 100), python.SetOf(1)},
		"b": python.Tuple2[int, any]{V0: 1, V1: map[any]any{1: 2}},
	}
	counted(t, "objects", func() {
		o := ok[*python.Object](t)(python.From(ctx, everything))
		ok[any](t)(python.To[any](ctx, o))
		item := ok[*python.Object](t)(o.Item(ctx, "a"))
		for each, err := range item.All(ctx) {
			done(t, err)
			done(t, each.Close())
		}
		done(t, item.Close())
		done(t, o.Close())
	})
	f := eval(t, "lambda *args, **kwargs: len(args) + len(kwargs)")
	counted(t, "calls of objects", func() {
		done(t, ok[*python.Object](t)(f.Call(ctx, 1, "a", python.Kwargs{"k": []int{1}})).Close())
	})
	countedButCode(t, "code", func() {
		done(t, python.Exec(ctx, "n = [1]\n"))
		done(t, eval(t, "n").Close())
	})
}

func TestCounts_Arrays(t *testing.T) {
	data := []float64{1, 2, 3}
	countedByCensus(t, "lent", func() { ok[float64](t)(lends.Look(ctx, python.NewArray(data))) })
	countedByCensus(t, "kept", func() {
		done(t, lends.Keep(ctx, "counted", python.NewArray(data)))
		done(t, lends.Forget(ctx, "counted"))
	})
	countedByCensus(t, "returned", func() {
		_, back, err := arrays.Float64(ctx, python.NewArray(data))
		done(t, err)
		done(t, back.Close())
	})
	countedByCensus(t, "passed back", func() {
		a := ok[*python.Array[int32]](t)(layouts.Keep(ctx))
		done(t, ok[*python.Array[int32]](t)(layouts.Same(ctx, a)).Close())
		done(t, a.Close())
	})
	countedByCensus(t, "not numpy's", func() { done(t, ok[*python.Array[float64]](t)(layouts.NotNumpy(ctx)).Close()) })
	countedByCensus(t, "refused", func() {
		if _, err := layouts.Wrong(ctx, "float32"); err == nil {
			t.Error("not refused")
		}
	})
}

func TestCounts_Parameters(t *testing.T) {
	all := parameters.AllKindsOptions{C: python.Some(30), E: python.Some(50), Kwargs: map[string]int{"y": 2, "x": 1}}
	counted(t, "all kinds", func() { ok[string](t)(parameters.AllKindsWith(ctx, 1, 2, 4, all, 7, 8)) })
	counted(t, "left out", func() { ok[string](t)(parameters.AllKinds(ctx, 1, 2, 4)) })
	counted(t, "many", func() {
		_, _, err := parameters.CountWith(ctx, parameters.CountOptions{Kwargs: map[string]string{"a": "b"}}, make([]int, 100)...)
		done(t, err)
	})
}

func TestCounts_Failures(t *testing.T) {
	refused(t, map[string]func() error{
		"exception":        func() error { return faults.Below(ctx) },
		"chain":            func() error { return faults.Caused(ctx) },
		"broken exception": func() error { return faults.BrokenText(ctx) },
		"exit":             func() error { return faults.Leave(ctx, 1) },
		"wrong result":     func() error { _, err := wrong.Deep(ctx, "text"); return err },
		"wrong key":        func() error { _, err := wrong.Deep(ctx, "key"); return err },
		"broken result":    func() error { _, err := wrong.ACollection(ctx, "broken"); return err },
		"overflow":         func() error { _, err := wrong.AnInt(ctx, "big"); return err },
		"surrogate":        func() error { _, err := wrong.AStr(ctx, "surrogate"); return err },
		"record's field":   func() error { _, err := records.Unmade(ctx, "field"); return err },
		"record's class":   func() error { _, err := records.Unmade(ctx, "other"); return err },
		"record's check":   func() error { _, _, err := records.AccountOf(ctx, records.Account{Limit: -1}); return err },
		"unhashable key": func() error {
			_, err := holders.AnyKey(ctx, python.OrderedMap[[]any, int]{{Key: []any{[]int{1}}}})
			return err
		},
		"unhashable item": func() error { _, err := holders.AnyItem(ctx, [][]any{{[]int{1}}}); return err },
		"naive":           func() error { _, err := temporal.AnAware(ctx, "datetime"); return err },
		"long timedelta":  func() error { _, err := temporal.ATimedelta(ctx, "long"); return err },
		"invalid UTF-8":   func() error { _, _, err := values.OfListStr(ctx, []string{"a", "\xff"}); return err },
		"gap": func() error {
			_, err := parameters.GapBeforePositionalOnly(ctx, parameters.GapBeforePositionalOnlyOptions{B: python.Some(1 << 40)})
			return err
		},
		"keyword twice": func() error {
			_, err := parameters.AllKindsWith(ctx, 1, 2, 4, parameters.AllKindsOptions{Kwargs: map[string]int{"b": 1}})
			return err
		},
		"no such module": func() error { _, err := python.Import(ctx, "nothing_like_this"); return err },
	})
}

// refused counts calls that fail.
func refused(t *testing.T, failing map[string]func() error) {
	t.Helper()
	for name, call := range failing {
		counted(t, name, refusing(t, call))
	}
}

// refusing makes a call that has to fail.
func refusing(t *testing.T, call func() error) func() {
	return func() {
		err := call()
		if err == nil {
			t.Error("it did not fail")
		}
		closeAll(err)
	}
}

// closeAll gives the exceptions of an error back, which otherwise the garbage
// collector does some time.
func closeAll(err error) {
	e, raised := err.(*python.Error)
	if !raised {
		return
	}
	for _, each := range []*python.Error{e, e.Cause, e.Context} {
		if each != nil {
			each.Value.Close()
		}
	}
}
