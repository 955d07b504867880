package main

import (
	"context"
	"fmt"
	"os"
	"runtime/debug"
)

// repeat runs the three ways n times after a warm-up and prints what it did to
// the memory of the process.
func repeat(ctx context.Context, n int) error {
	warmUp := max(n/10, 1)
	var before int
	for i := range warmUp + n {
		if i == warmUp {
			before = resident()
		}
		if _, err := threeWays(ctx); err != nil {
			return err
		}
	}
	after := resident()
	fmt.Printf("resident after warm-up: %d KiB\n", before)
	fmt.Printf("resident after %d more: %d KiB (%+d)\n", n, after, after-before)
	return nil
}

// resident returns the resident memory of the process in KiB, of which Linux
// tells in pages; elsewhere it is 0.
func resident() int {
	debug.FreeOSMemory() // what Go's heap keeps for later is no part of the question
	data, err := os.ReadFile("/proc/self/statm")
	if err != nil {
		return 0
	}
	var size, pages int
	if _, err := fmt.Sscan(string(data), &size, &pages); err != nil {
		return 0
	}
	return pages * os.Getpagesize() / 1024
}
