package suite

import (
	"errors"
	"math/big"
	"net/netip"
	"testing"
	"time"

	"github.com/gophersnake/gophersnake/python"
	"github.com/gophersnake/gophersnake/tests/end_to_end/suite/choices"
	"github.com/gophersnake/gophersnake/tests/end_to_end/suite/eithers"
)

// dynamically sends a value where any may stand, and reads it back by its Go type.
func dynamically[T any](t *testing.T, v T, wantRepr string) {
	t.Helper()
	o := ok[*python.Object](t)(python.From(ctx, v))
	wantEqual(t, ok[string](t)(o.Repr(ctx)), wantRepr)
	wantEqual(t, ok[T](t)(python.To[T](ctx, o)), v)
}

func TestDynamicValues_StandardTypes(t *testing.T) {
	dynamically(t, time.Date(2024, 1, 2, 3, 4, 5, 6000, time.UTC), "datetime.datetime(2024, 1, 2, 3, 4, 5, 6, tzinfo=datetime.timezone.utc)")
	dynamically(t, time.Minute, "datetime.timedelta(seconds=60)")
	dynamically(t, time.UTC, "datetime.timezone.utc")
	dynamically(t, python.Date{Year: 2024, Month: 1, Day: 2}, "datetime.date(2024, 1, 2)")
	dynamically(t, python.TimeOfDay{Hour: 1}, "datetime.time(1, 0)")
	dynamically(t, decimal(t, "1.10"), "Decimal('1.10')")
	dynamically(t, big.NewRat(1, 3), "Fraction(1, 3)")
	dynamically(t, python.UUID{15: 1}, "UUID('00000000-0000-0000-0000-000000000001')")
	dynamically(t, netip.MustParseAddr("10.0.0.1"), "IPv4Address('10.0.0.1')")
	dynamically(t, netip.MustParsePrefix("10.0.0.1/8"), "IPv4Interface('10.0.0.1/8')")
	dynamically(t, python.Pattern{Source: "a", Flags: python.PatternUnicode}, "re.compile('a')")
}

// embedded makes the modules that the binary carries importable, as their first call does.
func embedded(t *testing.T) {
	t.Helper()
	ok[choices.Color](t)(choices.OfDefault(ctx))
	ok[string](t)(eithers.OfDefault(ctx))
}

func TestDynamicValues_OfGeneratedPackages(t *testing.T) {
	embedded(t)
	dynamically(t, choices.LevelMid, "<Level.MID: 2>")
	dynamically(t, choices.ColorRed, "<Color.RED: 'red'>")
	dynamically(t, eithers.Point{X: 1, Label: eithers.StrCase("p")}, "Point(x=1, label='p')")
}

func TestDynamicValues_InsideOthers(t *testing.T) {
	day := python.Date{Year: 2024, Month: 1, Day: 2}
	o := ok[*python.Object](t)(python.From(ctx, map[python.Date][]any{day: {time.Second, &day, (*big.Rat)(nil)}}))
	wantEqual(t, ok[string](t)(o.Repr(ctx)), "{datetime.date(2024, 1, 2): [datetime.timedelta(seconds=1), datetime.date(2024, 1, 2), None]}")
	back := ok[map[python.Date][]*python.Object](t)(python.To[map[python.Date][]*python.Object](ctx, o))
	wantEqual(t, ok[time.Duration](t)(python.To[time.Duration](ctx, back[day][0])), time.Second)
}

func TestDynamicValues_ThatDoNotFit(t *testing.T) {
	embedded(t)
	_, err := python.From(ctx, []any{1, python.Date{}})
	var refused *python.ConversionError
	if !errors.As(err, &refused) {
		t.Fatalf("%v is no *python.ConversionError", err)
	}
	wantText(t, err, "python.From: argument value[1]: python.From: argument value: expected a date from 0001-01-01 to 9999-12-31, got 0000-00-00")
	_, err = python.To[time.Time](ctx, eval(t, "1"))
	wantRefused(t, err, "python.To: result: expected datetime.datetime, got int")
	_, err = python.To[choices.Color](ctx, eval(t, "'red'"))
	wantRefused(t, err, "python.To: result: expected choices.Color, got str")
}
