"""OpenDocument texts (ODT) read into paragraphs.

After OASIS “Open Document Format for Office Applications” 1.3, part 3. Words, bold and italic,
headings, lists, links, line breaks, tables and images are read; notes, comments, deleted words and
the tables of contents that the program itself made are not.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from lxml import etree

from desktop_app.capture.documents.paragraphs import Paragraph, ParagraphBuilder, Run
from desktop_app.capture.documents.xml_reading import xml_events
from desktop_app.capture.untrusted_xml import forget
from desktop_app.core.errors import InputError

#: The part that holds the text.
MAIN_PART = "content.xml"
_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
_STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"
_FORMAT = "{urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0}"
_LINK = "{http://www.w3.org/1999/xlink}href"
_UNREAD = frozenset(
    {"note", "annotation", "tracked-changes", "table-of-content", "sequence-decls", "forms"}
)
#: Elements whose own characters are the text's.
_WORDED = frozenset({"p", "h", "span", "a", "ruby", "ruby-base", "meta", "bookmark-ref"})
_MOST_SPACES = 1_000

ReadPart = Callable[[str], bytes | None]


def odt_paragraphs(read_part: ReadPart) -> Iterator[Paragraph]:
    """The paragraphs of an ODT, empty ones too; ``read_part`` gives a part by name, or None.

    Raises InputError where there is no text part, or it isn't to be trusted.
    """
    content = read_part(MAIN_PART)
    if content is None:
        raise InputError("It is no OpenDocument text.", "Save it again as .odt.")
    reader = _Reader()
    for event, element in xml_events(content, "The OpenDocument text"):
        reader.read(event, element)
        yield from reader.built.take()
    if not reader.built.is_empty:
        reader.built.end()
    yield from reader.built.take()


class _Reader:
    """Reads characters when the next tag is met, for only then are they all there."""

    def __init__(self) -> None:
        self.built = ParagraphBuilder()
        self._looks: dict[str, tuple[bool, bool]] = {}
        self._style = ""
        self._unread = 0
        self._lists = 0
        self._last: tuple[str, etree._Element] | None = None
        self._open: list[tuple[str, Run]] = []
        self._heading = 0

    def read(self, event: str, element: etree._Element) -> None:
        self._characters_before()
        name = _local(element)
        if name in _UNREAD:
            self._unread += 1 if event == "start" else -1
        elif not self._unread and event == "start":
            self._start(name, element)
        elif not self._unread:
            self._end(name)
        self._last = (event, element)
        if event == "end" and name in ("style", "table-row"):
            forget(element)

    def _characters_before(self) -> None:
        if self._last is None or self._unread or not self._open:
            return
        event, element = self._last
        owner, look = self._open[-1]
        text = element.text if event == "start" else element.tail
        if text and owner in _WORDED:
            # White space is one blank; others are told by elements of their own.
            words = " ".join(text.split())
            before = " " if text[0].isspace() else ""
            after = " " if text[-1].isspace() and words else ""
            self._add(f"{before}{words}{after}", look)

    def _start(self, name: str, element: etree._Element) -> None:
        look = self._open[-1][1] if self._open else Run("")
        if name == "style":
            self._style = element.get(_STYLE + "name") or ""
        elif name == "text-properties" and self._style:
            bold = element.get(_FORMAT + "font-weight") in ("bold", "600", "700", "800", "900")
            self._looks[self._style] = (bold, element.get(_FORMAT + "font-style") == "italic")
        elif name == "table":
            self.built.open_table()
        elif name == "list":
            self._lists += 1
        elif name == "tab":
            self._add("\t", look)
        elif name == "line-break":
            self._add("\n", look)
        elif name == "s":
            count = element.get(_TEXT + "c") or "1"
            self._add(" " * min(int(count) if count.isdecimal() else 1, _MOST_SPACES), look)
        elif name == "image" and self._open:
            self.built.add(Run("", image=element.get(_LINK) or ""))
        if name in _WORDED:
            self._open.append((name, self._look(look, name, element)))
            if name == "h":
                level = element.get(_TEXT + "outline-level") or "1"
                self._heading = min(int(level), 6) if level.isdecimal() else 1

    def _look(self, outer: Run, name: str, element: etree._Element) -> Run:
        if name in ("p", "h"):
            self._heading = 0
        styled = self._looks.get(element.get(_TEXT + "style-name") or "", (False, False))
        link = (element.get(_LINK) or "") if name == "a" else outer.link
        link = link if link.startswith(("http://", "https://")) else ""
        return Run("", outer.bold or styled[0], outer.italic or styled[1], link)

    def _end(self, name: str) -> None:
        if name in _WORDED and self._open:
            self._open.pop()
        if name in ("p", "h"):
            self.built.end(self._heading, min(self._lists, 9))
        elif name == "style":
            self._style = ""
        elif name == "list":
            self._lists = max(0, self._lists - 1)
        elif name == "table-cell":
            self.built.next_cell()
        elif name == "table-row":
            self.built.next_row()
        elif name == "table":
            self.built.close_table()

    def _add(self, text: str, look: Run) -> None:
        if self._open:
            self.built.add(Run(text, look.bold, look.italic, look.link))


def _local(element: etree._Element) -> str:
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""
