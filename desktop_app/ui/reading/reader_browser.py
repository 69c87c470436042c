"""The page an article is read on: no script, no network, nothing but what it was handed."""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping, Sequence
from urllib.parse import unquote

from PySide6.QtCore import QEvent, QPoint, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QCursor,
    QGuiApplication,
    QImage,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QResizeEvent,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QMenu, QTextBrowser, QTextEdit, QWidget

from desktop_app.core.text_quote import CONTEXT, TextQuote
from desktop_app.ui.base.outside_links import leads_outside, open_outside, outside_menu
from desktop_app.ui.base.theme import GRID, Colours, theme
from desktop_app.ui.reading.event_margin import EventMargin
from desktop_app.ui.reading.reader_dressing import dress_marks, set_leading
from desktop_app.ui.reading.reader_links import linked_person, linked_place
from desktop_app.ui.reading.reader_style import TAG_LINK, style_for
from desktop_app.ui.reading.reading_style import PageColours, ReadingStyle
from desktop_app.ui.reading.sliced_layout import SlicedLayout

_MOST_MARKS = 300
#: So much of a passage is looked for, and less where that isn't found: marks may part it.
_SOUGHT_LENGTHS = (80, 40, 20)


class ReaderBrowser(QTextBrowser):
    """Shows HTML in a column of readable width; pieces are put in one by one, never blocking.

    ``person_requested`` and ``tag_requested`` follow links within the archive; ``filled`` says
    that everything is there. ``place_menu_wanted`` tells a name that was asked about and where the
    pointer is, ``naming_wanted`` the words that shall be a person's, with what stands round them.
    ``passage_selected`` says that the mouse let a selection go, ``clicked`` which place of the
    document it clicked, a link left out; ``find_wanted`` that Ctrl+F was pressed here.
    """

    person_requested = Signal(int)
    tag_requested = Signal(str)
    place_menu_wanted = Signal(object, QPoint)
    naming_wanted = Signal(object)
    filled = Signal()
    passage_selected = Signal()
    find_wanted = Signal()
    clicked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("body")
        self.setAccessibleName("Article")
        self.setOpenLinks(False)
        self.setUndoRedoEnabled(False)
        self._reading = ReadingStyle()
        self._text: tuple[str, Sequence[str]] = ("", ())
        self._held: int | None = None
        self._pressed_at = QPoint()
        self._is_filled = True
        self._images: Mapping[str, QImage] = {}
        self._room_for_pictures = 0
        self._pending: deque[str] = deque()
        self._found: Sequence[tuple[int, int]] = ()
        self._found_at = -1
        self._passage: QTextCursor | None = None
        self._highlights: Sequence[QTextEdit.ExtraSelection] = ()
        self._fill = QTimer(self)
        self._fill.setInterval(0)
        self._fill.timeout.connect(self._put_next)
        self.margin = EventMargin(self)
        self._layout = SlicedLayout(self, self._hold_top, self._seek_held, self.margin)
        self.anchorClicked.connect(self._on_anchor_clicked)
        theme().changed.connect(self._on_theme_changed)

    def show_html(
        self, head: str, pieces: Sequence[str], images: Mapping[str, QImage] | None = None
    ) -> None:
        """Show another text from its beginning."""
        self._fill.stop()
        self._layout.stop()
        self._is_filled = False
        self._text, self._held = (head, pieces), None
        self.margin.clear()
        self._passage = None
        self._highlights = ()
        self._found, self._found_at = (), -1
        self.highlighted.emit(QUrl())  # the pointer is over no link of the text before any more
        self._images = images or {}
        self._pending = deque(pieces)
        document = self.document()
        document.clear()
        document.setDefaultFont(self._reading.font())
        document.setDefaultStyleSheet(style_for(self._reading, self.font().family()))
        first = self._pending.popleft() if self._pending else ""
        self.setHtml(f"{head}{first}")
        self.verticalScrollBar().setValue(0)
        cursor = QTextCursor(document)
        cursor.beginEditBlock()  # else Qt lays a table out anew for each of its cells
        self._dress(0)
        cursor.endEditBlock()
        self._set_measure()
        self._paint_marks()
        if self._pending:
            self._fill.start()
        else:
            self._on_end()

    @property
    def reading(self) -> ReadingStyle:
        """How the text is set."""
        return self._reading

    def set_reading(self, reading: ReadingStyle) -> None:
        """Set the text so; what stands at the top stays there."""
        if reading != self._reading:
            self._reading = reading
            self._dress_page()

    @property
    def colours(self) -> Colours:
        """The colours of the page."""
        return self._reading.page.colours

    def place_at_top(self) -> int:
        """The place of the document that stands in the uppermost line in view."""
        if self._held is not None:
            return self._held
        if not self.verticalScrollBar().value():
            return 0
        return self.cursorForPosition(QPoint(0, 0)).position()

    def hold_place(self, position: int) -> None:
        """Scroll so that a place of the document is in the uppermost line, once it is there."""
        self._held = position
        self._seek_held()

    @property
    def is_filled(self) -> bool:
        """Whether everything is there."""
        return self._is_filled

    def show_passage(self, words: str) -> None:
        """Go to where these words stand and mark them; stays where it is if they don't."""
        document = self.document()
        for length in _SOUGHT_LENGTHS:
            found = document.find(words[:length].rstrip())
            if not found.isNull():
                break
        else:
            return
        block_end = found.block().position() + found.block().length() - 1
        start = found.selectionStart()
        self.show_stretch(start, min(start + len(words), block_end))

    def show_stretch(self, start: int, end: int) -> None:
        """Go to a stretch of the document and mark it."""
        passage = QTextCursor(self.document())
        passage.setPosition(start)
        passage.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        self._passage = passage
        self._paint_marks()
        self.show_place(start)

    def show_place(self, position: int) -> None:
        """Scroll so that a place of the document stands in the upper third."""
        there = QTextCursor(self.document())
        there.setPosition(position)
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + self.cursorRect(there).top() - self.viewport().height() // 3)

    def set_highlights(self, highlights: Sequence[QTextEdit.ExtraSelection]) -> None:
        """Paint these behind their words, below what is marked as found."""
        self._highlights = highlights
        self._paint_marks()

    def set_found(self, places: Sequence[tuple[int, int]], current: int = -1) -> None:
        """Mark these stretches of the document, and one of them more than the others."""
        self._found, self._found_at = places, current
        self._paint_marks()

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Give the images of the article; nothing else is ever loaded."""
        address = name if isinstance(name, str) else name.toString()
        if kind == QTextDocument.ResourceType.ImageResource.value:
            return self._fitted(self._images.get(address, QImage()))
        return None

    def _fitted(self, image: QImage) -> QImage:
        """The picture, no wider than the column."""
        if image.width() <= self._room_for_pictures or self._room_for_pictures <= 0:
            return image
        smooth = Qt.TransformationMode.SmoothTransformation
        return image.scaledToWidth(self._room_for_pictures, smooth)

    def _fit_pictures(self) -> None:
        """Give the pictures that are shown the width of the column as it is now."""
        document = self.document()
        room = int(self.viewport().width() - 2 * document.documentMargin())
        if room == self._room_for_pictures:
            return
        self._room_for_pictures = room
        kind = QTextDocument.ResourceType.ImageResource.value
        for address, image in self._images.items():
            document.addResource(kind, QUrl(address), self._fitted(image))
        if self._images:
            document.markContentsDirty(0, document.characterCount())
            # Lines that are laid out anew don't tell that the text isn't as wide any more.
            document.documentLayout().documentSizeChanged.emit(document.size())

    def event(self, event: QEvent) -> bool:
        """Take Ctrl+F, which searches the archive elsewhere."""
        if isinstance(event, QKeyEvent) and event.matches(QKeySequence.StandardKey.Find):
            if event.type() is QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() is QEvent.Type.KeyPress:
                self.find_wanted.emit()
                return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Keep where it began."""
        self._pressed_at = event.position().toPoint()
        super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Tell what was selected or clicked."""
        super().mouseReleaseEvent(event)
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        place = event.position().toPoint()
        way = (place - self._pressed_at).manhattanLength()
        if self.anchorAt(place) and way < QGuiApplication.styleHints().startDragDistance():
            return  # Qt may have selected the words of the link, but nobody meant to
        if self.textCursor().hasSelection():
            self.passage_selected.emit()
        else:
            self.clicked.emit(self.cursorForPosition(place).position())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the column in the middle."""
        super().resizeEvent(event)
        self._set_measure()

    def _put_next(self) -> None:
        if self._layout.is_covered:  # else what is put in would be laid out with all before it
            return
        if not self._pending:
            self._fill.stop()
            self._paint_marks()
            self._on_end()
            return
        cursor = QTextCursor(self.document())
        cursor.movePosition(QTextCursor.MoveOperation.End)
        start = cursor.position()
        cursor.beginEditBlock()
        cursor.insertBlock()
        cursor.insertHtml(self._pending.popleft())
        self._dress(start)
        cursor.endEditBlock()
        # Laid out now: Qt would later lay out up to 200,000 characters in one go.
        document = self.document()
        document.documentLayout().blockBoundingRect(document.lastBlock())
        self._seek_held()

    def _on_end(self) -> None:
        self._is_filled = True
        self._seek_held()
        self.filled.emit()

    def _seek_held(self) -> None:
        """Go to the place that is held if it is there; what is filled holds no more than it has."""
        held, last = self._held, self.document().characterCount() - 1
        if held is None or (held >= last and not self.is_filled):
            return
        self._held = None
        there = QTextCursor(self.document())
        there.setPosition(min(held, last))
        bar = self.verticalScrollBar()
        bar.setValue(bar.value() + self.cursorRect(there).top() if held else 0)

    def _hold_top(self) -> int:
        self._held = self.place_at_top()
        return self._held

    def _dress_page(self) -> None:
        """Show what is shown in the style and the colours that are in force now."""
        place, colours = self.place_at_top(), self.colours
        own = self._reading.page is not PageColours.WINDOW
        look = f"background: {colours.paper}; color: {colours.ink};"
        self.setStyleSheet(f"QTextBrowser#body {{ {look} }}" if own else "")
        self.margin.set_ink(colours.soft)
        head, pieces = self._text
        self.show_html(head, pieces, self._images)
        self.hold_place(place)

    def _dress(self, start: int) -> None:
        """Give the text from ``start`` on its leading and its marks; tell the margin of dates."""
        document = self.document()
        set_leading(document, start, self._reading.leading)
        for position, date in dress_marks(document, start, self.colours):
            self.margin.add(position, date)

    def _on_theme_changed(self) -> None:
        if self._reading.page is PageColours.WINDOW:
            self._dress_page()

    def _set_measure(self) -> None:
        column = self._reading.column() + 2 * self.document().documentMargin()
        room = self.width() - self.verticalScrollBar().sizeHint().width()
        side = max(int((room - column) / 2), 3 * GRID)
        # What is left of an odd number of pixels goes to one side: the lines stay as wide.
        other = max(room - int(column) - side, 3 * GRID)
        if (self.viewportMargins().left(), self.viewportMargins().right()) != (side, other):
            self.setViewportMargins(side, 2 * GRID, other, 0)
        self._layout.set_width(self.viewport().width())
        self.margin.setGeometry(0, 2 * GRID, side, self.height() - 2 * GRID)
        self._fit_pictures()

    def _paint_marks(self) -> None:
        marks = list(self._highlights)
        first = max(0, self._found_at - _MOST_MARKS // 2)
        for number, place in enumerate(self._found[first : first + _MOST_MARKS], first):
            marks.append(self._marked(*place, current=number == self._found_at))
        if self._passage is not None:
            passage = self._passage
            marks.append(self._marked(passage.selectionStart(), passage.selectionEnd()))
        self.setExtraSelections(marks)

    def _marked(self, start: int, end: int, *, current: bool = False) -> QTextEdit.ExtraSelection:
        mark = QTextEdit.ExtraSelection()
        mark.cursor = QTextCursor(self.document())
        mark.cursor.setPosition(start)
        mark.cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        ink = QTextCharFormat()
        ink.setBackground(QColor(self.colours.accent if current else self.colours.mark))
        if current:
            ink.setForeground(QColor(self.colours.on_accent))
        mark.format = ink
        return mark

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Over a name, what can be done with it; else the usual, and naming what is selected."""
        by_keys = event.reason() is QContextMenuEvent.Reason.Keyboard
        address = (
            self.textCursor().charFormat().anchorHref() if by_keys else self.anchorAt(event.pos())
        )
        place = linked_place(address)
        if place is not None:
            self.place_menu_wanted.emit(place, event.globalPos())
            return
        self.text_menu(event.pos()).popup(event.globalPos())

    def text_menu(self, position: QPoint) -> QMenu:
        """The menu of the text at a position in the window."""
        menu = self.createStandardContextMenu(position)
        menu.setParent(self, menu.windowFlags())
        menu.addSeparator()
        naming = menu.addAction("Name a person here…", self._on_naming)
        naming.setEnabled(bool(self.textCursor().selectedText().strip()))
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    def _on_naming(self) -> None:
        """Tell the selected words with the text round them."""
        cursor = self.textCursor()
        selected = cursor.selectedText()
        words = selected.strip()
        start = cursor.selectionStart() + len(selected) - len(selected.lstrip())
        end = cursor.selectionEnd() - (len(selected) - len(selected.rstrip()))
        before = self._words_between(start - CONTEXT, start)
        after = self._words_between(end, end + CONTEXT)
        self.naming_wanted.emit(TextQuote(words, before, after, start))

    def _words_between(self, start: int, end: int) -> str:
        """What stands between two positions, which count UTF-16 units as Qt does."""
        last = self.document().characterCount() - 1
        cursor = QTextCursor(self.document())
        cursor.setPosition(min(max(start, 0), last))
        cursor.setPosition(min(max(end, 0), last), QTextCursor.MoveMode.KeepAnchor)
        return cursor.selectedText()

    def _on_anchor_clicked(self, url: QUrl) -> None:
        address = url.toString()
        person_id, place = linked_person(address), linked_place(address)
        if person_id is not None:
            self.person_requested.emit(person_id)
        elif place is not None:
            self.place_menu_wanted.emit(place, QCursor.pos())
        elif address.startswith(TAG_LINK):
            encoded = url.toString(QUrl.ComponentFormattingOption.FullyEncoded)
            self.tag_requested.emit(unquote(encoded.removeprefix(TAG_LINK)))
        elif leads_outside(url):
            if QGuiApplication.keyboardModifiers() & Qt.KeyboardModifier.ControlModifier:
                open_outside(url)
            else:
                outside_menu(url, self).popup(QCursor.pos())
