"""What is done to the reader's document once its HTML is in: room between lines, looks of marks."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtGui import (
    QColor,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFragment,
)

from desktop_app.ui.base.theme import Colours
from desktop_app.ui.reading.reader_links import UNASSIGNED_LINK
from desktop_app.ui.reading.reader_style import EVENT_NAME, PERSON_LINK

#: What stands for a picture in a document's text.
_PICTURE = "\ufffc"


def set_leading(document: QTextDocument, start: int, leading: int) -> None:
    """Give the text from ``start`` on lines of a height in percent of the face's own."""
    block = document.findBlock(start)
    while block.isValid():
        shape = block.blockFormat()
        plain = shape.headingLevel() == 0 and not shape.nonBreakableLines()
        plain = plain and _PICTURE not in block.text()  # its height is no line's
        if plain and shape.lineHeightType() == 0:
            shape.setLineHeight(leading, 1)  # 1 is ProportionalHeight
            QTextCursor(block).setBlockFormat(shape)
        block = block.next()


def dress_marks(document: QTextDocument, start: int, colours: Colours) -> Iterator[tuple[int, str]]:
    """Underline the names from ``start`` on quietly; gives places and dates of what is told."""
    quiet = QTextCharFormat()
    quiet.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DotLine)
    quiet.setUnderlineColor(QColor(colours.faint))
    asking = QTextCharFormat()
    asking.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DashUnderline)
    asking.setUnderlineColor(QColor(colours.accent))
    # All are found before the first is dressed, since that changes the document.
    for position, length, anchor in list(_marks_from(document, start)):
        address = anchor.anchorHref() if anchor.isAnchor() else ""
        if address.startswith((PERSON_LINK, UNASSIGNED_LINK)):
            cursor = QTextCursor(document)
            cursor.setPosition(position)
            cursor.setPosition(position + length, QTextCursor.MoveMode.KeepAnchor)
            cursor.mergeCharFormat(quiet if address.startswith(PERSON_LINK) else asking)
        for name in anchor.anchorNames():
            if name.startswith(EVENT_NAME):
                yield position, anchor.toolTip()


def _marks_from(document: QTextDocument, start: int) -> Iterator[tuple[int, int, QTextCharFormat]]:
    """Position, length and format of every mark from a position on."""
    block = document.findBlock(start)
    while block.isValid():
        yield from _marks_in(block)
        block = block.next()


def _marks_in(block: QTextBlock) -> Iterator[tuple[int, int, QTextCharFormat]]:
    pieces = block.begin()
    while not pieces.atEnd():
        fragment: QTextFragment = pieces.fragment()
        shape = fragment.charFormat()
        if shape.isAnchor():
            yield fragment.position(), fragment.length(), shape
        pieces += 1
