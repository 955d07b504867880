package python

import "time"

// Naive is the location of times that have none: what Python calls a naive datetime
// is a [time.Time] that shows the same clock, in Naive. A time in any other location
// is an aware datetime.
//
// A naive time means no instant until somebody says where its clock hangs:
// [InLocation] does. What Go computes with it before takes it for UTC.
var Naive = time.FixedZone("naive", 0)

// NaiveFold is the location of naive times with fold=1: the second of two equal ones,
// when a clock is put back (PEP 495).
var NaiveFold = time.FixedZone("naive fold", 0)

// IsNaive reports whether t is a naive datetime in Python: in [Naive] or [NaiveFold].
func IsNaive(t time.Time) bool {
	return t.Location() == Naive || t.Location() == NaiveFold
}

// AsNaive returns what t's clock shows as a naive time.
func AsNaive(t time.Time) time.Time { return InLocation(t, Naive) }

// InLocation returns the time at which the clock in a location shows what t's clock
// shows; of two such times the first, or the second for one in [NaiveFold].
func InLocation(t time.Time, location *time.Location) time.Time {
	year, month, day := t.Date()
	hour, minute, second := t.Clock()
	found := time.Date(year, month, day, hour, minute, second, t.Nanosecond(), location)
	return occurrence(found, t.Location() == NaiveFold)
}

// occurrence returns the first or the second time at which a clock shows what it
// shows at t. A day is looked at in both directions: no clock is put back twice in it.
func occurrence(t time.Time, second bool) time.Time {
	_, offset := t.Zone()
	for _, step := range []time.Duration{-24 * time.Hour, 24 * time.Hour} {
		_, other := t.Add(step).Zone()
		twin := t.Add(time.Duration(offset-other) * time.Second)
		if _, there := twin.Zone(); there != other || twin.Equal(t) {
			continue
		}
		if twin.After(t) == second {
			return twin
		}
	}
	return t
}
