package python

import (
	"fmt"
	"slices"
	"strings"
)

// How many elements of a dimension String shows at either end, and from how many
// elements of the array on it leaves out those between. They are numpy's.
const (
	shownEdge  = 3
	shownWhole = 1000
)

// String returns the elements, the dtype and, if there is more than one dimension,
// the shape: "[1 2 3] int64", "[[1 2] [3 4]] float64 (2, 2)". Of more than 1,000
// elements it shows the first and the last three of each dimension. Of an array
// that is closed it says so.
func (a *Array[T]) String() string {
	switch {
	case a == nil:
		return "<nil>"
	case a.python != nil && a.python.Handle() == 0:
		return "<closed array>"
	}
	var b strings.Builder
	a.write(&b, make([]int, 0, len(a.shape)))
	b.WriteString(" " + a.DType())
	if len(a.shape) > 1 {
		lengths := strings.Trim(fmt.Sprint(a.shape), "[]")
		b.WriteString(" (" + strings.ReplaceAll(lengths, " ", ", ") + ")")
	}
	return b.String()
}

// write writes what lies at the indices: an element, or all along the next dimension.
func (a *Array[T]) write(b *strings.Builder, indices []int) {
	axis := len(indices)
	if axis == len(a.shape) {
		fmt.Fprint(b, a.At(indices...))
		return
	}
	indices = append(slices.Clone(indices), 0)
	length := a.shape[axis]
	left := a.Len() > shownWhole && length > 2*shownEdge
	b.WriteByte('[')
	for i := 0; i < length; i++ {
		if i > 0 {
			b.WriteByte(' ')
		}
		if left && i == shownEdge {
			b.WriteString("... ")
			i = length - shownEdge
		}
		indices[axis] = i
		a.write(b, indices)
	}
	b.WriteByte(']')
}
