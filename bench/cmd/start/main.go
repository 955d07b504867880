// Command start prints benchmod's first answer: what the start row measures.
package main

import (
	"context"
	"fmt"
	"os"

	"github.com/gophersnake/gophersnake/bench/own"
)

func main() {
	indices, err := own.FirstAnswer(context.Background())
	if err != nil {
		fmt.Fprintln(os.Stderr, "start:", err)
		os.Exit(1)
	}
	fmt.Println(indices)
}
