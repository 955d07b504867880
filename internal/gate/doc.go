// Package gate is the only place where Go and C meet: it opens a shared
// library, finds a symbol, calls a C function pointer and is called back.
//
// It is written twice behind build tags, with cgo and with purego, and one
// conformance suite (internal/gate/gatetest) holds both to the same behaviour.
// On Windows the system's own calls serve both.
//
// # Numbers instead of pointers
//
// Addresses cross the gate as uintptr, because cgo's check of Go pointers
// would otherwise look through every frame at every call. The two rules that
// replace the check, and the functions that see to them, are those of
// internal/memory: the memory has escaped to the heap, and it stays reachable
// until C is done with it.
//
// Reachable heap memory does not move (RATIONALE, "Why are heap addresses
// passed as numbers?"), so its address may also be stored inside other memory
// that C reads, which plain cgo forbids.
//
// # Threads
//
// A C function runs on the OS thread of the calling goroutine and the goroutine
// stays on it until the function returns, through callbacks too. Between two
// calls a goroutine may change threads, unless it has locked itself to one.
// All functions here are safe for concurrent use.
package gate
