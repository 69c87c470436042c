"""What came in, as it came: the page's readable text or its source, searchable, shown piece by
piece when it is long."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QFontDatabase, QKeyEvent, QKeySequence, QShortcut, QTextCursor
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop_app.ui.base.field_buttons import add_clearing, add_search_icon
from desktop_app.ui.base.theme import GRID, HEAD_HEIGHT, theme

#: How much is put into the widget at once, in characters: what lays out well below 50 ms.
PIECE = 60_000
#: Longer lines are broken for showing; Qt lays out a line as a whole.
LONGEST_LINE = 2_000


class RawPane(QWidget):
    """Read-only view of the capture with a search field."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._flavours = {"text": "", "source": ""}
        self._text = self._lowered = ""
        self._shown = 0
        self._place = self._found = 0
        self.view = QPlainTextEdit(self, readOnly=True)
        self.view.setObjectName("rawText")
        self.view.setAccessibleName("What was captured")
        self.view.setUndoRedoEnabled(False)
        self.view.document().setDocumentMargin(GRID)
        self.view.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.view.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        self.search = QLineEdit(self, placeholderText="Find in what was captured")
        self.search.setAccessibleName("Find in what was captured")
        add_clearing(self.search)
        add_search_icon(self.search, theme().icon("search"))
        self.search.textEdited.connect(lambda: self._find(again=False))
        self.search.installEventFilter(self)
        self._hint = QLabel(self)
        self._hint.setProperty("role", "hint")
        self._lay_out()
        shortcut = QShortcut(QKeySequence.StandardKey.Find, self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self.search.setFocus)

    def show_capture(self, text: str, source: str) -> None:
        """Show a capture's text; ``source`` is offered too where there is one."""
        self._flavours = {"text": text, "source": source}
        for button in self._buttons.buttons():
            button.setVisible(bool(source))
        self._text_button.setChecked(True)
        self._show_flavour("text")

    def _lay_out(self) -> None:
        title = QLabel("As it came", self)
        title.setProperty("role", "heading")
        title.setMinimumHeight(HEAD_HEIGHT)
        self._buttons = QButtonGroup(self)
        self._text_button = self._flavour_button("Text", "The words of the page", "text")
        source_button = self._flavour_button("Source", "The page's HTML", "source")
        head = QHBoxLayout()
        head.addWidget(title)
        head.addStretch()
        head.addWidget(self._text_button)
        head.addWidget(source_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        layout.addLayout(head)
        layout.addWidget(self.view, 1)
        layout.addWidget(self._hint)
        layout.addWidget(self.search)

    def _flavour_button(self, text: str, tip: str, flavour: str) -> QToolButton:
        button = QToolButton(self)
        button.setText(text)
        button.setCheckable(True)
        button.setToolTip(tip)
        button.setAccessibleName(tip)
        button.setProperty("segment", True)
        button.clicked.connect(lambda: self._show_flavour(flavour))
        self._buttons.addButton(button)
        return button

    def _show_flavour(self, flavour: str) -> None:
        self._text, self._lowered = with_short_lines(self._flavours[flavour]), ""
        self._shown = self._place = self._found = 0
        mono = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        self.view.setFont(mono if flavour == "source" else self.font())
        self.view.clear()
        self._show_more()
        self.view.moveCursor(QTextCursor.MoveOperation.Start)

    def _show_more(self) -> None:
        piece = self._text[self._shown : self._shown + PIECE]
        if piece:
            cursor = QTextCursor(self.view.document())
            cursor.movePosition(QTextCursor.MoveOperation.End)
            cursor.insertText(piece)
            self._shown += len(piece)
        left = len(self._text) - self._shown
        self._hint.setText(f"{left:,} more characters follow as you scroll." if left else "")
        self._hint.setVisible(bool(left))

    def _on_scrolled(self, value: int) -> None:
        bar = self.view.verticalScrollBar()
        if self._shown < len(self._text) and value >= bar.maximum() - bar.pageStep():
            QTimer.singleShot(0, self, self._show_more)

    def _find(self, *, again: bool) -> None:
        """Mark the next place; the text is loaded as far as that place."""
        words = self.search.text()
        cursor = self.view.textCursor()
        place = self._place_of(words, self._found if again else self._place)
        self.search.setProperty("notFound", bool(words) and place < 0)
        self.search.style().polish(self.search)
        if place < 0:
            return
        while self._shown < place + len(words):
            self._show_more()
        self._place, self._found = place, place + len(words)
        cursor.setPosition(_in_qt(self._text, place))
        cursor.setPosition(_in_qt(self._text, self._found), QTextCursor.MoveMode.KeepAnchor)
        self.view.setTextCursor(cursor)
        self.view.ensureCursorVisible()

    def _place_of(self, words: str, start: int) -> int:
        if not words:
            return -1
        if not self._lowered:
            self._lowered = self._text.lower()
        haystack, needle = self._lowered, words.lower()
        if len(haystack) != len(self._text):  # a few letters change length when lowered
            haystack, needle = self._text, words
        place = haystack.find(needle, start)
        return place if place >= 0 else haystack.find(needle)

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """Return in the search field goes to the next place instead of saving the clip."""
        if watched is self.search and isinstance(event, QKeyEvent):
            is_return = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            plain = not event.modifiers() & Qt.KeyboardModifier.ControlModifier
            if event.type() is QEvent.Type.KeyPress and is_return and plain:
                self._find(again=True)
                return True
        return False


def _in_qt(text: str, place: int) -> int:
    """A place in Python's text as Qt counts it: letters beyond the basic plane are two units."""
    return len(text[:place].encode("utf-16-le", "surrogatepass")) // 2


def with_short_lines(text: str) -> str:
    """The text with Unix line ends and overlong lines broken."""
    text = text.replace("\r\n", "\n").replace("\x00", "�").replace("\r", "\n")
    if all(len(line) <= LONGEST_LINE for line in text.split("\n")):
        return text
    return "\n".join(
        line[at : at + LONGEST_LINE]
        for line in text.split("\n")
        for at in range(0, max(len(line), 1), LONGEST_LINE)
    )
