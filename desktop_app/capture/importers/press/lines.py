"""The lines of a press database's file, whatever it is: text, HTML, RTF, DOCX or ODT.

A line is a paragraph, or a part of one that a line break ends. Plain text that was broken at a
fixed width is joined again; nothing else is changed but the white space.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TextIO
from weakref import WeakKeyDictionary

from desktop_app.capture.documents.docx import MAIN_PART, docx_paragraphs
from desktop_app.capture.documents.paragraphs import Paragraph
from desktop_app.capture.documents.read_document import document_paragraphs
from desktop_app.capture.documents.rtf import rtf_paragraphs
from desktop_app.capture.importers.import_source import ImportSource
from desktop_app.capture.importers.piecewise_html import PiecewiseParser
from desktop_app.capture.media_types import DOCX, HTML, ODT, RTF, XHTML, media_type_of
from desktop_app.core.database_labels import CODES
from desktop_app.core.errors import InputError

#: The endings that these files have; “.doc” is what Nexis calls RTF.
_SUFFIXES = (".txt", ".text", ".rtf", ".doc", ".docx", ".odt", ".htm", ".html")
_MAX_LINE = 2**20
_HEAD = 2**16
#: So many lines are looked at to tell what a file is: a list of contents may stand above.
_LOOKED_AT, _MOST_CHARACTERS = 16_000, 2**22
_CODED = re.compile(r"([A-Z]{2,3})(?:\t+\s*| {2,}|$)")
# Text broken at a fixed width: so many of the lines of the beginning come near the longest.
_WIDEST, _NARROWEST, _NEAR, _FEWEST = 132, 50, 0.85, 5
#: What parts the paragraphs of wire stories, which Factiva's pages show as they were sent.
_EMPTY_LINE = re.compile(r"\n[ \t]*\n\s*")
_HYPHENATED = re.compile(r"[^\W\d_]-$")
_LIST_WORDS = re.compile(r"(?:and|or|und|oder|et|ou|y|o|e)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Line:
    """One line. ``gap`` tells that a paragraph begins with it, ``bold`` that all of it is bold.

    ``code`` is the field code that stands before the ``value``, in a cell or column of its own.
    """

    text: str
    gap: bool = False
    bold: bool = False
    code: str = ""
    value: str = ""


#: The first lines of files that were looked at; each format looks at them to tell its own.
_heads: WeakKeyDictionary[ImportSource, dict[str, tuple[Line, ...]]] = WeakKeyDictionary()


def press_files(source: ImportSource) -> tuple[str, ...]:
    """The files of the source that may hold articles; a DOCX, which is an archive, is one."""
    if MAIN_PART in source.names:
        return (MAIN_PART,)
    if source.is_single:
        return source.names
    return tuple(name for name in source.names if name.lower().endswith(_SUFFIXES))


def head_lines(source: ImportSource, name: str) -> tuple[Line, ...]:
    """The first lines of a file, empty for one that can't be read."""
    heads = _heads.setdefault(source, {})
    if name not in heads:
        found: list[Line] = []
        size = 0
        try:
            for line in file_lines(source, name):
                found.append(line)
                size += len(line.text)
                if len(found) >= _LOOKED_AT or size >= _MOST_CHARACTERS:
                    break
        except InputError:
            found.clear()
        heads[name] = tuple(found)
    return heads[name]


def file_lines(source: ImportSource, name: str) -> Iterator[Line]:
    """The lines of a file in their order, none of them empty.

    Raises InputError where it can't be read, is too large, or was made to harm.
    """
    if name == MAIN_PART:
        yield from _of_paragraphs(docx_paragraphs(lambda part: _part(source, part)))
        return
    with source.open(name) as stream:
        head = stream.read(_HEAD)
    media_type = media_type_of(head, name=name)
    if media_type == RTF:
        with source.open(name) as stream:
            yield from _of_paragraphs(rtf_paragraphs(stream))
    elif media_type in (DOCX, ODT) or head.startswith(b"PK\x03\x04"):
        content = source.read(name)
        yield from _of_paragraphs(document_paragraphs(content, media_type_of(content, name=name)))
    elif media_type in (HTML, XHTML):
        with source.open_text(name) as text:
            yield from _with_codes(_of_html(text))
    elif media_type.startswith("text/"):
        width = _width(source.head_of(name))
        with source.open_text(name) as text:
            yield from _of_text(text, width)


def _part(source: ImportSource, name: str) -> bytes | None:
    return source.read(name) if name in source.names else None


@dataclass(frozen=True, slots=True)
class _Piece:
    """A line before it is known whether a code stands in the cell before it."""

    text: str
    gap: bool
    bold: bool = False
    row: tuple[int, int] | None = None
    column: int = 0


def _of_paragraphs(paragraphs: Iterable[Paragraph]) -> Iterator[Line]:
    def pieces() -> Iterator[_Piece]:
        for paragraph in paragraphs:
            cell = paragraph.cell
            row = (cell.table, cell.row) if cell else None
            column = cell.column if cell else 0
            for at, text in enumerate(paragraph.text.split("\n")):
                yield _Piece(text, at == 0, paragraph.is_bold, row, column)

    yield from _with_codes(pieces())


def _with_codes(pieces: Iterable[_Piece]) -> Iterator[Line]:
    """Lines of the pieces that have words; the code in a row's first cell goes with its next."""
    waiting: _Piece | None = None
    for piece in pieces:
        text = " ".join(piece.text.split())
        if waiting is not None and (piece.row != waiting.row or text):
            code = waiting.text.strip()
            if piece.row == waiting.row and piece.column != waiting.column:
                yield Line(f"{code} {text}", True, piece.bold, code, text)
                waiting = None
                continue
            yield Line(code, True, waiting.bold, code)
            waiting = None
        if piece.row and piece.column == 0 and text in CODES:
            waiting = piece
        elif text:
            yield _coded(piece.text, Line(text, piece.gap, piece.bold))
    if waiting is not None:
        yield Line(waiting.text.strip(), True, waiting.bold, waiting.text.strip())


