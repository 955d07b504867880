"""A folder to write Python modules into, and to read them from."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from textwrap import dedent

import pytest

from gophersnake import model
from gophersnake.reader import read

PRELUDE = """\
import collections.abc
import typing
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Annotated, Any, Optional, Union

import numpy as np
import numpy.typing as npt
"""


@dataclass(frozen=True)
class Project:
    """The working directory of a test."""

    folder: Path

    def write(self, path: str, text: str) -> Path:
        file = self.folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(dedent(text), encoding="utf-8")
        return file

    def read(self, target: str = "m") -> model.Module:
        return read(target)

    def module(self, text: str) -> model.Module:
        """Read a module of this text."""
        self.write("m.py", text)
        return self.read()

    def function(self, text: str) -> model.Function:
        """Read the last function of a module of this text."""
        return self.module(text).functions[-1]

    def type_of(self, annotation: str, prelude: str = "") -> model.Type:
        """Read the type of a parameter that is annotated so."""
        text = f"{PRELUDE}\n{dedent(prelude)}\n\ndef f(x: {annotation}): ...\n"
        self.write("m.py", text)
        return self.read().functions[-1].parameters[0].type


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Project:
    monkeypatch.chdir(tmp_path)
    return Project(tmp_path)
