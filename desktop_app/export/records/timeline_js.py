"""Dated items for TimelineJS, as its JSON and as the rows of its spreadsheet.

The fields are those of https://timeline.knightlab.com/docs/json-format.html. What TimelineJS shows
as HTML is escaped here, and no picture is named: it would be loaded from its outlet by everyone who
opens the timeline.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable, Iterator
from html import escape
from typing import Literal, TypeAlias

from desktop_app.core.dates_in_words import date_in_words
from desktop_app.export.base.plain_words import one_line
from desktop_app.export.records.dated_items import DatedItem

Group: TypeAlias = Literal["none", "publisher", "tag"]
_Date: TypeAlias = dict[str, int]

#: Spreadsheets are read by TimelineJS as far as this row, the first being that of the names.
MOST_ROWS = 1_000
#: With more slides than these it is slow in browsers.
MOST_SLIDES = 500
_COLUMNS = (
    "Year",
    "Month",
    "Day",
    "Time",
    "End Year",
    "End Month",
    "End Day",
    "End Time",
    "Display Date",
    "Headline",
    "Text",
    "Media",
    "Media Credit",
    "Media Caption",
    "Media Thumbnail",
    "Type",
    "Group",
    "Background",
)
_PARTS = ("year", "month", "day")
_PLAIN = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2})(?:T.*)?)?)?")
_HEADLINE = 120
_OPEN = ("", "..")
#: What makes a spreadsheet take a cell for a formula, in Western and in full-width letters.
_FORMULA = re.compile(r"^[=+\-@＝＋－＠|%]")


def timeline_json(items: Iterable[DatedItem], title: str, group: Group) -> Iterator[bytes]:
    """The pieces of the JSON, one slide a line; with a title slide where there is a title."""
    head = {"title": {"text": {"headline": _html(title), "text": ""}}} if title else {}
    beginning = json.dumps(head, ensure_ascii=False)[:-1]
    yield _utf8(f'{beginning}{", " if head else ""}"events": [')
    for number, item in enumerate(items):
        slide = json.dumps(_slide(item, group), ensure_ascii=False)
        yield _utf8(f"{',' if number else ''}\n{slide}")
    yield b"\n]}\n"


def timeline_csv(items: Iterable[DatedItem], title: str, group: Group) -> Iterator[bytes]:
    """The pieces of the table, as TimelineJS's template names its columns.

    It begins with the mark by which spreadsheet programs know UTF-8.
    """
    yield b"\xef\xbb\xbf" + _row(_COLUMNS)
    if title:
        yield _row(_cells({}, {}, "", _html(title), "", "title", ""))
    for item in items:
        start, end = _dates(item.date.text)
        headline, text = _words(item)
        shown = _displayed(item.date.text)
        yield _row(_cells(start, end, shown, headline, text, "", _grouped(item, group)))


def _slide(item: DatedItem, group: Group) -> dict[str, object]:
    start, end = _dates(item.date.text)
    headline, text = _words(item)
    slide: dict[str, object] = {
        "unique_id": item.key,
        "start_date": start,
        "end_date": end,
        "display_date": _displayed(item.date.text),
        "text": {"headline": headline, "text": text},
        "group": _grouped(item, group),
    }
    return {name: value for name, value in slide.items() if value} | {"autolink": False}


def _words(item: DatedItem) -> tuple[str, str]:
    """Headline and text as HTML: the sentence whole only where the headline cuts it."""
    headline = one_line(item.words, _HEADLINE)
    paragraphs = [item.words] if headline != item.words else []
    if not item.is_event and item.article.clean.subtitle:
        paragraphs.append(one_line(item.article.clean.subtitle, 500))
    text = "".join(f"<p>{_html(each)}</p>" for each in paragraphs)
    source = _html(item.source or item.address or "")
    if item.address:
        link = f'<a href="{escape(item.address)}" target="_blank" rel="noopener noreferrer">'
        source = f"{link}{source}</a>"
    return _html(headline), text + (f"<p>{source}</p>" if source else "")


def _dates(edtf: str) -> tuple[_Date, _Date]:
    """The first and the last date with the parts that are known; the last is empty for one day.

    Of an interval with an open end only the known end is told.
    """
    if "/" not in edtf:
        return _span(edtf)
    first, _, last = edtf.partition("/")
    if first in _OPEN or last in _OPEN:
        return _span(last if first in _OPEN else first)
    (start, _), (begin, end) = _span(first), _span(last)
    return start, end or begin


def _span(edtf: str) -> tuple[_Date, _Date]:
    bare = edtf.rstrip("?~%")
    if "X" in bare:
        return {"year": int(bare.replace("X", "0"))}, {"year": int(bare.replace("X", "9"))}
    match = _PLAIN.match(bare)
    known = [int(part) for part in match.groups() if part] if match else []
    return dict(zip(_PARTS, known, strict=False)), {}


def _displayed(edtf: str) -> str:
    """The date in words where its parts alone would claim more than is known."""
    is_plain = not any(mark in edtf for mark in "?~%X") and not set(edtf.split("/")) & set(_OPEN)
    return "" if is_plain else date_in_words(edtf)


def _grouped(item: DatedItem, group: Group) -> str:
    if group == "none":
        return ""
    tags = item.article.tags
    name = item.article.clean.publisher if group == "publisher" else tags[0] if tags else ""
    # TimelineJS takes markup out of a group's name and then shows what is left as HTML: an escaped
    # tag would be one again.
    bare = one_line(name or "", 100).replace("<", "‹").replace(">", "›")
    return bare.replace("&", "&amp;")


def _cells(
    start: _Date, end: _Date, shown: str, headline: str, text: str, kind: str, group: str
) -> list[str]:
    first, last = ([str(date.get(part, "")) for part in _PARTS] for date in (start, end))
    return [*first, "", *last, "", shown, headline, text, "", "", "", "", kind, group, ""]


def _row(cells: Iterable[str]) -> bytes:
    row = io.StringIO()
    csv.writer(row, lineterminator="\r\n").writerow(map(_harmless, cells))
    return _utf8(row.getvalue())


def _harmless(cell: str) -> str:
    """The cell with its first letter as HTML where it would begin a formula."""
    return f"&#{ord(cell[0])};{cell[1:]}" if _FORMULA.match(cell) else cell


def _html(text: str) -> str:
    return escape(one_line(text, 2_000))


def _utf8(text: str) -> bytes:
    return text.encode("utf-8", "replace")
