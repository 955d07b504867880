package main

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"

	"github.com/gophersnake/gophersnake/bench/internal/floorlib"
	"github.com/gophersnake/gophersnake/bench/internal/plain"
	"github.com/gophersnake/gophersnake/bench/internal/way"
	"github.com/gophersnake/gophersnake/bench/own"
	"github.com/gophersnake/gophersnake/bench/peers"
)

// ways holds every row in every way, by the names of both. Go's own and the floor's rows
// differ in who holds the clock.
type ways struct {
	lib  *floorlib.Library
	rows map[string]map[string]work
}

type work struct {
	check   func() error
	measure func(n int) (way.Measurement, error)
}

func open(ctx context.Context, library string) (ways, error) {
	// First our own runtime, so that it finds and opens libpython as it does for its users;
	// what comes after finds that library loaded.
	if err := own.Start(ctx); err != nil {
		return ways{}, err
	}
	lib, err := floorlib.Load(library)
	if err != nil {
		return ways{}, err
	}
	if err := lib.Open(); err != nil {
		return ways{}, err
	}
	return list(ctx, lib)
}

func list(ctx context.Context, lib *floorlib.Library) (ways, error) {
	data, err := plain.Fill(lib)
	if err != nil {
		return ways{}, err
	}
	all := ways{lib, map[string]map[string]work{"floor": floorRows(lib)}}
	pure, err1 := plain.Rows(lib, data)
	glue, err2 := peers.Glue(data)
	perElement, err3 := peers.PerElement(data)
	ours, err4 := own.Rows(ctx, data)
	if err := errors.Join(err1, err2, err3, err4); err != nil {
		return ways{}, err
	}
	for name, rows := range map[string][]way.Row{
		"go": pure, "glue": glue, "per-element": perElement, "own": ours,
	} {
		all.rows[name] = map[string]work{}
		for _, row := range rows {
			all.rows[name][row.Name] = work{row.Check, row.Measure}
		}
	}
	return all, nil
}

func floorRows(lib *floorlib.Library) map[string]work {
	rows := map[string]work{}
	for _, name := range lib.Rows() {
		rows[name] = work{
			check: func() error { return lib.Check(name) },
			measure: func(n int) (way.Measurement, error) {
				nanoseconds, err := lib.Run(name, n)
				return way.Measurement{Nanoseconds: nanoseconds}, err
			},
		}
	}
	return rows
}

func (all ways) find(name, row string) (work, error) {
	found, ok := all.rows[name][row]
	if !ok {
		return work{}, fmt.Errorf("worker: find row %q: not done by way %q", row, name)
	}
	return found, nil
}

// greeting is the first line a worker prints: what it is and what it can do.
func (all ways) greeting() any {
	names := map[string][]string{}
	for name, rows := range all.rows {
		names[name] = slices.AppendSeq([]string{}, maps.Keys(rows)) // never null
	}
	return map[string]any{"python": all.lib.Python(), "gate": gate, "ways": names}
}