def _coded(raw: str, line: Line) -> Line:
    """The line with the code that stands before it, parted by a tab or two blanks at least."""
    match = _CODED.match(raw.strip("\r\n\f "))
    if match is None or match[1] not in CODES:
        return line
    value = " ".join(raw.strip()[match.end() :].split())
    return Line(line.text, line.gap, line.bold, match[1], value)


def _of_text(stream: TextIO, width: int) -> Iterator[Line]:
    parts: list[str] = []
    first = Line("")
    size, gap = 0, True
    while raw := stream.readline(_MAX_LINE):
        gap = gap or "\f" in raw
        text = " ".join(raw.replace("\x00", "").strip("\ufeff").split())
        if not text:
            gap = True
            continue
        if parts and not gap and size < _MAX_LINE and _goes_on(parts[-1], text, width):
            parts.append(text)
        else:
            if parts:
                yield _whole(first, parts)
            first, parts, size = _coded(raw, Line(text, gap)), [text], 0
        size += len(text)
        gap = False
    if parts:
        yield _whole(first, parts)


def _whole(first: Line, parts: list[str]) -> Line:
    """The line that was broken into these parts."""
    if len(parts) == 1:
        return first
    text = parts[0]
    pieces = [text]
    for part in parts[1:]:
        is_word = _HYPHENATED.search(pieces[-1]) and part[0].isalpha()
        pieces.append(part if is_word and not _LIST_WORDS.match(part) else f" {part}")
    text = "".join(pieces)
    return Line(text, first.gap, first.bold, first.code, text[len(first.code) :].strip())


def _width(head: str) -> int:
    """At how many characters the lines of a text are broken; 0 where they aren't."""
    sizes = sorted(len(line.strip()) for line in head.splitlines() if " " in line.strip())
    if not sizes:
        return 0
    widest = sizes[-1]
    near = sum(size >= widest * _NEAR for size in sizes)
    is_broken = _NARROWEST <= widest <= _WIDEST and near >= max(_FEWEST, len(sizes) * 0.1)
    return widest if is_broken else 0


def _goes_on(line: str, following: str, width: int) -> bool:
    """Whether a line was broken for its width alone: the next word had no more room in it."""
    return len(line) <= width < len(line) + 1 + len(following.split(" ", 1)[0])


class _HtmlPieces(PiecewiseParser):
    """Gathers the pieces of a page as it is fed to it."""

    _BLOCKS = frozenset(
        str.split(
            "p div h1 h2 h3 h4 h5 h6 ul ol li dl dt dd table tbody tr blockquote hr section article"
            " header footer pre center body form"
        )
    )
    _UNREAD = frozenset(("script", "style", "title", "noscript", "template", "select", "button"))

    def __init__(self) -> None:
        super().__init__()
        self.pieces: list[_Piece] = []
        self._text: list[str] = []
        self._gap = True
        self._unread = 0
        self._preformatted = 0
        self._bold = 0
        self._spans: list[bool] = []
        self._headlines = 0
        self._is_bold = True
        self._tables = self._rows = 0
        self._column = -1

    def end_piece(self, *, gap: bool) -> None:
        text = "".join(self._text)
        if text.strip():
            row = (self._tables, self._rows) if self._column >= 0 else None
            column = max(self._column, 0)
            self.pieces.append(_Piece(text, self._gap, self._is_bold, row, column))
            self._gap = gap
        self._gap = self._gap or gap
        self._text, self._is_bold = [], True

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in self._UNREAD:
            self._unread += 1
        elif tag in self._BLOCKS:
            self.end_piece(gap=True)
        elif tag == "br":
            self.end_piece(gap=False)
        if tag in ("b", "strong", "h1", "h2", "h3"):
            self._bold += 1
        elif tag == "span":
            is_headline = "headline" in (dict(attrs).get("class") or "").lower()
            self._spans.append(is_headline)
            self._headlines += is_headline
        if tag == "pre":
            self._preformatted += 1
        elif tag == "table":
            self._tables += 1
        elif tag == "tr":
            self._rows, self._column = self._rows + 1, -1
        elif tag in ("td", "th"):
            self.end_piece(gap=True)
            self._column += 1

    def handle_endtag(self, tag: str) -> None:
        if tag in self._UNREAD:
            self._unread = max(0, self._unread - 1)
        elif tag in self._BLOCKS or tag in ("td", "th"):
            self.end_piece(gap=True)
        if tag in ("b", "strong", "h1", "h2", "h3"):
            self._bold = max(0, self._bold - 1)
        elif tag == "span" and self._spans:
            self._headlines -= self._spans.pop()
        if tag == "pre":
            self._preformatted = max(0, self._preformatted - 1)
        elif tag == "table":
            self._column = -1

    def handle_data(self, data: str) -> None:
        if self._unread:
            return
        if data.strip():
            self._is_bold = self._is_bold and (self._bold > 0 or self._headlines > 0)
        first, *rest = _EMPTY_LINE.split(data) if self._preformatted else (data,)
        self._text.append(first)
        for paragraph in rest:
            self.end_piece(gap=True)
            self._text.append(paragraph)


def _of_html(stream: TextIO) -> Iterator[_Piece]:
    parser = _HtmlPieces()
    for _ in parser.feed_from(stream):
        pieces, parser.pieces = parser.pieces, []
        yield from pieces
    parser.end_piece(gap=True)
    yield from parser.pieces
