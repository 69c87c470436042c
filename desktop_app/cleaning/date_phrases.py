"""Calendar days written out in a line: finding them, and what the line says they are.

For the lines about an article (“Published: 14 April 2023”), in many languages. Dates told within
the article's sentences are the analysis's business; so are relative ones (“on Thursday”).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache, lru_cache

from desktop_app.cleaning.vocabulary import all_phrases, month_numbers
from desktop_app.core.folding import fold

_MAX_LINE = 400
_MONTH = r"(?P<month>[^\s\d.,،/()|:–—-]{2,16})"
_YEAR = r"(?P<year>\d{4})(?!\d)"
_DAY = r"(?<!\d)(?P<day>\d{1,2})"
_ORDINAL = r"(?:st|nd|rd|th|er|re|[ºª°.])?"
_GAP = r"[\s-]{0,3}"
_OF = r"(?:(?:of|de|del|di|da|do|van)\s{1,3}|d[’'])?"
_FORMS = (
    # 14 April 2023, 14. April 2023, 14 de abril de 2023, 1er mai 2023, 14-Apr-2023
    rf"{_DAY}{_ORDINAL}{_GAP}{_OF}{_GAP}{_MONTH}[.,،]?{_GAP}{_OF},?\s{{0,3}}{_YEAR}",
    # April 14, 2023; Apr. 14th 2023
    rf"(?<![^\W\d]){_MONTH}\.?\s{{1,3}}(?P<day>\d{{1,2}}){_ORDINAL}\s{{0,3}},?\s{{1,3}}{_YEAR}",
    # 2023年4月14日, 2023년 4월 14일
    r"(?<!\d)(?P<year>\d{4})\s?[年년]\s?(?P<month>\d{1,2})\s?[月월]\s?(?P<day>\d{1,2})\s?[日일]",
    # 2023-04-14, 2023/04/14, 2023.04.14
    r"(?<!\d)(?P<year>\d{4})(?P<mark>[-/.])\s?(?P<month>\d{1,2})(?P=mark)\s?(?P<day>\d{1,2})(?!\d)",
)
_PATTERNS = tuple(re.compile(form, re.IGNORECASE) for form in _FORMS)
# 14.04.2023 is day first wherever it is written; 14/04/2023 and 14-04-2023 may not be.
_NUMERIC = re.compile(
    r"(?<![\d.,/])(?P<first>\d{1,2})(?P<mark>[./-])\s?(?P<second>\d{1,2})(?P=mark)\s?"
    r"(?P<year>\d{4})(?!\d)"
)
#: All forms write the year in four digits; without them the patterns needn't be tried.
_MAYBE_YEAR = re.compile(r"\d{4}")
_FILLER = re.compile(r"[\W\d_]+")
_MAX_FILLER_WORDS = 4


@dataclass(frozen=True, slots=True)
class DatePhrase:
    """A day found in a line: ISO ``date``, and the characters ``start`` to ``end`` that told it."""

    date: str
    start: int
    end: int


def find_dates(line: str, *, day_first: bool | None = None) -> tuple[DatePhrase, ...]:
    """The days written in the line, in their order; only its first 400 characters are read.

    ``day_first`` settles 03/04/2023; while it is None such a day is left out, not guessed.
    """
    return _dates(line[:_MAX_LINE], day_first)


@lru_cache(maxsize=2048)
def _dates(line: str, day_first: bool | None) -> tuple[DatePhrase, ...]:
    # The same lines of a page are asked about for its date, its authors and its features.
    if _MAYBE_YEAR.search(line) is None:
        return ()
    found = [*_written_dates(line), *_numeric_dates(line, day_first)]
    found.sort(key=lambda phrase: (phrase.start, -phrase.end))
    kept: list[DatePhrase] = []
    for phrase in found:
        if not kept or phrase.start >= kept[-1].end:
            kept.append(phrase)
    return tuple(kept)


def first_date(line: str, *, day_first: bool | None = None) -> str | None:
    """The first day written in the line, as ``YYYY-MM-DD``."""
    dates = find_dates(line, day_first=day_first)
    return dates[0].date if dates else None


def day_comes_first(lines: Iterable[str]) -> bool | None:
    """What the dates in figures of the lines tell by days above 12; None if nothing or both."""
    told = {
        int(match["first"]) > 12
        for line in lines
        for match in _NUMERIC.finditer(line[:_MAX_LINE])
        if (int(match["first"]) > 12) != (int(match["second"]) > 12)
    }
    return told.pop() if len(told) == 1 else None


def words_put_day_first(lines: Iterable[str]) -> bool:
    """Whether the dates with a month's name begin with the day (“3 April”) more often than not."""
    day_first = month_first = 0
    for line in (line[:_MAX_LINE] for line in lines):
        day_first += sum(_is_month(match) for match in _PATTERNS[0].finditer(line))
        month_first += sum(_is_month(match) for match in _PATTERNS[1].finditer(line))
    return day_first > month_first


