"""What falls on a date, for calendars and timelines: events that articles tell, or articles."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from typing import Literal, TypeAlias

from desktop_app.core.article import Article, Event
from desktop_app.core.counted import count_articles
from desktop_app.core.dates import EdtfDate
from desktop_app.core.dates_in_words import date_in_words
from desktop_app.core.errors import InputError
from desktop_app.export.base.folder_record import article_key
from desktop_app.export.base.plain_words import one_line, web_address

Kind: TypeAlias = Literal["event", "published"]
#: The longest sentence and the longest title that are written, in characters.
MOST_TOLD, MOST_TITLED = 2_000, 300


@dataclass(frozen=True, slots=True)
class DatedItem:
    """An event told in an article, or the article; ``key`` is the same in every export.

    ``words`` is the event's sentence or the article's title, on one line.
    """

    key: str
    date: EdtfDate
    words: str
    article: Article
    is_event: bool

    @property
    def source(self) -> str:
        """The article that tells it: “The Sample Gazette: Ministers meet, 14 April 2023”."""
        clean = self.article.clean
        title = "" if not self.is_event else clean.title or "Untitled"
        named = [one_line(each, MOST_TITLED) for each in (clean.publisher, title) if each]
        day = date_in_words(clean.published) if clean.published and self.is_event else ""
        return ", ".join(filter(None, (": ".join(filter(None, named)), one_line(day, 100))))

    @property
    def address(self) -> str | None:
        """Where the article is on the Web, if it is."""
        clean = self.article.clean
        return web_address(clean.url) or web_address(clean.canonical_url)


@dataclass(slots=True)
class DatedItems:
    """The items of articles, one by one; going through them raises InputError where there is none.

    ``wanted`` tells which events are meant, where not all of an article's are. ``count`` and
    ``undated`` count the items gone by, and the articles that had none.
    """

    articles: Iterable[Article]
    kind: Kind
    wanted: Callable[[EdtfDate], bool] = lambda _date: True
    count: int = 0
    undated: int = 0

    def __iter__(self) -> Iterator[DatedItem]:
        for article in self.articles:
            found = _events(article) if self.kind == "event" else _publishing(article)
            items = [each for each in found if not each.is_event or self.wanted(each.date)]
            self.count += len(items)
            self.undated += not items
            yield from items
        if not self.count:
            raise InputError("Nothing in these articles has such a date.", "Widen the query.")

    @property
    def lacking(self) -> tuple[str, ...]:
        """The sentence about articles that gave nothing, if there were any."""
        if not self.undated:
            return ()
        said = "tell no dated event" if self.kind == "event" else "have no date"
        return (f"Left out because they {said}: {count_articles(self.undated)}.",)


def _publishing(article: Article) -> Iterator[DatedItem]:
    date = _date(article.clean.published)
    if date is not None:
        title = one_line(article.clean.title or "", MOST_TITLED) or "Untitled"
        yield DatedItem(_key(article_key(article), "published"), date, title, article, False)


def _events(article: Article) -> Iterator[DatedItem]:
    same: Counter[Event] = Counter()
    for event in article.clean.events:
        date = _date(event.date)
        words = one_line(event.text, MOST_TOLD)
        if date is None or not words:
            continue
        # By its words and not by its place, so that text added above changes no event.
        told = Event(event.date, 0, 0, words)
        same[told] += 1
        key = _key(article_key(article), event.date, words, str(same[told]))
        yield DatedItem(key, date, words, article, True)


def _date(text: str | None) -> EdtfDate | None:
    try:
        return EdtfDate.parse(text) if text else None
    except InputError:
        return None


def _key(*parts: str) -> str:
    content = "\x1f".join(parts).encode("utf-8", "replace")
    return hashlib.sha256(content).hexdigest()[:32]
