"""The citations of a dossier: of the articles in it, and those in the author's own text."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace

from desktop_app.export.base.own_dialect import lost_notes
from desktop_app.export.base.rich_text import RichText, rich
from desktop_app.export.citations.cite_syntax import Cited, Cluster
from desktop_app.export.citations.cited_markdown import CitedMarkdown, take_citations
from desktop_app.export.citations.citeproc import Citations, CitationWords, InNotes, cite
from desktop_app.export.citations.reference import Reference, make_reference
from desktop_app.export.citations.styles import style_named
from desktop_app.export.documents.assembled_document import ExportStoppedError, source_of
from desktop_app.export.documents.document import (
    CITATION_ADDRESS,
    Citation,
    Document,
    Excerpts,
    OwnText,
    Part,
    Source,
    WholeArticle,
)
from desktop_app.export.documents.document_options import DocumentOptions
from desktop_app.services.exporting.export_job import ArticlesOfArchive, ExportJob

#: A mark with what of its surroundings gives way to a note's number.
_MARK = re.compile(
    r"(?:(?<=\S)[ \t]+)?(?P<mark>\[\]\("
    + re.escape(CITATION_ADDRESS)
    + r"(?P<number>\d{1,6})\))(?P<punctuation>[.,;:!?…]*)"
)
#: A mark behind which a note ends: one in place, or with its paragraph.
_LAST_MARK = re.compile(
    r"\[\]\("
    + re.escape(CITATION_ADDRESS)
    + r"(?P<number>\d{1,6})\)[ \t]*(?:\]|\Z|\n[ \t]*(?:\n|\Z|\[\^))"
)
_STOP = re.compile(r"\.([”’»]?)\Z")


def with_citations(
    job: ExportJob,
    document: Document,
    options: DocumentOptions,
    processor: Callable[..., Citations | None] = cite,
) -> Document:
    """The document with every source told and cited in the style of the options.

    An article of the archive that only the author's own text cites becomes a source as well.
    Without notes, the articles aren't cited, and a note of the author's text stands in brackets.
    ``processor`` is ``cite``, or what keeps its answers.
    Raises InputError for a style that can't be used, ExportStoppedError when the user stops.
    """
    style = style_named(options.style, options.style_file)
    document = _with_cited_sources(job, document)
    known = {source.key for source in document.sources}
    texts = [document.cover.abstract, *document.parts]
    cited = _Clusters(is_note=style.is_note)
    for part in texts:
        if isinstance(part, OwnText):
            cited.add_text(take_citations(part.markdown, known, lambda _: ""))
        elif isinstance(part, WholeArticle | Excerpts) and options.citations != "none":
            cited.add((Cited(document.source(part.source).key),))
    made = processor(
        [_reference(source) for source in document.sources],
        cited.clusters,
        style,
        in_notes=InNotes(tuple(cited.numbers), frozenset(cited.within)),
        cancelled=job.cancelled,
    )
    if made is None:
        raise ExportStoppedError
    words = iter(made.clusters)
    abstract, *parts = (_said(document, each, known, words, options) for each in texts)
    assert isinstance(abstract, OwnText)
    entries = {entry.key: entry.words for entry in made.bibliography}
    return replace(
        document,
        cover=replace(document.cover, abstract=abstract),
        parts=tuple(parts),
        sources=tuple(
            replace(source, reference=entries.get(source.key, source.reference))
            for source in document.sources
        ),
        warnings=(*document.warnings, *_unknown(texts, known), *_lost_notes(texts)),
    )


def said_again(document: Document, before: str, said: OwnText, markdown: str) -> OwnText | None:
    """A text of a document with citations, as it was ``said``, that is written differently now.

    None where it cites other things than ``before``, so that the citations must be made again.
    """
    known = {source.key for source in document.sources}
    was = take_citations(before, known, lambda _: "")
    taken = take_citations(markdown, known, lambda at: f"[]({CITATION_ADDRESS}{at})")
    is_alike = (was.clusters, was.unknown) == (taken.clusters, taken.unknown)
    are_there = [each.in_note for each in was.places] == [each.in_note for each in taken.places]
    if not is_alike or not are_there or len(said.citations) != len(taken.clusters):
        return None
    return OwnText(_with_notes_in_place(taken.markdown, said.citations), said.citations)


def _with_cited_sources(job: ExportJob, document: Document) -> Document:
    """The document with the archive's own keys, and the articles that the text alone cites."""
    told = [key for own in _own_texts(document) for key in _keys(own.markdown)]
    there = [source.article_id for source in document.sources]
    cited = job.archive.citation_keys.articles(told)
    ids = list(dict.fromkeys((*there, *(cited[key] for key in told if key in cited))))
    keys = job.archive.citation_keys.give(ids)
    sources = [replace(each, key=keys[each.article_id]) for each in document.sources]
    articles = ArticlesOfArchive(job.archive, ids)
    for number, article_id in enumerate(ids[len(there) :], start=len(there) + 1):
        source = source_of(job.archive.articles.get(article_id), number)
        sources.append(replace(source, key=keys[article_id]))
    return replace(document, sources=tuple(sources), articles=articles)


