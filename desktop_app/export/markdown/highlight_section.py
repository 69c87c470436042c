"""The user's highlights as a section of Markdown behind an article's text.

Quotes and notes are words, whatever they look like: nothing in them becomes markup.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from desktop_app.core.highlight import Highlight
from desktop_app.export.base.dialect import markdown_reader
from desktop_app.export.base.image_link import escape

_HEADING = "## Highlights"
_GONE = "no longer in the text"
# What would make a line a heading, an item of a list, a line below a heading or a fence.
_LINE_START = re.compile(r"#{1,6}(?:\s|$)|[-+](?:\s|$)|[-=]+\s*$|~~~|:")
_NUMBER = re.compile(r"\d{1,9}(?=[.)](?:\s|$))")


def with_highlights(body: str, highlights: Sequence[Highlight]) -> str:
    """The body with a section of its highlights behind it: a block quote each, then its note."""
    if not highlights:
        return body
    parts = "\n\n".join(highlight_markdown(each) for each in highlights)
    return f"{closed(body)}\n\n{_HEADING}\n\n{parts}"


def highlight_markdown(highlight: Highlight, words: Callable[[str], str] = escape) -> str:
    """One highlight: its quote as a block quote, then colour and note.

    ``words`` escapes what is markup to the program that the file is for.
    """
    quote = "\n>\n".join(f"> {line}" for line in _lines(highlight.quote.exact, words))
    facts = [highlight.colour.capitalize()]
    if highlight.is_orphan:
        facts.append(_GONE)
    first = f"*{', '.join(facts)}*"
    notes = list(_lines(highlight.note, words))
    return "\n\n".join((quote, ": ".join((first, *notes[:1])), *notes[1:]))


def _lines(text: str, words: Callable[[str], str]) -> Iterator[str]:
    for line in text.splitlines():
        if line.strip():
            yield _as_words(words(line.strip()))


def _as_words(line: str) -> str:
    number = _NUMBER.match(line)
    if number is not None:
        return f"{number[0]}\\{line[number.end() :]}"
    return f"\\{line}" if _LINE_START.match(line) else line


def closed(body: str) -> str:
    """The body with the end of a block of code that it leaves open: else it would take more in."""
    if "```" not in body and "~~~" not in body:
        return body
    tokens = markdown_reader().parse(f"{body}\n\n{_HEADING}")
    last = tokens[-1] if tokens else None
    is_open = last is not None and last.type == "fence"
    return f"{body}\n{last.markup}" if last is not None and is_open else body
