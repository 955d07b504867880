"""Functions: Func1[A, R] and its like of package python, by how many parameters there are."""

from __future__ import annotations

from dataclasses import replace

from gophersnake.model import AwaitableOf, CallableOf, CallableParameter, ParameterKind, Scalar
from gophersnake.writer.gotext import quoted
from gophersnake.writer.types.mapped import Codec, Mapped, Nil, Place, made_of
from gophersnake.writer.types.rules import Mapper, Rule

_PARAMETERS = {
    ParameterKind.POSITIONAL_ONLY: "bind.Positional",
    ParameterKind.POSITIONAL_OR_KEYWORD: "bind.Param",
    ParameterKind.KEYWORD_ONLY: "bind.KeywordOnly",
}


def _callable(type: CallableOf, mapper: Mapper) -> Mapped:
    """Values go both ways through a function, whichever way it goes itself. An async one is
    the same type in Go, where whoever calls it waits anyhow."""
    if type.is_async:
        called = _callable(replace(type, is_async=False), mapper)
        return replace(called, codec=made_of("async", "bind.Async", called.codec))
    both = mapper.at(Place.FIELD)
    result = None if type.result is Scalar.NONE else both.value(type.result)
    if type.parameters is None:
        return _of_any_arguments(result)
    items = [_argument(each, both) for each in type.parameters]
    kind = f"{'Func' if result else 'Proc'}{len(items)}"
    types = [item.go for item in items] + ([result.go] if result else [])
    parts = ([result.codec] if result else []) + [item.codec for item in items]
    return Mapped(
        go=f"python.{kind}[{', '.join(types)}]" if types else f"python.{kind}",
        codec=Codec(
            kind[0].lower() + kind[1:] + "".join(part.title for part in parts),
            maker=f"bind.{kind}",
            parts=tuple(parts),
            literals=_described(type.parameters, first=1 if result else 0),
        ),
        nil=Nil.FUNC,
        carried=tuple(
            why for item in [*items, *([result] if result else [])] for why in item.carried
        ),
        assignable=_signature([item.go for item in items], result),
    )


def _awaitable(type: AwaitableOf, mapper: Mapper) -> Mapped:
    called = _callable(CallableOf((), type.result), mapper)
    return replace(called, codec=made_of("awaitable", "bind.Awaitable", called.codec))


def _of_any_arguments(result: Mapped | None) -> Mapped:
    arguments = "args []any, kwargs map[string]any"
    if result is None:
        return Mapped(
            "python.ProcVar",
            Codec("procVar", "bind.ProcVar"),
            Nil.FUNC,
            assignable=f"func(ctx context.Context, {arguments}) error",
        )
    return Mapped(
        f"python.FuncVar[{result.go}]",
        made_of("funcVar", "bind.FuncVar", result.codec),
        Nil.FUNC,
        carried=result.carried,
        assignable=f"func(ctx context.Context, {arguments}) ({result.go}, error)",
    )


def _argument(parameter: CallableParameter, mapper: Mapper) -> Mapped:
    item = mapper.value(parameter.type)
    if not parameter.has_default:
        return item
    return Mapped(
        f"python.Opt[{item.go}]", made_of("opt", "bind.Opt", item.codec), carried=item.carried
    )


def _described(parameters: tuple[CallableParameter, ...], first: int) -> tuple[str, ...]:
    """The parameters by name, of which each names its codec by its place among the parts."""
    if not any(each.name for each in parameters):
        return ()
    return tuple(
        f"{_PARAMETERS[each.kind]}({quoted(each.name)}, {{{first + place}}})"
        + (".Default()" if each.has_default else "")
        for place, each in enumerate(parameters)
    )


def _signature(arguments: list[str], result: Mapped | None) -> str:
    returned = f"({result.go}, error)" if result else "error"
    return f"func({', '.join(['context.Context', *arguments])}) {returned}"


VALUES = (Rule(CallableOf, _callable), Rule(AwaitableOf, _awaitable))
