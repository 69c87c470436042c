"""What stands before and behind the parts of a document: cover, chronology, sources, index."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from desktop_app.core.counted import count_articles
from desktop_app.core.dates_in_words import date_in_words, moment_in_words
from desktop_app.core.name_order import index_letter
from desktop_app.export.base.rich_text import plain_text
from desktop_app.export.documents.document import Document, Source
from desktop_app.export.documents.document_options import DocumentOptions
from desktop_app.export.typesetting.lettering import Lettering, lettering, web_address
from desktop_app.export.typesetting.printed_part import printed_own_text

#: A longer abstract has a page of its own.
_ON_COVER = 1_100


@dataclass
class PrintedMatter:
    """Data for the template; ``missing`` are the characters in it that no font has."""

    missing: frozenset[str] = frozenset()
    notes: list[dict[str, object]] = field(default_factory=list)

    def cover(self, document: Document, options: DocumentOptions) -> dict[str, object]:
        """The first page; the notes of its abstract are the first of all."""
        cover = document.cover
        words = (cover.title, cover.subtitle, cover.author, cover.date, description(document))
        letters = self._letters("\n".join(words))
        title, subtitle, author, date, told = map(letters.show, words)
        abstract = printed_own_text(cover.abstract, 1, options, "abstract")
        self.missing |= abstract.missing
        self.notes.extend(abstract.notes)
        return {
            "title": title or "Untitled",
            "subtitle": subtitle,
            "author": author,
            "date": date,
            "description": told,
            "abstract": abstract.data,
            "apart": len(cover.abstract.markdown) > _ON_COVER,
            **letters.data(),
        }

    def chronology(self, document: Document) -> list[dict[str, object]]:
        """The events, those of one date under it."""
        rows: list[dict[str, object]] = []
        last = ""
        for event in document.chronology:
            letters = self._letters(event.sentence, event.language)
            date = date_in_words(event.date)
            rows.append(
                {
                    "date": "" if date == last else date,
                    "words": letters.show(event.sentence),
                    "sources": list(event.sources),
                    **letters.data(),
                }
            )
            last = date
        return rows

    def index(self, document: Document) -> list[dict[str, object]]:
        """The persons by their first letters."""
        groups: list[dict[str, object]] = []
        rows: list[dict[str, object]] = []
        for person in document.persons:
            initial = index_letter(person.sort_name)
            if not groups or groups[-1]["letter"] != initial:
                rows = []
                letters = self._letters(initial)
                groups.append({"letter": letters.show(initial), "rows": rows, **letters.data()})
            aliases = person.other_names
            letters = self._letters(person.sort_name + aliases)
            rows.append(
                {
                    "id": person.id,
                    "name": letters.show(person.sort_name),
                    "aliases": letters.show(aliases),
                    **letters.data(),
                }
            )
        return groups

    def sources(self, document: Document) -> list[dict[str, object]]:
        """The sources by number."""
        return [self._source(each) for each in document.sources]

    def _source(self, source: Source) -> dict[str, object]:
        words = plain_text(source.reference)
        letters = self._letters(words, source.language)
        return {
            "number": source.number,
            "words": letters.pieces(source.reference),
            "rows": [
                {"label": name, "value": letters.show(value), "url": web_address(value)}
                for name, value in (
                    ("Address", source.url or source.canonical_url),
                    ("Archived", source.archived_url),
                    ("Captured", moment_in_words(source.captured) if source.captured else ""),
                    ("SHA-256", source.sha256),
                    ("Pictures", "; ".join(source.image_credits)),
                )
                if value
            ],
            **letters.data(),
        }

    def _letters(self, text: str, language: str | None = None) -> Lettering:
        letters = lettering(text, language)
        self.missing |= letters.missing
        return letters


def description(document: Document) -> str:
    """How many articles of which days: “12 articles, 3 May 2019 – 14 April 2023”."""
    if not document.sources:
        return ""
    days = sorted(each.published[:10] for each in document.sources if each.published)
    count = count_articles(len(document.sources))
    if not days:
        return count
    first, last = date_in_words(days[0]), date_in_words(days[-1])
    return f"{count}, {first}" if first == last else f"{count}, {first} to {last}"


def authors_of(document: Document, sources: Sequence[Source]) -> list[str]:
    """Who wrote it, for the file's metadata: the dossier's author, or those of one article."""
    if document.has_cover:
        return [document.cover.author] if document.cover.author else []
    return [name for source in sources for name in source.authors]
