package suite

import (
	"encoding/json"
	"math"
	"testing"
	"time"

	"github.com/gophersnake/gophersnake/python"
	"github.com/gophersnake/gophersnake/tests/end_to_end/suite/temporal"
)

func location(t *testing.T, name string) *time.Location {
	t.Helper()
	return ok[*time.Location](t)(time.LoadLocation(name))
}

// sameTime fails unless both are the same instant on the same clock.
func sameTime(t *testing.T, got, want time.Time) {
	t.Helper()
	if !got.Equal(want) || got.Format(time.RFC3339Nano) != want.Format(time.RFC3339Nano) {
		t.Errorf("got  %v\nwant %v", got, want)
	}
}

func TestTemporal_DatetimeOfEveryZone(t *testing.T) {
	berlin := location(t, "Europe/Berlin")
	for seen, v := range map[string]time.Time{
		"datetime.datetime(2024, 2, 29, 12, 30, 15, 250000, tzinfo=datetime.timezone.utc)":                          time.Date(2024, 2, 29, 12, 30, 15, 250e6, time.UTC),
		"datetime.datetime(2024, 7, 1, 8, 0, tzinfo=zoneinfo.ZoneInfo(key='Europe/Berlin'))":                        time.Date(2024, 7, 1, 8, 0, 0, 0, berlin),
		"datetime.datetime(2024, 7, 1, 8, 0, tzinfo=datetime.timezone(datetime.timedelta(seconds=19800)))":          time.Date(2024, 7, 1, 8, 0, 0, 0, time.FixedZone("", 19800)),
		"datetime.datetime(2024, 7, 1, 8, 0, tzinfo=datetime.timezone(datetime.timedelta(seconds=19800), 'India'))": time.Date(2024, 7, 1, 8, 0, 0, 0, time.FixedZone("India", 19800)),
		"datetime.datetime(2024, 7, 1, 8, 0)":                                                                       time.Date(2024, 7, 1, 8, 0, 0, 0, python.Naive),
		"datetime.datetime(2024, 7, 1, 8, 0, fold=1)":                                                               time.Date(2024, 7, 1, 8, 0, 0, 0, python.NaiveFold),
		"datetime.datetime(1, 1, 1, 0, 0)":                                                                          time.Date(1, 1, 1, 0, 0, 0, 0, python.Naive),
		"datetime.datetime(9999, 12, 31, 23, 59, 59, 999999, tzinfo=datetime.timezone.utc)":                         time.Date(9999, 12, 31, 23, 59, 59, 999999e3, time.UTC),
	} {
		got, back, err := temporal.OfDatetime(ctx, v)
		done(t, err)
		wantEqual(t, got, seen)
		sameTime(t, back, v)
		if v.Location() == time.UTC || python.IsNaive(v) {
			wantEqual(t, back.Location(), v.Location())
		}
	}
}

func TestTemporal_NanosecondsAreCutOff(t *testing.T) {
	v := time.Date(2024, 1, 1, 0, 0, 0, 1999, time.UTC)
	seen, back, err := temporal.OfDatetime(ctx, v)
	done(t, err)
	wantEqual(t, seen, "datetime.datetime(2024, 1, 1, 0, 0, 0, 1, tzinfo=datetime.timezone.utc)")
	sameTime(t, back, v.Truncate(time.Microsecond))
	_, back, err = temporal.OfDatetime(ctx, time.Date(1969, 12, 31, 23, 59, 59, 999999999, time.UTC))
	done(t, err)
	sameTime(t, back, time.Date(1969, 12, 31, 23, 59, 59, 999999000, time.UTC))
}

