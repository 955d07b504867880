package python_test

import (
	"testing"
	"time"

	"github.com/gophersnake/gophersnake/python"
)

func TestNewDateTime64_AsFarAsTheUnitReaches(t *testing.T) {
	for _, each := range []struct {
		unit      python.TimeUnit
		year      int
		isRefused bool
	}{
		{python.Nanoseconds, 1678, false},
		{python.Nanoseconds, 2261, false},
		{python.Nanoseconds, 1600, true},
		{python.Nanoseconds, 2300, true},
		{python.Microseconds, 1600, false},
		{python.Microseconds, 9999, false},
		{python.Microseconds, 300_000, true},
		{python.Seconds, -300_000, false},
	} {
		given := time.Date(each.year, time.February, 3, 4, 5, 6, 0, time.UTC)
		func() {
			defer func() {
				if refused := recover() != nil; refused != each.isRefused {
					t.Errorf("%d in %v: refused is %v", each.year, each.unit, refused)
				}
			}()
			if got := python.NewDateTime64(given, each.unit).Time(each.unit); !got.Equal(given) {
				t.Errorf("%d in %v: got %v", each.year, each.unit, got)
			}
		}()
	}
}
