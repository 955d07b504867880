package engine

import (
	"context"
	"fmt"
	"runtime"
	"sync/atomic"

	"github.com/gophersnake/gophersnake/internal/wire"
)

// Param is one parameter: its name, how it is passed, and its type's program.
type Param struct {
	name string
	kind wire.Param
	typ  wire.Program
}

// NewParam describes a parameter.
func NewParam(kind wire.Param, name string, typ wire.Program) *Param {
	return &Param{name, kind, typ}
}

// Default says that Python has a default for the parameter.
//
//go:noinline
func (p *Param) Default() *Param {
	p.kind |= wire.ParamDefaulted
	return p
}

// NoResult is the program of the result of a function that returns None.
var NoResult = None.Program

// Func is a Python function. It is found in its module and bound at its first
// call. Safe for concurrent use.
type Func struct {
	module    *Module
	name      string
	title     string
	signature string
	access    string
	mixed     bool // its types may be of other modules than its own
	whole     bool // it is never interrupted
	params    []*Param
	result    wire.Program

	// What is called is not the Python function, but what wrapper makes of it, and
	// the first params, lead of them, are the runtime's own.
	wrapper *Func
	lead    int
	take    *Func   // of an async function: fetches the outcome
	stream  *stream // of a function that returns an async iterator

	carries atomic.Pointer[Func] // see carrying
	address atomic.Uint64        // of the bound function; 0: not yet
	binding bindingLock
}

// Func describes the function of that name. Its signature, as the generator saw
// it, is compared with what the module has when the function is bound; "" is not.
func (m *Module) Func(name, signature string, result wire.Program, params ...*Param) *Func {
	return &Func{module: m, name: name, signature: signature, params: params, result: result}
}

// program returns the signature program, with the definitions that its types name.
func (f *Func) program() (wire.Program, error) {
	types := []wire.Program{f.result}
	for _, p := range f.params {
		types = append(types, p.typ)
	}
	definitions, err := definitionsOf(types)
	if err != nil {
		return nil, err
	}
	program := wire.NewProgram(len(f.params), definitions...)
	for _, p := range f.params {
		program = append(program.Param(p.kind, p.name), p.typ...)
	}
	return append(program, f.result...), nil
}

// Access says what the function does with a member of its first argument, which
// its name is that of: see gophersnake.host.members.
func (f *Func) Access(access string) *Func {
	f.access = access
	return f
}

// Mixed says that the function's types may be of other modules than its own.
func (f *Func) Mixed() *Func {
	f.mixed = true
	return f
}

// Whole has the end of a context wait until the function has returned: for one that
// imports a module, which nobody can use any more when that is interrupted.
func (f *Func) Whole() *Func {
	f.whole = true
	return f
}

// Called makes errors call the function by another name than its own.
func (f *Func) Called(title string) *Func {
	f.title = title
	return f
}

// String returns the function's dotted name, or what it is called.
func (f *Func) String() string {
	if f.title != "" {
		return f.title
	}
	return f.module.name + "." + f.name
}

// Begin begins a call.
func (f *Func) Begin(ctx context.Context) *Call {
	if carried.Load() || f.lead != 0 {
		return f.beginLed(ctx)
	}
	return newCall(ctx, f)
}

// resolver finds functions. It is there when Python is, and bound to function 0.
var resolver = host("binding").Func("resolve", "", handleProgram,
	NewParam(wire.ParamPositionalOrKeyword, "module", Str.Program),
	NewParam(wire.ParamPositionalOrKeyword, "name", Str.Program),
	NewParam(wire.ParamPositionalOrKeyword, "signature", Str.Program),
	NewParam(wire.ParamPositionalOrKeyword, "access", Str.Program)).Whole()

var (
	handleProgram = wire.Program{}.Kind(wire.KindObject)
	handleType    = &Type[uint64]{Program: handleProgram, Put: (*wire.Encoder).Handle, Get: (*wire.Decoder).Handle}
)

// bound returns the running interpreter and the function's address there, and
// starts and binds what is not.
func (f *Func) bound(ctx context.Context) (*Runtime, uint64, error) {
	if ctx == nil {
		return nil, 0, fmt.Errorf("gophersnake: %s: nil context", f)
	}
	r, err := runtimeFor(ctx)
	if err != nil {
		return nil, 0, err
	}
	address, err := f.bind(withoutVariables(ctx))
	return r, address, err
}

// bind finds the function in Python and compiles its signature program there.
func (f *Func) bind(ctx context.Context) (uint64, error) {
	unlock, err := f.binding.lock(ctx)
	if err != nil {
		return 0, cancelled("bind "+f.String(), ctx)
	}
	defer unlock()
	for {
		if address := f.address.Load(); address != 0 {
			return address, nil
		}
		before := reloads()
		address, err := f.find(ctx)
		if err != nil || f.isBound(address, before) {
			return address, err
		}
	}
}

// find returns the address of what is called. Once the callable is there, the rest is done
// even if the context ends, in a moment: otherwise calls with little time would begin anew
// for ever.
func (f *Func) find(ctx context.Context) (uint64, error) {
	callable, err := f.resolve(ctx)
	ctx = context.WithoutCancel(ctx)
	if err == nil && f.wrapper != nil {
		callable, err = f.wrap(ctx, callable)
	}
	if err == nil && f.take != nil {
		err = listen(ctx)
	}
	if err != nil {
		return 0, err
	}
	address, err := f.compile(ctx, callable)
	if callable != firstArgument {
		Release(callable)
	}
	return address, err
}

// resolve returns the handle of the callable; 0 is the resolver itself.
func (f *Func) resolve(ctx context.Context) (uint64, error) {
	switch {
	case f == resolver:
		return 0, nil
	case f.module == nil:
		return firstArgument, nil
	}
	signature, err := f.module.prepare(ctx, f.signature)
	if err == nil && f.mixed {
		err = prepareAll(ctx)
	}
	if err != nil {
		return 0, err
	}
	c := resolver.Begin(ctx)
	c.doing = "gophersnake: bind " + f.String()
	Put(c, Str, f.module.name)
	Put(c, Str, f.name)
	Put(c, Str, signature)
	Put(c, Str, f.access)
	return Result(c, handleType)
}

// wrap returns the handle of what is made of the callable.
func (f *Func) wrap(ctx context.Context, callable uint64) (uint64, error) {
	defer Release(callable)
	c := f.wrapper.Begin(ctx)
	Put(c, handleType, callable)
	return Result(c, handleType)
}

func (f *Func) compile(ctx context.Context, callable uint64) (uint64, error) {
	program, err := f.program()
	if err != nil {
		return 0, fmt.Errorf("gophersnake: bind %s: %w", f, err)
	}
	c := newCall(ctx, f)
	defer c.end()
	c.doing = "gophersnake: bind " + f.String()
	c.block.function = callable
	c.setFrame(program, nil)
	status := c.cross(started().slots.Bind)
	runtime.KeepAlive(program)
	if status == wire.StatusAnswer {
		c.closeAnswer()
		return c.block.function, nil
	}
	return 0, c.failure(status)
}
