package wire

import "strconv"

// AnyEncoder is implemented by types of other packages that can stand for a
// value of `any`. EncodeAny calls [Encoder.Kind] once, then appends the value;
// for collections there are [AnyList], [AnySet] and [AnyDict].
type AnyEncoder interface {
	EncodeAny(e *Encoder) error
}

// Foreign makes the values of `any` for which this package has no Go type.
type Foreign interface {
	// Object takes over the handle.
	Object(handle uint64) (any, error)
	// Array takes over the owner. The memory lives as long as that does.
	Array(a Array) (any, error)
	// Held takes over the handle of what holds the Go value of that number.
	Held(handle, number uint64) (any, error)
}

// tooDeep is what is wrong with a value of `any` inside LimitDepth others.
var tooDeep = "at most " + strconv.Itoa(LimitDepth) + " values inside each other"

// Kind appends the type of a value of `any`; the value must follow.
func (e *Encoder) Kind(k Kind) {
	if e.depth >= LimitDepth {
		e.refuse(tooDeep, "more")
	}
	e.cell(uint64(k))
}

// enter begins the items of a container, unless there is an error; depth must
// be lowered at their end.
func (e *Encoder) enter() bool {
	e.depth++
	return e.err == nil
}

// anyKind reads the type of a value of `any`. After an error it is 0, which is
// no type.
func (d *Decoder) anyKind() Kind {
	if d.depth >= LimitDepth {
		d.malformed(tooDeep, "more")
		return 0
	}
	cell := d.cell("any")
	switch kind := Kind(cell); {
	case cell == uint64(KindCallable) && d.kind.inwards():
		return kind
	case cell > uint64(KindArray):
	case kind == KindAny, kind == KindOptional, kind == KindTuple, kind == KindSequence, kind == KindMapping, kind == KindShaped:
	case kind.known():
		return kind
	}
	d.malformedCell("the number of a type that any can hold", cell)
	return 0
}
