package python

import (
	"context"
	"fmt"
	"iter"

	"github.com/gophersnake/gophersnake/internal/engine"
	"github.com/gophersnake/gophersnake/internal/wire"
)

var (
	builtins  = engine.NewModule("builtins")
	operators = engine.NewModule("operator")
	imports   = engine.NewModule("importlib")
	helpers   = engine.NewModule("gophersnake.host.objects")

	getAttr    = builtins.Func("getattr", "", objectType.Program, target, param("name", engine.Str))
	setAttr    = builtins.Func("setattr", "", engine.NoResult, target, param("name", engine.Str), param("value", engine.Any))
	delAttr    = builtins.Func("delattr", "", engine.NoResult, target, param("name", engine.Str))
	length     = builtins.Func("len", "", engine.Int.Program, target)
	toStr      = builtins.Func("str", "", engine.Str.Program, target)
	toRepr     = builtins.Func("repr", "", engine.Str.Program, target)
	iterate    = builtins.Func("iter", "", objectType.Program, target)
	truth      = operators.Func("truth", "", engine.Bool.Program, target)
	getItem    = operators.Func("getitem", "", objectType.Program, target, param("key", engine.Any))
	setItem    = operators.Func("setitem", "", engine.NoResult, target, param("key", engine.Any), param("value", engine.Any))
	delItem    = operators.Func("delitem", "", engine.NoResult, target, param("key", engine.Any))
	contains   = operators.Func("contains", "", engine.Bool.Program, target, param("key", engine.Any))
	isSame     = operators.Func("is_", "", engine.Bool.Program, target, param("other", engine.Any))
	compare    = helpers.Func("compare", "", engine.Bool.Program, target, param("operator", engine.Str), param("other", engine.Any))
	invoke     = helpers.Func("call", "", objectType.Program, target, arguments, keywords).Called("python.Object.Call")
	advance    = helpers.Func("advance", "", nextType.Program, target)
	fromAny    = helpers.Func("same", "", objectType.Program, param("value", engine.Any)).Called("python.From")
	execute    = helpers.Func("run", "", engine.NoResult, param("code", engine.Str)).Called("python.Exec")
	evaluate   = helpers.Func("evaluate", "", objectType.Program, param("expression", engine.Str)).Called("python.Eval")
	importName = imports.Func("import_module", "", objectType.Program, param("name", engine.Str)).Whole()

	target    = param("object", objectType)
	arguments = engine.NewParam(wire.ParamVarPositional, "args", engine.Any.Program)
	keywords  = engine.NewParam(wire.ParamVarKeyword, "kwargs", engine.Any.Program)

	argumentsType = engine.List(wire.KindTupleOf, engine.Any)
	keywordsType  = engine.Dict(wire.KindDict, engine.Str, engine.Any)
	nextType      = &engine.Type[next]{
		Program: append(append(wire.Program{}.Tuple(2), engine.Bool.Program...), objectType.Program...),
		Get:     func(d *wire.Decoder) next { return next{d.Bool(), objectType.Get(d)} },
	}
)

// next is what an iterator gave: whether there was anything, and what.
type next struct {
	more bool
	item *Object
}

func param[T any](name string, t *engine.Type[T]) *engine.Param {
	return engine.NewParam(wire.ParamPositionalOnly, name, t.Program)
}

// Import imports a module by its dotted name and returns it.
func Import(ctx context.Context, name string) (*Object, error) {
	c := importName.Begin(ctx)
	engine.Put(c, engine.Str, name)
	return engine.Result(c, objectType)
}

// Exec executes Python statements in the namespace of __main__.
func Exec(ctx context.Context, code string) error {
	c := execute.Begin(ctx)
	engine.Put(c, engine.Str, code)
	return engine.Finish(c)
}

// Eval evaluates a Python expression in the namespace of __main__.
func Eval(ctx context.Context, expression string) (*Object, error) {
	c := evaluate.Begin(ctx)
	engine.Put(c, engine.Str, expression)
	return engine.Result(c, objectType)
}

// From returns v as a Python object. It takes what `any` takes everywhere: nil,
// bool, every integer and float type, complex numbers, string, []byte, *big.Int,
// slices, maps, sets, tuples, arrays and objects, inside each other at will; the
// values of the standard library (time.Time, time.Duration, Date, Decimal, *big.Rat,
// UUID, netip.Addr and the others) and the records and enums of generated packages,
// each of which costs a call of its own. The package's Python has to be imported by
// then: its first call does that.
func From(ctx context.Context, v any) (*Object, error) {
	c := fromAny.Begin(ctx)
	engine.Put(c, engine.Any, v)
	return engine.Result(c, objectType)
}

// To returns the object's value as a Go value of type T. Values are checked as a
// function's result is: an int will do for a float, nothing else is coerced. A
// slice takes any Python collection, a map with struct{} values any set, another
// map any mapping, a pointer None as nil, and what From takes besides these its own
// Python type; `any` is bool, int or *big.Int,
// float64, complex128, string, []byte, []any, map[any]any, or *Object for
// whatever has no such form.
func To[T any](ctx context.Context, o *Object) (T, error) {
	convert, t, err := engine.Conversion[T](objectType.Program)
	if err != nil {
		var none T
		return none, err
	}
	c := convert.Begin(ctx)
	engine.Put(c, objectType, o)
	return engine.Result(c, t)
}

// Attr returns an attribute.
func (o *Object) Attr(ctx context.Context, name string) (*Object, error) {
	c := getAttr.Begin(ctx)
	engine.Put(c, objectType, o)
	engine.Put(c, engine.Str, name)
	return engine.Result(c, objectType)
}

