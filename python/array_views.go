package python

import (
	"fmt"
	"slices"
)

// The views of an array share its memory, and keep it: one of a view is good for as
// long as the array itself is, until Close. Close of a view is Close of the array.
// Passed to Python, a view is numpy's view of the same elements. All of them panic
// where an index is out of range, as slicing does.

// Row returns a view of what is at index i of the first dimension: a row of a
// matrix, a matrix of a stack of them.
func (a *Array[T]) Row(i int) *Array[T] {
	a.checkAxis(0)
	at := a.offset + a.checkIndex(i, 0)*a.strides[0]
	return a.view(a.shape[1:], a.strides[1:], at)
}

// Slice returns a view of the elements from index from up to but without index to
// of one dimension, which is counted from 0. The number of dimensions stays.
func (a *Array[T]) Slice(axis, from, to int) *Array[T] {
	a.checkAxis(axis)
	if from < 0 || to < from || to > a.shape[axis] {
		panic(fmt.Sprintf("python: slice [%d:%d] out of range [0:%d] in dimension %d", from, to, a.shape[axis], axis))
	}
	shape := slices.Clone(a.shape)
	shape[axis] = to - from
	at := a.offset
	if from < to { // an empty view begins where the array does
		at += from * a.strides[axis]
	}
	return a.view(shape, a.strides, at)
}

// T returns a view with the dimensions in the opposite order: the transpose of a
// matrix.
func (a *Array[T]) T() *Array[T] {
	shape, strides := slices.Clone(a.shape), slices.Clone(a.strides)
	slices.Reverse(shape)
	slices.Reverse(strides)
	return a.view(shape, strides, a.offset)
}

func (a *Array[T]) view(shape, strides []int, offset int) *Array[T] {
	return &Array[T]{
		shape: shape, strides: strides, offset: offset,
		item: a.item, unit: a.unit, bytes: a.bytes, writable: a.writable, python: a.python, base: a.root(),
	}
}

// root returns the array that a is a view of, or a itself.
func (a *Array[T]) root() *Array[T] {
	if a.base != nil {
		return a.base
	}
	return a
}

// Dims returns the number of rows and columns of a matrix. It panics on an array
// of another number of dimensions than two.
func (a *Array[T]) Dims() (rows, columns int) {
	if len(a.shape) != 2 {
		panic(fmt.Sprintf("python: Dims of an array of %d dimensions", len(a.shape)))
	}
	return a.shape[0], a.shape[1]
}

// Matrix returns a matrix as BLAS takes it, without a copy: row i begins at
// data[i*stride], and is as long as there are columns. With gonum:
//
//	data, rows, columns, stride, ok := a.Matrix()
//	general := blas64.General{Rows: rows, Cols: columns, Stride: stride, Data: data}
//
// Of a matrix whose rows have no gaps between them, stride is the number of columns
// and mat.NewDense(rows, columns, data) works too. It is false where the elements of
// a row are not neighbours in memory, as those of a transpose are not, or are not
// aligned: see [Array.Copy]. Ownership is as with [Array.Data]. It panics on an array
// of another number of dimensions than two.
func (a *Array[T]) Matrix() (data []T, rows, columns, stride int, ok bool) {
	rows, columns = a.Dims()
	size := a.size()
	if rows == 0 || columns == 0 {
		return []T{}, rows, columns, max(columns, 1), true
	}
	stride = columns
	if rows > 1 {
		stride = a.strides[0] / size
	}
	if columns > 1 && a.strides[1] != size || rows > 1 && (a.strides[0]%size != 0 || stride < columns) {
		return nil, rows, columns, 0, false
	}
	data, ok = a.share(((rows-1)*stride + columns) * size)
	return data, rows, columns, stride, ok
}

func (a *Array[T]) checkAxis(axis int) {
	if uint(axis) >= uint(len(a.shape)) {
		panic(fmt.Sprintf("python: dimension %d of an array of %d dimensions", axis, len(a.shape)))
	}
}

func (a *Array[T]) checkIndex(index, axis int) int {
	if uint(index) >= uint(a.shape[axis]) {
		panic(fmt.Sprintf("python: index %d out of range [0, %d) in dimension %d", index, a.shape[axis], axis))
	}
	return index
}
