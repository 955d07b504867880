"""Annotations that stand in the settings, not in a module.

They may use what most modules import: the builtins, `typing`, `collections.abc` and numpy.
Everything else is named by its whole path.
"""

from __future__ import annotations

import ast
import functools
import typing
from collections import abc
from pathlib import Path

import griffe

_IMPORTS = f"""
import numpy as np
import numpy.typing as npt
from collections.abc import {", ".join(abc.__all__)}
from numpy.typing import NDArray
from typing import {", ".join(each for each in typing.__all__ if not hasattr(abc, each))}
"""


def parsed(text: str) -> tuple[griffe.Expr | str, griffe.Module]:
    """Return an annotation and the module whose names it may use.

    Raises SyntaxError where the text is no expression.
    """
    node = ast.parse(text.strip(), mode="eval")
    module = _module()
    expression = griffe.get_expression(node.body, parent=module, parse_strings=True)
    return expression if expression is not None else text, module


def importable() -> list[str]:
    """Return the names that such annotations may use without naming the module."""
    return list(_module().members)


@functools.cache
def _module() -> griffe.Module:
    return griffe.visit("settings", Path("settings"), _IMPORTS)
