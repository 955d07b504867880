"""The command line: words in, exit status out."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from . import chroot, recipes
from .finding import find
from .interpreter import Interpreter
from .shell import ToolError, say
from .venvs import Environment

_EXAMPLES = """\
examples:
  python tools/pythons list --json
  python tools/pythons make --only 3.13t --jobs 2
  python tools/pythons venv /usr/bin/python3.14 /opt/v314 --root ROOT --install numpy
  python tools/pythons venv CACHE/pythons/3.11d/bin/python3.11 counting --compile numpy
  python tools/pythons run --root ROOT --bind . -- /usr/bin/python3.14 --version
"""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; 0 when all went well, 1 with the reasons on stderr, 2 for wrong usage."""
    options = _parser().parse_args(arguments)
    try:
        return _COMMANDS[options.command](options)
    except (ToolError, OSError) as error:
        say(str(error))
        return 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python tools/pythons",
        description="Find and make the CPythons of the version matrix.",
        epilog=_EXAMPLES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    commands = parser.add_subparsers(dest="command", required=True)
    listing = commands.add_parser("list", help="every CPython with a shared libpython at hand")
    listing.add_argument("--json", action="store_true", help="all that is known, as JSON")
    making = commands.add_parser("make", help="make those no machine has by itself, in the cache")
    names = [recipe.name for recipe in recipes.ALL]
    making.add_argument("--only", choices=names, action="append", help="may be repeated")
    making.add_argument("--jobs", type=int, help="compilers at a time (default: one a core)")
    venv = commands.add_parser("venv", help="a virtual environment with pip; prints its python")
    venv.add_argument("executable")
    venv.add_argument("folder", help="absolute, and as seen inside the root, if there is one")
    venv.add_argument("--root", help="the root folder in which executable and folder lie")
    venv.add_argument("--install", nargs="+", metavar="REQUIREMENT", help="what pip puts into it")
    venv.add_argument(
        "--compile", nargs="+", metavar="PROJECT", default=[],
        help="what pip compiles for it, so that a debug build counts references in it too",
    )  # fmt: skip
    running = commands.add_parser("run", help="run a command inside a root folder")
    running.add_argument("--root", required=True)
    running.add_argument(
        "--bind", action="append", default=[], metavar="HOST[:INSIDE]",
        help="a folder to be seen inside too, under the same path if no other is given",
    )  # fmt: skip
    running.add_argument("--chdir", default="/", help="the folder inside to start in")
    running.add_argument("words", nargs="+", metavar="COMMAND")
    return parser


def _list(options: argparse.Namespace) -> int:
    found = find()
    if options.json:
        print(json.dumps([one.as_json() for one in found], indent=2))
    else:
        for one in found:
            print(describe(one))
    return 0


def describe(one: Interpreter) -> str:
    """One line on an interpreter, for people."""
    where = f"{one.executable}" + (f"  in {one.root}" if one.root else "")
    if not one.usable:
        return f"{one.name or '?':<11} {where}\n{'':<11} unusable: {one.problem}"
    kinds = [word for word, is_so in (("free-threaded", one.free_threaded), ("debug", one.debug),
                                      ("no headers", one.include is None)) if is_so]  # fmt: skip
    return f"{one.name:<11} {where}  {one.libpython}" + (f"  ({', '.join(kinds)})" if kinds else "")


def _make(options: argparse.Namespace) -> int:
    """Make all that was asked for: one failure is reported and does not cost the others."""
    failures = 0
    for recipe in recipes.ALL:
        if options.only and recipe.name not in options.only:
            continue
        try:
            for one in recipes.make(recipe, options.jobs):
                print(describe(one))
        except (ToolError, OSError) as error:
            failures += 1
            say(f"{recipe.name}: {error}")
    return 1 if failures else 0


def _venv(options: argparse.Namespace) -> int:
    root = str(Path(options.root).absolute()) if options.root else None
    environment = Environment(options.folder, root)
    environment.make(options.executable)
    if options.install:
        environment.install(options.install)
    for project in options.compile:
        environment.compile(project)
    print(environment.python)
    return 0


def _run(options: argparse.Namespace) -> int:
    """Become the command: its output, its signals and its exit status are nobody else's."""
    root = Path(options.root).absolute()
    chroot.prepare(root)
    command = chroot.enter(root, options.words, binds=options.bind, chdir=options.chdir)
    sys.stdout.flush()
    os.execvpe(command[0], command, chroot.environment(root))


_COMMANDS = {"list": _list, "make": _make, "venv": _venv, "run": _run}
