package python

// Opt is a value that may be left out; its zero value is. An option left out is
// Python's own default, evaluated by Python. As the key of a map it stands for
// Optional: left out is None.
type Opt[T any] struct {
	value T
	given bool
}

// Some returns the Opt that has the value v.
func Some[T any](v T) Opt[T] { return Opt[T]{v, true} }

// Get returns the value, and whether there is one.
func (o Opt[T]) Get() (T, bool) { return o.value, o.given }

// Or returns the value, or otherwise if there is none.
func (o Opt[T]) Or(otherwise T) T {
	if o.given {
		return o.value
	}
	return otherwise
}
