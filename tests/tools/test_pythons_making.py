"""How the tool for the matrix makes interpreters and environments, without network and root."""

from __future__ import annotations

import os
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tools.pythons import cache, chroot, cli, debian, recipes, shell, sid, venvs
from tools.pythons.interpreter import Interpreter
from tools.pythons.shell import ToolError


@pytest.fixture(autouse=True)
def own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("GOPHERSNAKE_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache" / "pythons"


# The cache.


@pytest.mark.parametrize(
    ("variables", "expected"),
    [
        ({"GOPHERSNAKE_CACHE": "/g", "XDG_CACHE_HOME": "/x"}, "/g/pythons"),
        ({"XDG_CACHE_HOME": "/x"}, "/x/gophersnake/pythons"),
        ({}, "/h/.cache/gophersnake/pythons"),
    ],
)
def test_cache_folder_follows_the_environment(
    monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], expected: str
) -> None:
    for name in ("GOPHERSNAKE_CACHE", "XDG_CACHE_HOME"):
        monkeypatch.delenv(name, raising=False)
    for name, value in {"HOME": "/h", **variables}.items():
        monkeypatch.setenv(name, value)
    assert cache.folder() == Path(expected)


def builder(word: str, built: list[str]) -> Callable[[cache.Site], Path]:
    def build(site: cache.Site) -> Path:
        built.append(word)
        tree = site.scratch / "tree"
        tree.mkdir()
        (tree / "word").write_text(word, "utf-8")
        return tree

    return build


def test_make_once_builds_again_only_for_another_fingerprint() -> None:
    built: list[str] = []
    final = cache.make_once("thing", "v1", builder("one", built))
    assert cache.make_once("thing", "v1", builder("two", built)) == final
    assert (final / "word").read_text("utf-8") == "one"
    cache.make_once("thing", "v2", builder("three", built))
    assert (final / "word").read_text("utf-8") == "three"
    assert built == ["one", "three"]


def test_make_once_does_not_count_an_interrupted_build(own_cache: Path) -> None:
    def interrupted(site: cache.Site) -> Path:
        (site.scratch / "half").mkdir()
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        cache.make_once("thing", "v1", interrupted)
    assert cache.made("thing") is None
    final = cache.make_once("thing", "v1", builder("whole", []))
    assert cache.made("thing") == final
    assert not (own_cache / ".thing.scratch").exists()


def test_make_once_keeps_the_old_folder_when_the_new_build_fails() -> None:
    def failing(site: cache.Site) -> Path:
        raise ToolError("no compiler")

    final = cache.make_once("thing", "v1", builder("old", []))
    with pytest.raises(ToolError):
        cache.make_once("thing", "v2", failing)
    assert (final / "word").read_text("utf-8") == "old"


def test_make_once_builds_once_for_callers_at_the_same_time() -> None:
    built: list[str] = []
    quick = builder("one", built)

    def slow(site: cache.Site) -> Path:
        time.sleep(0.1)
        return quick(site)

    callers = [threading.Thread(target=cache.make_once, args=("t", "v", slow)) for _ in range(4)]
    for caller in callers:
        caller.start()
    for caller in callers:
        caller.join()
    assert built == ["one"]


def test_remove_refuses_a_folder_with_something_mounted_in_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mounts = tmp_path / "mounts"
    mounts.write_text(f"proc {tmp_path}/system/proc proc rw 0 0\n", "utf-8")
    monkeypatch.setattr(cache, "_MOUNTS", mounts)
    (tmp_path / "system/proc").mkdir(parents=True)
    with pytest.raises(ToolError, match=f"umount {tmp_path}/system/proc"):
        cache.remove(tmp_path / "system")
    assert (tmp_path / "system/proc").is_dir()


