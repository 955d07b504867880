package suite

import (
	"math/big"
	"testing"

	"github.com/gophersnake/gophersnake/python"
)

// converts converts the value of an expression and compares it.
func converts[T any](t *testing.T, expression string, want T) {
	t.Helper()
	wantEqual(t, ok[T](t)(python.To[T](ctx, eval(t, expression))), want)
}

func TestTo_Scalars(t *testing.T) {
	type level int
	type name string
	converts(t, "True", true)
	converts(t, "-3", -3)
	converts(t, "200", uint8(200))
	converts(t, "-128", int8(-128))
	converts(t, "3", level(3))
	converts(t, "2", 2.0)
	converts(t, "0.5", float32(0.5))
	converts(t, "1", complex128(1))
	converts(t, "'ö'", "ö")
	converts(t, "'n'", name("n"))
	converts(t, "b'\\0'", []byte{0})
	converts(t, "bytearray(b'a')", []byte("a"))
	converts(t, "b'k'", python.ByteString("k"))
	converts(t, "2**70", new(big.Int).Lsh(big.NewInt(1), 70))
}

func TestTo_Collections(t *testing.T) {
	converts(t, "range(3)", []int{0, 1, 2})
	converts(t, "(1, 2)", []uint16{1, 2})
	converts(t, "[1, 0.5]", []float32{1, 0.5})
	converts(t, "{1}", []int64{1})
	converts(t, "['a', None]", []*string{pointer("a"), nil})
	converts(t, "{'a': [1]}", map[string][]int{"a": {1}})
	converts(t, "{1, 2}", python.SetOf(1, 2))
	converts(t, "frozenset('a')", map[string]struct{}{"a": {}})
	converts(t, "{b'k'}", python.SetOf[python.ByteString]("k"))
	converts(t, "(1, ('a', None))", python.Tuple2[int, python.Tuple2[string, *int]]{V0: 1, V1: python.Tuple2[string, *int]{V0: "a"}})
	converts(t, "[[[]]]", [][][]bool{{{}}})
}

func TestTo_Any(t *testing.T) {
	converts[any](t, "None", nil)
	converts[any](t, "7", 7)
	converts[any](t, "-2**64", new(big.Int).Neg(new(big.Int).Lsh(big.NewInt(1), 64)))
	converts[any](t, "1.5", 1.5)
	converts[any](t, "1j", 1i)
	converts[any](t, "'s'", "s")
	converts[any](t, "b's'", []byte("s"))
	converts[any](t, "[1, ('a', {2})]", []any{1, []any{"a", []any{2}}})
	converts[any](t, "{'a': {1: None}}", map[any]any{"a": map[any]any{1: nil}})
	converts(t, "[1, 'a']", []any{1, "a"})
	converts(t, "{'a': 1, 'b': [True]}", map[string]any{"a": 1, "b": []any{true}})
	converts(t, "{1: 2, 'a': 3, None: 4}", map[any]int{1: 2, "a": 3, nil: 4})
	o, isObject := ok[any](t)(python.To[any](ctx, eval(t, "len"))).(*python.Object)
	if !isObject || o.String() != "<built-in function len>" {
		t.Errorf("len became %v", o)
	}
	list := ok[[]any](t)(python.To[[]any](ctx, eval(t, "[type('MyInt', (int,), {})(1)]")))
	if _, isObject := list[0].(*python.Object); !isObject {
		t.Errorf("an instance of a subclass became %T", list[0])
	}
}

func TestTo_AnyArray(t *testing.T) {
	a := ok[*python.Array[float64]](t)(python.To[*python.Array[float64]](ctx, eval(t, "__import__('numpy').arange(3.0)")))
	wantEqual(t, a.Copy(), []float64{0, 1, 2})
}

func TestTo_RefusesWithAPath(t *testing.T) {
	_, err := python.To[map[string][]int](ctx, eval(t, "{'a': [1, 'x']}"))
	wantRefused(t, err, "python.To: result['a'][1]: expected int, got str")
	_, err = python.To[uint8](ctx, eval(t, "256"))
	wantRefused(t, err, "python.To: result: expected uint8, got 256")
	_, err = python.To[[]int8](ctx, eval(t, "[0, -129]"))
	wantRefused(t, err, "python.To: result[1]: expected int8, got -129")
	_, err = python.To[float32](ctx, eval(t, "1e300"))
	wantRefused(t, err, "python.To: result: expected a float that fits float32, got 1e+300")
	_, err = python.To[bool](ctx, eval(t, "1"))
	wantRefused(t, err, "python.To: result: expected bool, got int")
	_, err = python.To[string](ctx, eval(t, "b''"))
	wantRefused(t, err, "python.To: result: expected str, got bytes")
}

func TestTo_KeysThatGoCannotCompare(t *testing.T) {
	_, err := python.To[any](ctx, eval(t, "{(1, 2): 3}"))
	wantRefused(t, err, "python.To: result: expected dict with keys that Go can compare, got a key of []interface {}")
	_, err = python.To[map[any]int](ctx, eval(t, "{(1, 2): 3}"))
	wantRefused(t, err, "python.To: result: expected dict with keys that Go can compare, got one of type []interface {}")
	_, err = python.To[python.Set[any]](ctx, eval(t, "{2**64}"))
	wantRefused(t, err, "python.To: result: expected set of items that Go can compare, got one of type *big.Int")
}

func TestTo_TypesThatPythonHasNot(t *testing.T) {
	_, err := python.To[chan int](ctx, eval(t, "1"))
	wantText(t, err, "gophersnake: convert a Python object to chan int: there is no Python type for chan int")
	_, err = python.To[map[string]struct{ X int }](ctx, eval(t, "{}"))
	wantText(t, err, "gophersnake: convert a Python object to map[string]struct { X int }: there is no Python type for struct { X int }")
}

func TestFrom_RefusesWithAPath(t *testing.T) {
	_, err := python.From(ctx, map[string]any{"a": []any{1, make(chan int)}})
	wantRefused(t, err, `python.From: argument value["a"][1]: expected a value that Python has a type for, got chan int`)
	_, err = python.From(ctx, []any{struct{}{}})
	wantRefused(t, err, "python.From: argument value[0]: expected a value that Python has a type for, got struct {}")
}
