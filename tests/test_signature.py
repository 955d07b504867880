"""Signature texts, and whether generated code may still call what they describe."""

from __future__ import annotations

import inspect
import math
import sys
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gophersnake.signature import compatible, digest, live_signature, signatures


def of(text: str) -> str:
    """The signature text of the last function in a module of this text."""
    return list(signatures(text).values())[-1]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("def f(): ...", "()"),
        (
            "def f(data: list[float], *, sigmas: float = 2.0) -> list[int]: ...",
            "(data: list[float], *, sigmas: float = 2.0) -> list[int]",
        ),
        ("def f(a, /, b=1, *c: int, d, **e: str): ...", "(a, /, b=1, *c: int, d, **e: str)"),
        ("async def f(a: int) -> int: ...", "async (a: int) -> int"),
        ("def f(a:'list[ \"int\" ]'=[1,2])->'None': ...", "(a: list[int] = [1, 2]) -> None"),
        ("def f(a: Literal['x', 'y']): ...", "(a: Literal['x', 'y'])"),
        ("def f(a: t.Annotated['int', 'metres']): ...", "(a: t.Annotated[int, 'metres'])"),
        ("def f(a: 'no type!'): ...", "(a: 'no type!')"),
        ("def f(a: {'b': 'c'} = {'d': 'e'}): ...", "(a: {'b': 'c'} = {'d': 'e'})"),
        ("def f(a: f'{b}c' = f'{d}e'): ...", "(a: f'{b}c' = f'{d}e')"),
        ("Vec = list[float]\ndef f(a: Vec): ...", "(a: Vec) where Vec = list[float]"),
        ("def f(a: 'Vec'): ...\nVec: TypeAlias = 'list[int]'", "(a: Vec) where Vec = list[int]"),
        (
            "def f(a: M) -> V: ...\nV = list[int]\nM = dict[str, V | K]\nK = int\nother = 1",
            "(a: M) -> V where M = dict[str, V | K]; V = list[int]; K = int",
        ),
        ("T = TypeVar('T')\ndef f(a: T) -> T: ...", "(a: T) -> T where T = TypeVar('T')"),
        ("Tree = list['Tree']\ndef f(a: Tree): ...", "(a: Tree) where Tree = list[Tree]"),
        ("def f(a: int): ...\ndef f(a: str): ...", "(a: str)"),
        (
            "@overload\ndef f(a: int): ...\n@overload\ndef f(a: str): ...\ndef f(a): ...",
            "(a)\noverload (a: int)\noverload (a: str)",
        ),
        ("if sys.version_info < (3,):\n  def f(a): ...\nelse:\n  def f(b): ...", "(b)"),
        ("try:\n  import x\nexcept ImportError:\n  def f(a): ...", "(a)"),
    ],
)
def test_the_text_of_a_signature(text: str, wanted: str) -> None:
    assert of(text) == wanted


@pytest.mark.skipif(sys.version_info < (3, 12), reason="the syntax is of Python 3.12")
@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("def f[T: int](a: T): ...", "(a: T) where T = TypeVar('T', bound=int)"),
        ("type Vec = list[int]\ndef f(a: Vec): ...", "(a: Vec) where Vec = list[int]"),
        ("type Vec[T] = list[T]\ndef f(a: Vec[int]): ...", "(a: Vec[int]) where Vec[T] = list[T]"),
    ],
)
def test_pep_695_is_written_so_that_older_pythons_can_parse_it(text: str, wanted: str) -> None:
    assert of(text) == wanted


def test_methods_have_the_names_of_their_classes() -> None:
    methods = "class A:\n    def f(self): ...\n    class B:\n        def g(self): ...\n"
    text = f"{methods}def h():\n    def i(): ..."
    assert list(signatures(text)) == ["A.f", "A.B.g", "h"]


@pytest.mark.parametrize(
    ("generated", "live"),
    [
        ("def f(a: int = 1): ...", "def f(a: int = 2): ..."),
        ("def f(a: int): ...", "def f(a: int, b: str = ''): ..."),
        ("def f(a: int): ...", "def f(a: int, *args, b=1, **kwargs): ..."),
        ("def f(*a: int): ...", "def f(*a: int, b=1): ..."),
        ("def f(*, a, b): ...", "def f(*, c=1, b, a): ..."),
        ("def f(a): ...", "def f(a=1): ..."),
        ("def f(a: list[int]): ...", "Vec = list[int]\ndef f(a: Vec): ..."),
        ("Vec = list[int]\ndef f(a: Vec): ...", "V = list[int]\ndef f(a: V): ..."),
        ("Vec = list['K']\nK = int\ndef f(a: Vec): ...", "def f(a: list[int]): ..."),
        ("Tree = list['Tree']\ndef f(a: Tree): ...", "T = list['T']\ndef f(a: T): ..."),
        ("def f(a: str = ' where x = 1; y'): ...", "def f(a: str = 'b'): ..."),
        ("def f(a: Literal[' where ']): ...", 'def f(a: Literal[" where "]): ...'),
    ],
)
def test_changes_that_generated_code_does_not_notice(generated: str, live: str) -> None:
    assert compatible(of(generated), of(live)) is None


