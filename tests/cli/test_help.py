"""Help, version and shell completion."""

from __future__ import annotations

import subprocess
import sys

import pytest

from gophersnake import __version__
from tests.cli.conftest import Command

COMMANDS = ("generate", "check", "run", "init", "update", "doctor")


def test_the_version_is_printed(gophersnake: Command) -> None:
    result = gophersnake("--version")
    assert (result.status, result.out) == (0, f"gophersnake {__version__}\n")


def test_help_names_every_command(gophersnake: Command) -> None:
    result = gophersnake("--help")
    assert result.status == 0
    assert all(f" {command} " in result.out for command in COMMANDS)


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_help_has_examples(gophersnake: Command, command: str) -> None:
    result = gophersnake(*command.split(), "--help")
    assert result.status == 0
    assert "Examples" in result.out
    assert f"gophersnake {command}" in result.out.partition("Examples")[2]


@pytest.mark.parametrize(
    ("command", "arguments"),
    [("generate", "[MODULE|PATH …]"), ("check", "[MODULE|PATH …]"), ("run", "PATH")],
)
def test_help_shows_what_the_documentation_calls_the_arguments(
    command: str, arguments: str, gophersnake: Command
) -> None:
    usage = next(line for line in gophersnake(command, "--help").out.splitlines() if line.strip())
    assert arguments in usage


def test_help_names_the_table_of_the_configuration(gophersnake: Command) -> None:
    assert "[tool.gophersnake]" in gophersnake("generate", "--help").out


def test_a_wrong_option_is_an_error_of_usage(gophersnake: Command) -> None:
    result = gophersnake("generate", "--chekc")
    assert result.status == 2
    assert "--chekc" in result.err


def test_completion_knows_the_commands() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "gophersnake"],
        env={
            "_GOPHERSNAKE_COMPLETE": "complete_bash",
            "COMP_WORDS": "gophersnake ge",
            "COMP_CWORD": "1",
        },
        capture_output=True,
        text=True,
    )
    assert done.stdout.split() == ["generate"]
