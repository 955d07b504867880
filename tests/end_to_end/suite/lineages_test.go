package suite

import (
	"errors"
	"testing"

	"github.com/gophersnake/gophersnake/python"
	"github.com/gophersnake/gophersnake/tests/end_to_end/suite/lineages"
)

// theCase calls a function whose result is a union, and returns which case it is.
func theCase[T any](t *testing.T, which string, call func(string) (T, error)) T {
	t.Helper()
	return ok[T](t)(call(which))
}

func TestLineages_HandlesOfAClassAndItsBase(t *testing.T) {
	animal := ok[*lineages.Animal](t)(lineages.NewAnimal(ctx, "Tom"))
	dog := ok[*lineages.Dog](t)(lineages.NewDog(ctx, "Rex"))
	puppy := ok[*lineages.Puppy](t)(lineages.NewPuppy(ctx, "Fay"))
	for want, v := range map[string]lineages.AnimalOrDog{
		"Animal ?":  animal,
		"Dog woof":  dog,
		"Puppy yip": puppy, // its type embeds Dog, which is the case
	} {
		seen, back, err := lineages.OfAnimal(ctx, v)
		done(t, err)
		wantEqual(t, seen, want)
		if _, isDog := back.(*lineages.Dog); isDog != (v != lineages.AnimalOrDog(animal)) {
			t.Errorf("%s comes back as %T", want, back)
		}
	}
	wantEqual(t, ok[string](t)(lineages.OfName(ctx, puppy)), "yip")
	wantEqual(t, ok[string](t)(lineages.OfName(ctx, lineages.StrCase("x"))), "x")
	var none *lineages.Puppy
	_, err := lineages.OfName(ctx, none)
	wantRefused(t, err, "lineages.of_name: argument v: expected Animal | str, got *lineages.Puppy")
}

// Animal says `self.name = name`, where the parameter alone has a type.
func TestLineages_AnAttributeOfTheTypeOfItsParameter(t *testing.T) {
	dog := ok[*lineages.Dog](t)(lineages.NewDog(ctx, "Rex"))
	wantEqual(t, ok[string](t)(dog.Name(ctx)), "Rex")
	done(t, dog.SetName(ctx, "Max"))
	wantEqual(t, ok[string](t)(dog.Name(ctx)), "Max")
}

func TestLineages_ObjectsOfAClassFurtherDown(t *testing.T) {
	if v, is := ok[lineages.AnimalOrDog](t)(lineages.AnAnimal(ctx, "puppy")).(*lineages.Dog); !is {
		t.Errorf("a puppy is no dog but %T", v)
	}
	if v, is := ok[lineages.BellOrSounding](t)(lineages.ASound(ctx, "small bell")).(*lineages.Bell); !is {
		t.Errorf("a small bell is no bell but %T", v)
	}
	if v, is := ok[lineages.BellOrSounding](t)(lineages.ASound(ctx, "puppy")).(*lineages.Sounding); !is {
		t.Errorf("a puppy has no sound but is %T", v)
	}
}

func TestLineages_Records(t *testing.T) {
	there(t, lineages.OfPoint, lineages.Point3OrPoint(lineages.Point{X: 1}), "Point(x=1)")
	there(t, lineages.OfPoint, lineages.Point3OrPoint(lineages.Point3{X: 1, Z: 2}), "Point3(x=1, z=2)")
	wantEqual(t, ok[lineages.Point3OrPoint](t)(lineages.APoint(ctx, "labelled")), lineages.Point3OrPoint(lineages.Point3{X: 1, Z: 2}))
	there(t, lineages.OfPair, lineages.PairOrTupleIntInt(lineages.Pair{A: 1, B: 2}), "Pair(a=1, b=2)")
	there(t, lineages.OfPair, lineages.PairOrTupleIntInt(lineages.Tuple2OfIntIntCase{Tuple2: python.Tuple2[int, int]{V0: 1, V1: 2}}), "(1, 2)")
	wantEqual(t, ok[lineages.PairOrTupleIntInt](t)(lineages.APair(ctx, "named pair")), lineages.PairOrTupleIntInt(lineages.Pair{A: 1, B: 2}))
}

func TestLineages_TypedDictsAndDicts(t *testing.T) {
	type movie = lineages.MovieOrDatedOrDictStrAny
	there(t, lineages.OfMovie, movie(lineages.Movie{Title: "x"}), "{'title': 'x'}")
	there(t, lineages.OfMovie, movie(lineages.Dated{Title: "x", Year: python.Some(1999)}), "{'title': 'x', 'year': 1999}")
	there(t, lineages.OfMovie, movie(lineages.DictOfStrAnyCase{"name": 1}), "{'name': 1}")
	there(t, lineages.OfMovie, movie(lineages.DictOfStrAnyCase{"title": 1}), "{'title': 1}")
}

