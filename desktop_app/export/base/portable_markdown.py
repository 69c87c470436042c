"""An article's Markdown made safe for other programs' readers.

To ours, raw HTML is text and ``---`` a line; Obsidian would run the one and pandoc read the other
as metadata. Both are escaped, and images replaced, in place: all else stays as it is, byte for
byte.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline, image
from markdown_it.token import Token

from desktop_app.export.base.dialect import markdown_reader
from desktop_app.export.base.image_link import ImageLink, read_image
from desktop_app.export.base.inline_source import Edit, apply_edits, columns_in_source

_TAG_START = re.compile(r"<[A-Za-z/!?]")
_DANGER = re.compile(r"(?<!\\)(?:<(?=[A-Za-z/!?])|!(?=\[))")
_WHERE = "places"


class _Place(NamedTuple):
    """A piece of one inline token's content: an image, or a ``<`` that might begin a tag."""

    start: int
    end: int
    image: ImageLink | None


def portable_markdown(markdown: str, rewrite: Callable[[ImageLink], str]) -> str:
    """The Markdown with every image replaced by what ``rewrite`` makes of it, and no HTML.

    An image whose source runs over several lines becomes a link to it.
    """
    places: dict[str, list[_Place]] = defaultdict(list)
    tokens = _reader().parse(markdown, {_WHERE: places})
    lines = markdown.split("\n")
    searched: dict[int, int] = {}
    apply_edits(
        lines,
        (edit for token in tokens for edit in _edits(token, places, lines, searched, rewrite)),
    )
    return "\n".join(lines)


def _reader() -> MarkdownIt:
    reader = markdown_reader()
    reader.inline.ruler.at("image", _image_with_place)
    reader.inline.ruler.at("html_inline", _tag_as_text)
    return reader


def _image_with_place(state: StateInline, silent: bool) -> bool:
    start = state.pos
    matched = image(state, silent)
    if matched and not silent:
        place = _Place(start, state.pos, read_image(state.tokens[-1]))
        state.env[_WHERE][state.src].append(place)
    return matched


def _tag_as_text(state: StateInline, silent: bool) -> bool:
    if not _TAG_START.match(state.src, state.pos):
        return False
    if not silent:
        state.env[_WHERE][state.src].append(_Place(state.pos, state.pos + 1, None))
        state.pending += "<"
    state.pos += 1
    return True


def _edits(
    token: Token,
    places: dict[str, list[_Place]],
    lines: Sequence[str],
    searched: dict[int, int],
    rewrite: Callable[[ImageLink], str],
) -> Iterator[Edit]:
    if token.map is None:
        return
    if token.type == "hr" and token.level == 0:
        yield Edit(token.map[0], 0, len(lines[token.map[0]]), "* * *")
    if token.type != "inline":
        return
    columns = columns_in_source(token.content, token.map[0], lines, searched)
    starts = [0, *(at + 1 for at, letter in enumerate(token.content) if letter == "\n")]
    unlike: dict[int, int] = {}
    for place in dict.fromkeys(places.get(token.content, ())):
        row = bisect_right(starts, place.start) - 1
        number = token.map[0] + row
        column, begin = columns[row]
        if column >= 0:
            several = row + 1 < len(starts) and place.end >= starts[row + 1]
            yield _edit(place, number, column - starts[row], several, rewrite)
        elif number < len(lines):
            unlike[number] = begin
    for number, begin in unlike.items():
        yield from _disarmed(lines[number], number, begin)


def _edit(
    place: _Place, line: int, shift: int, several: bool, rewrite: Callable[[ImageLink], str]
) -> Edit:
    """What is to be done at a place: a mark escaped, an image replaced or made a link."""
    start, end = place.start + shift, place.end + shift
    if place.image is None:
        return Edit(line, start, start + 1, "\\<")
    if several:
        return Edit(line, start, start + 1, "")
    return Edit(line, start, end, rewrite(place.image))


def _disarmed(line: str, number: int, begin: int) -> Iterator[Edit]:
    """Every tag escaped and every image made a link, wherever they stand in the rest of a line."""
    for match in _DANGER.finditer(line, begin):
        text = "\\<" if match[0] == "<" else ""
        yield Edit(number, match.start(), match.start() + 1, text)
