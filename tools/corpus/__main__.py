"""python -m tools.corpus [--only NAME ...] [--folder DIR] [--reasons N] [--record]"""

from __future__ import annotations

import argparse
import sys
import sysconfig
from collections import Counter
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from pathlib import Path

from tools.corpus import coverage, manifest, vetting
from tools.corpus.generating import Outcome, generate
from tools.corpus.manifest import Part
from tools.pythons import cache
from tools.pythons.venvs import Environment


def main(arguments: list[str] | None = None) -> int:
    """Take part by part: what is done stays done if a later one fails, or if it is ended."""
    given = _parser().parse_args(arguments)
    folder = given.folder or cache.folder().parent / "corpus"
    parts = manifest.parts(given.only)
    search = _environment(folder) if any(not part.is_library for part in parts) else ()
    vetting.prepare(folder / "go")
    total = Outcome()
    failed = False
    for part in parts:
        outcome = _generate(part, folder, search, given.jobs)
        vetting.clear(folder / "go" / part.folder, outcome.files)
        complaints = vetting.complaints(folder / "go", part.folder, given.jobs)
        for each in (*outcome.crashes, complaints):
            if each:
                print(each, file=sys.stderr)
        failed |= bool(outcome.crashes or complaints)
        if given.record and part.is_whole and not outcome.crashes and not complaints:
            coverage.record({part.name: outcome}, [each.name for each in manifest.parts()])
        print(coverage.table({part.name: outcome}), flush=True)
        total.add(outcome)
    _print_reasons(total.reasons, given.reasons)
    for each in total.refused:
        print(f"refused: {each}")
    return 1 if failed else 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tools.corpus", description=__doc__)
    parser.add_argument(
        "--only", nargs="+", metavar="NAME", help="stdlib, modules of it, or distributions"
    )
    parser.add_argument("--folder", type=Path, help="where all of it is kept; else in the cache")
    parser.add_argument("--jobs", type=int, default=None, help="how many processes at a time")
    parser.add_argument("--reasons", type=int, default=20, help="how many reasons are shown")
    parser.add_argument("--record", action="store_true", help="write the shares into the docs")
    return parser


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


def _generate(part: Part, folder: Path, search: Sequence[Path], jobs: int | None) -> Outcome:
    outcome = Outcome()
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) as pool:
        running = {
            pool.submit(
                generate,
                module,
                folder / "go" / part.folder / module,
                () if part.is_library else tuple(search),
                folder / "memory",
            ): module
            for module in part.modules
        }
        for count, done in enumerate(as_completed(running), 1):
            module = running[done]
            try:
                outcome.add(done.result())
            except BrokenProcessPool as error:  # killed, for the memory it took perhaps
                outcome.crashes.append(f"{module}, or one beside it: {error}")
            print(f"{part.name}: {count}/{len(running)} {module}", file=sys.stderr)
    return outcome


def _print_reasons(reasons: Counter[str], most: int) -> None:
    if reasons and most:
        print("the most frequent reasons for objects, in functions:")
        for reason, count in reasons.most_common(most):
            print(f"{count:7,}  {reason}")


if __name__ == "__main__":
    sys.exit(main())
