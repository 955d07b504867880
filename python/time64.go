package python

import (
	"fmt"
	"math"
	"time"
)

// DateTime64 is an element of an array of numpy's datetime64: a number of units
// since 1970, without a time zone. Its array knows the unit: [Array.Unit].
type DateTime64 int64

// TimeDelta64 is an element of an array of numpy's timedelta64: a number of units,
// which its array knows: [Array.Unit].
type TimeDelta64 int64

// NaT is numpy's "not a time", of either type.
const NaT = math.MinInt64

// TimeUnit is the unit of an array's times: a number of one of numpy's units. The
// zero value is a nanosecond.
type TimeUnit struct {
	more uint32 // how many of the unit, less one
	kind timeKind
}

// timeKind is a unit by numpy's number of it, less that of a nanosecond.
type timeKind int8

const nanoseconds = 10

// The units. Years and months have no fixed length: see [DateTime64.Time] and
// [TimeDelta64.Duration].
var (
	Years        = TimeUnit{0, 0 - nanoseconds}
	Months       = TimeUnit{0, 1 - nanoseconds}
	Weeks        = TimeUnit{0, 2 - nanoseconds}
	Days         = TimeUnit{0, 4 - nanoseconds}
	Hours        = TimeUnit{0, 5 - nanoseconds}
	Minutes      = TimeUnit{0, 6 - nanoseconds}
	Seconds      = TimeUnit{0, 7 - nanoseconds}
	Milliseconds = TimeUnit{0, 8 - nanoseconds}
	Microseconds = TimeUnit{0, 9 - nanoseconds}
	Nanoseconds  = TimeUnit{}
)

var unitNames = [...]string{"Y", "M", "W", 4: "D", "h", "m", "s", "ms", "us", "ns", "ps", "fs", "as", "generic"}

// unitLengths is the length of a unit in nanoseconds; 0 where it has none.
var unitLengths = [...]time.Duration{
	2: 7 * 24 * time.Hour, 4: 24 * time.Hour, 5: time.Hour, 6: time.Minute, 7: time.Second,
	8: time.Millisecond, 9: time.Microsecond, 10: time.Nanosecond, 14: 0,
}

// unitOf is the unit of an array's detail (contract/frame.md), and detail the way
// back.
func unitOf(detail uint32) TimeUnit {
	return TimeUnit{max(detail>>8, 1) - 1, timeKind(detail&0xff) - nanoseconds}
}

func (u TimeUnit) detail() uint32 {
	return (u.more+1)<<8 | uint32(u.kind+nanoseconds)
}

func (u TimeUnit) count() int64 { return int64(u.more) + 1 }

func (u TimeUnit) number() int { return int(u.kind) + nanoseconds }

// String returns numpy's name of the unit, such as "ms" or "25s".
func (u TimeUnit) String() string {
	name := unitNames[u.number()]
	if u.more > 0 {
		return fmt.Sprint(u.count(), name)
	}
	return name
}

// length returns the nanoseconds of a unit; false for one that has no whole number
// of them.
func (u TimeUnit) length() (time.Duration, bool) {
	if length := unitLengths[u.number()]; length != 0 {
		return length * time.Duration(u.count()), true
	}
	return 0, false
}

// IsNaT reports whether it is no time.
func (t DateTime64) IsNaT() bool { return t == NaT }

// Time returns the time in UTC. NaT is the zero Time. It panics for a unit shorter
// than a nanosecond.
func (t DateTime64) Time(unit TimeUnit) time.Time {
	switch {
	case t.IsNaT():
		return time.Time{}
	case unit.number() == 0:
		return time.Date(1970+int(int64(t)*unit.count()), time.January, 1, 0, 0, 0, 0, time.UTC)
	case unit.number() == 1:
		return time.Date(1970, time.January+time.Month(int64(t)*unit.count()), 1, 0, 0, 0, 0, time.UTC)
	}
	length, ok := unit.length()
	if !ok {
		panic("python: a time of unit " + unit.String() + " is no time.Time")
	}
	if length < time.Second {
		perSecond := int64(time.Second / length)
		if int64(time.Second)%int64(length) == 0 {
			seconds := floor(int64(t), perSecond)
			return time.Unix(seconds, (int64(t)-seconds*perSecond)*int64(length)).UTC()
		}
		return time.Unix(0, int64(t)*int64(length)).UTC()
	}
	return time.Unix(int64(t)*int64(length/time.Second), int64(t)*int64(length%time.Second)).UTC()
}

func floor(a, b int64) int64 {
	if a%b < 0 {
		return a/b - 1
	}
	return a / b
}

// NewDateTime64 returns a time in this unit, rounded down. The zero Time is NaT. It
// panics for a unit that is a month, a year or shorter than a nanosecond, and for a time
// that is too far from 1970: with [Nanoseconds] before 1678 and after 2261.
func NewDateTime64(t time.Time, unit TimeUnit) DateTime64 {
	if t.IsZero() {
		return NaT
	}
	length := unit.mustLength()
	if length%time.Second == 0 {
		return DateTime64(floor(t.Unix(), int64(length/time.Second)))
	}
	perSecond, divides := int64(time.Second/length), time.Second%length == 0
	if !divides {
		perSecond = int64(time.Second) // it takes nanoseconds to tell
	}
	if limit := math.MaxInt64/perSecond - 1; t.Unix() > limit || t.Unix() < -limit {
		panic(fmt.Sprintf("python: %v is no datetime64[%v]: it is too far from 1970", t, unit))
	}
	if divides {
		return DateTime64(t.Unix()*perSecond + int64(t.Nanosecond())/int64(length))
	}
	return DateTime64(floor(t.UnixNano(), int64(length)))
}

func (u TimeUnit) mustLength() time.Duration {
	length, ok := u.length()
	if !ok {
		panic("python: the unit " + u.String() + " has no length in nanoseconds")
	}
	return length
}

// IsNaT reports whether it is no time.
func (d TimeDelta64) IsNaT() bool { return d == NaT }

// Duration returns the duration. It panics for NaT, for a unit that is a month, a
// year or shorter than a nanosecond, and where a Duration cannot be as long.
func (d TimeDelta64) Duration(unit TimeUnit) time.Duration {
	length := int64(unit.mustLength())
	if d.IsNaT() || int64(d)*length/length != int64(d) {
		panic(fmt.Sprintf("python: %d times %v is no time.Duration", int64(d), unit))
	}
	return time.Duration(int64(d) * length)
}

// NewTimeDelta64 returns a duration in this unit, rounded towards zero. It panics as
// Duration does.
func NewTimeDelta64(d time.Duration, unit TimeUnit) TimeDelta64 {
	return TimeDelta64(d / unit.mustLength())
}
