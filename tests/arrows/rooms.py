"""Which room may use which: the tables that ARCHITECTURE.md draws.

A room that is not in its table is an error, so a new one gets its row here first. The
standard library is open to every room.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Room:
    """What a room may import: rooms of ours, and packages of others."""

    ours: frozenset[str] = frozenset()
    others: frozenset[str] = frozenset()


def room(ours: str = "", others: str = "") -> Room:
    return Room(frozenset(ours.split()), frozenset(others.split()))


# The modules and packages of src/gophersnake; `__init__` is its own __init__.py.
#
# cli → reader → model ← writer. What runs inside the interpreter of a Go program (host and
# what it uses) has the standard library alone.
PYTHON: Mapping[str, Room] = {
    "__init__": room("host"),
    "__main__": room("cli"),
    "model": room(),
    "errors": room("model"),
    "settings": room("model"),
    "conditions": room(),
    "unquoting": room(),
    "fields": room("conditions unquoting"),
    "definitions": room("conditions drift fields unquoting"),
    "drift": room(),
    "membership": room("conditions variables"),
    "variables": room("conditions inference"),
    "inference": room(),
    "signature": room("conditions definitions drift membership unquoting variables"),
    "bridge": room("host", "cpython libc"),
    "host": room("bridge definitions signature"),
    "reader": room(
        "errors model settings signature definitions drift conditions membership unquoting"
        " variables",
        "griffe typeshed_client",
    ),
    "writer": room("errors model", "jinja2"),
    "gosource": room("errors"),
    "golang": room("errors gosource"),
    "interpreters": room(),
    "project": room("__init__ errors model settings reader writer gosource golang"),
    "doctor": room("__init__ errors gosource golang interpreters project"),
    "cli": room("__init__ errors golang doctor project writer", "typer rich"),
}

# The packages of the Go module, by their folders. `unsafe` and `C` count as others here,
# because they are what the table is about.
#
# python → wire, python → gate; gate and wire never meet.
PUREGO = "github.com/ebitengine/purego"

GO: Mapping[str, Room] = {
    "python": room("internal/engine internal/wire internal/memory"),
    "python/bind": room("python internal/engine internal/wire"),
    "internal/engine": room(
        "internal/find internal/gate internal/governor internal/interpreter internal/memory"
        " internal/watch internal/wire"
    ),
    "internal/interpreter": room("internal/find internal/gate internal/memory"),
    "internal/find": room(),
    "internal/watch": room(),
    "internal/governor": room(),
    "internal/wire": room("internal/memory"),
    # Addresses of memory that is lent and views on memory that is borrowed: what both sides
    # of the gate need, and all that is unsafe outside it.
    "internal/memory": room(others="unsafe"),
    "internal/gate": room("internal/memory", others=f"unsafe C runtime/cgo {PUREGO}"),
}

# Helpers of tests; they may use what they test, and nobody but tests may use them.
GO_TEST_HELPERS = frozenset({"internal/gate/gatetest", "internal/find/findtest"})
