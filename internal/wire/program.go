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

// Definition is a type that programs name by a number, so that it can hold
// itself. Its type is no name itself.
type Definition struct {
	Number uint32
	Type   Program
}

// NewProgram begins the program of a function with that many parameters, in
// which these definitions can be named.
func NewProgram(parameters int, definitions ...Definition) Program {
	p := Program{LimitFrameVersion}.count("definitions", len(definitions))
	for _, d := range definitions {
		p = append(binary.LittleEndian.AppendUint32(p, d.Number), d.Type...)
	}
	return p.count("parameters", parameters)
}

// Param begins a parameter, whose type must follow. ParamDefaulted is added to
// kind where it has a default.
func (p Program) Param(kind Param, name string) Program {
	return append(p, byte(kind)).text(name)
}

func (p Program) count(what string, n int) Program {
	if n < 0 || n > math.MaxUint16 {
		panic(fmt.Sprintf("wire: a program with %d %s", n, what))
	}
	return binary.LittleEndian.AppendUint16(p, uint16(n))
}

func (p Program) text(text string) Program {
	return append(p.count("bytes of a name", len(text)), text...)
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

// Union begins a union, whose items' types must follow, the most specific first.
func (p Program) Union(items int) Program {
	if items < 0 || items > math.MaxUint8 {
		panic(fmt.Sprintf("wire: a union of %d items", items))
	}
	return append(p, byte(KindUnion), byte(items))
}

// Instance appends the type of the instances of a class, `module:Qualified.Name`.
func (p Program) Instance(class string) Program { return append(p, byte(KindInstance)).text(class) }

// Adapted begins the type of what an adapter converts; the type of its plain
// value must follow.
func (p Program) Adapted(adapter string) Program { return append(p, byte(KindAdapted)).text(adapter) }

// Record begins a record with that many fields, which must follow.
func (p Program) Record(adapter string, fields int) Program {
	return append(p, byte(KindRecord)).text(adapter).count("fields", fields)
}

// Field begins a field of a record, whose type must follow. One that may be
// missing crosses as [Encoder.Present], then the value if it is there.
func (p Program) Field(name string, mayBeMissing bool) Program {
	var flags byte
	if mayBeMissing {
		flags = 1
	}
	return append(p, flags).text(name)
}

// Named appends the type of that definition.
func (p Program) Named(number uint32) Program {
	return binary.LittleEndian.AppendUint32(append(p, byte(KindNamed)), number)
}

// Array appends the type of an array of that rank, or of [RankAny].
func (p Program) Array(dtype DType, rank int) Program {
	if rank < 0 || rank > math.MaxUint8 {
		panic(fmt.Sprintf("wire: an array of rank %d", rank))
	}
	return append(p, byte(KindArray), byte(dtype), byte(rank))
}

// Shaped appends the type of an array of which more is known: whose class it is in
// Python, its dtype (0: any) with its description, if it needs one, and its shape.
func (p Program) Shaped(library Library, dtype DType, described, shape string) Program {
	p = append(p, byte(KindShaped), byte(library), byte(dtype))
	return p.text(described).text(shape)
}

// Is reports whether the program is that of a type of this kind.
func (p Program) Is(kind Kind) bool { return len(p) != 0 && p[0] == byte(kind) }
