"""From kept lines to Markdown blocks, and from the others to the list of what was left out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from desktop_app.cleaning.markdown_text import escape_inline, escape_line_start, markdown_paragraphs
from desktop_app.core.article import RemovedBlock

_BULLET = re.compile(r"[-*+•◦▪■●‣·]\s+(?=\S)")
_MAX_REMOVED = 400
_MAX_REMOVED_CHARACTERS = 4000


@dataclass(frozen=True, slots=True)
class JudgedLine:
    """A line with its fate: ``reason`` says why it is left out, None keeps it."""

    text: str
    reason: str | None = None


def to_blocks(lines: Sequence[JudgedLine]) -> tuple[str, tuple[RemovedBlock, ...]]:
    """The Markdown of the kept lines, and the others grouped by reason where they stood."""
    blocks: list[str] = []
    removed: list[RemovedBlock] = []
    for (kind, reason), group in groupby(lines, key=_kind):
        texts = [line.text for line in group]
        if reason is not None:
            removed.append(_removed(texts, reason, len(blocks)))
        elif kind == "bullets":
            _add_list(blocks, "\n".join(_bullet(text) for text in texts))
        elif kind == "table" and _same_width(texts):
            blocks.append(_table(texts))
        else:
            blocks += filter(None, (markdown_paragraphs(text) for text in texts))
    return "\n\n".join(blocks), tuple(removed[:_MAX_REMOVED])


def _kind(line: JudgedLine) -> tuple[str, str | None]:
    if line.reason is not None:
        return "removed", line.reason
    if _BULLET.match(line.text):
        return "bullets", None
    return ("table" if "\t" in line.text else "paragraph"), None


def _removed(texts: list[str], reason: str, before: int) -> RemovedBlock:
    return RemovedBlock("\n".join(texts)[:_MAX_REMOVED_CHARACTERS], reason, before)


def _add_list(blocks: list[str], items: str) -> None:
    # Two lists in a row are one list to every reader of Markdown.
    if blocks and blocks[-1].startswith("- "):
        blocks[-1] += "\n" + items
    else:
        blocks.append(items)


def _bullet(text: str) -> str:
    return "- " + _inline(_BULLET.sub("", text, count=1))


def _inline(text: str) -> str:
    return escape_line_start(escape_inline(" ".join(text.split())))


def _same_width(texts: list[str]) -> bool:
    return len(texts) > 1 and len({text.count("\t") for text in texts}) == 1


def _table(texts: list[str]) -> str:
    rows = ["| " + " | ".join(_cell(cell) for cell in text.split("\t")) + " |" for text in texts]
    columns = texts[0].count("\t") + 1
    return "\n".join([rows[0], "|" + " --- |" * columns, *rows[1:]])


def _cell(text: str) -> str:
    return escape_inline(" ".join(text.split())).replace("|", "\\|")
