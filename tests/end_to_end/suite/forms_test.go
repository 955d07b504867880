package suite

import (
	"testing"

	"github.com/gophersnake/gophersnake/python"
	"github.com/gophersnake/gophersnake/tests/end_to_end/suite/forms"
)

func TestForms_StrEnum(t *testing.T) {
	there(t, forms.SuitOf, forms.SuitSpades, "'s'")
	wantEqual(t, forms.SuitHearts.String(), "HEARTS")
	_, _, err := forms.SuitOf(ctx, "x")
	wantRefused(t, err, `forms.suit_of: argument v: expected forms.Suit, one of HEARTS, SPADES, got "x"`)
}

func TestForms_DataclassesByNameAndWithOrder(t *testing.T) {
	made := ok[forms.Options](t)(forms.NewOptions(ctx, "n", forms.OptionsOptions{Depth: python.Some(2)}))
	wantEqual(t, made, forms.Options{Name: "n", Tags: []string{}, Depth: 2})
	there(t, forms.OptionsOf, made, "Options(name='n', tags=[], depth=2)")
	stays(t, forms.RanksOf, map[forms.Rank]int{{Value: 1, Hidden: 2}: 3})
}

func TestForms_LiteralsOfBoolBytesAndNone(t *testing.T) {
	stays(t, forms.TruthOf, true)
	there(t, forms.TruthsOf, false, "False")
	there(t, forms.BytesOf, forms.BytesOfVBBXff, `b'b\xff'`)
	done(t, forms.NoneOf(ctx, struct{}{}))
	on := forms.ModeOfVOn
	wantEqual(t, *ok[*forms.ModeOfV](t)(forms.ModeOf(ctx, forms.ModeOfOptions{V: &on})), on)
	wantEqual(t, ok[*forms.ModeOfV](t)(forms.ModeOf(ctx)), nil)
}

func TestForms_FunctionsThatNeverReturn(t *testing.T) {
	wantText(t, forms.Never(ctx, "so"), "forms.never: ValueError: so")
	wantText(t, forms.NoReturn(ctx, "so"), "forms.no_return: ValueError: so")
}

func TestForms_GuardsAndLiteralStrings(t *testing.T) {
	wantEqual(t, ok[string](t)(forms.Literal(ctx, "text")), "text")
	wantEqual(t, ok[bool](t)(forms.IsInt(ctx, 1)), true)
	wantEqual(t, ok[bool](t)(forms.IsStr(ctx, 1)), false)
	wantEqual(t, ok[int](t)(forms.Limit(ctx)), 7)
}

func TestForms_DecoratedFunctions(t *testing.T) {
	wantEqual(t, ok[string](t)(forms.Wrapped(ctx, 1)), "1b")
	wantEqual(t, ok[string](t)(forms.Wrapped(ctx, 1, forms.WrappedOptions{B: python.Some("c")})), "1c")
	wantEqual(t, ok[int](t)(forms.Cached(ctx, 12)), 144)
	wantEqual(t, ok[float64](t)(forms.Power(ctx, 3)), 9)
}
