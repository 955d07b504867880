package wire

import (
	"encoding/binary"
	"strings"
)

// Mentions returns the numbers of the definitions that the types in p name, each
// once, in the order of their first mention. p is types alone, without what a
// function's program begins with.
func (p Program) Mentions() []uint32 {
	var w walker
	for w.rest = p; len(w.rest) != 0; {
		w.typ()
	}
	return w.mentioned
}

// walker goes through the types of a program that this package has written, by
// the layouts of contract/kinds.toml.
type walker struct {
	rest      Program
	mentioned []uint32
}

func (w *walker) take(n int) Program {
	taken := w.rest[:n]
	w.rest = w.rest[n:]
	return taken
}

func (w *walker) typ() {
	for part := range strings.FieldsSeq(kindLayouts[w.take(1)[0]]) {
		w.part(part)
	}
}

func (w *walker) part(part string) {
	switch part {
	case "item", "key", "value":
		w.typ()
	case "count":
		n := w.take(1)[0]
		for range n {
			w.typ()
		}
	case "items": // read with their count
	case "dtype", "rank", "library":
		w.take(1)
	case "adapter", "class", "described", "shape":
		w.text()
	case "fields":
		for range binary.LittleEndian.Uint16(w.take(2)) {
			w.take(1)
			w.text()
			w.typ()
		}
	case "flags":
		w.take(1)
	case "signature":
		for range binary.LittleEndian.Uint16(w.take(2)) {
			w.take(1)
			w.text()
			w.typ()
		}
		w.typ()
	case "definition":
		w.mention(binary.LittleEndian.Uint32(w.take(4)))
	default:
		panic("wire: a layout with an unknown part: " + part)
	}
}

func (w *walker) text() { w.take(int(binary.LittleEndian.Uint16(w.take(2)))) }

func (w *walker) mention(number uint32) {
	for _, known := range w.mentioned {
		if known == number {
			return
		}
	}
	w.mentioned = append(w.mentioned, number)
}
