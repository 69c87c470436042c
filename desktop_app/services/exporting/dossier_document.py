"""A dossier, or a selection of articles, read from the archive as a document of any format."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from desktop_app.core.article import Article
from desktop_app.core.dates import EdtfDate
from desktop_app.core.dates_in_words import date_in_words
from desktop_app.core.dossier import DossierEntry, EntryKind
from desktop_app.core.errors import InputError
from desktop_app.core.name_order import sort_key, sort_name
from desktop_app.export.documents.document import (
    Cover,
    DatedEvent,
    Document,
    Excerpts,
    Gap,
    Heading,
    IndexedPerson,
    OwnText,
    Part,
    Source,
    WholeArticle,
)
from desktop_app.export.documents.shown_text import is_within, shown_stretches
from desktop_app.export.documents.simple_reference import simple_reference
from desktop_app.services.exporting.export_job import ArticlesOfArchive, ChosenDossier, ExportJob

#: What a selection is called that the user gave no title.
UNTITLED = "Press articles"


class ExportStoppedError(Exception):
    """The user stopped while the document was read."""


def document_of(job: ExportJob, title: str = "") -> Document:
    """The document of what a job is to export; ``title`` goes before the dossier's own.

    Every article is read once, so that its persons and events are known. Raises InputError where
    nothing is in it, ExportStoppedError when the user stops.
    """
    if isinstance(job.what, ChosenDossier):
        return dossier_document(job, job.what.id, title)
    ids = list(dict.fromkeys(job.ids))
    parts = [WholeArticle(number) for number in range(1, len(ids) + 1)]
    reading = _Reading(job, ids, parts)
    sources = reading.sources()
    name = title or (sources[0].title if len(ids) == 1 else UNTITLED)
    return reading.document(Cover(name), sources, has_cover=len(ids) > 1)


def dossier_document(job: ExportJob, dossier_id: int, title: str = "") -> Document:
    """The document of a dossier of the job's archive; raises as ``document_of`` does."""
    dossier = job.archive.dossiers.get(dossier_id)
    entries = job.archive.dossier_entries.in_order(dossier_id)
    if not entries and not dossier.cover.abstract.strip():
        raise InputError(
            f"Nothing is in the dossier “{dossier.name}” yet.",
            "Add articles, headings or text of your own first.",
        )
    kept = _Kept()
    parts = [part for entry in entries for part in kept.parts(job, entry)]
    cover = dossier.cover
    reading = _Reading(job, kept.ids, parts)
    return reading.document(
        Cover(
            title or dossier.name,
            cover.subtitle,
            cover.author,
            cover.date,
            OwnText(cover.abstract),
        ),
        reading.sources(),
        kept.warnings,
    )


@dataclass
class _Kept:
    """What becomes of a dossier's entries: the articles in the order of first standing."""

    ids: list[int] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    _numbers: dict[int, int] = field(default_factory=dict)

    def parts(self, job: ExportJob, entry: DossierEntry) -> list[Part]:
        if entry.kind is EntryKind.HEADING:
            return [Heading(entry.level, entry.title)]
        if entry.kind is EntryKind.TEXT:
            return [OwnText(entry.markdown)]
        if entry.article_id is None or entry.in_trash:
            return [self._gap(entry)]
        number = self._number(entry.article_id)
        if entry.excerpts is None:
            return [WholeArticle(number)]
        own = {each.id: each for each in job.archive.highlights.of_article(entry.article_id)}
        chosen = [own[each] for each in entry.excerpts if each in own]
        self._tell_lost(entry, len(chosen), sum(each.is_orphan for each in chosen))
        chosen.sort(key=lambda each: (each.start is None, each.start or 0, each.end or 0, each.id))
        return [Excerpts(number, tuple(chosen))]

    def _number(self, article_id: int) -> int:
        if article_id not in self._numbers:
            self.ids.append(article_id)
            self._numbers[article_id] = len(self.ids)
        return self._numbers[article_id]

    def _gap(self, entry: DossierEntry) -> Gap:
        day = f", {date_in_words(entry.published)}" if entry.published else ""
        name = f"“{entry.title or 'Untitled'}”{day}"
        what = "was deleted for good" if entry.is_gap else "is in the trash"
        self.warnings.append(f"{name}: the article {what}, and is missing from the document.")
        return Gap(f"{name}: not in the archive any more.")

    def _tell_lost(self, entry: DossierEntry, there: int, orphaned: int) -> None:
        gone = len(entry.excerpts or ()) - there
        name = f"“{entry.title or 'Untitled'}”"
        if gone or not there:
            some = "none" if not there else "not all"
            self.warnings.append(f"{name}: {some} of the excerpts chosen is there any more.")
        if orphaned:
            self.warnings.append(
                f"{name}: the text doesn't hold the words of {orphaned} of its excerpts any more; "
                "they stand as they were marked."
            )


class _Reading:
    """Goes through the articles once, and keeps who and what is told in what is shown."""

    def __init__(self, job: ExportJob, ids: Sequence[int], parts: Sequence[Part]) -> None:
        self._job = job
        self._ids = ids
        self._parts = tuple(parts)
        self._shown = shown_stretches(parts)
        self._persons: dict[int, IndexedPerson] = {}
        self._events: dict[tuple[str, str], DatedEvent] = {}

    def sources(self) -> tuple[Source, ...]:
        """The sources by number."""
        found = []
        articles = self._job.articles(self._ids) if self._ids else ()
        for number, article in enumerate(articles, start=1):
            if self._job.cancelled():
                raise ExportStoppedError
            source = source_of(article, number)
            found.append(replace(source, reference=simple_reference(source)))
            self._note_persons(article, number)
            self._note_events(article, number)
        return tuple(found)

    def document(
        self,
        cover: Cover,
        sources: tuple[Source, ...],
        warnings: Sequence[str] = (),
        *,
        has_cover: bool = True,
    ) -> Document:
        """The document of what was read."""
        archive = self._job.archive
        return Document(
            cover,
            self._parts,
            sources,
            ArticlesOfArchive(archive, self._ids),
            archive.articles.images,
            tuple(sorted(self._events.values(), key=_by_date)),
            tuple(sorted(self._persons.values(), key=lambda each: sort_key(each.sort_name))),
            tuple(warnings),
            has_cover,
        )

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
            if not is_within(event.start, event.end, shown):
                continue
            key = (event.date, " ".join(event.text.split()))
            known = self._events.get(key) or DatedEvent(*key, (), article.clean.language)
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


def _by_date(event: DatedEvent) -> tuple[str, str, int]:
    try:
        date = EdtfDate.parse(event.date)
    except InputError:
        return "9999-12-31", event.date, event.sources[0]
    return date.earliest, date.latest, event.sources[0]
