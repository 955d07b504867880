"""Docstrings to Go's doc comments."""

from __future__ import annotations

from gophersnake.model import Module
from gophersnake.writer.gotext import on_one_line
from gophersnake.writer.locals import Locals
from gophersnake.writer.naming import Names
from gophersnake.writer.plan import Argument, Plan

Lines = tuple[str, ...]


def package_doc(module: Module, package: str) -> Lines:
    return (f"// Package {package} calls the functions of the Python module {module.name}.",)


def function_doc(plan: Plan, names: Names, local: Locals) -> Lines:
    return (f"// {names.function} calls {plan.function.name}.",)


def options_doc(plan: Plan, names: Names) -> Lines:
    return (f"// {names.options} are the parameters of {names.function} that may be left out.",)


def with_options_doc(plan: Plan, names: Names) -> Lines:
    return (f"// {names.with_options} is {names.function} with options.",)


def field_doc(option: Argument, name: str) -> Lines:
    default = option.parameter.default
    return (f"// Default: {on_one_line(default)}",) if default else ()
