"""A dossier, or a selection of articles, read from the archive as a document of any format."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from desktop_app.core.dates_in_words import date_in_words
from desktop_app.core.dossier import Dossier, DossierEntry, EntryKind
from desktop_app.core.errors import InputError
from desktop_app.export.documents.assembled_document import (
    assembled_document,
    selection_document,
)
from desktop_app.export.documents.document import (
    Cover,
    Document,
    Excerpts,
    Gap,
    Heading,
    OwnText,
    Part,
    WholeArticle,
)
from desktop_app.services.exporting.export_job import ChosenDossier, ExportJob


def document_of(job: ExportJob, title: str = "") -> Document:
    """The document of what a job is to export; ``title`` goes before the dossier's own.

    Every article is read once, so that its persons and events are known. Raises InputError where
    nothing is in it, ExportStoppedError when the user stops.
    """
    if isinstance(job.what, ChosenDossier):
        return dossier_document(job, job.what.id, title)
    articles = job.articles(list(dict.fromkeys(job.ids)))
    return selection_document(articles, title, job.archive.articles.images, job.cancelled)


def dossier_document(job: ExportJob, dossier_id: int, title: str = "") -> Document:
    """The document of a dossier of the job's archive; raises as ``document_of`` does."""
    dossier = job.archive.dossiers.get(dossier_id)
    entries = job.archive.dossier_entries.in_order(dossier_id)
    return document_of_entries(job, dossier, entries, title)


def document_of_entries(
    job: ExportJob, dossier: Dossier, entries: Sequence[DossierEntry], title: str = ""
) -> Document:
    """The document of these entries, each of which makes one part; raises as ``document_of``."""
    told = dossier.cover
    if not entries and not told.abstract.strip():
        raise InputError(
            f"Nothing is in the dossier “{dossier.name}” yet.",
            "Add articles, headings or text of your own first.",
        )
    kept = _Kept()
    parts = [kept.part(job, entry) for entry in entries]
    cover = Cover(
        title or dossier.name, told.subtitle, told.author, told.date, OwnText(told.abstract)
    )
    articles = job.articles(kept.ids)
    document = assembled_document(
        cover, parts, articles, job.archive.articles.images, job.cancelled
    )
    return replace(document, warnings=tuple(kept.warnings))


@dataclass
class _Kept:
    """What becomes of a dossier's entries: the articles in the order of first standing."""

    ids: list[int] = field(default_factory=list)
    warnings: list[str] = field(default_factory=list)
    _numbers: dict[int, int] = field(default_factory=dict)

    def part(self, job: ExportJob, entry: DossierEntry) -> Part:
        if entry.kind is EntryKind.HEADING:
            return Heading(entry.level, entry.title)
        if entry.kind is EntryKind.TEXT:
            return OwnText(entry.markdown)
        if entry.article_id is None or entry.in_trash:
            return self._gap(entry)
        number = self._number(entry.article_id)
        if entry.excerpts is None:
            return WholeArticle(number)
        own = {each.id: each for each in job.archive.highlights.of_article(entry.article_id)}
        chosen = [own[each] for each in entry.excerpts if each in own]
        self._tell_lost(entry, len(chosen), sum(each.is_orphan for each in chosen))
        chosen.sort(key=lambda each: (each.start is None, each.start or 0, each.end or 0, each.id))
        return Excerpts(number, tuple(chosen))

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
