"""A Python package with the public modules in it, as Go packages that share their types."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol

from gophersnake import model, reader, writer
from gophersnake.errors import GophersnakeError
from gophersnake.project import gomod, homes
from gophersnake.project.discovery import Target, below
from gophersnake.project.generation import Package, shown
from gophersnake.project.memory import Memory
from gophersnake.settings import NONE, Settings
from gophersnake.writer import Borrowed, Foreign, Lending


class Progress(Protocol):
    """Who wants to know how far it is."""

    def expect(self, steps: int) -> None:
        """So many steps more are to come."""

    def step(self, module: str) -> None:
        """A step is done; it was about this module."""


class Silent:
    """A progress that nobody looks at."""

    def expect(self, steps: int) -> None: ...

    def step(self, module: str) -> None: ...


@dataclass(frozen=True, slots=True)
class Prepared:
    packages: list[Package] = field(default_factory=list)
    errors: list[GophersnakeError] = field(default_factory=list)
    """The modules in a package that could not be read cost the others nothing, nor do settings
    that name nothing."""


def prepare(
    target: Target,
    settings: Settings = NONE,
    *,
    search_paths: Sequence[Path] | None = None,
    progress: Progress | None = None,
    memory: Memory | None = None,
) -> Prepared:
    """Read a module, and the public modules in it, and write their Go packages in memory.

    What `memory` remembers of an earlier run, and is still so, is not read or written again.
    Errors: those of the reader and the writer for the module itself, all GophersnakeErrors.
    """
    progress = progress or Silent()
    memory = memory or Memory.none()
    session = reader.Session(target.name, search_paths=search_paths, settings=settings)
    names = session.modules()
    progress.expect(len(names))
    prepared = Prepared()
    modules = []
    for name in names:
        try:
            modules.append(memory.module(session, name, settings))
        except GophersnakeError as error:
            if name == session.name:
                raise
            prepared.errors.append(error)
        progress.step(name)
    prepared.errors.extend(session.mistakes())
    modules = [each for each in modules if each.name == session.name or not _is_empty(each)]
    settled = homes.settle(homes.worthwhile(modules))
    progress.expect(len(settled))
    group = _Group(session.name, target, settled, memory)
    for package in group.packages():
        prepared.packages.append(package)
        progress.step(package.module.name)
    prepared.packages.sort(key=lambda each: each.module.name)
    return prepared


def _is_empty(module: model.Module) -> bool:
    return not module.functions and not module.offers


class _Group:
    """The modules of one package; the first of them, `root`, may carry the sources of all."""

    def __init__(
        self, root: str, target: Target, settled: Sequence[homes.Settled], memory: Memory
    ) -> None:
        self._root = root
        self._settled = settled
        self._memory = memory
        module = next(each.module for each in settled if each.module.name == root)
        self._folder = target.folder or shown(Path(writer.default_folder(module)))
        self._lent: dict[str, Foreign] = {}
        self._wanted: dict[str, set[str]] = {}
        for each in settled:
            for path, home in each.homes.items():
                self._wanted.setdefault(home, set()).add(path)

    def packages(self) -> Iterator[Package]:
        for each in self._settled:
            module = each.module
            folder = self._folder_of(module.name)
            wanted = tuple(sorted(self._wanted.get(module.name, ())))
            output = self._memory.output(
                module,
                # As text it has to be like the sources' own paths, which have no dots.
                Path(os.path.abspath(folder)),
                Borrowed(
                    {path: self._lent[path] for path in each.homes},
                    each.aliases,
                    self._import_path(module.carrier) if module.carrier else "",
                ),
                Lending(self._import_path(module.name) if wanted else "", wanted),
            )
            self._lent.update(output.lent)
            yield Package(module, folder, output)

    def _folder_of(self, name: str) -> Path:
        return below(self._folder, name.split(".")[self._root.count(".") + 1 :])

    def _import_path(self, name: str) -> str:
        """What the Go package of a module is imported by."""
        folder = self._folder_of(name)
        project = gomod.enclosing(folder)
        if project is None:
            raise GophersnakeError(
                f"{self._root}: its Go packages import each other, and no go.mod says by what path",
                "go mod init PATH, then generate again",
            )
        path = folder.resolve().relative_to(project.folder).as_posix()
        return project.module if path == "." else f"{project.module}/{path}"
