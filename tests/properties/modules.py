"""Random Python modules whose functions take their values on a round trip, and the Go
program that makes it."""

from __future__ import annotations

from dataclasses import dataclass

from hypothesis import strategies as st

from tests.properties.types import Builder, Typed

NAME = "trips"
_HEADER = '''"""Values of random types."""

from __future__ import annotations

import datetime
from collections.abc import AsyncGenerator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from ipaddress import IPv4Address, IPv6Address
from typing import TYPE_CHECKING, Generic, NamedTuple, TypedDict, TypeVar
from uuid import UUID

from pydantic import RootModel

T = TypeVar("T")

if TYPE_CHECKING:
    from typing import NotRequired

from compared import equal
'''
_FUNCTIONS = """
_VALUES_{n} = (
{values})


def value_{n}(index: int) -> {annotation}:
    return _VALUES_{n}[index]


def echo_{n}(value: {annotation}) -> {annotation}:
    assert any(equal(value, each) for each in _VALUES_{n}), value
    return value


async def steps_{n}(index: int) -> AsyncGenerator[{annotation}, {annotation}]:
    value = _VALUES_{n}[index]
    while True:
        value = yield value


def same_{n}(index: int, value: {annotation}) -> bool:
    return equal(_VALUES_{n}[index], value)
"""
COMPARED = '''"""Whether two values are the same, their types included, and NaN as itself."""


from dataclasses import fields, is_dataclass

from pydantic import RootModel


def vars_of(record):
    return [getattr(record, each.name) for each in fields(record)]


def equal(one, other):
    if type(one) is not type(other):
        return False
    if isinstance(one, RootModel):
        return equal(one.root, other.root)
    if is_dataclass(one):
        one, other = vars_of(one), vars_of(other)
    if isinstance(one, (list, tuple)):
        return len(one) == len(other) and all(map(equal, one, other))
    if isinstance(one, dict):
        return one.keys() == other.keys() and all(equal(one[key], other[key]) for key in one)
    if isinstance(one, (float, complex)):
        return repr(one) == repr(other)
    return one == other
'''
_GO = """package main

import (
	"context"
	"fmt"
	"os"

	"example.com/goldens/trips"
	"github.com/gophersnake/gophersnake/python"
)

// trip takes each value from Python to Go, to Python, to Go and to Python again, and then
// through a generator.
func trip[T any](
	name string, values int,
	value func(context.Context, int) (T, error),
	echo func(context.Context, T) (T, error),
	steps func(context.Context, int) (*python.Generator[T, T, struct{{}}], error),
	same func(context.Context, int, T) (bool, error),
) {{
	for i := range values {{
		ctx := context.Background()
		v, err := value(ctx, i)
		if err == nil {{
			v, err = echo(ctx, v)
		}}
		if err == nil {{
			v, err = stepped(ctx, v, i, steps)
		}}
		ok := false
		if err == nil {{
			ok, err = same(ctx, i, v)
		}}
		if err != nil || !ok {{
			fmt.Printf("%s, value %d: %#v is another one: %v\\n", name, i, v, err)
			os.Exit(1)
		}}
	}}
}}

// stepped returns what a generator yields that is sent a value.
func stepped[T any](
	ctx context.Context, v T, i int,
	steps func(context.Context, int) (*python.Generator[T, T, struct{{}}], error),
) (T, error) {{
	generator, err := steps(ctx, i)
	if err != nil {{
		return v, err
	}}
	if _, _, err = generator.Next(ctx); err == nil {{
		v, _, err = generator.Send(ctx, v)
	}}
	if err == nil {{
		err = generator.Close(ctx)
	}}
	return v, err
}}

func main() {{
{trips}	fmt.Println("all the same")
}}
"""


@dataclass(frozen=True, repr=False)
class Module:
    """The sources of a module and of a program for it."""

    python: str
    go: str

    def __repr__(self) -> str:
        return "a module"  # the test shows the text of one that fails


@st.composite
def modules(draw: st.DrawFn, functions: int = 40, values: int = 4) -> Module:
    """Draw a module with that many functions, each with that many values."""
    builder = Builder(draw)
    types = [_not_spread(builder.type()) for _ in range(functions)]
    bodies = [
        _FUNCTIONS.format(
            n=n,
            annotation=typed.annotation,
            values="".join(f"    {typed.value()},\n" for _ in range(values)),
        )
        for n, typed in enumerate(types)
    ]
    trips = [
        f'\ttrip("{n}", {values}, trips.Value{n}, trips.Echo{n}, trips.Steps{n}, trips.Same{n})\n'
        for n in range(functions)
    ]
    declarations = "".join(builder.declarations)
    return Module(_HEADER + declarations + "".join(bodies), _GO.format(trips="".join(trips)))


def _not_spread(typed: Typed) -> Typed:
    """A fixed tuple as a result is several results in Go: it goes inside a list."""
    if not typed.annotation.startswith("tuple[") or typed.annotation.endswith(", ...]"):
        return typed
    return Typed(f"list[{typed.annotation}]", lambda: f"[{typed.value()}]")
