"""A module's Go file, and the report of what became of its functions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from gophersnake import model
from gophersnake.writer import functions, views
from gophersnake.writer.codecs import Codecs
from gophersnake.writer.docs import package_doc
from gophersnake.writer.gotext import quoted
from gophersnake.writer.naming import MODULE, SOURCES, name_all, package_scope
from gophersnake.writer.output import Entry, Status
from gophersnake.writer.packaging import Sources
from gophersnake.writer.plan import Plan, plan
from gophersnake.writer.reasons import plan_entry
from gophersnake.writer.types import UnmappableError

RUNTIME = "github.com/gophersnake/gophersnake/python"


def plan_all(module: model.Module) -> tuple[list[Plan], list[Entry]]:
    """The functions that have a form in Go, and the report's lines of all that have none."""
    plans: dict[str, Plan] = {}
    skipped = [_skipped(each, each.reason) for each in module.skipped]
    for function in module.functions:
        planned = _plan(function)
        if function.known_as in plans:
            skipped.append(_skipped(function, "defined more than once: the first is taken"))
        elif isinstance(planned, Entry):
            skipped.append(planned)
        else:
            plans[function.known_as] = planned
    return list(plans.values()), skipped


def _plan(function: model.Function) -> Plan | Entry:
    try:
        return plan(function)
    except UnmappableError as error:
        return _skipped(function, str(error))


def _skipped(what: model.Function | model.Skipped, reason: str) -> Entry:
    return Entry(what.name, Status.SKIPPED, what.location, reasons=(reason,))


def file_view(
    module: model.Module, plans: Sequence[Plan], package: str, sources: Sources
) -> tuple[views.File, list[Entry]]:
    """The Go file as the templates print it, and the report's lines of its functions."""
    scope = package_scope()
    names = name_all(plans, scope)
    codecs = Codecs(scope)
    bodies = [
        section
        for each in plans
        for section in functions.sections(module.name, each, names[each.function.known_as], codecs)
    ]
    sections = [*_module(module, sources), *_variables(codecs), *bodies] if plans else []
    view = views.File(
        origin=module.name,
        doc=package_doc(module, package),
        package=package,
        sections=(*_imports(sections), *sections),
    )
    return view, [plan_entry(each, names[each.function.known_as], names) for each in plans]


def _imports(sections: Sequence[views.Section]) -> Iterator[views.Section]:
    """What the other sections need, in gofmt's order."""
    text = "\n".join(line for section in sections for line in section.view.code)
    groups = [
        tuple(quoted(path) for path in paths if f"{path.rpartition('/')[2]}." in text)
        for paths in (("context", "embed"), (RUNTIME, f"{RUNTIME}/bind"))
    ]
    if any(groups):
        yield views.Section("imports.go.j2", views.Imports(tuple(filter(None, groups))))


def _module(module: model.Module, sources: Sources) -> Iterator[views.Section]:
    arguments = [quoted(module.name)]
    if sources.patterns:
        yield views.Section("embedded.go.j2", views.Embedded(sources.patterns, SOURCES))
        arguments.append(
            f"bind.Sources({SOURCES}, {quoted(sources.root)}, {quoted(module.digest)})"
        )
    yield views.Section("module.go.j2", views.Module(MODULE, tuple(arguments)))


def _variables(codecs: Codecs) -> Iterator[views.Section]:
    rows = [(each.name, each.expression) for each in codecs.variables]
    if len(rows) == 1:
        yield views.Section("variable.go.j2", views.Variable(*rows[0]))
    elif rows:
        width = max(len(name) for name, _ in rows)
        aligned = tuple((name.ljust(width), expression) for name, expression in rows)
        yield views.Section("variables.go.j2", views.Variables(aligned))
