"""The small bar beside a passage: its colour, its note, and taking the highlight away.

It only asks; who writes is ``reader_highlights``.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QIcon, QKeyEvent, QPainter, QPen, QPixmap, QTextCursor
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QPlainTextEdit,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop_app.core.highlight import Colour, Highlight
from desktop_app.ui.base.theme import GRID, theme

_DOT = 18
_NOTE_WIDTH = 36 * GRID
_GAP = GRID // 2
_COLOUR_KEYS = dict(zip("1234", Colour, strict=True))
_KEYS = (Qt.Key.Key_N, Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_Escape)


class HighlightBar(QFrame):
    """Floats over the text. ``colour_chosen``, ``note_written`` and ``removal_wanted`` tell what.

    The keys 1 to 4 choose a colour, N writes a note, Del takes the highlight away, Escape closes.
    """

    colour_chosen = Signal(object)
    note_written = Signal(str)
    removal_wanted = Signal()
    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("highlightBar")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName("Highlight")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._over = parent
        self._place = QPoint()
        self._given = ""
        self.swatches = {colour: self._swatch(colour) for colour in Colour}
        self.note_button = QPushButton("Note", self)
        self.note_button.setProperty("flat", "true")
        self.note_button.setToolTip("Write a note on this passage (N)")
        self.note_button.setAutoDefault(False)
        self.note_button.clicked.connect(self.open_note)
        self.remove_button = QToolButton(self)
        self.remove_button.setAccessibleName("Take the highlight away")
        self.remove_button.setToolTip("Take the highlight away (Del)")
        self.remove_button.setIconSize(QSize(16, 16))
        self.remove_button.clicked.connect(self.removal_wanted)
        self.note = QPlainTextEdit(self)
        self.note.setAccessibleName("Note on the passage")
        self.note.setPlaceholderText("Your note on this passage; Ctrl+Return keeps it")
        self.note.setTabChangesFocus(True)
        self.note.setFixedSize(_NOTE_WIDTH, 9 * GRID)
        self.note.installEventFilter(self)
        self._arrange()
        self._recolour()
        theme().changed.connect(self._recolour)
        self.hide()

    def show_for_passage(self, place: QPoint) -> None:
        """Ask whether the selected passage is to be marked; ``place`` is right below it."""
        self._show(place, None)

    def show_for(self, highlight: Highlight, place: QPoint) -> None:
        """Show what can be done to a highlight; its note lies open where it has one."""
        self._show(place, highlight)

    def open_note(self) -> None:
        """Open the field for the note, with the cursor in it."""
        self.note.show()
        self.note.moveCursor(QTextCursor.MoveOperation.End)
        self._settle()
        self.note.setFocus()

    def close_bar(self) -> None:
        """Keep what was written, and go."""
        if not self.isVisible():
            return
        self._keep_note()
        self.go()

    def go(self) -> None:
        """Go without a word; the cursor is back in the text before, else Qt seeks it a link."""
        if self.isAncestorOf(QApplication.focusWidget() or self._over) or self.hasFocus():
            self.left.emit()
        self.hide()

    # What Qt calls

    def event(self, event: QEvent) -> bool:
        """Take the bar's keys before they become the window's: there Del deletes the article."""
        if (
            event.type() is QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and (event.text() in _COLOUR_KEYS or event.key() in _KEYS)
            and not self.note.hasFocus()
        ):
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Colours by number, N, Del and Escape."""
        if event.text() in _COLOUR_KEYS:
            self.colour_chosen.emit(_COLOUR_KEYS[event.text()])
        elif event.key() == Qt.Key.Key_N:
            self.open_note()
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            if self.remove_button.isVisible():
                self.removal_wanted.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """Keep the note by Ctrl+Return, and when the user goes elsewhere."""
        if watched is self.note and isinstance(event, QKeyEvent):
            pressed = event.type() == QEvent.Type.KeyPress
            ending = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
            if pressed and ((ending and control) or event.key() == Qt.Key.Key_Escape):
                self.close_bar()
                return True
        if watched is self.note and event.type() == QEvent.Type.FocusOut:
            self._keep_note()
        return False

    # How it is built

    def _show(self, place: QPoint, highlight: Highlight | None) -> None:
        self.close_bar()
        self._place = place
        self._given = highlight.note if highlight else ""
        self.note.setPlainText(self._given)
        self.note.setVisible(bool(self._given))
        self.remove_button.setVisible(highlight is not None)
        for colour, swatch in self.swatches.items():
            swatch.setChecked(highlight is not None and highlight.colour is colour)
        self.show()
        self.raise_()
        self._settle()

    def _settle(self) -> None:
        """Take the least room, and stay within the reader."""
        self._column.activate()
        self.adjustSize()
        room = self._over.rect().adjusted(_GAP, _GAP, -_GAP, -_GAP)
        x = max(room.left(), min(self._place.x() - self.width() // 2, room.right() - self.width()))
        y = max(room.top(), min(self._place.y() + _GAP, room.bottom() - self.height()))
        self.move(x, y)

    def _keep_note(self) -> None:
        written = self.note.toPlainText().strip()
        if written != self._given:
            self._given = written
            self.note_written.emit(written)

    def _swatch(self, colour: Colour) -> QToolButton:
        number = list(Colour).index(colour) + 1
        button = QToolButton(self)
        button.setCheckable(True)
        button.setAccessibleName(f"Highlight {colour}")
        button.setToolTip(f"Highlight {colour} ({number})")
        button.setIconSize(QSize(_DOT, _DOT))
        button.clicked.connect(lambda: self.colour_chosen.emit(colour))
        return button

    def _recolour(self) -> None:
        self.remove_button.setIcon(theme().icon("trash"))
        for colour, button in self.swatches.items():
            button.setIcon(dot_icon(colour))

    def _arrange(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(2)
        for swatch in self.swatches.values():
            row.addWidget(swatch)
        row.addWidget(self.note_button)
        row.addStretch(1)
        row.addWidget(self.remove_button)
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(GRID // 2, GRID // 2, GRID // 2, GRID // 2)
        column.setSpacing(GRID // 2)
        column.addLayout(row)
        column.addWidget(self.note)


def dot_icon(colour: Colour) -> QIcon:
    """A round sample of a highlight's colour."""
    ratio = 2
    pixmap = QPixmap(_DOT * ratio, _DOT * ratio)
    pixmap.setDevicePixelRatio(ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme().colour("scroll"), 1))
    painter.setBrush(theme().highlight_ink(colour))
    painter.drawEllipse(QRectF(QPointF(1.5, 1.5), QPointF(_DOT - 1.5, _DOT - 1.5)))
    painter.end()
    return QIcon(pixmap)
