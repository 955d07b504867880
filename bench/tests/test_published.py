"""The tables of the README and the documentation say what was measured."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from driver.published import LATEST, PAGES, published, replaced


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_the_page_has_what_was_measured_last(page: Path) -> None:
    text = page.read_text()
    assert replaced(text, published(json.loads(LATEST.read_text()))) == text


def test_every_row_that_was_measured_is_there() -> None:
    document = json.loads(LATEST.read_text())
    table = published(document)
    assert all(f"| `{row['name']}` |" in table for row in document["rows"])


def test_a_row_over_its_limit_is_bold_and_one_not_measured_is_left_out() -> None:
    def row(gate: str, ratio: float) -> dict[str, object]:
        return {"name": "start", "python": "3.11.7", "gate": gate, "ns": 1.5e8, "ratio": ratio}

    table = published(
        {"machine": {"cores": 2}, "rows": [row("cgo", 1.2), row("purego", 1.201)]}
    ).splitlines()
    assert table[2] == "| `start` | python | 1.2 | 150 ms | 1.20 | 150 ms | **1.20** |"
    assert table[3] == ""


def test_a_page_without_its_marks_is_refused() -> None:
    with pytest.raises(ValueError, match="bench:begin"):
        replaced("no table here", "| row |\n")