// SetAttr sets an attribute to value, which is converted as by [From].
func (o *Object) SetAttr(ctx context.Context, name string, value any) error {
	c := setAttr.Begin(ctx)
	engine.Put(c, objectType, o)
	engine.Put(c, engine.Str, name)
	engine.Put(c, engine.Any, value)
	return engine.Finish(c)
}

// DelAttr deletes an attribute.
func (o *Object) DelAttr(ctx context.Context, name string) error {
	c := delAttr.Begin(ctx)
	engine.Put(c, objectType, o)
	engine.Put(c, engine.Str, name)
	return engine.Finish(c)
}

// Kwargs among the arguments of [Object.Call] are passed by name.
type Kwargs map[string]any

// Call calls the object. Arguments are converted as by [From] and passed in
// order, those in [Kwargs] by name.
func (o *Object) Call(ctx context.Context, args ...any) (*Object, error) {
	positional := make([]any, 0, len(args))
	named := map[string]any{}
	for _, arg := range args {
		kwargs, ok := arg.(Kwargs)
		if !ok {
			positional = append(positional, arg)
			continue
		}
		for name, value := range kwargs {
			if _, twice := named[name]; twice {
				return nil, fmt.Errorf("gophersnake: call an object: keyword argument %q is given twice", name)
			}
			named[name] = value
		}
	}
	c := invoke.Begin(ctx)
	engine.Put(c, objectType, o)
	engine.Put(c, argumentsType, positional)
	engine.Put(c, keywordsType, named)
	return engine.Result(c, objectType)
}

// CallMethod calls the method of that name: Attr, then Call.
func (o *Object) CallMethod(ctx context.Context, name string, args ...any) (*Object, error) {
	method, err := o.Attr(ctx, name)
	if err != nil {
		return nil, err
	}
	defer method.Close()
	return method.Call(ctx, args...)
}

// Item returns object[key].
func (o *Object) Item(ctx context.Context, key any) (*Object, error) {
	c := getItem.Begin(ctx)
	engine.Put(c, objectType, o)
	engine.Put(c, engine.Any, key)
	return engine.Result(c, objectType)
}

// SetItem does object[key] = value.
func (o *Object) SetItem(ctx context.Context, key, value any) error {
	c := setItem.Begin(ctx)
	engine.Put(c, objectType, o)
	engine.Put(c, engine.Any, key)
	engine.Put(c, engine.Any, value)
	return engine.Finish(c)
}

// DelItem does del object[key].
func (o *Object) DelItem(ctx context.Context, key any) error {
	c := delItem.Begin(ctx)
	engine.Put(c, objectType, o)
	engine.Put(c, engine.Any, key)
	return engine.Finish(c)
}

// Contains returns key in object.
func (o *Object) Contains(ctx context.Context, key any) (bool, error) {
	c := contains.Begin(ctx)
	engine.Put(c, objectType, o)
	engine.Put(c, engine.Any, key)
	return engine.Result(c, engine.Bool)
}

// Len returns len(object).
func (o *Object) Len(ctx context.Context) (int, error) {
	return ask(ctx, length, o, engine.Int)
}

// Truth returns bool(object).
func (o *Object) Truth(ctx context.Context) (bool, error) {
	return ask(ctx, truth, o, engine.Bool)
}

// Str returns str(object).
func (o *Object) Str(ctx context.Context) (string, error) {
	return ask(ctx, toStr, o, engine.Str)
}

// Repr returns repr(object).
func (o *Object) Repr(ctx context.Context) (string, error) {
	return ask(ctx, toRepr, o, engine.Str)
}

// String returns str(object), or in angle brackets why there is none. Unlike
// [Object.Str] it cannot be cancelled.
func (o *Object) String() string {
	if o == nil {
		return "<nil>"
	}
	text, err := o.Str(context.Background())
	if err != nil {
		return "<" + err.Error() + ">"
	}
	return text
}

func ask[T any](ctx context.Context, f *engine.Func, o *Object, t *engine.Type[T]) (T, error) {
	c := f.Begin(ctx)
	engine.Put(c, objectType, o)
	return engine.Result(c, t)
}

// Operator is one of Python's comparisons.
type Operator string

// The comparisons.
const (
	Equal          Operator = "=="
	NotEqual       Operator = "!="
	Less           Operator = "<"
	LessOrEqual    Operator = "<="
	Greater        Operator = ">"
	GreaterOrEqual Operator = ">="
)

// Compare returns the truth of `object operator other`; other is converted as by
// [From].
func (o *Object) Compare(ctx context.Context, operator Operator, other any) (bool, error) {
	c := compare.Begin(ctx)
	engine.Put(c, objectType, o)
	engine.Put(c, engine.Str, string(operator))
	engine.Put(c, engine.Any, other)
	return engine.Result(c, engine.Bool)
}

// Equal returns object == other.
func (o *Object) Equal(ctx context.Context, other any) (bool, error) {
	return o.Compare(ctx, Equal, other)
}

// Is returns object is other: whether both are the same object.
func (o *Object) Is(ctx context.Context, other *Object) (bool, error) {
	c := isSame.Begin(ctx)
	engine.Put(c, objectType, o)
	engine.Put(c, engine.Any, any(other))
	return engine.Result(c, engine.Bool)
}

// All iterates over the object, as `for item in object` does. An error ends it:
// it comes as the last pair, with a nil item.
func (o *Object) All(ctx context.Context) iter.Seq2[*Object, error] {
	return func(yield func(*Object, error) bool) {
		iterator, err := ask(ctx, iterate, o, objectType)
		if err != nil {
			yield(nil, err)
			return
		}
		defer iterator.Close()
		for {
			n, err := ask(ctx, advance, iterator, nextType)
			if err != nil {
				yield(nil, err)
				return
			}
			if !n.more {
				n.item.Close()
				return
			}
			if !yield(n.item, nil) {
				return
			}
		}
	}
}
