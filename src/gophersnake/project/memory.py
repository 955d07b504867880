"""What is remembered from one run to the next, so that only what has changed is done again.

Two things are kept for each module, in the user's cache: what was read, together with the digest of
each file it was read from; and the Go package that was written of it. A class that several modules
use is kept once for all of them. They are found by a key of all else that decides: this version of
gophersnake and of Python, the settings, and for a Go package everything it was written from. A file
that cannot be read back, for whatever reason, is as good as none.
"""

from __future__ import annotations

import contextlib
import hashlib
import pickle
import sys
import tempfile
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from gophersnake import __version__, model, reader, writer
from gophersnake.settings import Settings
from gophersnake.writer import Borrowed, Lending, Output


@dataclass(frozen=True)
class _Read:
    """A module as it was read, and the texts that it was read from."""

    module: model.Module
    """Without its declarations."""
    declarations: tuple[str, ...]
    """The keys that these are found by."""
    texts: dict[str, str]
    """Of each module that was asked for, the files and their digests; empty where there was
    no such module."""


class Memory:
    """Remembers in `folder`; without one it remembers nothing.

    Reading and writing go through it. It is for one thread; several processes may use the
    same folder, since each file in it is written as a whole.
    """

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder
        self._digests: dict[Path, str] = {}
        self._kept: dict[int, tuple[model.Declaration, str]] = {}
        self._found: dict[str, object] = {}

    @classmethod
    def none(cls) -> Memory:
        return cls(None)

    def module(self, session: reader.Session, name: str, settings: Settings) -> model.Module:
        """The module, read by `session` unless it is remembered. Errors: the session's."""
        if self._folder is None:
            return session.read(name)
        key = _key("module", str(Path.cwd()), session.place(name), sorted(sys.path), settings)
        known = self._load(key)
        if isinstance(known, _Read) and self._is_current(known, session):
            found = [self._declaration(each) for each in known.declarations]
            declarations = tuple(each for each in found if isinstance(each, model.Declaration))
            if len(declarations) == len(found):
                return replace(known.module, declarations=declarations)
        module = session.read(name)
        texts = {asked: self._text(asked, session) for asked in session.asked()}
        kept = tuple(self._keep(each) for each in module.declarations)
        self._save(key, _Read(replace(module, declarations=()), kept, texts))
        return module

    def output(
        self, module: model.Module, folder: Path, borrowed: Borrowed, lending: Lending
    ) -> Output:
        """The Go package of a module, written unless it is remembered. Errors: the writer's."""
        if self._folder is None:
            return writer.render(module, folder=folder, borrowed=borrowed, lending=lending)
        key = _key("output", module, folder, borrowed, lending)
        known = self._load(key)
        if isinstance(known, Output):
            return known
        output = writer.render(module, folder=folder, borrowed=borrowed, lending=lending)
        self._save(key, output)
        return output

    def _keep(self, declaration: model.Declaration) -> str:
        """Remember a declaration; return its key. Modules that share it have the same object."""
        if id(declaration) not in self._kept:
            content = pickle.dumps(declaration, pickle.HIGHEST_PROTOCOL)
            key = _key("declaration", content)
            self._write(key, content)
            self._kept[id(declaration)] = (declaration, key)  # it stays, so its id is no other's
        return self._kept[id(declaration)][1]

    def _declaration(self, key: str) -> object:
        if key not in self._found:
            self._found[key] = self._load(key)
        return self._found[key]

    def _is_current(self, known: _Read, session: reader.Session) -> bool:
        texts = known.texts.items()
        return session.carries(known.module) and all(
            self._text(name, session) == before for name, before in texts
        )

    def _text(self, name: str, session: reader.Session) -> str:
        """What a module says: its stub and its source, each by path and digest."""
        return "\n".join(f"{path} {self._digest(path)}" for path in session.files(name))

    def _digest(self, path: Path) -> str:
        if path not in self._digests:
            try:
                self._digests[path] = hashlib.sha256(path.read_bytes()).hexdigest()
            except OSError:
                self._digests[path] = ""
        return self._digests[path]

    def _load(self, key: str) -> Any:
        assert self._folder is not None
        try:
            return pickle.loads((self._folder / key[:2] / key).read_bytes())
        except Exception:  # whatever a file says that was cut off, or is of another time
            return None

    def _save(self, key: str, value: object) -> None:
        self._write(key, pickle.dumps(value, pickle.HIGHEST_PROTOCOL))

    def _write(self, key: str, content: bytes) -> None:
        """Remember what `_load` reads; a full disk, say, is nobody's error here."""
        assert self._folder is not None
        path = self._folder / key[:2] / key
        with contextlib.suppress(OSError):
            path.parent.mkdir(parents=True, exist_ok=True)
            with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as made:
                made.write(content)
            Path(made.name).replace(path)


def _key(*parts: object) -> str:
    """A digest of all parts, of this version of gophersnake, and of this Python."""
    return hashlib.sha256(repr((_SELF, sys.version, parts)).encode()).hexdigest()


def _own_digest() -> str:
    """Of an editable install the version says nothing: what it is made of does."""
    total = hashlib.sha256(__version__.encode())
    root = Path(__file__).resolve().parents[1]
    for path in sorted([*root.rglob("*.py"), *root.rglob("*.j2")]):
        status = path.stat()
        total.update(f"{path.relative_to(root)} {status.st_size} {status.st_mtime_ns}\n".encode())
    return total.hexdigest()


_SELF = _own_digest()
