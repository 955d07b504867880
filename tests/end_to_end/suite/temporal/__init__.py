"""Values of the datetime module, there and back, and some that do not cross."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta, timezone, tzinfo
from typing import Annotated, Any
from zoneinfo import ZoneInfo


def of_datetime(v: datetime) -> tuple[str, datetime]:
    return repr(v), v


def of_aware(v: Annotated[datetime, "aware"]) -> tuple[str, Annotated[datetime, "aware"]]:
    return repr(v), v


def of_naive(v: Annotated[datetime, "naive"]) -> tuple[str, Annotated[datetime, "naive"]]:
    return repr(v), v


def of_date(v: date) -> tuple[str, date]:
    return repr(v), v


def of_time(v: time) -> tuple[str, time]:
    return repr(v), v


def of_timedelta(v: timedelta) -> tuple[str, timedelta]:
    return repr(v), v


def of_timezone(v: timezone) -> tuple[str, timezone]:
    return repr(v), v


def of_zoneinfo(v: ZoneInfo) -> tuple[str, ZoneInfo]:
    return str(v), v


def of_tzinfo(v: tzinfo) -> tuple[str, tzinfo]:
    return repr(v), v


def of_optional(v: datetime | None) -> tuple[str, datetime | None]:
    return repr(v), v


def of_optional_zone(v: ZoneInfo | None) -> tuple[str, ZoneInfo | None]:
    return str(v), v


def of_dates(v: dict[date, list[timedelta]]) -> tuple[str, dict[date, list[timedelta]]]:
    return repr(sorted(v.items())), v


def utc_offset(v: datetime) -> timedelta | None:
    return v.utcoffset()


def made(expression: str) -> datetime:
    """Return the datetime that an expression makes."""
    value = eval(expression)
    assert isinstance(value, datetime)
    return value


def same(v: datetime, expression: str) -> bool:
    """Return whether a datetime is, to its fold and zone, what the expression makes."""
    wanted = eval(expression)
    return (
        v == wanted
        and v.replace(tzinfo=None) == wanted.replace(tzinfo=None)
        and v.fold == wanted.fold
        and repr(v.tzinfo) == repr(wanted.tzinfo)
    )


class _Odd(tzinfo):
    def utcoffset(self, _moment: datetime | None) -> timedelta:
        return timedelta(minutes=90)

    def tzname(self, _moment: datetime | None) -> str:
        return "ODD"

    def dst(self, _moment: datetime | None) -> None:
        return None


def _thing(kind: str) -> Any:
    things: dict[str, Any] = {
        "text": "2024-02-29",
        "none": None,
        "date": date(2024, 2, 29),
        "datetime": datetime(2024, 2, 29, 12),
        "aware": datetime(2024, 2, 29, 12, tzinfo=timezone.utc),
        "long": timedelta.max,
        "longest": timedelta(microseconds=9_223_372_036_854_775),
        "too long": timedelta(microseconds=9_223_372_036_854_776),
        "shortest": timedelta(microseconds=-9_223_372_036_854_775),
        "odd": datetime(2024, 2, 29, 12, tzinfo=_Odd()),
        "odd zone": _Odd(),
        "split second": datetime(
            2024, 2, 29, tzinfo=timezone(timedelta(seconds=1, microseconds=500))
        ),
    }
    return things[kind]


def a_datetime(kind: str) -> datetime:
    return _thing(kind)  # type: ignore[no-any-return]


def an_aware(kind: str) -> Annotated[datetime, "aware"]:
    return _thing(kind)  # type: ignore[no-any-return]


def a_naive(kind: str) -> Annotated[datetime, "naive"]:
    return _thing(kind)  # type: ignore[no-any-return]


def a_date(kind: str) -> date:
    return _thing(kind)  # type: ignore[no-any-return]


def a_time(kind: str) -> time:
    return _thing(kind)  # type: ignore[no-any-return]


def a_timedelta(kind: str) -> timedelta:
    return _thing(kind)  # type: ignore[no-any-return]


def a_tzinfo(kind: str) -> tzinfo:
    return _thing(kind)  # type: ignore[no-any-return]


def a_timezone(kind: str) -> timezone:
    return _thing(kind)  # type: ignore[no-any-return]
