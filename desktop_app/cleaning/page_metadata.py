"""An article's fields from its page, each with where it came from; unknown stays unknown.

The order of trust: the page's structured data, its meta tags, its markup, its words, its address,
and last what other extractors make of it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from lxml.html import HtmlElement

from desktop_app.cleaning.byline import agency_in, agency_named
from desktop_app.cleaning.date_phrases import day_comes_first
from desktop_app.cleaning.html_tree import ParsedPage
from desktop_app.cleaning.page_authors import choose_authors, meta_authors
from desktop_app.cleaning.page_blocks import PageBlock
from desktop_app.cleaning.page_dates import (
    MODIFIED_META,
    PUBLISHED_META,
    date_in_address,
    first_day,
    htmldate_day,
    iso_day,
    marked_dates,
)
from desktop_app.cleaning.page_head import PageHead, page_head
from desktop_app.cleaning.page_images import absolute_address
from desktop_app.cleaning.page_title import choose_title, without_site
from desktop_app.cleaning.shown_dates import (
    PageLines,
    any_date,
    dateline_date,
    guessed_date,
    shown_date,
    stated_date,
    written_date,
)
from desktop_app.cleaning.structured_data import (
    Node,
    article_data,
    names_of,
    organisation_name,
    text_of,
)
from desktop_app.core.article import Provenance

_LANGUAGE = re.compile(r"([a-zA-Z]{2,3})(?:[-_].*)?$")
_TITLE_META = (
    "og:title",
    "twitter:title",
    "dc.title",
    "dcterms.title",
    "parsely-title",
    "sailthru.title",
    "headline",
)
_MAX_SOURCE = 40
_DAY_FIRST_HOST = re.compile(r"\.(?:uk|au|nz|in|ie|za|sg|my|pk|ng|ke|gh)(?::\d+)?$")


@dataclass(frozen=True, slots=True)
class PageMetadata:
    """The fields that a page tells, and the provenance of those that are known."""

    title: str | None = None
    authors: tuple[str, ...] = ()
    publisher: str | None = None
    agency: str | None = None
    language: str | None = None
    canonical_url: str | None = None
    published: str | None = None
    modified: str | None = None
    provenance: dict[str, Provenance] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ToldFacts:
    """What a page's head and data say, read before its tree is taken apart."""

    head: PageHead
    data: Node
    site: str | None
    url: str | None
    today: str | None
    marked: tuple[tuple[str, str], ...]

    @property
    def titles(self) -> tuple[str, ...]:
        """The head's titles, most telling first."""
        told = text_of(self.data.get("headline"))
        metas = [self.head.first(name) for name in _TITLE_META]
        return tuple(dict.fromkeys(filter(None, (*metas, self.head.title, told))))

    @property
    def description(self) -> str:
        """The page's summary of itself."""
        told = self.head.first("og:description", "description", "twitter:description")
        return told or text_of(self.data.get("description")) or ""

    @property
    def body(self) -> str:
        """The article's text, where the data holds all of it."""
        told = self.data.get("articleBody")
        return told.strip() if isinstance(told, str) else ""


def told_facts(page: ParsedPage, url: str | None, today: str | None) -> ToldFacts:
    """Read what the page says of itself outside its blocks."""
    head = page_head(page.root)
    called = (head.title, *head.headings, head.first("og:title", "twitter:title") or "")
    data = article_data(page.data_scripts, called)
    names = names_of(data.get("publisher"))
    site = head.first("og:site_name", "application-name") or (names[0] if names else None)
    site = site or organisation_name(page.data_scripts) or head.home or _host_name(url)
    return ToldFacts(head, data, site, url, today, tuple(marked_dates(page.root)))


