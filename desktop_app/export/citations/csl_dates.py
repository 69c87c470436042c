"""EDTF dates as CSL-JSON has them: parts of a day or of two, whether about then, a season.

The form is that of CSL-JSON's schema (https://github.com/citation-style-language/schema).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_DATE = re.compile(r"(\d{4}|\d{3}X|\d{2}XX)(?:-(\d{2})(?:-(\d{2}))?)?(?:T[\d:.Z+-]*)?([?~%]?)")
_OPEN = ("", "..")
_SEASONS = {21: 1, 22: 2, 23: 3, 24: 4}
CslDate = dict[str, object]


@dataclass(frozen=True, slots=True)
class _End:
    """One end of a date: the days it may mean first and last, as parts."""

    first: list[int]
    last: list[int]
    circa: bool
    season: int = 0


def csl_date(text: str) -> CslDate:
    """The date for CSL; words that are no EDTF are told as they are."""
    text = text.strip()
    ends = [None if each in _OPEN else _end(each) for each in text.split("/")]
    known = [each for each in ends if each]
    if (
        len(ends) > 2
        or not known
        or any(e is None and t not in _OPEN for e, t in _both(ends, text))
    ):
        return {"literal": text}
    if ends[0] is None:
        return {"literal": f"–{text.partition('/')[2]}"}
    first, last = ends[0], ends[-1]
    if first.season or (last and last.season):
        return _in_season(first, text) if len(ends) == 1 else {"literal": text}
    if len(ends) == 1:
        parts = [first.first] if first.first == first.last else [first.first, first.last]
    else:
        parts = [first.first, last.last if last else [0]]
    date: CslDate = {"date-parts": parts}
    if any(each.circa for each in known):
        date["circa"] = True
    return date


def says_all(text: str) -> bool:
    """Whether CSL's form tells all that the date does."""
    return (
        re.fullmatch(r"\d{4}(-\d{2}(-\d{2})?)?(/\d{4}(-\d{2}(-\d{2})?)?)?", text.strip())
        is not None
    )


def _both(ends: list[_End | None], text: str) -> list[tuple[_End | None, str]]:
    return list(zip(ends, text.split("/"), strict=True))


def _in_season(end: _End, text: str) -> CslDate:
    date: CslDate = {"date-parts": [end.first[:1]], "season": end.season}
    return date | ({"circa": True} if end.circa else {})


def _end(text: str) -> _End | None:
    match = _DATE.fullmatch(text)
    if match is None:
        return None
    year, month, day, mark = match.groups()
    circa = bool(mark) or "X" in year
    rest = [int(each) for each in (month, day) if each]
    if rest and rest[0] in _SEASONS and len(rest) == 1:
        return _End([int(year)], [int(year)], circa, _SEASONS[rest[0]])
    if (
        ("X" in year and rest)
        or (rest and not 1 <= rest[0] <= 12)
        or (day and not 1 <= rest[1] <= 31)
    ):
        return None
    first, last = int(year.replace("X", "0")), int(year.replace("X", "9"))
    return _End([first, *rest], [last, *rest], circa)
