"""pydantic's root models: classes all of whose instances are one value, which Go has by itself.

https://docs.pydantic.dev/latest/concepts/models/#rootmodel-and-custom-root-types
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import griffe

from gophersnake.model import RootOf, Scalar, Type
from gophersnake.reader.annotations.roots import ROOT_MODELS, spelled
from gophersnake.reader.annotations.use import Bound, Expression, Scope, Use
from gophersnake.reader.classes import Classes
from gophersnake.reader.declarations.family import Made, Reading
from gophersnake.reader.declarations.generics import variables_of
from gophersnake.reader.declarations.records import pydantic


def is_root_model(made: Made, classes: Classes) -> bool:
    return isinstance(made, griffe.Class) and classes.descends(made, ROOT_MODELS)


def converted(use: Use, reading: Reading) -> Type:
    """Return what a root model is, as it is used."""
    cls = use.object
    assert isinstance(cls, griffe.Class)
    if cls.path in use.scope.expanding:
        return use.refused(f"{cls.path} is defined by itself")
    root = _root(cls, _bound(cls, use, reading), reading)
    item: Type = Scalar.ANY
    if root is not None:
        scope = Scope(
            root.owner.module,
            root.bindings,
            (*use.scope.expanding, cls.path),
            member=(root.owner, "root"),
        )
        item = reading.converter.convert(root.annotation, scope)
    bare = f"{cls.module.path}:{cls.path.removeprefix(f'{cls.module.path}.')}"
    return RootOf(item, spelled(use, item, bare), pydantic.is_frozen(cls, reading.classes))


@dataclass(frozen=True)
class _Root:
    annotation: Expression
    owner: griffe.Class
    """The class in which it stands."""
    bindings: Mapping[str, Bound | Type | None]


def _root(
    cls: griffe.Class, bindings: Mapping[str, Bound | Type | None], reading: Reading
) -> _Root | None:
    """Return where it is said what the root is: by the class or the next one above that does."""
    own = cls.members.get("root")
    if isinstance(own, griffe.Attribute) and own.annotation is not None:
        return _Root(own.annotation, cls, bindings)
    for base in reading.classes.bases(cls):
        inside = Use(base.path, base.arguments, base.text, Scope(cls.module, bindings), base.object)
        if base.path in ROOT_MODELS:
            return _Root(base.arguments[0], cls, bindings) if base.arguments else None
        if isinstance(base.object, griffe.Class) and is_root_model(base.object, reading.classes):
            return _root(base.object, _bound(base.object, inside, reading), reading)
    return None


def _bound(cls: griffe.Class, use: Use, reading: Reading) -> Mapping[str, Bound | Type | None]:
    """Return what the type variables of a class stand for, as it is used."""
    paths = [each.path for each, _ in variables_of(cls, reading.classes, reading.converter)]
    given: list[Bound | Type | None] = [Bound(each, use.scope) for each in use.arguments or ()]
    return dict(zip(paths, [*given, *[None] * len(paths)], strict=False))
