"""Parts and articles made into a document: sources numbered, index and chronology drawn up."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from desktop_app.core.article import Article, StoredImage
from desktop_app.core.dates import EdtfDate
from desktop_app.core.errors import InputError
from desktop_app.core.folding import name_key
from desktop_app.core.name_order import sort_key, sort_name
from desktop_app.export.documents.document import (
    Cover,
    DatedEvent,
    Document,
    IndexedPerson,
    Part,
    Source,
    WholeArticle,
    no_images,
)
from desktop_app.export.documents.shown_text import is_within, shown_stretches, words_around
from desktop_app.export.documents.simple_reference import simple_reference

#: What a selection is called that the user gave no title.
UNTITLED = "Press articles"


class ExportStoppedError(Exception):
    """The user stopped while the document was read."""


def _goes_on() -> bool:
    return False


def selection_document(
    articles: Sequence[Article],
    title: str = "",
    images: Callable[[int], Mapping[str, StoredImage]] = no_images,
    cancelled: Callable[[], bool] = _goes_on,
) -> Document:
    """The document of these articles, each whole; of one alone without a cover.

    Raises ExportStoppedError when the user stops.
    """
    parts = tuple(WholeArticle(number) for number in range(1, len(articles) + 1))
    document = assembled_document(Cover(title), parts, articles, images, cancelled)
    alone = len(articles) == 1
    name = title or (document.sources[0].title if alone else UNTITLED)
    return replace(document, cover=Cover(name), has_cover=not alone)


def assembled_document(
    cover: Cover,
    parts: Sequence[Part],
    articles: Sequence[Article],
    images: Callable[[int], Mapping[str, StoredImage]] = no_images,
    cancelled: Callable[[], bool] = _goes_on,
) -> Document:
    """The document of parts that name their sources by the numbers of ``articles``, from 1.

    Every article is read once, and none is kept. Raises ExportStoppedError when the user stops.
    """
    gathered = _Gathered(parts)
    sources = []
    for number, article in enumerate(articles, start=1):
        if cancelled():
            raise ExportStoppedError
        sources.append(gathered.source(article, number))
    return Document(
        cover,
        tuple(parts),
        tuple(sources),
        articles,
        images,
        gathered.chronology(),
        gathered.persons(),
    )


class _Gathered:
    """Who and what is told in that which is shown."""

    def __init__(self, parts: Sequence[Part]) -> None:
        self._shown = shown_stretches(parts)
        self._persons: dict[int, IndexedPerson] = {}
        self._events: dict[tuple[str, str], DatedEvent] = {}
        self._phrases: dict[tuple[str, str], str] = {}

    def source(self, article: Article, number: int) -> Source:
        """The article as a source; its persons and events are kept."""
        self._note_persons(article, number)
        self._note_events(article, number)
        source = source_of(article, number)
        return replace(source, reference=simple_reference(source))

    def chronology(self) -> tuple[DatedEvent, ...]:
        """The events by date; a sentence that tells several stands in full by the first alone."""
        told: set[str] = set()
        events = []
        for key, event in sorted(self._events.items(), key=lambda each: _by_date(each[1])):
            is_again = event.sentence in told
            told.add(event.sentence)
            words = words_around(self._phrases[key], event.sentence) if is_again else event.sentence
            events.append(replace(event, sentence=words))
        return tuple(events)

    def persons(self) -> tuple[IndexedPerson, ...]:
        """The persons by name."""
        found = sorted(self._persons.values(), key=lambda each: sort_key(each.sort_name))
        return tuple(replace(each, aliases=_telling(each.name, each.aliases)) for each in found)

    def _note_persons(self, article: Article, number: int) -> None:
        shown = self._shown[number]
        for person in article.clean.people:
            named = [each for each in person.mentions if is_within(each.start, each.end, shown)]
            if person.id is None or not named:
                continue
            known = self._persons.get(person.id)
            if known is None:
                known = IndexedPerson(person.id, person.name, sort_name(person.name), (), ())
            words = (each for each in (*known.aliases, *person.aliases) if each != known.name)
            self._persons[person.id] = replace(
                known,
                aliases=tuple(dict.fromkeys(words)),
                sources=(*known.sources, number),
            )

    def _note_events(self, article: Article, number: int) -> None:
        shown = self._shown[number]
        for event in article.clean.events:
            # A row of a table, whose cells are parted by tabs, tells nothing without its header.
            if "\t" in event.text or not is_within(event.start, event.end, shown):
                continue
            key = (event.date, " ".join(event.text.split()))
            known = self._events.get(key) or DatedEvent(*key, (), article.clean.language)
            self._phrases.setdefault(key, " ".join(event.phrase.split()))
            if number not in known.sources:
                self._events[key] = replace(known, sources=(*known.sources, number))


def source_of(article: Article, number: int) -> Source:
    """An article as a source of that number."""
    clean = article.clean
    return Source(
        number=number,
        article_id=article.id,
        key=f"source-{article.id}",
        title=clean.title or "Untitled",
        authors=clean.authors,
        publisher=clean.publisher or "",
        agency=clean.agency or "",
        language=clean.language,
        published=clean.published,
        accessed=clean.accessed,
        url=clean.url or "",
        canonical_url=clean.canonical_url or "",
        captured=article.captured,
        sha256=article.snapshot.sha256 if article.snapshot else "",
    )


def _telling(name: str, aliases: Sequence[str]) -> tuple[str, ...]:
    """The aliases that tell more than a part of the name does."""
    words = set(name_key(name).split())
    return tuple(each for each in aliases if not words.issuperset(name_key(each).split()))


def _by_date(event: DatedEvent) -> tuple[str, str, int]:
    try:
        date = EdtfDate.parse(event.date)
    except InputError:
        return "9999-12-31", event.date, event.sources[0]
    return date.earliest, date.latest, event.sources[0]
