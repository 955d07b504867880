package python

import (
	"strings"
	"sync"
	"time"
)

// zone is a time zone as it crosses: a zone of the time zone database by its name,
// or a fixed offset, which may have a name too.
type zone struct {
	named  bool
	offset int // seconds east of UTC; of a named zone, at the time in question
	name   string
}

// Locations of Python's zones: each is made once, so that it is the same pointer, and
// times of it can be compared with ==.
var (
	locations sync.Map // zone → *time.Location
	zones     sync.Map // *time.Location → zone, of those made here
)

// locationOf returns the location of a zone. Where Go has no such zone, or another
// offset in it than Python, it is a fixed one of the same name.
func locationOf(z zone) *time.Location {
	if z == (zone{name: "UTC"}) {
		return time.UTC
	}
	key := z
	if z.named {
		key.offset = 0
	}
	if found, ok := locations.Load(key); ok {
		return found.(*time.Location)
	}
	location := time.FixedZone(z.name, z.offset)
	if z.named {
		loaded, err := time.LoadLocation(z.name)
		if err != nil {
			return fixedLike(z)
		}
		location = loaded
	}
	found, _ := locations.LoadOrStore(key, location)
	zones.LoadOrStore(found, key)
	return found.(*time.Location)
}

// fixedLike returns a fixed location that stands for a named zone at one offset.
func fixedLike(z zone) *time.Location {
	type stand struct{ zone }
	found, _ := locations.LoadOrStore(stand{z}, time.FixedZone(z.name, z.offset))
	zones.LoadOrStore(found, z)
	return found.(*time.Location)
}

// zoneOf returns the zone of a location, with its offset at t.
func zoneOf(location *time.Location, t time.Time) zone {
	abbreviation, offset := t.In(location).Zone()
	if location == time.UTC {
		return zone{name: "UTC"}
	}
	if found, ok := zones.Load(location); ok {
		z := found.(zone)
		z.offset = offset
		return z
	}
	name := location.String()
	if name == time.Local.String() {
		return zone{name: abbreviation, offset: offset}
	}
	return zone{named: !isFixed(location) || strings.Contains(name, "/"), offset: offset, name: name}
}

// isFixed reports whether a location has one offset at all times.
func isFixed(location *time.Location) bool {
	_, first := time.Date(1900, 1, 1, 0, 0, 0, 0, location).Zone()
	for year := 1900; year < 2040; year++ {
		for _, month := range []time.Month{time.January, time.July} {
			if _, offset := time.Date(year, month, 1, 0, 0, 0, 0, location).Zone(); offset != first {
				return false
			}
		}
	}
	return true
}
