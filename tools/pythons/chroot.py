"""Running commands inside a root folder, with this machine's network, certificates and pip set-up.

Every command gets a mount namespace of its own for /proc, /dev and bound folders, so that nothing
stays mounted afterwards, however it ends. What belongs to the machine (resolv.conf, hosts,
CA certificates, pip's configuration) is read from it each time: it may change, the root does not.
"""

from __future__ import annotations

import configparser
import os
import shlex
import ssl
from collections.abc import Mapping, Sequence
from pathlib import Path

from . import shell

_BUNDLE = "/etc/ssl/certs/ca-certificates.crt"
_BUNDLE_VARIABLES = ("PIP_CERT", "SSL_CERT_FILE", "REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE")
_PROXIES = ("http_proxy", "https_proxy", "no_proxy", "all_proxy")
_PIP_FILES = ("/etc/xdg/pip/pip.conf", "/etc/pip.conf", "~/.pip/pip.conf", "~/.config/pip/pip.conf")
_REMEDY = "needs root with CAP_SYS_ADMIN, and unshare and mount of util-linux"


def run(
    root: Path,
    command: Sequence[str],
    *,
    remedy: str = _REMEDY,
    log: Path | None = None,
    timeout: float | None = None,
    extra: Mapping[str, str] | None = None,
) -> str:
    """Run `command` inside `root` and return its stdout; errors as those of `shell.run`."""
    prepare(root)
    env = {**environment(root), **(extra or {})}
    return shell.run(
        enter(root, command), env=env, remedy=remedy, log=log, timeout=timeout,
        shown=f"chroot {root} {shell.abridged(command)}",
    )  # fmt: skip


def enter(
    root: Path, command: Sequence[str], *, binds: Sequence[str] = (), chdir: str = "/"
) -> list[str]:
    """The command line that runs `command` in `root`; `binds` are HOST:INSIDE or HOST folders."""
    script = [
        "set -e",
        f"mount -t proc proc {shlex.quote(f'{root}/proc')}",
        f"mount --rbind /dev {shlex.quote(f'{root}/dev')}",
    ]
    for bind in binds:
        host, _, inside = bind.partition(":")
        host = str(Path(host).absolute())
        target = f"{root}{inside or host}"
        script.append(f"mkdir -p {shlex.quote(target)}")
        script.append(f"mount --rbind {shlex.quote(host)} {shlex.quote(target)}")
    inner = f"cd {shlex.quote(chdir)} && exec {shlex.join(command)}"
    script.append(f"exec chroot {shlex.quote(str(root))} /bin/sh -c {shlex.quote(inner)}")
    return ["unshare", "--mount", "--propagation", "private", "/bin/sh", "-c", "\n".join(script)]


def environment(root: Path) -> dict[str, str]:
    """The variables for commands in `root`: this machine's proxies and pip options, no paths."""
    env = {
        "PATH": "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
        "HOME": "/root",
        "LANG": "C.UTF-8",
        "DEBIAN_FRONTEND": "noninteractive",
        "PIP_ROOT_USER_ACTION": "ignore",
        **dict.fromkeys(_BUNDLE_VARIABLES, _BUNDLE),
    }
    for name, value in os.environ.items():
        of_pip = name.startswith("PIP_") and name not in (*_BUNDLE_VARIABLES, "PIP_CONFIG_FILE")
        missing = value.startswith("/") and not (root / value.lstrip("/")).exists()
        if name.lower() in _PROXIES or (of_pip and not missing):
            env[name] = value
    return env


def prepare(root: Path) -> None:
    """Bring the machine's name service, certificates and pip configuration into `root`."""
    for name in ("etc/resolv.conf", "etc/hosts"):
        source = Path("/", name)
        if source.exists():
            _write(root / name, source.read_bytes())
    bundles = _bundles()
    if bundles:
        _write(root / _BUNDLE.lstrip("/"), b"\n".join(bundles))
    configuration = _pip_configuration()
    if configuration:
        _write(root / "etc/pip.conf", configuration, mode=0o600)  # an index URL may hold a password


def _bundles() -> list[bytes]:
    named = [os.environ[name] for name in _BUNDLE_VARIABLES if os.environ.get(name)]
    files = [Path(name) for name in named if Path(name).is_file()]
    if not files:
        default = ssl.get_default_verify_paths().cafile
        files = [path for path in (Path(default or _BUNDLE), Path(_BUNDLE)) if path.is_file()][:1]
    return list(dict.fromkeys(path.read_bytes() for path in files))


def _pip_configuration() -> bytes:
    """What pip's own files say on this machine, merged in pip's order, without `cert`."""
    merged = configparser.RawConfigParser()
    own = os.environ.get("PIP_CONFIG_FILE")
    merged.read([str(Path(name).expanduser()) for name in (*_PIP_FILES, *([own] if own else []))])
    lines: list[str] = []
    for section in merged.sections():
        lines.append(f"[{section}]")
        for key, value in merged.items(section):
            if key != "cert":
                lines.append(f"{key} = " + value.replace("\n", "\n    "))
    return ("\n".join(lines) + "\n").encode() if lines else b""


def _write(target: Path, content: bytes, mode: int = 0o644) -> None:
    """Replace the file (or link) `target` in one step, unless it already says the same."""
    if not target.is_symlink() and target.is_file() and target.read_bytes() == content:
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    temporary = target.with_name(f".{target.name}.{os.getpid()}")
    temporary.write_bytes(content)
    temporary.chmod(mode)
    temporary.replace(target)