@pytest.mark.parametrize(
    ("generated", "live", "difference"),
    [
        ("def f(a): ...", "def f(): ...", "parameter 'a' is gone"),
        ("def f(a): ...", "def f(b): ...", "parameter 'a' is gone"),
        ("def f(*a): ...", "def f(): ...", "parameter '*a' is gone"),
        ("def f(**a): ...", "def f(): ...", "parameter '**a' is gone"),
        ("def f(): ...", "def f(k): ...", "parameter 'k' has no default and is new"),
        ("def f(): ...", "def f(*, k): ...", "parameter 'k' has no default and is new"),
        ("def f(a=1): ...", "def f(a): ...", "parameter 'a' had a default and has none"),
        (
            "def f(data: list[float]): ...",
            "def f(data: list[int]): ...",
            "parameter 'data' was list[float] and is list[int]",
        ),
        ("def f(a: int): ...", "def f(a): ...", "parameter 'a' was int and is not annotated"),
        ("def f(a): ...", "def f(a: int): ...", "parameter 'a' was not annotated and is int"),
        ("def f() -> int: ...", "def f() -> str: ...", "the result was int and is str"),
        ("def f() -> int: ...", "def f(): ...", "the result was int and is not annotated"),
        (
            "def f(a): ...",
            "def f(*, a): ...",
            "parameter 'a' was positional or keyword and is keyword-only",
        ),
        (
            "def f(a, b): ...",
            "def f(b, a): ...",
            "parameter 'a' was number 1 and is number 2",
        ),
        (
            "def f(a, b=1): ...",
            "def f(a, c=1, b=1): ...",
            "parameter 'b' was number 2 and is number 3",
        ),
        (
            "def f(a, *args): ...",
            "def f(a, b=1, *args): ...",
            "parameter 'b' is new and takes the first value of *args",
        ),
        ("def f(): ...", "async def f(): ...", "the function was not async and is async"),
        ("async def f(): ...", "def f(): ...", "the function was async and is not"),
        (
            "Vec = list[float]\ndef f(a: Vec): ...",
            "Vec = list[int]\ndef f(a: Vec): ...",
            "parameter 'a' was list[float] and is list[int]",
        ),
        (
            "V = list[K]\nK = int\ndef f(a: V): ...",
            "V = list[K]\nK = str\ndef f(a: V): ...",
            "parameter 'a' is list[K], which has another definition now",
        ),
        (
            "Tree = list['Tree']\ndef f(a: Tree): ...",
            "Tree = set['Tree']\ndef f(a: Tree): ...",
            "parameter 'a' was list[Tree] and is set[Tree]",
        ),
    ],
)
def test_differences_are_named(generated: str, live: str, difference: str) -> None:
    assert compatible(of(generated), of(live)) == difference


@pytest.mark.parametrize(
    ("generated", "live", "difference"),
    [
        ("?(x, /)", "?(x, /)", None),
        ("?(x, /)", "?(number, /)", None),
        ("(a: int) -> int", "?(a)", None),
        ("async (a: int)", "?(a)", None),
        ("?(a)", "(a: int) -> int", None),
        ("?(a, b=1, *, c)", "?(*args, **kwargs)", None),
        ("?(a)", "?(a, /)", None),
        ("(a, b=1)", "(a, /, b=1)", None),
        ("(a, /, b=1)", "(a, b=1)", None),
        (
            "(a, b=1)",
            "(a, b=1, /)",
            "parameter 'b' was positional or keyword and is positional-only",
        ),
        ("?(a)", "?(b)", "parameter 'a' is gone"),
        ("?(a, /)", "?()", "parameter 'a' is gone"),
        ("?(a=1)", "?(a)", "parameter 'a' had a default and has none"),
        ("?(a)", "?(a, b)", "parameter 'b' has no default and is new"),
        (
            "?(*, a)",
            "?(a, /)",
            "parameter 'a' was keyword-only and is positional-only",
        ),
    ],
)
def test_unknown_annotations_are_not_compared(
    generated: str, live: str, difference: str | None
) -> None:
    assert compatible(generated, live) == difference


