"""An article's Markdown made safe for other programs' readers.

To ours, raw HTML is text and ``---`` a line; Obsidian would run the one and pandoc read the other
as metadata. Both are escaped, and images replaced, in place: all else stays as it is, byte for
byte.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline, image
from markdown_it.token import Token

from desktop_app.export.dialect import markdown_reader
from desktop_app.export.image_link import ImageLink, read_image

_TAG_START = re.compile(r"<[A-Za-z/!?]")
_WHERE = "places"


class _Place(NamedTuple):
    """A piece of one inline token's content: an image, or a ``<`` that might begin a tag."""

    start: int
    end: int
    image: ImageLink | None


class _Edit(NamedTuple):
    line: int
    start: int
    end: int
    text: str


def portable_markdown(markdown: str, rewrite: Callable[[ImageLink], str]) -> str:
    """The Markdown with every image replaced by what ``rewrite`` makes of it, and no HTML.

    An image whose source runs over several lines stays as it is.
    """
    places: dict[str, list[_Place]] = defaultdict(list)
    tokens = _reader().parse(markdown, {_WHERE: places})
    lines = markdown.split("\n")
    edits = [edit for token in tokens for edit in _edits(token, places, lines, rewrite)]
    for edit in sorted(edits, reverse=True):
        line = lines[edit.line]
        lines[edit.line] = line[: edit.start] + edit.text + line[edit.end :]
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
    rewrite: Callable[[ImageLink], str],
) -> Iterator[_Edit]:
    if token.map is None:
        return
    if token.type == "hr" and token.level == 0:
        yield _Edit(token.map[0], 0, len(lines[token.map[0]]), "* * *")
    if token.type != "inline":
        return
    for place in dict.fromkeys(places.get(token.content, ())):
        text = "\\<" if place.image is None else rewrite(place.image)
        edit = _in_source(token, place, lines, text)
        if edit is not None:
            yield edit


def _in_source(token: Token, place: _Place, lines: Sequence[str], text: str) -> _Edit | None:
    """The edit in terms of the source's lines.

    A token's content is its source lines without the marks of the blocks around it, so that each
    of its lines is a piece of the source line of the same number.
    """
    assert token.map is not None
    before = token.content[: place.start]
    column = place.start - (before.rfind("\n") + 1)
    number = token.map[0] + before.count("\n")
    content_line = token.content[place.start - column :].partition("\n")[0]
    piece = token.content[place.start : place.end]
    if number >= len(lines) or "\n" in piece:
        return None
    start = lines[number].find(content_line) + column
    if not lines[number].startswith(piece, start):
        return None
    return _Edit(number, start, start + len(piece), text)
