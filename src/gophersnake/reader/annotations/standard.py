"""The standard library's types of values: time, numbers, paths, addresses; and files."""

from __future__ import annotations

from gophersnake.model import Scalar, Standard, Type
from gophersnake.reader.annotations.use import Converts, Rule, Use

_BINARY = (
    *("io.RawIOBase", "io.BufferedIOBase", "io.FileIO"),
    *("io.BufferedReader", "io.BufferedWriter", "io.BufferedRandom", "io.BufferedRWPair"),
)

_TYPES = {
    "datetime.datetime": Standard.DATETIME,
    "datetime.date": Standard.DATE,
    "datetime.time": Standard.TIME,
    "datetime.timedelta": Standard.TIMEDELTA,
    "datetime.tzinfo": Standard.TZINFO,
    "datetime.timezone": Standard.TIMEZONE,
    "zoneinfo.ZoneInfo": Standard.ZONEINFO,
    "pydantic.AwareDatetime": Standard.AWARE_DATETIME,
    "pydantic.NaiveDatetime": Standard.NAIVE_DATETIME,
    "decimal.Decimal": Standard.DECIMAL,
    "fractions.Fraction": Standard.FRACTION,
    "uuid.UUID": Standard.UUID,
    "_typeshed.StrPath": Standard.STR_PATH,
    "pathlib.Path": Standard.PATH,
    "pathlib.PosixPath": Standard.POSIX_PATH,
    "pathlib.WindowsPath": Standard.WINDOWS_PATH,
    "pathlib.PurePath": Standard.PURE_PATH,
    "pathlib.PurePosixPath": Standard.PURE_POSIX_PATH,
    "pathlib.PureWindowsPath": Standard.PURE_WINDOWS_PATH,
    "ipaddress.IPv4Address": Standard.IPV4_ADDRESS,
    "ipaddress.IPv6Address": Standard.IPV6_ADDRESS,
    "ipaddress.IPv4Network": Standard.IPV4_NETWORK,
    "ipaddress.IPv6Network": Standard.IPV6_NETWORK,
    "ipaddress.IPv4Interface": Standard.IPV4_INTERFACE,
    "ipaddress.IPv6Interface": Standard.IPV6_INTERFACE,
    "typing.TextIO": Standard.TEXT_FILE,
    "typing.BinaryIO": Standard.BINARY_FILE,
    "io.TextIOBase": Standard.TEXT_FILE,
    "io.TextIOWrapper": Standard.TEXT_FILE,
    **dict.fromkeys(_BINARY, Standard.BINARY_FILE),
}

_FILES = {
    "builtins.str": Standard.TEXT_FILE,
    "builtins.bytes": Standard.BINARY_FILE,
    "collections.abc.Buffer": Standard.BINARY_FILE,
}

_EITHER = {
    (Scalar.STR, Standard.PATH_LIKE): Standard.STR_PATH,
    (Scalar.STR, Standard.PATH): Standard.STR_PATH,
    (Scalar.STR, Standard.STR_PATH): Standard.STR_PATH,
    (Standard.PATH, Standard.PATH_LIKE): Standard.PATH_LIKE,
    (Standard.PATH, Standard.STR_PATH): Standard.STR_PATH,
    (Standard.PATH_LIKE, Standard.STR_PATH): Standard.STR_PATH,
    (Standard.IPV4_ADDRESS, Standard.IPV6_ADDRESS): Standard.IP_ADDRESS,
    (Standard.IPV4_NETWORK, Standard.IPV6_NETWORK): Standard.IP_NETWORK,
    (Standard.IPV4_INTERFACE, Standard.IPV6_INTERFACE): Standard.IP_INTERFACE,
}


def merged(types: list[Type]) -> list[Type]:
    """Return the types of a union with those put together that are one type in Go and whose
    values Python tells apart by itself: `str | os.PathLike[str]` is a string."""
    for (first, second), either in _EITHER.items():
        if first in types and second in types:
            rest = [each for each in types if each not in (first, second)]
            rest.insert(min(types.index(first), types.index(second)), either)
            return merged(rest)
    return types


def _rule(standard: Standard) -> Rule:
    def convert(_use: Use, _converter: Converts) -> Type:
        return standard

    return convert


def _of_str(standard: Standard, what: str) -> Rule:
    """A generic type that is mapped where its argument is str, or not known."""

    def convert(use: Use, converter: Converts) -> Type:
        arguments = use.arguments or ("str",)
        argument = converter.resolve(arguments[0], use.scope)
        if argument.path in ("builtins.bytes", "builtins.bytearray"):
            return use.refused(f"{what} of bytes has no type in Go; one of str has")
        return standard

    return convert


def _file(use: Use, converter: Converts) -> Type:
    """`IO[str]`; of anything else it is not known what is in it."""
    items = [converter.resolve(each, use.scope).path for each in use.arguments or ()]
    return _FILES.get(items[0], Standard.FILE) if items else Standard.FILE


RULES: dict[str, Rule] = {
    **{path: _rule(standard) for path, standard in _TYPES.items()},
    "os.PathLike": _of_str(Standard.PATH_LIKE, "a path"),
    "re.Pattern": _of_str(Standard.PATTERN, "a pattern"),
    "typing.IO": _file,
}
