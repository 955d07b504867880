"""Measure gophersnake against plain C, against its peers, and against Python itself.

    python bench/run.py                       the whole table, for the Python that runs this
    python bench/run.py --only 'call_*'       some rows
    python bench/run.py --python A --python B the Pythons named, each with numpy

A full run writes ``results/latest.json``, and from it the tables in the README and the
documentation. The table of limits is ``driver/limits.py``. README.md tells how it is measured.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import shlex
import sys
from fnmatch import fnmatchcase
from pathlib import Path

from driver import freethreaded, rounds, start
from driver.build import BENCH, BuildError, Built, build
from driver.limits import GATES, LIMITS, PARALLEL, START, Limit
from driver.machine import describe
from driver.published import LATEST, publish
from driver.rows import Judged, document, judge, judge_start, unmeasured
from driver.table import summary, table
from driver.target import Target, TargetError
from driver.worker import Worker, WorkerError
from rich.console import Console
from rich.progress import Progress

_WIDTH = 120
"""Of output that is not a terminal, which does not tell."""


def main() -> int:
    """Run the command line; returns the exit status."""
    options = _parse()
    console = Console() if sys.stdout.isatty() else Console(width=_WIDTH)
    try:
        targets = [Target.ask(python) for python in options.python or [Path(sys.executable)]]
        if options.env:
            for name, value in targets[0].cgo_environment().items():
                print(f"export {name}={shlex.quote(value)}")
            return 0
        return _measure(console, targets, options)
    except (
        *(TargetError, BuildError, WorkerError),
        *(start.StartError, freethreaded.FreeThreadedError),
    ) as error:
        Console(stderr=True).print(f"bench: {error}", style="red", markup=False)
        return 1


def _parse() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    add = parser.add_argument
    add("--python", type=Path, action="append", help="a Python to measure; may be repeated")
    add("--only", metavar="PATTERN", default="*", help="measure only rows that match")
    add("--rounds", type=int, default=30, help="stretches for each way of each row (30)")
    add("--stretch", type=float, default=5, help="milliseconds of a stretch (5)")
    add("--output", type=Path, help=f"where to write; a full run writes {LATEST.name} itself")
    add("--strict", action="store_true", help="exit 2 if a row is over its limit or missing")
    add("--env", action="store_true", help="print the variables that go build and go vet need")
    return parser.parse_args()


def _measure(console: Console, targets: list[Target], options: argparse.Namespace) -> int:
    parallel = fnmatchcase(PARALLEL.name, options.only)
    free = next((one for one in targets if one.free_threaded), None)
    if parallel and free is None:
        with console.status("making an environment of a free-threaded Python"):
            free = freethreaded.find()
    machine = describe([*targets, *([free] if free and parallel else [])])
    limits = [limit for limit in LIMITS if fnmatchcase(limit.name, options.only)]
    judged: list[Judged] = []
    started = fnmatchcase(START.name, options.only)
    for target in targets if limits or started else []:
        with console.status(f"building for Python {target.version}"):
            built = build(target)
        rows = _rows(console, target, built, limits, options)
        if started:
            rows += _starts(console, target, built, options)
        console.print(table(target.version, rows))
        judged += rows
    if parallel:
        judged += _parallel(console, free, options)
    console.print(summary(judged), soft_wrap=True)
    output = options.output or (LATEST if options.only == "*" else None)
    if output is not None:
        output.parent.mkdir(parents=True, exist_ok=True)
        output.write_text(json.dumps(document(machine, judged), indent=2) + "\n")
    if output == LATEST:
        publish(json.loads(LATEST.read_text()))
    wanting = any(one.over or one.ratio is None for one in judged)
    return 2 if options.strict and wanting else 0


def _parallel(console: Console, target: Target | None, options: argparse.Namespace) -> list[Judged]:
    if target is None:
        return unmeasured(PARALLEL, freethreaded.NONE)
    with console.status(f"building for Python {target.version}"):
        built = build(target)
    rows = _rows(console, target, built, [PARALLEL], options)
    console.print(table(target.version, rows))
    return rows


def _rows(
    console: Console,
    target: Target,
    built: Built,
    limits: list[Limit],
    options: argparse.Namespace,
) -> list[Judged]:
    environment = target.run_environment(BENCH)
    commands: list[list[str | Path]] = [
        [built.workers[gate], built.floor_library] for gate in GATES
    ]
    commands.append([built.floor_program, target.python])
    wanted = dict.fromkeys(
        name for limit in limits for name in (limit.source, limit.against_row) if name
    )
    with contextlib.ExitStack() as stack:
        workers = []
        for command in commands:
            workers.append(Worker(command, environment))
            stack.callback(workers[-1].close)
        jobs = rounds.jobs(workers, wanted)
        progress = stack.enter_context(Progress(console=console, transient=True))
        task = progress.add_task("measuring", total=options.rounds * len(jobs))
        stretch = int(options.stretch * 1e6)
        results = rounds.measure(jobs, options.rounds, stretch, lambda: progress.advance(task))
    return judge(limits, target.version, results)


def _starts(
    console: Console, target: Target, built: Built, options: argparse.Namespace
) -> list[Judged]:
    programs = start.commands(target.python, built.starts)
    with Progress(console=console, transient=True) as progress:
        task = progress.add_task("starting", total=options.rounds)
        results = start.measure(
            programs,
            target.run_environment(BENCH),
            options.rounds,
            lambda: progress.advance(task),
        )
    return judge_start(target.version, results)


if __name__ == "__main__":
    sys.exit(main())
