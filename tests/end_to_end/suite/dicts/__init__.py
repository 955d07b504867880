"""Dicts with certain keys, and functions that take them as keyword arguments."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypedDict

if TYPE_CHECKING:
    from typing_extensions import NotRequired, ReadOnly, Required, Unpack
    from typing_extensions import TypedDict as NewTypedDict

    class Scores(NewTypedDict, extra_items=int):  # type: ignore[call-arg]
        """What older Pythons cannot make, and need not: the values are dicts."""

        name: str
        best: NotRequired[str]


class Movie(TypedDict):
    """A film."""

    title: str
    year: int
    rating: NotRequired[float]


class Sequel(Movie, total=False):
    after: Required[Movie]
    reviews: list[str]
    number: ReadOnly[int]


class Tree(TypedDict):
    value: int
    left: NotRequired[Tree]
    right: NotRequired[Tree | None]
    children: list[Tree]


Headers = TypedDict("Headers", {"content-type": str, "class": "NotRequired[int]"})


class Style(TypedDict, total=False):
    width: Required[int]
    color: str
    dashes: list[int]


def scores_of(scores: Scores) -> tuple[str, Scores]:
    return repr(scores), scores


def wrong_scores() -> Scores:
    return {"name": "a", "x": "y"}  # type: ignore[typeddict-unknown-key, unused-ignore]


def scored(**scores: Unpack[Scores]) -> str:
    return repr(scores)


def movie_of(movie: Movie) -> tuple[str, Movie]:
    return repr(movie), movie


def sequel_of(sequel: Sequel) -> tuple[list[str], Sequel]:
    return sorted(sequel), sequel


def tree_of(tree: Tree) -> tuple[str, Tree]:
    return repr(tree), tree


def headers_of(headers: Headers) -> Headers:
    return headers


def library(movies: dict[str, Movie]) -> list[Movie]:
    return [movies[name] for name in sorted(movies)]


def draw(shape: str, **style: Unpack[Style]) -> str:
    """Draw a line."""
    return f"{shape} {style}"


def wrong(how: str) -> list[Movie]:
    """Return movies of which one is none."""
    values: dict[str, Any] = {
        "missing": {"title": "Up"},
        "extra": {"title": "Up", "year": 2009, "stars": 5},
        "value": {"title": "Up", "year": "2009"},
        "optional": {"title": "Up", "year": 2009, "rating": "good"},
        "list": ["title", "year"],
        "key": {"title": "Up", "year": 2009, 1: 1},
    }
    return [{"title": "Alien", "year": 1979}, values[how]]
