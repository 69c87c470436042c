"""The user's note on something: shown as the Markdown reads, written in place."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import QEvent, QObject, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from desktop_app.ui.base.theme import GRID

#: A longer note is shown as it was written: reading it would hold the window up.
_MOST_READ = 20_000
_LEAST_HEIGHT = 11 * GRID


class NoteField(QWidget):
    """A click on a note, or Enter, opens it to be written; leaving it keeps it.

    ``changed`` gives whose note it is and its Markdown.
    """

    changed = Signal(int, str)

    def __init__(self, name: str, placeholder: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._owner = 0
        self._kept = ""
        self.shown = _ShownNote(self)
        self.shown.setAccessibleName(name)
        self.shown.edit_wanted.connect(self.edit)
        self.text = QPlainTextEdit(self)
        self.text.setPlaceholderText(placeholder)
        self.text.setAccessibleName(name)
        self.text.setTabChangesFocus(True)
        self.text.setFixedHeight(_LEAST_HEIGHT)
        self.text.installEventFilter(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.shown)
        layout.addWidget(self.text)
        self._show()

    def show_note(self, owner: int, note: str) -> None:
        """Show the note of something, by its id; what is being written on the same stays."""
        if owner != self._owner:
            self._keep()
            self._owner = owner
            self.text.clearFocus()
        elif self.text.hasFocus():
            self._kept = note
            return
        self._kept = note
        self.text.setPlainText(note)
        self._show()

    def edit(self) -> None:
        """Open the note to be written."""
        self.text.setFixedHeight(min(max(self.shown.height(), _LEAST_HEIGHT), 4 * _LEAST_HEIGHT))
        self.shown.hide()
        self.text.show()
        self.text.setFocus()
        self.text.moveCursor(self.text.textCursor().MoveOperation.End)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the note when it is left, also by Escape or Ctrl+Enter."""
        if event.type() == QEvent.Type.FocusOut:
            self._keep()
            self._show()
        elif isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            by_control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            if event.key() == Qt.Key.Key_Escape or (is_enter and by_control):
                self.text.clearFocus()
                return True
        return super().eventFilter(watched, event)

    def _keep(self) -> None:
        text = self.text.toPlainText().strip()
        if self._owner and text != self._kept:
            self._kept = text
            self.changed.emit(self._owner, text)

    def _show(self) -> None:
        note = self.text.toPlainText().strip()
        if note:
            self.shown.setText(_html(note))
        self.shown.setVisible(bool(note))
        self.text.setVisible(not note)


class _ShownNote(QLabel):
    """The note as it reads; links are opened in the browser only when they are clicked."""

    edit_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("shownNote")
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setWordWrap(True)
        self.setToolTip("Click to change the note")
        self.setCursor(Qt.CursorShape.IBeamCursor)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.LinksAccessibleByMouse)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.linkActivated.connect(lambda address: QDesktopServices.openUrl(QUrl(address)))
        self._over_link = False
        self.linkHovered.connect(self._on_link_hovered)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click beside a link is the wish to write."""
        super().mouseReleaseEvent(event)
        if event.button() == Qt.MouseButton.LeftButton and not self._over_link:
            self.edit_wanted.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter is the wish to write."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            self.edit_wanted.emit()
        else:
            super().keyPressEvent(event)

    def _on_link_hovered(self, address: str) -> None:
        self._over_link = bool(address)
        self.setToolTip(address or "Click to change the note")


def _html(note: str) -> str:
    if len(note) > _MOST_READ:
        return escape(note).replace("\n", "<br/>")
    # Imported here: the window's start doesn't wait for a Markdown reader.
    from desktop_app.ui.widgets.shown_markdown import shown_markdown_reader  # noqa: PLC0415

    html: str = shown_markdown_reader().render(note, {"images": ()})
    return html
