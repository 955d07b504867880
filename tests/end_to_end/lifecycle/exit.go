package main

import (
	"errors"
	"log"
	"os"

	"github.com/gophersnake/gophersnake/python"
)

func init() {
	programs["return in flight"] = func() { busy(8); daemons(); say("returned") }
	programs["exit in flight"] = func() { busy(8); daemons(); os.Exit(3) }
	programs["fatal in flight"] = func() { busy(8); daemons(); log.Fatal("fatal") }
	programs["panic in flight"] = func() { busy(8); daemons(); panic("so it ends") }
	programs["sys.exit"] = sysExit
	programs["os._exit"] = osExit
}

// daemons starts threads of Python's that are in C when the program ends.
func daemons() {
	run(`
import hashlib
def digest():
    while True:
        hashlib.sha256(b"x" * 100_000).digest()
def sleep():
    while True:
        time.sleep(0.001)
for work in (digest, sleep, sleep):
    threading.Thread(target=work, daemon=True).start()
`)
}

// sysExit has Python ask for the end of the program, which is Go's to decide.
func sysExit() {
	err := python.Exec(ctx, "import sys\nsys.exit(5)")
	if !errors.Is(err, python.Exception("SystemExit")) {
		log.Fatalf("%v", err)
	}
	must(python.Stop(ctx))
	os.Exit(7)
}

// osExit has Python end the process without asking anybody.
func osExit() {
	busy(4)
	_ = python.Exec(ctx, "import os\nos._exit(9)")
}
