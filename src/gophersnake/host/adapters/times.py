"""The types of the datetime module, and time zones.

A zone crosses as whether it is one of the time zone database, its offset in seconds, and
its name. A datetime or time crosses as what the clock shows (in microseconds from the start
of year 1, or of the day), its fold, and the zone, None for a naive one.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time, timedelta, timezone, tzinfo
from functools import lru_cache

from gophersnake.host.adapters import Adapter, Unfit

Zone = tuple[bool, int, str]
Moment = tuple[int, bool, Zone | None]

_FIRST = datetime(1, 1, 1)
_MICROSECOND = timedelta(microseconds=1)
_LONGEST = 9_223_372_036_854_775
"""Microseconds of the longest time.Duration."""


def a_datetime(which: str) -> Adapter:
    """`datetime`; `aware` or `naive` lets only such through."""
    return Adapter(_checked(make_datetime, which), _checking(take_datetime, which), datetime)


def a_date(_argument: str) -> Adapter:
    return Adapter(date.fromordinal, take_date, date)


def a_time(_argument: str) -> Adapter:
    return Adapter(make_time, take_time, time)


def a_timedelta(_argument: str) -> Adapter:
    return Adapter(make_timedelta, take_timedelta, timedelta)


def a_tzinfo(_argument: str) -> Adapter:
    return Adapter(make_tzinfo, take_tzinfo, tzinfo)


def a_timezone(_argument: str) -> Adapter:
    return Adapter(make_timezone, take_timezone, timezone)


def a_zoneinfo(_argument: str) -> Adapter:
    from zoneinfo import ZoneInfo

    def take(zone: object) -> Zone:
        if not isinstance(zone, ZoneInfo) or not zone.key:
            raise Unfit("a ZoneInfo with a key", repr(zone))
        return True, 0, zone.key

    return Adapter(make_zoneinfo, take, ZoneInfo)


def make_datetime(moment: Moment) -> datetime:
    clock, fold, zone = moment
    naive = _FIRST + timedelta(microseconds=clock)
    if zone is None:
        return naive.replace(fold=fold)
    named, offset, name = zone
    if named and (found := _zoneinfo(name)) is not None:
        for second in (0, 1):
            made = naive.replace(tzinfo=found, fold=second)
            if made.utcoffset() == timedelta(seconds=offset):
                return made
    return naive.replace(tzinfo=_fixed(offset, name))


def take_datetime(value: object) -> Moment:
    if not isinstance(value, datetime):
        raise Unfit("datetime.datetime")
    clock = (value.replace(tzinfo=None) - _FIRST) // _MICROSECOND
    offset = value.utcoffset()
    if offset is None or value.tzinfo is None:
        return clock, bool(value.fold), None
    return clock, False, _zone_of(value.tzinfo, offset, value.tzname() or "")


def take_date(value: object) -> int:
    if not isinstance(value, date) or isinstance(value, datetime):
        raise Unfit("datetime.date")
    return value.toordinal()


def make_time(moment: Moment) -> time:
    clock, fold, zone = moment
    made = (_FIRST + timedelta(microseconds=clock)).time()
    return made.replace(fold=fold, tzinfo=None if zone is None else make_tzinfo(zone))


def take_time(value: object) -> Moment:
    if not isinstance(value, time):
        raise Unfit("datetime.time")
    seconds = (value.hour * 60 + value.minute) * 60 + value.second
    zone = None if value.tzinfo is None else take_tzinfo(value.tzinfo)
    return seconds * 1_000_000 + value.microsecond, bool(value.fold), zone


def make_timedelta(microseconds: int) -> timedelta:
    return timedelta(microseconds=microseconds)


def take_timedelta(value: object) -> int:
    if not isinstance(value, timedelta):
        raise Unfit("datetime.timedelta")
    microseconds = value // _MICROSECOND
    if abs(microseconds) > _LONGEST:
        raise Unfit("a timedelta that fits time.Duration, 292 years", str(value))
    return microseconds


def make_tzinfo(zone: Zone) -> tzinfo:
    named, offset, name = zone
    return (_zoneinfo(name) if named else None) or _fixed(offset, name)


def take_tzinfo(value: object) -> Zone:
    if isinstance(value, timezone):
        return take_timezone(value)
    key = getattr(value, "key", None) or getattr(value, "zone", None)  # zoneinfo's, pytz's
    if not isinstance(value, tzinfo) or not isinstance(key, str):
        raise Unfit("a datetime.timezone or a zone with a key", repr(value))
    return True, 0, key


def make_timezone(zone: Zone) -> timezone:
    named, offset, name = zone
    if named:
        raise Unfit("a fixed offset for a datetime.timezone", name)
    return _fixed(offset, name)


def take_timezone(value: object) -> Zone:
    if not isinstance(value, timezone):
        raise Unfit("datetime.timezone")
    return False, _whole_seconds(value.utcoffset(None)), value.tzname(None)


def make_zoneinfo(zone: Zone) -> tzinfo:
    found = _zoneinfo(zone[2])
    if found is None:
        raise Unfit("the key of a ZoneInfo", repr(zone[2]))
    return found


def _zone_of(zone: tzinfo, offset: timedelta, name: str) -> Zone:
    seconds = _whole_seconds(offset)
    key = getattr(zone, "key", None) or getattr(zone, "zone", None)
    if isinstance(key, str) and not isinstance(zone, timezone):
        return True, seconds, key
    return False, seconds, name


def _whole_seconds(offset: timedelta) -> int:
    if offset.microseconds:
        raise Unfit("an offset of whole seconds", str(offset))
    return offset // timedelta(seconds=1)


@lru_cache(maxsize=1000)
def _fixed(offset: int, name: str) -> timezone:
    if not offset and name in ("", "UTC"):
        return timezone.utc
    try:
        plain = timezone(timedelta(seconds=offset))
    except ValueError:
        raise Unfit("an offset of less than 24 hours", f"{offset} seconds") from None
    return plain if name in ("", plain.tzname(None)) else timezone(plain.utcoffset(None), name)


def _zoneinfo(key: str) -> tzinfo | None:
    from zoneinfo import ZoneInfo

    try:
        return ZoneInfo(key)
    except (ValueError, OSError, LookupError):
        return None


def _fitting(value: datetime, which: str) -> datetime:
    aware = value.utcoffset() is not None
    if which and aware != (which == "aware"):
        raise Unfit(f"{'an aware' if which == 'aware' else 'a naive'} datetime", str(value))
    return value


def _checked(make: Callable[[Moment], datetime], which: str) -> Callable[[Moment], datetime]:
    return (lambda moment: _fitting(make(moment), which)) if which else make


def _checking(take: Callable[[object], Moment], which: str) -> Callable[[object], Moment]:
    def checking(value: object) -> Moment:
        return take(_fitting(value, which) if isinstance(value, datetime) else value)

    return checking if which else take
