"""The search field: tells what is typed a moment after the last key."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QIcon, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop_app.ui.base.field_buttons import add_search_icon, offer_clearing
from desktop_app.ui.base.theme import theme

_PAUSE_MS = 80
_HINT = """<p><b>Words</b> are all looked for. <code>"a phrase"</code>, <code>OR</code>,
<code>-not</code>, <code>begin*</code></p>
<p><code>title:</code> <code>author:</code> <code>person:</code> <code>tag:</code>
<code>outlet:</code> <code>language:</code> <code>text:</code> <code>note:</code></p>
<p><code>published:2023-04</code> <code>event:1914..1918</code> <code>captured:2026</code>
<code>before:</code> <code>after:</code></p>
<p><code>is:unread</code> <code>is:starred</code> <code>is:edited</code>
<code>is:copy</code> <code>is:gone</code>
<code>has:warning</code> <code>in:trash</code></p>"""


class SearchField(QLineEdit):
    """``typed`` gives the text at each key, ``query_changed`` once typing pauses.

    ``left_downwards`` moves to the list.
    """

    typed = Signal(str)
    query_changed = Signal(str)
    left_downwards = Signal()

    def __init__(self, parent: QWidget | None = None, *, icon_later: bool = False) -> None:
        super().__init__(parent)
        self.setPlaceholderText("Search: words, person:…, tag:…, published:2023-04")
        self.setAccessibleName("Search")
        self.setToolTip(_HINT)
        offer_clearing(self)
        self._told = self._typed = ""
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._tell)
        self.textChanged.connect(self._on_text_changed)
        self.returnPressed.connect(self._on_return)
        self._icon = add_search_icon(self, QIcon())
        if not icon_later:
            self.show_icon()
        theme().changed.connect(self.show_icon)

    def event(self, event: QEvent) -> bool:
        """Ctrl+E exports what was found, also where it would go to the end of a line (X11)."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_E
            and event.modifiers() == Qt.KeyboardModifier.ControlModifier
        ):
            event.ignore()
            return True
        return super().event(event)

    def set_query(self, text: str) -> None:
        """Show a query and search for it at once."""
        self.setText(text)
        self._tell()

    def set_quietly(self, text: str) -> None:
        """Show a query that is in force already."""
        if text != self._told:
            self._told = self._typed = text
            self.setText(text)
            self._pause.stop()

    def put(self, text: str, cursor: int) -> None:
        """Write another query as if it were typed: Ctrl+Z brings the old one back."""
        self.selectAll()
        self.insert(text)
        self.setCursorPosition(cursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrow down goes to the list, Escape empties the field."""
        if event.key() == Qt.Key.Key_Down:
            self.left_downwards.emit()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.set_query("")
        else:
            super().keyPressEvent(event)

    def _on_text_changed(self, text: str) -> None:
        self._pause.start()
        text = text.strip()
        if text != self._typed:
            self._typed = text
            self.typed.emit(text)

    def show_icon(self) -> None:
        """Draw the lens in the theme's colour; called by whoever wanted the icon later."""
        self._icon.setIcon(theme().icon("search"))

    def _on_return(self) -> None:
        self._tell()
        self.left_downwards.emit()

    def _tell(self) -> None:
        self._pause.stop()
        text = self.text().strip()
        if text != self._told:
            self._told = text
            self.query_changed.emit(text)
