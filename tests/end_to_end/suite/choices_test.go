package suite

import (
	"encoding/json"
	"fmt"
	"testing"

	"github.com/gophersnake/gophersnake/python"
	"github.com/gophersnake/gophersnake/tests/end_to_end/suite/choices"
)

func TestChoices_Enums(t *testing.T) {
	there(t, choices.OfColor, choices.ColorRed, "<Color.RED: 'red'>")
	there(t, choices.OfColor, choices.ColorCrimson, "<Color.RED: 'red'>")
	there(t, choices.OfLevel, choices.LevelMid, "<Level.MID: 2>")
	there(t, choices.OfUnit, choices.UnitSecond, "<Unit.SECOND: 's'>")
	there(t, choices.OfMixed, choices.MixedTwo, "<Mixed.TWO: 'two'>")
	there(t, choices.OfMixed, choices.MixedPair, "<Mixed.PAIR: (1, 2)>")
	there(t, choices.OfMixed, choices.MixedAgain, "<Mixed.ONE: 1>")
	mass, planet, err := choices.OfPlanet(ctx, choices.PlanetMars)
	done(t, err)
	wantEqual(t, mass, 6.42e23)
	wantEqual(t, planet, choices.PlanetMars)
	counts := map[choices.Color][]*choices.Level{choices.ColorRed: {nil, pointer(choices.LevelHigh)}}
	there(t, choices.OfCounts, counts, "{<Color.RED: 'red'>: [None, <Level.HIGH: 10>]}")
	wantEqual(t, ok[choices.Color](t)(choices.OfDefault(ctx)), choices.ColorGreen)
	wantEqual(t, ok[string](t)(choices.Shout(ctx, choices.ColorGreen)), "GREEN")
}

func TestChoices_Flags(t *testing.T) {
	both := choices.AccessRead | choices.AccessRun
	value, reads, back, err := choices.OfAccess(ctx, both)
	done(t, err)
	wantEqual(t, fmt.Sprint(value, reads, back), "5 true READ|RUN")
	wantEqual(t, choices.AccessAll.String(), "ALL")
	wantEqual(t, (both &^ choices.AccessRead).String(), "RUN")
	wantEqual(t, choices.Access(0).String(), "0")
	wantEqual(t, ok[choices.Access](t)(choices.Inverted(ctx, both)), choices.AccessWrite)
	bits, kept, err := choices.OfBits(ctx, choices.BitsA|8)
	done(t, err)
	wantEqual(t, fmt.Sprint(bits, kept), "9 A|8")
	_, _, _, err = choices.OfAccess(ctx, 64)
	wantRefused(t, err, "choices.of_access: argument v: expected choices.Access, got 64")
}

func TestChoices_Methods(t *testing.T) {
	wantEqual(t, ok[string](t)(choices.ColorGreen.Shout(ctx)), "GREEN")
	wantEqual(t, ok[choices.Color](t)(choices.ColorCrimson.Opposite(ctx)), choices.ColorGreen)
	wantEqual(t, ok[string](t)(choices.ColorGreen.Mixed(ctx, choices.ColorRed)), "GREEN and RED")
	deep := choices.ColorMixedOptions{Deep: python.Some(true)}
	wantEqual(t, ok[string](t)(choices.ColorRed.MixedWith(ctx, deep)), "deep RED")
	wantEqual(t, ok[string](t)(choices.ColorRed.String_(ctx)), "a method that Go has too")
	wantEqual(t, ok[choices.Color](t)(choices.ColorParse(ctx, "red")), choices.ColorRed)
	wantEqual(t, ok[float64](t)(choices.PlanetEarth.Radius(ctx)), 6.37e6)
	wantEqual(t, ok[bool](t)(choices.PlanetMars.Less(ctx, choices.PlanetEarth)), true)
	wantEqual(t, ok[int](t)((choices.AccessRead | choices.AccessRun).Count(ctx)), 2)
	_, err := choices.Color("blue").Shout(ctx)
	wantRefused(t, err, `choices.Color.shout: argument self: expected choices.Color, one of RED, GREEN, CRIMSON, got "blue"`)
}

func TestChoices_UnknownValues(t *testing.T) {
	for want, call := range map[string]func() error{
		`choices.of_color: argument v: expected choices.Color, one of RED, GREEN, CRIMSON, got "blue"`: func() error {
			_, _, err := choices.OfColor(ctx, "blue")
			return err
		},
		`choices.of_level: argument v: expected choices.Level, one of LOW, MID, HIGH, got 3`: func() error {
			_, _, err := choices.OfLevel(ctx, 3)
			return err
		},
		`choices.of_mixed: argument v: expected choices.Mixed, one of ONE, TWO, PAIR, AGAIN, got ""`: func() error {
			_, _, err := choices.OfMixed(ctx, "")
			return err
		},
		`choices.grown: result: expected choices.Color, one of RED, GREEN, CRIMSON, got "blue"`: func() error {
			_, err := choices.Grown(ctx)
			return err
		},
		"choices.a_color: result: expected choices.Color, got str":           func() error { _, err := choices.AColor(ctx, "text"); return err },
		"choices.a_color: result: expected choices.Color, got choices.Level": func() error { _, err := choices.AColor(ctx, "level"); return err },
		"choices.a_level: result: expected choices.Level, got int":           func() error { _, err := choices.ALevel(ctx, "int"); return err },
		"choices.an_access: result: expected choices.Access, got None":       func() error { _, err := choices.AnAccess(ctx, "none"); return err },
	} {
		wantRefused(t, call(), want)
	}
}

func TestChoices_Text(t *testing.T) {
	wantEqual(t, fmt.Sprintf("%v %v %v", choices.ColorRed, choices.LevelHigh, choices.MixedPair), "RED HIGH PAIR")
	type all struct {
		Color choices.Color
		Level choices.Level
		Mixed map[choices.Mixed]int
		Bits  choices.Access
	}
	v := all{choices.ColorRed, choices.LevelHigh, map[choices.Mixed]int{choices.MixedTwo: 2}, choices.AccessAll}
	text := ok[[]byte](t)(json.Marshal(v))
	wantEqual(t, string(text), `{"Color":"red","Level":"HIGH","Mixed":{"TWO":2},"Bits":7}`)
	var back all
	done(t, json.Unmarshal(text, &back))
	wantEqual(t, back, v)
	err := json.Unmarshal([]byte(`{"Color":"blue"}`), &back)
	wantText(t, err, `gophersnake: read from text: expected choices.Color, one of RED, GREEN, CRIMSON, got "blue"`)
	if _, err := json.Marshal(choices.Level(3)); err == nil {
		t.Error("3 is a level")
	}
}
