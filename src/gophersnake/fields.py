"""The fields of a class as an expression, for the definitions in signatures.

    type(x=float, label=(str, ...))

is a class with a field `x`, and a field `label` that has a default; before them stand the
base classes that have fields too. The members of an enum are fields as well. Which classes
those are is told by the words of their decorators and bases: what they are imported as does
not matter much, since both texts that are compared are made here. Standard library only.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence

from gophersnake import conditions
from gophersnake.unquoting import unquoted

_DECORATORS = frozenset({"dataclass", "define", "mutable", "frozen", "attrs", "attributes", "s"})
_BASES = frozenset({"NamedTuple", "TypedDict", "BaseModel", "RootModel"})
_ENUMS = frozenset({"Enum", "IntEnum", "StrEnum", "Flag", "IntFlag", "ReprEnum"})
_NO_FIELDS = frozenset({"ClassVar", "KW_ONLY"})
_FIELDS = frozenset({"field", "Field", "ib", "attrib", "attr"})
_DEFAULTS = frozenset({"default", "default_factory", "factory"})


def makes_record(cls: ast.ClassDef, decorators: Sequence[str]) -> bool:
    """Whether a class is by itself one whose values are its fields, or an enum."""
    decorated = any(each.rpartition(".")[2] in _DECORATORS for each in decorators)
    return bool(decorated or _words(cls.bases) & (_BASES | _ENUMS))


def fields_of(cls: ast.ClassDef, inherited: Sequence[ast.expr]) -> ast.expr:
    """Return a class's fields as an expression, after the bases it inherits fields from."""
    bases = [*inherited, *(each for each in cls.bases if _word(each) in _BASES | _ENUMS)]
    is_enum = bool(_words(cls.bases) & _ENUMS)
    fields: dict[str, ast.expr] = {}
    for statement in conditions.executed(cls.body):
        fields.update(_fields(statement, is_enum=is_enum))
    return ast.Call(
        ast.Name("type", ast.Load()),
        [*bases, *(each.value for each in cls.keywords if each.arg == "total")],
        [ast.keyword(name, value) for name, value in fields.items()],
    )


def _fields(statement: ast.stmt, *, is_enum: bool) -> Iterator[tuple[str, ast.expr]]:
    if isinstance(statement, ast.AnnAssign) and isinstance(statement.target, ast.Name):
        annotation = unquoted(statement.annotation)
        if _word(annotation) not in _NO_FIELDS:
            yield statement.target.id, _with_default(annotation, statement.value)
    elif isinstance(statement, ast.Assign):
        value = statement.value
        made = isinstance(value, ast.Call) and _word(value) in _FIELDS
        for target in statement.targets if made or is_enum else ():
            if isinstance(target, ast.Name):
                yield target.id, value if is_enum else _with_default(ast.Constant(None), value)


def _with_default(annotation: ast.expr, value: ast.expr | None) -> ast.expr:
    if not _has_default(value):
        return annotation
    return ast.Tuple([annotation, ast.Constant(...)], ast.Load())


def _has_default(value: ast.expr | None) -> bool:
    if not isinstance(value, ast.Call) or _word(value) not in _FIELDS:
        return value is not None
    if value.args:
        first = value.args[0]
        return not (isinstance(first, ast.Constant) and first.value is ...)
    return any(each.arg in _DEFAULTS for each in value.keywords)


def _words(nodes: Sequence[ast.expr]) -> set[str]:
    return {_word(each) for each in nodes}


def _word(node: ast.expr) -> str:
    """Return the last word of what a name, a call or a subscription names."""
    while isinstance(node, (ast.Call, ast.Subscript)):
        node = node.func if isinstance(node, ast.Call) else node.value
    return ast.unparse(node).rpartition(".")[2]
