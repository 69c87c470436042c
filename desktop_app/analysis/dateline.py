"""The dateline that agencies put before a story: where and on what day it was written.

Relative dates are seen from that day. What happened is `date_events`'.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache

from desktop_app.analysis.date_languages import words_of
from desktop_app.analysis.date_patterns import YEAR, any_of

# A dateline's day lies at most so many days from the day of publication.
_NEAR_DAYS = 45
_LONGEST = 120
# “NEW YORK”, “Rio de Janeiro”, “New Delhi [India]”, “COLUMBIA, S.C.”: names only.
_NAME = r"(?:[A-ZÀ-ÞА-Я][^\W\d_]*[.’'-]?){1,4}"
_SMALL = r"(?:de|del|la|el|of|am|an|der|den|upon|sur|les|do|da)"
_PLACE = rf"{_NAME}(?:,?\s(?:{_NAME}|{_SMALL}|[\[(]{_NAME}[\])])){{0,5}}"
_CLOSE = r"\s?,?\s?(?:[(\[/][^)\]\n]{2,40}[)\]/]\s?)?(?:[–—:]|--?)\s"


@dataclass(frozen=True, slots=True)
class Dateline:
    """A dateline's day, and where the dateline ends in the text."""

    day: date
    end: int


def dateline_of(text: str, published: date | None, language: str) -> Dateline | None:
    """The dateline at the beginning of a text, where it tells a day.

    A day without a year is the one nearest to publication; ``language`` is an ISO 639-1 code.
    """
    beginning = text[:_LONGEST]
    match = next(filter(None, (form.match(beginning) for form in _forms(language))), None)
    if match is None:
        return None
    month = words_of(language).months[match["month"].lower()]
    try:
        told = _day(match["year"], month, int(match["day"]), published)
    except ValueError:
        return None  # the thirtieth of February
    if told is None or (published and abs((told - published).days) > _NEAR_DAYS):
        return None
    return Dateline(told, match.end())


def _day(year: str | None, month: int, day: int, published: date | None) -> date | None:
    if year:
        return date(int(year), month, day)
    if published is None:
        return None
    around = range(max(1, published.year - 1), min(9999, published.year + 1) + 1)
    days = [date(each, month, day) for each in around]
    return min(days, key=lambda each: abs((each - published).days))


@cache
def _forms(language: str) -> tuple[re.Pattern[str], ...]:
    words = words_of(language)
    if words.unspaced:
        # “新华社北京4月13日电”
        return (
            re.compile(
                r"\s*[【（(]?\w{2,16}?(?P<year>(?:20|19)\d\d年)?(?<!\d)(?P<month>1?\d)月(?P<day>[1-3]?\d)日[电電讯訊]"
            ),
        )
    month = rf"(?P<month>(?i:{any_of(words.months)}))"
    day, of = r"(?P<day>[0-3]?\d)", rf"(?:{any_of(words.of)}\s)?"
    year = rf"(?:,?\s{of}(?P<year>{YEAR}))?"
    return (
        re.compile(rf"\s*{_PLACE},?\s{month}\.?\s{day}{year}{_CLOSE}"),
        re.compile(rf"\s*{_PLACE}\s\({month}\.?\s{day}{year}\){_CLOSE}"),
        re.compile(rf"\s*{_PLACE},?\s{day}\.?\s{of}{month}\.?{year}{_CLOSE}"),
    )