def test_cache_with_white_space_is_refused_before_any_work(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GOPHERSNAKE_CACHE", str(tmp_path / "my cache"))
    built: list[str] = []
    with pytest.raises(ToolError, match="set GOPHERSNAKE_CACHE"):
        cache.make_once("thing", "v1", builder("one", built))
    assert built == []


# Running programs.


def test_run_error_says_what_was_tried_how_it_ended_and_the_remedy(tmp_path: Path) -> None:
    log = tmp_path / "log"
    with pytest.raises(ToolError) as caught:
        shell.run(["sh", "-c", "echo no header; exit 4"], log=log, remedy="install it")
    assert str(caught.value).splitlines()[0] == (
        f"tried `sh -c 'echo no header; exit 4'`: exit status 4 (all of it in {log}):"
    )
    assert "    no header" in str(caught.value)
    assert str(caught.value).endswith("remedy: install it")


def test_run_error_for_a_program_that_is_not_there() -> None:
    with pytest.raises(ToolError, match=r"tried `no-such-program --x`: .*No such file"):
        shell.run(["no-such-program", "--x"])


def test_run_hides_what_would_mislead_another_python(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTHONHOME", "/wrong")
    assert shell.run(["sh", "-c", "echo ${PYTHONHOME-unset}"]) == "unset\n"


# Inside a root folder.


def test_enter_quotes_and_binds() -> None:
    command = chroot.enter(Path("/r"), ["echo", "a b"], binds=["/x:/y", "/z"], chdir="/y")
    assert command[:2] == ["unshare", "--mount"]
    script = command[-1].splitlines()
    assert "mount --rbind /x /r/y" in script
    assert "mount --rbind /z /r/z" in script
    assert script[-1] == """exec chroot /r /bin/sh -c 'cd /y && exec echo '"'"'a b'"'"''"""


def test_prepare_brings_name_service_certificates_and_pip_options(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    bundle, configuration = tmp_path / "ca.pem", tmp_path / "pip.conf"
    bundle.write_bytes(b"CERTIFICATE")
    configuration.write_text("[global]\ncert = /elsewhere\nindex-url = https://i/\n", "utf-8")
    for name in chroot._BUNDLE_VARIABLES:
        monkeypatch.setenv(name, str(bundle))
    monkeypatch.setenv("PIP_CONFIG_FILE", str(configuration))
    monkeypatch.setattr(chroot, "_PIP_FILES", ())
    root = tmp_path / "root"
    chroot.prepare(root)
    chroot.prepare(root)
    assert (root / "etc/ssl/certs/ca-certificates.crt").read_bytes() == b"CERTIFICATE"
    assert (root / "etc/pip.conf").read_text("utf-8") == "[global]\nindex-url = https://i/\n"
    if Path("/etc/resolv.conf").exists():
        assert (root / "etc/resolv.conf").read_bytes() == Path("/etc/resolv.conf").read_bytes()
    assert not [path for path in (root / "etc").iterdir() if path.name.startswith(".")]


def test_environment_of_a_root_names_nothing_that_is_not_in_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "wheels").mkdir()
    monkeypatch.setenv("PIP_FIND_LINKS", "/not/in/there")
    monkeypatch.setenv("PIP_CACHE_DIR", "/wheels")
    monkeypatch.setenv("PIP_DEFAULT_TIMEOUT", "180")
    monkeypatch.setenv("PIP_CERT", "/machine/ca.pem")
    monkeypatch.setenv("https_proxy", "http://proxy/")
    env = chroot.environment(tmp_path)
    assert "PIP_FIND_LINKS" not in env
    assert env["PIP_CACHE_DIR"] == "/wheels"
    assert env["PIP_DEFAULT_TIMEOUT"] == "180"
    assert env["PIP_CERT"] == env["SSL_CERT_FILE"] == "/etc/ssl/certs/ca-certificates.crt"
    assert env["https_proxy"] == "http://proxy/"


def test_sid_says_what_the_archive_does_not_offer(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    offered = "python3.14 python3.14-venv python3.14-dev python3.14-dbg python3.15 python3.15-venv"
    monkeypatch.setattr(chroot, "run", lambda root, command, **options: offered)
    root = sid.SidRoot("sid", "sid", ("3.14", "3.15"))
    assert root._offered(tmp_path, tmp_path / "log") == offered.split()
    said = capsys.readouterr().err.splitlines()
    assert said == [
        "pythons: sid: Debian sid offers no python3.15-dev",
        "pythons: sid: Debian sid offers no python3.15-dbg",
    ]


@pytest.mark.parametrize(
    ("listed", "expected"),
    [
        ("Debian-Security http://s/\nDebian http://near/debian/\n", "http://near/debian/"),
        ("Ubuntu http://u/\n", "http://deb.debian.org/debian/"),
        ("", "http://deb.debian.org/debian/"),
    ],
)
def test_mirror_is_the_one_of_this_machine(
    monkeypatch: pytest.MonkeyPatch, listed: str, expected: str
) -> None:
    monkeypatch.delenv("GOPHERSNAKE_DEBIAN_MIRROR", raising=False)
    monkeypatch.setattr(debian, "run", lambda command, **options: listed)
    assert debian.mirror() == expected
    monkeypatch.setenv("GOPHERSNAKE_DEBIAN_MIRROR", "http://mine/")
    assert debian.mirror() == "http://mine/"


def test_install_without_root_names_the_command(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    with pytest.raises(ToolError, match="sudo apt-get install debootstrap"):
        debian.install(["debootstrap"], tmp_path / "log")


# Virtual environments.


@pytest.fixture
def quick_pip(monkeypatch: pytest.MonkeyPatch) -> None:
    """Real environments, but with a pip that takes no seconds to unpack."""

    def run(command: list[str], *, remedy: str = "") -> str:
        if "--clear" not in command:
            return shell.run(command, remedy=remedy)
        done = shell.run([*command, "--without-pip"], remedy=remedy)
        (packages,) = Path(command[-1]).glob("lib/python3*/site-packages")
        (packages / "pip").mkdir()
        (packages / "pip/__main__.py").touch()
        return done

    monkeypatch.setattr(venvs, "run", run)


@pytest.mark.usefixtures("quick_pip")
def test_venv_without_pip_is_made_anew_and_a_whole_one_is_kept(tmp_path: Path) -> None:
    folder, mark = tmp_path / "v", tmp_path / "v/mark"
    shell.run([sys.executable, "-m", "venv", "--without-pip", str(folder)])
    mark.touch()
    environment = venvs.Environment(str(folder))
    environment.make(sys.executable)
    shell.run([environment.python, "-m", "pip"])
    assert not mark.exists()
    mark.touch()
    environment.make(sys.executable)
    assert mark.exists()


@pytest.mark.usefixtures("quick_pip")
def test_venv_of_another_python_is_made_anew(tmp_path: Path) -> None:
    environment = venvs.Environment(str(tmp_path / "v"))
    environment.make(sys.executable)
    configuration = tmp_path / "v/pyvenv.cfg"
    (tmp_path / "v/bin/python").unlink()
    (tmp_path / "v/bin/python").write_text(
        """#!/bin/sh\necho '["3.9.1", "/gone", "cpython-39"]'\n""", "utf-8"
    )
    (tmp_path / "v/bin/python").chmod(0o755)
    configuration.write_text("home = /gone/bin\n", "utf-8")
    environment.make(sys.executable)
    assert "/gone" not in configuration.read_text("utf-8")
    shell.run([environment.python, "-m", "pip"])


def test_venv_prefers_wheels_and_compiles_only_what_is_to_be_counted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    asked: list[list[str]] = []
    monkeypatch.setattr(venvs.Environment, "make", lambda self, executable: None)
    monkeypatch.setattr(venvs, "run", lambda command, **options: asked.append(command))
    folder = str(tmp_path / "v")
    assert cli.main(["venv", "python3", folder, "--install", "a", "b", "--compile", "numpy"]) == 0
    pip = [f"{folder}/bin/python", "-m", "pip", "install"]
    assert asked[:2] == [[*pip, "--prefer-binary", "a", "b"], [*pip, "--upgrade", "pip"]]
    assert asked[2][:5] == [*pip, "--no-binary=numpy"]
    assert asked[2][-1] == "numpy"
    assert capsys.readouterr().out == f"{folder}/bin/python\n"


def test_venv_never_replaces_a_folder_of_other_things(tmp_path: Path) -> None:
    (tmp_path / "thesis.txt").touch()
    with pytest.raises(ToolError, match="holds other things"):
        venvs.Environment(str(tmp_path)).make(sys.executable)
    assert (tmp_path / "thesis.txt").exists()


def test_venv_in_a_root_needs_an_absolute_folder() -> None:
    with pytest.raises(ToolError, match="absolute"):
        venvs.Environment("v", "/root-folder")


# All of it.


class Fake:
    """A recipe that makes an interpreter at once, or fails."""

    def __init__(self, name: str, problem: str = "") -> None:
        self.name, self.fingerprint, self.problem = name, "v1", problem

    def build(self, site: cache.Site) -> Path:
        if self.problem:
            raise ToolError(self.problem, "mend it")
        (site.scratch / "tree").mkdir()
        return site.scratch / "tree"

    def check(self, final: Path) -> list[Interpreter]:
        return [Interpreter(f"{final}/bin/python3", "3.12.4", libpython=f"{final}/lib/l.so")]


def test_make_goes_on_after_a_failure_and_exits_1(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], own_cache: Path
) -> None:
    monkeypatch.setattr(recipes, "ALL", (Fake("a", "no disk"), Fake("b")))
    assert cli.main(["make"]) == 1
    out, err = capsys.readouterr()
    assert "pythons: a: no disk\n  remedy: mend it" in err
    assert out == f"3.12.4      {own_cache}/b/bin/python3  {own_cache}/b/lib/l.so  (no headers)\n"
    assert cli.main(["make", "--only", "b"]) == 0
