package engine

import (
	"slices"
	"sync"

	"github.com/gophersnake/gophersnake/internal/wire"
)

// defined has the types that programs name, by their numbers, which count from 0.
// They are asked for when a function is bound: a type that holds itself is only
// then complete.
var defined struct {
	sync.RWMutex
	types []func() wire.Program
}

// define gives a type a number.
func define(typ func() wire.Program) uint32 {
	defined.Lock()
	defer defined.Unlock()
	defined.types = append(defined.types, typ)
	return uint32(len(defined.types) - 1)
}

func definition(number uint32) wire.Program {
	defined.RLock()
	defer defined.RUnlock()
	return defined.types[number]()
}

// definitionsOf returns the definitions that the types name, and those that they
// name in turn.
func definitionsOf(types []wire.Program) []wire.Definition {
	var found []wire.Definition
	for len(types) != 0 {
		mentioned := types[0].Mentions()
		types = types[1:]
		for _, number := range mentioned {
			known := func(d wire.Definition) bool { return d.Number == number }
			if !slices.ContainsFunc(found, known) {
				found = append(found, wire.Definition{Number: number, Type: definition(number)})
				types = append(types, found[len(found)-1].Type)
			}
		}
	}
	return found
}
