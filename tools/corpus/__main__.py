"""python -m tools.corpus [--only NAME ...] [--folder DIR] [--reasons N] [--record]"""

from __future__ import annotations

import argparse
import sys
import sysconfig
from collections import Counter
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from pathlib import Path

from tools.corpus import coverage, manifest, vetting
from tools.corpus.generating import Outcome, generate
from tools.pythons import cache
from tools.pythons.venvs import Environment

LIBRARY = "the standard library"


def main(arguments: list[str] | None = None) -> int:
    given = _parser().parse_args(arguments)
    folder = given.folder or cache.folder().parent / "corpus"
    wanted = _wanted(given.only)
    search = _environment(folder) if any(name != LIBRARY for name in wanted) else ()
    vetting.prepare(folder / "go")
    outcomes = _generate(wanted, folder, search, given.jobs)
    total = Outcome()
    for outcome in outcomes.values():
        total.add(outcome)
    vetting.clear(folder / "go", total.files)
    print(coverage.table(outcomes))
    _print_reasons(total.reasons, given.reasons)
    for each in total.refused:
        print(f"refused: {each}")
    complaints = vetting.complaints(folder / "go")
    for each in (*total.crashes, complaints):
        if each:
            print(each, file=sys.stderr)
    if total.crashes or complaints:
        return 1
    if given.record:
        coverage.record(coverage.table(outcomes))
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tools.corpus", description=__doc__)
    parser.add_argument(
        "--only", nargs="+", metavar="NAME", help="stdlib, modules of it, or distributions"
    )
    parser.add_argument("--folder", type=Path, help="where all of it is kept; else in the cache")
    parser.add_argument("--jobs", type=int, default=None, help="how many processes generate")
    parser.add_argument("--reasons", type=int, default=20, help="how many reasons are shown")
    parser.add_argument("--record", action="store_true", help="write the shares into the docs")
    return parser


def _wanted(only: list[str] | None) -> dict[str, tuple[str, ...]]:
    """Return the modules to generate, by the package they belong to."""
    library = manifest.library()
    if only is not None and "stdlib" not in only:
        library = [name for name in library if name in only]
    found = {LIBRARY: tuple(library)} if library else {}
    for each in manifest.distributions():
        if each.modules and (only is None or each.name in only):
            found[f"{each.name} {each.version}"] = each.modules
    return found


def _environment(folder: Path) -> tuple[Path, ...]:
    """Return the folders to import the packages of the manifest from, which are installed."""
    environment = Environment(str(folder / "venv"))
    environment.make(sys.executable)
    environment.install(["--quiet", *(each.requirement for each in manifest.distributions())])
    places = sysconfig.get_paths(
        "venv" if "venv" in sysconfig.get_scheme_names() else "posix_prefix",
        {"base": environment.folder, "platbase": environment.folder},
    )
    return tuple(dict.fromkeys(Path(places[key]) for key in ("purelib", "platlib")))


def _generate(
    wanted: dict[str, tuple[str, ...]], folder: Path, search: tuple[Path, ...], jobs: int | None
) -> dict[str, Outcome]:
    outcomes = {name: Outcome() for name in wanted}
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) as pool:
        running = {
            pool.submit(
                generate,
                module,
                folder / "go" / _folder(name) / module,
                () if name == LIBRARY else search,
                folder / "memory",
            ): (name, module)
            for name, modules in wanted.items()
            for module in modules
        }
        for count, done in enumerate(as_completed(running), 1):
            name, module = running[done]
            try:
                outcomes[name].add(done.result())
            except BrokenProcessPool as error:  # killed, for the memory it took perhaps
                outcomes[name].crashes.append(f"{module}, or one beside it: {error}")
            print(f"{count}/{len(running)} {module}", file=sys.stderr)
    return outcomes


def _folder(name: str) -> str:
    return "library" if name == LIBRARY else name.partition(" ")[0].replace("-", "_")


def _print_reasons(reasons: Counter[str], most: int) -> None:
    if reasons and most:
        print("the most frequent reasons for objects, in functions:")
        for reason, count in reasons.most_common(most):
            print(f"{count:7,}  {reason}")


if __name__ == "__main__":
    sys.exit(main())
