package wire

// Enter begins a value of a type that can hold itself, unless there is an error
// or the value is nested too deeply, which is one: a value of Go's may hold itself
// for ever. After true, Leave must follow.
func (e *Encoder) Enter() bool {
	if e.depth >= LimitDepth {
		e.refuse(tooDeep, "more")
	}
	if e.err != nil {
		return false
	}
	e.depth++
	return true
}

// Leave ends a value that Enter began.
func (e *Encoder) Leave() { e.depth-- }

// Enter begins a value of a type that can hold itself, unless there is an error.
// After true, Leave must follow.
func (d *Decoder) Enter() bool {
	if d.depth >= LimitDepth {
		d.malformed(tooDeep, "more")
	}
	if d.err != nil {
		return false
	}
	d.depth++
	return true
}

// Leave ends a value that Enter began.
func (d *Decoder) Leave() { d.depth-- }
