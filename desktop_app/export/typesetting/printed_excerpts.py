"""Excerpts of an article as blocks: its passages, and a mark where words are left out."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from desktop_app.core.article import CleanArticle
from desktop_app.core.highlight import Highlight
from desktop_app.export.base.marked_mentions import NamedPlace, named_places
from desktop_app.export.documents.document_options import DocumentOptions
from desktop_app.export.documents.quoted_passages import LEFT_OUT, QuotedRun, quoted_article
from desktop_app.export.typesetting.lettering import Lettering
from desktop_app.export.typesetting.printed_blocks import Node


def printed_excerpts(
    clean: CleanArticle,
    highlights: Sequence[Highlight],
    letters: Lettering,
    options: DocumentOptions,
) -> list[Node]:
    """The passages in the order of the text; those that it lost stand at the end."""
    quoted = quoted_article(clean.text, highlights)
    places = named_places(clean.people) if options.index else []
    paragraphs: list[list[Node]] = []
    for passage in quoted.passages:
        for number, runs in enumerate(passage.paragraphs):
            pieces = [piece for run in runs for piece in _pieces(run, places, letters, options)]
            before: list[Node] = [_left_out(), " "] if passage.left_out and not number else []
            paragraphs.append([*before, *pieces])
    if quoted.left_out and paragraphs:
        paragraphs[-1] += [" ", _left_out()]
    blocks: list[Node] = [{"k": "p", "c": pieces} for pieces in paragraphs]
    for orphan in quoted.orphans:
        words = letters.show(orphan.quote.exact)
        gone: Node = {"k": "faded", "c": [" (no longer in the text)"]}
        blocks.append({"k": "p", "c": [f"“{words}”", gone]})
    return blocks


def _left_out() -> Node:
    return {"k": "faded", "c": [LEFT_OUT]}


def _pieces(
    run: QuotedRun, places: Sequence[NamedPlace], letters: Lettering, options: DocumentOptions
) -> Iterator[Node]:
    inner = list(_with_mentions(run, places, letters))
    if options.highlights == "none":
        yield from inner
    else:
        numbers = list(run.numbers) if options.highlights == "notes" else []
        yield {"k": "mark", "p": str(run.colour), "n": numbers, "c": inner}


def _with_mentions(
    run: QuotedRun, places: Sequence[NamedPlace], letters: Lettering
) -> Iterator[Node]:
    done, end = run.start, run.start + len(run.words)
    first = bisect_right(places, run.start, key=lambda place: place.end)
    last = bisect_left(places, end, key=lambda place: place.start)
    for place in places[first:last]:
        at = max(place.start, run.start)
        if at > done:
            yield letters.show(run.words[done - run.start : at - run.start])
        yield {"k": "at", "p": place.person}
        done = at
    if done < end:
        yield letters.show(run.words[done - run.start :])
