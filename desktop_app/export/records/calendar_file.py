"""Dated items as an iCalendar file (RFC 5545), written by the icalendar library.

Each is an event of whole days that keeps nobody from being invited (``TRANSP``). Its name and the
time of its stamp come from the archive, so that a calendar which is read in again changes what it
has and adds nothing twice.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from icalendar import Calendar, Event, vText

from desktop_app.core.counted import counted
from desktop_app.core.dates import EdtfDate
from desktop_app.core.dates_in_words import date_in_words
from desktop_app.export.base.moments import utc_moment
from desktop_app.export.base.plain_words import one_line
from desktop_app.export.records.dated_items import DatedItem

_END = b"END:VCALENDAR\r\n"
_PRODUCT = "-//Cuttings//Cuttings//EN"
_SUMMARY = 120
_LAST_DAY = date.max.isoformat()
_OPEN = ("", "..")


@dataclass(slots=True)
class CalendarItems:
    """The pieces of a calendar of items; ``inexact`` counts those that it couldn't take.

    A month, a year, an uncertain date is only taken ``with_spans``: as all the days that it may
    be. A span with an open end is never taken.
    """

    items: Iterable[DatedItem]
    title: str
    with_spans: bool
    inexact: int = 0

    def __iter__(self) -> Iterator[bytes]:
        yield _beginning(self.title)
        for item in self.items:
            if _is_exact(item.date) or (self.with_spans and not _is_open(item.date)):
                yield _event(item)
            else:
                self.inexact += 1
        yield _END

    @property
    def lacking(self) -> tuple[str, ...]:
        """The sentence about dates that couldn't be taken, if there were any."""
        if not self.inexact:
            return ()
        dates = counted(self.inexact, "date")
        known = "has no end" if self.with_spans else "is known less exactly than by day"
        return (f"Left out because a calendar has no place for what {known}: {dates}.",)


def _beginning(title: str) -> bytes:
    calendar = Calendar()
    calendar.add("prodid", _PRODUCT)
    calendar.add("version", "2.0")
    name = one_line(title, 200)
    if name:
        calendar.add("name", name)
        calendar.add("x-wr-calname", vText(name))
    return bytes(calendar.to_ical()).removesuffix(_END)


def _event(item: DatedItem) -> bytes:
    event = Event()
    event.add("uid", f"{item.key}@cuttings.invalid")
    event.add("dtstamp", utc_moment(item.article.captured))
    event.add("dtstart", date.fromisoformat(item.date.earliest))
    if item.date.latest < _LAST_DAY:
        # The first day that no longer belongs to it.
        event.add("dtend", date.fromisoformat(item.date.latest) + timedelta(days=1))
    inexact = "" if _is_exact(item.date) else f"{date_in_words(item.date.text)}: "
    event.add("summary", inexact + one_line(item.words, _SUMMARY))
    event.add("description", _description(item))
    if item.address:
        event.add("url", item.address)
    if item.article.tags:
        event.add("categories", [one_line(tag, 200) for tag in item.article.tags])
    event.add("transp", "TRANSPARENT")
    return bytes(event.to_ical())


def _description(item: DatedItem) -> str:
    told = (item.words if item.is_event else "", item.source, item.address or "")
    return "\n\n".join(each for each in told if each)


def _is_exact(day: EdtfDate) -> bool:
    """Whether first and last day are known, each without doubt."""
    return not day.uncertain and all(len(part) >= 10 for part in day.text.split("/"))


def _is_open(day: EdtfDate) -> bool:
    return bool(set(day.text.split("/")) & set(_OPEN))
