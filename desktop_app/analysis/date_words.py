"""What the words that tell dates are in a language, and how they are written down shortly.

Each language of `date_languages` is one `DateWords`. Words are in lower case; several words stand
apart by one space.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class DateWords:
    """The vocabulary of one language.

    ``periods`` gives whole phrases as a unit and a step (“last week”: ``("week", -1)``); ``days``
    phrases as a number of days from today. ``before_year`` and ``before_month`` are the words that
    must stand before a bare year or month to make it a date; ``since`` those of them that open an
    interval. ``ago`` is a phrase with ``{n}`` and ``{unit}``. ``past``, ``coming`` and ``this``
    stand beside a month or weekday, before or behind it. ``will`` are words of the future.
    ``parts`` name a part of a year, a decade or a century (“early”); ``ordinals`` number centuries
    and quarters in words; ``quarter`` are the words for a quarter of a year; ``owners`` stand
    before a month that stands before a noun (“the June report”); ``until`` names an end that lies
    ahead unless the clause is of the past. ``portions`` number the ``portion_units`` of a month, a
    year or a decade (“the first week of”), -1 for the last. ``decades`` are phrases for decades of
    the twentieth century, by their two figures. ``feasts`` are days with a name of their own, as
    `date_feasts` reads them. ``eras`` give the first year of a reign. ``unspaced`` is a language
    written without spaces, whose forms `date_unspaced` makes: there ``ago`` and ``since`` are what
    stands behind a number or a year.
    """

    months: Mapping[str, int]
    weekdays: Mapping[str, int]
    days: Mapping[str, int]
    periods: Mapping[str, tuple[str, int]]
    units: Mapping[str, str]
    numbers: Mapping[str, int]
    before_year: tuple[str, ...]
    before_month: tuple[str, ...]
    before_weekday: tuple[str, ...]
    since: tuple[str, ...]
    ago: tuple[str, ...]
    past: tuple[str, ...]
    coming: tuple[str, ...]
    this: tuple[str, ...]
    will: tuple[str, ...]
    of: tuple[str, ...] = ()
    behind_year: tuple[str, ...] = ()
    between: tuple[str, ...] = ()
    connect: tuple[str, ...] = ()
    around: tuple[str, ...] = ()
    century: tuple[str, ...] = ()
    later: tuple[tuple[str, int], ...] = ()
    seasons: Mapping[str, int] = field(default_factory=dict)
    parts: tuple[str, ...] = ()
    ordinals: Mapping[str, int] = field(default_factory=dict)
    quarter: tuple[str, ...] = ()
    owners: tuple[str, ...] = ()
    until: tuple[str, ...] = ()
    portions: Mapping[str, int] = field(default_factory=dict)
    portion_units: Mapping[str, str] = field(default_factory=dict)
    decades: Mapping[str, int] = field(default_factory=dict)
    feasts: Mapping[str, str] = field(default_factory=dict)
    eras: Mapping[str, int] = field(default_factory=dict)
    unspaced: bool = False


def numbered(names: str, start: int = 1) -> dict[str, int]:
    """Names parted by spaces, forms of one by a bar, as numbers from start on."""
    return {
        form: number
        for number, forms in enumerate(names.split(), start)
        for form in forms.replace("_", " ").split("|")
    }


def listed(block: str) -> tuple[str, ...]:
    """What stands between commas."""
    return tuple(item.strip() for item in block.split(","))


def periods_of(**steps: str) -> dict[str, tuple[str, int]]:
    """Phrases by a unit and step in the keyword: ``week_1`` last week, ``week0``, ``week1``."""
    found = {}
    for key, phrases in steps.items():
        unit, step = key.rstrip("_01"), -1 if "_" in key else int(key[-1])
        for phrase in listed(phrases):
            found[phrase] = (unit, step)
    return found


_UNITS = ("day", "week", "month", "year")


def units_of(names: str) -> dict[str, str]:
    """The words for day, week, month and year, forms of one by a bar."""
    return {
        form: unit
        for unit, forms in zip(_UNITS, names.split(), strict=True)
        for form in forms.split("|")
    }


def bent(words: str, endings: str, nouns: str) -> str:
    """Every word with every ending before every noun: “letzte Woche, letzten Woche, …”."""
    return ",".join(
        f"{word}{ending} {noun}"
        for word in words.split()
        for ending in endings.split()
        for noun in nouns.split()
    )


def decades_of(block: str, names: str) -> dict[str, int]:
    """Phrases for the twenties to the nineties: every name in every form of ``block``."""
    return {
        form.replace("{}", name.replace("_", " ")): 10 * number
        for number, forms in enumerate(names.split(), 2)
        for name in forms.split("|")
        for form in listed(block)
    }


def feasts_of(block: str) -> dict[str, str]:
    """“name = day” a comma apart; a name with an apostrophe is written in both ways."""
    pairs = (item.split(" = ") for item in listed(block))
    return {form: day for name, day in pairs for form in (name, name.replace("'", "’"))}
