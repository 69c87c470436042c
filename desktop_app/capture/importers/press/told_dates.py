"""Dates as press databases write them, in the languages they are shown in, as EDTF.

The months' names are the calendar's own; a shortened one is told by its beginning.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache

from desktop_app.core.folding import fold

_MONTHS = (
    "january february march april may june july august september october november december",
    "januar februar marz april mai juni juli august september oktober november dezember",
    "janner feber maerz april mai juno julei august september oktober november dezember",
    "janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre",
    "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "ene feb mar abr may jun jul ago setiembre oct nov dic",
    "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "janeiro fevereiro marco abril maio junho julho agosto setembro outubro novembro dezembro",
    "januari februari maart april mei juni juli augustus september oktober november december",
    "januar februar marts april maj juni juli august september oktober november december",
    "januari februari mars april maj juni juli augusti september oktober november december",
    "stycznia lutego marca kwietnia maja czerwca lipca sierpnia wrzesnia pazdziernika"
    " listopada grudnia",
    "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь",
)
_SHORTEST = 3
_YEAR = r"(?P<year>(?:1[5-9]|20)\d\d)(?!\d)"
_WORD = r"(?P<month>[^\W\d_]{3,14})\.?"
_DAY = r"(?<![\d.:])(?P<day>\d{1,2})(?:\.|er|st|nd|rd|th|º|ª)?"
_FORMS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"{_DAY}[\s-]{{1,3}}(?:de |of |di |d')?{_WORD}[\s,-]{{1,3}}(?:de |del |of )?{_YEAR}",
        rf"(?<![^\W\d_]){_WORD}\s(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s{{1,3}}{_YEAR}",
        rf"(?<!\d){_YEAR}\s?[年년]\s?(?P<month>\d{{1,2}})\s?[月월]\s?(?P<day>\d{{1,2}})\s?[日일]",
        rf"(?<!\d){_YEAR}[-/.](?P<month>\d{{1,2}})[-/.](?P<day>\d{{1,2}})(?!\d)",
        rf"(?<![\d.])(?P<day>\d{{1,2}})\.\s?(?P<month>\d{{1,2}})\.\s?{_YEAR}",
    )
)
_SLASHED = re.compile(rf"(?<!\d)(\d{{1,2}})/(\d{{1,2}})/{_YEAR}")
_MONTH_ONLY = re.compile(rf"(?<![^\W\d_]){_WORD}(?:\sde)?,?\s{{1,3}}{_YEAR}", re.IGNORECASE)
_YEAR_ONLY = re.compile(rf"(?<!\d){_YEAR}")
_WORDS = re.compile(r"[^\W\d_]+")
#: A line that is a date has so few other words (a weekday, a time, “GMT”), each so short.
_OTHER_WORDS, _LONGEST, _WORDS_OF_MONTH = 5, 14, 2
_MAX_LINE = 120


def told_date(text: str) -> str | None:
    """The date in a field that holds one: a day, else a month, else a year; None for none.

    03/04/2023 may be two days: of it only the year is told.
    """
    text = " ".join(text[:_MAX_LINE].split())
    return next(_days(text), None) or _slashed(text) or _month(text) or _year(text)


def date_of_line(line: str) -> str | None:
    """The date that a line is, with a weekday or a time besides; None for any other line."""
    if len(line) > _MAX_LINE or ": " in line:
        return None
    words = _WORDS.findall(line)
    if len(words) > _OTHER_WORDS + 1 or any(len(word) > _LONGEST for word in words):
        return None
    found = next(_days(line), None) or _slashed(line)
    # “March 2020” is a magazine's date, “The March 2020 lockdown” a headline.
    return found or (_month(line) if len(words) <= _WORDS_OF_MONTH else None)


def _days(text: str) -> Iterator[str]:
    """The days in the text, those of the form that stands first in it foremost."""
    matches = [match for form in _FORMS for match in form.finditer(text)]
    for match in sorted(matches, key=lambda each: each.start()):
        month = _number(match["month"])
        try:
            yield date(int(match["year"]), month, int(match["day"])).isoformat()
        except ValueError:
            continue


def _slashed(text: str) -> str | None:
    match = _SLASHED.search(text)
    if match is None:
        return None
    first, second, year = int(match[1]), int(match[2]), int(match["year"])
    day, month = (second, first) if second > 12 else (first, second)
    try:
        found = date(year, month, day).isoformat()
    except ValueError:
        return None
    return found if first > 12 or second > 12 or first == second else f"{year}"


def _month(text: str) -> str | None:
    for match in _MONTH_ONLY.finditer(text):
        if number := _number(match["month"]):
            return f"{match['year']}-{number:02}"
    return None


def _year(text: str) -> str | None:
    match = _YEAR_ONLY.search(text)
    return match["year"] if match else None


def _number(word: str) -> int:
    """A month's number, 0 for a word that is none."""
    return int(word) if word.isdecimal() else _months().get(fold(word), 0)


@cache
def _months() -> dict[str, int]:
    found: dict[str, set[int]] = {}
    for names in _MONTHS:
        for number, name in enumerate(names.split(), 1):
            for end in range(_SHORTEST, len(name) + 1):
                found.setdefault(fold(name[:end]), set()).add(number)
    # “jui” may be June or July: what may be two is none.
    return {name: numbers.pop() for name, numbers in found.items() if len(numbers) == 1}
