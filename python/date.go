package python

import (
	"cmp"
	"fmt"
	"time"
)

// Date is a day of the Gregorian calendar, Python's datetime.date: it has neither a
// time nor a zone. Its text, also in JSON, is that of ISO 8601: 2024-02-29. Two
// Dates are the same day if they are ==. The zero Date is no day, and refused on
// the way to Python, as is every other that is not in the calendar of the years 1
// to 9999.
type Date struct {
	Year  int
	Month time.Month
	Day   int
}

// DateOf returns the day that t is on, in t's location.
func DateOf(t time.Time) Date {
	year, month, day := t.Date()
	return Date{year, month, day}
}

// ParseDate returns the day that a text such as 2024-02-29 means.
func ParseDate(text string) (Date, error) {
	t, err := time.Parse(time.DateOnly, text)
	if err != nil || t.Year() < 1 {
		return Date{}, fmt.Errorf("gophersnake: parse date %q: not a day as in 2024-02-29", text)
	}
	return DateOf(t), nil
}

// In returns the beginning of the day in a location: midnight, where it has one.
func (d Date) In(location *time.Location) time.Time {
	return time.Date(d.Year, d.Month, d.Day, 0, 0, 0, 0, location)
}

// At returns the time of day on this day, in a location; the time's own is not
// looked at.
func (d Date) At(clock TimeOfDay, location *time.Location) time.Time {
	return time.Date(d.Year, d.Month, d.Day, clock.Hour, clock.Minute, clock.Second,
		clock.Microsecond*int(time.Microsecond), location)
}

// AddDays returns the day that many days later, or earlier.
func (d Date) AddDays(days int) Date { return DateOf(d.In(time.UTC).AddDate(0, 0, days)) }

// Weekday returns the day of the week.
func (d Date) Weekday() time.Weekday { return d.In(time.UTC).Weekday() }

// Compare returns -1, 0 or +1 if d is before, on or after other.
func (d Date) Compare(other Date) int {
	return cmp.Or(cmp.Compare(d.Year, other.Year), cmp.Compare(d.Month, other.Month), cmp.Compare(d.Day, other.Day))
}

// IsValid reports whether the day is in the calendar of the years 1 to 9999.
func (d Date) IsValid() bool {
	return 1 <= d.Year && d.Year <= 9999 && DateOf(d.In(time.UTC)) == d
}

// String returns the day as in 2024-02-29.
func (d Date) String() string { return fmt.Sprintf("%04d-%02d-%02d", d.Year, int(d.Month), d.Day) }

// MarshalText returns the text of String. A Date that is not valid is an error.
func (d Date) MarshalText() ([]byte, error) {
	if !d.IsValid() {
		return nil, fmt.Errorf("gophersnake: write date %v: no day of the years 1 to 9999", d)
	}
	return []byte(d.String()), nil
}

// UnmarshalText reads what MarshalText writes.
func (d *Date) UnmarshalText(text []byte) (err error) {
	*d, err = ParseDate(string(text))
	return err
}
