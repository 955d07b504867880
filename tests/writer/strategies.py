"""Random models: the names, types and docstrings that a generator of Go has to fear."""

from __future__ import annotations

import keyword
import unicodedata

from hypothesis import strategies as st

from gophersnake import model
from gophersnake.model import (
    ArrayOf,
    Described,
    DType,
    MappingKind,
    MappingOf,
    ObjectOf,
    OptionalOf,
    Parameter,
    ParameterKind,
    Scalar,
    SequenceKind,
    SequenceOf,
    SetKind,
    SetOf,
    TupleOf,
)
from gophersnake.writer.scope import names as words
from tests.writer.models import HERE

_AWKWARD = words(
    """
    a b c o r f err ctx options option o_ c_ module sources bind python context embed init main
    type func map range string int error any nil true iota len max append _ __ _1 x X x1 X1
    foo_bar fooBar FooBar FOO_BAR foo_bar_ _foo_bar f_options f_with fWith F FOptions
    list_of_int listOfInt tuple2_of_int_int codec optional_str user_id user_ids http_url HTTPURL
    args kwargs Kwargs values default 検出 größe é ß ŉ मान a‿b İ ǆ
    """
)
_FRAGMENTS = [
    *("Return", "Returns", "the", "indices.", "It's", "A Heading", "Title", ".", "値。", "'", '"'),
    *("''", "``", "```", "`a`", ":func:`~a.b`", "[F]", "[a]: https://b.c", "https://a.b/c"),
    *("#", "##", "# A", "----", "====", "- a", "* b", "1. c", "2) d", "•  x", "=== ===", "| a |"),
    *("+build x", "go:embed y", "//go:z", "*/", "/*", ">>> f()", "    code", "  more", "\t", "\\"),
    *("::", ".. note::", ".. math:: x", ":param a: b", "{", "}"),
    *("Args:", "    a: b", "Parameters", "a : int", "Returns:", "Raises"),
    *("\x00", "\x85", "\u2028", "\ufeff", "\xa0", "\ud800"),
]

_letters = st.characters(categories=["Lu", "Ll", "Lt", "Lm", "Lo", "Nl"])
_others = st.characters(categories=["Lu", "Ll", "Lo", "Mn", "Mc", "Nd", "Pc"])

names = st.one_of(
    st.sampled_from(sorted(_AWKWARD)),
    st.from_regex(r"[a-zA-Z]_?[a-zA-Z0-9]{0,4}_?", fullmatch=True),
    st.builds(str.__add__, _letters, st.text(_others, max_size=5))
    .map(lambda name: unicodedata.normalize("NFKC", name))
    .filter(str.isidentifier),
).filter(lambda name: not keyword.iskeyword(name))

_NOISE = [*"`'-*+1.0)#[]: \n\t{}\\aA=|>", "\n\n", "    ", "``", "''", "://", "http"]

docstrings = st.one_of(
    st.just(""),
    st.lists(st.sampled_from(_NOISE), max_size=40).map("".join),
    st.lists(
        st.lists(st.sampled_from(_FRAGMENTS), max_size=4).map(" ".join), min_size=1, max_size=12
    ).map("\n".join),
    st.text(max_size=200),
)

scalars = st.sampled_from(Scalar)
shapes = st.sampled_from([("...",), (), ("*", "*"), ("n", "3"), ("...", "n"), ("größe", "_x")])
described = st.builds(Described, st.sampled_from(Described.Kind)) | st.sampled_from(
    [Described(Described.Kind.TEXT, "U8"), Described(Described.Kind.DATETIME64, "M8[25s]")]
)
arrays = st.builds(ArrayOf, st.none() | st.sampled_from(DType) | described, shapes)
objects = st.builds(ObjectOf, st.just("Callable[[], int]"), docstrings)


def _is_for_optional(type: model.Type) -> bool:
    return not isinstance(type, OptionalOf) and type not in (Scalar.ANY, Scalar.NONE)


types: st.SearchStrategy[model.Type] = st.recursive(
    scalars | arrays | objects,
    lambda inner: st.one_of(
        st.builds(SequenceOf, st.sampled_from(SequenceKind), inner),
        st.builds(SetOf, st.sampled_from(SetKind), inner),
        st.builds(MappingOf, st.sampled_from(MappingKind), inner, inner),
        st.builds(TupleOf, st.lists(inner, max_size=9).map(tuple)),
        st.builds(OptionalOf, inner.filter(_is_for_optional)),
    ),
    max_leaves=4,
)

_defaults = st.sampled_from(["None", "1", "''", "'``'", "(\n1,\n2)", "f''", "'unterminated"])
_GROUPS = (
    (ParameterKind.POSITIONAL_ONLY, 2),
    (ParameterKind.POSITIONAL_OR_KEYWORD, 3),
    (ParameterKind.VAR_POSITIONAL, 1),
    (ParameterKind.KEYWORD_ONLY, 3),
    (ParameterKind.VAR_KEYWORD, 1),
)
_VARIADIC = (ParameterKind.VAR_POSITIONAL, ParameterKind.VAR_KEYWORD)


@st.composite
def functions(draw: st.DrawFn) -> model.Function:
    kinds = [kind for kind, most in _GROUPS for _ in range(draw(st.integers(0, most)))]
    called = draw(
        st.lists(names, min_size=len(kinds), max_size=len(kinds), unique=True), label="parameters"
    )
    parameters = tuple(
        Parameter(
            name=name,
            kind=kind,
            type=draw(types),
            default=None if kind in _VARIADIC else draw(st.none() | _defaults),
            doc=draw(docstrings),
        )
        for name, kind in zip(called, kinds, strict=True)
    )
    return model.Function(
        name=draw(names),
        parameters=parameters,
        result=draw(types),
        signature=draw(st.text(max_size=20)),
        location=HERE,
        doc=draw(docstrings),
    )


modules = st.builds(
    model.Module,
    name=names,
    functions=st.lists(functions(), max_size=4, unique_by=lambda each: each.name).map(tuple),
    location=st.just(HERE),
    doc=docstrings,
)
