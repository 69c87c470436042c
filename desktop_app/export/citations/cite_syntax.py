"""Citations in Markdown, as pandoc has them: ``[see @key, p. 3; @other]``, ``@key [p. 3]``.

The syntax is described at https://pandoc.org/MANUAL.html#extension-citations.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline

from desktop_app.export.base.brackets import closing_bracket

#: The longest citation, from bracket to bracket, in characters.
_LONGEST = 2_000
_KEY = r"(?:\{[^{}\s@]{1,200}\}|[^\W](?:[\w]|[:.#$%&+?<>~/-](?=\w)){0,199})"
_IN_TEXT = re.compile(rf"(-?)@({_KEY})")
_CITED = re.compile(rf"(?:(?<=^)|(?<=[\s(\[]))(-?)@({_KEY})")
_BACKSLASH = re.compile(r"\\([^\w\s])")


class CiteMode(StrEnum):
    """How a source is cited; the values are pandoc's own."""

    NORMAL = "NormalCitation"
    IN_TEXT = "AuthorInText"
    WITHOUT_AUTHOR = "SuppressAuthor"


@dataclass(frozen=True, slots=True)
class Cited:
    """One source in a citation; ``prefix`` and ``suffix`` are Markdown, as “p. 3” is a suffix."""

    key: str
    prefix: str = ""
    suffix: str = ""
    mode: CiteMode = CiteMode.NORMAL


#: A citation: the sources that are cited at one place.
Cluster = tuple[Cited, ...]


class CitedPlace(NamedTuple):
    """Where a citation stands in the content of an inline token."""

    start: int
    end: int
    cluster: Cluster


def read_citations(reader: MarkdownIt, found: Callable[[str, CitedPlace], None]) -> MarkdownIt:
    """Have a reader tell of citations; ``found`` gets the token's content, and the place in it.

    What is a link, code or an address stays one. The citation's words stay in the text.
    """

    def citation(state: StateInline, silent: bool) -> bool:
        # No citation within a link, which would then hold one itself.
        place = None if state.linkLevel else _place(state.src, state.pos)
        if place is None or place.end > state.posMax:
            return False
        if not silent:
            found(state.src, place)
            state.append_pending(state.src[place.start : place.end])
        state.pos = place.end
        return True

    reader.inline.ruler.before("link", "citation", citation)
    return reader


def _place(text: str, at: int) -> CitedPlace | None:
    letter = text[at]
    if letter == "[":
        return _bracketed(text, at)
    if letter in "@-" and (at == 0 or not (text[at - 1].isalnum() or text[at - 1] in "_@.-\\")):
        return _in_text(text, at)
    return None


def _bracketed(text: str, at: int) -> CitedPlace | None:
    end = closing_bracket(text, at, _LONGEST)
    if end is None or text[end : end + 1] in ("(", "[", "{", ":"):
        return None
    pieces = _parted(text[at + 1 : end - 1])
    cited = [_cited(each) for each in pieces]
    known = [each for each in cited if each is not None]
    return CitedPlace(at, end, tuple(known)) if known and len(known) == len(cited) else None


def _in_text(text: str, at: int) -> CitedPlace | None:
    match = _IN_TEXT.match(text, at)
    if match is None:
        return None
    mode = CiteMode.WITHOUT_AUTHOR if match[1] else CiteMode.IN_TEXT
    first = Cited(_bare(match[2]), mode=mode)
    end = match.end()
    after = end + (text[end : end + 1] == " ")
    if text[after : after + 1] != "[":
        return CitedPlace(at, end, (first,))
    closing = closing_bracket(text, after, _LONGEST)
    if closing is None or text[closing : closing + 1] in ("(", "[", "{"):
        return CitedPlace(at, end, (first,))
    suffix, *more = _parted(text[after + 1 : closing - 1])
    rest = [each for piece in more if (each := _cited(piece)) is not None]
    if _CITED.search(suffix) or len(rest) < len(more):
        return CitedPlace(at, end, (first,))
    first = Cited(first.key, suffix=_words(suffix), mode=mode)
    return CitedPlace(at, closing, (first, *rest))


def _parted(inner: str) -> list[str]:
    return re.split(r"(?<!\\);", inner)


def _cited(piece: str) -> Cited | None:
    match = _CITED.search(piece)
    if match is None:
        return None
    mode = CiteMode.WITHOUT_AUTHOR if match[1] else CiteMode.NORMAL
    prefix, suffix = piece[: match.start()], piece[match.end() :]
    return Cited(_bare(match[2]), _words(prefix), _words(suffix), mode)


def _bare(key: str) -> str:
    return key.strip("{}")


def _words(text: str) -> str:
    return " ".join(_BACKSLASH.sub(r"\1", text).split())
