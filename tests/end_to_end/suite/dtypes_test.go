package suite

import (
	"testing"
	"time"
	"unsafe"

	"github.com/gophersnake/gophersnake/python"
	"github.com/gophersnake/gophersnake/tests/end_to_end/suite/dtypes"
)

func TestDTypes_StructsShareTheirMemory(t *testing.T) {
	a := ok[*python.Array[dtypes.Packed]](t)(dtypes.Points(ctx, 3))
	wantEqual(t, a.Copy(), []dtypes.Packed{{X: 0, ID: 0}, {X: 0.5, ID: 1}, {X: 1, ID: 2}})
	wantEqual(t, a.Strides(), []int{12})
	_, shared := a.Data() // numpy's are shorter than Go's
	wantEqual(t, shared, false)
	a.Set(dtypes.Packed{X: 4, ID: 5}, 2)
	x, id, seen, err := dtypes.SumOf(ctx, a)
	done(t, err)
	wantEqual(t, x, 4.5)
	wantEqual(t, id, 6)
	wantEqual(t, seen, "12 (12,)")
	done(t, dtypes.Move(ctx, a.Slice(0, 1, 2), 10))
	wantEqual(t, a.At(1), dtypes.Packed{X: 10.5, ID: 1})
	done(t, a.Close())
}

func TestDTypes_StructsOfGoAreLent(t *testing.T) {
	data := []dtypes.Packed{{X: 1, ID: 2}, {X: 3, ID: 4}}
	a := python.NewArray(data).Writable()
	x, id, seen, err := dtypes.SumOf(ctx, a)
	done(t, err)
	wantEqual(t, x, 4)
	wantEqual(t, id, 6)
	wantEqual(t, seen, "12 (16,)")
	done(t, dtypes.Move(ctx, a, 0.5))
	wantEqual(t, data, []dtypes.Packed{{X: 1.5, ID: 2}, {X: 3.5, ID: 4}})
	back := ok[*python.Array[dtypes.Packed]](t)(dtypes.Same(ctx, a))
	wantEqual(t, back.Copy(), data)
	wantEqual(t, back.At(1), data[1])
	_, err = dtypes.Same(ctx, back.Slice(0, 1, 2))
	done(t, err)
}

func TestDTypes_StructsWithTimesTextsAndStructs(t *testing.T) {
	a := ok[*python.Array[dtypes.Aligned]](t)(dtypes.Aligned_(ctx))
	data, shared := a.Data()
	wantEqual(t, shared, true)
	wantEqual(t, unsafe.Sizeof(data[0]), 40)
	wantEqual(t, data[0].Flag, true)
	wantEqual(t, data[0].At.Time(python.Milliseconds), time.Date(2020, 1, 2, 3, 4, 5, 678e6, time.UTC))
	wantEqual(t, string(python.FixedBytes(data[0].Name[:])), "abc")
	wantEqual(t, python.FixedText(data[0].Label[:]), "öx")
	wantEqual(t, ok[string](t)(dtypes.Seen(ctx, a)), "[(True, datetime.datetime(2020, 1, 2, 3, 4, 5, 678000), b'abc', 'öx')]")

	n := dtypes.Nested{Where: data[0], Weights: [2][2]float32{{1, 2}, {3, 4}}}
	b := ok[*python.Array[dtypes.Nested]](t)(dtypes.Nested_(ctx, python.NewArray([]dtypes.Nested{n})))
	n.Weights = [2][2]float32{{2, 4}, {6, 8}}
	wantEqual(t, b.At(0), n)
}

func TestDTypes_StructsWithArraysOfTimesAndTexts(t *testing.T) {
	label := dtypes.Label{Words: [2][3]rune{{'a'}}, Days: [2]python.DateTime64{1, python.NaT}}
	back := ok[*python.Array[dtypes.Label]](t)(dtypes.Labels(ctx, python.NewArray([]dtypes.Label{label})))
	label.Words[1], label.Days[0] = [3]rune{'t', 'w', 'o'}, 2
	wantEqual(t, back.At(0), label)
}

func TestDTypes_SubclassesOfNumpysArrayWillDo(t *testing.T) {
	a := ok[*python.Array[dtypes.Packed]](t)(dtypes.RecordArray(ctx))
	wantEqual(t, a.At(1), dtypes.Packed{X: 0.5, ID: 1})
	wantEqual(t, ok[*python.Array[dtypes.Packed]](t)(dtypes.Same(ctx, a.Slice(0, 1, 2))).At(0), dtypes.Packed{X: 0.5, ID: 1})
}

func TestDTypes_MaskedElementsAreRefused(t *testing.T) {
	for _, kind := range []string{"none", "no mask", "record", "matrix"} {
		a := ok[*python.Array[float64]](t)(dtypes.Masked(ctx, kind))
		wantEqual(t, a.Copy(), []float64{0, 1, 2})
	}
	_, err := dtypes.Masked(ctx, "one")
	wantRefused(t, err, "dtypes.masked: result: expected array without masked elements, as its method filled makes one, "+
		"got numpy.ma.MaskedArray")
	_, err = dtypes.MaskedObjects(ctx)
	wantRefused(t, err, "dtypes.masked_objects: result: expected array without masked elements, as its method filled makes one, "+
		"got numpy.ma.MaskedArray")
}

