"""Random modules of random types: generated, compiled, and every value taken on a trip.

`make test` draws a few modules, `make properties` goes on until it is stopped.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import HealthCheck, Phase, given, settings

from gophersnake import golang
from tests.golden import gomodule
from tests.properties.modules import COMPARED, NAME, Module, modules

EXAMPLES = int(os.environ.get("GOPHERSNAKE_EXAMPLES", "2"))


@settings(
    max_examples=EXAMPLES,
    deadline=None,
    database=None,
    phases=[Phase.generate],  # each example is a build: too slow to shrink
    suppress_health_check=list(HealthCheck),
)
@given(modules())
def test_values_of_random_types_come_back_the_same(module: Module) -> None:
    with TemporaryDirectory() as folder:
        done = _run(module, gomodule.empty(Path(folder)).folder)
    assert (done.returncode, done.stdout) == (0, "all the same\n"), (
        f"{done.stdout}{done.stderr}\n{module.python}"
    )


def _run(module: Module, folder: Path) -> subprocess.CompletedProcess[str]:
    """Generate, build and run; the result of the first step that fails, or of the last."""
    (folder / NAME).mkdir()
    (folder / NAME / "__init__.py").write_text(module.python, "utf-8")
    (folder / "compared.py").write_text(COMPARED, "utf-8")
    (folder / "main.go").write_text(module.go, "utf-8")
    go = str(golang.find().go)
    commands = (
        [sys.executable, "-m", "gophersnake", "generate", NAME],
        [go, "build", "-o", "trips.exe", "."],
        ["./trips.exe"],
    )
    environment = {
        **os.environ,
        "GOFLAGS": "",
        "GOWORK": "",
        "PYTHONPATH": str(folder),
        "GOPHERSNAKE_PYTHON": sys.executable,
    }
    for command in commands:
        done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True)
        if done.returncode:
            break
    return done
