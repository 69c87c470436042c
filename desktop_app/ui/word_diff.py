"""What changed between two texts, word by word. Pure; bounded for long texts."""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from html import escape
from typing import Literal

_PIECE = re.compile(r"\s+|[^\s]+")
#: Above this many words the comparison goes by lines, since it takes quadratic time.
_MOST_WORDS = 20_000


@dataclass(frozen=True, slots=True)
class Change:
    """A stretch of text that is in both, only in the later, or only in the earlier one."""

    kind: Literal["same", "added", "taken"]
    text: str


def word_changes(earlier: str, later: str) -> list[Change]:
    """The later text with what was added and what was taken away."""
    first, second = _pieces(earlier), _pieces(later)
    changes: list[Change] = []
    for kind, a_from, a_to, b_from, b_to in SequenceMatcher(
        None, first, second, autojunk=len(first) > 2_000
    ).get_opcodes():
        if kind == "equal":
            changes.append(Change("same", "".join(first[a_from:a_to])))
            continue
        if a_to > a_from:
            changes.append(Change("taken", "".join(first[a_from:a_to])))
        if b_to > b_from:
            changes.append(Change("added", "".join(second[b_from:b_to])))
    return changes


def changes_html(changes: list[Change]) -> str:
    """The changes as HTML: ``ins`` and ``del``, line ends as breaks."""
    marks = {"same": ("", ""), "added": ("<ins>", "</ins>"), "taken": ("<del>", "</del>")}
    parts = []
    for change in changes:
        before, after = marks[change.kind]
        parts.append(f"{before}{escape(change.text)}{after}".replace("\n", "<br/>"))
    return "<p>" + "".join(parts) + "</p>"


def changes_in_words(changes: list[Change]) -> str:
    """How many words were added and taken away, in a sentence."""
    added = sum(len(change.text.split()) for change in changes if change.kind == "added")
    taken = sum(len(change.text.split()) for change in changes if change.kind == "taken")
    if not added and not taken:
        return "The two texts are the same."
    return f"{added:,} words added, {taken:,} taken away."


def _pieces(text: str) -> list[str]:
    if len(text.split()) > _MOST_WORDS:
        return text.splitlines(keepends=True)
    return _PIECE.findall(text)
