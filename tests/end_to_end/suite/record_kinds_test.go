package suite

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/gophersnake/gophersnake/python"
	"github.com/gophersnake/gophersnake/tests/end_to_end/suite/dicts"
	"github.com/gophersnake/gophersnake/tests/end_to_end/suite/parts"
	"github.com/gophersnake/gophersnake/tests/end_to_end/suite/people"
	"github.com/gophersnake/gophersnake/tests/end_to_end/suite/tuples"
)

func TestNamedTuples_StayTheSame(t *testing.T) {
	here := tuples.Place{Latitude: 1, Longitude: 2, Name: "here"}
	seen(t, func(p tuples.Place) (string, tuples.Place, error) { return tuples.PlaceOf(ctx, p) }, here,
		"Place(latitude=1.0, longitude=2.0, name='here')")
	seen(t, func(l tuples.Loose) (string, tuples.Loose, error) { return tuples.LooseOf(ctx, l) },
		tuples.Loose{Key: "a", Value: 1}, "Loose(key='a', value=1)")
	stays(t, tuples.PairOf, tuples.Pair{Left: 1, Right: "r"})
	stays(t, tuples.Visits, map[tuples.Place]int{here: 1, {}: 2})
}

func TestNamedTuples_Constructors(t *testing.T) {
	wantEqual(t, ok[tuples.Place](t)(tuples.NewPlace(ctx, 1, 2)), tuples.Place{Latitude: 1, Longitude: 2, Name: "nowhere"})
	wantEqual(t, ok[tuples.Loose](t)(tuples.NewLoose(ctx, "k")), tuples.Loose{Key: "k", Value: 0})
}

func TestNamedTuples_Recursive(t *testing.T) {
	last := tuples.Link{Place: tuples.Place{Name: "b"}, Tags: []string{"x"}}
	first := tuples.Link{Place: tuples.Place{Name: "a"}, Next: &last, Tags: []string{}}
	wantEqual(t, ok[[]tuples.Link](t)(tuples.Links(ctx, first)), []tuples.Link{first, last})
}

func TestNamedTuples_WrongOnesAreRefused(t *testing.T) {
	for how, want := range map[string]string{
		"tuple": "tuples.wrong: result: expected tuples.Place, got tuple",
		"none":  "tuples.wrong: result: expected tuples.Place, got None",
		"field": "tuples.wrong: result.longitude: expected float, got str",
	} {
		_, err := tuples.Wrong(ctx, how)
		wantRefused(t, err, want)
	}
}

func TestTypedDicts_StayTheSame(t *testing.T) {
	up := dicts.Movie{Title: "Up", Year: 2009}
	rated := dicts.Movie{Title: "Alien", Year: 1979, Rating: python.Some(8.5)}
	movie := func(m dicts.Movie) (string, dicts.Movie, error) { return dicts.MovieOf(ctx, m) }
	seen(t, movie, up, "{'title': 'Up', 'year': 2009}")
	seen(t, movie, rated, "{'title': 'Alien', 'year': 1979, 'rating': 8.5}")
	wantEqual(t, ok[[]dicts.Movie](t)(dicts.Library(ctx, map[string]dicts.Movie{"b": up, "a": rated})), []dicts.Movie{rated, up})
}

func TestTypedDicts_KeysThatMayBeMissing(t *testing.T) {
	sequel := dicts.Sequel{Title: "2", After: dicts.Movie{Title: "1"}, Reviews: python.Some([]string{"good"})}
	keys, back, err := dicts.SequelOf(ctx, sequel)
	done(t, err)
	wantEqual(t, keys, []string{"after", "reviews", "title", "year"})
	wantEqual(t, back, sequel)
}

func TestTypedDicts_Recursive(t *testing.T) {
	leaf := dicts.Tree{Value: 1, Children: []dicts.Tree{}}
	tree := func(v dicts.Tree) (string, dicts.Tree, error) { return dicts.TreeOf(ctx, v) }
	seen(t, tree, dicts.Tree{Value: 2, Left: &leaf, Right: python.Some[*dicts.Tree](nil), Children: []dicts.Tree{leaf}},
		"{'value': 2, 'left': {'value': 1, 'children': []}, 'right': None, 'children': [{'value': 1, 'children': []}]}")
}

