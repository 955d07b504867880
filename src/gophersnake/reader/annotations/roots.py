"""pydantic's classes whose objects are one value: `RootModel[T]`, a T that pydantic validates;
URLs, secrets and sizes, a text, bytes or number that it does.

https://docs.pydantic.dev/latest/api/networks/, https://docs.pydantic.dev/latest/api/types/
"""

from __future__ import annotations

from collections.abc import Iterator

from gophersnake.model import RootOf, Scalar, Type, variables_in
from gophersnake.reader.annotations.use import Converts, Rule, Use

ROOT_MODELS = frozenset({"pydantic.RootModel", "pydantic.root_model.RootModel"})
_ITSELF = "pydantic:RootModel"


def _root_model(use: Use, converter: Converts) -> Type:
    if use.arguments is None:
        return RootOf(Scalar.ANY, _ITSELF)
    if len(use.arguments) != 1:
        return use.refused("one type expected: RootModel[T]")
    item = converter.convert(use.arguments[0], use.scope)
    return RootOf(item, spelled(use, item, _ITSELF))


def spelled(use: Use, item: Type, bare: str) -> str:
    """Return how Python finds the class that is used: the one without type arguments where the
    text of its module does not tell them."""
    module = use.scope.module.path
    if use.arguments is None or module == "settings" or variables_in(item):
        return bare
    return f"{module}:{use.text}"


_URLS = (
    *("AnyUrl", "AnyHttpUrl", "HttpUrl", "AnyWebsocketUrl", "WebsocketUrl", "FileUrl", "FtpUrl"),
    *("PostgresDsn", "CockroachDsn", "AmqpDsn", "RedisDsn", "MongoDsn", "KafkaDsn", "NatsDsn"),
    *("MySQLDsn", "MariaDBDsn", "ClickHouseDsn", "SnowflakeDsn"),
)
_VALUES = {
    **{f"networks.{name}": Scalar.STR for name in _URLS},
    "types.SecretStr": Scalar.STR,
    "types.SecretBytes": Scalar.BYTES,
    "types.ByteSize": Scalar.INT,
}
"""By the module in pydantic, from which the package itself has them too."""


def _value(name: str, item: Type) -> Rule:
    value = RootOf(item, f"pydantic:{name}", hashable=True, family="value")

    def convert(_use: Use, _converter: Converts) -> Type:
        return value

    return convert


def _values() -> Iterator[tuple[str, Rule]]:
    for path, item in _VALUES.items():
        name = path.partition(".")[2]
        for prefix in ("pydantic", f"pydantic.{path.partition('.')[0]}"):
            yield f"{prefix}.{name}", _value(name, item)


def _secret(use: Use, converter: Converts) -> Type:
    """`Secret[T]`, which is a T that Python does not show."""
    if use.arguments is None:
        return RootOf(Scalar.ANY, "pydantic:Secret", family="value")
    if len(use.arguments) != 1:
        return use.refused("one type expected: Secret[T]")
    item = converter.convert(use.arguments[0], use.scope)
    return RootOf(item, f"pydantic:Secret[{use.arguments[0]}]", family="value")


def _text(_use: Use, _converter: Converts) -> Type:
    return Scalar.STR


_TEXTS = ("pydantic.EmailStr", "pydantic.networks.EmailStr")
"""What pydantic validates and leaves a text."""

RULES: dict[str, Rule] = {
    **dict.fromkeys(_TEXTS, _text),
    **dict.fromkeys(ROOT_MODELS, _root_model),
    **dict.fromkeys(("pydantic.Secret", "pydantic.types.Secret"), _secret),
    **dict(_values()),
}
