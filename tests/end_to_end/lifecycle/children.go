package main

import "github.com/gophersnake/gophersnake/python"

func init() {
	programs["children"] = children
	programs["fork"] = fork
}

// children has Python start processes in each way that it knows, and wait for them.
func children() {
	run(`
import multiprocessing, subprocess, sys
from concurrent.futures import ProcessPoolExecutor
if __name__ == "__main__":
    out = subprocess.run([sys.executable, "-c", "print(1)"], capture_output=True, text=True).stdout
    assert out == "1\n", out
    with ProcessPoolExecutor(2) as pool:
        assert list(pool.map(abs, [-1, 2])) == [1, 2]
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        assert pool.map(abs, [-3]) == [3]
    try:
        multiprocessing.get_context("fork")
    except ValueError as error:
        print(error)
`)
	must(python.Stop(ctx))
	say("stopped")
}

// fork has Python fork: the child ends where it would come back to Go.
func fork() {
	run(`
import os, sys, warnings
warnings.simplefilter("ignore", DeprecationWarning)
def fork(ending):
    child = os.fork()
    if child:
        return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    print("in the child", end="", flush=True)
    ending()
`)
	for _, ending := range []string{
		"lambda: None",
		"lambda: 1 / 0",
		"lambda: sys.exit(4)",
		"lambda: os._exit(5)",
		"lambda: os.execl(sys.executable, sys.executable, '-c', 'raise SystemExit(6)')",
	} {
		say("", value("fork("+ending+")"))
	}
	must(python.Stop(ctx))
	say("stopped")
}
