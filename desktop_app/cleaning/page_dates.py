"""When a page's data says it was published and changed: time stamps, meta tags, ``time``, address.

A date is the outlet's local day (``YYYY-MM-DD``), as its own time stamp writes it. Days in the
future of the capture are mistakes. htmldate is asked last.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterable, Iterator
from datetime import date

from lxml.etree import LxmlError, XPath
from lxml.html import HtmlElement

from desktop_app.cleaning.date_phrases import first_date
from desktop_app.cleaning.html_tree import elements_at
from desktop_app.cleaning.vocabulary import month_numbers

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
_MAYBE_DATED = XPath("//*[@itemprop or self::time or self::abbr or self::h1]")
_DATED_TAGS = frozenset(str.split("time span meta abbr div p h1"))
_STAMP = re.compile(r"(\d{4})-?(\d{2})-?(\d{2})(?!\d{3})")
_IN_ADDRESS = re.compile(
    r"(?<!\d)((?:19|20)\d{2})[/_-](\d{1,2})[/_-](\d{1,2})(?!\d)|(?<!\d)(20\d{2})(\d{2})(\d{2})(?!\d)"
)
_MONTH_IN_ADDRESS = re.compile(r"/((?:19|20)\d{2})/([^\W\d_]{3,10})/(\d{1,2})(?=/)")
_MODIFIED_NAMES = re.compile(r"modif|updat|aktual|actualiz", re.IGNORECASE)
_ELSEWHERE = re.compile(
    r"comment|related|sidebar|widget|recent|footer|teaser|popular|recommend|event", re.IGNORECASE
)
FIRST_YEAR = 1600


def iso_day(value: str | None, today: str | None) -> str | None:
    """The day of a time stamp or of a date written out, unless it lies in the future."""
    if not value:
        return None
    match = _STAMP.match(value.strip())
    day = _day(match[1], match[2], match[3]) if match else first_date(value)
    return None if day is None or is_yet_to_come(day, today) else day


def date_in_address(url: str | None, today: str | None) -> str | None:
    """The day that an address carries (``/2023/04/14/``, ``/2023/apr/14/``)."""
    named = _MONTH_IN_ADDRESS.search(url or "")
    month = month_numbers().get(named[2].lower()) if named else None
    if named and month:
        day = _day(named[1], str(month), named[3])
        return day if day and not is_yet_to_come(day, today) else None
    match = _IN_ADDRESS.search(url or "")
    if match is None:
        return None
    day = _day(*(match[1], match[2], match[3]) if match[1] else (match[4], match[5], match[6]))
    return day if day and not is_yet_to_come(day, today) else None


def is_yet_to_come(day: str, today: str | None) -> bool:
    """Whether the day lies in the future of the capture."""
    return bool(today) and day > _next_day(today or "")


def marked_dates(root: HtmlElement) -> Iterator[tuple[str, str]]:
    """Days that markup tells, as (``published`` or ``modified``, value), surest first.

    Of plain ``time`` elements those below the first headline come before those above it.
    """
    above: list[tuple[str, str]] = []
    later: list[tuple[str, str]] = []
    for element in elements_at(_MAYBE_DATED, root):
        if element.tag not in _DATED_TAGS:
            continue
        if element.tag == "h1" and not above:
            above, later = later, []
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
    yield from (*later, *above)


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
