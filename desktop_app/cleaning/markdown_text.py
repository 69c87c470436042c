"""Plain text of Markdown, and Markdown of plain text: the single definition of an article's text.

The dialect is CommonMark with pipe tables; raw HTML is never read as such.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from itertools import groupby

from markdown_it import MarkdownIt
from markdown_it.token import Token

#: Quotes and lists nested deeper than this are read as flat text by the parser.
_MAX_NESTING = 40

_SPECIAL = re.compile(
    r"[\\`*\[\]<]"
    r"|(?<![^\W_])_|_(?![^\W_])"  # an underscore inside a word starts no emphasis
    r"|&(?=#?\w*(?:;|$))"
    r"|~(?=~)"
    r"|!(?=\[)"
)
# What turns a line into a heading, list item, quote, rule, fence or underline.
_LINE_START = re.compile(
    r"(?P<mark>#(?=#{0,5}(?:\s|$))|[-+](?=\s|$)|-(?=[-\s]*$)|=(?=[=\s]*$)|>|~(?=~~)|\|)"
    r"|(?P<number>\d{1,9})(?P<dot>[.)])(?=\s|$)"
)
_SPACES = re.compile(r"[^\S\n]+")
# A line of words: no sign in it may be read as mark-up unless a backslash stands before it.
_WORDS = r"(?:[^\n\r\x00`*_\[\]<&\\]|\\[!-/:-@\[-`{-~]|(?<=[^\W_])_(?=[^\W_])|&(?!\#?\w{0,40};))"
_ADDRESS = r"(?:https?://|cuttings-image:)[^\s()\[\]<>\\`\"'\x00-\x1f]{1,2000}"
_LINK = rf"(?<!!)\[{_WORDS}++\]\({_ADDRESS}\)"
_IMAGE = rf"!\[{_WORDS}*+\]\({_ADDRESS}(?: \"(?:[^\"\\\n]|\\.)*+\")?\)"
# Stars that can't be read otherwise: a blank before them and none behind, and the other way round.
_MARKED = "|".join(
    rf"(?<![^ ])\*{{{n}}}(?=[^\s*])(?:{_WORDS}|{_LINK})++(?<=\S)\*{{{n}}}(?![^ .,;:!?)])"
    for n in (1, 2)
)
_SIMPLE = re.compile(
    rf"{_IMAGE}|(?:\#{{1,6}}\ (?!.*\s\#))?+"
    rf"(?:[^\s\x00-\x1f`*_\[\]<>&!~|\\\#+=-]|\\[!-/:-@\[-`{{-~]|{_LINK}|{_MARKED})"
    rf"(?:{_WORDS}|{_LINK}|{_MARKED})*+"
)
#: What is no word of such a line, but for the group: the sign that a backslash stands before.
_NO_WORDS = re.compile(rf"^\#{{1,6}}\ |\\([!-/:-@\[-`{{-~])|\*|\[|\]\({_ADDRESS}\)")
_NUMBERED_LINE = re.compile(r"\d{1,9}[.)]")
# Marks that change how blocks further down are read: fences, and the addresses of references.
_REACHES_FAR = re.compile(r"```|~~~|\]:")


def markdown_reader() -> MarkdownIt:
    """A reader of the dialect all Cuttings' Markdown is written in; raw HTML is text to it."""
    options = {"html": False, "linkify": False, "maxNesting": _MAX_NESTING}
    return MarkdownIt("commonmark", options).enable("table")


def plain_text(markdown: str) -> str:
    """The text without markup: blocks parted by one blank line, list items and rows one a line.

    Table cells are parted by a tab; images contribute nothing.
    """
    if _REACHES_FAR.search(markdown):
        return _parsed_text(markdown)
    parts: list[str] = []
    for is_simple, blocks in groupby(markdown.split("\n\n"), key=_is_simple_paragraph):
        if is_simple:
            parts += map(_words_of, blocks)
        else:
            parts.append(_parsed_text("\n\n".join(blocks)))
    return "\n\n".join(filter(None, parts))


def _words_of(block: str) -> str:
    """The words of a block that ``_is_simple_paragraph``."""
    lines = ("" if line.startswith("![") else _NO_WORDS.sub(r"\1", line) for line in _lines(block))
    return "\n".join(filter(None, (_SPACES.sub(" ", line).strip() for line in lines)))


def _lines(block: str) -> list[str]:
    return block.split("  \n")


def _parsed_text(markdown: str) -> str:
    return _Flattener().flatten(_shared_reader().parse(markdown))


