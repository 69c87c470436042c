"""A web site of articles: a page for each, lists by date, outlet, tag and person, and a search."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from desktop_app.core.article import Article, StoredImage
from desktop_app.core.counted import count_articles
from desktop_app.core.highlight import Highlight
from desktop_app.core.resource_path import resource_path
from desktop_app.export.base.plain_words import one_line
from desktop_app.export.base.result import ExportResult
from desktop_app.export.documents.document import (
    Cover,
    Excerpts,
    Gap,
    Heading,
    OwnText,
    Part,
    WholeArticle,
)
from desktop_app.export.website.article_body import own_html
from desktop_app.export.website.article_pages import ArticlePages, ShownArticle, ShownHighlights
from desktop_app.export.website.search_index import Facet, SearchIndex
from desktop_app.export.website.site_cards import Card, article_card, by_date, by_year
from desktop_app.export.website.site_folder import SiteFolder
from desktop_app.export.website.site_names import Gathered, NameLink, SiteNames, most_named
from desktop_app.export.website.site_pages import PageMaker, SiteFacts, markup

#: On the front page: so many articles, or all where there are no more, and so many names.
_ON_FRONT, _ALL_ON_FRONT, _NAMES_ON_FRONT = 30, 100, 12
#: The search narrows by so many persons.
_PERSONS_SOUGHT = 200


@dataclass(frozen=True, slots=True)
class SiteOrder:
    """A dossier's first page and what stands in it, in order; articles by their number from 1."""

    cover: Cover
    parts: tuple[Part, ...]

    def excerpts(self) -> dict[int, tuple[Highlight, ...]]:
        """The passages that stand for articles, by number; not those there in full."""
        quoted: dict[int, dict[Highlight, None]] = {}
        for part in self.parts:
            if isinstance(part, Excerpts):
                quoted.setdefault(part.source, {}).update(dict.fromkeys(part.highlights))
        whole = {part.source for part in self.parts if isinstance(part, WholeArticle)}
        return {number: tuple(each) for number, each in quoted.items() if number not in whole}


@dataclass(frozen=True, slots=True)
class SiteChoices:
    """What the user chose of a site."""

    title: str
    highlights: ShownHighlights = "marked"
    order: SiteOrder | None = None


def export_website(
    articles: Sequence[Article],
    to: Path,
    choices: SiteChoices,
    *,
    images: Callable[[int], Mapping[str, StoredImage]] | None,
    progress: Callable[[int, int], None],
    cancelled: Callable[[], bool],
) -> ExportResult:
    """Write the site into the folder ``to``; ``images`` are left out where there is None.

    Written again it touches what changed, and takes away what it no longer shows. Raises
    ExportError for a folder that holds anything else, and where it can't be written.
    """
    folder = SiteFolder(to)
    try:
        site = _Site(folder, choices, len(articles), images)
        whole = site.write(articles, progress, cancelled)
    except BaseException:
        folder.give_up()
        raise
    return folder.close(whole=whole)


