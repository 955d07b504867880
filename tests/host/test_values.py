"""pydantic's URLs, secrets and sizes as plain values."""

from __future__ import annotations

from typing import Annotated, Any

import pydantic
import pytest

from gophersnake.host.adapters import Unfit, find

OldUrl = Annotated[pydantic.HttpUrl, "what a URL was before pydantic 2.10"]


@pytest.mark.parametrize(
    ("name", "plain", "made"),
    [
        ("pydantic:HttpUrl", "http://a/", pydantic.HttpUrl("http://a/")),
        ("pydantic:PostgresDsn", "postgres://a/", pydantic.PostgresDsn("postgres://a/")),
        ("pydantic:SecretStr", "a", pydantic.SecretStr("a")),
        ("pydantic:SecretBytes", b"a", pydantic.SecretBytes(b"a")),
        ("pydantic:ByteSize", 3, pydantic.ByteSize(3)),
    ],
)
def test_values_there_and_back(name: str, plain: Any, made: Any) -> None:
    adapter = find(f"value:{name}")
    assert adapter.make(plain) == made
    assert adapter.type is type(made)
    taken = adapter.take(made)
    assert (taken, type(taken)) == (plain, type(plain))
    assert find(f"value.given:{name}").make(plain) is plain
    with pytest.raises(Unfit, match=name.replace(":", ".")):
        adapter.take("other" if name != "pydantic:HttpUrl" else 1)


def test_url_that_is_a_name_for_more_is_validated() -> None:
    adapter = find(f"value:{__name__}:OldUrl")
    assert adapter.make("http://a/") == pydantic.HttpUrl("http://a/")
    assert adapter.type is None
    with pytest.raises(pydantic.ValidationError):
        adapter.make("no")
