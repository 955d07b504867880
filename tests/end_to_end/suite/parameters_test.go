package suite

import (
	"fmt"
	"testing"

	"github.com/gophersnake/gophersnake/python"
	"github.com/gophersnake/gophersnake/tests/end_to_end/suite/parameters"
)

// said compares what Python says it was called with.
func said(t *testing.T, want string) func(string, error) {
	t.Helper()
	return func(got string, err error) {
		t.Helper()
		done(t, err)
		wantEqual(t, got, want)
	}
}

func TestParameters_PositionalOnly(t *testing.T) {
	said(t, "a=1, b='b'")(parameters.PositionalOnly(ctx, 1))
	said(t, "a=1, b=''")(parameters.PositionalOnly(ctx, 1, parameters.PositionalOnlyOptions{B: python.Some("")}))
}

func TestParameters_KeywordOnly(t *testing.T) {
	said(t, "a=1, b='b'")(parameters.KeywordOnly(ctx, 1))
	said(t, "a=1, b='x'")(parameters.KeywordOnly(ctx, 1, parameters.KeywordOnlyOptions{B: python.Some("x")}))
}

func TestParameters_DefaultsWithAGap(t *testing.T) {
	type options = parameters.ByPositionOptions
	said(t, "a=1, b=2, c=3")(parameters.ByPosition(ctx, 1))
	said(t, "a=1, b=20, c=3")(parameters.ByPosition(ctx, 1, options{B: python.Some(20)}))
	said(t, "a=1, b=2, c=30")(parameters.ByPosition(ctx, 1, options{C: python.Some(30)}))
	said(t, "a=1, b=0, c=0")(parameters.ByPosition(ctx, 1, options{B: python.Some(0), C: python.Some(0)}))
}

func TestParameters_SeveralOptionsAreMerged(t *testing.T) {
	type options = parameters.ByPositionOptions
	said(t, "a=1, b=21, c=30")(parameters.ByPosition(ctx, 1,
		options{B: python.Some(20)}, options{C: python.Some(30)}, options{B: python.Some(21)}))
}

func TestParameters_GapThatPythonCannotBeGiven(t *testing.T) {
	type options = parameters.GapBeforePositionalOnlyOptions
	said(t, "a=10, b=20")(parameters.GapBeforePositionalOnly(ctx, options{A: python.Some(10), B: python.Some(20)}))
	_, err := parameters.GapBeforePositionalOnly(ctx, options{B: python.Some(20)})
	wantRefused(t, err, "parameters.gap_before_positional_only: argument b: expected a value for a too, without which Python cannot be given this one, got none")
}

func TestParameters_Rest(t *testing.T) {
	said(t, "first='f', args=()")(parameters.Rest(ctx, "f"))
	said(t, "first='f', args=(1, 2, 3)")(parameters.Rest(ctx, "f", 1, 2, 3))
	said(t, "first='f', args=()")(parameters.DefaultedBeforeRest(ctx))
	said(t, "first='g', args=(1,)")(parameters.DefaultedBeforeRestWith(ctx,
		parameters.DefaultedBeforeRestOptions{First: python.Some("g")}, 1))
	_, err := parameters.DefaultedBeforeRest(ctx, 1)
	wantRefused(t, err, "parameters.defaulted_before_rest: argument args: expected a value for first too, without which Python cannot be given this one, got none")
}

func TestParameters_Keywords(t *testing.T) {
	said(t, "")(parameters.Keywords(ctx))
	said(t, "a=1.5, ö=2.0")(parameters.Keywords(ctx,
		parameters.KeywordsOptions{Kwargs: map[string]float64{"a": 1.5, "ö": 2}}))
}

