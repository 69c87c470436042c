"""The citations of a dossier: of the articles in it, and those in the author's own text."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import replace

from desktop_app.export.base.rich_text import RichText, rich
from desktop_app.export.citations.cite_syntax import Cited, Cluster
from desktop_app.export.citations.cited_markdown import take_citations
from desktop_app.export.citations.citeproc import Citations, CitationWords, cite
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
    clusters = [each for part in texts for each in _clusters(document, part, known, options)]
    made = processor(
        [_reference(source) for source in document.sources],
        clusters,
        style,
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
        warnings=(*document.warnings, *_unknown(texts, known)),
    )


def said_again(document: Document, before: str, said: OwnText, markdown: str) -> OwnText | None:
    """A text of a document with citations, as it was ``said``, that is written differently now.

    None where it cites other things than ``before``, so that the citations must be made again.
    """
    known = {source.key for source in document.sources}
    was = take_citations(before, known, lambda _: "")
    taken = take_citations(markdown, known, lambda at: f"[]({CITATION_ADDRESS}{at})")
    is_alike = (was.clusters, was.unknown) == (taken.clusters, taken.unknown)
    if not is_alike or len(said.citations) != len(taken.clusters):
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


def _clusters(
    document: Document, part: Part, known: Collection[str], options: DocumentOptions
) -> tuple[Cluster, ...]:
    if isinstance(part, OwnText):
        return take_citations(part.markdown, known, lambda _: "").clusters
    if isinstance(part, WholeArticle | Excerpts) and options.citations != "none":
        return ((Cited(document.source(part.source).key),),)
    return ()


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

    def mark(_: int) -> str:
        begins = len(citations)
        said = next(words)
        citations.extend(_in_place(said, has_notes=options.citations != "none"))
        return "".join(f"[]({CITATION_ADDRESS}{at})" for at in range(begins, len(citations)))

    taken = take_citations(part.markdown, known, mark)
    return OwnText(_with_notes_in_place(taken.markdown, citations), tuple(citations))


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
    *most, last = said.note
    note = (*most, replace(last, text=last.text.removesuffix(".")))
    return rich(" (" if said.text else "(", *note, ")")


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
