"""Notices by which an outlet says that it corrected an article: “An earlier version of this…”.

Looked for where outlets put them: in a line of its own, or the line that begins with one. The
phrases stand in ``data/*.toml``; that a text speaks of a correction elsewhere is no notice.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from desktop_app.cleaning.boilerplate import line_key
from desktop_app.cleaning.vocabulary import all_phrases
from desktop_app.core.article import CORRECTION, CleanArticle, CleaningWarning

#: How long a notice is told, and how many of them are.
_LONGEST, _MOST = 400, 3
#: A line that is far longer is an article's own paragraph.
_LONGEST_LINE = 1_500
# “Correction, Nov. 15, 2019: …”, “Clarification (3 May): …”: a day between a label and its colon.
_DATED = re.compile(
    r"([^\W\d_][^:,(\d]{3,40}?)\b\s?[,(–—-]?\s?"
    r"(?:[^\W\d_]{3,12}\.?\s\d{1,2}|\d{1,2}\.?\s[^\W\d_]{3,12}|\d{1,4}[./-]\d{1,2})[^:]{0,20}:\s"
)
#: A label alone (“Correction”) is followed by what was corrected.
_SHORTEST = 25


def correction_notices(article: CleanArticle) -> tuple[CleaningWarning, ...]:
    """A warning for each notice in the article's text or in what cleaning took from it."""
    removed = (block.text for block in article.removed)
    lines = [line for text in (article.text, *removed) for line in _lines(text)]
    told: dict[str, None] = {}
    for line in lines:
        if len(line) <= _LONGEST_LINE and line_key(_undated(line)).startswith(_openings()):
            told[line] = None
        if len(told) == _MOST:
            break
    return tuple(_warning(line) for line in told)


@cache
def _openings() -> tuple[str, ...]:
    """How notices begin; a word that is a label only (“Correction:”) needs its colon."""
    phrases = all_phrases("warnings", "correction")
    return tuple(f"{line_key(each)}{':' if each.endswith(':') else ''}" for each in phrases)


def _undated(line: str) -> str:
    return _DATED.sub(r"\1: ", line, count=1) if _DATED.match(line) else line


def _lines(text: str) -> Iterator[str]:
    """The lines, a short label joined with the line below it."""
    label = ""
    for line in filter(None, map(str.strip, text.splitlines())):
        if not label and len(line) < _SHORTEST and line.endswith((":", "：")):
            label = line
            continue
        yield f"{label} {line}".strip()
        label = ""
    if label:
        yield label


def _warning(notice: str) -> CleaningWarning:
    quoted = " ".join(notice.replace("“", "‘").replace("”", "’").split())
    if len(quoted) > _LONGEST:
        quoted = f"{quoted[: _LONGEST - 1].rstrip()}…"
    return CleaningWarning(CORRECTION, f"The outlet corrected this article: “{quoted}”")
