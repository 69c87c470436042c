"""Days gathered into the buckets of a timeline."""

from __future__ import annotations

import calendar
from collections.abc import Iterable
from datetime import date, timedelta

from desktop_app.core.article import TimelineBucket
from desktop_app.core.errors import InputError

STEPS = ("day", "week", "month", "year")


def buckets(spans: Iterable[tuple[str, str, int]], by: str) -> list[TimelineBucket]:
    """Counts per ``day``, ``week``, ``month`` or ``year`` from (first day, last day, count).

    What is known less exactly than the step gets the bucket of what is known: ``2023-04`` or
    ``2023`` among days, else the span itself; nothing is put on a day that nobody told.
    """
    if by not in STEPS:
        raise InputError(f"A timeline can't go by “{by}”.", f"It goes by {', '.join(STEPS)}.")
    counts: dict[tuple[str, str], int] = {}
    for earliest, latest, count in spans:
        place = (earliest, bucket_label(earliest, latest, by))
        place = (_first_day(place[1], earliest), place[1])
        counts[place] = counts.get(place, 0) + count
    return [TimelineBucket(label, count) for (_, label), count in sorted(counts.items())]


def bucket_label(earliest: str, latest: str, by: str) -> str:
    """The EDTF date of the bucket that holds the days from earliest to latest."""
    first, last = _bucket(earliest, by), _bucket(latest, by)
    if first == last:
        return first
    if earliest[:7] == latest[:7] and _whole_month(earliest, latest):
        return earliest[:7]
    if earliest[:4] == latest[:4] and _whole_year(earliest, latest):
        return earliest[:4]
    return f"{_open(earliest)}/{_open(latest)}"


def _bucket(day: str, by: str) -> str:
    if by == "week":
        moment = date.fromisoformat(day)
        if moment < _FIRST_WEEK or moment > _LAST_WEEK:
            return day
        monday = moment - timedelta(days=moment.weekday())
        return f"{monday.isoformat()}/{(monday + timedelta(days=6)).isoformat()}"
    return day[: {"day": 10, "month": 7, "year": 4}[by]]


_FIRST_WEEK, _LAST_WEEK = date(1, 1, 8), date(9999, 12, 20)


def _first_day(label: str, earliest: str) -> str:
    """What a bucket sorts by: its first day."""
    first = label.partition("/")[0]
    return earliest if first == ".." else (first + "-01-01"[len(first) - 4 :])[:10]


def _whole_month(earliest: str, latest: str) -> bool:
    days = calendar.monthrange(int(latest[:4]), int(latest[5:7]))[1]
    return earliest.endswith("-01") and latest.endswith(f"-{days}")


def _whole_year(earliest: str, latest: str) -> bool:
    return earliest.endswith("-01-01") and latest.endswith("-12-31")


def _open(day: str) -> str:
    return ".." if day in ("0001-01-01", "9999-12-31") else day
