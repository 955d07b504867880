package suite

import (
	"encoding/json"
	"errors"
	"strings"
	"testing"

	"github.com/gophersnake/gophersnake/python"
	"github.com/gophersnake/gophersnake/tests/end_to_end/suite/thickets"
)

func TestThickets_RoundTrip(t *testing.T) {
	tree := thickets.Tree{{}, {{}, {{}}}}
	there(t, thickets.OfTree, tree, "[[], [[], [[]]]]")
	there(t, thickets.OfNested, thickets.Nested{"a": {"b": {}}}, "{'a': {'b': {}}}")
	there(t, thickets.OfMaybe, thickets.Maybe{nil, {nil}}, "[None, [None]]")
	there(t, thickets.OfMaybe, nil, "None")
	there(t, thickets.OfOrdered, thickets.Ordered{{Key: "b", Value: thickets.Ordered{}}, {Key: "a", Value: thickets.Ordered{}}},
		"{'b': OrderedDict(), 'a': OrderedDict()}")
	there(t, thickets.OfNamed, thickets.Named{{V0: "a", V1: thickets.Named{{V0: "b", V1: thickets.Named{}}}}}, "[('a', [('b', [])])]")
	there(t, thickets.OfCounts, thickets.Counts{thickets.IntCase(1), thickets.Counts{thickets.IntCase(2)}}, "[1, [2]]")
	there(t, thickets.OfThicket, thickets.Thicket{Tree: tree}, "Thicket(tree=[[], [[], [[]]]], nested=None)")
	there(t, thickets.OfOptional, thickets.Tree(nil), "None")
	there(t, thickets.OfOptional, thickets.Tree{}, "[]")
	there(t, thickets.OfEither, thickets.TreeOrInt(tree), "[[], [[], [[]]]]")
	there(t, thickets.OfEither, thickets.TreeOrInt(thickets.IntCase(3)), "3")
	text, folder, err := thickets.OfFiles(ctx, thickets.Files{{"a": {}}})
	done(t, err)
	wantEqual(t, text, "[{'a': []}]")
	wantEqual(t, folder, thickets.Folder{"a": {}})
	size, family, err := thickets.OfFamily(ctx, thickets.Family{{}, {{}}})
	done(t, err)
	wantEqual(t, []int{size, len(family)}, []int{2, 2})
}

func TestThickets_DynamicAndJSON(t *testing.T) {
	object := ok[*python.Object](t)(python.From(ctx, thickets.Tree{{}, {}}))
	defer object.Close()
	wantEqual(t, ok[thickets.Tree](t)(python.To[thickets.Tree](ctx, object)), thickets.Tree{{}, {}})
	before := thickets.Thicket{Tree: thickets.Tree{{}, {{}}}, Nested: thickets.Nested{"a": {}}}
	text := ok[[]byte](t)(json.Marshal(before))
	wantEqual(t, string(text), `{"tree":[[],[[]]],"nested":{"a":{}}}`)
	var after thickets.Thicket
	done(t, json.Unmarshal(text, &after))
	wantEqual(t, after, before)
	either := thickets.TreeOrInt(thickets.Tree{{}})
	var read thickets.TreeOrInt
	done(t, python.UnmarshalJSON(ok[[]byte](t)(json.Marshal(either)), &read))
	wantEqual(t, read, either)
}

func TestThickets_Refused(t *testing.T) {
	_, err := thickets.Wrong(ctx)
	wantRefused(t, err, "thickets.wrong: result[1][1][0]: expected list, got int")
	ok[thickets.Tree](t)(thickets.Deep(ctx, 1900))
	_, err = thickets.Deep(ctx, 100_000)
	wantTooDeep(t, err)
	_, err = thickets.Circle(ctx)
	wantTooDeep(t, err)
	tree := thickets.Tree{}
	for range 100_000 {
		tree = thickets.Tree{tree}
	}
	_, _, err = thickets.OfTree(ctx, tree)
	wantTooDeep(t, err)
}

func wantTooDeep(t *testing.T, err error) {
	t.Helper()
	var refused *python.ConversionError
	if !errors.As(err, &refused) || !strings.Contains(refused.Expected, "2000") {
		t.Errorf("want a refusal of what is too deep, got %v", err)
	}
}
