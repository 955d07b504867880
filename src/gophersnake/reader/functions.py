"""A function of griffe's to a function of the model."""

from __future__ import annotations

import ast
import inspect
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

import griffe

from gophersnake import drift, signature
from gophersnake.membership import without_first
from gophersnake.model import (
    Field,
    Function,
    Location,
    MappingOf,
    ObjectOf,
    Parameter,
    ParameterKind,
    Scalar,
    Type,
    variables_in,
)
from gophersnake.reader.annotations import Converter
from gophersnake.reader.annotations.aliases import named
from gophersnake.reader.annotations.use import Bound, Scope
from gophersnake.reader.asyncs import FunctionNode, Manner, outcome
from gophersnake.reader.deprecation import deprecation
from gophersnake.reader.docstrings import parameter_docs
from gophersnake.reader.fingerprints import Fingerprints
from gophersnake.reader.generics import settled
from gophersnake.reader.library import Library
from gophersnake.reader.overloads import apart
from gophersnake.reader.parsing import expression_of, node_of, text_of
from gophersnake.reader.unpacked import unpacked
from gophersnake.reader.wishes import Wishes
from gophersnake.settings import NONE, Settings

_VARIADIC = (ParameterKind.VAR_POSITIONAL, ParameterKind.VAR_KEYWORD)


@dataclass(frozen=True)
class Membership:
    """How a function belongs to a class."""

    bindings: Mapping[str, Bound | Type | None] = field(default_factory=dict)
    """What the class's type variables, and `Self`, stand for in it."""
    key: str = ""
    """What its signature is known by (gophersnake.membership), unless by its own name."""
    is_bound: bool = False
    """Whether Python passes the first parameter by itself: the class of a class method."""


ALONE = Membership()


class FunctionReader:
    """Reads functions. `types` is the view of modules whose annotations count, `sources`
    the view of their source text, for docs and for what drift is checked against."""

    def __init__(
        self,
        types: Library,
        sources: Library,
        settings: Settings = NONE,
        fingerprints: Fingerprints | None = None,
    ) -> None:
        self.types = types
        self.sources = sources
        self.settings = settings
        self.wishes = Wishes(types, sources, settings)
        self.converter = Converter(types, settings)
        self.fingerprints = fingerprints or Fingerprints(sources)

    def read(
        self, function: griffe.Function, name: str, membership: Membership = ALONE
    ) -> Function:
        """Return the model of `function` under the public `name`. Of a method, `self` is the
        first parameter, unless the `membership` says that nobody passes it."""
        source = self._source_of(function)
        docstring = function.docstring or (source.docstring if source else None)
        docs = parameter_docs(function, docstring)
        node = node_of(function)
        assert isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef))
        member = function.parent or function.module, function.name
        scope = Scope(function.module, membership.bindings, generic=True, member=member)
        manner, result = outcome(function, node, self.converter, scope)
        parameters = self._parameters(function, node, docs, scope)
        read = Function(
            name=name,
            parameters=tuple(parameters[1:] if membership.is_bound else parameters),
            result=self._result(function, node, scope) if result is None else result,
            signature=self._signature(function, node, source, membership),
            location=self.types.location(function),
            doc=inspect.cleandoc(docstring.value) if docstring else "",
            is_async=manner is Manner.AWAITED,
            is_stream=manner is Manner.STREAMED,
            returns=_written(node.returns, function.module),
            deprecated=deprecation(function, self.converter),
        )
        return settled(read, variables_in(tuple(membership.bindings.values())))

    def overridden(self, function: Function, path: str) -> Function:
        """Return the function with the types that the settings give it under its public path."""
        wanted = self.settings.types
        parameters = [
            replace(each, type=self.converter.written(wanted[f"{path}.{each.name}"]))
            if f"{path}.{each.name}" in wanted
            else each
            for each in function.parameters
        ]
        result = wanted.get(f"{path}.return")
        return replace(
            function,
            parameters=tuple(parameters),
            result=function.result if result is None else self.converter.written(result),
        )

    def _parameters(
        self, function: griffe.Function, node: FunctionNode, docs: dict[str, str], scope: Scope
    ) -> list[Parameter]:
        nodes = {each.arg: each for each in _arguments(node.args)}
        defaults = _defaults(node.args)
        found = []
        for parameter in function.parameters:
            kind = ParameterKind(parameter.kind.name) if parameter.kind else None
            assert kind is not None
            written = nodes[parameter.name].annotation
            default = defaults.get(parameter.name)
            keys = self._keys(kind, parameter.annotation, scope)
            if keys is not None:
                found += keys
                continue
            read = Parameter(
                name=parameter.name,
                kind=kind,
                type=self._passed(written, function, scope, parameter.name),
                default=text_of(default, function.module) if default is not None else None,
                doc=docs.get(parameter.name, ""),
                annotation=_written(written, function.module),
                location=self._location(nodes[parameter.name], function),
            )
            places = None
            if kind is ParameterKind.VAR_POSITIONAL:
                places = unpacked(read, written, found, self.converter, scope)
            found += [read] if places is None else places
        return found

    def _keys(
        self, kind: ParameterKind, annotation: griffe.Expr | str | None, scope: Scope
    ) -> list[Parameter] | None:
        """Return the parameters that `**kwargs: Unpack[Movie]` stands for (PEP 692)."""
        if kind is not ParameterKind.VAR_KEYWORD or annotation is None:
            return None
        use = self.converter.resolve(annotation, scope)
        if use.path != "typing.Unpack" or not use.arguments:
            return None
        keys = named(use.arguments[0], use.scope, self.converter)
        fields = self.converter.declarations.keys(keys.object)
        return None if fields is None else [keyword(field) for field in fields]

    def _result(self, function: griffe.Function, node: FunctionNode, scope: Scope) -> Type:
        found = self._annotation(node.returns, function, scope, "result")
        never = function.returns is not None and self.converter.never(function.returns, scope)
        return Scalar.NONE if never else found

    def _passed(
        self, node: ast.expr | None, function: griffe.Function, scope: Scope, name: str
    ) -> Type:
        with self.converter.where(passing=True):
            return self._annotation(node, function, scope, name)

    def _annotation(
        self, node: ast.expr | None, function: griffe.Function, scope: Scope, what: str
    ) -> Type:
        if node is None:
            return Scalar.ANY
        expression = expression_of(node, function.parent or function.module, function.name)
        if expression is None:
            return ObjectOf(ast.unparse(node), "it is not a type")
        self.converter.standing = f"{_standing(function)}_{what}"
        found = self.converter.convert(expression, scope)
        self.converter.standing = ""
        return found

    def _location(self, node: ast.arg, function: griffe.Function) -> Location:
        file = self.types.location(function).file
        return Location(file, node.lineno, node.col_offset + 1)

    def _source_of(self, function: griffe.Function) -> griffe.Function | None:
        """Return the function in the source text that a stub's function describes."""
        target = self.sources.follow(function.path).object
        return target if isinstance(target, griffe.Function) else None

    def _signature(
        self,
        function: griffe.Function,
        node: FunctionNode,
        source: griffe.Function | None,
        membership: Membership,
    ) -> str:
        """Return what drift is checked against: of the source text if there is one, else of
        the stub; nothing for an overload in a stub, which no running function looks like."""
        if source is not None:
            known = self.fingerprints.of(source, membership.key)
            if known is not None:
                return drift.chosen(known, _place(function, source))
        if _is_overload(function):
            return ""
        return signature.bare(without_first(node) if membership.is_bound else node)


