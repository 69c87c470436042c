"""Parts of a month, a year or a decade: the first week of July, the second half of 2019."""

from __future__ import annotations

import calendar
import re

# “The first days” of a month are about so many.
_DAYS = 7
_MONTH = re.compile(r"(\d{4})-(\d\d)")
_DECADE = re.compile(r"(\d{3})X")


def portion_of(whole: str, unit: str, number: int) -> str | None:
    """A part of an EDTF month, year or decade as EDTF, or None where there is no such part.

    ``unit`` is “week”, “days” or “half”; ``number`` counts from 1, -1 is the last.
    """
    month = _MONTH.fullmatch(whole)
    if month:
        return _of_month(whole, calendar.monthrange(int(month[1]), int(month[2]))[1], unit, number)
    if unit != "half" or number not in (1, 2, -1):
        return None
    decade = _DECADE.fullmatch(whole)
    if decade:
        return f"{decade[1]}0/{decade[1]}4" if number == 1 else f"{decade[1]}5/{decade[1]}9"
    if re.fullmatch(r"\d{4}", whole):
        return f"{whole}-01/{whole}-06" if number == 1 else f"{whole}-07/{whole}-12"
    return None


def _of_month(month: str, length: int, unit: str, number: int) -> str | None:
    if unit == "half":
        if number not in (1, 2, -1):
            return None
        first, last = (1, 15) if number == 1 else (16, length)
    elif number == -1:
        first, last = length - _DAYS + 1, length
    else:
        first, last = _DAYS * (number - 1) + 1, min(_DAYS * number, length)
    about = "~" if unit == "days" else ""
    return f"{month}-{first:02d}{about}/{month}-{last:02d}{about}"