def _is_month(match: re.Match[str]) -> bool:
    return _month(match["month"]) is not None


def date_label(line: str) -> str:
    """What the line says its date is: ``today``, ``modified``, ``published`` or nothing (``""``).

    The word must stand before the first date: “Last updated: May 3, 2021” is ``modified``.
    """
    dates = find_dates(line, day_first=True)
    before = _FILLER.sub(" ", fold(line[: dates[0].start] if dates else line)).strip()
    kinds = ("today", "modified", "published")
    return next((kind for kind in kinds if f" {before} ".endswith(_labels(kind))), "")


def without_date_label(before: str) -> str:
    """The text before a date without the words that say what the date is (“Updated on”)."""
    return _label_pattern().sub("", before)


def is_date_line(line: str) -> bool:
    """Whether the line is little more than a date: a label, a weekday, a time besides."""
    if len(line) > 120:
        return False
    dates = find_dates(line, day_first=True)
    if not dates:
        return False
    rest = line[: dates[0].start] + " " + line[dates[-1].end :]
    return len(_FILLER.sub(" ", rest).split()) <= _MAX_FILLER_WORDS


def _written_dates(line: str) -> Iterator[DatePhrase]:
    for pattern in _PATTERNS:
        for match in pattern.finditer(line):
            month = _month(match["month"])
            phrase = month and _phrase(match, int(match["year"]), month, int(match["day"]))
            if phrase:
                yield phrase


def _numeric_dates(line: str, day_first: bool | None) -> Iterator[DatePhrase]:
    for match in _NUMERIC.finditer(line):
        first, second = int(match["first"]), int(match["second"])
        if match["mark"] == "." or first > 12 or first == second:
            day, month = first, second
        elif second > 12 or day_first is False:
            day, month = second, first
        elif day_first is None:
            continue
        else:
            day, month = first, second
        if phrase := _phrase(match, int(match["year"]), month, day):
            yield phrase


def _month(word: str) -> int | None:
    if word.isdigit():
        return int(word)
    key = fold(word)
    months = month_numbers()
    # Hebrew and Arabic join the preposition to the month: באפריל.
    return months.get(key) or (months.get(key[1:]) if key[:1] in "בל" else None)


def _phrase(match: re.Match[str], year: int, month: int, day: int) -> DatePhrase | None:
    if not 1600 <= year <= 2100:
        return None
    try:
        moment = date(year, month, day)
    except ValueError:
        return None
    return DatePhrase(moment.isoformat(), match.start(), match.end())


@cache
def _labels(kind: str) -> tuple[str, ...]:
    words = all_phrases("dates", kind)
    return tuple(f" {_FILLER.sub(' ', fold(word)).strip()} " for word in words)


@cache
def _label_pattern() -> re.Pattern[str]:
    labels = {word for kind in ("modified", "published") for word in all_phrases("dates", kind)}
    # A word of two letters (“le”, “em”) ends too many names to be cut off.
    words = "|".join(re.escape(word) for word in sorted(labels, key=len, reverse=True) if word[3:])
    return re.compile(rf"(?<!\w)(?:{words})\W*$", re.IGNORECASE)
