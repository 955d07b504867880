"""A module's Go file, and the report of what became of its functions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from gophersnake import model
from gophersnake.writer import functions, views
from gophersnake.writer.codecs import Codecs
from gophersnake.writer.declarations import Forms, plan_declarations
from gophersnake.writer.declarations.planned import Package
from gophersnake.writer.docs import package_doc
from gophersnake.writer.gotext import quoted
from gophersnake.writer.modules import Homes
from gophersnake.writer.naming import name_all, package_scope
from gophersnake.writer.output import Entry, Report, Status
from gophersnake.writer.packaging import Sources
from gophersnake.writer.plan import Plan, plan
from gophersnake.writer.reasons import plan_entry
from gophersnake.writer.sharing import Borrowed, Foreign, Imported, Lending, lend
from gophersnake.writer.types import Mappers, UnmappableError, mappers

_STANDARD = ("context", "embed", "iter", "math/big", "net/netip", "time")
RUNTIME = "github.com/gophersnake/gophersnake/python"


def plan_functions(module: model.Module, types: Mappers) -> tuple[list[Plan], list[Entry]]:
    """The functions that have a form in Go, and the report's lines of all that have none."""
    plans: dict[str, Plan] = {}
    skipped = [_skipped(each, each.reason) for each in module.skipped]
    for function in module.functions:
        planned = _plan(function, types)
        if function.known_as in plans:
            skipped.append(_skipped(function, "defined more than once: the first is taken"))
        elif isinstance(planned, Entry):
            skipped.append(planned)
        else:
            plans[function.known_as] = planned
    return list(plans.values()), skipped


def _plan(function: model.Function, types: Mappers) -> Plan | Entry:
    try:
        return plan(function, types)
    except UnmappableError as error:
        return _skipped(function, str(error))


def _skipped(what: model.Function | model.Skipped, reason: str) -> Entry:
    return Entry(what.name, Status.SKIPPED, what.location, reasons=(reason,))


@dataclass(frozen=True)
class Written:
    """A Go package before it is text."""

    view: views.File
    report: Report
    lent: Mapping[str, Foreign]


def file_view(
    module: model.Module, package: str, sources: Sources, borrowed: Borrowed, lending: Lending
) -> Written:
    """The Go file as the templates print it, and the report of what became of each name."""
    scope = package_scope()
    imported = Imported(borrowed, scope)
    forms = Forms(module, scope)
    types = mappers({**imported.forms(), **forms})
    plans, skipped = plan_functions(module, types)
    declared = plan_declarations(module.declarations, forms, types)
    aliases = list(imported.aliases(scope))
    names = name_all(plans, scope)
    place = Package(scope, Codecs(scope), Homes(module, scope))
    written = {
        declaration.path: list(each.sections(place))
        for declaration, each in zip(module.declarations, declared, strict=True)
    }
    bodies = [section for sections in written.values() for section in sections]
    for each in plans:
        own = names[each.function.known_as]
        bodies += functions.sections(place.homes.of(module.name), each, own, place.codecs)
    lent, exports = lend(module, lending, package, types, place.codecs, scope, written)
    others = [*(section for section, _ in aliases), *imported.beside(scope)]
    called = bool(exports or bodies)
    bodies = [*others, *exports, *bodies]
    head = [*place.homes.sections(sources), *_variables(place.codecs)] if called else []
    sections = [*head, *bodies]
    view = views.File(
        origin=module.name,
        doc=package_doc(module, package),
        package=package,
        sections=(*_imports(sections, imported), *sections),
    )
    entries = [plan_entry(each, names[each.function.known_as], names) for each in plans]
    types_entries = [entry for each in declared for entry in each.entries()]
    types_entries += [entry for _, entry in aliases]
    return Written(view, Report((*types_entries, *entries, *skipped)), lent)


def _imports(sections: Sequence[views.Section], imported: Imported) -> Iterator[views.Section]:
    """What the other sections need, in gofmt's order."""
    text = "\n".join(line for section in sections for line in section.view.code)
    groups = [
        tuple(quoted(path) for path in paths if _names(path, text))
        for paths in (_STANDARD, (RUNTIME, f"{RUNTIME}/bind"))
    ]
    groups.append(imported.lines(text) if sections else ())
    if any(groups):
        yield views.Section("imports.go.j2", views.Imports(tuple(filter(None, groups))))


def _names(path: str, text: str) -> bool:
    """Whether something of the package with that path is named in the text."""
    return re.search(rf"\b{path.rpartition('/')[2]}\.", text) is not None


def _variables(codecs: Codecs) -> Iterator[views.Section]:
    rows = [(each.name, each.expression) for each in codecs.variables]
    if len(rows) == 1:
        yield views.Section("variable.go.j2", views.Variable(*rows[0]))
    elif rows:
        width = max(len(name) for name, _ in rows)
        aligned = tuple((name.ljust(width), expression) for name, expression in rows)
        yield views.Section("variables.go.j2", views.Variables(aligned))
