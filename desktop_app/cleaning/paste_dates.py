"""The dates that the lines around a pasted article tell: published, changed, looked up."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence

from desktop_app.cleaning.byline import opens_byline
from desktop_app.cleaning.date_phrases import (
    date_label,
    day_comes_first,
    find_dates,
    is_date_line,
)
from desktop_app.cleaning.paste_lines import PasteLine
from desktop_app.cleaning.vocabulary import likely_language

#: “Today: …” stands at a page's head or foot, in a short line.
_ACCESSED_WITHIN, _MAX_ACCESSED = 40, 80
_MAX_LINE = 140


def day_order(lines: Sequence[PasteLine]) -> bool | None:
    """Whether 03/04/2023 is a day and a month here (True), the reverse (False), or unknown."""
    told = day_comes_first(line.text for line in lines[:400])
    if told is not None:
        return told
    language = likely_language(" ".join(line.text[:500] for line in lines[:200]))
    # English is written both ways; the other languages here put the day first.
    return None if language in (None, "en") else True


def read_accessed(lines: Sequence[PasteLine], day_first: bool | None) -> tuple[int, str] | None:
    """The line, and the day it tells, on which the page was looked at (“Today: 2 May 2025”)."""
    for at, line in enumerate(lines[:_ACCESSED_WITHIN]):
        if len(line.text) >= _MAX_ACCESSED or date_label(line.text) != "today":
            continue
        if dates := find_dates(line.text, day_first=day_first):
            return at, dates[0].date
    return None


def read_dates(
    lines: Sequence[PasteLine], numbers: Iterable[int], day_first: bool | None
) -> dict[str, str]:
    """The first ``published`` and ``modified`` day in the numbered lines, and those with no label.

    A date without a label is under the empty key.
    """
    found: dict[str, str] = {}
    for at in numbers:
        text = lines[at].text
        if not _is_about_the_article(text):
            continue
        dates = find_dates(text, day_first=day_first)
        label = date_label(text)
        if dates and label != "today":
            found.setdefault(label, dates[0].date)
            for earlier, later in itertools.pairwise(dates):
                label = date_label(text[earlier.end : later.end])
                if label in ("modified", "published"):
                    found.setdefault(label, later.date)
    return found


def _is_about_the_article(text: str) -> bool:
    if is_date_line(text):
        return True
    return len(text) <= _MAX_LINE and bool(
        date_label(text) or opens_byline(text) or _is_short(text)
    )


def _is_short(text: str) -> bool:
    """Whether the line has few words besides, as “Name · 14 April 2023 · London” has."""
    return len(text) <= 70 and not text.endswith((".", "?", "!"))