def _own_texts(document: Document) -> Iterator[OwnText]:
    yield document.cover.abstract
    yield from (part for part in document.parts if isinstance(part, OwnText))


def _keys(markdown: str) -> tuple[str, ...]:
    """Every key that a text cites, whatever it may be of."""
    return take_citations(markdown, (), lambda _: "").unknown


def _unknown(texts: list[Part], known: Collection[str]) -> Iterator[str]:
    keys = [key for part in texts if isinstance(part, OwnText) for key in _keys(part.markdown)]
    for key in dict.fromkeys(keys):
        if key not in known:
            yield f"“@{key}” is no article's citation key; it stands in the text as you wrote it."


def _lost_notes(texts: list[Part]) -> Iterator[str]:
    for part in texts:
        unused, missing = lost_notes(part.markdown) if isinstance(part, OwnText) else ((), ())
        for label in unused:
            yield f"The note “[^{label}]” is left out: nothing in its text refers to it."
        for label in missing:
            yield f"“[^{label}]” has no note in its text; it stands there as you wrote it."


@dataclass
class _Clusters:
    """The citations in their order, with the numbers that notes have when all are counted."""

    is_note: bool
    clusters: list[Cluster] = field(default_factory=list)
    numbers: list[int] = field(default_factory=list)
    within: set[int] = field(default_factory=set)
    _notes: int = 0

    def add(self, cluster: Cluster) -> None:
        """A citation that makes a note, where the style has notes."""
        self._notes += self.is_note
        self.clusters.append(cluster)
        self.numbers.append(self._notes)

    def add_text(self, taken: CitedMarkdown) -> None:
        """What a text of the author's cites, in notes of its own or not."""
        before = 0
        for cluster, at in zip(taken.clusters, taken.places, strict=True):
            self._notes += at.notes - before
            before = at.notes
            if at.in_note:
                self.within.add(len(self.clusters))
                self.clusters.append(cluster)
                self.numbers.append(self._notes)
            else:
                self.add(cluster)
        self._notes += taken.notes - before


def _said(
    document: Document,
    part: Part,
    known: Collection[str],
    words: Iterator[CitationWords],
    options: DocumentOptions,
) -> Part:
    """The part with the words of its citations, which come in order."""
    if isinstance(part, WholeArticle | Excerpts) and options.citations != "none":
        said = next(words)
        return replace(part, citation=Citation(said.note or said.text, is_note=bool(said.note)))
    if not isinstance(part, OwnText):
        return part
    citations: list[Citation] = []
    begun: list[int] = []

    def mark(_: int) -> str:
        begins = len(citations)
        begun.append(begins)
        said = next(words)
        citations.extend(_in_place(said, has_notes=options.citations != "none"))
        return "".join(f"[]({CITATION_ADDRESS}{at})" for at in range(begins, len(citations)))

    taken = take_citations(part.markdown, known, mark)
    within = {at for at, place in zip(begun, taken.places, strict=True) if place.in_note}
    markdown = _with_notes_in_place(taken.markdown, citations)
    for at in within - _at_an_end(markdown):
        citations[at] = Citation(_without_stop(citations[at].words), is_note=False)
    return OwnText(markdown, tuple(citations))


def _at_an_end(markdown: str) -> set[int]:
    """The citations with which a note or a paragraph ends, so that their own full stop may stay."""
    return {int(found["number"]) for found in _LAST_MARK.finditer(markdown)}


def _without_stop(words: RichText) -> RichText:
    if not words:
        return words
    *most, last = words
    # A style may have it before the mark that ends a title.
    text = _STOP.sub(r"\1", last.text)
    return (*most, replace(last, text=text))


def _with_notes_in_place(markdown: str, citations: Sequence[Citation]) -> str:
    """The marks of notes without the blank before them, and behind the punctuation that follows."""

    def placed(found: re.Match[str]) -> str:
        at = int(found["number"])
        if at >= len(citations) or not citations[at].is_note:
            return found[0]
        return f"{found['punctuation']}{found['mark']}"

    return _MARK.sub(placed, markdown)


def _in_place(said: CitationWords, *, has_notes: bool) -> Iterator[Citation]:
    """What stands where a text cites: words, a note, or both."""
    if said.text:
        yield Citation(said.text, is_note=False)
    if said.note and has_notes:
        yield Citation(said.note)
    elif said.note:
        yield Citation(_in_brackets(said), is_note=False)


def _in_brackets(said: CitationWords) -> RichText:
    return rich(" (" if said.text else "(", *_without_stop(said.note), ")")


def _reference(source: Source) -> Reference:
    return make_reference(
        source.key,
        title=source.title,
        authors=source.authors,
        publisher=source.publisher,
        agency=source.agency,
        language=source.language,
        published=source.published,
        accessed=source.accessed,
        addresses=(source.url, source.canonical_url),
        captured=source.captured,
        sha256=source.sha256,
    )
