"""What pyproject.toml cannot say: the bridge's extension, and the Go source in the wheel."""

from __future__ import annotations

import sys
from pathlib import Path

from setuptools import Extension, setup
from setuptools.command.build_py import build_py

ROOT = Path(__file__).resolve().parent
BRIDGE = Path("src/gophersnake/bridge")

sys.path.insert(0, str(ROOT / "src"))
from gophersnake import gosource  # noqa: E402


def bridge() -> list[Extension]:
    """The extension module `gophersnake.bridge`, compiled by Cython."""
    from Cython.Build import cythonize

    sources = sorted((ROOT / BRIDGE).glob("*.pyx"))
    chosen = [source for source in sources if source.stem == "bridge"] or sources
    if len(chosen) != 1:
        found = ", ".join(source.name for source in sources) or "none"
        raise SystemExit(f"setup.py: {BRIDGE} must hold bridge.pyx, or one .pyx; found {found}")
    parts = [
        path.relative_to(ROOT).as_posix()
        for path in sorted((ROOT / BRIDGE).rglob("*"))
        if path.suffix in {".pyx", ".pxd", ".pxi", ".h"}
    ]
    extension = Extension(
        "gophersnake.bridge",
        [chosen[0].relative_to(ROOT).as_posix()],
        include_dirs=[BRIDGE.as_posix()],
        # Calls into libpython go straight through its table, not over a stub each.
        extra_compile_args=[] if sys.platform == "win32" else ["-O3", "-fno-plt"],
        depends=parts,
    )
    modules: list[Extension] = cythonize(
        [extension],
        build_dir="build/cython",
        include_path=[BRIDGE.as_posix()],
        language_level=3,
    )
    return modules


class BuildWithGo(build_py):
    """Puts the Go runtime's source into the package as `gophersnake/_go`.

    An editable install needs no copy: there the source is found in the checkout.
    """

    def run(self) -> None:
        super().run()
        if not self.editable_mode:
            gosource.copy(ROOT, self.go_target)

    @property
    def go_target(self) -> Path:
        return Path(self.build_lib) / "gophersnake" / "_go"

    def get_outputs(self, include_bytecode: bool = True) -> list[str]:
        outputs: list[str] = super().get_outputs(include_bytecode)
        if not self.editable_mode:
            outputs += [str(self.go_target / name) for name in gosource.files(ROOT)]
        return outputs


setup(ext_modules=bridge(), cmdclass={"build_py": BuildWithGo})
