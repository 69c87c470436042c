"""Dates as a reader expects them, from the EDTF strings that the archive keeps."""

from __future__ import annotations

import re
from datetime import date, timedelta

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_PLAIN = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T(\d{2}:\d{2}))?)?)?")
_DECADE, _CENTURY = re.compile(r"(\d{3})X"), re.compile(r"(\d{2})XX")
_OPEN = ("", "..")
_DOUBT = {"?": " (uncertain)", "~": " (about)", "%": " (about, uncertain)"}


def date_in_words(edtf: str) -> str:
    """“14 April 2023”, “April 2023”, “2023 (uncertain)”; what isn't plain stays as it is."""
    if "/" in edtf:
        first, _, last = edtf.partition("/")
        if last in _OPEN:
            return f"since {_one(first)}"
        return f"until {_one(last)}" if first in _OPEN else _span(first, last)
    return _one(edtf)


def short_date(edtf: str) -> str:
    """“17 Dec 2025”: a date in words with its month cut to three letters."""
    return shortened(date_in_words(edtf))


def shortened(words: str) -> str:
    """A date in words with its months cut to three letters."""
    return " ".join(word[:3] if word in MONTHS else word for word in words.split(" "))


def days_in_words(first: str, last: str) -> str:
    """The days from one to another, both included, as ISO dates: “2008 – 2010”, “May 2019”."""
    is_month = first.endswith("-01") and _is_last_of_month(last)
    is_year = is_month and first[5:7] == "01" and last[5:7] == "12"
    length = 4 if is_year else 7 if is_month else 10
    begin, end = first[:length], last[:length]
    return date_in_words(begin if begin == end else f"{begin}/{end}")


def _is_last_of_month(day: str) -> bool:
    # The calendar's own last day has none behind it.
    return day.endswith("-31") or (date.fromisoformat(day) + timedelta(days=1)).day == 1


def moment_in_words(time: str) -> str:
    """A time in UTC such as ``2026-11-23T15:40:00Z``, as “23 November 2026, 15:40 UTC”."""
    match = _PLAIN.match(time)
    if match is None or match[4] is None:
        return date_in_words(time)
    return f"{_one(time[:10])}, {match[4]} UTC"


def _span(first: str, last: str) -> str:
    """Both ends; what they share, a month, a year, a doubt, is said once."""
    doubt = _DOUBT.get(last[-1], "") if first[-1:] == last[-1:] else ""
    if doubt:
        first, last = first[:-1], last[:-1]
    begin, end = _one(first).split(), _one(last).split()
    shared = 0
    if len(begin) == len(end):
        while shared < len(begin) - 1 and begin[-1 - shared] == end[-1 - shared]:
            shared += 1
    return f"{' '.join(begin[: len(begin) - shared])} – {' '.join(end)}{doubt}"


def _one(edtf: str) -> str:
    if edtf in _OPEN:
        return "…"
    doubt = _DOUBT.get(edtf[-1], "")
    words = _plain(edtf.rstrip("?~%"))
    return edtf if words is None else words + doubt


def _plain(bare: str) -> str | None:
    """A year, month, day, decade or century without marks of doubt; None for anything else."""
    if decade := _DECADE.fullmatch(bare):
        return f"the {decade[1]}0s"
    if century := _CENTURY.fullmatch(bare):
        return f"the {_ordinal(int(century[1]) + 1)} century"
    match = _PLAIN.match(bare)
    if match is None or (match[3] is None and match.end() != len(bare)):
        return None
    year, month, day = match[1], match[2], match[3]
    if month is None:
        return year
    if not 1 <= int(month) <= len(MONTHS):
        return None
    name = MONTHS[int(month) - 1]
    return f"{int(day)} {name} {year}" if day else f"{name} {year}"


def _ordinal(number: int) -> str:
    endings = {1: "st", 2: "nd", 3: "rd"}
    ending = "th" if 10 < number % 100 < 14 else endings.get(number % 10, "th")
    return f"{number}{ending}"
