package python

import (
	"fmt"
	"iter"
	"runtime"
	"slices"

	"github.com/gophersnake/gophersnake/internal/engine"
	"github.com/gophersnake/gophersnake/internal/memory"
	"github.com/gophersnake/gophersnake/internal/wire"
)

// Array is a numpy array whose memory both languages share: nothing is copied
// when it crosses, in either direction.
//
// An array made in Go ([NewArray]) lies over a Go slice. Python may keep it: the
// memory then stays where it is until Python's last view of it is gone. Python
// sees it read-only, unless it was made [Array.Writable].
//
// An array that Python returned lies in Python's memory, until Close or until the
// garbage collector finds the Array unused. Passed back, it is the same object.
//
// Methods that take indices panic where they are out of range, and on an array
// that is closed, as indexing a slice does. Concurrent reading is safe; writing
// is, in either language, as safe as for a slice.
type Array[T Element] struct {
	shape, strides []int // in elements; in bytes
	offset         int   // of the first element in bytes
	bytes          []byte
	item           int      // the bytes of a struct of Python's where Go's has more; otherwise 0
	unit           TimeUnit // of times
	writable       bool
	python         *engine.Ref // nil for an array over Go memory
	base           *Array[T]   // of a view: the array it is a view of

	own engine.Ref // what python is, but of a view
	few [4]int     // what shape and strides are, of up to two dimensions
}

// NewArray returns an array over data, which it shares, in C order. Without a
// shape it has one dimension. It panics if the shape does not have as many
// elements as data.
//
// While Python may look at the array, data must not be written to without the
// synchronisation that two goroutines would need.
func NewArray[T Element](data []T, shape ...int) *Array[T] {
	if len(shape) == 0 {
		shape = []int{len(data)}
	}
	return newShaped(data, shape)
}

// newShaped is NewArray with a shape that may have no dimensions.
func newShaped[T Element](data []T, shape []int) *Array[T] {
	a := &Array[T]{shape: slices.Clone(shape), bytes: memory.AsBytes(data)}
	n := 1
	for _, length := range shape {
		if length < 0 {
			panic(fmt.Sprintf("python: a dimension of length %d", length))
		}
		n *= length
	}
	if n != len(data) || len(shape) > wire.MaxRank {
		panic(fmt.Sprintf("python: an array of shape %v has %d elements, the data %d", shape, n, len(data)))
	}
	a.strides = contiguous(shape, elementOf[T]().size)
	return a
}

// contiguous returns the strides of C order.
func contiguous(shape []int, size int) []int {
	strides := make([]int, len(shape))
	for i := len(shape) - 1; i >= 0; i-- {
		strides[i] = size
		size *= shape[i]
	}
	return strides
}

// Writable lets Python write to the memory of an array made in Go, and returns
// the array.
func (a *Array[T]) Writable() *Array[T] {
	if a.python != nil {
		panic("python: Writable is for arrays made in Go; this one is Python's")
	}
	a.writable = true
	return a
}

// CanWrite reports whether Python may write to the array's memory.
func (a *Array[T]) CanWrite() bool { return a.writable }

// Shape returns the lengths of the dimensions, in elements. It must not be
// changed.
func (a *Array[T]) Shape() []int { return a.shape }

// Strides returns how many bytes lie between neighbours in each dimension; they
// may be negative or zero. It must not be changed.
func (a *Array[T]) Strides() []int { return a.strides }

// Rank returns the number of dimensions.
func (a *Array[T]) Rank() int { return len(a.shape) }

// Len returns the number of elements.
func (a *Array[T]) Len() int {
	n := 1
	for _, length := range a.shape {
		n *= length
	}
	return n
}

// At returns the element at these indices, one a dimension, each counted from 0.
func (a *Array[T]) At(indices ...int) T {
	v := a.load(a.open(), a.position(indices))
	runtime.KeepAlive(a)
	return v
}

// Set changes the element at these indices. It panics if Python's array is
// read-only.
func (a *Array[T]) Set(v T, indices ...int) {
	if a.python != nil && !a.writable {
		panic("python: the array is read-only")
	}
	if a.item == 0 {
		memory.Store(a.open(), a.position(indices), v)
	} else {
		memory.StorePart(a.open(), a.position(indices), v, a.item)
	}
	runtime.KeepAlive(a)
}