func TestTypedDicts_KeysThatAreNoNames(t *testing.T) {
	headers := dicts.Headers{ContentType: "text", Class: python.Some(1)}
	stays(t, dicts.HeadersOf, headers)
	wantEqual(t, string(ok[[]byte](t)(json.Marshal(headers))), `{"content-type":"text","class":1}`)
}

func TestTypedDicts_UnpackedAsKeywordArguments(t *testing.T) {
	wantEqual(t, ok[string](t)(dicts.Draw(ctx, "line", 3)), "line {'width': 3}")
	options := dicts.DrawOptions{Dashes: python.Some([]int{1, 2})}
	wantEqual(t, ok[string](t)(dicts.Draw(ctx, "line", 3, options)), "line {'width': 3, 'dashes': [1, 2]}")
}

func TestTypedDicts_FurtherKeys(t *testing.T) {
	want := dicts.Scores{Name: "a", ExtraItems: map[string]int{"x": 1}}
	there(t, dicts.ScoresOf, want, "{'name': 'a', 'x': 1}")
	there(t, dicts.ScoresOf, dicts.Scores{Best: python.Some("b"), ExtraItems: map[string]int{}}, "{'name': '', 'best': 'b'}")
	wantEqual(t, ok[string](t)(dicts.Scored(ctx, "a", dicts.ScoredOptions{Kwargs: want.ExtraItems})), "{'name': 'a', 'x': 1}")
	_, err := dicts.WrongScores(ctx)
	wantRefused(t, err, "dicts.wrong_scores: result.extra_items['x']: expected int, got str")
	_, _, err = dicts.ScoresOf(ctx, dicts.Scores{ExtraItems: map[string]int{"best": 1}})
	wantRefused(t, err, "dicts.scores_of: argument scores: expected extra_items beside the keys of dicts.Scores, got its key 'best'")

	text := ok[[]byte](t)(json.Marshal(want))
	wantEqual(t, string(text), `{"name":"a","x":1}`)
	var back dicts.Scores
	done(t, json.Unmarshal(text, &back))
	wantEqual(t, back, want)
	if err := json.Unmarshal([]byte(`{"name":"a","x":"y"}`), &back); err == nil {
		t.Error("a text is an int")
	}
}

func TestTypedDicts_WrongKeysAreNamed(t *testing.T) {
	for how, want := range map[string]string{
		"missing":  "dicts.wrong: result[1]: expected dicts.Movie with the key 'year', got a dict without it",
		"extra":    "dicts.wrong: result[1]: expected dicts.Movie, which has no other keys, got the key 'stars'",
		"key":      "dicts.wrong: result[1]: expected dicts.Movie, which has no other keys, got the key 1",
		"value":    "dicts.wrong: result[1].year: expected int, got str",
		"optional": "dicts.wrong: result[1].rating: expected float, got str",
		"list":     "dicts.wrong: result[1]: expected dicts.Movie, got list",
	} {
		_, err := dicts.Wrong(ctx, how)
		wantRefused(t, err, want)
	}
}

func TestAttrs_StayTheSame(t *testing.T) {
	part := parts.Part{Name: "bolt", Weight: 2, Serial: 7, Tags: []string{"a"}, Code: "c", Label: python.Some("own")}
	seen(t, func(p parts.Part) (string, parts.Part, error) { return parts.PartOf(ctx, p) }, part,
		"Part(name='bolt', weight=2.0, _serial=7, tags=['a'], code='c', label='own')")
	stays(t, parts.OldOf, parts.Old{X: 1, Y: []int{2}})
	stays(t, parts.OlderOf, parts.Older{X: 1, Y: "y"})
	stays(t, parts.Slots, map[parts.Slot]parts.Part{{Row: 1}: part})
}

func TestAttrs_Constructors(t *testing.T) {
	made := ok[parts.Part](t)(parts.NewPart(ctx, "nut", parts.PartOptions{Serial: python.Some(5), ID: python.Some("i")}))
	wantEqual(t, made, parts.Part{Name: "nut", Weight: 1, Serial: 5, Tags: []string{}, Code: "i", Label: python.Some("nut/5")})
	wantEqual(t, ok[parts.Older](t)(parts.NewOlder(ctx, 3)), parts.Older{X: 3})
}

