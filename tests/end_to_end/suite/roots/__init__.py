"""pydantic's root models, which are the value that they hold."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Annotated, Generic, TypeVar

from pydantic import BaseModel, Field, RootModel

T = TypeVar("T")


class Tags(RootModel[list[str]]):
    """Words, none of which may be empty."""

    root: list[Annotated[str, Field(min_length=1)]]


class Score(RootModel[float], frozen=True):
    root: Annotated[float, Field(ge=0)] = 0.0


class Corner(BaseModel):
    x: int
    y: int = Field(ge=0)


class Path(RootModel[list[Corner]]):
    def longest(self) -> int:
        return len(self.root)


class ClosedPath(Path):
    pass


class Maybe(RootModel[int | None]):
    pass


class Page(RootModel[list[T]], Generic[T]):
    pass


class Tree(RootModel[list["Tree"]]):
    pass


# gophersnake: handle
class Ledger(RootModel[list[int]]):
    def total(self) -> int:
        return sum(self.root)


Names = RootModel[dict[str, int]]


class Article(BaseModel):
    title: str
    tags: Tags
    score: Score = Score(0.5)


def of_tags(tags: Tags) -> tuple[str, Tags]:
    return repr(tags), tags


def of_score(score: Score) -> tuple[str, Score]:
    return repr(score), score


def of_path(path: ClosedPath) -> tuple[str, ClosedPath]:
    return repr(path), path


def of_maybe(maybe: Maybe) -> tuple[str, Maybe]:
    return repr(maybe), maybe


def of_optional(tags: Tags | None = None, maybe: Maybe | None = None) -> str:
    return repr((tags, maybe))


def optional_maybe(which: int) -> Maybe | None:
    return [None, Maybe(None), Maybe(7)][which]


def of_names(names: Names) -> tuple[str, Names]:
    return repr(names), names


def of_written(pair: RootModel[tuple[int, str]]) -> RootModel[tuple[int, str]]:
    assert pair == RootModel[tuple[int, str]]((1, "a")), pair
    return pair


def of_any(value: RootModel) -> str:  # type: ignore[type-arg]
    return repr(value)


def of_page(page: Page[int]) -> tuple[str, Page[int]]:
    return repr(page), page


def of_pages(page: Page[T], first: T) -> Page[T]:
    return Page([first, *page.root])


def of_tree(depth: int) -> Tree:
    return Tree([of_tree(depth - 1)] if depth else [])


def of_article(article: Article) -> tuple[str, Article]:
    return repr(article), article


def by_score(scores: dict[Score, Tags]) -> dict[Score, Tags]:
    return scores


def of_either(value: Tags | Score | list[str]) -> tuple[str, Tags | Score | list[str]]:
    return type(value).__name__, value


def each_tag(tags: list[Tags]) -> Iterator[Tags]:
    yield from tags


def applied(function: Callable[[Tags], Score], tags: Tags) -> Score:
    return function(tags)


def of_ledger(ledger: Ledger) -> list[int]:
    return ledger.root


def wrong(how: str) -> Tags:
    tags = Tags(["a"])
    if how == "item":
        object.__setattr__(tags, "root", ["a", 1])
    if how == "other":
        return ["a"]  # type: ignore[return-value]
    return tags
