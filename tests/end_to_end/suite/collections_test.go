package suite

import (
	"math"
	"testing"

	"github.com/gophersnake/gophersnake/python"
	"github.com/gophersnake/gophersnake/tests/end_to_end/suite/values"
)

func TestCollections_Lists(t *testing.T) {
	there(t, values.OfListBool, []bool{true, false, true}, "list [True, False, True]")
	there(t, values.OfListInt, []int{1, -1, math.MinInt64}, "list [1, -1, -9223372036854775808]")
	there(t, values.OfListFloat, []float64{0.5, math.Inf(-1)}, "list [0.5, -inf]")
	there(t, values.OfListComplex, []complex128{1i, 2}, "list [1j, (2+0j)]")
	there(t, values.OfListStr, []string{"", "a\x00", "🐍"}, `list ['', 'a\x00', '🐍']`)
	there(t, values.OfListBytes, [][]byte{{}, {0, 255}}, `list [b'', b'\x00\xff']`)
	there(t, values.OfListNone, make([]struct{}, 2), "list [None, None]")
}

func TestCollections_EmptyAndNilSlicesAreEmptyLists(t *testing.T) {
	there(t, values.OfListBool, []bool{}, "list []")
	comes(t, values.OfListBool, nil, "list []", []bool{})
	comes(t, values.OfListInt, nil, "list []", []int{})
	comes(t, values.OfListFloat, nil, "list []", []float64{})
	comes(t, values.OfListStr, nil, "list []", []string{})
	comes(t, values.OfListBytes, [][]byte{nil}, "list [b'']", [][]byte{{}})
	comes(t, values.OfTuple, nil, "tuple ()", []float64{})
}

func TestCollections_ListsOfEveryLengthAroundTheFrame(t *testing.T) {
	var bools []bool
	var ints []int
	var complexes []complex128
	for n := range 300 {
		_, backBools, err := values.OfListBool(ctx, bools)
		done(t, err)
		_, backInts, err := values.OfListInt(ctx, ints)
		done(t, err)
		_, backComplexes, err := values.OfListComplex(ctx, complexes)
		done(t, err)
		if n > 0 {
			wantEqual(t, backBools, bools)
			wantEqual(t, backInts, ints)
			wantEqual(t, backComplexes, complexes)
		}
		bools = append(bools, n%3 == 0)
		ints = append(ints, -n)
		complexes = append(complexes, complex(float64(n), 0.5))
	}
}

func TestCollections_ListOfAMillion(t *testing.T) {
	numbers := make([]int, 1_000_000)
	for i := range numbers {
		numbers[i] = i * i
	}
	_, back, err := values.OfListInt(ctx, numbers)
	done(t, err)
	wantEqual(t, back, numbers)
}

func TestCollections_OtherSequences(t *testing.T) {
	comes(t, values.OfSequence, []int{5, 6, 7}, "list [5, 6, 7]", []int{0, 1, 2}) // a range
	comes(t, values.OfCollection, []string{"a", "b", "a"}, "list ['a', 'b', 'a']", []string{"a", "b"})
	there(t, values.OfTuple, []float64{1, 2}, "tuple (1.0, 2.0)")
}

func TestCollections_FixedTuples(t *testing.T) {
	there(t, values.OfPair, python.Tuple2[int, string]{V0: 1, V1: "a"}, "tuple (1, 'a')")
	there(t, values.OfEmptyTuple, python.Tuple0{}, "tuple ()")
}

func TestCollections_Sets(t *testing.T) {
	there(t, values.OfSet, python.SetOf(3, 1, 2), "set [1, 2, 3]")
	there(t, values.OfFrozenset, python.SetOf("b", "a"), "frozenset ['a', 'b']")
	there(t, values.OfSetBytes, python.SetOf[python.ByteString]("\x00", "a"), `set [b'\x00', b'a']`)
	there(t, values.OfSetPair, python.SetOf(python.Tuple2[int, string]{V0: 1, V1: "a"}), "set [(1, 'a')]")
	comes(t, values.OfSet, nil, "set []", python.Set[int]{})
}

func TestCollections_Dicts(t *testing.T) {
	there(t, values.OfDict, map[string]int{"a": 1, "": -1, "ö": 3}, "dict [('', -1), ('a', 1), ('ö', 3)]")
	there(t, values.OfDictInt, map[int]float64{1: 0.5, -1: math.Inf(1)}, "dict [(-1, inf), (1, 0.5)]")
	there(t, values.OfMapping, map[string]bool{"x": true}, "dict [('x', True)]") // a MappingProxyType
	comes(t, values.OfDict, nil, "dict []", map[string]int{})
}

func TestCollections_Optionals(t *testing.T) {
	zero, text := 0, ""
	there(t, values.OfOptionalInt, nil, "NoneType None")
	there(t, values.OfOptionalInt, &zero, "int 0")
	there(t, values.OfOptionalStr, nil, "NoneType None")
	there(t, values.OfOptionalStr, &text, "str ''")
	there(t, values.OfOptionalList, nil, "NoneType None")
	there(t, values.OfOptionalList, []int{}, "list []")
	there(t, values.OfOptionalDict, nil, "NoneType None")
	there(t, values.OfOptionalDict, map[string]int{"a": 1}, "dict {'a': 1}")
}
