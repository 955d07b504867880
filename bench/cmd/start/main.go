// Command start prints benchmod's first answer: what the start row measures.
package main

import (
	"context"
	"errors"
	"fmt"
	"os"

	"github.com/gophersnake/gophersnake/bench/own"
)

// exitAbsent tells the driver that there is nothing to measure yet.
const exitAbsent = 3

func main() {
	indices, err := own.FirstAnswer(context.Background())
	if err != nil {
		fmt.Fprintln(os.Stderr, "start:", err)
		if errors.Is(err, own.ErrAbsent) {
			os.Exit(exitAbsent)
		}
		os.Exit(1)
	}
	fmt.Println(indices)
}
