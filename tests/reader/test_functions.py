"""Parameters, defaults, docs and kinds of functions."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest

from gophersnake.model import (
    AwaitableOf,
    Function,
    IterationKind,
    IterationOf,
    Location,
    Parameter,
    ParameterKind,
    Scalar,
    SequenceKind,
    SequenceOf,
    Type,
)

if TYPE_CHECKING:
    from tests.reader.conftest import Project


def test_a_whole_function(project: Project) -> None:
    function = project.function(
        '''
        import math


        def detect(data: list[float], *, sigmas: float = 2.0) -> list[int]:
            """Find the outliers.

            Args:
                data: Values in metres, shape (n,).
                sigmas: How far from the mean, in standard deviations.

            Returns:
                Indices into `data`.
            """
            return []
        '''
    )
    assert function == Function(
        name="detect",
        parameters=(
            Parameter(
                "data",
                ParameterKind.POSITIONAL_OR_KEYWORD,
                SequenceOf(SequenceKind.LIST, Scalar.FLOAT),
                doc="Values in metres, shape (n,).",
                annotation="list[float]",
                location=Location("m.py", 5, 12),
            ),
            Parameter(
                "sigmas",
                ParameterKind.KEYWORD_ONLY,
                Scalar.FLOAT,
                default="2.0",
                doc="How far from the mean, in standard deviations.",
                annotation="float",
                location=Location("m.py", 5, 34),
            ),
        ),
        result=SequenceOf(SequenceKind.LIST, Scalar.INT),
        signature="(data: list[float], *, sigmas: float = 2.0) -> list[int]",
        location=Location("m.py", 5, 1),
        doc=(
            "Find the outliers.\n\nArgs:\n    data: Values in metres, shape (n,).\n"
            "    sigmas: How far from the mean, in standard deviations.\n\n"
            "Returns:\n    Indices into `data`."
        ),
        returns="list[int]",
    )


def test_every_kind_of_parameter(project: Project) -> None:
    function = project.function("def f(a, /, b, *args: int, c, d=1, **kwargs: str): ...")
    kinds = {each.name: (each.kind, each.type, each.default) for each in function.parameters}
    assert kinds == {
        "a": (ParameterKind.POSITIONAL_ONLY, Scalar.ANY, None),
        "b": (ParameterKind.POSITIONAL_OR_KEYWORD, Scalar.ANY, None),
        "args": (ParameterKind.VAR_POSITIONAL, Scalar.INT, None),
        "c": (ParameterKind.KEYWORD_ONLY, Scalar.ANY, None),
        "d": (ParameterKind.KEYWORD_ONLY, Scalar.ANY, "1"),
        "kwargs": (ParameterKind.VAR_KEYWORD, Scalar.STR, None),
    }
    assert function.result is Scalar.ANY


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("'é' + \"x\"", "'é' + \"x\""),
        ("0x10", "0x10"),
        ("1_000", "1_000"),
        ("None", "None"),
        ("lambda a: a + 1", "lambda a: a + 1"),
        ("(\n    1,\n    2,\n)", "(1, 2)"),
        ("sentinel", "sentinel"),
    ],
)
def test_defaults_are_source_text(project: Project, written: str, shown: str) -> None:
    project.write("m.py", f"sentinel = object()\ndef f(ö: object = 1, x: object = {written}): ...")
    assert [each.default for each in project.read().functions[0].parameters] == ["1", shown]


def test_starred_parameters_of_a_param_spec_take_anything(project: Project) -> None:
    function = project.function(
        """
        from typing import ParamSpec
        P = ParamSpec("P")
        def f(*args: P.args, **kwargs: P.kwargs): ...
        """
    )
    assert [each.type for each in function.parameters] == [Scalar.ANY, Scalar.ANY]


@pytest.mark.parametrize(
    ("text", "is_async"),
    [
        ("async def f() -> int: return 1", True),
        ("async def f():\n    def g():\n        yield 1", True),
        ("async def f(): yield 1", False),
        ("def f(): yield 1", False),
    ],
)
def test_coroutine_functions(project: Project, text: str, *, is_async: bool) -> None:
    assert project.function(text).is_async is is_async


_ABC = "from collections.abc import *\nimport asyncio\nimport typing\n"


@pytest.mark.parametrize(
    "text",
    [
        "def f() -> Awaitable[int]: ...",
        "def f() -> Coroutine[None, str, int]: ...",
        "def f() -> typing.Awaitable[int]: ...",
        "def f() -> 'Awaitable[int]': ...",
        "def f() -> asyncio.Future[int]: ...",
        "def f() -> asyncio.Task[int]: ...",
        "async def f() -> int: ...",
    ],
)
def test_awaitables_are_awaited(project: Project, text: str) -> None:
    function = project.function(_ABC + text)
    assert (function.is_async, function.is_stream) == (True, False)
    assert function.result is Scalar.INT


@pytest.mark.parametrize(
    ("text", "item"),
    [
        ("async def f() -> AsyncIterator[int]:\n    yield 1", Scalar.INT),
        ("async def f() -> AsyncGenerator[int, None]:\n    yield 1", Scalar.INT),
        ("def f() -> AsyncIterable[int]: ...", Scalar.INT),
        ("async def f() -> typing.AsyncIterator[int]: ...", Scalar.INT),
        ("def f() -> AsyncIterator[None]: ...", Scalar.NONE),
        ("def f() -> AsyncIterator: ...", Scalar.ANY),
        ("async def f():\n    yield 1", Scalar.ANY),
    ],
)
def test_asynchronous_iterators_are_streams(project: Project, text: str, item: Type) -> None:
    function = project.function(_ABC + text)
    assert (function.is_async, function.is_stream) == (False, True)
    assert function.result == item


@pytest.mark.parametrize(
    ("text", "is_async"),
    [
        ("async def f() -> AsyncGenerator[int, str]:\n    yield 1", False),
        ("def f() -> AsyncGenerator[int, str]: ...", False),
        ("async def f() -> AsyncGenerator[int, str]: ...", True),
    ],
)
def test_asynchronous_generators_that_are_sent_values_are_values(
    project: Project, text: str, is_async: bool
) -> None:
    function = project.function(_ABC + text)
    assert (function.is_async, function.is_stream) == (is_async, False)
    kind = IterationKind.ASYNC_GENERATOR
    assert function.result == IterationOf(kind, Scalar.INT, Scalar.STR)


def test_an_awaitable_of_an_async_function_is_a_value(project: Project) -> None:
    function = project.function(f"{_ABC}async def f() -> Awaitable[int]: ...")
    assert function.is_async
    assert function.result == AwaitableOf(Scalar.INT)


def test_location_is_that_of_the_def_below_decorators(project: Project) -> None:
    function = project.function(
        "import functools\nif True:\n    @functools.cache\n    def f(): ...\n"
    )
    assert function.location == Location("m.py", 4, 5)


GOOGLE = '''
def f(data, scale=1, *rest, **more):
    """Do it.

    Args:
        data (array of shape (n, 3)): Points in metres.
            A second line.
        scale: The factor.
        *rest: More points.
        **more: Options.
    """
'''
NUMPY = '''
def f(data: list, scale: float = 1, *rest, **more):
    """Do it.

    Parameters
    ----------
    data : array_like, shape (n, 3)
        Points in metres.
    scale : float, optional
        The factor.
    *rest
        More points.

    Other Parameters
    ----------------
    **more : dict
        Options.
    """
'''
SPHINX = '''
def f(data, scale=1, *rest, **more):
    """Do it.

    :param data: Points in metres,
        shape (n, 3).
    :param float scale: The factor.
    :param rest: More points.
    :param more: Options.
    :returns: nothing"""
'''


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (
            GOOGLE,
            [
                "array of shape (n, 3). Points in metres. A second line.",
                "The factor.",
                "More points.",
                "Options.",
            ],
        ),
        (
            NUMPY,
            [
                "array_like, shape (n, 3). Points in metres.",
                "The factor.",
                "More points.",
                "dict. Options.",
            ],
        ),
        (
            SPHINX,
            ["Points in metres, shape (n, 3).", "float. The factor.", "More points.", "Options."],
        ),
    ],
    ids=["google", "numpy", "sphinx"],
)
def test_docs_of_parameters(project: Project, text: str, wanted: list[str]) -> None:
    function = project.function(text)
    assert [" ".join(each.doc.split()) for each in function.parameters] == wanted
    assert function.doc.startswith("Do it.\n\n")


def test_a_docstring_of_no_style_documents_no_parameter(project: Project) -> None:
    function = project.function(
        'def f(data):\n    """Use data.\n\n    data is data: a list.\n    """'
    )
    assert function.parameters[0].doc == ""
    assert function.doc == "Use data.\n\ndata is data: a list."


ONES = "from typing_extensions import TypeVarTuple, Unpack\nTs = TypeVarTuple('Ts')\n"
INT, STR, ANY = Scalar.INT, Scalar.STR, Scalar.ANY


@pytest.mark.parametrize(
    ("parameters", "wanted"),
    [
        ("*a: Unpack[tuple[int, str]]", [("a_0", INT, False), ("a_1", STR, False)]),
        (
            "x: str, *a: Unpack[tuple[int, Unpack[tuple[str, ...]]]]",
            [("x", STR, False), ("a_0", INT, False), ("a", STR, True)],
        ),
        ("*a: Unpack[tuple[int, ...]]", [("a", INT, True)]),
        ("*a: Unpack[Ts]", [("a", ANY, True)]),
        ("*a: Unpack[tuple[Unpack[Ts], int]]", [("a", ANY, True)]),
        ("x: int = 0, *a: Unpack[tuple[str]]", [("x", INT, False), ("a", ANY, True)]),
        pytest.param(
            "*a: *tuple[int, *tuple[str, ...]]",
            [("a_0", INT, False), ("a", STR, True)],
            marks=pytest.mark.skipif(sys.version_info < (3, 11), reason="the syntax is of 3.11"),
        ),
    ],
)
def test_what_stands_in_an_unpacked_tuple(
    project: Project, parameters: str, wanted: list[tuple[str, Scalar, bool]]
) -> None:
    function = project.function(f"{ONES}def f({parameters}) -> None: ...")
    assert [
        (each.name, each.type, each.kind is ParameterKind.VAR_POSITIONAL)
        for each in function.parameters
    ] == wanted
