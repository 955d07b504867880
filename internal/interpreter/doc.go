// Package interpreter starts Python inside this process and fetches the bridge's
// function table from it. It happens at most once in the life of a process.
//
// Python is initialized on an OS thread of its own, which stays Python's main
// thread for as long as the process lives and is never given back to Go: the
// main thread's state so never outlives its thread, and no call ever finds
// itself by chance to be on the main thread. See [Bridge.Main].
//
// Python gets no signal handlers: SIGINT and the others stay Go's. It is never
// finalized, since extension modules such as numpy do not survive that.
//
// The functions of libpython used here are in symbols.go, and there are few on
// purpose: a test compiles their declarations against the headers of every
// Python on the machine.
package interpreter
