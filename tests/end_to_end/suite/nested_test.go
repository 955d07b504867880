package suite

import (
	"context"
	"testing"

	"github.com/gophersnake/gophersnake/python"
	"github.com/gophersnake/gophersnake/tests/end_to_end/suite/nested"
)

// stays sends a value to a function that returns it.
func stays[T any](t *testing.T, call func(context.Context, T) (T, error), v T) {
	t.Helper()
	wantEqual(t, ok[T](t)(call(ctx, v)), v)
}

func pointer[T any](v T) *T { return &v }

func TestNested_StaysTheSame(t *testing.T) {
	stays(t, nested.Lists, [][]int{{}, {1}, {2, 3}})
	stays(t, nested.DictOfLists, map[string][]float64{"a": {1, 2}, "b": {}})
	stays(t, nested.DictOfDicts, map[int]map[string]bool{1: {"x": true}, 2: {}})
	stays(t, nested.Optionals, [][]*string{nil, {}, {nil, pointer("a")}})
	stays(t, nested.Optionals, nil)
	stays(t, nested.TupleKeys, map[python.Tuple2[int, string]][]int{{V0: 1, V1: "a"}: {1}, {V0: 1, V1: "b"}: {}})
	stays(t, nested.OptionalKeys, map[python.Opt[string]]int{python.Some(""): 1, {}: 2})
	stays(t, nested.Frozensets, []python.Set[string]{python.SetOf("a"), {}})
}

func TestNested_OldSpellings(t *testing.T) {
	got := ok[map[string][]*int](t)(nested.OldSpelling(ctx, []python.Tuple2[string, *int]{{V0: "a", V1: nil}, {V0: "b", V1: pointer(2)}}))
	wantEqual(t, got, map[string][]*int{"a": {nil}, "b": {pointer(2)}})
}

func TestNested_Deep(t *testing.T) {
	for _, flags := range [][]bool{nil, {}, {true, false}} {
		v := python.Tuple3[[]int, map[string]python.Set[int], []bool]{
			V0: []int{1}, V1: map[string]python.Set[int]{"a": python.SetOf(1, 2), "b": {}}, V2: flags,
		}
		numbers, sets, back, err := nested.Deep(ctx, v)
		done(t, err)
		wantEqual(t, numbers, v.V0)
		wantEqual(t, sets, v.V1)
		wantEqual(t, back, flags)
	}
}

func TestNested_Mappings(t *testing.T) {
	got := ok[[]python.Tuple2[float64, complex128]](t)(nested.Mappings(ctx, map[string][]python.Tuple2[float64, complex128]{
		"b": {{V0: 2, V1: 2i}}, "a": {{V0: 1, V1: 1i}, {V0: 1.5, V1: 0}}, "c": nil,
	}))
	wantEqual(t, got, []python.Tuple2[float64, complex128]{{V0: 1, V1: 1i}, {V0: 1.5, V1: 0}, {V0: 2, V1: 2i}})
}

func TestNested_AnyInside(t *testing.T) {
	pairs := ok[[]python.Tuple2[string, *python.Object]](t)(nested.AnyInside(ctx, map[string]any{"b": []any{1, nil}, "a": 2.5}))
	wantEqual(t, len(pairs), 2)
	wantEqual(t, pairs[0].V0, "a")
	wantEqual(t, ok[float64](t)(python.To[float64](ctx, pairs[0].V1)), 2.5)
	wantEqual(t, pairs[1].V1.String(), "[1, None]")
}

func TestNested_SeveralResults(t *testing.T) {
	numbers, texts, halves, err := nested.Columns(ctx, 4)
	done(t, err)
	wantEqual(t, numbers, []int{0, 1, 2, 3})
	wantEqual(t, texts, []string{"0", "1", "2", "3"})
	wantEqual(t, halves, []*float64{nil, pointer(0.5), pointer(1.0), nil})
}

func TestNested_EveryGoValueAsAny(t *testing.T) {
	type celsius float32
	type name string
	for _, c := range []struct {
		v    any
		want string
	}{
		{nil, "None"},
		{true, "True"},
		{int8(-1), "-1"},
		{uint64(1<<64 - 1), "18446744073709551615"},
		{float32(0.5), "0.5"},
		{celsius(1.5), "1.5"},
		{complex64(1i), "1j"},
		{name("n"), "'n'"},
		{[]byte("b"), "b'b'"},
		{[]string{"a"}, "['a']"},
		{[2]int{1, 2}, "[1, 2]"},
		{[]any{1, "a", nil, []int(nil)}, "[1, 'a', None, []]"},
		{map[string]int{"a": 1}, "{'a': 1}"},
		{map[int][]bool{1: {true}}, "{1: [True]}"},
		{python.SetOf(1), "{1}"},
		{python.Tuple2[int, string]{V0: 1, V1: "a"}, "(1, 'a')"},
		{python.Tuple0{}, "()"},
		{python.Tuple1[any]{V0: []any{python.Tuple0{}}}, "([()],)"},
		{python.NewFloat16(0.5), "0.5"},
		{python.ByteString("\x00"), `b'\x00'`},
		{map[python.ByteString]int{"k": 1}, "{b'k': 1}"},
		{pointer(3), "3"},
		{(*int)(nil), "None"},
		{python.NewArray([]int16{1, 2}), "array([1, 2], dtype=int16)"},
	} {
		wantEqual(t, ok[string](t)(nested.Seen(ctx, c.v)), c.want)
	}
}
