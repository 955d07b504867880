package python

import (
	"fmt"
	"strings"
	"time"
)

// TimeOfDay is a time on no particular day, Python's datetime.time. Its text, also in
// JSON, is that of ISO 8601: 09:30:00, 09:30:00.25, 09:30:00+02:00. A location that
// is not a fixed offset follows in brackets: 09:30:00[Europe/Berlin].
//
// On the way to Python each field must be in its range: there is no 24:00:00.
type TimeOfDay struct {
	Hour, Minute, Second, Microsecond int

	// Fold says that the second of two equal times is meant, where a clock is put
	// back (PEP 495).
	Fold bool

	// Location is the time's zone, and nil for a naive time. Those of times that
	// Python returned are the same pointer for the same zone.
	Location *time.Location
}

// TimeOfDayOf returns the time of day of t, cut off at the microsecond, without its
// location.
func TimeOfDayOf(t time.Time) TimeOfDay {
	hour, minute, second := t.Clock()
	return TimeOfDay{Hour: hour, Minute: minute, Second: second, Microsecond: t.Nanosecond() / 1000}
}

// ParseTimeOfDay returns the time that a text such as 09:30:00 means. Seconds, their
// fraction and the location may be left out.
func ParseTimeOfDay(text string) (TimeOfDay, error) {
	clock, location, err := cutLocation(text)
	for _, layout := range []string{"15:04:05", "15:04"} {
		if t, wrong := time.Parse(layout, clock); err == nil && wrong == nil {
			parsed := TimeOfDayOf(t)
			parsed.Location = location
			return parsed, nil
		}
	}
	return TimeOfDay{}, fmt.Errorf("gophersnake: parse time of day %q: not a time as in 09:30:00", text)
}

// cutLocation takes the location off the text of a time.
func cutLocation(text string) (clock string, location *time.Location, err error) {
	if clock, name, named := strings.Cut(text, "["); named {
		location, err = time.LoadLocation(strings.TrimSuffix(name, "]"))
		return clock, location, err
	}
	if clock, found := strings.CutSuffix(text, "Z"); found {
		return clock, time.UTC, nil
	}
	at := strings.IndexAny(text, "+-")
	if at < 0 {
		return text, nil, nil
	}
	for _, layout := range []string{"-07:00", "-07:00:00"} {
		if t, wrong := time.Parse(layout, text[at:]); wrong == nil {
			_, offset := t.Zone()
			return text[:at], locationOf(zone{offset: offset, name: "UTC" + text[at:]}), nil
		}
	}
	return "", nil, fmt.Errorf("no offset as in +02:00")
}

// sinceMidnight returns the time as the microseconds since 00:00.
func (c TimeOfDay) sinceMidnight() int {
	return ((c.Hour*60+c.Minute)*60+c.Second)*1e6 + c.Microsecond
}

// atMicrosecond returns the time that many microseconds after 00:00.
func atMicrosecond(n int) TimeOfDay {
	seconds := n / 1e6
	return TimeOfDay{Hour: seconds / 3600, Minute: seconds / 60 % 60, Second: seconds % 60, Microsecond: n % 1e6}
}

// IsValid reports whether each field is in its range.
func (c TimeOfDay) IsValid() bool {
	return in(c.Hour, 24) && in(c.Minute, 60) && in(c.Second, 60) && in(c.Microsecond, 1e6)
}

func in(n, end int) bool { return 0 <= n && n < end }

// String returns the time as in 09:30:00.
func (c TimeOfDay) String() string {
	text := fmt.Sprintf("%02d:%02d:%02d", c.Hour, c.Minute, c.Second)
	if c.Microsecond != 0 {
		text += strings.TrimRight(fmt.Sprintf(".%06d", c.Microsecond), "0")
	}
	if c.Location == nil {
		return text
	}
	if z := zoneOf(c.Location, time.Time{}); z.named {
		return text + "[" + z.name + "]"
	}
	offset := time.Time{}.In(c.Location).Format("-07:00:00")
	return text + strings.TrimSuffix(offset, ":00")
}

// MarshalText returns the text of String. A time that is not valid is an error. Fold
// has no text.
func (c TimeOfDay) MarshalText() ([]byte, error) {
	if !c.IsValid() {
		return nil, fmt.Errorf("gophersnake: write time of day %v: no time from 00:00:00 to 23:59:59", c)
	}
	return []byte(c.String()), nil
}

// UnmarshalText reads what MarshalText writes.
func (c *TimeOfDay) UnmarshalText(text []byte) (err error) {
	*c, err = ParseTimeOfDay(string(text))
	return err
}
