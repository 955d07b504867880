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
// would otherwise look through every frame at every call. The garbage collector
// does not see a uintptr, so two rules replace the check:
//
//   - Memory whose address is given to C must be on the heap, since a stack
//     moves whenever it grows, also during a callback. [Address],
//     [SliceAddress] and [StringAddress] see to it: whatever is passed to
//     them escapes. An address obtained in any other way is a bug.
//   - It must stay reachable until C is done with it. The caller holds it:
//     in a [Pins], whose Release after the call is also what keeps it alive,
//     or with [runtime.KeepAlive] after the call.
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