def test_texts_that_this_python_cannot_parse_are_compared_by_letter() -> None:
    assert compatible("(a: <new>)", "(a: <new>)") is None
    assert compatible("(a: <new>)", "(a)") == "its signature was (a: <new>) and is (a)"


def python_function(a: int, b: str = "x", *args: int, c: object = object(), **kw: Any) -> int:
    return 0


async def coroutine_function() -> None: ...


@pytest.mark.parametrize(
    ("function", "wanted"),
    [
        (math.isqrt, "?(n, /)"),
        (math.isclose, "?(a, b, *, rel_tol=..., abs_tol=...)"),
        (python_function, "?(a, b='x', *args, c=..., **kw)"),
        (coroutine_function, "?async ()"),
        (dict.fromkeys, "?(iterable, value=None, /)"),
        (dict, None),
        (None, None),
    ],
)
def test_the_signature_of_a_function_object(
    function: Callable[..., Any], wanted: str | None
) -> None:
    assert live_signature(function) == wanted


def test_a_digest_is_of_paths_and_contents_in_any_order() -> None:
    one = digest([("a.py", b"x"), ("b.py", b"y")])
    assert one.startswith("sha256:")
    assert one == digest([("b.py", b"y"), ("a.py", b"x")])
    others = [
        digest([("a.py", b"y"), ("b.py", b"x")]),
        digest([("a.py", b"xb.py"), ("", b"y")]),
        digest([("a.py", b"x")]),
        digest([]),
    ]
    assert len({one, *others}) == 5


NAMES = ["a", "b", "c", "d", "e", "f", "g", "h"]
ANNOTATIONS = [None, "int", "list[float]", "'Vec'", "Literal['x', \" where \"]", "T | None"]
DEFAULTS = ["1", "' where '", "None", "'; '", "[1, 2]", "lambda x: x"]
KINDS = [
    inspect.Parameter.POSITIONAL_ONLY,
    inspect.Parameter.POSITIONAL_OR_KEYWORD,
    inspect.Parameter.VAR_POSITIONAL,
    inspect.Parameter.KEYWORD_ONLY,
    inspect.Parameter.VAR_KEYWORD,
]
STARS = ["", "", "*", "", "**"]
DEFINITIONS = "\nVec = list['Vec2']\nVec2 = dict[str, 'Vec']\nT = TypeVar('T')\n"


@st.composite
def parameter_lists(draw: st.DrawFn) -> list[inspect.Parameter]:
    """Any list of parameters that Python accepts; annotations and defaults are source text."""
    names = draw(st.lists(st.sampled_from(NAMES), unique=True, max_size=6))
    kinds = sorted(draw(st.sampled_from(KINDS)) for _ in names)
    parameters: list[inspect.Parameter] = []
    defaulted = False
    for name, kind in zip(names, kinds, strict=True):
        variadic = kind in {inspect.Parameter.VAR_POSITIONAL, inspect.Parameter.VAR_KEYWORD}
        if variadic and any(each.kind is kind for each in parameters):
            continue
        positional = kind < inspect.Parameter.VAR_POSITIONAL
        has_default = not variadic and (draw(st.booleans()) or (positional and defaulted))
        defaulted = has_default if positional else defaulted
        parameters.append(
            inspect.Parameter(
                name,
                kind,
                default=draw(st.sampled_from(DEFAULTS)) if has_default else inspect.Parameter.empty,
                annotation=draw(st.sampled_from(ANNOTATIONS)),
            )
        )
    return parameters


def written(parameters: list[inspect.Parameter], result: str | None = None) -> str:
    """A module with one function that has these parameters, as source text."""
    shown: list[str] = []
    for index, each in enumerate(parameters):
        before = parameters[index - 1].kind if index else None
        if before is inspect.Parameter.POSITIONAL_ONLY and each.kind is not before:
            shown.append("/")
        keyword_only = each.kind is inspect.Parameter.KEYWORD_ONLY
        if keyword_only and before not in {each.kind, inspect.Parameter.VAR_POSITIONAL}:
            shown.append("*")
        annotation = "" if each.annotation is None else f": {each.annotation}"
        default = "" if each.default is each.empty else f" = {each.default}"
        shown.append(f"{STARS[KINDS.index(each.kind)]}{each.name}{annotation}{default}")
    if parameters and parameters[-1].kind is inspect.Parameter.POSITIONAL_ONLY:
        shown.append("/")
    arrow = "" if result is None else f" -> {result}"
    return f"{DEFINITIONS}def function({', '.join(shown)}){arrow}: ..."


