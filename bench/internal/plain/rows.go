package plain

import (
	"github.com/gophersnake/gophersnake/bench/internal/floorlib"
	"github.com/gophersnake/gophersnake/bench/internal/sample"
	"github.com/gophersnake/gophersnake/bench/internal/way"
)

// Fill makes the Go values that have a counterpart in benchmod, from what the floor has read
// of it, and the rest of the data.
func Fill(lib *floorlib.Library) (*sample.Data, error) {
	data := &sample.Data{}
	for name, build := range map[string]func(floorlib.Memory){
		"list_float_out_1k":    func(memory floorlib.Memory) { data.Floats1k = Floats(memory) },
		"list_float_out_1m":    func(memory floorlib.Memory) { data.Floats1m = Floats(memory) },
		"list_str_out_1k":      func(memory floorlib.Memory) { data.Strings1k = Strings(memory) },
		"dict_str_int_out_100": func(memory floorlib.Memory) { data.Counts100 = Counts(memory) },
	} {
		memory, err := lib.Lend(name)
		if err != nil {
			return nil, err
		}
		build(memory)
	}
	data.Fill()
	return data, nil
}

// Rows returns the pure Go part of every row whose floor has one.
func Rows(lib *floorlib.Library, data *sample.Data) ([]way.Row, error) {
	rows := []way.Row{
		walk("list_str_in_1k", func() { walkStrings(data.Strings1k) }),
		walk("dict_str_int_in_100", func() { walkCounts(data.Counts100) }),
	}
	for name, build := range map[string]func(floorlib.Memory){
		"list_float_out_1k":    func(memory floorlib.Memory) { Kept.Floats = Floats(memory) },
		"list_float_out_1m":    func(memory floorlib.Memory) { Kept.Floats = Floats(memory) },
		"list_str_out_1k":      func(memory floorlib.Memory) { Kept.Strings = Strings(memory) },
		"dict_str_int_out_100": func(memory floorlib.Memory) { Kept.Counts = Counts(memory) },
	} {
		memory, err := lib.Lend(name)
		if err != nil {
			return nil, err
		}
		rows = append(rows, walk(name, func() { build(memory) }))
	}
	return rows, nil
}

// walk makes a row of work that cannot fail.
func walk(name string, work func()) way.Row {
	once := func() error {
		work()
		return nil
	}
	return way.Row{Name: name, Run: way.Repeat(once), Check: once}
}
