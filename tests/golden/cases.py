"""The golden cases: Python modules, and the Go packages they are to become.

A case is a folder in `testdata/` with a Python module or package (or a file `target.txt` with
the name of an installed module), and the wanted outcome in `want/`: the Go files and
`report.txt`, or `error.txt`.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from gophersnake import reader, writer
from gophersnake.errors import GophersnakeError

TESTDATA = Path(__file__).resolve().parent / "testdata"
UPDATE = "python -m tests.golden --update"


@dataclass(frozen=True, slots=True)
class Case:
    name: str

    @property
    def folder(self) -> Path:
        return TESTDATA / self.name

    @property
    def wanted(self) -> dict[str, str]:
        """The wanted files: path and text."""
        want = self.folder / "want"
        return {
            path.relative_to(want).as_posix(): path.read_text(encoding="utf-8")
            for path in sorted(want.rglob("*"))
            if path.is_file()
        }

    def outcome(self) -> dict[str, str]:
        """The files that the case comes to now."""
        try:
            output = self.render()
        except GophersnakeError as error:
            return {"error.txt": f"{error}\n"}
        return {**output.files, "report.txt": _told(output)}

    def render(self) -> writer.Output:
        with _working_in(self.folder):
            return writer.render(reader.read(self._target()))

    def write(self, folder: Path) -> writer.Output:
        """Writes the whole Go package, with the sources it embeds."""
        output = self.render()
        folder.mkdir(parents=True)
        package = self.folder / self._target()
        if package.is_dir():
            _copy(_files(package), folder)
        _copy({path: Path(file).read_bytes() for path, file in output.copies.items()}, folder)
        _copy({path: text.encode() for path, text in output.files.items()}, folder)
        return output

    def update(self) -> list[str]:
        """Makes the wanted files what the case comes to; the names of those that changed."""
        before, after = self.wanted, self.outcome()
        want = self.folder / "want"
        for name in before.keys() - after.keys():
            (want / name).unlink()
        _copy({name: text.encode() for name, text in after.items()}, want)
        return sorted(
            name for name in before.keys() | after.keys() if before.get(name) != after.get(name)
        )

    def _target(self) -> str:
        named = self.folder / "target.txt"
        if named.exists():
            return named.read_text(encoding="utf-8").strip()
        (source,) = (path for path in self.folder.iterdir() if _is_source(path))
        return source.name


CASES = [Case(path.name) for path in sorted(TESTDATA.iterdir()) if path.is_dir()]


def _is_source(path: Path) -> bool:
    return path.suffix == ".py" or (path / "__init__.py").exists()


def _told(output: writer.Output) -> str:
    lines = [f"package {output.package}"]
    lines += [f"copy {path}" for path in sorted(output.copies)]
    for entry in output.report.entries:
        go_name = f" -> {entry.go_name}" if entry.go_name else ""
        lines.append(f"{entry.location}: {entry.name}{go_name}: {entry.status.value}")
        lines += [f"    {line}" for line in (*entry.reasons, *entry.notes)]
    return "\n".join(lines) + "\n"


def _files(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*.py")
        if path.is_file()
    }


def _copy(files: Mapping[str, bytes], folder: Path) -> None:
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


@contextmanager
def _working_in(folder: Path) -> Iterator[None]:
    """So that the places in messages do not depend on where the checkout is."""
    before = Path.cwd()
    os.chdir(folder)
    try:
        yield
    finally:
        os.chdir(before)
