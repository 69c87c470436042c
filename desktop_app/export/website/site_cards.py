"""What a site's lists show of its articles, and how the lists are parted and named."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby

from desktop_app.core.article import Article
from desktop_app.core.dates import EdtfDate
from desktop_app.core.dates_in_words import MONTHS, date_in_words
from desktop_app.core.errors import InputError
from desktop_app.export.base.plain_words import one_line

#: So many articles, or names, stand on one page of a list.
MOST_ON_PAGE, MOST_NAMES = 300, 1_000
_LEAD, _TITLE, _NAME = 200, 300, 200
_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8}){0,4}")
_NO_SLUG = re.compile(r"[^a-z0-9]+")
_UNKNOWN_BEGIN = "0001-01-01"


@dataclass(frozen=True, slots=True)
class Card:
    """An article in a list; ``number`` is its place in the site's order, from 0.

    ``day`` is the date in words; ``begin`` the first day that it may be, empty where it has none,
    ``month`` 0 where none is known.
    """

    number: int
    href: str
    title: str
    publisher: str
    day: str
    lead: str
    language: str
    begin: str
    month: int

    @property
    def year(self) -> str:
        """The year as four digits, empty where there is none."""
        return self.begin[:4]

    @property
    def facts(self) -> str:
        """Outlet and day on one line."""
        return " · ".join(filter(None, (self.publisher, self.day)))


@dataclass(frozen=True, slots=True)
class CardGroup:
    """Articles of a list below a heading; ``id`` is where links lead to."""

    id: str
    words: str
    cards: tuple[Card, ...]


def article_card(number: int, article: Article, shown_text: str) -> Card:
    """The card of an article of which ``shown_text`` can be read."""
    clean = article.clean
    begin, month = _day(clean.published)
    return Card(
        number,
        f"articles/{article.id}.html",
        shown_title(article),
        shown_name(clean.publisher),
        one_line(date_in_words(clean.published), _NAME) if clean.published else "",
        one_line(clean.subtitle or shown_text, _LEAD),
        language_of(article),
        begin,
        month,
    )


def shown_title(article: Article) -> str:
    """The title on one line; never empty."""
    return one_line(article.clean.title or "", _TITLE) or "Untitled"


def shown_name(name: str | None) -> str:
    """A name on one line."""
    return one_line(name or "", _NAME)


def language_of(article: Article) -> str:
    """The language as HTML tells it, empty where it is none."""
    language = article.clean.language or ""
    return language if _LANGUAGE.fullmatch(language) else ""


def by_date(cards: Iterable[Card]) -> list[Card]:
    """The newest first, undated ones last."""
    dated = sorted(cards, key=lambda each: (each.begin, each.number), reverse=True)
    return sorted(dated, key=lambda each: not each.begin)


def by_year(cards: Iterable[Card]) -> Iterator[CardGroup]:
    """Groups of a year each, newest first."""
    for year, several in groupby(by_date(cards), key=lambda each: each.year):
        yield CardGroup(f"y{year}", year or "Without a date", tuple(several))


def by_month(cards: Iterable[Card]) -> Iterator[CardGroup]:
    """Groups of a month each, of one year, in the order of the calendar."""
    ordered = sorted(cards, key=lambda each: (each.month or 13, each.begin, each.number))
    for month, several in groupby(ordered, key=lambda each: each.month):
        words = MONTHS[month - 1] if month else "Month not known"
        yield CardGroup(f"m{month:02d}", words, tuple(several))


def page_names(name: str, count: int) -> list[str]:
    """The files of a list of so many pages: ``x.html``, ``x-2.html``."""
    stem = name.removesuffix(".html")
    return [name, *(f"{stem}-{number}.html" for number in range(2, count + 1))]


def parted(groups: Iterable[CardGroup], most: int = MOST_ON_PAGE) -> list[list[CardGroup]]:
    """The groups in pages of at most so many cards; a group that doesn't fit goes on overleaf."""
    pages: list[list[CardGroup]] = [[]]
    room = most
    for group in groups:
        rest = group.cards
        while rest:
            if not room:
                pages.append([])
                room = most
            part, rest = rest[:room], rest[room:]
            room -= len(part)
            pages[-1].append(CardGroup(group.id, group.words, part))
    return pages


def stable_name(folder: str, words: str) -> str:
    """A file's name made of words: of ASCII letters, and another one for other words."""
    plain = unicodedata.normalize("NFKD", words[:200]).encode("ascii", "ignore").decode().lower()
    slug = _NO_SLUG.sub("-", plain).strip("-")[:40].strip("-")
    known = hashlib.sha256(words.encode("utf-8", "replace")).hexdigest()[:8]
    return f"{folder}/{slug + '-' if slug else ''}{known}.html"


def _day(edtf: str | None) -> tuple[str, int]:
    try:
        date = EdtfDate.parse(edtf) if edtf else None
    except InputError:
        date = None
    if date is None:
        return "", 0
    begin = date.latest if date.earliest == _UNKNOWN_BEGIN else date.earliest
    is_month = date.earliest[:7] == date.latest[:7]
    return begin, int(begin[5:7]) if is_month else 0
