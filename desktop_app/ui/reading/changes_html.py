"""What changed between two texts as HTML, in pieces small enough to be put in one by one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from desktop_app.core.text_changes import Change

#: A paragraph of more characters is shown as several; Qt lays one out in one go.
_LONGEST = 6_000
_MARKS = {"same": ("", ""), "added": ("<ins>", "</ins>"), "taken": ("<del>", "</del>")}


def changes_html(changes: Sequence[Change]) -> list[str]:
    """The later text with ``ins`` and ``del``; each piece is some paragraphs."""
    pieces: list[str] = []
    part: list[str] = []
    length = 0
    for kind, words, ends in _cut(changes):
        before, behind = _MARKS[kind]
        part.append(f"{before}{escape(words)}{behind}".replace("\n", "<br/>"))
        length += len(words)
        if ends or length >= _LONGEST:
            pieces.append(f"<p>{''.join(part)}</p>")
            part, length = [], 0
    return [*pieces, f"<p>{''.join(part)}</p>"] if part else pieces


def _cut(changes: Sequence[Change]) -> Iterator[tuple[str, str, bool]]:
    """Parts of the changes, each with whether its paragraph ends there."""
    for change in changes:
        *whole, last = change.text.split("\n\n")
        for words, ends in [*((each, True) for each in whole), (last, False)]:
            for start in range(0, max(len(words), 1), _LONGEST):
                part = words[start : start + _LONGEST]
                yield change.kind, part, ends and start + _LONGEST >= len(words)
