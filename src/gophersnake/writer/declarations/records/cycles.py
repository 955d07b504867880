"""Structs that would hold themselves, which Go does not have."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from gophersnake.model import Named, Record, TupleOf, Type
from gophersnake.writer.types import Form


class Records:
    """The records of a package, by path: which of them are part of which."""

    def __init__(self, forms: Mapping[str, Form]) -> None:
        records = ((path, getattr(form, "record", None)) for path, form in forms.items())
        self._records: dict[str, Record] = {
            path: record for path, record in records if isinstance(record, Record)
        }

    def holds(self, type: Type, path: str) -> bool:
        """Whether a value of the type has a record of this path in it, in Go's memory: a tuple
        and a struct have, a slice, a map and a pointer have not."""
        seen: set[str] = set()
        waiting = list(_parts(type))
        while waiting:
            part = waiting.pop()
            if part == path:
                return True
            if part not in seen and part in self._records:
                seen.add(part)
                waiting += [
                    each for field in self._records[part].fields for each in _parts(field.type)
                ]
        return False


def _parts(type: Type) -> Iterator[str]:
    if isinstance(type, Named):
        yield type.path
    elif isinstance(type, TupleOf):
        for item in type.items:
            yield from _parts(item)