func TestLineages_Scalars(t *testing.T) {
	type number = lineages.LevelOrBoolOrIntOrFloat
	there(t, lineages.OfNumber, number(lineages.LevelLow), "<Level.LOW: 1>")
	there(t, lineages.OfNumber, number(lineages.BoolCase(true)), "True")
	there(t, lineages.OfNumber, number(lineages.IntCase(1)), "1")
	there(t, lineages.OfNumber, number(lineages.FloatCase(1)), "1.0")
	wantEqual(t, ok[lineages.BoolOrIntOrFloat](t)(lineages.ANumber(ctx, "true")), lineages.BoolOrIntOrFloat(lineages.BoolCase(true)))
	wantEqual(t, ok[lineages.BoolOrIntOrFloat](t)(lineages.ANumber(ctx, "low")), lineages.BoolOrIntOrFloat(lineages.IntCase(1)))
	there(t, lineages.OfText, lineages.ModeOrStr(lineages.ModeRead), "<Mode.READ: 'r'>")
	there(t, lineages.OfText, lineages.ModeOrStr(lineages.StrCase("r")), "'r'")
	there(t, lineages.OfPath, lineages.ModeOrPathOrBytes(lineages.ModeRead), "Mode")
	there(t, lineages.OfPath, lineages.ModeOrPathOrBytes(lineages.PathCase("r")), "PosixPath")
}

func TestLineages_Times(t *testing.T) {
	day := python.Date{Year: 2024, Month: 1, Day: 2}
	moment := day.In(python.Naive)
	there(t, lineages.OfDay, lineages.DateOrDatetime(lineages.DateCase{Date: day}), "datetime.date(2024, 1, 2)")
	there(t, lineages.OfDay, lineages.DateOrDatetime(lineages.DatetimeCase{Time: moment}), "datetime.datetime(2024, 1, 2, 0, 0)")
	wantEqual(t, theCase(t, "day", aDay), lineages.DateOrDatetime(lineages.DateCase{Date: day}))
	wantEqual(t, theCase(t, "moment", aDay), lineages.DateOrDatetime(lineages.DatetimeCase{Time: moment}))
}

func aDay(which string) (lineages.DateOrDatetime, error) { return lineages.ADay(ctx, which) }

func TestLineages_Containers(t *testing.T) {
	there(t, lineages.OfItems, lineages.ListIntOrListFloat(lineages.ListOfIntCase{1}), "[1]")
	there(t, lineages.OfItems, lineages.ListIntOrListFloat(lineages.ListOfFloatCase{1.5}), "[1.5]")
	for _, which := range []string{"text", "mode"} {
		if v, is := ok[lineages.StrOrSequenceStr](t)(lineages.AText(ctx, which)).(lineages.StrCase); !is {
			t.Errorf("a str comes back as %T", v)
		}
	}
	wantEqual(t, theCase(t, "items", someItems), lineages.ListIntOrSequenceIntOrIterableInt(lineages.ListOfIntCase{1, 2}))
	wantEqual(t, theCase(t, "range", someItems), lineages.ListIntOrSequenceIntOrIterableInt(lineages.SequenceOfIntCase{0, 1}))
	if v, is := theCase(t, "generator", someItems).(lineages.IterableOfIntCase); !is {
		t.Errorf("an iterator comes back as %T", v)
	}
	counter := ok[lineages.CounterStrOrDictStrIntOrMappingStrInt](t)(lineages.AMapping(ctx, "counter"))
	wantEqual(t, counter, lineages.CounterStrOrDictStrIntOrMappingStrInt(lineages.CounterOfStrCase{"a": 2, "b": 1}))
}

func someItems(which string) (lineages.ListIntOrSequenceIntOrIterableInt, error) {
	return lineages.SomeItems(ctx, which)
}

func TestLineages_AnObjectOfNone(t *testing.T) {
	_, err := lineages.APoint(ctx, "true")
	wantRefused(t, err, "lineages.a_point: result: expected lineages.Point3 | lineages.Point, got bool")
	var refused *python.ConversionError
	if _, err := lineages.AnAnimal(ctx, "text"); !errors.As(err, &refused) {
		t.Errorf("a str is an animal: %v", err)
	}
}