def page_metadata(told: ToldFacts, root: HtmlElement, blocks: Sequence[PageBlock]) -> PageMetadata:
    """Decide the fields; ``blocks`` are the page's, in order."""
    provenance: dict[str, Provenance] = {}

    def note(name: str, value: str | None, source: str, confidence: float) -> str | None:
        if value:
            provenance[name] = Provenance(source, confidence)
        return value

    chosen = choose_title(
        text_of(told.data.get("headline")), told.titles, told.head.headings, told.site
    )
    title = note("title", *chosen) if chosen else None
    title_at = title_index(blocks, title)
    publisher = _publisher(told, note)
    found = choose_authors(
        names_of(told.data.get("author")),
        meta_authors(told.head),
        blocks,
        root,
        title_at,
        publisher,
    )
    if found:
        provenance["authors"] = found[1]
    lines = PageLines(blocks, title_at, told.today, _day_first(told, blocks))
    published = _published(told, root, lines, note)
    return PageMetadata(
        title=title,
        authors=found[0] if found else (),
        publisher=publisher,
        agency=_agency(told, blocks, title_at, note),
        language=_language(told, note),
        canonical_url=_canonical(told, note),
        published=published,
        modified=_modified(told, lines, published, note),
        provenance=provenance,
    )


_Note = Callable[[str, str | None, str, float], str | None]


def title_index(blocks: Sequence[PageBlock], title: str | None) -> int:
    """The block that is the headline: the last heading of that text, else the first such block."""
    same = [block for block in blocks if title and block.text == title]
    for tag in ("h1", "h2"):
        if headings := [block for block in same if block.element.tag == tag]:
            return headings[-1].index
    if same:
        return same[0].index
    # A kicker may stand before the title in its heading, a source behind it.
    within = [block for block in blocks if title and title in block.text]
    for block in within:
        if block.element.tag in ("h1", "h2", "h3"):
            return block.index
    for block in within:
        if block.text.startswith(title or "") and len(block.text) < len(title or "") + _MAX_SOURCE:
            return block.index
    return next((block.index for block in blocks if block.element.tag == "h1"), 0)


def _publisher(told: ToldFacts, note: _Note) -> str | None:
    names = [name for name in names_of(told.data.get("publisher")) if not agency_named(name)]
    if names:
        return note("publisher", names[0], "json-ld", 0.95)
    site = told.head.first("og:site_name")
    if site and not site.startswith("http"):
        return note("publisher", site, "meta", 0.9)
    other = told.head.first(
        "dc.publisher", "publisher", "application-name", "citation_journal_title"
    )
    if other and not other.startswith("http"):
        return note("publisher", other, "meta", 0.7)
    tail = _site_in_title(told)
    return note("publisher", tail, "html", 0.5) if tail else None


def _site_in_title(told: ToldFacts) -> str | None:
    """The outlet's name behind the headline in the title, where the address bears it out."""
    host = (_host_name(told.url) or "").replace("-", "")
    for title in (told.head.title,):
        bare = without_site(title, None)
        rest = title.removeprefix(bare).strip(" |–—·•»«:/~-")
        key = "".join(filter(str.isalnum, rest.casefold()))
        if rest and len(host) > 2 and (key in host or host.rpartition(".")[2] in key):
            return rest
    return None


def _published(told: ToldFacts, root: HtmlElement, lines: PageLines, note: _Note) -> str | None:
    """The day that the page dates itself by: what it shows before what its data tells.

    What its data tells then is a later change, a move to another system, the same moment in
    another time zone, or a first version that the page no longer speaks of.
    """
    if day := date_in_address(told.url, told.today):
        return note("published", day, "url", 0.9)
    found = _told_day(told, root, lines)
    if day := _day_in_lines(lines, found[0] if found else None):
        return note("published", day, "text", 0.85)
    return note("published", *found) if found else None


def _day_in_lines(lines: PageLines, told: str | None) -> str | None:
    """The day in the page's lines that is believed rather than the one its data tells."""
    shown, stated = shown_date(lines), stated_date(lines)
    known = [day for day in (shown, told) if day]
    if stated and all(stated < day for day in known):
        return stated
    if told is None or shown is None:
        # A page is no younger than a change of which it tells.
        changed = shown_date(lines, changed=True) if told else None
        return shown or (changed if changed and told and changed < told else None)
    if shown < told:
        return None if _turned(shown) == told else shown
    # At the top of a page, or on the day of the capture, it may be the day of reading.
    is_own = lines.has_headline and shown != lines.today
    return shown if is_own and told not in (shown, _turned(shown)) else None