// An hour that a clock shows twice, and one that it never shows.
func TestTemporal_FoldAndGap(t *testing.T) {
	berlin := location(t, "Europe/Berlin")
	first := time.Date(2024, 10, 27, 0, 30, 0, 0, time.UTC).In(berlin)
	second := first.Add(time.Hour)
	for v, expression := range map[time.Time]string{
		first:  "datetime(2024, 10, 27, 2, 30, tzinfo=ZoneInfo('Europe/Berlin'))",
		second: "datetime(2024, 10, 27, 2, 30, fold=1, tzinfo=ZoneInfo('Europe/Berlin'))",
	} {
		if !ok[bool](t)(temporal.Same(ctx, v, expression)) {
			t.Errorf("Python sees %v as another than %s", v, expression)
		}
		sameTime(t, ok[time.Time](t)(temporal.Made(ctx, expression)), v)
	}
	for _, expression := range []string{
		"datetime(2024, 3, 31, 2, 30, tzinfo=ZoneInfo('Europe/Berlin'))",
		"datetime(2024, 3, 31, 2, 30, fold=1, tzinfo=ZoneInfo('Europe/Berlin'))",
		"datetime(1, 1, 1, tzinfo=ZoneInfo('Europe/Berlin'))",
		"datetime.max.replace(tzinfo=ZoneInfo('Asia/Tokyo'))",
		"datetime(2024, 1, 1, tzinfo=ZoneInfo('Etc/GMT+5'))",
		"datetime(2024, 1, 1, tzinfo=timezone(timedelta(hours=-5), 'EST'))",
		"datetime(2024, 1, 1, tzinfo=timezone.utc)",
		"datetime(2024, 1, 1, fold=1)",
	} {
		v := ok[time.Time](t)(temporal.Made(ctx, expression))
		if !ok[bool](t)(temporal.Same(ctx, v, expression)) {
			t.Errorf("%s went round as %v", expression, v)
		}
	}
}

func TestTemporal_LocalTimeIsAnOffset(t *testing.T) {
	now := time.Now()
	_, offset := now.Zone()
	got := ok[*time.Duration](t)(temporal.UtcOffset(ctx, now))
	wantEqual(t, *got, time.Duration(offset)*time.Second)
	if ok[*time.Duration](t)(temporal.UtcOffset(ctx, python.AsNaive(now))) != nil {
		t.Error("a naive time has an offset")
	}
}

func TestTemporal_EqualTimesOfPythonAreEqual(t *testing.T) {
	const expression = "datetime(2024, 7, 1, tzinfo=ZoneInfo('Europe/Berlin'))"
	one := ok[time.Time](t)(temporal.Made(ctx, expression))
	other := ok[time.Time](t)(temporal.Made(ctx, expression))
	if one != other {
		t.Errorf("%#v and %#v are not ==", one, other)
	}
}

func TestTemporal_NaiveAndAware(t *testing.T) {
	naive := time.Date(2024, 10, 27, 2, 30, 0, 0, python.Naive)
	aware := time.Date(2024, 10, 27, 2, 30, 0, 0, time.UTC)
	there(t, temporal.OfNaive, naive, "datetime.datetime(2024, 10, 27, 2, 30)")
	there(t, temporal.OfAware, aware, "datetime.datetime(2024, 10, 27, 2, 30, tzinfo=datetime.timezone.utc)")
	_, _, err := temporal.OfAware(ctx, naive)
	wantRefused(t, err, "temporal.of_aware: argument v: expected an aware datetime, got 2024-10-27 02:30:00")
	_, _, err = temporal.OfNaive(ctx, aware)
	wantRefused(t, err, "temporal.of_naive: argument v: expected a naive datetime, got 2024-10-27 02:30:00+00:00")
	_, err = temporal.AnAware(ctx, "datetime")
	wantRefused(t, err, "temporal.an_aware: result: expected an aware datetime, got 2024-02-29 12:00:00")
	_, err = temporal.ANaive(ctx, "aware")
	wantRefused(t, err, "temporal.a_naive: result: expected a naive datetime, got 2024-02-29 12:00:00+00:00")

	berlin := location(t, "Europe/Berlin")
	sameTime(t, python.InLocation(naive, berlin), time.Date(2024, 10, 27, 0, 30, 0, 0, time.UTC).In(berlin))
	fold := time.Date(2024, 10, 27, 2, 30, 0, 0, python.NaiveFold)
	sameTime(t, python.InLocation(fold, berlin), time.Date(2024, 10, 27, 1, 30, 0, 0, time.UTC).In(berlin))
}

func TestTemporal_Date(t *testing.T) {
	there(t, temporal.OfDate, python.Date{Year: 2024, Month: 2, Day: 29}, "datetime.date(2024, 2, 29)")
	there(t, temporal.OfDate, python.Date{Year: 1, Month: 1, Day: 1}, "datetime.date(1, 1, 1)")
	there(t, temporal.OfDate, python.Date{Year: 9999, Month: 12, Day: 31}, "datetime.date(9999, 12, 31)")
	for got, v := range map[string]python.Date{
		"0000-00-00":  {},
		"2023-02-29":  {Year: 2023, Month: 2, Day: 29},
		"10000-01-01": {Year: 10000, Month: 1, Day: 1},
		"0000-12-31":  {Year: 0, Month: 12, Day: 31},
	} {
		_, _, err := temporal.OfDate(ctx, v)
		wantRefused(t, err, "temporal.of_date: argument v: expected a date from 0001-01-01 to 9999-12-31, got "+got)
	}
	dates := map[python.Date][]time.Duration{{Year: 2024, Month: 5, Day: 1}: {time.Hour, -time.Microsecond}}
	there(t, temporal.OfDates, dates,
		"[(datetime.date(2024, 5, 1), [datetime.timedelta(seconds=3600), datetime.timedelta(days=-1, seconds=86399, microseconds=999999)])]")
}