def keyword(field: Field) -> Parameter:
    """Return a key of a TypedDict as a parameter that is passed by name, and what holds all other
    keys as `**kwargs`."""
    if field.is_extra:
        assert isinstance(field.type, MappingOf)
        return Parameter("kwargs", ParameterKind.VAR_KEYWORD, field.type.value)
    default = "" if field.may_be_missing else None
    return Parameter(field.name, ParameterKind.KEYWORD_ONLY, field.type, default, field.doc)


def _written(node: ast.expr | None, module: griffe.Module) -> str:
    return "" if node is None else text_of(node, module)


def _is_overload(function: griffe.Function) -> bool:
    return any(str(each.value).endswith("overload") for each in function.decorators)


def _place(function: griffe.Function, source: griffe.Function) -> int | None:
    """Which of the overloads in the source text a function is; None where it is none."""
    overloads = source.overloads or ()
    return next((place for place, each in enumerate(overloads) if each is function), None)


def _arguments(arguments: ast.arguments) -> list[ast.arg]:
    named = [*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs]
    return [*named, *[each for each in (arguments.vararg, arguments.kwarg) if each]]


def _defaults(arguments: ast.arguments) -> dict[str, ast.expr]:
    positional = [*arguments.posonlyargs, *arguments.args]
    defaulted = positional[len(positional) - len(arguments.defaults) :]
    pairs = [
        *zip(defaulted, arguments.defaults, strict=True),
        *zip(arguments.kwonlyargs, arguments.kw_defaults, strict=True),
    ]
    return {each.arg: default for each, default in pairs if default is not None}


def _standing(function: griffe.Function) -> str:
    """Return what is declared for a type in a function's signature is called after: the class
    and the method, or the class alone for its constructor. Overloads have words of their own."""
    constructs = function.name in ("__init__", "__new__")
    owner = function.parent.name if isinstance(function.parent, griffe.Class) else ""
    name = "" if owner and constructs else function.name.strip("_")
    return "_".join(filter(None, (owner, name, apart(function))))
