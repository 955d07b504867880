"""Declared classes that several Go packages use: one package has them, the others import them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from gophersnake.model import Class, Declaration, Module, Named, Record, Variable
from gophersnake.writer import views
from gophersnake.writer.belongings import Belonging, belongings
from gophersnake.writer.codecs import Codecs
from gophersnake.writer.generics import applied, declared, of_class
from gophersnake.writer.gotext import quoted
from gophersnake.writer.output import Entry, Status, Subject
from gophersnake.writer.scope import Scope
from gophersnake.writer.types import PLAIN, Codec, Form, Mapped, Mapper, Mappers
from gophersnake.writer.types.mapped import Nil, Place
from gophersnake.writer.types.named import instantiated
from gophersnake.writer.types.rules import ElementForm
from gophersnake.writer.words import exported, unexported


@dataclass(frozen=True, slots=True)
class Foreign:
    """A declared class in the Go package that has it."""

    package: str
    """The package's name."""
    path: str
    """What it is imported by."""
    go: str
    """The name of the type there."""
    values: Mapping[Place, Mapped]
    keys: Mapping[Place, Mapped | None]
    """As a dict key or set element, if it can be one. Codecs have their names in that package."""
    variables: tuple[Variable, ...] = ()
    """The type variables of a generic class, which has no codec: it is found by its Go type."""
    nil: Nil = Nil.OWN
    """Of a generic class: what None is where it is optional."""
    element: Mapped | None = None
    """As the elements of arrays: of a dtype, which is nothing else."""
    belongings: tuple[Belonging, ...] = ()


@dataclass(frozen=True, slots=True)
class Borrowed:
    """What a package uses of others."""

    classes: Mapping[str, Foreign] = field(default_factory=dict)
    """By the paths types refer to them with."""
    aliases: tuple[Declaration, ...] = ()
    """Those that are public names of the module: they get a name in its package too."""
    carrier: str = ""
    """What the package is imported by that carries the module's sources, if another does."""


@dataclass(frozen=True, slots=True)
class Lending:
    """What other packages use of this one."""

    path: str = ""
    """What the package is imported by."""
    paths: tuple[str, ...] = ()
    """The declared classes, by the paths types refer to them with."""


class Imported:
    """The packages of others that one package imports, each by a name of its own."""

    def __init__(self, borrowed: Borrowed, scope: Scope) -> None:
        self._borrowed = borrowed
        packages = {each.path: each.package for each in borrowed.classes.values()}
        self._names = {path: scope.give(name) for path, name in sorted(packages.items())}
        self._aliases: list[tuple[str, Foreign]] = []

    def forms(self) -> dict[str, Form]:
        found: dict[str, Form] = {}
        for path, foreign in self._borrowed.classes.items():
            form = _ForeignForm if foreign.element is None else _ForeignElement
            found[path] = form(foreign, self._names[foreign.path])
        return found

    def aliases(self, scope: Scope) -> Iterator[tuple[views.Section, Entry]]:
        """Yield the other names of classes of others, and their lines of the report."""
        for declaration in sorted(self._borrowed.aliases, key=lambda each: each.path):
            foreign = self._borrowed.classes[declaration.path]
            there = f"{self._names[foreign.path]}.{foreign.go}"
            name = scope.give(exported(declaration.name.replace(".", "_")))
            doc = f"// {name} is [{there}]; its methods are there."
            own = of_class(foreign.variables, PLAIN.fields)
            view = views.Alias("type", name + declared(own), (doc,), there + applied(own))
            self._aliases.append((name, foreign))
            entry = Entry(
                declaration.name,
                Status.MAPPED,
                declaration.location,
                subject=Subject.TYPE,
                go_name=name,
                notes=(f"another name of {there}",),
            )
            yield views.Section("alias.go.j2", view), entry

    def beside(self, scope: Scope) -> Iterator[views.Section]:
        """Yield what belongs to those classes, where the package has nothing else of that name.
        Comes after all that the package names itself."""
        for alias, foreign in self._aliases:
            for each in foreign.belongings:
                name = each.name.replace(foreign.go, alias, 1)
                there = f"{self._names[foreign.path]}.{each.name}"
                if scope.is_free(name):
                    doc = each.doc if name == each.name else ()
                    doc = doc or (f"// {name} is [{there}].",)
                    view = views.Alias(each.keyword, scope.give(name), doc, there)
                    yield views.Section("alias.go.j2", view)

    def lines(self, code: str) -> tuple[str, ...]:
        """The lines of the import declaration, for what the code uses."""
        used = {
            path: name
            for path, name in self._names.items()
            if re.search(rf"(?<![\w.]){name}\.", code)
        }
        carrier = self._borrowed.carrier
        blank = {carrier: "_"} if carrier and carrier not in used else {}
        return tuple(
            quoted(path) if path.rpartition("/")[2] == name else f"{name} {quoted(path)}"
            for path, name in sorted({**used, **blank}.items())
        )


