"""Citations and a bibliography in a CSL style: one run of pandoc's processor for a document.

The citations are given in the document's order, so that a source which was cited before is told in
short, or by “ibid.”, as the style wants it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from desktop_app.core.errors import InputError
from desktop_app.export.base.pandoc import PandocError, PandocLimits, run_pandoc
from desktop_app.export.base.rich_text import RichText, Span, rich
from desktop_app.export.citations.cite_syntax import Cited, CiteMode, Cluster
from desktop_app.export.citations.csl_item import item_to_print
from desktop_app.export.citations.pandoc_words import inlines_of, notes_in, rich_words
from desktop_app.export.citations.reference import Reference
from desktop_app.export.citations.styles import Style

_API = [1, 23]
_ITEMS, _STYLE = "items.json", "style.csl"
_OPTIONS = ("--citeproc", f"--bibliography={_ITEMS}", f"--csl={_STYLE}")
#: Telling two of one family apart by given names takes the processor a minute for 2,000 references;
#: of more than these the letters behind the year do it alone.
_MANY = 1_000
_QUADRATIC = re.compile(rb"\bdisambiguate-add-givenname\s*=\s*[\"']true[\"']")
#: A style may be written so that it never ends.
_LIMITS = PandocLimits(seconds=300)
_LANGUAGE = re.compile(r"[a-zA-Z]{2,3}(?:-[a-zA-Z]{2,8})?")


@dataclass(frozen=True, slots=True)
class CitationWords:
    """What a citation says: ``text`` in its place, ``note`` in a note; a style may want both."""

    text: RichText = ()
    note: RichText = ()


@dataclass(frozen=True, slots=True)
class BibliographyEntry:
    """A source as the bibliography tells it."""

    key: str
    words: RichText


@dataclass(frozen=True, slots=True)
class Citations:
    """The words of each cluster, in the order given, and the bibliography in the style's order."""

    clusters: tuple[CitationWords, ...]
    bibliography: tuple[BibliographyEntry, ...]


@dataclass(frozen=True, slots=True)
class InNotes:
    """Where clusters stand: the numbers of their notes, and which stand in one of the author's.

    ``numbers`` are those that their notes have, or would have; ``within`` are places among the
    clusters, from 0, of those that are words of a note and make none themselves.
    """

    numbers: tuple[int, ...] = ()
    within: frozenset[int] = frozenset()


def cite(
    references: Sequence[Reference],
    clusters: Sequence[Cluster],
    style: Style,
    *,
    in_notes: InNotes = InNotes(),
    language: str = "en",
    archived: bool = False,
    cited_only: bool = False,
    cancelled: Callable[[], bool] = lambda: False,
) -> Citations | None:
    """What the style says of the clusters and the references; None where the user stopped.

    ``language`` (a BCP 47 tag) is that of the words that the style adds, dates among them; with
    ``archived`` the archived copy is named. The bibliography holds all references, or those cited.
    Keys of the clusters must be among the references. Raises InputError for a style that the
    processor doesn't take, PandocError where it can't be run.
    """
    items = [
        item_to_print(each, archived=archived, inverts_all=style.inverts_all) for each in references
    ]
    content = style.content if len(references) <= _MANY else _QUADRATIC.sub(b"", style.content)
    files = {_ITEMS: json.dumps(items).encode(), _STYLE: content}
    blocks = list(_paragraphs(clusters, in_notes))
    source = json.dumps(_document(blocks, language, cited_only=cited_only)).encode()
    try:
        made = run_pandoc(
            [source],
            reader="json",
            writer="json",
            options=_OPTIONS,
            files=files,
            cancelled=cancelled,
            limits=_LIMITS,
        )
    except PandocError as failure:
        # “CiteprocParseError: …” is what it says of an element that it doesn't take.
        if any(word in failure.message for word in ("CSL", "style.csl", "Citeproc")):
            raise InputError(
                f"The citation style “{style.words}” can't be used: it has an error in it.",
                "Choose another style.",
            ) from failure
        raise
    if made is None:
        return None
    found = _read(json.loads(made), len(clusters), in_notes.within)
    by_key = {each.key: each for each in references}
    named = [
        _with_name(words, cluster, by_key)
        for words, cluster in zip(found.clusters, clusters, strict=True)
    ]
    return replace(found, clusters=tuple(named))


def _paragraphs(clusters: Sequence[Cluster], in_notes: InNotes) -> Iterator[dict[str, Any]]:
    for at, cluster in enumerate(clusters):
        number = in_notes.numbers[at] if in_notes.numbers else 0
        block = {"t": "Para", "c": [_citation(cluster, number)]}
        yield {"t": "Para", "c": [{"t": "Note", "c": [block]}]} if at in in_notes.within else block


def _document(blocks: list[dict[str, Any]], language: str, *, cited_only: bool) -> dict[str, Any]:
    meta: dict[str, Any] = {}
    if _LANGUAGE.fullmatch(language):
        meta["lang"] = {"t": "MetaString", "c": language}
    if not cited_only:
        meta["nocite"] = {"t": "MetaInlines", "c": [_citation((Cited("*"),))]}
    return {"pandoc-api-version": _API, "meta": meta, "blocks": blocks}


def _citation(cluster: Cluster, note: int = 0) -> dict[str, Any]:
    cited = [
        {
            "citationId": each.key,
            "citationPrefix": inlines_of(each.prefix),
            "citationSuffix": inlines_of(each.suffix),
            "citationMode": {"t": str(each.mode)},
            "citationNoteNum": note,
            "citationHash": 0,
        }
        for each in cluster
    ]
    return {"t": "Cite", "c": [cited, [{"t": "Str", "c": "?"}]]}


def _read(document: dict[str, Any], clusters: int, within: Collection[int]) -> Citations:
    blocks = document["blocks"]
    words = []
    for at, block in enumerate(blocks[:clusters]):
        note = notes_in(block["c"])
        said = CitationWords(note) if at in within else CitationWords(rich_words(block["c"]), note)
        words.append(said)
    entries = []
    for block in blocks[clusters:]:
        if block["t"] == "Div" and block["c"][0][0] == "refs":
            entries = [_entry(each) for each in block["c"][1] if each["t"] == "Div"]
    return Citations(tuple(words), tuple(entries))


def _with_name(
    words: CitationWords, cluster: Cluster, by_key: Mapping[str, Reference]
) -> CitationWords:
    """A source that is named in the text, but has no author, by its outlet or title."""
    if cluster[0].mode is not CiteMode.IN_TEXT or words.text:
        return words
    source = by_key[cluster[0].key]
    name = Span(source.container, emphasis=True) if source.container else f"“{source.title}”"
    return replace(words, text=rich(name))


def _entry(block: dict[str, Any]) -> BibliographyEntry:
    (name, _, _), inner = block["c"]
    inlines: list[dict[str, Any]] = []
    for each in inner:
        inlines += [{"t": "Space"}] if inlines else []
        inlines += each["c"] if each["t"] in ("Para", "Plain") else []
    return BibliographyEntry(name.removeprefix("ref-"), rich_words(inlines))
