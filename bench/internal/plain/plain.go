// Package plain is the pure Go part of a row's floor: building the Go value from C memory
// that the floor has read, or walking the Go value that an in row sends.
package plain

import "github.com/gophersnake/gophersnake/bench/internal/floorlib"

// Kept is where results go, so that the compiler neither drops the work nor puts the values
// on the stack. Exported, because nothing reads it.
var Kept struct {
	Floats  []float64
	Strings []string
	Counts  map[string]int
	Total   int
}

// Floats builds a slice of floats.
func Floats(memory floorlib.Memory) []float64 {
	from := memory.Floats()
	floats := make([]float64, len(from))
	copy(floats, from)
	return floats
}

// Strings builds a slice of strings, each an allocation of its own.
func Strings(memory floorlib.Memory) []string {
	text, start := memory.Text(), int64(0)
	strings := make([]string, len(memory.Ends()))
	for i, end := range memory.Ends() {
		strings[i] = string(text[start:end])
		start = end
	}
	return strings
}

// Counts builds a map from strings to ints.
func Counts(memory floorlib.Memory) map[string]int {
	text, ints, start := memory.Text(), memory.Ints(), int64(0)
	counts := make(map[string]int, len(ints))
	for i, end := range memory.Ends() {
		counts[string(text[start:end])] = int(ints[i])
		start = end
	}
	return counts
}

func walkStrings(strings []string) {
	total := 0
	for _, value := range strings {
		total += len(value)
	}
	Kept.Total = total
}

func walkCounts(counts map[string]int) {
	total := 0
	for key, value := range counts {
		total += len(key) + value
	}
	Kept.Total = total
}