@dataclass(frozen=True)
class _ForeignForm:
    foreign: Foreign
    package: str

    @property
    def variables(self) -> tuple[Variable, ...]:
        return self.foreign.variables

    def value(self, type: Named, mapper: Mapper) -> Mapped:
        if self.variables:
            go = f"{self.package}.{self.foreign.go}"
            name = unexported(f"{self.package}_{self.foreign.go}")
            return instantiated(go, name, self.variables, type, mapper, self.foreign.nil)
        return self._there(self.foreign.values[mapper.place])

    def key(self, _type: Named, mapper: Mapper) -> Mapped | None:
        key = None if self.variables else self.foreign.keys.get(mapper.place)
        return None if key is None else self._there(key)

    def _there(self, mapped: Mapped) -> Mapped:
        codec = f"{self.package}.{mapped.codec.expression}"
        return replace(
            mapped,
            go=re.sub(rf"\b{self.foreign.go}\b", f"{self.package}.{self.foreign.go}", mapped.go),
            codec=Codec(f"{unexported(self.package)}{mapped.codec.title}", codec),
        )


class _ForeignElement(_ForeignForm):
    def value(self, _type: Named, mapper: Mapper) -> Mapped:
        return self.foreign.values[mapper.place]

    def element(self) -> Mapped:
        assert self.foreign.element is not None
        return self._there(self.foreign.element)


def lend(
    module: Module,
    lending: Lending,
    package: str,
    types: Mappers,
    codecs: Codecs,
    scope: Scope,
    written: Mapping[str, Sequence[views.Section]],
) -> tuple[dict[str, Foreign], list[views.Section]]:
    """What a package lends of its own classes, by path, and the codecs it exports for that.
    `written` has the sections of each of its classes, by path."""
    lent: dict[str, Foreign] = {}
    sections: list[views.Section] = []
    for declaration in sorted(module.declarations, key=lambda each: each.path):
        if declaration.path not in lending.paths:
            continue
        if isinstance(declaration, (Class, Record)) and declaration.variables:
            lent[declaration.path] = _generic(declaration, package, lending, types)
            continue
        named = Named(declaration.path)
        form = types.results.forms[declaration.path]
        element = form.element() if isinstance(form, ElementForm) else None
        go = (element or types.results.value(named)).go.lstrip("*")
        given: dict[str, str] = {}

        def there(mapped: Mapped, go: str = go, given: dict[str, str] = given) -> Mapped:
            expression = codecs.use(mapped.codec)
            if expression not in given:
                given[expression] = scope.give(f"{go}Codec")
                doc = f"// {given[expression]} is for the generated packages of other modules."
                view = views.Documented(given[expression], (doc,), expression)
                sections.append(views.Section("documented.go.j2", view))
            return replace(mapped, codec=Codec(mapped.codec.name, given[expression]))

        mappers = (types.parameters, types.results, types.fields, types.cases)
        if element is not None:
            objects = {each.place: each.value(named) for each in mappers}
            lent[declaration.path] = Foreign(
                package, lending.path, go, objects, {}, element=there(element)
            )
            continue
        values = {each.place: there(each.value(named)) for each in mappers}
        keys = {each.place: each.key(named) for each in mappers}
        lent[declaration.path] = Foreign(
            package,
            lending.path,
            go,
            values,
            {place: None if key is None else there(key) for place, key in keys.items()},
            belongings=tuple(belongings(written[declaration.path])),
        )
    return lent, sections


def _generic(declared: Class | Record, package: str, lending: Lending, types: Mappers) -> Foreign:
    itself = types.results.value(Named(declared.path, declared.variables))
    go = itself.go.lstrip("*").partition("[")[0]
    return Foreign(package, lending.path, go, {}, {}, declared.variables, nil=itself.nil)
