r"""Rich Text Format read into paragraphs, a piece at a time: a file may be large, memory isn't.

After Microsoft's “Rich Text Format (RTF) Specification”, version 1.9.1. Of what it can say, words,
bold and italic, headings, links, line breaks and tables are read; pictures, drawings, headers,
footers, notes and whatever is marked ``\*`` and unknown are passed over, as readers should.

No library: striprtf and its like take the whole file into memory, know nothing of the tables that
press databases write, and fail on letters outside their code page.
"""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from desktop_app.capture.documents.paragraphs import Paragraph, ParagraphBuilder, Run
from desktop_app.core.errors import InputError

#: Groups nested deeper are no document's.
MAX_DEPTH = 500
_MARK = b"{\\rtf"
_CHUNK = 2**18
#: The longest token but for text: a control word of 32 letters with a number.
_LONGEST = 64
_TOKEN = re.compile(
    rb"\\(?P<word>[A-Za-z]{1,32})(?P<number>-?\d{1,10})? ?"
    rb"|\\'(?P<hex>[0-9A-Fa-f]{2})"
    rb"|\\(?P<symbol>[^A-Za-z])"
    rb"|(?P<brace>[{}])"
    rb"|[\r\n\x00]+"
    rb"|(?P<text>[^\\{}\r\n\x00]{1,65536})"
    rb"|\\",
    re.DOTALL,
)
_MAX_FONTS = 10_000
_CHARSETS = {
    77: "mac_roman", 128: "cp932", 129: "cp949", 130: "johab", 134: "gb18030", 136: "cp950",
    161: "cp1253", 162: "cp1254", 163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257",
    204: "cp1251", 222: "cp874", 238: "cp1250", 254: "cp437", 255: "cp850",
}  # fmt: skip
_CODE_PAGES = {10000: "mac_roman", 936: "gb18030", 1361: "johab", 65001: "utf-8"}
_DECLARED = {b"ansi": "cp1252", b"mac": "mac_roman", b"pc": "cp437", b"pca": "cp850"}
#: Groups whose words are no part of the text.
_UNREAD = frozenset(
    b"colortbl stylesheet info pict object header headerl headerr headerf footer footerl footerr"
    b" footerf footnote listtable listoverridetable listtext pntext revtbl rsidtbl generator"
    b" xmlnstbl themedata datastore latentstyles template bkmkstart bkmkend nonshppict filetbl"
    b" annotation atnid atnauthor atrfstart atrfend xe tc txe rxe nonesttables fldtype datafield"
    b" mmathPr do shpinst shprslt background private fchars lchars pgdsctbl".split()
)
_CHARACTERS = {
    b"tab": "\t", b"line": "\n", b"emdash": "—", b"endash": "–", b"lquote": "‘", b"rquote": "’",
    b"ldblquote": "“", b"rdblquote": "”", b"bullet": "•", b"emspace": "\u2003",
    b"enspace": "\u2002", b"qmspace": "\u2005", b"zwj": "\u200d", b"zwnj": "\u200c",
    b"ltrmark": "\u200e", b"rtlmark": "\u200f",
}  # fmt: skip
_SYMBOLS = {b"~": "\u00a0", b"_": "\u2011", b"{": "{", b"}": "}", b"\\": "\\", b"\t": "\t"}
_LINK = re.compile(r"HYPERLINK\s+(?:\\[a-z]\s+)*\"?(https?://[^\s\"]{1,2000})", re.IGNORECASE)
_MAX_INSTRUCTION = 5_000


@dataclass(slots=True)
class _Look:
    """What a group may change, and its end takes back."""

    is_unread: bool = False
    bold: bool = False
    italic: bool = False
    hidden: bool = False
    font: int = -1
    skipped: int = 1
    link: str = ""
    #: ``fonts``, ``instruction``, ``upr`` for the groups that are read otherwise.
    place: str = ""

    def inner(self) -> _Look:
        """What a group within begins with; written out, for a file has millions of them."""
        return _Look(
            self.is_unread,
            self.bold,
            self.italic,
            self.hidden,
            self.font,
            self.skipped,
            self.link,
            self.place,
        )


def rtf_paragraphs(stream: BinaryIO) -> Iterator[Paragraph]:
    r"""The paragraphs of an RTF file, empty ones too.

    Raises InputError where it is no RTF, or nested as no program writes it. A file that is cut off
    gives what there is.
    """
    buffer, is_last = stream.read(len(_MARK)), False
    if buffer != _MARK:
        raise InputError("It is no RTF document.", "Save it again as RTF.")
    reader = _Reader()
    while not is_last:
        chunk = stream.read(_CHUNK)
        is_last = not chunk
        buffer = reader.read(buffer + chunk, is_last=is_last)
        yield from reader.built.take()
    reader.finish()
    yield from reader.built.take()


