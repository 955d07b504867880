package python_test

import (
	"encoding/json"
	"reflect"
	"testing"

	"github.com/gophersnake/gophersnake/python"
)

type containers struct {
	Pair  python.Tuple2[int, *python.Tuple1[string]] `json:"pair"`
	Empty python.Tuple0                              `json:"empty"`
	Set   python.Set[python.Tuple2[int, string]]     `json:"set"`
}

func TestJSON_OfTuplesAndSetsIsArrays(t *testing.T) {
	want := containers{
		Pair: python.Tuple2[int, *python.Tuple1[string]]{V0: 1, V1: &python.Tuple1[string]{V0: "a"}},
		Set:  python.SetOf(python.Tuple2[int, string]{V0: 2, V1: "b"}, python.Tuple2[int, string]{V0: 1, V1: "c"}),
	}
	text, err := json.Marshal(want)
	if err != nil || string(text) != `{"pair":[1,["a"]],"empty":[],"set":[[1,"c"],[2,"b"]]}` {
		t.Errorf("%s, %v", text, err)
	}
	var back containers
	if err := json.Unmarshal(text, &back); err != nil || !reflect.DeepEqual(back, want) {
		t.Errorf("%+v, %v", back, err)
	}
	if text, err := json.Marshal(containers{}); err != nil || string(text) != `{"pair":[0,null],"empty":[],"set":null}` {
		t.Errorf("%s, %v", text, err)
	}
	for text, want := range map[string]string{
		`{"pair":[1]}`:      "expected an array of 2, got one of 1",
		`{"pair":{"V0":1}}`: "expected python.Tuple2[int,*github.com/gophersnake/gophersnake/python.Tuple1[string]], got an object",
		`{"pair":[1,[2]]}`:  "[1][0]: json: cannot unmarshal number into Go value of type string",
	} {
		if err := json.Unmarshal([]byte(text), &back); err == nil || err.Error() != want {
			t.Errorf("%s: %v", text, err)
		}
	}
}

func TestJSON_IsReadAsNoObjectThatStaysInPython(t *testing.T) {
	var into struct{ Stack *python.Object }
	if err := json.Unmarshal([]byte(`{"Stack":{}}`), &into); err == nil {
		t.Error("{} is an object of Python's")
	}
	if err := json.Unmarshal([]byte(`{"Stack":null}`), &into); err != nil {
		t.Error(err)
	}
}

func TestUnmarshalJSON_WhereThereIsNoUnionIsThatOfEncodingJSON(t *testing.T) {
	for _, text := range []string{`{"a":[1,2]}`, `{"a":`, `{"a":["x"]}`, ``, `null`, `[]`, `{"a":[1]} {}`} {
		want, got := map[string][]int{"b": {3}}, map[string][]int{"b": {3}}
		expected, err := json.Unmarshal([]byte(text), &want), python.UnmarshalJSON([]byte(text), &got)
		if !reflect.DeepEqual(got, want) || (err == nil) != (expected == nil) {
			t.Errorf("%q: %v, %v; want %v, %v", text, got, err, want, expected)
		}
	}
	if err := python.UnmarshalJSON([]byte(`1`), 1); err == nil {
		t.Error("read into what is no pointer")
	}
}
