"""Which parts of an article's text a document shows, and so what its index and chronology tell."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import TypeAlias

from desktop_app.export.documents.document import Excerpts, Part, WholeArticle

#: Begins and ends of what is shown of a text; None stands for all of it.
Stretches: TypeAlias = tuple[tuple[int, int], ...] | None

#: So many characters of a sentence stand before and behind words that it is told again for.
_AROUND = 80


def shown_stretches(parts: Sequence[Part]) -> Mapping[int, Stretches]:
    """What is shown of each source's text, by its number: of one that stands twice, of both."""
    shown: defaultdict[int, Stretches] = defaultdict(tuple)
    for part in parts:
        if isinstance(part, WholeArticle):
            shown[part.source] = None
        elif isinstance(part, Excerpts):
            before = shown[part.source]
            if before is not None:
                shown[part.source] = before + stretches_of(part)
    return shown


def stretches_of(excerpts: Excerpts) -> tuple[tuple[int, int], ...]:
    """Where the excerpts' words stand in the text."""
    return tuple(
        (each.start, each.end)
        for each in excerpts.highlights
        if each.start is not None and each.end is not None
    )


def is_within(start: int, end: int, shown: Stretches) -> bool:
    """Whether something of what lies between ``start`` and ``end`` is shown."""
    return shown is None or any(first < end and start < last for first, last in shown)


def words_around(words: str, sentence: str) -> str:
    """The words with what stands near them in the sentence; where they aren't in it, all of it.

    Words aren't torn apart where the writing parts them by spaces.
    """
    at = sentence.find(words) if words else -1
    if at < 0:
        return sentence
    end = at + len(words)
    before, behind = sentence[max(0, at - _AROUND) : at], sentence[end : end + _AROUND]
    if at > _AROUND:
        before = "… " + before[before.find(" ") + 1 :]
    if len(sentence) - end > _AROUND:
        behind = behind[: behind.rfind(" ") if " " in behind else None] + " …"
    return f"{before}{words}{behind}"
