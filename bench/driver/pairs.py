"""Which round's times stand for a row.

The fastest round of each side would be the natural choice, but on a machine that shares its
cores with other work a core is at times half as fast for seconds, and the fastest rounds of
the two sides may come from different times. Within a round both sides run a few milliseconds
apart and share their luck. So the two times are taken from one round: among the quietest
rounds, the one whose ratio is the median.
"""

from __future__ import annotations

from collections.abc import Sequence

_QUIET = 1 / 3
"""The part of the rounds that counts as quiet."""


def quiet_pair(ours: Sequence[float], theirs: Sequence[float]) -> tuple[float, float]:
    """Return both sides' times of the round that stands for all, to a tenth of a nanosecond."""
    rounds = sorted(zip(ours, theirs, strict=True), key=sum)
    quiet = rounds[: max(1, round(len(rounds) * _QUIET))]
    quiet.sort(key=lambda times: times[0] / times[1])
    own, other = quiet[len(quiet) // 2]
    return round(own, 1), round(other, 1)
