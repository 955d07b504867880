package suite

import (
	"encoding/json"
	"testing"

	"github.com/gophersnake/gophersnake/python"
	"github.com/gophersnake/gophersnake/tests/end_to_end/suite/holders"
)

func TestHolders_Sequences(t *testing.T) {
	there(t, holders.OfDeque, []int{1, 2}, "deque deque([1, 2])")
	comes(t, holders.OfDeque, nil, "deque deque([])", []int{})
	there(t, holders.OfMutableSequence, []int{1, 2}, "list [1, 2]")
	there(t, holders.OfKeys, []string{"b", "a"}, "dict_keys dict_keys(['b', 'a'])")
	there(t, holders.OfValues, []int{2, 1}, "dict_values dict_values([2, 1])")
}

func TestHolders_Mappings(t *testing.T) {
	comes(t, holders.OfDefaultdict, map[string][]int{"a": {1}}, "defaultdict defaultdict(<class 'list'>, {'a': [1]})",
		map[string][]int{"a": {1}, "missing": {7}})
	comes(t, holders.OfCounter, map[string]int{"a": 2}, "Counter Counter({'a': 2})", map[string]int{"a": 2, "new": 1})
	comes(t, holders.OfChainMap, map[string]int{"a": 2}, "ChainMap ChainMap({'a': 2})", map[string]int{"a": 2, "child": 1})
	comes(t, holders.OfProxy, map[string]int{"a": 2}, "mappingproxy mappingproxy({'a': 2})", map[string]int{"a": 2, "more": 1})
	there(t, holders.OfMutableMapping, map[string]int{"a": 2}, "dict {'a': 2}")
}

func TestHolders_Frozendict(t *testing.T) {
	if pythonIs(t, "3.15") {
		comes(t, holders.OfFrozendict, map[string]int{"a": 2}, "frozendict frozendict({'a': 2})", map[string]int{"a": 2, "more": 1})
		return
	}
	_, _, err := holders.OfFrozendict(ctx, nil)
	wantText(t, err, "gophersnake: bind holders.of_frozendict: AttributeError: module 'builtins' has no attribute 'frozendict'")
}

func TestHolders_Ordered(t *testing.T) {
	type ordered = python.OrderedMap[string, int]
	v := ordered{{Key: "z", Value: 1}, {Key: "a", Value: 2}, {Key: "m", Value: 3}}
	comes(t, holders.OfOrderedDict, v, "OrderedDict [('z', 1), ('a', 2), ('m', 3)]", ordered{v[1], v[2], v[0]})
	comes(t, holders.OfOrdered, v, "dict {'z': 1, 'a': 2, 'm': 3}", ordered{v[2], v[1], v[0]})
	comes(t, holders.OfOrdered, nil, "dict {}", ordered{})
	there(t, holders.OfItems, v, "dict_items dict_items([('z', 1), ('a', 2), ('m', 3)])")
	text := ok[[]byte](t)(json.Marshal(v))
	wantEqual(t, string(text), `{"z":1,"a":2,"m":3}`)
	var back ordered
	done(t, json.Unmarshal(text, &back))
	wantEqual(t, back, v)
}

func TestHolders_Sets(t *testing.T) {
	there(t, holders.OfAbstractSet, python.SetOf(1), "set {1}")
	there(t, holders.OfMutableSet, python.SetOf(1), "set {1}")
}

func TestHolders_KeysOfEveryKind(t *testing.T) {
	there(t, holders.OfSliceKeys, python.OrderedMap[[]int, string]{{Key: []int{1, 2}, Value: "a"}, {Key: []int{}, Value: "b"}},
		"dict {(1, 2): 'a', (): 'b'}")
	there(t, holders.OfSetKeys, python.OrderedMap[python.Set[int], string]{{Key: python.SetOf(1), Value: "a"}},
		"dict {frozenset({1}): 'a'}")
	there(t, holders.OfMixedKeys,
		map[python.Tuple2[python.Date, python.Opt[python.UUID]]]int{{V0: python.Date{Year: 2024, Month: 1, Day: 2}}: 5},
		"dict {(datetime.date(2024, 1, 2), None): 5}")
	n, back, err := holders.OfSetOfSets(ctx, []python.Set[int]{python.SetOf(1), python.SetOf(1), python.SetOf(2)})
	done(t, err)
	wantEqual(t, n, 2)
	wantEqual(t, len(back), 2)
}

func TestHolders_Optional(t *testing.T) {
	seen, a, b, c, err := holders.OfOptional(ctx, nil, nil, nil)
	done(t, err)
	if seen != "None None None" || a != nil || b != nil || c != nil {
		t.Errorf("None came back as %v, %v, %v, and Python saw %s", a, b, c, seen)
	}
	seen, a, b, c, err = holders.OfOptional(ctx, []int{}, python.OrderedMap[string, int]{}, map[string]int{})
	done(t, err)
	if a == nil || b == nil || c == nil {
		t.Errorf("empty ones came back as %v, %v, %v, and Python saw %s", a, b, c, seen)
	}
}

func TestHolders_WrongValues(t *testing.T) {
	for want, call := range map[string]func() error{
		"holders.a_deque: result: expected collections.deque, got list":               func() error { _, err := holders.ADeque(ctx, "list"); return err },
		"holders.a_deque: result[1]: expected int, got str":                           func() error { _, err := holders.ADeque(ctx, "text in deque"); return err },
		"holders.a_counter: result['a']: expected int, got str":                       func() error { _, err := holders.ACounter(ctx, "text in counter"); return err },
		"holders.a_counter: result: expected collections.Counter, got dict":           func() error { _, err := holders.ACounter(ctx, "dict"); return err },
		"holders.an_ordered_dict: result: expected collections.OrderedDict, got dict": func() error { _, err := holders.AnOrderedDict(ctx, "dict"); return err },
		"holders.an_ordered_dict: result key 1: expected str, got int":                func() error { _, err := holders.AnOrderedDict(ctx, "key"); return err },
		"holders.a_defaultdict: result: expected collections.defaultdict, got dict":   func() error { _, err := holders.ADefaultdict(ctx, "dict"); return err },
		"holders.keys_view: result: expected KeysView, got dict":                      func() error { _, err := holders.KeysView(ctx, "dict"); return err },
	} {
		wantRefused(t, call(), want)
	}
}

func TestHolders_UnhashableKey(t *testing.T) {
	_, err := holders.AnyKey(ctx, python.OrderedMap[[]any, int]{{Key: []any{[]int{1}}, Value: 1}})
	wantRefused(t, err, "holders.any_key: argument v: expected a hashable key, got ([1],)")
	_, err = holders.AnyItem(ctx, [][]any{{1}, {map[string]int{}}})
	wantRefused(t, err, "holders.any_item: argument v[1]: expected a hashable value, got ({},)")
}
