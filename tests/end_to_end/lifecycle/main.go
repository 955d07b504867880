// Command lifecycle is a set of small programs that start and end in different
// ways, each of which its argument names. tests/end_to_end/test_lifecycle.py runs
// them, many times, and knows what each must print and how it must end.
package main

import (
	"context"
	"fmt"
	"log"
	"os"
	"sync"

	"github.com/gophersnake/gophersnake/python"
)

var ctx = context.Background()

// programs are the programs by their names.
var programs = map[string]func(){}

func main() {
	log.SetFlags(0)
	program := programs[os.Args[1]]
	if program == nil {
		log.Fatalf("no program is called %q", os.Args[1])
	}
	program()
}

// must ends the program if something went wrong that never may.
func must(err error) {
	if err != nil {
		log.Fatalf("%+v", err)
	}
}

// run executes statements of Python.
func run(code string) { must(python.Exec(ctx, code)) }

// value returns an expression of Python as text.
func value(expression string) string {
	o, err := python.Eval(ctx, expression)
	must(err)
	return o.String()
}

// busy has n goroutines run Python for ever, and returns when they do: where their errors
// will come.
func busy(n int) <-chan error {
	ended := make(chan error, n)
	run(`
import threading, time
inside = threading.Semaphore(0)
def spin():
    inside.release()
    while True:
        sum(range(1000))
`)
	for range n {
		go func() {
			_, err := python.Eval(ctx, "spin()")
			ended <- err
		}()
	}
	for range n {
		value("inside.acquire()")
	}
	return ended
}

// atOnce has n goroutines do the same thing at once.
func atOnce(n int, do func(i int)) {
	var all sync.WaitGroup
	gate := make(chan struct{})
	for i := range n {
		all.Go(func() {
			<-gate
			do(i)
		})
	}
	close(gate)
	all.Wait()
}

// say prints a line.
func say(values ...any) { fmt.Println(values...) }
