"""A user outside the repository: install the wheel, make a project, build it, run it."""

from __future__ import annotations

import json
import struct
import subprocess
from pathlib import Path

import pytest

from gophersnake import golang, gosource
from tests.packaging.conftest import ROOT, Installed, environment, run


@pytest.fixture(scope="module")
def project(installed: Installed, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("user")
    installed.gophersnake("init", "hello", cwd=folder)
    return folder / "hello"


def _go(*arguments: str, cwd: Path, **variables: str) -> str:
    return run(str(golang.find().go), *arguments, cwd=cwd, **variables).stdout


def test_the_new_project_runs(installed: Installed, project: Path) -> None:
    done = installed.gophersnake("run", ".", cwd=project)
    assert done.stdout == "Hello, Go!\n"
    assert done.stderr == ""


def test_nothing_comes_from_the_checkout(installed: Installed, project: Path) -> None:
    told = json.loads(installed.gophersnake("doctor", "--json", cwd=project).stdout)
    assert told["healthy"]
    places = {check["name"]: check["found"] for check in told["checks"]}
    del places["go"]  # on a machine without Go it is the tests' own
    assert str(ROOT) not in str(places)


def test_the_generated_code_is_fresh(installed: Installed, project: Path) -> None:
    installed.gophersnake("generate", "--check", cwd=project)


@pytest.mark.parametrize("cgo", ["0", "1"])
def test_go_build_alone_is_enough(
    installed: Installed, project: Path, tmp_path: Path, cgo: str
) -> None:
    _go("build", cwd=project, CGO_ENABLED=cgo)
    program = project / "hello"
    python = str(installed.bin / "python")
    assert run(str(program), cwd=tmp_path, GOPHERSNAKE_PYTHON=python).stdout == "Hello, Go!\n"
    program.unlink()


def test_the_oldest_go_that_is_promised_will_do(
    installed: Installed, project: Path, tmp_path: Path
) -> None:
    """It comes from Go's module proxy. What it lacks, a newer one does not notice."""
    oldest = gosource.go_version(ROOT)
    program = tmp_path / "hello"
    go = {"GOTOOLCHAIN": f"go{oldest}", "CGO_ENABLED": "0"}
    _go("build", "-trimpath", "-buildmode=pie", "-o", str(program), cwd=project, **go)
    assert f"go{oldest}" in _go("version", str(program), cwd=project)
    python = str(installed.bin / "python")
    assert run(str(program), cwd=tmp_path, GOPHERSNAKE_PYTHON=python).stdout == "Hello, Go!\n"


def test_a_program_that_is_linked_statically_says_so(
    installed: Installed, project: Path, tmp_path: Path
) -> None:
    program = tmp_path / "hello"
    static = ("-ldflags", "-linkmode external -extldflags -static")
    _go("build", *static, "-o", str(program), cwd=project, CGO_ENABLED="1")
    variables = {**environment(), "GOPHERSNAKE_PYTHON": str(installed.bin / "python")}
    done = subprocess.run([program], env=variables, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert ": this program is linked statically; build it without -static, or with " in done.stderr


def test_the_project_is_clean_go(project: Path) -> None:
    assert run(str(golang.find().gofmt), "-l", ".", cwd=project).stdout == ""
    assert _go("vet", "./...", cwd=project) == ""
    assert _go("mod", "tidy", "-diff", cwd=project) == ""


@pytest.mark.parametrize(
    ("system", "machine"), [("linux", "arm64"), ("darwin", "arm64"), ("windows", "amd64")]
)
def test_it_cross_compiles(project: Path, tmp_path: Path, system: str, machine: str) -> None:
    program = tmp_path / "hello"
    _go(
        *("build", "-o", str(program)),
        cwd=project,
        CGO_ENABLED="0",
        GOOS=system,
        GOARCH=machine,
    )
    assert _target(program.read_bytes()) == (system, machine)


def _target(program: bytes) -> tuple[str, str]:
    """What an executable's header says it is for (ELF, Mach-O, PE)."""
    if program[:4] == b"\x7fELF":
        (machine,) = struct.unpack_from("<H", program, 18)
        return "linux", {183: "arm64"}[machine]
    if program[:4] == b"\xcf\xfa\xed\xfe":
        (machine,) = struct.unpack_from("<I", program, 4)
        return "darwin", {0x0100000C: "arm64"}[machine]
    assert program[:2] == b"MZ"
    (header,) = struct.unpack_from("<I", program, 0x3C)
    (machine,) = struct.unpack_from("<H", program, header + 4)
    return "windows", {0x8664: "amd64"}[machine]


def test_a_program_with_a_typed_module_of_the_users_own(
    installed: Installed, project: Path, tmp_path: Path
) -> None:
    """Any Go module gets the runtime, and any Python module its Go package."""
    (tmp_path / "go.mod").write_text("module example.com/own\n\ngo 1.21\n", encoding="utf-8")
    (tmp_path / "stats.py").write_text(
        "def mean(data: list[float]) -> float:\n    return sum(data) / len(data)\n",
        encoding="utf-8",
    )
    (tmp_path / "main.go").write_text(
        """package main

import (
	"context"
	"fmt"

	"example.com/own/stats"
)

func main() {
	fmt.Println(stats.Mean(context.Background(), []float64{1, 2, 6}))
}
""",
        encoding="utf-8",
    )
    installed.gophersnake("update", cwd=tmp_path)
    assert installed.gophersnake("run", ".", cwd=tmp_path).stdout == "3 <nil>\n"
