package main

import (
	"errors"
	"strconv"
	"sync/atomic"

	"github.com/gophersnake/gophersnake/python"
)

func init() {
	programs["first calls at once"] = firstCallsAtOnce
	programs["starts and stops at once"] = startsAndStopsAtOnce
	programs["never started"] = neverStarted
	programs["no python"] = noPython
}

// firstCallsAtOnce has a hundred goroutines make the first call.
func firstCallsAtOnce() {
	var right atomic.Int32
	atOnce(100, func(i int) {
		if value("__import__('math').comb("+strconv.Itoa(i)+", 1)") == strconv.Itoa(i) {
			right.Add(1)
		}
	})
	say(right.Load())
}

// startsAndStopsAtOnce has some goroutines start, some stop and some call.
func startsAndStopsAtOnce() {
	atOnce(60, func(i int) {
		switch i % 3 {
		case 0:
			must(python.Start(python.Config{}))
		case 1:
			must(python.Stop(ctx))
		case 2:
			if _, err := python.Eval(ctx, "1 + 1"); err != nil && !errors.Is(err, python.ErrStopped) {
				must(err)
			}
		}
	})
	must(python.Start(python.Config{}))
	say(value("1 + 1"))
}

// neverStarted stops what does not run.
func neverStarted() {
	must(python.Stop(ctx))
	say("stopped")
}

// noPython cannot start, and ends all the same.
func noPython() {
	atOnce(10, func(int) {
		if python.Start(python.Config{Python: "/nowhere"}) == nil {
			say("it started")
		}
	})
	say("not started")
}
