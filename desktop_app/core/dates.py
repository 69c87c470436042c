"""Dates as EDTF strings (https://www.loc.gov/standards/datetime/): how they read and compare.

Covered: ``2023``, ``2023-04``, ``2023-04-13``, a date with time and zone, the marks ``?`` ``~``
``%`` behind a date, decades ``196X`` and centuries ``19XX``, intervals ``a/b`` with ``..`` for an
open end. What is not covered is refused, never guessed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from desktop_app.core.errors import InputError

_DATE = re.compile(
    r"(?P<year>\d{4}|\d{3}X|\d{2}XX)"
    r"(?:-(?P<month>\d{2})(?:-(?P<day>\d{2})"
    r"(?:T(?P<time>\d{2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:?\d{2})?))?)?)?"
    r"(?P<mark>[?~%]?)"
)
_OPEN = ("", "..")


@dataclass(frozen=True, slots=True)
class EdtfDate:
    """A date as uncertain as its source: the string, and the first and last day it may mean.

    ``earliest`` and ``latest`` are ISO days (``YYYY-MM-DD``); for an open interval the missing end
    is ``0001-01-01`` or ``9999-12-31``.
    """

    text: str
    earliest: str
    latest: str

    @classmethod
    def parse(cls, text: str) -> EdtfDate:
        """Read an EDTF string; raises InputError for anything outside the forms covered."""
        text = text.strip()
        if "/" not in text:
            earliest, latest = _bounds(text)
            return cls(text, earliest, latest)
        first, _, second = text.partition("/")
        earliest = "0001-01-01" if first in _OPEN else _bounds(first)[0]
        latest = "9999-12-31" if second in _OPEN else _bounds(second)[1]
        if earliest > latest:
            raise InputError(f"“{text}” ends before it begins.", "Write the earlier date first.")
        return cls(text, earliest, latest)

    @property
    def uncertain(self) -> bool:
        """Whether the source itself doubts the date."""
        return any(mark in self.text for mark in "?~%X")

    def __str__(self) -> str:
        return self.text


def _last_day(year: int, month: int) -> int:
    """A month's number of days; the calendar module, which knows it too, brings locales along."""
    if month == 2:
        return 29 if year % 4 == 0 and (year % 100 != 0 or year % 400 == 0) else 28
    return 30 if month in (4, 6, 9, 11) else 31


def _bounds(text: str) -> tuple[str, str]:
    match = _DATE.fullmatch(text)
    if match is None:
        raise _not_a_date(text)
    year_text, month, day = match["year"], match["month"], match["day"]
    first_year, last_year = int(year_text.replace("X", "0")), int(year_text.replace("X", "9"))
    if first_year == 0 or (month and "X" in year_text):
        raise _not_a_date(text)
    if month is None:
        return f"{first_year:04d}-01-01", f"{last_year:04d}-12-31"
    if not 1 <= int(month) <= 12:
        raise _not_a_date(text)
    last_day = _last_day(first_year, int(month))
    if day is None:
        return f"{year_text}-{month}-01", f"{year_text}-{month}-{last_day:02d}"
    try:
        moment = date(first_year, int(month), int(day)).isoformat()
    except ValueError:
        raise _not_a_date(text) from None
    return moment, moment


def _not_a_date(text: str) -> InputError:
    return InputError(
        f"“{text}” isn't a date that can be read.",
        "Write it as 2023-04-13, 2023-04, 2023, 2023? or 2023-04-13/2023-04-15.",
    )
