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
}

// deeper enters a container inside `any`. Without an error, depth must be
// lowered again afterwards.
func (e *Encoder) deeper() bool {
	if e.depth >= LimitDepth {
		e.refuse("at most "+strconv.Itoa(LimitDepth)+" values inside each other", "more")
	}
	e.depth++
	return e.err == nil
}

func (d *Decoder) deeper() bool {
	if d.depth >= LimitDepth {
		d.malformed("at most "+strconv.Itoa(LimitDepth)+" values inside each other", "more")
	}
	d.depth++
	return d.err == nil
}
