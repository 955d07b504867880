"""What a docstring says of each parameter, in Google, numpy or Sphinx style."""

from __future__ import annotations

import re

import griffe

_STYLES: dict[griffe.DocstringStyle, re.Pattern[str]] = {
    "sphinx": re.compile(r":\w+ .*:"),
    "google": re.compile(r"^\s*\w[\w ]*:\s*$", re.MULTILINE),
    "numpy": re.compile(r"^\s*--+\s*$", re.MULTILINE),
}
"""The styles, each with a sign without which a text has no parameters in it: parsing is slow."""
_KINDS = (griffe.DocstringSectionKind.parameters, griffe.DocstringSectionKind.other_parameters)
_TRAILER = re.compile(r",?\s*(?:optional|keyword-only|default(?:s to)?[\s:=].*)$", re.IGNORECASE)


def parameter_docs(function: griffe.Function, docstring: griffe.Docstring | None) -> dict[str, str]:
    """Return the description of each parameter by name.

    The style is the one that finds the most of the function's own parameters. What the
    docstring gives as a type is kept where it says more than the annotation does: shapes
    and units often stand there (`data : array_like, shape (n,)`).
    """
    if docstring is None or "\n" not in docstring.value:
        return {}
    styles = [style for style, sign in _STYLES.items() if sign.search(docstring.value)]
    return max((_documented(function, docstring, style) for style in styles), key=len, default={})


def _documented(
    function: griffe.Function, docstring: griffe.Docstring, style: griffe.DocstringStyle
) -> dict[str, str]:
    # A copy without parent: else the parser takes the annotations for the docstring's types.
    text = griffe.Docstring(docstring.value)
    described: dict[str, str] = {}
    for section in griffe.parse(text, style, warnings=False):
        if section.kind not in _KINDS:
            continue
        for item in section.value:
            for name in str(item.name).replace("*", "").split(","):
                if name.strip() in function.parameters:
                    annotation = function.parameters[name.strip()].annotation
                    described[name.strip()] = _description(item, annotation)
    return described


def _description(item: griffe.DocstringParameter, annotation: griffe.Expr | str | None) -> str:
    said = _TRAILER.sub("", str(item.annotation or "")).strip()
    text: str = item.description.strip()
    if not said or said == str(annotation):
        return text
    return f"{said}. {text}" if text else said
