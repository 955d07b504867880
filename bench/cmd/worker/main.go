// Command worker does the work of the benchmark rows, in every way that its build allows, in
// one process with one interpreter.
//
// It serves lines on standard input, one answer in JSON for each, so that the driver can
// interleave the ways, also between processes; see bench/README.md.
package main

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
)

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: worker FLOOR-LIBRARY")
		os.Exit(2)
	}
	if err := serve(context.Background(), os.Args[1]); err != nil {
		fmt.Fprintln(os.Stderr, "worker:", err)
		os.Exit(1)
	}
}

func serve(ctx context.Context, library string) error {
	all, err := open(ctx, library)
	if err != nil {
		return err
	}
	out := json.NewEncoder(os.Stdout)
	if err := out.Encode(all.greeting()); err != nil {
		return err
	}
	lines := bufio.NewScanner(os.Stdin)
	for lines.Scan() {
		answer, err := all.answer(lines.Text())
		if err != nil {
			answer = map[string]string{"error": err.Error()}
		}
		if err := out.Encode(answer); err != nil {
			return err
		}
	}
	return lines.Err()
}

func (all ways) answer(line string) (any, error) {
	var verb, way, row string
	var n int
	if _, err := fmt.Sscan(line, &verb, &way, &row); err != nil {
		return nil, fmt.Errorf("worker: read %q: %w", line, err)
	}
	found, err := all.find(way, row)
	if err != nil {
		return nil, err
	}
	switch verb {
	case "check":
		return struct{}{}, found.check()
	case "run":
		if _, err := fmt.Sscan(line, &verb, &way, &row, &n); err != nil {
			return nil, fmt.Errorf("worker: read %q: %w", line, err)
		}
		return found.measure(n)
	}
	return nil, errors.New("worker: expected: check WAY ROW, or run WAY ROW N")
}