func TestDTypes_OtherStructsAreRefused(t *testing.T) {
	want := "dtypes.wrong: result: expected array of [('x', '<f8'), ('id', '<i4')], got array of "
	for kind, got := range map[string]string{
		"other names": "[('y', '<f8'), ('id', '<i4')]",
		"other type":  "[('x', '<f4'), ('id', '<i4')]",
		"other order": "[('x', '>f8'), ('id', '<i4')]",
		"floats":      "float64",
	} {
		_, err := dtypes.Wrong(ctx, kind)
		wantRefused(t, err, want+got)
	}
	_, err := dtypes.Wrong(ctx, "aligned")
	wantRefused(t, err, want+"{'names': ['x', 'id'], 'formats': ['<f8', '<i4'], 'offsets': [0, 8], 'itemsize': 16, 'aligned': True}")
	_, err = dtypes.Voids(ctx, "floats")
	wantRefused(t, err, "dtypes.voids: result: expected array of [('x', '<f8'), ('id', '<i4')], got array of float64")
	_, _, _, err = dtypes.SumOf(ctx, python.NewArray(make([]dtypes.Packed, 4), 2, 2))
	wantRefused(t, err, "dtypes.sum_of: argument points: expected array of shape (*,), got (2, 2)")
}

func TestDTypes_StructsWithoutATypeAreRefused(t *testing.T) {
	_, err := python.From(ctx, python.NewArray([]dtypes.Packed{{}}))
	wantRefused(t, err, "python.From: argument value: expected array of numbers, got array of structs, which only a type describes")
}

func TestDTypes_Times(t *testing.T) {
	want := time.Date(2021, 3, 4, 5, 6, 7, 0, time.UTC)
	for unit, of := range map[string]python.TimeUnit{
		"ns": python.Nanoseconds, "us": python.Microseconds, "ms": python.Milliseconds, "s": python.Seconds,
		"m": python.Minutes, "h": python.Hours, "D": python.Days, "W": python.Weeks, "M": python.Months, "Y": python.Years,
	} {
		a := ok[*python.Array[python.DateTime64]](t)(dtypes.Times(ctx, unit))
		wantEqual(t, a.Unit(), of)
		wantEqual(t, a.DType(), "datetime64["+unit+"]")
		got := a.At(0).Time(a.Unit())
		late := want.Sub(got)
		if late < 0 || late > 366*24*time.Hour || unit == "s" && late != 0 {
			t.Errorf("%s: %v, want %v", unit, got, want)
		}
		wantEqual(t, a.At(1).IsNaT(), true)
		wantEqual(t, a.At(1).Time(a.Unit()), time.Time{})
	}
	spans := ok[*python.Array[python.TimeDelta64]](t)(dtypes.Spans(ctx, "25ms"))
	wantEqual(t, spans.Unit().String(), "25ms")
	wantEqual(t, spans.At(0).Duration(spans.Unit()), 2250*time.Millisecond)
	wantEqual(t, spans.At(1).Duration(spans.Unit()), -25*time.Millisecond)
	any := ok[python.AnyArray](t)(dtypes.AnyTimes(ctx)).(*python.Array[python.DateTime64])
	wantEqual(t, any.At(0).Time(any.Unit()), time.Unix(0, 1000).UTC())
}

func TestDTypes_TimesOfGo(t *testing.T) {
	start := time.Date(1969, 12, 31, 23, 59, 58, 5e8, time.UTC)
	for _, unit := range []python.TimeUnit{python.Nanoseconds, python.Milliseconds} {
		starts := python.NewArray([]python.DateTime64{python.NewDateTime64(start, unit), python.NaT}).In(unit)
		counts := python.NewArray([]python.TimeDelta64{python.NewTimeDelta64(time.Hour, python.Minutes)}).In(python.Minutes)
		ends := ok[*python.Array[python.DateTime64]](t)(dtypes.Days(ctx, starts, counts))
		wantEqual(t, ends.Unit(), unit)
		wantEqual(t, ends.At(0).Time(unit), start.Add(time.Hour))
		wantEqual(t, ends.At(1).IsNaT(), true)
		again := ok[*python.Array[python.DateTime64]](t)(dtypes.Days(ctx, ends.Slice(0, 0, 1), counts))
		wantEqual(t, again.At(0).Time(unit), start.Add(2*time.Hour))
	}
	stamp := python.NewDateTime64(start, python.Seconds)
	wantEqual(t, stamp, -2)
	back := ok[*python.Array[python.DateTime64]](t)(dtypes.Stamps(ctx, python.NewArray([]python.DateTime64{stamp, 7}).In(python.Seconds)))
	wantEqual(t, back.Copy(), []python.DateTime64{7, -2})
	_, err := dtypes.Stamps(ctx, python.NewArray([]python.DateTime64{1}))
	wantRefused(t, err, "dtypes.stamps: argument a: expected array of datetime64[s], got array of datetime64[ns]")
}