def _told_day(
    told: ToldFacts, root: HtmlElement, lines: PageLines
) -> tuple[str, str, float] | None:
    """The day that the page tells, surest first: it, its source, how sure that is."""
    today = told.today
    marked = [value for kind, value in told.marked if kind == "published"]
    tries: tuple[tuple[str, float, Callable[[], str | None]], ...] = (
        ("json-ld", 0.95, lambda: iso_day(text_of(told.data.get("datePublished")), today)),
        ("meta", 0.95, lambda: first_day(map(told.head.meta.get, PUBLISHED_META), today)),
        ("microdata", 0.85, lambda: first_day(marked, today)),
        ("text", 0.75, lambda: shown_date(lines) or dateline_date(lines)),
        ("text", 0.7, lambda: written_date(lines, "published")),
        ("text", 0.6, lambda: stated_date(lines)),
        ("text", 0.4, lambda: guessed_date(lines)),
        ("html", 0.5, lambda: htmldate_day(root, told.url, today)),
        ("text", 0.3, lambda: any_date(lines)),
    )
    for source, confidence, look in tries:
        if day := look():
            return day, source, confidence
    return None


def _turned(day: str) -> str:
    """The day with its month and day exchanged: 2024-09-10 for 2024-10-09."""
    year, month, day_of_month = day.split("-")
    return f"{year}-{day_of_month}-{month}"


def _modified(told: ToldFacts, lines: PageLines, published: str | None, note: _Note) -> str | None:
    today = told.today
    marked = [value for kind, value in told.marked if kind == "modified"]
    tries: tuple[tuple[str, float, Callable[[], str | None]], ...] = (
        ("json-ld", 0.95, lambda: iso_day(text_of(told.data.get("dateModified")), today)),
        ("meta", 0.9, lambda: first_day(map(told.head.meta.get, MODIFIED_META), today)),
        ("microdata", 0.8, lambda: first_day(marked, today)),
        ("text", 0.7, lambda: written_date(lines, "modified")),
    )
    for source, confidence, look in tries:
        day = look()
        if day and (published is None or day >= published):
            return note("modified", day, source, confidence)
    return None


def _day_first(told: ToldFacts, blocks: Sequence[PageBlock]) -> bool | None:
    """Whether 03/04/2023 is April here: yes outside American English.

    Where the page says no more than English, its address or its other dates may tell.
    """
    language = (told.head.language or "").lower().replace("_", "-")
    if language and not re.match(r"en(?:-us)?$|eng(?:lish)?$|[^a-z]", language):
        return True
    if language == "en-us":
        return False
    if _DAY_FIRST_HOST.search((told.url or "").split("/", 3)[2:3][0] if told.url else ""):
        return True
    return day_comes_first(block.text for block in blocks if len(block.text) < 60)


def _agency(told: ToldFacts, blocks: Sequence[PageBlock], title_at: int, note: _Note) -> str | None:
    told_names = names_of(told.data.get("author"))
    for name in (*told_names, *(name for names in meta_authors(told.head) for name in names)):
        if found := agency_in(name) or agency_named(name):
            return note("agency", found, "meta", 0.9)
    for block in blocks[title_at : title_at + 40]:
        if found := agency_in(block.text):
            return note("agency", found, "text", 0.8)
    return None


def _language(told: ToldFacts, note: _Note) -> str | None:
    match = _LANGUAGE.match((told.head.language or "").strip())
    if match:
        return note("language", match[1].lower(), "html", 0.9)
    named = told.head.first("content-language", "dc.language", "og:locale") or text_of(
        told.data.get("inLanguage")
    )
    match = _LANGUAGE.match(named or "")
    return note("language", match[1].lower(), "meta", 0.7) if match else None


def _canonical(told: ToldFacts, note: _Note) -> str | None:
    base = told.head.base or told.url
    for value, source in ((told.head.canonical, "html"), (told.head.first("og:url"), "meta")):
        address = absolute_address(value, base) if value else None
        if address and urlsplit(address).path.strip("/"):
            return note("canonical_url", address, source, 0.9)
    return None


def _host_name(url: str | None) -> str | None:
    """The telling part of an address's host: ``bbc`` of ``www.bbc.co.uk``."""
    try:
        host = (urlsplit(url or "").hostname or "").removeprefix("www.")
    except ValueError:
        return None
    parts = host.split(".")
    while len(parts) > 1 and (len(parts[-1]) <= 3 or parts[-1] in ("info", "news", "online")):
        parts.pop()
    return ".".join(parts) or None