// position returns where in bytes the element is.
func (a *Array[T]) position(indices []int) int {
	if len(indices) != len(a.shape) {
		panic(fmt.Sprintf("python: %d indices for an array of %d dimensions", len(indices), len(a.shape)))
	}
	at := a.offset
	for i, index := range indices {
		at += a.checkIndex(index, i) * a.strides[i]
	}
	return at
}

// open returns the memory, if it is still there.
func (a *Array[T]) open() []byte {
	if a.python != nil && a.python.Handle() == 0 {
		panic("python: array used after Close")
	}
	return a.bytes
}

// All iterates over the elements in C order, whatever the strides.
func (a *Array[T]) All() iter.Seq[T] {
	return func(yield func(T) bool) {
		indices := make([]int, len(a.shape))
		data, at := a.open(), a.offset
		for range a.Len() {
			if !yield(a.load(data, at)) {
				return
			}
			for i := len(indices) - 1; i >= 0; i-- {
				indices[i]++
				at += a.strides[i]
				if indices[i] < a.shape[i] {
					break
				}
				at -= indices[i] * a.strides[i]
				indices[i] = 0
			}
		}
		runtime.KeepAlive(a)
	}
}

// Contiguous reports whether the elements lie side by side in C order, as those of
// an array without elements do, whatever its strides.
func (a *Array[T]) Contiguous() bool {
	if a.Len() == 0 {
		return true
	}
	size := a.size()
	for i := len(a.shape) - 1; i >= 0; i-- {
		if a.shape[i] != 1 && a.strides[i] != size {
			return false
		}
		size *= a.shape[i]
	}
	return true
}

// Data returns the elements in C order, without a copy: the slice shares the
// array's memory. It is false for an array that is not contiguous in C order, or
// not aligned: see Copy.
//
// The slice of an array of Python's is good until Close. Since nothing else can
// know when the slice is done with, the array is from now on only given back by
// Close, no longer by the garbage collector.
func (a *Array[T]) Data() ([]T, bool) {
	if !a.Contiguous() {
		return nil, false
	}
	return a.share(a.Len() * a.size())
}

// share returns the n bytes from the first element on, as elements.
func (a *Array[T]) share(n int) ([]T, bool) {
	if a.offset+n > len(a.bytes) { // numpy's last struct may be shorter than Go's
		return nil, false
	}
	data, ok := memory.FromBytes[T](a.open()[a.offset : a.offset+n])
	if ok && a.python != nil {
		a.python.Keep()
	}
	runtime.KeepAlive(a)
	return data, ok
}

// size returns how many bytes an element takes.
func (a *Array[T]) size() int {
	if dtype := dtypeOf[T](); dtype != 0 {
		return dtype.Size()
	}
	return elementOf[T]().size
}

// load returns the element at a place in bytes.
func (a *Array[T]) load(data []byte, at int) T {
	if a.item == 0 {
		return memory.Load[T](data, at)
	}
	return memory.LoadPart[T](data, at, a.item)
}

// Unit returns the unit of an array of times; an array made in Go has nanoseconds.
func (a *Array[T]) Unit() TimeUnit { return a.unit }

// In sets the unit of an array of times made in Go, and returns the array.
func (a *Array[T]) In(unit TimeUnit) *Array[T] {
	if a.python != nil {
		panic("python: In is for arrays made in Go; this one is Python's")
	}
	a.unit = unit
	return a
}

// Copy returns the elements in C order, in a new slice.
func (a *Array[T]) Copy() []T {
	if a.item == 0 && a.Contiguous() {
		n := a.Len() * a.size()
		values := make([]T, a.Len())
		copy(memory.AsBytes(values), a.open()[a.offset:a.offset+n])
		runtime.KeepAlive(a)
		return values
	}
	values := make([]T, 0, a.Len())
	for v := range a.All() {
		values = append(values, v)
	}
	return values
}

// Close gives an array of Python's back; slices from Data must no longer be used.
// Closing it again, or closing an array made in Go, does nothing. It always
// returns nil.
func (a *Array[T]) Close() error {
	if a == nil || a.python == nil {
		return nil
	}
	a.python.Close()
	return nil
}
