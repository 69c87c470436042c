"""When a page says it was published and changed: data, meta tags, ``time``, lines, address.

A date is the outlet's local day (``YYYY-MM-DD``), as its own time stamp writes it. Days in the
future of the capture are mistakes. htmldate is asked last.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from lxml.etree import LxmlError
from lxml.html import HtmlElement

from desktop_app.cleaning.byline import opens_byline
from desktop_app.cleaning.date_phrases import date_label, find_dates, first_date, is_date_line
from desktop_app.cleaning.page_blocks import PageBlock

_log = logging.getLogger(__name__)

PUBLISHED_META = (
    "article:published_time",
    "og:article:published_time",
    "datepublished",
    "parsely-pub-date",
    "sailthru.date",
    "dcterms.created",
    "dcterms.date",
    "dc.date.issued",
    "dc.date",
    "dc.date.created",
    "date",
    "pubdate",
    "publishdate",
    "publish_date",
    "publish-date",
    "published",
    "article:published",
    "article.published",
    "cxenseparse:recs:publishtime",
    "citation_publication_date",
    "citation_date",
    "citation_online_date",
    "og:published_time",
    "published_time",
    "publication_date",
    "originalpublicationdate",
    "datecreated",
    "dateposted",
    "article_date_original",
    "rnews:datepublished",
    "last-published",
    "displaydate",
    "og:pubdate",
    "ptime",
    "article:post_date",
    "prism.publicationdate",
    "lastpublished",
)
MODIFIED_META = (
    "article:modified_time",
    "og:article:modified_time",
    "datemodified",
    "dcterms.modified",
    "dc.date.modified",
    "og:updated_time",
    "last-modified",
    "lastmod",
    "revised",
    "article:modified",
)
_STAMP = re.compile(r"(\d{4})-?(\d{2})-?(\d{2})(?!\d{3})")
_IN_ADDRESS = re.compile(
    r"(?<!\d)((?:19|20)\d{2})[/_-](\d{1,2})[/_-](\d{1,2})(?!\d)|(?<!\d)(20\d{2})(\d{2})(\d{2})(?!\d)"
)
_PUBLISHED_NAMES = re.compile(
    r"publi|posted|created|entry-date|date|time|datum|fecha|data\b", re.IGNORECASE
)
_MODIFIED_NAMES = re.compile(r"modif|updat|aktual|actualiz", re.IGNORECASE)
_ELSEWHERE = re.compile(
    r"comment|related|sidebar|widget|recent|footer|teaser|popular|recommend|event", re.IGNORECASE
)
_NEAR_TITLE, _BEFORE_TITLE, _BESIDE_TITLE, _MAX_LINE = 25, 6, 9, 220
_SHORT_LINE = 120
FIRST_YEAR = 1600


def iso_day(value: str | None, today: str | None) -> str | None:
    """The day of a time stamp or of a date written out, unless it lies in the future."""
    if not value:
        return None
    match = _STAMP.match(value.strip())
    day = _day(match[1], match[2], match[3]) if match else first_date(value)
    if day is None or (today and day > _next_day(today)):
        return None
    return day


def date_in_address(url: str | None, today: str | None) -> str | None:
    """The day that an address carries (``/2023/04/14/``)."""
    match = _IN_ADDRESS.search(url or "")
    if match is None:
        return None
    day = _day(*(match[1], match[2], match[3]) if match[1] else (match[4], match[5], match[6]))
    return day if day and not (today and day > _next_day(today)) else None


def marked_dates(root: HtmlElement) -> Iterator[tuple[str, str]]:
    """Days that markup tells, as (``published`` or ``modified``, value), surest first."""
    later: list[tuple[str, str]] = []
    for element in root.iter("time", "span", "meta", "abbr", "div", "p"):
        itemprop = (element.get("itemprop") or "").lower()
        value = element.get("datetime") or element.get("content") or ""
        if "datepublished" in itemprop or "datecreated" in itemprop:
            yield "published", value or _text(element)
        elif "datemodified" in itemprop:
            yield "modified", value or _text(element)
        elif element.tag == "time" and not _is_elsewhere(element):
            names = f"{element.get('class') or ''} {element.get('pubdate') or ''}"
            kind = "modified" if _MODIFIED_NAMES.search(names) else "published"
            later.append((kind, value or _text(element)))
        elif element.tag == "abbr" and "published" in (element.get("class") or ""):
            later.append(("published", element.get("title") or _text(element)))
    yield from later


def written_date(
    blocks: Sequence[PageBlock], title_at: int, kind: str, today: str | None, day_first: bool | None
) -> str | None:
    """The day in a line near the headline that is a date line or says what its date is."""
    near = blocks[max(0, title_at - _BEFORE_TITLE) : title_at + _NEAR_TITLE]
    lines = [block.text for block in near if len(block.text) <= _MAX_LINE]
    for line in lines:
        if kind == "published" and not is_date_line(line) and date_label(line) != kind:
            continue
        if kind == "modified" and date_label(line) != kind:
            continue
        if kind == "published" and date_label(line) == "modified":
            continue
        for found in find_dates(line, day_first=day_first):
            if not today or found.date <= _next_day(today):
                return found.date
    return None


def shown_date(
    blocks: Sequence[PageBlock], title_at: int, today: str | None, day_first: bool | None
) -> str | None:
    """The day that stands right beside the headline, unless it is called that of a change.

    Of several days in that line the first in time: the others tell of changes.
    """
    for block in blocks[max(0, title_at - 1) : title_at + _BESIDE_TITLE]:
        line = block.text
        if len(line) > _MAX_LINE or date_label(line) == "modified":
            continue
        if is_date_line(line) or date_label(line) == "published":
            days = [found.date for found in find_dates(line, day_first=day_first)]
            if days := [day for day in days if not today or day <= _next_day(today)]:
                return min(days)
    return None


def any_date(
    blocks: Sequence[PageBlock], title_at: int, today: str | None, day_first: bool | None
) -> str | None:
    """The day of the first short line that is about a date, be it that of a change.

    From the headline down, then above it: for pages that tell nothing better.
    """
    for block in (*blocks[title_at:], *reversed(blocks[:title_at])):
        line = block.text
        if len(line) > _SHORT_LINE or not any(map(str.isdigit, line)):
            continue
        days = [found.date for found in find_dates(line, day_first=day_first)]
        days = [day for day in days if not today or day <= _next_day(today)]
        if days and (is_date_line(line) or date_label(line) or opens_byline(line)):
            return days[0]
    return None


def htmldate_day(root: HtmlElement, url: str | None, today: str | None) -> str | None:
    """What htmldate takes for the publication date; it is imported only when it is asked.

    Its search of the whole page is not used: it takes most of the time and is wrong every other
    time, as the year of a copyright line shows.
    """
    from htmldate import find_date  # noqa: PLC0415 - half a second that most pages don't need

    try:
        found = find_date(
            root,
            url=url,
            original_date=True,
            extensive_search=False,
            max_date=today or "2100-01-01",
        )
    except (LxmlError, ValueError, TypeError, AttributeError, OverflowError) as failure:
        _log.debug("htmldate gave up: %r", failure)
        return None
    return str(found) if found else None


def first_day(values: Iterable[str | None], today: str | None) -> str | None:
    """The first value that is a day."""
    return next((day for value in values if (day := iso_day(value, today))), None)


def _text(element: HtmlElement) -> str:
    return " ".join("".join(element.itertext()).split())[:120]


def _is_elsewhere(element: HtmlElement) -> bool:
    for steps, node in enumerate(element.iterancestors()):
        if node.tag in ("aside", "nav", "footer") or steps > 6:
            return node.tag in ("aside", "nav", "footer")
        if node.tag not in ("body", "html", "article", "main") and _ELSEWHERE.search(
            f"{node.get('class') or ''} {node.get('id') or ''}"[:200]
        ):
            return True
    return False


def _day(year: str, month: str, day: str) -> str | None:
    try:
        moment = date(int(year), int(month), int(day))
    except ValueError:
        return None
    return moment.isoformat() if moment.year >= FIRST_YEAR else None


def _next_day(day: str) -> str:
    """The day after, since an outlet may lie a day ahead of the capture's clock."""
    try:
        return date.fromordinal(date.fromisoformat(day).toordinal() + 1).isoformat()
    except ValueError:
        return day