def _is_simple_paragraph(block: str) -> bool:
    """Whether a block between blank lines is lines, a heading or an image of plain mark-up.

    Reading such ones without the parser gives the same text a hundred times as fast.
    """
    lines = _lines(block)
    if not all(_SIMPLE.fullmatch(line) and not _NUMBERED_LINE.match(line) for line in lines):
        return False
    return len(lines) == 1 or not any(line.startswith("#") for line in lines)


def block_lines(markdown: str) -> list[int]:
    """The line numbers, from 0, on which the top-level blocks of the Markdown begin."""
    tokens = _shared_reader().parse(markdown)
    return [token.map[0] for token in tokens if token.level == 0 and token.map]


@cache
def _shared_reader() -> MarkdownIt:
    """One reader for this module, which never changes its rules."""
    return markdown_reader()


def image_addresses(markdown: str) -> list[str]:
    """The addresses of the web that the images of the Markdown have, each once, in order."""
    found: dict[str, None] = {}
    for token in markdown_reader().parse(markdown):
        for inline in token.children or ():
            address = str(inline.attrGet("src") or "") if inline.type == "image" else ""
            if address.startswith(("http://", "https://")):
                found[address] = None
    return list(found)


def escape_inline(text: str) -> str:
    """The text with every character escaped that would be read as inline Markdown."""
    return _SPECIAL.sub(r"\\\g<0>", text)


def escape_line_start(text: str) -> str:
    """The line with its beginning escaped, where that would be read as a block mark."""
    match = _LINE_START.match(text)
    if match is None:
        return text
    if match["mark"]:
        return "\\" + text
    return f"{match['number']}\\{text[match.start('dot') :]}"


def markdown_paragraphs(text: str) -> str:
    """Plain text as Markdown that reads back the same: blank lines part paragraphs.

    A single line end becomes a line break; runs of spaces become one.
    """
    paragraphs = (
        "  \n".join(
            escape_line_start(escape_inline(line))
            for raw_line in paragraph.split("\n")
            if (line := _SPACES.sub(" ", raw_line).strip())
        )
        for paragraph in re.split(r"\n[^\S\n]*\n", text)
    )
    return "\n\n".join(paragraph for paragraph in paragraphs if paragraph)


class _Flattener:
    """Walks block tokens; pieces of one list or table stay together, other blocks stand alone."""

    def __init__(self) -> None:
        self._blocks: list[str] = []
        self._lines: list[str] = []
        self._grouped = 0
        self._cells: list[str] | None = None

    def flatten(self, tokens: Sequence[Token]) -> str:
        for token in tokens:
            self._read(token)
        self._close_block()
        return "\n\n".join(self._blocks)

    def _read(self, token: Token) -> None:
        kind = token.type
        if kind in ("bullet_list_open", "ordered_list_open", "table_open"):
            self._enter_group()
        elif kind in ("bullet_list_close", "ordered_list_close", "table_close"):
            self._leave_group()
        elif kind == "tr_open":
            self._cells = []
        elif kind == "tr_close":
            self._add("\t".join(self._cells or ()).strip("\t"))
            self._cells = None
        elif kind == "inline":
            self._add_inline(_inline_text(token.children or ()))
        elif kind in ("fence", "code_block"):
            self._add(token.content.strip("\n"))

    def _enter_group(self) -> None:
        if self._grouped == 0:
            self._close_block()
        self._grouped += 1

    def _leave_group(self) -> None:
        self._grouped -= 1
        if self._grouped == 0:
            self._close_block()

    def _add_inline(self, text: str) -> None:
        if self._cells is None:
            self._add(text)
        else:
            self._cells.append(" ".join(text.split()))

    def _add(self, text: str) -> None:
        if not text.strip():
            return
        self._lines.append(text)
        if self._grouped == 0:
            self._close_block()

    def _close_block(self) -> None:
        if self._lines:
            self._blocks.append("\n".join(self._lines))
            self._lines = []


def _inline_text(tokens: Sequence[Token]) -> str:
    pieces: list[str] = []
    for token in tokens:
        if token.type in ("text", "code_inline"):
            pieces.append(token.content)
        elif token.type == "softbreak":
            pieces.append(" ")
        elif token.type == "hardbreak":
            pieces.append("\n")
    lines = (_SPACES.sub(" ", line).strip() for line in "".join(pieces).split("\n"))
    return "\n".join(line for line in lines if line)
