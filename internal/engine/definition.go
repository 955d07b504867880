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
	types []func() (wire.Program, error)
}

// define gives a type a number.
func define(typ func() (wire.Program, error)) uint32 {
	defined.Lock()
	defer defined.Unlock()
	defined.types = append(defined.types, typ)
	return uint32(len(defined.types) - 1)
}

func definition(number uint32) (wire.Program, error) {
	defined.RLock()
	typ := defined.types[number]
	defined.RUnlock()
	return typ()
}

// definitionsOf returns the definitions that the types name, and those that they
// name in turn.
func definitionsOf(types []wire.Program) ([]wire.Definition, error) {
	var found []wire.Definition
	for len(types) != 0 {
		mentioned := types[0].Mentions()
		types = types[1:]
		for _, number := range mentioned {
			known := func(d wire.Definition) bool { return d.Number == number }
			if !slices.ContainsFunc(found, known) {
				typ, err := definition(number)
				if err != nil {
					return nil, err
				}
				found = append(found, wire.Definition{Number: number, Type: typ})
				types = append(types, typ)
			}
		}
	}
	return found, nil
}