class _Reader:
    def __init__(self) -> None:
        self.built = ParagraphBuilder()
        self._looks: list[_Look] = []
        self._look = _Look()
        self._binary = 0
        self._after_uc = 0
        self._star = False
        self._bytes = bytearray()
        self._text: list[str] = []
        self._default = "cp1252"
        self._default_font = 0
        self._fonts: dict[int, str] = {}
        self._naming = 0
        self._heading = 0
        self._in_row = False
        self._in_table = False
        self._instruction = ""
        self._instruction_link = ""

    def read(self, buffer: bytes, *, is_last: bool) -> bytes:
        """Read as many tokens as are whole; what is left belongs before the next bytes."""
        at, end = 0, len(buffer)
        safe = end if is_last else end - _LONGEST
        while at < end:
            if self._binary:
                skipped = min(self._binary, end - at)
                self._binary -= skipped
                at += skipped
                continue
            if at >= safe:
                break
            match = _TOKEN.match(buffer, at)
            assert match is not None  # every byte begins some token
            at = match.end()
            self._token(match)
        return buffer[at:]

    def finish(self) -> None:
        """Give what there is at the end of the file."""
        self._flush()
        if not self.built.is_empty:
            self._end_paragraph()

    def _open_group(self) -> None:
        self._flush()
        if len(self._looks) >= MAX_DEPTH:
            raise InputError(
                f"The RTF is nested more than {MAX_DEPTH} groups deep.",
                "No program writes that; it is refused.",
            )
        self._looks.append(self._look)
        # The first group in \upr says the same as the second, in fewer letters.
        is_doubled = self._look.place == "upr"
        self._look = self._look.inner()
        if is_doubled:
            self._look.is_unread, self._look.place = True, ""
        self._after_uc, self._star = 0, False

    def _close_group(self) -> None:
        self._flush()
        self._after_uc, self._star = 0, False
        if not self._looks:
            return
        closed, self._look = self._look, self._looks.pop()
        if closed.place == "instruction" and self._look.place != "instruction":
            link = _LINK.search(self._instruction)
            self._instruction_link = link[1] if link else ""
            self._instruction = ""

    def _token(self, match: re.Match[bytes]) -> None:
        kind = match.lastgroup
        if kind == "text":
            self._plain(match["text"])
        elif kind == "brace":
            if match["brace"] == b"{":
                self._open_group()
            else:
                self._close_group()
        elif kind == "hex":
            self._plain(bytes((int(match["hex"], 16),)))
        elif kind in ("word", "number"):
            self._word(match["word"], int(match["number"]) if match["number"] else None)
        elif kind == "symbol":
            self._symbol(match["symbol"])

    def _plain(self, content: bytes) -> None:
        self._star = False
        if self._after_uc:
            passed = min(self._after_uc, len(content))
            self._after_uc -= passed
            content = content[passed:]
        if self._look.is_unread or not content:
            return
        if self._look.place == "instruction":
            if len(self._instruction) < _MAX_INSTRUCTION:
                self._instruction += content.decode("latin-1")
        elif not self._look.place and not self._look.hidden:
            self._write_text()
            self._bytes += content

    def _symbol(self, symbol: bytes) -> None:
        if symbol == b"*":
            self._star = True
            return
        self._star = False
        if self._after_uc:
            self._after_uc -= 1
        elif symbol in b"\r\n":
            self._paragraph_mark()
        elif symbol in _SYMBOLS:
            self._write(_SYMBOLS[symbol])

    def _word(self, word: bytes, number: int | None) -> None:
        starred, self._star = self._star, False
        if word == b"bin":
            self._binary = max(0, number or 0)
            self._after_uc = max(0, self._after_uc - 1)
        elif word == b"u" and number is not None:
            self._unicode(number)
        elif self._after_uc and word not in (b"uc",):
            self._after_uc -= 1
        elif not self._group_word(word, number) and not self._look.is_unread:
            if word in _CHARACTERS:
                self._write(_CHARACTERS[word])
            elif not self._look_word(word, number) and not self._block_word(word, number):
                self._look.is_unread = starred

    def _unicode(self, number: int) -> None:
        self._after_uc = 0
        if not self._look.is_unread and not self._look.place and not self._look.hidden:
            self._flush_bytes()
            self._text.append(chr(number % 0x10000))
        self._after_uc = self._look.skipped

    def _group_word(self, word: bytes, number: int | None) -> bool:
        """Whether the word says what its group is, and is read."""
        if word in _UNREAD:
            self._look.is_unread = True
        elif word == b"fonttbl":
            self._look.place = "fonts"
        elif word == b"fldinst":
            self._look.place = "instruction"
        elif word == b"fldrslt":
            self._look.link = self._instruction_link
        elif word == b"upr":
            self._look.place = "upr"
        elif word == b"ud":
            self._look.is_unread = bool(self._looks) and self._looks[-1].is_unread
        elif word in _DECLARED:
            self._default = _DECLARED[word]
        elif word == b"ansicpg":
            self._default = _code_page(number) or self._default
        elif word == b"deff":
            self._default_font = number or 0
        elif word == b"uc":
            self._look.skipped = max(0, min(number if number is not None else 1, 16))
        elif self._look.place == "fonts" and word in (b"f", b"fcharset", b"cpg"):
            self._font_word(word, number or 0)
        else:
            return False
        return True

    def _font_word(self, word: bytes, number: int) -> None:
        if word == b"f":
            self._naming = number
            return
        charset = _code_page(number) if word == b"cpg" else _CHARSETS.get(number)
        if charset and len(self._fonts) < _MAX_FONTS:
            self._fonts[self._naming] = charset

    def _look_word(self, word: bytes, number: int | None) -> bool:
        """Whether the word says how the words look."""
        if word not in (b"b", b"i", b"v", b"f", b"plain", b"deleted"):
            return False
        self._flush()
        look = self._look
        if word == b"b":
            look.bold = number != 0
        elif word == b"i":
            look.italic = number != 0
        elif word in (b"v", b"deleted"):
            look.hidden = number != 0
        elif word == b"f":
            look.font = number or 0
        else:
            look.bold = look.italic = look.hidden = False
            look.font = -1
        return True

    def _block_word(self, word: bytes, number: int | None) -> bool:
        """Whether the word says how paragraphs and tables are built."""
        if word in (b"par", b"sect", b"page", b"column"):
            self._paragraph_mark()
        elif word == b"pard":
            self._heading, self._in_table = 0, False
        elif word == b"outlinelevel":
            self._heading = number + 1 if number is not None and 0 <= number < 6 else 0
        elif word == b"intbl":
            self._in_table = True
        elif word == b"trowd":
            self._in_row = True
        elif word in (b"cell", b"nestcell"):
            self._cell()
        elif word in (b"row", b"nestrow"):
            self._flush()
            self.built.next_row()
            self._in_row = False
        else:
            return False
        return True

    def _paragraph_mark(self) -> None:
        if self._look.is_unread or self._look.place:
            return
        self._flush()
        self._end_paragraph()

    def _end_paragraph(self) -> None:
        if self._in_table or self._in_row:
            self._open_table()
        else:
            self.built.close_table()
        self.built.end(heading=self._heading)

    def _cell(self) -> None:
        self._flush()
        self._open_table()
        if not self.built.is_empty:
            self.built.end(heading=self._heading)
        self.built.next_cell()

    def _open_table(self) -> None:
        if not self.built.depth:
            self.built.open_table()

    def _write(self, text: str) -> None:
        if self._look.is_unread or self._look.hidden or self._look.place:
            return
        self._flush_bytes()
        self._text.append(text)

    def _write_text(self) -> None:
        """What was told in Unicode comes before the bytes that follow."""
        if self._text:
            self._flush()

    def _flush_bytes(self) -> None:
        if self._bytes:
            self._flush()

    def _flush(self) -> None:
        """Give the characters since the last change of look to the paragraph."""
        if self._bytes:
            text = self._bytes.decode(self._encoding(), errors="replace")
            self._bytes.clear()
        elif self._text:
            text = "".join(self._text)
            self._text.clear()
            if any("\ud800" <= letter <= "\udfff" for letter in text):
                text = text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
        else:
            return
        look = self._look
        self.built.add(Run(text, look.bold, look.italic, look.link))

    def _encoding(self) -> str:
        font = self._look.font if self._look.font >= 0 else self._default_font
        return self._fonts.get(font, self._default)


def _code_page(number: int | None) -> str | None:
    """The Python name of a Windows code page; None for one that is unknown."""
    name = _CODE_PAGES.get(number or 0, f"cp{number}")
    try:
        return codecs.lookup(name).name
    except LookupError:
        return None
