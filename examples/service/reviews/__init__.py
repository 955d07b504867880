"""A naive Bayes classifier of product reviews, small enough to read."""

from __future__ import annotations

import asyncio
import enum
import logging
import math
import re
from collections import Counter
from collections.abc import AsyncIterator, Callable, Iterable
from dataclasses import dataclass, field

log = logging.getLogger(__name__)


class Label(enum.Enum):
    GOOD = "good"
    BAD = "bad"


@dataclass
class Review:
    """What a customer wrote, and whether it is praise."""

    text: str
    label: Label
    tags: list[str] = field(default_factory=list)


@dataclass(frozen=True)
class Verdict:
    """What a text is taken for.

    Attributes:
        label: The likelier of the two labels.
        certainty: How likely, from 0.5 to 1.
    """

    label: Label
    certainty: float


class Classifier:
    """Learns from labelled reviews, and labels others.

    Args:
        smoothing: Added to the count of each word, so that a new word does not decide alone.
    """

    def __init__(self, *, smoothing: float = 1.0) -> None:
        if smoothing <= 0:
            raise ValueError(f"smoothing must be positive, not {smoothing}")
        self._smoothing = smoothing
        self._words = {label: Counter[str]() for label in Label}

    def learn(
        self, reviews: Iterable[Review], *, progress: Callable[[int], None] | None = None
    ) -> int:
        """Learn from reviews, one at a time, and return how many there were.

        Args:
            reviews: What to learn from. It is read lazily.
            progress: Called after each review with how many there were so far.
        """
        count = 0
        for count, review in enumerate(reviews, start=1):
            self._words[review.label].update(_words(review.text))
            if progress:
                progress(count)
        log.info("learned", extra={"reviews": count, "words": len(self)})
        return count

    def judge(self, text: str) -> Verdict:
        """Return what a text is taken for."""
        words = _words(text)
        good, bad = (self._likelihood(words, label) for label in Label)
        certainty = 1 / (1 + math.exp(-abs(good - bad)))
        return Verdict(Label.GOOD if good >= bad else Label.BAD, round(certainty, 3))

    async def judge_all(self, texts: list[str], *, pause: float = 0.0) -> AsyncIterator[Verdict]:
        """Yield what each text is taken for.

        Args:
            pause: Seconds to wait before each.
        """
        for text in texts:
            await asyncio.sleep(pause)
            yield self.judge(text)

    def __len__(self) -> int:
        """Return how many different words are known."""
        return len(set().union(*self._words.values()))

    def _likelihood(self, words: list[str], label: Label) -> float:
        known = self._words[label]
        total = sum(known.values()) + self._smoothing * (len(self) + 1)
        return sum(math.log((known[word] + self._smoothing) / total) for word in words)


def _words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())
