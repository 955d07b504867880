package wire

// Number appends a function or a value that is lent to Python, by the number of the
// lend.
func (e *Encoder) Number(lend uint64) { e.cell(lend) }

// CallableOfPython appends a callable that came from Python, by its handle: Python
// gets the same object back.
func (e *Encoder) CallableOfPython(handle uint64) {
	e.cell(0)
	e.Handle(handle)
}

// Held appends, outwards, a value that Python holds: the handle of what holds it,
// and the number of the lend.
func (e *Encoder) Held(handle, number uint64) {
	e.Handle(handle)
	e.cell(number)
}

// Held reads a value that Python holds and hands back: the handle of what holds it,
// which the reader now owns, and the number of the lend. Inwards there is no handle.
func (d *Decoder) Held() (handle, number uint64) {
	if !d.kind.inwards() {
		handle = d.Handle()
	}
	if number = d.cell("held"); number == 0 {
		d.malformedCell("held, the number of a lend", 0)
	}
	return handle, number
}

// Callable reads a callable: outwards the handle of Python's, which the reader now
// owns; inwards the number of a lent function or, if that is 0, a handle.
func (d *Decoder) Callable() (number, handle uint64) {
	if d.kind.inwards() {
		number = d.cell("callable")
	}
	if number == 0 {
		handle = d.Handle()
	}
	return number, handle
}

// Callable appends the type of a callable, whose parameters and result must follow.
func (p Program) Callable(flags Callable, parameters int) Program {
	return append(p, byte(KindCallable), byte(flags)).count("parameters", parameters)
}
