"""Random records: dataclasses, named tuples and typed dicts of random fields."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import strategies as st

if TYPE_CHECKING:
    from tests.properties.types import Builder, Typed

_HEADS = {
    "dataclass": "@dataclass\nclass {name}:\n",
    "dataclass of keywords": "@dataclass(kw_only=True)\nclass {name}:\n",
    "dataclass with slots": "@dataclass(slots=True)\nclass {name}:\n",
    "named tuple": "class {name}(NamedTuple):\n",
    "typed dict": "class {name}(TypedDict):\n",
}
_NAMES = ("x", "y", "user_id", "name", "value", "type_", "camelCase")


def record(builder: Builder, typed: type[Typed], depth: int, *, hashable: bool = False) -> Typed:
    """Draw a class, which is declared, and its values. Hashable ones are frozen dataclasses
    whose fields all are."""
    name = f"Record{len(builder.declarations)}"
    builder.declarations.append("")  # its place: fields may declare others
    place = len(builder.declarations) - 1
    draw = builder.draw
    names = draw(st.lists(st.sampled_from(_NAMES), unique=True, max_size=4))
    fields = {each: builder.key(depth) if hashable else builder.type(depth) for each in names}
    kind = "frozen" if hashable else draw(st.sampled_from(sorted(_HEADS)))
    head = _HEADS.get(kind, "@dataclass(frozen=True)\nclass {name}:\n").format(name=name)
    absent = {each for each in names if kind == "typed dict" and draw(st.booleans())}
    body = "".join(
        f"    {each}: {_wrapped(field.annotation, each in absent)}\n"
        for each, field in fields.items()
    )
    builder.declarations[place] = f"\n\n{head}{body or '    pass' + chr(10)}"

    def value() -> str:
        given = {
            each: field.value()
            for each, field in fields.items()
            if each not in absent or draw(st.booleans())
        }
        return f"{name}({', '.join(f'{key}={text}' for key, text in given.items())})"

    return typed(name, value, hashable)


def _wrapped(annotation: str, absent: bool) -> str:
    return f"NotRequired[{annotation}]" if absent else annotation