def is_variadic(parameter: inspect.Parameter) -> bool:
    return parameter.kind in {inspect.Parameter.VAR_POSITIONAL, inspect.Parameter.VAR_KEYWORD}


OVERLOADS = """
@overload
def f(a: int) -> int: ...
@overload
def f(a: str, b: int = 0) -> str: ...
def f(a, b=0): ...
"""


@pytest.mark.parametrize(
    ("generated", "difference"),
    [
        ("overload (a: int) -> int", None),
        ("overload (a: str) -> str", None),
        ("overload (a: bytes) -> bytes", "its overload (a: bytes) -> bytes is gone"),
        ("(a, b=0)", None),
        ("(a, c=0)", "parameter 'c' is gone"),
    ],
)
def test_an_overload_is_compared_with_the_overloads(generated: str, difference: str | None) -> None:
    assert compatible(generated, signatures(OVERLOADS)["f"]) == difference


@pytest.mark.parametrize(
    ("live", "difference"),
    [
        ("(a: int) -> int", None),
        ("(a: str) -> int", "parameter 'a' was int and is str"),
        ("?(*a, **k)", None),
        ("?(b)", None),
    ],
)
def test_an_overload_is_compared_with_a_function_that_has_none_now(
    live: str, difference: str | None
) -> None:
    assert compatible("overload (a: int) -> int", live) == difference


@settings(deadline=None)  # a loaded machine is slow at times
@given(parameter_lists(), st.sampled_from(ANNOTATIONS))
def test_a_signature_is_compatible_with_itself(
    parameters: list[inspect.Parameter], result: str | None
) -> None:
    text = of(written(parameters, result))
    assert compatible(text, text) is None
    assert compatible(text, text.replace("(", "( ", 1)) is None  # not the same letters
    assert compatible(f"?{text}", text) is None


@settings(deadline=None)
@given(parameter_lists())
def test_adding_a_keyword_parameter_with_a_default_is_compatible(
    parameters: list[inspect.Parameter],
) -> None:
    new = inspect.Parameter("z", inspect.Parameter.KEYWORD_ONLY, default="1", annotation="int")
    more = sorted([*parameters, new], key=lambda each: each.kind)
    assert compatible(of(written(parameters)), of(written(more))) is None


@settings(deadline=None)
@given(parameter_lists())
def test_adding_a_positional_parameter_with_a_default_is_compatible_without_args(
    parameters: list[inspect.Parameter],
) -> None:
    kind = inspect.Parameter.POSITIONAL_OR_KEYWORD
    new = inspect.Parameter("z", kind, default="1", annotation=None)
    more = sorted([*parameters, new], key=lambda each: each.kind)
    takes_args = any(each.kind is inspect.Parameter.VAR_POSITIONAL for each in parameters)
    found = compatible(of(written(parameters)), of(written(more)))
    assert (found is None) is not takes_args


@settings(deadline=None)
@given(parameter_lists(), st.data())
def test_removing_or_renaming_a_parameter_is_not_compatible(
    parameters: list[inspect.Parameter], data: st.DataObject
) -> None:
    if not parameters:
        return
    index = data.draw(st.integers(0, len(parameters) - 1))
    fewer = parameters[:index] + parameters[index + 1 :]
    assert compatible(of(written(parameters)), of(written(fewer))) is not None
    renamed = [*parameters]
    renamed[index] = parameters[index].replace(name="z")
    found = compatible(of(written(parameters)), of(written(renamed)))
    assert (found is None) is is_variadic(parameters[index])


@settings(deadline=None)
@given(parameter_lists(), st.data())
def test_taking_a_default_away_is_not_compatible(
    parameters: list[inspect.Parameter], data: st.DataObject
) -> None:
    defaulted = [
        index
        for index, each in enumerate(parameters)
        if each.default is not each.empty and each.kind is inspect.Parameter.KEYWORD_ONLY
    ]
    if not defaulted:
        return
    index = data.draw(st.sampled_from(defaulted))
    changed = [*parameters]
    changed[index] = parameters[index].replace(default=inspect.Parameter.empty)
    found = compatible(of(written(parameters)), of(written(changed)))
    assert found == f"parameter '{parameters[index].name}' had a default and has none"
