"""What stands behind a dossier's articles: notes, chronology, sources, index of persons."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from desktop_app.core.dates_in_words import date_in_words, moment_in_words
from desktop_app.core.name_order import index_letter
from desktop_app.export.base.own_dialect import has_notes
from desktop_app.export.base.visible_text import language_tag, runs_to_left, visible
from desktop_app.export.documents.document import (
    DatedEvent,
    Document,
    IndexedPerson,
    OwnText,
    Source,
)
from desktop_app.export.documents.document_options import DocumentOptions
from desktop_app.export.dossiers import nodes
from desktop_app.export.dossiers.link_target import link_target
from desktop_app.export.dossiers.markup import Markup, Opening, Writing
from desktop_app.export.dossiers.nodes import Node

_ENGLISH = Writing("en")


@dataclass(frozen=True, slots=True)
class Appendices:
    """The parts behind the articles that the user wants and that have something in them."""

    document: Document
    options: DocumentOptions
    markup: Markup

    def openings(self) -> list[Opening]:
        """Their headings, in order."""
        if not self.document.has_cover:
            return []
        options, document = self.options, self.document
        notes = ("Notes", "notes", self.markup.notes_have_part and self._has_notes())
        rest = (
            ("Chronology", "chronology", options.chronology and document.chronology),
            ("Sources", "sources", options.sources and document.sources),
            ("Index of persons", "index", options.index and document.persons),
        )
        wanted = (*rest, notes) if self.markup.notes_stand_last else (notes, *rest)
        return [
            Opening(1, words, anchor, _ENGLISH, new_page=True)
            for words, anchor, is_there in wanted
            if is_there
        ]

    def blocks(self) -> Iterator[Node]:
        """All of them."""
        parts = {
            "notes": self.markup.told_notes,
            "chronology": self._chronology,
            "sources": self._sources,
            "index": self._index,
        }
        for opening in self.openings():
            yield from self.markup.opening(opening)
            yield from parts[opening.anchor]()
        if not self.document.has_cover:
            yield from self.markup.told_notes()

    def _has_notes(self) -> bool:
        # Before the notes are told it is known only from what will have some.
        if self.options.citations != "endnotes":
            return False
        cited = (getattr(part, "citation", None) for part in self.document.parts)
        texts = (self.document.cover.abstract, *self.document.parts)
        own = (note for part in texts for note in getattr(part, "citations", ()))
        return any(note is not None and note.is_note for note in (*cited, *own)) or any(
            isinstance(part, OwnText) and has_notes(part.markdown) for part in texts
        )

    def _chronology(self) -> Iterator[Node]:
        rows = []
        for date, events in groupby(self.document.chronology, key=lambda event: event.date):
            told = [self._event(event) for event in events]
            rows.append((self.markup.say(date_in_words(date)), told))
        yield from self.markup.dated(rows)

    def _event(self, event: DatedEvent) -> list[Node]:
        sentence = visible(event.sentence)
        writing = Writing(language_tag(event.language), runs_to_left(sentence))
        words = self.markup.foreign(self.markup.words(sentence), writing)
        return [*words, *self.markup.words(" ["), *self._links(event.sources), *self._words("]")]

    def _index(self) -> Iterator[Node]:
        entries: list[Node] = []
        for letter, persons in groupby(self.document.persons, key=_letter):
            letters = [nodes.paragraph(self.markup.say(letter))]
            entries += self.markup.styled("Index Letter", letters)
            paragraphs = [nodes.paragraph(self._person(person)) for person in persons]
            entries += self.markup.styled("Index Entry", paragraphs)
        is_last = self.openings()[-1].anchor == "index"
        yield from self.markup.columns(entries, is_last=is_last)

    def _person(self, person: IndexedPerson) -> list[Node]:
        other_names = f" ({person.other_names})" if person.other_names else ""
        name = self.markup.say(f"{person.sort_name}{other_names}")
        return [*name, *self.markup.words("\u2002"), *self._links(person.sources)]

    def _sources(self) -> Iterator[Node]:
        for source in self.document.sources:
            yield from self._source(source)

    def _source(self, source: Source) -> Iterator[Node]:
        address = self.markup.address(f"source-{source.number}")
        number = nodes.link(self._words(f"[{source.number}]"), address)
        named = self.markup.named([number], f"listed-{source.number}")
        line = [*named, *self.markup.words(" "), *self.markup.rich(source.reference)]
        yield from self.markup.styled("Source Entry", [nodes.paragraph(line)])
        yield from source_facts(source, self.markup)

    def _links(self, numbers: Sequence[int]) -> list[Node]:
        found: list[Node] = []
        for number in numbers:
            found += self._words(", ") if found else []
            address = self.markup.address(f"source-{number}")
            found.append(nodes.link(self._words(str(number)), address))
        return found

    def _words(self, text: str) -> list[Node]:
        return self.markup.words(text)


def source_facts(source: Source, markup: Markup) -> Iterator[Node]:
    """Where a source stands, when it was captured, and its snapshot's SHA-256."""
    address = visible(source.url or source.canonical_url)
    lines: list[list[Node]] = []
    for each in dict.fromkeys((address, visible(source.archived_url))):
        if each:
            shown = markup.words(each)
            target = link_target(each)
            lines.append([nodes.link(shown, target)] if target else shown)
    if source.captured:
        lines.append(markup.say(f"Captured {moment_in_words(source.captured)}"))
    if source.sha256:
        digest = [nodes.code(source.sha256)]
        lines.append([*markup.words("SHA-256 "), *digest])
    inlines: list[Node] = []
    for line in lines:
        inlines += [nodes.line_break(), *line] if inlines else line
    if inlines:
        yield from markup.styled("Source Facts", [nodes.paragraph(inlines)], _ENGLISH)


def _letter(person: IndexedPerson) -> str:
    return index_letter(person.sort_name)
