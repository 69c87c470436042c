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
from contextlib import contextmanager
from functools import cache
from typing import NamedTuple

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline, backtick, image, link
from markdown_it.token import Token

from desktop_app.export.base.dialect import markdown_reader
from desktop_app.export.base.image_link import ImageLink, escape, read_image
from desktop_app.export.base.inline_source import Edit, apply_edits, columns_in_source

_TAG_START = re.compile(r"<[A-Za-z/!?]")
_DANGER = re.compile(r"(?<!\\)(?:<(?=[A-Za-z/!?])|!(?=\[))")
_WHERE = "places"
#: An address for links that our reader took for words, and another may not.
_DEFINITION = re.compile(r"(?<![^\n])\[(?:[^\[\]\\\n]|\\.){1,999}\]:")
#: Where a line ends for every reader of Markdown, beside ``\n``.
_OTHER_BREAKS = re.compile(r"\r\n?")
#: Words in code that plugins of other programs evaluate.
_RUN = re.compile(r"\s*\$?=")
#: Languages of code that is shown and not run, by everything known of Obsidian and Logseq.
_SHOWN_LANGUAGES = re.compile(
    "text|plain|python|py|javascript|js|typescript|ts|json|html|css|bash|sh|shell|c|cpp|java|xml"
    "|yaml|toml|sql|php|ruby|go|rust|r|diff|markdown|md|csv",
    re.IGNORECASE,
)


class _Place(NamedTuple):
    """A piece of one inline token's content: an image, or what stands there instead."""

    start: int
    end: int
    image: ImageLink | None
    text: str = ""


def portable_markdown(
    markdown: str,
    rewrite: Callable[[ImageLink], str],
    foreign: re.Pattern[str] | None = None,
) -> str:
    """The Markdown with every image replaced by what ``rewrite`` makes of it, and no HTML.

    An image whose source runs over several lines becomes a link to it. ``foreign`` matches letters
    that mean something to the program the file is for and nothing to us: they are escaped where
    they are words. With it code that such a program might run is no longer marked as such code.
    """
    markdown = _OTHER_BREAKS.sub("\n", markdown)
    places: dict[str, list[_Place]] = defaultdict(list)
    tokens = _reader(foreign).parse(markdown, {_WHERE: places})
    lines = markdown.split("\n")
    searched: dict[int, int] = {}
    edits = [edit for token in tokens for edit in _edits(token, places, lines, searched, rewrite)]
    if foreign is not None:
        edits += _without_languages(tokens, lines)
    apply_edits(lines, edits)
    return "\n".join(lines)


@cache
def _reader(foreign: re.Pattern[str] | None) -> MarkdownIt:
    reader = markdown_reader()
    reader.inline.ruler.at("link", _link_with_place)
    reader.inline.ruler.at("image", _image_with_place)
    reader.inline.ruler.at("html_inline", _tag_as_text)
    if foreign is not None:
        reader.inline.ruler.at("backticks", _code_with_place)
        # Last of all: what no other rule takes is words.
        reader.inline.ruler.push("foreign", _foreign_as_text(foreign))
    return reader


def _foreign_as_text(foreign: re.Pattern[str]) -> Callable[[StateInline, bool], bool]:
    def escape_one(state: StateInline, silent: bool) -> bool:
        if silent or not foreign.match(state.src, state.pos):
            return False
        letter = state.src[state.pos]
        place = _Place(state.pos, state.pos + 1, None, f"\\{letter}")
        state.env[_WHERE][state.src].append(place)
        state.pending += letter
        state.pos += 1
        return True

    return escape_one


def _code_with_place(state: StateInline, silent: bool) -> bool:
    start = state.pos
    matched = backtick(state, silent)
    if matched and not silent and state.tokens and state.tokens[-1].type == "code_inline":
        code = state.tokens[-1]
        if not state.pending and _RUN.match(code.content):
            words = escape(code.content)
            state.env[_WHERE][state.src].append(_Place(start, state.pos, None, words))
    return matched


def _link_with_place(state: StateInline, silent: bool) -> bool:
    """A link; of one that leads where none may, or tells an address, the mark becomes words."""
    if link(state, silent):
        return True
    start = state.pos
    with _leading_anywhere(state.md):
        is_one_elsewhere = link(state, True)
    state.pos = start
    if not is_one_elsewhere and not _DEFINITION.match(state.src, start):
        return False
    if not silent:
        state.env[_WHERE][state.src].append(_Place(start, start + 1, None, "\\["))
        state.pending += "["
    state.pos += 1
    return True


def _image_with_place(state: StateInline, silent: bool) -> bool:
    start = state.pos
    # What is no image to us because of where it lies, as in a file, is one to other programs.
    with _leading_anywhere(state.md):
        matched = image(state, silent)
    if matched and not silent:
        place = _Place(start, state.pos, read_image(state.tokens[-1]))
        state.env[_WHERE][state.src].append(place)
    return matched


@contextmanager
def _leading_anywhere(reader: MarkdownIt) -> Iterator[None]:
    """Let links and images lead to addresses of every kind, while the block lasts."""
    usual = reader.validateLink
    reader.validateLink = lambda _address: True  # type: ignore[method-assign, assignment]
    try:
        yield
    finally:
        reader.validateLink = usual  # type: ignore[method-assign]


def _tag_as_text(state: StateInline, silent: bool) -> bool:
    if not _TAG_START.match(state.src, state.pos):
        return False
    if not silent:
        state.env[_WHERE][state.src].append(_Place(state.pos, state.pos + 1, None, "\\<"))
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
    wanted = places.get(token.content)
    if not wanted:
        return
    starts = [0, *(at + 1 for at, letter in enumerate(token.content) if letter == "\n")]
    unlike: dict[int, int] = {}
    for place in dict.fromkeys(wanted):
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


def _without_languages(tokens: Sequence[Token], lines: Sequence[str]) -> Iterator[Edit]:
    """Blocks of code in a language that may be run where it is shown, as code in none."""
    for token in tokens:
        if token.type == "fence" and token.map and token.info.strip():
            language = token.info.split()[0]
            line = lines[token.map[0]]
            at = line.rfind(token.info)
            if not _SHOWN_LANGUAGES.fullmatch(language) and at >= 0:
                yield Edit(token.map[0], at, at + len(token.info), "")


def _edit(
    place: _Place, line: int, shift: int, several: bool, rewrite: Callable[[ImageLink], str]
) -> Edit:
    """What is to be done at a place: a mark escaped, an image replaced or made a link."""
    start, end = place.start + shift, place.end + shift
    if several:
        return Edit(line, start, start + 1, "")
    if place.image is None:
        return Edit(line, start, end, place.text)
    return Edit(line, start, end, rewrite(place.image))


def _disarmed(line: str, number: int, begin: int) -> Iterator[Edit]:
    """Every tag escaped and every image made a link, wherever they stand in the rest of a line."""
    for match in _DANGER.finditer(line, begin):
        text = "\\<" if match[0] == "<" else ""
        yield Edit(number, match.start(), match.start() + 1, text)
