package engine

import (
	"context"
	"sync/atomic"

	"github.com/gophersnake/gophersnake/internal/wire"
)

// variable is a context variable of Python's (PEP 567) and its value in a call.
type variable struct {
	module, name string
	value        any
}

type variablesKey struct{}

// carried says that there is any context with variables: until then no call looks.
var carried atomic.Bool

// WithVariable returns a context whose calls run with the context variable set.
func WithVariable(ctx context.Context, module, name string, value any) context.Context {
	carried.Store(true)
	before := variablesOf(ctx)
	return context.WithValue(ctx, variablesKey{}, append(before[:len(before):len(before)], variable{module, name, value}))
}

// variablesOf returns the variables to set, those to be set first coming first.
func variablesOf(ctx context.Context) []variable {
	if !carried.Load() || ctx == nil {
		return nil
	}
	variables, _ := ctx.Value(variablesKey{}).([]variable)
	return variables
}

// withoutVariables is for calls of the runtime's own.
func withoutVariables(ctx context.Context) context.Context {
	if variablesOf(ctx) == nil {
		return ctx
	}
	return context.WithValue(ctx, variablesKey{}, nil)
}

var (
	variableType = &Type[variable]{
		Program: append(append(append(wire.Program{}.Tuple(3), Str.Program...), Str.Program...), Any.Program...),
		Put: func(e *wire.Encoder, v variable) {
			Str.Put(e, v.module)
			Str.Put(e, v.name)
			Any.Put(e, v.value)
		},
	}
	variablesType  = List(wire.KindList, variableType)
	variablesParam = NewParam(wire.ParamPositionalOnly, "variables", variablesType.Program)

	// carrier makes a callable one whose first argument is the variables.
	carrier = variableCalls.Func("carrying", "", handleProgram,
		NewParam(wire.ParamPositionalOnly, "function", handleProgram))
	variableCalls = host("contexts")
)

// carrying returns the function as one that is given variables first.
func (f *Func) carrying() *Func {
	if g := f.carries.Load(); g != nil {
		return g
	}
	g := &Func{
		module: f.module, name: f.name, title: f.title, signature: f.signature,
		access: f.access, mixed: f.mixed, whole: f.whole, result: f.result,
		params: append([]*Param{variablesParam}, f.params...), wrapper: carrier, lead: 1,
	}
	if f.module == nil { // what it calls is its first argument
		g.module, g.name, g.wrapper = variableCalls, "call", nil
	}
	if !f.carries.CompareAndSwap(nil, g) {
		return f.carries.Load()
	}
	return g
}
