package interpreter

import "github.com/gophersnake/gophersnake/internal/find"

// Bridge is the half of gophersnake that lives inside Python.
type Bridge struct {
	// Slots are its functions.
	Slots Slots
	// Environment is the Python it runs in.
	Environment find.Environment

	tasks chan<- func()
}

// Slots are the addresses of the bridge's functions, uintptr_t (*)(uintptr_t),
// in the order of the function table (contract/slots.md says what they do). They
// are valid for as long as the process lives and may be called from any thread.
type Slots struct {
	Call       uintptr
	Bind       uintptr
	Release    uintptr
	Drain      uintptr
	Lends      uintptr
	Free       uintptr
	Pending    uintptr
	Interrupt  uintptr
	Dispatcher uintptr
	Probe      uintptr
	Inside     uintptr
	Enter      uintptr
	Exit       uintptr
	Entered    uintptr
}

// Main runs task on Python's main thread, without the GIL, and waits for it. The
// thread does one thing at a time, so a task must not wait for another.
func (b *Bridge) Main(task func()) {
	done := make(chan struct{})
	b.tasks <- func() {
		defer close(done)
		task()
	}
	<-done
}