func TestDTypes_TextsOfOneLength(t *testing.T) {
	words := ok[*python.Array[[4]rune]](t)(dtypes.Codes(ctx, python.NewArray([][4]byte{{'a', 'b'}, {'w', 'x', 'y', 'z'}})))
	first, second := words.At(0), words.At(1)
	wantEqual(t, python.FixedText(first[:]), "AB")
	wantEqual(t, python.FixedText(second[:]), "WXYZ")
}

func TestDTypes_TextsOfAnotherLengthAreRefused(t *testing.T) {
	_, err := dtypes.Code5(ctx)
	wantRefused(t, err, "dtypes.code5: result: expected array of |S4, got array of |S5")
}

func TestDTypes_OtherByteOrdersAreRefused(t *testing.T) {
	_, err := dtypes.SwappedTime(ctx)
	wantRefused(t, err, "dtypes.swapped_time: result: expected array of datetime64, got array of >M8[s]")
	_, err = dtypes.SwappedWord(ctx)
	wantRefused(t, err, "dtypes.swapped_word: result: expected array of <U4, got array of >U4")
}

func TestDTypes_AUnitBesideNumpysName(t *testing.T) {
	a := python.NewArray([]python.DateTime64{86400000}).In(python.Milliseconds)
	both := ok[[]*python.Array[python.DateTime64]](t)(dtypes.Stamped(ctx, a))
	wantEqual(t, both[0].At(0), 86400000)
	wantEqual(t, both[1].At(0), 1)
	wantEqual(t, both[1].Unit(), python.Days)
	_, err := dtypes.Stamped(ctx, both[1])
	wantRefused(t, err, "dtypes.stamped: argument a: expected array of datetime64[ms], got array of datetime64[D]")
}

func TestDTypes_TextsOfAnyLengthAreSlices(t *testing.T) {
	wantEqual(t, ok[[]string](t)(dtypes.Words(ctx, []string{"ab", "ö", ""})), []string{"abab", "öö", ""})
	wantEqual(t, len(ok[[]string](t)(dtypes.Words(ctx, nil))), 0)
	row := ok[[][]byte](t)(dtypes.Grid(ctx, [][][]byte{{[]byte("a"), []byte("bcd")}, {nil, []byte("e")}}))
	wantEqual(t, row, [][]byte{[]byte("a"), []byte("bcd")})
	wantEqual(t, len(ok[[][]byte](t)(dtypes.Grid(ctx, nil))), 0)

	_, err := dtypes.Words(ctx, []string{"a\x00"})
	wantRefused(t, err, `dtypes.words: argument a: expected str_ that does not end in NUL, got 'a\x00'`)
	_, err = dtypes.Grid(ctx, [][][]byte{{nil}, {}})
	wantRefused(t, err, "dtypes.grid: argument a: expected lists of one length, got lengths 0, 1")
}

func TestDTypes_ArraysOfObjectsAreSlices(t *testing.T) {
	mixed := ok[[]*python.Object](t)(dtypes.Things(ctx, "mixed"))
	wantEqual(t, len(mixed), 4)
	wantEqual(t, mixed[1].String(), "two")
	said, twice, err := dtypes.Repeated(ctx, []any{1, mixed[3], []int{4, 5}, nil, "x"})
	done(t, err)
	wantEqual(t, said, "object (5,) [1, [3], [4, 5], None, 'x']")
	wantEqual(t, len(twice), 10)
	rows := ok[[][]*python.Object](t)(dtypes.Pairs(ctx, [][]any{{1, "a"}, {2, nil}}))
	wantEqual(t, rows[0][0].String()+rows[1][1].String(), "2a")
	wantEqual(t, len(ok[[][]*python.Object](t)(dtypes.Pairs(ctx, nil))), 0)

	for kind, got := range map[string]string{
		"matrix": "array of shape (*,), got (2, 2)",
		"floats": "array of object_, got array of float64",
		"list":   "array of object_, got list",
	} {
		_, err := dtypes.Things(ctx, kind)
		wantRefused(t, err, "dtypes.things: result: expected "+got)
	}
	_, err = dtypes.Pairs(ctx, [][]any{{1, 2, 3}})
	wantRefused(t, err, "dtypes.pairs: argument a: expected array of shape (*, 2), got (1, 3)")
}

func TestDTypes_OptionalArrays(t *testing.T) {
	wantEqual(t, ok[*python.Array[python.TimeDelta64]](t)(dtypes.Optional(ctx)) == nil, true)
	a := ok[*python.Array[python.TimeDelta64]](t)(dtypes.Optional(ctx, dtypes.OptionalOptions{A: []string{"a", "b"}}))
	wantEqual(t, a.At(0).Duration(a.Unit()), 2*time.Second)
}

func TestDTypes_WhatIsNoElementPanics(t *testing.T) {
	panics(t, func() { python.NewArray([]string{"a"}) })
	panics(t, func() { python.NewArray([]struct{ p *int }{{}}) })
	panics(t, func() { python.NewArray([]int{1}) })
}
