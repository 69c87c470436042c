"""The days that a page shows to its readers: beside the headline, in labelled lines, in datelines.

What its data and tags tell is ``page_dates``'s; which of the two is believed is decided in
``page_metadata``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from desktop_app.cleaning.byline import opens_byline
from desktop_app.cleaning.date_phrases import (
    date_label,
    find_dates,
    is_date_line,
    words_put_day_first,
)
from desktop_app.cleaning.page_blocks import PageBlock
from desktop_app.cleaning.page_dates import is_yet_to_come, iso_day

_NEAR_TITLE, _BEFORE_TITLE, _BESIDE_TITLE, _MAX_LINE = 25, 6, 9, 220
_SHORT_LINE = 120
_MAX_LABEL, _MAX_SIGNED_WORDS = 30, 18
_MAX_DATELINE_START, _MIN_DATELINE = 40, 150
_SENTENCE_END = re.compile(r"[^\W\d_]{2}[.!?…]$")
_AFTER_DATELINE = re.compile(r"\s*(?:[)\]]\s*)?(?:[-–—:|,/(„“”\"«]|$)")
_FIRST_PUBLISHED = re.compile(
    r"\boriginally (?:published|posted|appeared)(?: here)?(?: on| in|:)?\s*$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class PageLines:
    """A page's blocks as lines that may carry its date.

    ``title_at`` is the headline's index, ``today`` the day of the capture, ``day_first`` how
    03/04/2023 is read (None: not at all).
    """

    blocks: Sequence[PageBlock]
    title_at: int
    today: str | None
    day_first: bool | None

    @property
    def has_headline(self) -> bool:
        """Whether the headline was found among the blocks; else the page's top is taken for it."""
        return self.title_at > 0 or bool(self.blocks and self.blocks[0].element.tag == "h1")

    def days(self, at: int) -> list[str]:
        """The days in a block, as they are written; else as its ``time`` elements mark them."""
        block = self.blocks[at]
        days = [found.date for found in find_dates(block.text, day_first=self.day_first)]
        if not days:
            marked = (time.get("datetime") for time in block.element.iter("time"))
            days = [day for value in marked if (day := iso_day(value, self.today))]
        return [day for day in days if not is_yet_to_come(day, self.today)]

    def label(self, at: int) -> str:
        """What a block's date is called there, or by a block before that is only a label."""
        label = date_label(self.blocks[at].text)
        if label or at == 0 or not is_date_line(self.blocks[at].text):
            return label
        before = self.blocks[at - 1].text
        return date_label(before) if len(before) <= _MAX_LABEL else ""


def shown_date(lines: PageLines, *, changed: bool = False) -> str | None:
    """The day that stands right beside the headline: below it, else in the line above.

    With ``changed`` the one that is called the day of a change, without it any other. Of several
    days in that line the first in time: the others tell of changes.
    """
    below = range(lines.title_at, min(lines.title_at + _BESIDE_TITLE, len(lines.blocks)))
    before = range(max(0, lines.title_at - 1), lines.title_at)
    for at in (*below, *before):
        line = lines.blocks[at].text
        if len(line) > _MAX_LINE:
            continue
        label = lines.label(at)
        if (label == "modified") != changed or not (label or _is_head_line(line)):
            continue
        if at < lines.title_at and not is_date_line(line):
            continue
        if days := lines.days(at):
            return min(days)
    return None


def _is_head_line(line: str) -> bool:
    """Whether a line beside the headline tells of the article: its day, author, section."""
    if is_date_line(line):
        return True
    dates = find_dates(line, day_first=True)
    if not dates or len(line) > _SHORT_LINE or _SENTENCE_END.search(line):
        return False
    return len(line.split()) <= _MAX_SIGNED_WORDS and (dates[0].start == 0 or opens_byline(line))


def stated_date(lines: PageLines) -> str | None:
    """The day that a line anywhere below the headline calls that of publication.

    Several such lines with different days are those of other articles, and tell nothing.
    """
    found: set[str] = set()
    for at in range(lines.title_at, len(lines.blocks)):
        line = lines.blocks[at].text
        if len(line) > 2 * _MAX_LINE or not any(map(str.isdigit, line)):
            continue
        dates = find_dates(line, day_first=lines.day_first)
        if dates and _FIRST_PUBLISHED.search(line[: dates[0].start]):
            return dates[0].date
        rest = line[dates[0].end :] if dates else ""
        if is_date_line(line) and (
            lines.label(at) == "published" or (rest and date_label(rest) == "modified")
        ):
            found.update(lines.days(at)[:1])
    return found.pop() if len(found) == 1 else None


def guessed_date(lines: PageLines) -> str | None:
    """The day in figures where no order is known (03/04/2023), beside the headline or stated.

    It is the reading that the page tells again in words; else the page's words tell whether the
    day or the month comes first (“3 April”, “April 3”); else it is American.
    """
    if lines.day_first is not None:
        return None
    readings = [replace(lines, day_first=first) for first in (False, True)]
    days = [shown_date(reading) or stated_date(reading) for reading in readings]
    if days[0] == days[1] or None in days:
        return days[0]
    short = [block.text for block in lines.blocks if len(block.text) <= _SHORT_LINE]
    told = {found.date for line in short for found in find_dates(line)}
    if len(again := [day for day in days if day in told]) == 1:
        return again[0]
    return days[words_put_day_first(short)]


def dateline_date(lines: PageLines) -> str | None:
    """The day that opens the article's text (“BERLIN, 14 April 2023 – The …”)."""
    for block in lines.blocks[lines.title_at : lines.title_at + _BESIDE_TITLE]:
        if len(block.text) < _MIN_DATELINE:
            continue
        dates = find_dates(block.text, day_first=lines.day_first)
        if not dates or dates[0].start > _MAX_DATELINE_START:
            continue
        place = block.text[: dates[0].start].strip(" ,(")
        if place and not place.split(",")[0].isupper():
            continue
        if _AFTER_DATELINE.match(block.text[dates[0].end :]):
            day = dates[0].date
            return None if is_yet_to_come(day, lines.today) else day
    return None


def written_date(lines: PageLines, kind: str) -> str | None:
    """The day in a line near the headline that is a date line or says what its date is.

    From the headline down, then above it.
    """
    at = lines.title_at
    below = range(at, min(at + _NEAR_TITLE, len(lines.blocks)))
    for index in (*below, *range(at - 1, max(-1, at - 1 - _BEFORE_TITLE), -1)):
        line = lines.blocks[index].text
        if len(line) > _MAX_LINE:
            continue
        label = date_label(line)
        is_told = label == kind or (kind == "published" and not label and is_date_line(line))
        if is_told and (days := lines.days(index)):
            return days[0]
    return None


def any_date(lines: PageLines) -> str | None:
    """The day of the first short line that is about a date, be it that of a change.

    From the headline down, then above it: for pages that tell nothing better.
    """
    at = lines.title_at
    for index in (*range(at, len(lines.blocks)), *range(at - 1, -1, -1)):
        line = lines.blocks[index].text
        if len(line) > _SHORT_LINE or not any(map(str.isdigit, line)):
            continue
        days = lines.days(index)
        if days and (is_date_line(line) or date_label(line) or opens_byline(line)):
            return days[0]
    return None
