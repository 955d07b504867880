package wire

import (
	"encoding/binary"
	"fmt"
	"math"
)

// Program builds a signature program (contract/frame.md). Types are written in
// prefix order, a container before what it holds: after
//
//	NewProgram(1).Param(ParamPositionalOrKeyword, "data").Kind(KindList).Kind(KindFloat)
//
// follows the type of the result. A Program is its bytes; its methods append
// and return it.
type Program []byte

// RankAny is the rank of an array type that leaves it open.
const RankAny = 255

// NewProgram begins the program of a function with that many parameters.
func NewProgram(parameters int) Program {
	if parameters < 0 || parameters > math.MaxUint16 {
		panic(fmt.Sprintf("wire: a program of %d parameters", parameters))
	}
	return binary.LittleEndian.AppendUint16(Program{LimitFrameVersion}, uint16(parameters))
}

// Param begins a parameter, whose type must follow. ParamDefaulted is added to
// kind where it has a default.
func (p Program) Param(kind Param, name string) Program {
	if len(name) > math.MaxUint16 {
		panic(fmt.Sprintf("wire: a parameter's name of %d bytes", len(name)))
	}
	p = binary.LittleEndian.AppendUint16(append(p, byte(kind)), uint16(len(name)))
	return append(p, name...)
}

// Kind appends a type: a scalar, or a list, set, dict or optional, whose items
// (for a dict keys, then values) must follow.
func (p Program) Kind(k Kind) Program { return append(p, byte(k)) }

// Tuple begins a tuple, whose items' types must follow.
func (p Program) Tuple(items int) Program {
	if items < 0 || items > math.MaxUint8 {
		panic(fmt.Sprintf("wire: a tuple of %d items", items))
	}
	return append(p, byte(KindTuple), byte(items))
}

// Array appends the type of an array of that rank, or of [RankAny].
func (p Program) Array(dtype DType, rank int) Program {
	if rank < 0 || rank > math.MaxUint8 {
		panic(fmt.Sprintf("wire: an array of rank %d", rank))
	}
	return append(p, byte(KindArray), byte(dtype), byte(rank))
}
