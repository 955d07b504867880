// Syspath appends a folder to sys.path and lists what is there then: calling a
// method of an object, and iterating over it.
package main

import (
	"context"
	"fmt"
	"log"

	"github.com/gophersnake/gophersnake/python"
)

func main() {
	if err := list(context.Background()); err != nil {
		log.Fatalf("%+v", err)
	}
}

func list(ctx context.Context) error {
	sys, err := python.Import(ctx, "sys")
	if err != nil {
		return err
	}
	defer sys.Close()
	path, err := sys.Attr(ctx, "path")
	if err != nil {
		return err
	}
	defer path.Close()
	none, err := path.CallMethod(ctx, "append", "plugins")
	if err != nil {
		return err
	}
	none.Close()
	for folder, err := range path.All(ctx) {
		if err != nil {
			return err
		}
		fmt.Println(folder)
		folder.Close()
	}
	return nil
}
