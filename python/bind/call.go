package bind

import (
	"context"
	"embed"
	"reflect"

	"github.com/gophersnake/gophersnake/internal/engine"
	"github.com/gophersnake/gophersnake/internal/wire"
	"github.com/gophersnake/gophersnake/python"
)

// Module is a Python module that generated code calls.
type Module struct{ module *engine.Module }

// Source says where a module's Python is.
type Source struct {
	files  embed.FS
	root   string
	digest string

	carrier string
}

// Sources says that the binary carries the module's sources: root with a slash
// and the path in files is each one's place from the folder that Python would
// import from. digest is that of the sources the code was generated from.
func Sources(files embed.FS, root, digest string) Source {
	return Source{files: files, root: root, digest: digest}
}

// CarriedBy says that the module's sources are among those of the module
// carrier, whose Go package the generated code imports.
func CarriedBy(carrier string) Source { return Source{carrier: carrier} }

// NewModule describes the module of that dotted name. Without sources it is one
// that is installed in the environment.
func NewModule(name string, sources ...Source) Module {
	if len(sources) == 0 {
		return Module{engine.NewModule(name)}
	}
	if carrier := sources[0].carrier; carrier != "" {
		return Module{engine.NewCarried(name, carrier)}
	}
	return Module{engine.NewEmbedded(name, sources[0].files, sources[0].root, sources[0].digest)}
}

// Func is a Python function that generated code calls.
type Func struct{ function *engine.Func }

// Parameter is one parameter of a function.
//
// Go initializes a package in one function, in which large Python packages have
// thousands of descriptions. What a description puts on its stack, the compiler
// compares with all else there, to use places twice: for pandas that took more
// than 13 GB. So a parameter is a pointer, the list of them is stored as it is
// passed, and nothing of a description is inlined.
type Parameter = *engine.Param

// Positional is a parameter that is only passed by position.
//
//go:noinline
func Positional[T any](name string, t *Type[T]) Parameter {
	return engine.NewParam(wire.ParamPositionalOnly, name, t.Program)
}

// Param is a parameter that is passed by position or by name.
//
//go:noinline
func Param[T any](name string, t *Type[T]) Parameter {
	return engine.NewParam(wire.ParamPositionalOrKeyword, name, t.Program)
}

// KeywordOnly is a parameter that is only passed by name.
//
//go:noinline
func KeywordOnly[T any](name string, t *Type[T]) Parameter {
	return engine.NewParam(wire.ParamKeywordOnly, name, t.Program)
}

// VarPositional is *args, of values of type t.
//
//go:noinline
func VarPositional[T any](name string, t *Type[T]) Parameter {
	return engine.NewParam(wire.ParamVarPositional, name, t.Program)
}

// VarKeyword is **kwargs, of values of type t.
//
//go:noinline
func VarKeyword[T any](name string, t *Type[T]) Parameter {
	return engine.NewParam(wire.ParamVarKeyword, name, t.Program)
}

// Result is the type of a function's result as its description needs it; every
// [Type] is one.
type ResultType interface{ ResultProgram() wire.Program }

// NoResult is the result of a function that returns None.
var NoResult ResultType = None

// Func describes a function: its name, the signature that the code was generated
// from, its result and its parameters in order.
//
//go:noinline
func (m Module) Func(name, signature string, result ResultType, parameters ...Parameter) Func {
	return Func{m.module.Func(name, signature, result.ResultProgram(), parameters...)}
}

// Call is one call on its way.
type Call = engine.Call

// Begin begins a call. Its arguments follow, then Result or Finish.
func (f Func) Begin(ctx context.Context) *Call { return f.function.Begin(ctx) }

// Put appends an argument.
func Put[T any](c *Call, t *Type[T], v T) { engine.Put(c, t, v) }

// PutOpt appends the argument of a parameter that has a default.
func PutOpt[T any](c *Call, t *Type[T], v python.Opt[T]) {
	value, given := v.Get()
	engine.PutDefaulted(c, t, given, value)
}

// PutNil appends the argument of a parameter whose default is None, or whose type has no
// None: nil is left out.
func PutNil[T any](c *Call, t *Type[T], v T) {
	engine.PutDefaulted(c, t, !isNil(v), v)
}

func isNil[T any](v T) bool {
	switch r := reflect.ValueOf(&v).Elem(); r.Kind() {
	case reflect.Pointer, reflect.Slice, reflect.Map, reflect.Interface, reflect.Func:
		return r.IsNil()
	}
	return false
}

// PutArgs appends *args.
func PutArgs[T any](c *Call, t *Type[T], values []T) {
	engine.Put(c, engine.List(wire.KindTupleOf, t), values)
}

// PutKwargs appends **kwargs.
func PutKwargs[T any](c *Call, t *Type[T], values map[string]T) {
	engine.Put(c, engine.Dict(wire.KindDict, engine.Str, t), values)
}

// Result makes the call and returns its result.
func Result[T any](c *Call, t *Type[T]) (T, error) { return engine.Result(c, t) }

// Finish makes the call of a function that returns None.
func Finish(c *Call) error { return engine.Finish(c) }

// Options returns the options of a call: of none the zero value, of several the
// fields that are not zero, of which later ones win.
func Options[T any](options []T) T {
	var merged T
	switch len(options) {
	case 0:
		return merged
	case 1:
		return options[0]
	}
	target := reflect.ValueOf(&merged).Elem()
	for i := range options {
		source := reflect.ValueOf(&options[i]).Elem()
		for f := range source.NumField() {
			if !source.Field(f).IsZero() {
				target.Field(f).Set(source.Field(f))
			}
		}
	}
	return merged
}
