"""One function's sections of a Go file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from gophersnake.model import Access, Function, ParameterKind
from gophersnake.writer import views
from gophersnake.writer.codecs import Codecs
from gophersnake.writer.docs import field_doc, function_doc, options_doc, with_options_doc
from gophersnake.writer.generics import applied, declared, keyed
from gophersnake.writer.gotext import quoted
from gophersnake.writer.locals import Locals, name_locals
from gophersnake.writer.modules import Home
from gophersnake.writer.naming import Names
from gophersnake.writer.plan import OPTIONAL, Argument, Plan, Role
from gophersnake.writer.scope import NOT_FOR_PARAMETERS
from gophersnake.writer.words import unexported

_BINDINGS = {
    ParameterKind.POSITIONAL_ONLY: "bind.Positional",
    ParameterKind.POSITIONAL_OR_KEYWORD: "bind.Param",
    ParameterKind.VAR_POSITIONAL: "bind.VarPositional",
    ParameterKind.KEYWORD_ONLY: "bind.KeywordOnly",
    ParameterKind.VAR_KEYWORD: "bind.VarKeyword",
}
_ACCESSES = {
    Access.CALL: "",
    Access.METHOD: ".Method()",
    Access.GET: ".Getter()",
    Access.SET: ".Setter()",
    Access.DELETE: ".Deleter()",
    Access.CONSTANT: ".Constant()",
}
_PUTS = {
    Role.REQUIRED: "bind.Put",
    Role.RECEIVER: "bind.Put",
    Role.OPTION: "bind.PutOpt",
    Role.NIL_OPTION: "bind.PutNil",
    Role.VALUES: "bind.PutArgs",
    Role.KEYWORDS: "bind.PutKwargs",
}


def sections(home: Home, plan: Plan, names: Names, codecs: Codecs) -> Iterator[views.Section]:
    """The bound function, its options and the Go function."""
    parameters = {unexported(each.parameter.name) for each in plan.arguments}
    own = codecs.within({*NOT_FOR_PARAMETERS, *parameters}) if names.binds else codecs
    local = name_locals(plan, names, own)
    binding = _binding(home, plan, names, local)
    if names.binds:
        yield views.Section("generic.go.j2", _generic(binding, plan, names, local, own))
    else:
        yield views.Section("binding.go.j2", binding)
    if plan.options:
        yield views.Section("options.go.j2", _options(plan, names, local))
    yield views.Section("function.go.j2", _function(home.module, plan, names, local))
    if names.with_options:
        yield views.Section("function.go.j2", _function_with_options(plan, names, local))


def _binding(home: Home, plan: Plan, names: Names, local: Locals) -> views.Binding:
    function = plan.function
    return views.Binding(
        variable=names.variable,
        module=home.variable,
        maker=_maker(function),
        name=quoted(function.name),
        signature=quoted(function.signature),
        access=_ACCESSES[function.access],
        arguments=(
            local.result_codec,
            *(
                f"{_BINDINGS[each.parameter.kind]}"
                f"({quoted(each.parameter.name)}, {local.codecs[each.parameter.name]})"
                + (".Default()" if each.role in (Role.OPTION, Role.NIL_OPTION) else "")
                for each in plan.arguments
            ),
        ),
    )


def _generic(
    binding: views.Binding, plan: Plan, names: Names, local: Locals, codecs: Codecs
) -> views.Generic:
    """What binds a generic function, for each type argument once."""
    options = "options" if names.with_options else "bind.Options(options)"
    return views.Generic(
        variable=names.variable,
        binds=names.binds,
        variables=declared(plan.variables),
        keyed=keyed(plan.variables),
        key=local.key,
        bound=local.bound,
        parameters=_parameters(plan, local, _option(plan, names), bound=True),
        results=_results(plan, local),
        codecs=tuple((each.name, each.expression) for each in codecs.variables),
        function=local.function,
        binding=binding,
        body=tuple(_body(plan, local, options)),
    )


def _option(plan: Plan, names: Names) -> tuple[str, ...]:
    """The parameter of the options, of the form of a function that takes them."""
    several = "" if names.with_options else "..."
    applied_ = applied(plan.option_variables)
    return (f"options {several}{names.options}{applied_}",) if plan.options else ()


def _maker(function: Function) -> str:
    if function.is_stream:
        return "StreamFunc"
    return "AsyncFunc" if function.is_async else "Func"


def _options(plan: Plan, names: Names, local: Locals) -> views.Options:
    return views.Options(
        name=names.options + declared(plan.option_variables),
        doc=options_doc(names),
        fields=tuple(
            views.Field(
                name=local.fields[each.parameter.name],
                type=_field_type(each),
                doc=field_doc(plan, each, names, local),
            )
            for each in plan.options
        ),
    )


def _field_type(option: Argument) -> str:
    if option.role is Role.KEYWORDS:
        return f"map[string]{option.type.go}"
    if option.role is Role.NIL_OPTION:
        return option.type.go
    return f"python.Opt[{option.type.go}]"


def _function(module: str, plan: Plan, names: Names, local: Locals) -> views.Function:
    """The function as most callers want it; with *args, the one that takes no options."""
    options = () if names.with_options else _option(plan, names)
    if names.with_options:
        none = f"{names.options}{applied(plan.option_variables)}{{}}"
        arguments = ["ctx", *_required(plan, local), none, *_spread(plan, local)]
        on = f"{local.parameters[plan.receiver.parameter.name]}." if plan.receiver else ""
        called = names.with_options + ("" if plan.receiver else applied(plan.variables))
        body: tuple[str, ...] = (f"return {on}{called}({', '.join(arguments)})",)
    elif names.binds:
        body = (_bound(plan, names, local),)
    else:
        body = tuple(_body(plan, local, "bind.Options(options)"))
    return views.Function(
        receiver=_receiver(plan, local),
        name=names.function + _type_parameters(plan),
        doc=function_doc(module, plan, names, local),
        parameters=_parameters(plan, local, options),
        results=_results(plan, local),
        body=body,
    )


def _function_with_options(plan: Plan, names: Names, local: Locals) -> views.Function:
    body = (_bound(plan, names, local),) if names.binds else _body(plan, local, "options")
    return views.Function(
        receiver=_receiver(plan, local),
        name=names.with_options + _type_parameters(plan),
        doc=with_options_doc(names),
        parameters=_parameters(plan, local, _option(plan, names)),
        results=_results(plan, local),
        body=tuple(body),
    )


def _type_parameters(plan: Plan) -> str:
    """What stands behind the name: nothing of a method, since its type has them."""
    return "" if plan.receiver else declared(plan.variables)


def _bound(plan: Plan, names: Names, local: Locals) -> str:
    """The call of the function that is bound for the type arguments."""
    receiver = [local.parameters[plan.receiver.parameter.name]] if plan.receiver else []
    options = [f"options{'' if names.with_options else '...'}"] if plan.options else []
    given = ["ctx", *receiver, *_required(plan, local), *options, *_spread(plan, local)]
    binds = f"{names.binds}{applied(plan.variables)}"
    return f"return {binds}()({', '.join(given)})"


def _receiver(plan: Plan, local: Locals) -> str:
    """`(p Point) `, before the name of a method."""
    receiver = plan.receiver
    if receiver is None:
        return ""
    return f"({local.parameters[receiver.parameter.name]} {receiver.type.go}) "


def _required(plan: Plan, local: Locals) -> list[str]:
    return [local.parameters[each.parameter.name] for each in plan.required]


def _spread(plan: Plan, local: Locals) -> list[str]:
    return [local.parameters[plan.values.parameter.name] + "..."] if plan.values else []


def _parameters(plan: Plan, local: Locals, options: Iterable[str], *, bound: bool = False) -> str:
    """`ctx context.Context, a, b int, options ...FOptions`; of what is bound the receiver too."""
    named = [*([plan.receiver] if bound and plan.receiver else []), *plan.required]
    required = [(local.parameters[each.parameter.name], each.type.go) for each in named]
    parts = ["ctx context.Context", *_declared(required), *options]
    if plan.values:
        parts.append(f"{local.parameters[plan.values.parameter.name]} ...{plan.values.type.go}")
    return ", ".join(parts)


def _results(plan: Plan, local: Locals) -> str:
    if plan.result is None:
        return "error"
    if plan.function.is_stream:
        return f"iter.Seq2[{plan.result.go}, error]"
    if plan.function.is_range:
        return plan.result.go
    types = [item.go for item in plan.result.items]
    if len(types) < 2:
        return f"({plan.result.go}, error)"
    if not local.results:
        return f"({', '.join(types)}, error)"
    named = [*zip(local.results, types, strict=True), (local.error, "error")]
    return f"({', '.join(_declared(named))})"


def _declared(named: Sequence[tuple[str, str]]) -> Iterator[str]:
    """Names with their types, of which Go wants each of a row only once."""
    for i, (name, go) in enumerate(named):
        same = i + 1 < len(named) and named[i + 1][1] == go
        yield name if same else f"{name} {go}"


def _body(plan: Plan, local: Locals, options: str) -> Iterator[str]:
    merged = options
    if plan.options and options != "options":
        merged = local.options
        yield f"{merged} := {options}"
    begin = (f"{local.call} := {local.function}.Begin(ctx)", *_puts(plan, local, merged))
    if plan.function.is_stream or plan.function.is_range:
        ranges = "Stream" if plan.function.is_stream else "Range"
        yield f"return bind.{ranges}(func() *bind.Call {{"
        yield from (f"\t{line}" for line in (*begin, f"return {local.call}"))
        yield f"}}, {local.result_codec})"
        return
    yield from begin
    if plan.result is None:
        yield f"return bind.Finish({local.call})"
    elif len(plan.result.items) < 2:
        yield f"return bind.Result({local.call}, {local.result_codec})"
    else:
        yield f"{local.result}, {local.error} := bind.Result({local.call}, {local.result_codec})"
        items = [f"{local.result}.V{i}" for i in range(len(plan.result.items))]
        yield f"return {', '.join([*items, local.error])}"


def _puts(plan: Plan, local: Locals, merged: str) -> Iterator[str]:
    """The arguments of the call, in the order of the parameters."""
    for each in plan.arguments:
        name = each.parameter.name
        value = (
            f"{merged}.{local.fields[name]}" if each.role in OPTIONAL else local.parameters[name]
        )
        yield f"{_PUTS[each.role]}({local.call}, {local.codecs[name]}, {value})"
