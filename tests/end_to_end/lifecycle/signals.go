package main

import (
	"os"
	"os/signal"
	"syscall"

	"github.com/gophersnake/gophersnake/python"
)

func init() {
	programs["interrupted"] = interrupted
	programs["killed"] = killed
}

// interrupted catches Ctrl-C as Go programs do, whatever Python has imported and
// runs, and then ends in good order.
func interrupted() {
	caught := make(chan os.Signal, 1)
	signal.Notify(caught, os.Interrupt)
	run(`
import asyncio, numpy, signal, threading
async def wait():
    loop = asyncio.get_running_loop()
    await asyncio.sleep(3600)
threading.Thread(target=asyncio.run, args=[wait()], daemon=True).start()
`)
	must(syscall.Kill(os.Getpid(), syscall.SIGINT))
	say(<-caught)
	must(python.Stop(ctx))
	os.Exit(130)
}

// killed dies of a signal that nobody catches.
func killed() {
	busy(4)
	must(syscall.Kill(os.Getpid(), syscall.SIGTERM))
	select {}
}