func TestAttrs_ValidatorsCheckWhatGoSends(t *testing.T) {
	_, _, err := parts.PartOf(ctx, parts.Part{Name: "bolt", Weight: -1})
	wantEqual(t, raised(t, err).Type, "ValueError")
}

func TestAttrs_WrongOnesAreRefused(t *testing.T) {
	for how, want := range map[string]string{
		"slot":  "parts.wrong: result: expected parts.Part, got parts.Slot",
		"field": "parts.wrong: result.tags[1]: expected str, got int",
	} {
		_, err := parts.Wrong(ctx, how)
		wantRefused(t, err, want)
	}
}

func TestPydantic_StaysTheSame(t *testing.T) {
	person := people.Person{
		Name: "Ada", Age: 36, Address: &people.Address{City: "London", Code: "W1"},
		Friends: []people.Person{{Name: "Bob", Friends: []people.Person{}, Tags: map[string]float64{}}},
		Tags:    map[string]float64{"a": 1.5},
	}
	_, back, err := people.PersonOf(ctx, person)
	done(t, err)
	wantEqual(t, back, person)
	stays(t, people.EmployeeOf, people.Employee{Name: "E", Friends: []people.Person{}, Tags: map[string]float64{}, Salary: 2})
	stays(t, people.Residents, map[people.Address][]string{{City: "Rome"}: {"R"}})
}

func TestPydantic_ValidatesAndConverts(t *testing.T) {
	text, back, err := people.PersonOf(ctx, people.Person{Name: "  Ada "})
	done(t, err)
	wantEqual(t, back.Name, "Ada")
	wantEqual(t, text, "Person(name='Ada', age=0, address=None, friends=[], tags={})")

	_, _, err = people.PersonOf(ctx, people.Person{Name: "Ada", Friends: []people.Person{{Name: "Bob", Age: -1}}})
	e := raised(t, err)
	wantEqual(t, e.Type, "ValidationError")
	if !strings.Contains(e.Message, "age\n  Input should be greater than or equal to 0") {
		t.Errorf("the error does not name the field: %s", e.Message)
	}
}

func TestPydantic_FieldsWithAliasesStayTheSame(t *testing.T) {
	parcel := people.Parcel{SentFrom: "Rome", Number: 3, Weight: 1.5, Height: 2}
	text, back, err := people.ParcelOf(ctx, parcel)
	done(t, err)
	wantEqual(t, text, "Parcel(sent_from='Rome', number=3, weight=1.5, height=2.0)")
	wantEqual(t, back, parcel)
	parcel, err = people.NewParcel(ctx, "Rome", people.ParcelOptions{No: python.Some(4)})
	done(t, err)
	wantEqual(t, parcel, people.Parcel{SentFrom: "Rome", Number: 4})
}

func TestPydantic_DataclassesAreValidated(t *testing.T) {
	stamp := people.Stamp{Price: 1, Motif: "king", Places: []string{}}
	_, back, err := people.StampOf(ctx, stamp)
	done(t, err)
	wantEqual(t, back, stamp)
	_, _, err = people.StampOf(ctx, people.Stamp{Price: -1})
	wantEqual(t, raised(t, err).Type, "ValidationError")
	wantEqual(t, strings.Split(raised(t, err).Message, "\n")[1], "price")
	stamp, err = people.NewStamp(ctx, 2, people.StampOptions{Picture: python.Some("king")})
	done(t, err)
	wantEqual(t, stamp, people.Stamp{Price: 2, Motif: "king", Places: []string{}})
	_, err = people.NewStamp(ctx, -1)
	wantEqual(t, strings.Split(raised(t, err).Message, "\n")[1], "price")
}

func TestPydantic_Constructors(t *testing.T) {
	address := ok[people.Address](t)(people.NewAddress(ctx, "Rome", people.AddressOptions{Zip: python.Some("00100")}))
	wantEqual(t, address, people.Address{City: "Rome", Code: "00100"})
	_, err := people.NewPerson(ctx, "")
	wantEqual(t, raised(t, err).Type, "ValidationError")
}

func TestPydantic_WrongOnesAreRefused(t *testing.T) {
	for how, want := range map[string]string{
		"field": "people.wrong: result.age: expected int, got str",
		"other": "people.wrong: result: expected people.Person, got people.Address",
	} {
		_, err := people.Wrong(ctx, how)
		wantRefused(t, err, want)
	}
}
