package gatetest

import "runtime"

// The runtime never ends the process's first thread, not even for a goroutine that
// was locked to it, so tests that count the ends of threads must not run on it: it
// stays with the main goroutine, which runs none of them.
func init() { runtime.LockOSThread() }