func TestTemporal_TimeOfDay(t *testing.T) {
	plus2 := ok[time.Time](t)(temporal.Made(ctx, "datetime(2024, 1, 1, tzinfo=timezone(timedelta(hours=2)))")).Location()
	berlin := ok[time.Time](t)(temporal.Made(ctx, "datetime(2024, 1, 1, tzinfo=ZoneInfo('Europe/Berlin'))")).Location()
	there(t, temporal.OfTime, python.TimeOfDay{}, "datetime.time(0, 0)")
	there(t, temporal.OfTime, python.TimeOfDay{Hour: 23, Minute: 59, Second: 59, Microsecond: 999999}, "datetime.time(23, 59, 59, 999999)")
	there(t, temporal.OfTime, python.TimeOfDay{Hour: 2, Minute: 30, Fold: true}, "datetime.time(2, 30, fold=1)")
	there(t, temporal.OfTime, python.TimeOfDay{Hour: 2, Location: time.UTC}, "datetime.time(2, 0, tzinfo=datetime.timezone.utc)")
	there(t, temporal.OfTime, python.TimeOfDay{Hour: 2, Location: plus2},
		"datetime.time(2, 0, tzinfo=datetime.timezone(datetime.timedelta(seconds=7200)))")
	there(t, temporal.OfTime, python.TimeOfDay{Hour: 2, Location: berlin, Fold: true},
		"datetime.time(2, 0, tzinfo=zoneinfo.ZoneInfo(key='Europe/Berlin'), fold=1)")
	_, _, err := temporal.OfTime(ctx, python.TimeOfDay{Hour: 24})
	wantRefused(t, err, "temporal.of_time: argument v: expected a time from 00:00:00 to 23:59:59.999999, got 24:00:00")
}

func TestTemporal_Duration(t *testing.T) {
	there(t, temporal.OfTimedelta, 0, "datetime.timedelta(0)")
	there(t, temporal.OfTimedelta, 25*time.Hour+time.Microsecond, "datetime.timedelta(days=1, seconds=3600, microseconds=1)")
	longest := time.Duration(math.MaxInt64 / 1000 * 1000)
	there(t, temporal.OfTimedelta, longest, "datetime.timedelta(days=106751, seconds=85636, microseconds=854775)")
	wantEqual(t, ok[time.Duration](t)(temporal.ATimedelta(ctx, "longest")), longest)
	wantEqual(t, ok[time.Duration](t)(temporal.ATimedelta(ctx, "shortest")), -longest)
	_, _, err := temporal.OfTimedelta(ctx, 1500*time.Nanosecond)
	wantRefused(t, err, "temporal.of_timedelta: argument v: expected a duration of whole microseconds, got 1.5µs")
	for kind, got := range map[string]string{
		"long":     "999999999 days, 23:59:59.999999",
		"too long": "106751 days, 23:47:16.854776",
	} {
		_, err := temporal.ATimedelta(ctx, kind)
		wantRefused(t, err, "temporal.a_timedelta: result: expected a timedelta that fits time.Duration, 292 years, got "+got)
	}
}