func TestParameters_AllKinds(t *testing.T) {
	type options = parameters.AllKindsOptions
	said(t, "a=1, b=2, c=3, args=(), d=4, e=5, kwargs={}")(parameters.AllKinds(ctx, 1, 2, 4))
	said(t, "a=1, b=2, c=30, args=(7, 8), d=4, e=50, kwargs={'x': 1, 'y': 2}")(parameters.AllKindsWith(ctx, 1, 2, 4,
		options{C: python.Some(30), E: python.Some(50), Kwargs: map[string]int{"y": 2, "x": 1}}, 7, 8))
	said(t, "a=1, b=2, c=3, args=(), d=4, e=50, kwargs={'z': 9}")(parameters.AllKindsWith(ctx, 1, 2, 4,
		options{E: python.Some(50), Kwargs: map[string]int{"z": 9}}))
}

func TestParameters_KeywordThatIsAParameterToo(t *testing.T) {
	_, err := parameters.AllKindsWith(ctx, 1, 2, 4, parameters.AllKindsOptions{Kwargs: map[string]int{"b": 1}})
	wantText(t, err, "parameters.all_kinds: TypeError: all_kinds() got multiple values for argument 'b'")
}

func TestParameters_NilIsTheDefaultNone(t *testing.T) {
	type options = parameters.DefaultNoneOptions
	said(t, "a=None, b=None")(parameters.DefaultNone(ctx))
	said(t, "a=0, b=[]")(parameters.DefaultNone(ctx, options{A: pointer(0), B: []int{}}))
}

func TestParameters_NoneIsNotTheDefault(t *testing.T) {
	type options = parameters.DefaultNotNoneOptions
	said(t, "a=7")(parameters.DefaultNotNone(ctx))
	said(t, "a=None")(parameters.DefaultNotNone(ctx, options{A: python.Some[*int](nil)}))
	said(t, "a=8")(parameters.DefaultNotNone(ctx, options{A: python.Some(pointer(8))}))
}

func TestParameters_DefaultsAreEvaluatedByPython(t *testing.T) {
	wantEqual(t, ok[bool](t)(parameters.DefaultOfNoType(ctx)), true)
	wantEqual(t, ok[bool](t)(parameters.DefaultOfNoType(ctx, parameters.DefaultOfNoTypeOptions{A: python.Some(0)})), false)
	ok[[]int](t)(parameters.MutableDefault(ctx, 1))
	wantEqual(t, ok[[]int](t)(parameters.MutableDefault(ctx, 2)), []int{1, 2})
	wantEqual(t, ok[[]int](t)(parameters.MutableDefault(ctx, 3, parameters.MutableDefaultOptions{Into: python.Some([]int{9})})), []int{9, 3})
}

func TestParameters_Many(t *testing.T) {
	wantEqual(t, ok[[]int](t)(parameters.Fourteen(ctx, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13)),
		[]int{1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14})
	wantEqual(t, ok[[]int](t)(parameters.Fourteen(ctx, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13,
		parameters.FourteenOptions{N: python.Some(0)}))[13], 0)
	for _, n := range []int{0, 1, 11, 12, 13, 24, 25, 1000} {
		kwargs := map[string]string{}
		for i := range n {
			kwargs[fmt.Sprint("k", i)] = "v"
		}
		args, named, err := parameters.CountWith(ctx, parameters.CountOptions{Kwargs: kwargs}, make([]int, n)...)
		done(t, err)
		wantEqual(t, []int{args, named}, []int{n, n})
	}
}

func TestParameters_NamesOfOtherLanguages(t *testing.T) {
	wantEqual(t, ok[[]int](t)(parameters.Reserved(ctx, 1, 2, 3, 4, 5)), []int{1, 2, 3, 4, 5})
	said(t, "größe=1.5, 名='名'")(parameters.Named(ctx, 1.5))
	said(t, "größe=1.5, 名='x'")(parameters.Named(ctx, 1.5, parameters.NamedOptions{X名: python.Some("x")}))
}

func TestParameters_OfAnUnpackedTuple(t *testing.T) {
	said(t, "first=True, args=(1,)")(parameters.EachItsOwn(ctx, true, 1))
	said(t, "first=True, args=(1, 'a', 'b')")(parameters.EachItsOwn(ctx, true, 1, "a", "b"))
}
