"""One article, whole or in excerpts, as the data that the Typst template sets."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from markdown_it.token import Token

from desktop_app.core.article import Article, StoredImage
from desktop_app.core.dates_in_words import date_in_words, moment_in_words
from desktop_app.core.highlight import Highlight
from desktop_app.export.base.marked_mentions import named_places, with_mentions
from desktop_app.export.base.marked_passages import numbered_notes, passages, with_passages
from desktop_app.export.documents.document import Citation
from desktop_app.export.documents.document_options import DocumentOptions
from desktop_app.export.typesetting.image_shelf import ImageShelf
from desktop_app.export.typesetting.lettering import Lettering, lettering, web_address
from desktop_app.export.typesetting.printed_blocks import Node, PrintedBlocks
from desktop_app.export.typesetting.printed_excerpts import printed_excerpts
from desktop_app.export.typesetting.printed_notes import PrintedNotes
from desktop_app.export.typesetting.printed_part import PrintedPart

_TITLE_IN_HEAD, _PLACE_IN_HEAD, _QUOTE_IN_NOTE = 70, 40, 120


@dataclass(frozen=True, slots=True)
class Standing:
    """How an article stands in a document.

    ``source`` is its source's number, 0 where sources aren't numbered; ``excerpts`` stand for the
    whole where there are any to choose; ``plain`` sets its bare text, for one that can't be set in
    full. ``all_told`` says whether its own end tells the source, else a list of sources does.
    """

    label: str
    level: int = 1
    source: int = 0
    excerpts: Sequence[Highlight] | None = None
    citation: Citation | None = None
    all_told: bool = True
    plain: bool = False


def printed_article(
    article: Article,
    images: Mapping[str, StoredImage],
    options: DocumentOptions,
    standing: Standing,
) -> PrintedPart:
    """The article made ready."""
    clean = article.clean
    highlights = article.highlights if standing.excerpts is None else standing.excerpts
    letters = lettering("\n".join(_all_words(article, highlights)), clean.language)
    noted = numbered_notes(highlights) if options.highlights == "notes" else {}
    shelf = ImageShelf(images if options.images else {}, letters.show)
    notes = PrintedNotes(options.citations)
    day = date_in_words(clean.published or "")
    title = letters.show(clean.title or "") or "Untitled"
    place = clean.publisher or day
    data: dict[str, object] = {
        "k": "article",
        "label": standing.label,
        "level": standing.level,
        "number": standing.source,
        "excerpts": standing.excerpts is not None,
        "title": title,
        "short": textwrap.shorten(title, _TITLE_IN_HEAD, placeholder="…"),
        "place": textwrap.shorten(letters.show(place), _PLACE_IN_HEAD, placeholder="…"),
        "outlet": letters.show(" · ".join(filter(None, (clean.publisher, clean.agency)))),
        "day": letters.show(day),
        "subtitle": letters.show(clean.subtitle or ""),
        "byline": letters.show(", ".join(clean.authors)),
        "cite": notes.place_behind(standing.citation),
        "blocks": _blocks(article, letters, shelf, options, standing),
        "notes": [_note(letter, each, letters) for letter, each in noted.items()],
        "source": [
            {"label": name, "value": letters.show(value), "url": web_address(value)}
            for name, value in _source(article, day, options, standing)
            if value
        ],
        **letters.data(),
    }
    return PrintedPart(
        data,
        title,
        shelf.files,
        letters.missing | notes.missing,
        tuple(notes.at_end),
        shelf.skipped if options.images else 0,
    )


def _all_words(article: Article, highlights: Sequence[Highlight]) -> Iterator[str]:
    clean = article.clean
    words = (clean.markdown, clean.title, clean.subtitle, clean.publisher, clean.agency)
    yield from filter(None, words)
    yield from (*clean.authors, *article.tags, article.note)
    for each in highlights:
        yield from (each.quote.exact, each.note)


def _blocks(
    article: Article,
    letters: Lettering,
    shelf: ImageShelf,
    options: DocumentOptions,
    standing: Standing,
) -> list[Node]:
    clean = article.clean
    if standing.excerpts is not None:
        return printed_excerpts(clean, standing.excerpts, letters, options)
    if standing.plain:
        parts = (letters.show(part) for part in clean.text.split("\n\n") if part.strip())
        return [{"k": "p", "c": [part]} for part in parts]
    marked = [] if options.highlights == "none" else passages(article.highlights)
    named = named_places(clean.people) if options.index else []

    def mark(tokens: list[Token]) -> list[Token]:
        return with_passages(with_mentions(tokens, clean.text, named), clean.text, marked)

    blocks = PrintedBlocks(letters.show, letters.lines, shelf.place, base_level=standing.level)
    read = blocks.read(clean.markdown, mark)
    return read if options.images else [each for each in read if not _is_caption(each)]


def _is_caption(node: Node) -> bool:
    return isinstance(node, dict) and node.get("k") == "caption"


def _note(number: int, highlight: Highlight, letters: Lettering) -> dict[str, object]:
    """A note on a passage; a quote that the text has stands there in full, so here it is cut."""
    quote = letters.show(highlight.quote.exact)
    if not highlight.is_orphan:
        quote = textwrap.shorten(quote, _QUOTE_IN_NOTE, placeholder=" …")
    return {
        "number": number,
        "quote": quote,
        "colour": str(highlight.colour),
        "gone": highlight.is_orphan,
        "lines": [letters.show(line) for line in highlight.note.splitlines() if line.strip()],
    }


def _source(
    article: Article, day: str, options: DocumentOptions, standing: Standing
) -> Iterator[tuple[str, str]]:
    clean = article.clean
    if standing.all_told:
        agency = clean.agency and f"agency {clean.agency}"
        yield "Source", ", ".join(filter(None, (clean.publisher, agency)))
        yield "Written by", ", ".join(clean.authors)
        yield "Published", day
        yield "Address", clean.url or clean.canonical_url or ""
        yield "Captured", moment_in_words(article.captured)
        yield "Snapshot", f"SHA-256 {article.snapshot.sha256}" if article.snapshot else ""
        yield "Tags", ", ".join(article.tags)
    if standing.all_told or options.highlights == "notes":
        yield "Note", article.note
