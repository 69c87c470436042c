"""Word's files (DOCX) read into paragraphs.

After ECMA-376, “Office Open XML File Formats”, part 1. Of what it can say, words, bold and italic,
headings, lists, links, line breaks, tables and images are read; what is deleted or hidden isn't,
and headers, footers and notes stand in parts of their own, which stay unread.
"""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace

from lxml import etree

from desktop_app.capture.documents.paragraphs import Paragraph, ParagraphBuilder, Run
from desktop_app.capture.documents.xml_reading import xml_events
from desktop_app.capture.untrusted_xml import forget
from desktop_app.core.errors import InputError

#: The part that holds the text, by which a DOCX is told from other archives.
MAIN_PART = "word/document.xml"
_WORDS = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_STRICT = "{http://purl.oclc.org/ooxml/wordprocessingml/main}"
_LINKS = (
    "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}",
    "{http://purl.oclc.org/ooxml/officeDocument/relationships}",
)
#: Elements whose words aren't the text's: revisions, field codes, the second form of drawings.
_UNREAD = frozenset(
    {"moveFrom", "del", "instrText", "delText", "fldData", "Fallback", "rubyPr", "rt"}
)
_OFF = ("0", "false", "off", "none")

ReadPart = Callable[[str], bytes | None]


@dataclass(slots=True)
class _Open:
    """A paragraph that is being read; a text box within it holds others."""

    heading: int = 0
    item: int = 0


@dataclass(slots=True)
class _Styles:
    """What paragraph styles and relations mean: levels of headings, addresses, images' names."""

    headings: Mapping[str, int] = field(default_factory=dict)
    targets: Mapping[str, str] = field(default_factory=dict)


def docx_paragraphs(read_part: ReadPart) -> Iterator[Paragraph]:
    """The paragraphs of a DOCX, empty ones too; ``read_part`` gives a part by name, or None.

    A run's ``image`` is the name of a part. Raises InputError where there is no text part, or it
    isn't to be trusted.
    """
    content = read_part(MAIN_PART)
    if content is None:
        raise InputError("It is no Word document.", "Save it again as .docx.")
    styles = _Styles(_headings(read_part("word/styles.xml")), _targets(read_part))
    reader = _Reader(styles)
    for event, element in xml_events(content, "The Word document"):
        reader.read(event, element)
        yield from reader.built.take()
    reader.finish()
    yield from reader.built.take()


class _Reader:
    def __init__(self, styles: _Styles) -> None:
        self.built = ParagraphBuilder()
        self._styles = styles
        self._open: list[_Open] = []
        self._look = Run("")
        self._hidden = False
        self._link = ""
        self._unread = 0

    def read(self, event: str, element: etree._Element) -> None:
        name = _local(element)
        if name in _UNREAD:
            self._unread += 1 if event == "start" else -1
        elif self._unread:
            pass
        elif event == "start":
            self._start(name, element)
        else:
            self._end(name, element)
        if event == "end" and name in ("p", "tbl", "sectPr"):
            forget(element)

    def finish(self) -> None:
        """Give what a file that is cut off ends with."""
        if not self.built.is_empty:
            self.built.end()

    def _start(self, name: str, element: etree._Element) -> None:
        if name == "p":
            if self._open and not self.built.is_empty:
                self._end_paragraph(self._open[-1])
            self._open.append(_Open())
        elif name == "tbl":
            self.built.open_table()
        elif name == "r":
            self._look, self._hidden = Run("", link=self._link), False
        elif name == "hyperlink":
            target = self._styles.targets.get(_relation(element, "id"), "")
            self._link = target if target.startswith(("http://", "https://")) else ""

    def _end(self, name: str, element: etree._Element) -> None:
        if name == "t":
            self._add(element.text or "")
        elif name in ("br", "cr"):
            self._add("\n")
        elif name in ("tab", "ptab") and _local(_parent(element)) == "r":
            self._add("\t")
        elif name == "noBreakHyphen":
            self._add("\u2011")
        elif name == "blip":
            image = self._styles.targets.get(_relation(element, "embed"), "")
            if image and not self._hidden:
                self.built.add(Run("", image=image))
        elif name in ("b", "i", "vanish") and _local(_parent(_parent(element))) == "r":
            self._set_look(name, is_on=_value(element) not in _OFF)
        elif name in ("pStyle", "outlineLvl", "ilvl"):
            self._set_block(name, _value(element))
        elif name == "hyperlink":
            self._link = ""
        else:
            self._end_block(name)

    def _end_block(self, name: str) -> None:
        if name == "tc":
            self.built.next_cell()
        elif name == "tr":
            self.built.next_row()
        elif name == "tbl":
            self.built.close_table()
        elif name == "p" and self._open:
            self._end_paragraph(self._open.pop())

    def _add(self, text: str) -> None:
        if not self._hidden and self._open:
            self.built.add(replace(self._look, text=text))

    def _set_look(self, name: str, *, is_on: bool) -> None:
        if name == "vanish":
            self._hidden = is_on
        elif name == "b":
            self._look = replace(self._look, bold=is_on)
        else:
            self._look = replace(self._look, italic=is_on)

    def _set_block(self, name: str, value: str) -> None:
        if not self._open:
            return
        if name == "pStyle":
            self._open[-1].heading = self._styles.headings.get(value, 0)
        elif name == "outlineLvl" and value.isdecimal():
            self._open[-1].heading = int(value) + 1 if int(value) < 6 else 0
        elif name == "ilvl" and value.isdecimal():
            self._open[-1].item = min(int(value) + 1, 9)

    def _end_paragraph(self, paragraph: _Open) -> None:
        self.built.end(paragraph.heading, paragraph.item)


def _headings(content: bytes | None) -> dict[str, int]:
    """The styles that are headings, by ids: these change with Word's language, the names don't."""
    found: dict[str, int] = {}
    style = ""
    for event, element in xml_events(content, "The Word document") if content else ():
        name = _local(element)
        if event == "start" and name == "style":
            style = _attribute(element, "styleId")
        elif event == "start" and name == "name" and style:
            title = _value(element).lower()
            level = title.removeprefix("heading ")
            if title == "title":
                found[style] = 1
            elif level != title and level in "123456":
                found[style] = int(level)
        elif event == "end" and name == "style":
            style = ""
            forget(element)
    return found


def _targets(read_part: ReadPart) -> dict[str, str]:
    """What the relations of the text part lead to: addresses outside, parts' names inside."""
    content = read_part("word/_rels/document.xml.rels")
    found: dict[str, str] = {}
    for event, element in xml_events(content, "The Word document") if content else ():
        if event == "end" and _local(element) == "Relationship":
            target = element.get("Target") or ""
            if element.get("TargetMode") != "External":
                target = posixpath.normpath(posixpath.join("word", target)).lstrip("/")
            found[element.get("Id") or ""] = target
    return found


def _local(element: etree._Element | None) -> str:
    """An element's name without its namespace; empty for none."""
    tag = element.tag if element is not None else ""
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def _parent(element: etree._Element | None) -> etree._Element | None:
    return element.getparent() if element is not None else None


def _value(element: etree._Element) -> str:
    return _attribute(element, "val")


def _attribute(element: etree._Element, name: str) -> str:
    return element.get(_WORDS + name) or element.get(_STRICT + name) or ""


def _relation(element: etree._Element, name: str) -> str:
    return next(filter(None, (element.get(space + name) for space in _LINKS)), "")
