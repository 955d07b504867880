package python

import (
	"fmt"
	"math"
	"time"

	"github.com/gophersnake/gophersnake/internal/engine"
	"github.com/gophersnake/gophersnake/internal/wire"
)

// moment is a datetime or time as it crosses: what the clock shows, in microseconds
// from the start of year 1, or of the day.
type moment struct {
	clock int
	fold  bool
	zone  *zone // nil: naive
}

// The plain values that the adapters of gophersnake.host.adapters.times take.
var (
	zoneItem = &engine.Type[zone]{
		Program: tupleProgram(engine.Bool.Program, engine.Int.Program, engine.Str.Program),
		Put: func(e *wire.Encoder, z zone) {
			e.Bool(z.named)
			e.Int(z.offset)
			e.String(z.name)
		},
		Get: func(d *wire.Decoder) zone {
			return zone{named: d.Bool(), offset: d.Int(), name: d.String()}
		},
	}
	optionalZone = engine.Optional(zoneItem)
	momentItem   = &engine.Type[moment]{
		Program: tupleProgram(engine.Int.Program, engine.Bool.Program, optionalZone.Program),
		Put: func(e *wire.Encoder, m moment) {
			e.Int(m.clock)
			e.Bool(m.fold)
			optionalZone.Put(e, m.zone)
		},
		Get: func(d *wire.Decoder) moment {
			return moment{d.Int(), d.Bool(), optionalZone.Get(d)}
		},
	}
)

// The types of Python's datetime module.
var (
	dateType      = engine.Adapted("date", engine.Int, ordinal, dateOfOrdinal)
	timeOfDayType = engine.Adapted("time", momentItem, momentOfDay, timeOfDayOfMoment)
	durationType  = engine.Adapted("timedelta", engine.Int, microseconds, durationOf)
)

// timeType is the type of datetimes that the adapter lets through.
func timeType(adapter string) *engine.Type[time.Time] {
	return engine.Adapted(adapter, momentItem, momentOfTime, timeOfMoment)
}

// locationType is the type of time zones of the adapter's class.
func locationType(adapter string) *engine.Type[*time.Location] {
	out := func(z zone) (*time.Location, error) { return locationOf(z), nil }
	return engine.Adapted(adapter, zoneItem, zoneOfLocation, out)
}

func zoneOfLocation(location *time.Location) (zone, error) {
	switch {
	case location == nil:
		return zone{}, &wire.Refusal{Expected: "a time zone", Got: "nil *time.Location"}
	case location == time.Local && !isFixed(location):
		return zone{}, &wire.Refusal{Expected: "a time zone with a name", Got: "time.Local"}
	}
	return zoneOf(location, time.Now()), nil
}

const (
	secondsToUnixEpoch = 62135596800  // from the start of year 1
	secondsToYear10000 = 315537897600 // likewise
)

func momentOfTime(t time.Time) (moment, error) {
	if t.Location() == Naive || t.Location() == NaiveFold {
		clock, err := clockOf(t, 0)
		return moment{clock, t.Location() == NaiveFold, nil}, err
	}
	z := zoneOf(t.Location(), t)
	clock, err := clockOf(t, z.offset)
	return moment{clock, false, &z}, err
}

// clockOf returns what a clock shows at t.
func clockOf(t time.Time, offset int) (int, error) {
	seconds := t.Unix() + int64(offset) + secondsToUnixEpoch
	if seconds < 0 || seconds >= secondsToYear10000 {
		return 0, &wire.Refusal{Expected: "a time of the years 1 to 9999", Got: fmt.Sprintf("year %d", t.Year())}
	}
	return int(seconds)*1e6 + t.Nanosecond()/1000, nil
}

func timeOfMoment(m moment) (time.Time, error) {
	offset, location := 0, Naive
	if m.zone != nil {
		offset, location = m.zone.offset, locationOf(*m.zone)
	} else if m.fold {
		location = NaiveFold
	}
	seconds, micro := m.clock/1e6, m.clock%1e6
	t := time.Unix(int64(seconds-offset-secondsToUnixEpoch), int64(micro)*1000).In(location)
	if _, here := t.Zone(); here != offset {
		// Go's time zone database is another, or the clock never shows this.
		t = t.In(fixedLike(*m.zone))
	}
	return t, nil
}

// ordinal is date.toordinal: the days since the one before 0001-01-01.
func ordinal(d Date) (int, error) {
	if !d.IsValid() {
		return 0, &wire.Refusal{Expected: "a date from 0001-01-01 to 9999-12-31", Got: d.String()}
	}
	return int((d.In(time.UTC).Unix()+secondsToUnixEpoch)/86400) + 1, nil
}

func dateOfOrdinal(n int) (Date, error) {
	return DateOf(time.Unix(int64(n-1)*86400-secondsToUnixEpoch, 0).UTC()), nil
}

func momentOfDay(c TimeOfDay) (moment, error) {
	if !c.IsValid() {
		return moment{}, &wire.Refusal{Expected: "a time from 00:00:00 to 23:59:59.999999", Got: c.String()}
	}
	m := moment{clock: c.sinceMidnight(), fold: c.Fold}
	if c.Location != nil {
		z := zoneOf(c.Location, time.Time{})
		m.zone = &z
	}
	return m, nil
}

func timeOfDayOfMoment(m moment) (TimeOfDay, error) {
	c := atMicrosecond(m.clock)
	c.Fold = m.fold
	if m.zone != nil {
		c.Location = locationOf(*m.zone)
	}
	return c, nil
}

func microseconds(d time.Duration) (int, error) {
	if rest := d % time.Microsecond; rest != 0 {
		return 0, &wire.Refusal{Expected: "a duration of whole microseconds", Got: d.String()}
	}
	return int(d / time.Microsecond), nil
}

func durationOf(n int) (time.Duration, error) {
	if n > math.MaxInt64/1000 || n < math.MinInt64/1000 {
		return 0, &wire.Refusal{Expected: "a timedelta that fits time.Duration, 292 years", Got: fmt.Sprintf("%d microseconds", n)}
	}
	return time.Duration(n) * time.Microsecond, nil
}

// tupleProgram is the program of a fixed tuple of these items.
func tupleProgram(items ...wire.Program) wire.Program {
	program := wire.Program{}.Tuple(len(items))
	for _, item := range items {
		program = append(program, item...)
	}
	return program
}
