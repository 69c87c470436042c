"""Articles as rows of tables: what stands in which is told in ``core.readable_tables``."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from desktop_app.core.article import Article, Person
from desktop_app.core.dates import EdtfDate
from desktop_app.core.dossier import Dossier, DossierEntry, EntryKind
from desktop_app.core.errors import InputError
from desktop_app.core.readable_tables import Row

#: So many persons are looked up at once.
_AT_ONCE = 500


@dataclass(slots=True)
class _Named:
    """How often somebody is named in the articles, and when first and last."""

    articles: int = 0
    mentions: int = 0
    first: str = ""
    last: str = ""


@dataclass(slots=True)
class ArticleTables:
    """Makes the rows of articles one by one, and remembers what is counted over all of them."""

    _articles: set[int] = field(default_factory=set)
    _named: dict[int, _Named] = field(default_factory=dict)
    _tags: Counter[str] = field(default_factory=Counter)

    def rows(self, article: Article) -> Iterator[tuple[str, Row]]:
        """The rows that one article has in the tables, each with its table's name."""
        clean, key = article.clean, article.id
        self._articles.add(key)
        yield "articles", article_row(article)
        for position, name in enumerate(clean.authors, 1):
            yield "authors", (key, position, name)
        yield from self._mentions(article)
        for position, event in enumerate(clean.events, 1):
            days = _days(event.date)
            place = (event.text, event.start, event.end)
            yield "events", (key, position, event.date, *days, event.phrase, *place)
        for tag in article.tags:
            self._tags[tag] += 1
            yield "article_tags", (key, tag)
        for each in article.highlights:
            told = (each.quote.exact, each.colour.value, each.note, each.created)
            yield "highlights", (each.id, key, *told, each.start, each.end)
        for name, origin in sorted(clean.provenance.items()):
            yield "provenance", (key, name, origin.source, round(100 * origin.confidence))
        for position, warning in enumerate(clean.warnings, 1):
            yield "warnings", (key, position, warning.code, warning.message)

    def rows_behind(
        self,
        persons: Callable[[Sequence[int]], Iterable[Person]],
        dossiers: Iterable[tuple[Dossier, Sequence[DossierEntry]]],
    ) -> Iterator[tuple[str, Row]]:
        """What all articles told together have beside them: persons, tags, dossiers."""
        ids = sorted(self._named)
        for first in range(0, len(ids), _AT_ONCE):
            for person in persons(ids[first : first + _AT_ONCE]):
                yield from self._person(person)
        for path, count in sorted(self._tags.items()):
            yield "tags", (path, count)
        for dossier, entries in dossiers:
            yield from self._dossier(dossier, entries)

    def _mentions(self, article: Article) -> Iterator[tuple[str, Row]]:
        first, last = _days(article.clean.published)
        seen: set[tuple[int, int]] = set()
        for person_id in {each.id for each in article.clean.people if each.id is not None}:
            named = self._named.setdefault(person_id, _Named())
            named.articles += 1
            named.first = min(filter(None, (named.first, first)), default="")
            named.last = max(named.last, last or "")
        for person in article.clean.people:
            for each in person.mentions:
                # Two names of one person may lie at one place.
                if person.id and (each.start, person.id) not in seen:
                    seen.add((each.start, person.id))
                    self._named[person.id].mentions += 1
                    told = (each.start, each.end, each.text, each.role, each.sentence)
                    yield "mentions", (article.id, person.id, *told)

    def _person(self, person: Person) -> Iterator[tuple[str, Row]]:
        named = self._named[person.id]
        counts = (named.articles, named.mentions, named.first or None, named.last or None)
        yield "persons", (person.id, person.name, *counts, person.wikidata, person.note)
        for name in sorted({person.name, *person.aliases}):
            yield "person_names", (person.id, name)

    def _dossier(
        self, dossier: Dossier, entries: Sequence[DossierEntry]
    ) -> Iterator[tuple[str, Row]]:
        if not any(each.article_id in self._articles for each in entries):
            return
        cover = dossier.cover
        told = (cover.subtitle, cover.author, cover.date, cover.abstract)
        yield "dossiers", (dossier.id, dossier.name, *told)
        for position, each in enumerate(entries, 1):
            if each.kind is EntryKind.ARTICLE and each.article_id not in self._articles:
                continue
            level = each.level if each.kind is EntryKind.HEADING else None
            place = (each.id, dossier.id, position, each.kind.name.lower())
            text = each.markdown if each.kind is EntryKind.TEXT else None
            yield "dossier_entries", (*place, each.article_id, each.title, level, text)


def article_row(article: Article) -> Row:
    """An article's row, the text last."""
    clean, snapshot = article.clean, article.snapshot
    return (
        article.id,
        clean.title,
        clean.subtitle,
        "; ".join(clean.authors),
        clean.publisher,
        clean.agency,
        clean.language,
        clean.url,
        clean.canonical_url,
        clean.published,
        *_days(clean.published),
        clean.modified,
        clean.accessed,
        article.captured,
        clean.words,
        "; ".join(article.tags),
        article.note,
        int(article.starred),
        int(article.unread),
        "; ".join(sorted(article.edited)),
        "; ".join(each.code for each in clean.warnings),
        min(article.id, *article.copies) if article.copies else None,
        snapshot.sha256 if snapshot else None,
        snapshot.media_type if snapshot else None,
        snapshot.size if snapshot else None,
        clean.text,
    )


def _days(date: str | None) -> tuple[str | None, str | None]:
    """The first and last day that a date may mean; nothing where that can't be told."""
    try:
        read = EdtfDate.parse(date or "")
    except InputError:
        return None, None
    return read.earliest, read.latest
