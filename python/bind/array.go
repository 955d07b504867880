package bind

import (
	"github.com/gophersnake/gophersnake/internal/engine"
	"github.com/gophersnake/gophersnake/internal/wire"
	"github.com/gophersnake/gophersnake/python"
)

// Library says whose class an array is in Python.
type Library = wire.Library

// The libraries whose arrays cross without a copy.
const (
	NumPy = wire.LibraryNumpy
	Torch = wire.LibraryTorch
	JAX   = wire.LibraryJax
)

// Array is numpy's array of this element type and rank; of any rank if it is
// negative.
func Array[T python.Element](rank int) *Type[*python.Array[T]] {
	return engine.RegisteredArray[*python.Array[T]](rank)
}

// ArrayIn is a library's array of this element type, of a shape that has a word for
// each dimension: a number, * for any, or a name for an extent that is the same
// wherever the name stands in one call. The word ... is any number of dimensions.
func ArrayIn[T python.Element](library Library, shape string) *Type[*python.Array[T]] {
	var array *python.Array[T]
	return array.TypeIn(library, shape, "", 0)
}

// DescribedIn is an array of elements of numpy's format, such as "M8[ms]" or "S10".
func DescribedIn[T python.Element](library Library, format, shape string) *Type[*python.Array[T]] {
	var array *python.Array[T]
	return array.TypeIn(library, shape, format, 0)
}

// Layout is a structured dtype that is a struct T in Go.
type Layout[T python.Element] struct{ size int }

// LayoutOf is the dtype of which one element takes size bytes in numpy.
func LayoutOf[T python.Element](size int) Layout[T] { return Layout[T]{size} }

// StructsIn is an array of structs of this layout.
func StructsIn[T python.Element](of Layout[T], library Library, shape string) *Type[*python.Array[T]] {
	var array *python.Array[T]
	return array.TypeIn(library, shape, "", of.size)
}

// AnyArrayIn is a library's array of any element type, likewise.
func AnyArrayIn(library Library, shape string) *Type[python.AnyArray] {
	return python.AnyArrayIn(library, shape)
}

// OptionalAnyArray is T | None of such an array; nil is None.
func OptionalAnyArray(item *Type[python.AnyArray]) *Type[python.AnyArray] {
	return engine.OptionalAs(item, func(v python.AnyArray) bool { return v == nil })
}
