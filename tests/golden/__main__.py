"""Shows what has changed in the golden cases; `--update` makes it what is wanted.

python -m tests.golden [--update] [CASE ...]
"""

from __future__ import annotations

import argparse
import difflib
import sys
from collections.abc import Sequence

from tests.golden.cases import CASES, UPDATE, Case


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.golden", description=__doc__)
    parser.add_argument("--update", action="store_true", help="write the wanted files")
    parser.add_argument("cases", metavar="CASE", nargs="*", help="the cases, if not all")
    options = parser.parse_args(arguments)
    chosen = [case for case in CASES if not options.cases or case.name in options.cases]
    changed = 0
    for case in chosen:
        sys.stdout.writelines(difference(case))
        if options.update:
            names = case.update()
        else:
            names = [name for name in case.wanted | case.outcome() if not _is_same(case, name)]
        changed += bool(names)
    print(f"{len(chosen)} cases, {changed} {'updated' if options.update else 'changed'}")
    if changed and not options.update:
        print(f"look at the differences, and if they are right: {UPDATE}")
    return 1 if changed and not options.update else 0


def difference(case: Case) -> list[str]:
    """A unified diff from the wanted files to those the case comes to now."""
    wanted, outcome = case.wanted, case.outcome()
    lines: list[str] = []
    for name in sorted(wanted.keys() | outcome.keys()):
        lines += difflib.unified_diff(
            wanted.get(name, "").splitlines(keepends=True),
            outcome.get(name, "").splitlines(keepends=True),
            f"{case.name}/want/{name}",
            f"{case.name}/{name} now",
        )
    return lines


def _is_same(case: Case, name: str) -> bool:
    return case.wanted.get(name) == case.outcome().get(name)


if __name__ == "__main__":
    sys.exit(main())
