// Hello runs Python that is written in the Go program: a statement, and an
// expression whose value comes back as a Go string.
package main

import (
	"context"
	"fmt"
	"log"

	"github.com/gophersnake/gophersnake/python"
)

func main() {
	ctx := context.Background()
	if err := hello(ctx); err != nil {
		log.Fatalf("%+v", err)
	}
	// Runs Python's atexit handlers and flushes its streams.
	if err := python.Stop(ctx); err != nil {
		log.Fatal(err)
	}
}

func hello(ctx context.Context) error {
	if err := python.Exec(ctx, `print("Hello from Python", flush=True)`); err != nil {
		return err
	}
	object, err := python.Eval(ctx, `" ".join(["Hello", "from", "an", "expression"])`)
	if err != nil {
		return err
	}
	defer object.Close()
	text, err := python.To[string](ctx, object)
	if err != nil {
		return err
	}
	fmt.Println(text)
	return nil
}
