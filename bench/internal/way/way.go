// Package way describes one way of doing the work of the benchmark rows.
package way

import (
	"fmt"
	"runtime"
	"time"
)

// Row is the work of one row, done in one way.
type Row struct {
	// Name is the row's name in the table of limits, such as "call_none".
	Name string
	// Run does the work n times over.
	Run func(n int) error
	// Check does the work once and compares its answer with the wanted one.
	Check func() error
}

// Repeat makes a Run of a single call.
func Repeat(call func() error) func(n int) error {
	return func(n int) error {
		for range n {
			if err := call(); err != nil {
				return err
			}
		}
		return nil
	}
}

// Measurement is what one stretch of n calls took in all.
type Measurement struct {
	Nanoseconds int64  `json:"ns"`
	Allocations uint64 `json:"allocs"`
}

// Measure runs the row n times.
func (row Row) Measure(n int) (Measurement, error) {
	var before, after runtime.MemStats
	// Every stretch starts with an equally clean heap, so that none pays for the garbage of
	// the one before it.
	runtime.GC()
	runtime.ReadMemStats(&before)
	start := time.Now()
	err := row.Run(n)
	taken := time.Since(start)
	runtime.ReadMemStats(&after)
	if err != nil {
		return Measurement{}, fmt.Errorf("way: run %q: %w", row.Name, err)
	}
	return Measurement{taken.Nanoseconds(), after.Mallocs - before.Mallocs}, nil
}