class _Site:
    def __init__(
        self,
        folder: SiteFolder,
        choices: SiteChoices,
        count: int,
        images: Callable[[int], Mapping[str, StoredImage]] | None,
    ) -> None:
        self._folder = folder
        self._choices = choices
        self._title = one_line(choices.title, 200) or "Press articles"
        self._pages = PageMaker(folder, SiteFacts(self._title, count_articles(count)))
        self._names = SiteNames()
        self._index = SearchIndex()
        self._cards: list[Card] = []
        self._years: list[NameLink] = []
        self._articles = ArticlePages(folder, self._pages, self._names, images, choices.highlights)

    def write(
        self,
        articles: Sequence[Article],
        progress: Callable[[int, int], None],
        cancelled: Callable[[], bool],
    ) -> bool:
        """Write all; gives whether it was done to the end."""
        steps = len(articles) + 1
        before: Card | None = None
        for (shown, card), after in _with_next(self._shown(articles)):
            if cancelled():
                return False
            self._articles.write(shown, card, before, after[1] if after else None)
            before = card
            progress(card.number + 1, steps)
        for part in (self._write_lists, self._write_front, self._write_search):
            for _ in part():
                if cancelled():
                    return False
        progress(steps, steps)
        return True

    def _shown(self, articles: Sequence[Article]) -> Iterator[tuple[ShownArticle, Card]]:
        order = self._choices.order
        excerpts = order.excerpts() if order else {}
        for number, article in enumerate(articles):
            shown = ShownArticle(article, excerpts.get(number + 1))
            card = article_card(number, article, shown.text)
            self._cards.append(card)
            self._names.add(card, article, shown.people)
            clean = article.clean
            besides = (clean.subtitle, clean.publisher, clean.agency, *clean.authors, *article.tags)
            self._index.add(card.title, "\n".join((*filter(None, besides), shown.text)))
            yield shown, card

    # What stands on a list

    def _write_lists(self) -> Iterator[None]:
        self._years = self._pages.write_timeline(self._cards)
        yield
        for name, heading, gathered in (
            ("people.html", "People", self._names.people.values()),
            ("tags.html", "Tags", self._names.tags.values()),
            ("outlets.html", "Outlets", self._names.outlets.values()),
        ):
            self._pages.write_names(name, heading, most_named(gathered))
            for each in gathered:
                self._write_gathered(each)
                yield

    def _write_gathered(self, gathered: Gathered) -> None:
        cards = [self._cards[number] for number in gathered.numbers]
        facts = (*gathered.facts(), count_articles(len(cards)))
        self._pages.write_cards(gathered.href, gathered.name, by_year(cards), facts)

    # The front page

    def _write_front(self) -> Iterator[None]:
        order = self._choices.order
        newest = by_date(self._cards)
        some = newest if len(newest) <= _ALL_ON_FRONT else newest[:_ON_FRONT]
        numbers = count(1)
        self._pages.write(
            "index.html",
            "front.html",
            heading=self._title,
            cover=_cover(order.cover, numbers) if order else None,
            span=self._span(),
            parts=[self._part(each, numbers) for each in order.parts] if order else (),
            facets=self._facets_on_front(),
            cards=() if order else some,
            cards_heading="Articles" if some is newest else "Newest articles",
            more="" if some is newest else "All articles by date",
        )
        yield

    def _span(self) -> str:
        years = sorted(card.year for card in self._cards if card.year)
        if not years:
            return ""
        first, last = str(int(years[0])), str(int(years[-1]))
        return first if first == last else f"{first} – {last}"

    def _facets_on_front(self) -> Iterator[dict[str, object]]:
        for href, words, names in (
            ("timeline.html", "Years", self._years),
            ("people.html", "People", most_named(self._names.people.values())),
            ("tags.html", "Tags", most_named(self._names.tags.values())),
            ("outlets.html", "Outlets", most_named(self._names.outlets.values())),
        ):
            more = len(names) - _NAMES_ON_FRONT
            if names:
                yield {
                    "words": words,
                    "href": href,
                    "names": names[:_NAMES_ON_FRONT],
                    "more": f"All {len(names):,}" if more > 0 else "",
                }

    def _part(self, part: Part, numbers: Iterator[int]) -> dict[str, object]:
        shown: dict[str, object] = {"heading": "", "text": "", "gap": "", "level": 2}
        match part:
            case Heading(level, words):
                shown |= {"heading": one_line(words, 500), "level": min(level + 1, 6)}
            case OwnText():
                shown |= {"text": markup(own_html(part, numbers))}
            case Gap(words):
                shown |= {"gap": one_line(words, 500)}
            case WholeArticle() | Excerpts():
                shown |= {"card": self._cards[part.source - 1]}
        return shown

    # The search

    def _write_search(self) -> Iterator[None]:
        for name in ("site.css", "search.js", "words.js"):
            self._folder.put(name, resource_path("website", name).read_bytes())
        self._pages.write("search.html", "search.html", heading="Search")
        shown = [
            (each.href, each.title, each.facts, each.lead, each.language) for each in self._cards
        ]
        for name, content in self._index.files(shown, self._search_facets()):
            self._folder.put(name, content)
            yield

    def _search_facets(self) -> list[Facet]:
        people = sorted(self._names.people.values(), key=lambda each: -len(each.numbers))
        years = sorted({card.year for card in self._cards if card.year})
        code = {year: at for at, year in enumerate(years)}
        return [
            Facet(
                "Year",
                [str(int(year)) for year in years],
                [code.get(card.year, -1) for card in self._cards],
                sorted=True,
            ),
            self._facet("Outlet", list(self._names.outlets.values())),
            self._facet("Tag", list(self._names.tags.values())),
            self._facet("Person", people[:_PERSONS_SOUGHT]),
        ]

    def _facet(self, words: str, names: Sequence[Gathered]) -> Facet:
        codes: list[list[int]] = [[] for _ in self._cards]
        for at, gathered in enumerate(names):
            for number in gathered.numbers:
                codes[number].append(at)
        return Facet(words, [each.name for each in names], codes)


def _with_next(
    several: Iterator[tuple[ShownArticle, Card]],
) -> Iterator[tuple[tuple[ShownArticle, Card], tuple[ShownArticle, Card] | None]]:
    """Each with the one behind it."""
    current = next(several, None)
    while current is not None:
        following = next(several, None)
        yield current, following
        current = following


def _cover(cover: Cover, numbers: Iterator[int]) -> dict[str, object]:
    return {
        "subtitle": one_line(cover.subtitle, 500),
        "author": one_line(cover.author, 500),
        "date": one_line(cover.date, 100),
        "abstract": markup(own_html(cover.abstract, numbers)) if cover.abstract.markdown else "",
    }