func TestTemporal_Zones(t *testing.T) {
	berlin := location(t, "Europe/Berlin")
	for seen, v := range map[string]*time.Location{
		"datetime.timezone.utc": time.UTC,
		"datetime.timezone(datetime.timedelta(days=-1, seconds=68400), 'EST')": time.FixedZone("EST", -5*3600),
		"zoneinfo.ZoneInfo(key='Europe/Berlin')":                               berlin,
	} {
		got, back, err := temporal.OfTzinfo(ctx, v)
		done(t, err)
		wantEqual(t, got, seen)
		wantEqual(t, back.String(), v.String())
	}
	seen, back, err := temporal.OfZoneinfo(ctx, berlin)
	done(t, err)
	wantEqual(t, seen+" "+back.String(), "Europe/Berlin Europe/Berlin")
	_, back, err = temporal.OfOptionalZone(ctx, nil)
	done(t, err)
	if back != nil {
		t.Errorf("None came back as %v", back)
	}
	_, _, err = temporal.OfTimezone(ctx, berlin)
	wantRefused(t, err, "temporal.of_timezone: argument v: expected a fixed offset for a datetime.timezone, got Europe/Berlin")
	_, _, err = temporal.OfZoneinfo(ctx, time.FixedZone("Nowhere", 60))
	wantRefused(t, err, "temporal.of_zoneinfo: argument v: expected the key of a ZoneInfo, got 'Nowhere'")
	_, _, err = temporal.OfTzinfo(ctx, nil)
	wantRefused(t, err, "temporal.of_tzinfo: argument v: expected a time zone, got nil *time.Location")
	_, _, err = temporal.OfTzinfo(ctx, time.FixedZone("far", 86400))
	wantRefused(t, err, "temporal.of_tzinfo: argument v: expected an offset of less than 24 hours, got 86400 seconds")
}

func TestTemporal_WrongValues(t *testing.T) {
	odd := ok[time.Time](t)(temporal.ADatetime(ctx, "odd"))
	wantEqual(t, odd.Format(time.RFC3339+" MST"), "2024-02-29T12:00:00+01:30 ODD")
	for want, call := range map[string]func() error{
		"temporal.a_datetime: result: expected datetime.datetime, got str":           func() error { _, err := temporal.ADatetime(ctx, "text"); return err },
		"temporal.a_datetime: result: expected datetime.datetime, got datetime.date": func() error { _, err := temporal.ADatetime(ctx, "date"); return err },
		"temporal.a_datetime: result: expected datetime.datetime, got None":          func() error { _, err := temporal.ADatetime(ctx, "none"); return err },
		"temporal.a_datetime: result: expected an offset of whole seconds, got 0:00:01.000500": func() error {
			_, err := temporal.ADatetime(ctx, "split second")
			return err
		},
		"temporal.a_date: result: expected datetime.date, got datetime.datetime": func() error { _, err := temporal.ADate(ctx, "datetime"); return err },
		"temporal.a_time: result: expected datetime.time, got str":               func() error { _, err := temporal.ATime(ctx, "text"); return err },
		"temporal.a_timedelta: result: expected datetime.timedelta, got str":     func() error { _, err := temporal.ATimedelta(ctx, "text"); return err },
		"temporal.a_timezone: result: expected datetime.timezone, got str":       func() error { _, err := temporal.ATimezone(ctx, "text"); return err },
		"temporal.of_datetime: argument v: expected a time of the years 1 to 9999, got year 10000": func() error {
			_, _, err := temporal.OfDatetime(ctx, time.Date(10000, 1, 1, 0, 0, 0, 0, time.UTC))
			return err
		},
		"temporal.of_datetime: argument v: expected a time of the years 1 to 9999, got year 0": func() error {
			_, _, err := temporal.OfDatetime(ctx, time.Date(0, 12, 31, 23, 59, 59, 0, python.Naive))
			return err
		},
	} {
		wantRefused(t, call(), want)
	}
}

func TestTemporal_JSON(t *testing.T) {
	berlin := location(t, "Europe/Berlin")
	type all struct {
		Day   python.Date
		Clock python.TimeOfDay
		Fixed python.TimeOfDay
		Named python.TimeOfDay
	}
	v := all{
		Day:   python.Date{Year: 2024, Month: 2, Day: 29},
		Clock: python.TimeOfDay{Hour: 9, Minute: 30, Microsecond: 250000},
		Fixed: python.TimeOfDay{Hour: 9, Location: time.FixedZone("", 7200)},
		Named: python.TimeOfDay{Hour: 9, Location: berlin},
	}
	text := ok[[]byte](t)(json.Marshal(v))
	wantEqual(t, string(text), `{"Day":"2024-02-29","Clock":"09:30:00.25","Fixed":"09:00:00+02:00","Named":"09:00:00[Europe/Berlin]"}`)
	var back all
	done(t, json.Unmarshal(text, &back))
	again := ok[[]byte](t)(json.Marshal(back))
	wantEqual(t, string(again), string(text))
	if err := json.Unmarshal([]byte(`{"Day":"2023-02-29"}`), &back); err == nil {
		t.Error("2023-02-29 is a day")
	}
}
