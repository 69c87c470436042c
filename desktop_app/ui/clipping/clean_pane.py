"""The clean article in the capture sheet: kept blocks as they will be read, cut ones struck
through in their places; a click, or Delete on the block in focus, cuts or puts back."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QByteArray, QEvent, QPoint, QRect, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import (
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QTextBrowser, QToolButton, QWidget

from desktop_app.core.dates_in_words import date_in_words
from desktop_app.ui.base.theme import GRID, reading_font, theme
from desktop_app.ui.clipping.clip_draft import ClipDraft

#: How long blocks are inserted before the window gets its turn again, in blocks.
_BATCH = 40
#: Characters of one block's HTML that are shown; the whole block is kept.
_LONGEST_BLOCK = 60_000
#: The line height, in per cent of the face's own.
_LEADING = 130
_PLACEHOLDER = "<p>.</p>"
_LARGEST_IMAGE = 25_000_000
_RESTORE = "restore:"


class CleanPane(QTextBrowser):
    """Shows a draft's blocks and tells which the user wants to toggle."""

    toggled = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("cleanBody")
        self.setAccessibleName("The clean article; Delete takes out the paragraph in focus")
        self.setOpenLinks(False)
        self.setUndoRedoEnabled(False)
        self.setMouseTracking(True)
        self.viewport().setMouseTracking(True)
        self.setFont(reading_font(11.5))
        self.anchorClicked.connect(self._on_link_clicked)
        self._draft: ClipDraft | None = None
        self._starts: list[int] = []
        self._current = -1
        self._hovered = -1
        self._next = 0
        self._filler = QTimer(self, interval=0)
        self._filler.timeout.connect(self._fill)
        self._cut_button = QToolButton(self.viewport())
        self._cut_button.setText("Take out")
        self._cut_button.setProperty("chip", True)
        self._cut_button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._cut_button.setToolTip("Take this paragraph out (Delete)")
        self._cut_button.clicked.connect(lambda: self._toggle(self._hovered))
        self._cut_button.hide()
        self.verticalScrollBar().valueChanged.connect(lambda: self._hover(-1))
        theme().changed.connect(self._show_again)

    def show_draft(self, draft: ClipDraft | None) -> None:
        """Show a draft from its top, or nothing."""
        same = draft is self._draft
        place = self.verticalScrollBar().value() if same else 0
        self._draft = draft
        self._current = min(self._current, len(draft.blocks) - 1) if same and draft else -1
        self._hover(-1)
        self._starts = []
        self._next = 0
        self.document().clear()
        self.document().setDefaultStyleSheet(_style())
        self._leave_room_for_the_button()
        self._insert_head()
        self._fill()
        while self._filler.isActive() and self.verticalScrollBar().maximum() < place:
            self._fill()
        self.moveCursor(QTextCursor.MoveOperation.Start)
        self.verticalScrollBar().setValue(place)

    def show_head(self) -> None:
        """Show the title and what stands below it anew; the blocks stay as they are."""
        if not self._starts:
            self.show_draft(self._draft)
            return
        place, before = self.verticalScrollBar().value(), self.document().blockCount()
        cursor = QTextCursor(self.document())
        last = self.document().findBlockByNumber(self._starts[0] - 1)
        cursor.setPosition(last.position() + last.length() - 1, QTextCursor.MoveMode.KeepAnchor)
        cursor.beginEditBlock()
        cursor.removeSelectedText()
        _insert_blocks(cursor, _head_html(self._draft))
        cursor.endEditBlock()
        moved = self.document().blockCount() - before
        self._starts = [start + moved for start in self._starts]
        self.verticalScrollBar().setValue(place)
        self._hover(-1)

    def show_block(self, index: int) -> None:
        """Show one block anew after it was toggled; the others stay as they are."""
        if self._draft is None or index >= len(self._starts):
            return
        place = self.verticalScrollBar().value()
        cursor = QTextCursor(self.document())
        first, last = self._lines_of(index)
        cursor.setPosition(self.document().findBlockByNumber(first).position())
        end = self.document().findBlockByNumber(last)
        cursor.setPosition(end.position() + end.length() - 1, QTextCursor.MoveMode.KeepAnchor)
        before = self.document().blockCount()
        cursor.beginEditBlock()
        cursor.removeSelectedText()
        self._put(cursor, index)
        cursor.endEditBlock()
        moved = self.document().blockCount() - before
        for following in range(index + 1, len(self._starts)):
            self._starts[following] += moved
        self.verticalScrollBar().setValue(place)
        self._hover(-1)

    def _show_again(self) -> None:
        self.show_draft(self._draft)

    def _leave_room_for_the_button(self) -> None:
        frame = self.document().rootFrame()
        shape = frame.frameFormat()
        shape.setMargin(2 * GRID)
        shape.setRightMargin(self._cut_button.sizeHint().width() + 2 * GRID)
        frame.setFrameFormat(shape)

    def _insert_head(self) -> None:
        """Title, standfirst and the line of facts, as they will be read above the text."""
        if self._draft is not None:
            _insert_blocks(QTextCursor(self.document()), _head_html(self._draft))

    def _fill(self) -> None:
        """Insert the next blocks; a long article comes in several turns."""
        blocks = self._draft.blocks if self._draft else []
        cursor = QTextCursor(self.document())
        cursor.movePosition(QTextCursor.MoveOperation.End)
        cursor.beginEditBlock()
        budget = _LONGEST_BLOCK
        last = min(self._next + _BATCH, len(blocks))
        while self._next < last and budget > 0:
            budget -= self._insert(cursor, self._next)
            self._next += 1
        cursor.endEditBlock()
        if self._next < len(blocks):
            self._filler.start()
        else:
            self._filler.stop()

    def _insert(self, cursor: QTextCursor, index: int) -> int:
        assert self._draft is not None
        block = self._draft.blocks[index]
        if not self.document().isEmpty():
            cursor.insertBlock(QTextBlockFormat(), QTextCharFormat())
        self._starts.append(cursor.block().blockNumber())
        self._put(cursor, index)
        return len(block.html)

    def _put(self, cursor: QTextCursor, index: int) -> None:
        assert self._draft is not None
        block = self._draft.blocks[index]
        first = cursor.block().blockNumber()
        if block.kept:
            _insert_blocks(cursor, _shown_html(block.html, block.text))
        else:
            _insert_blocks(cursor, _cut_html(block.text, block.reason, index))
        self._set_leading(first, cursor.block().blockNumber())

    def _set_leading(self, first: int, last: int) -> None:
        """Give these lines room between them."""
        for number in range(first, last + 1):
            block = self.document().findBlockByNumber(number)
            shape = block.blockFormat()
            if shape.headingLevel() == 0:
                proportional = QTextBlockFormat.LineHeightTypes.ProportionalHeight
                shape.setLineHeight(_LEADING, proportional.value)
            shape.setTopMargin(min(shape.topMargin(), 2 * GRID))
            shape.setBottomMargin(GRID)
            QTextCursor(block).setBlockFormat(shape)

    def _lines_of(self, index: int) -> tuple[int, int]:
        """The first and the last line block that an article's block takes."""
        following = index + 1 < len(self._starts)
        end = self._starts[index + 1] - 1 if following else self.document().blockCount() - 1
        return self._starts[index], end

    # Which block is where

    def _index_at(self, place: QPoint) -> int:
        block_number = self.cursorForPosition(place).blockNumber()
        low, high = 0, len(self._starts)
        while low < high:
            middle = (low + high) // 2
            if self._starts[middle] <= block_number:
                low = middle + 1
            else:
                high = middle
        return low - 1

    def _area(self, index: int) -> QRect:
        """The part of the viewport that a block takes."""
        document, layout = self.document(), self.document().documentLayout()
        first, last = map(document.findBlockByNumber, self._lines_of(index))
        area = layout.blockBoundingRect(first).united(layout.blockBoundingRect(last))
        top = int(area.top()) - self.verticalScrollBar().value()
        return QRect(GRID // 2, top, self.viewport().width() - GRID, int(area.height()))

    def _hover(self, index: int) -> None:
        if index == self._hovered and (index < 0) == self._cut_button.isHidden():
            return
        self._hovered = index
        kept = index >= 0 and self._draft is not None and self._draft.blocks[index].kept
        self._cut_button.setVisible(kept)
        if kept:
            area = self._area(index)
            self._cut_button.adjustSize()
            left = area.right() - self._cut_button.width() - GRID // 2
            self._cut_button.move(left, max(area.top(), 0) + 2)
        self.viewport().update()

    def _toggle(self, index: int) -> None:
        if self._draft is not None and 0 <= index < len(self._draft.blocks):
            self._current = index
            self.toggled.emit(index)

    # Qt

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Mark the block under the pointer."""
        super().mouseMoveEvent(event)
        if event.buttons() is Qt.MouseButton.NoButton:
            self._hover(self._index_at(event.position().toPoint()))

    def leaveEvent(self, event: QEvent) -> None:
        """Mark none."""
        super().leaveEvent(event)
        if not self.viewport().rect().contains(self.viewport().mapFromGlobal(self.cursor().pos())):
            self._hover(-1)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Make the block under the pointer the current one."""
        super().mousePressEvent(event)
        self._current = self._index_at(event.position().toPoint())
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move between blocks; cut or put back the current one."""
        key = event.key()
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_J: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_K: -1}
        if key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_Space):
            self._toggle(self._current)
        elif key in steps and not event.modifiers():
            self._step(steps[Qt.Key(key)])
        else:
            super().keyPressEvent(event)

    def _step(self, by: int) -> None:
        if not self._starts:
            return
        self._current = min(max(self._current + by, 0), len(self._starts) - 1)
        area = self._area(self._current)
        bar = self.verticalScrollBar()
        if area.top() < 0:
            bar.setValue(bar.value() + area.top() - GRID)
        elif area.bottom() > self.viewport().height():
            overlap = area.bottom() - self.viewport().height() + GRID
            bar.setValue(bar.value() + min(overlap, area.top()))
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the marked blocks' ground, then the text."""
        painter = QPainter(self.viewport())
        for index, colour in ((self._hovered, "side"), (self._current, "chip")):
            is_current = index == self._current
            if 0 <= index < len(self._starts) and (not is_current or self.hasFocus()):
                painter.fillRect(self._area(index), theme().colour(colour))
        painter.end()
        super().paintEvent(event)

    def resizeEvent(self, event: object) -> None:
        """Mark none: the lines moved."""
        super().resizeEvent(event)  # type: ignore[arg-type]
        self._hover(-1)

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Only images that came with the clip; nothing is ever fetched."""
        address = name.toString() if isinstance(name, QUrl) else name
        images = self._draft.prepared.images if self._draft and self._draft.prepared else ()
        if kind != int(QTextDocument.ResourceType.ImageResource.value):
            return None
        for image in images:
            if image.url == address and len(image.content) <= _LARGEST_IMAGE:
                return _scaled(image.content, self.viewport().width() - 6 * GRID)
        return None

    def _on_link_clicked(self, url: QUrl) -> None:
        if url.toString().startswith(_RESTORE):
            self._toggle(int(url.toString().removeprefix(_RESTORE)))


def _scaled(content: bytes, width: int) -> QImage:
    image = QImage.fromData(QByteArray(content))
    if image.width() > width > 0:
        return image.scaledToWidth(width, Qt.TransformationMode.SmoothTransformation)
    return image


def _insert_blocks(cursor: QTextCursor, html: str) -> None:
    """Insert HTML so that its first block keeps its own format.

    Qt melts the first block into the one that the cursor is in; so one is put before it and
    taken away again. A table would go with it, and melts nothing.
    """
    if html.startswith("<table"):
        cursor.insertHtml(html)
        return
    place = cursor.block().position()
    cursor.insertHtml(_PLACEHOLDER + html)
    extra = QTextCursor(cursor.document())
    extra.setPosition(place)
    extra.movePosition(QTextCursor.MoveOperation.NextBlock, QTextCursor.MoveMode.KeepAnchor)
    extra.removeSelectedText()


def _head_html(draft: ClipDraft | None) -> str:
    if draft is None:
        return ""
    title, subtitle = draft.value("title"), draft.value("subtitle")
    authors = draft.value("authors")
    published = draft.value("published")
    facts = [
        str(draft.value("publisher") or ""),
        ", ".join(authors) if isinstance(authors, tuple) else "",
        date_in_words(published) if isinstance(published, str) else "",
    ]
    lines = [
        f'<p class="{kind}">{escape(str(words))}</p>'
        for kind, words in (
            ("headline", title or "Without a title"),
            ("standfirst", subtitle),
            ("facts", " · ".join(filter(None, facts))),
        )
        if words
    ]
    return "".join(lines)


def _shown_html(html: str, text: str) -> str:
    if len(html) <= _LONGEST_BLOCK:
        return html
    return f"<p>{escape(text[:_LONGEST_BLOCK])}… <i>(shortened here; all of it is kept)</i></p>"


def _cut_html(text: str, reason: str, index: int) -> str:
    lines = escape(text[:_LONGEST_BLOCK]).replace("\n", "<br/>")
    return (
        f'<p class="cut"><s>{lines}</s> <span class="why">&nbsp;{escape(reason)} ·&nbsp;</span>'
        f'<a class="back" href="{_RESTORE}{index}">Put back</a></p>'
    )


def _style() -> str:
    colours = theme().colours
    return (
        f"p {{ color: {colours.ink}; margin-top: 6px; margin-bottom: 6px; }}"
        f".cut {{ color: {colours.faint}; font-size: small; }}"
        f".why {{ color: {colours.soft}; }}"
        f"a {{ color: {colours.accent}; text-decoration: none; }}"
        f"blockquote {{ color: {colours.soft}; }}"
        f"h1, h2, h3, h4 {{ color: {colours.ink}; font-size: large; margin-top: 12px; }}"
        f".headline {{ font-size: 17pt; font-weight: 600; margin-bottom: 6px; }}"
        f".standfirst {{ font-size: 12pt; color: {colours.soft}; margin-bottom: 6px; }}"
        f".facts {{ font-size: 9.5pt; color: {colours.soft}; margin-bottom: 14px; }}"
    )
