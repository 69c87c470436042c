"""Find in the article: a line to type in, which match of how many, by case and whole words."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QTextCursor
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget

from desktop_app.core.plain_search import LONGEST_SOUGHT, PlainSearch
from desktop_app.ui.base.theme import GRID, theme
from desktop_app.ui.reading.reader_browser import ReaderBrowser
from desktop_app.ui.reading.reader_matches import ReaderMatches

_ICON = QSize(14, 14)
_FIELD_WIDTH = 22 * GRID
_COUNT_WIDTH = 10 * GRID
#: A longer selection isn't what somebody looks for.
_LONGEST_TAKEN = 100


class FindBar(QFrame):
    """Stands above the text while it is open; Return goes on, Shift+Return back, Escape closes."""

    def __init__(self, browser: ReaderBrowser, matches: ReaderMatches, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("findBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._browser, self._matches = browser, matches
        self.field = QLineEdit(self)
        self.field.setPlaceholderText("Find in the article")
        self.field.setAccessibleName("Find in the article")
        self.field.setMaxLength(LONGEST_SOUGHT)
        self.field.setMinimumWidth(_FIELD_WIDTH)
        self.field.setMaximumWidth(2 * _FIELD_WIDTH)
        self.field.installEventFilter(self)
        self.count = QLabel(self)
        self.count.setProperty("role", "hint")
        self.count.setMinimumWidth(_COUNT_WIDTH)
        self.previous_button = self._icon_button("chevron-up", "Previous match (Shift+Return)")
        self.next_button = self._icon_button("chevron-down", "Next match (Return)")
        self.close_button = self._icon_button("close", "Close (Escape)")
        self.case = self._choice("Match &case")
        self.whole = self._choice("Whole &words")
        self._arrange()
        self.field.textChanged.connect(self._find)
        self.case.toggled.connect(self._find)
        self.whole.toggled.connect(self._find)
        self.next_button.clicked.connect(lambda: matches.step(1))
        self.previous_button.clicked.connect(lambda: matches.step(-1))
        self.close_button.clicked.connect(self.close_bar)
        matches.counted.connect(self._show_count)
        theme().changed.connect(self._recolour)
        self.hide()

    def open_bar(self) -> None:
        """Open, with what is selected in the text, and look for it."""
        selected = self._browser.textCursor().selectedText().strip()
        if selected and len(selected) <= _LONGEST_TAKEN and "\u2029" not in selected:
            self.field.setText(selected)
        self.show()
        self.field.setFocus()
        self.field.selectAll()
        self._find()

    def close_bar(self) -> None:
        """Close; the match that was shown stays selected in the text."""
        if not self.isVisible():
            return
        found = self._matches.current
        self.hide()
        self._matches.find(None)
        if found is not None and self.field.text().strip():
            cursor = QTextCursor(self._browser.document())
            cursor.setPosition(found[0])
            cursor.setPosition(found[1], QTextCursor.MoveMode.KeepAnchor)
            self._browser.setTextCursor(cursor)
        self._browser.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keys of the field."""
        if watched is not self.field or not isinstance(event, QKeyEvent):
            return super().eventFilter(watched, event)
        if event.type() is QEvent.Type.ShortcutOverride and event.matches(
            QKeySequence.StandardKey.Find
        ):
            event.accept()
            return True
        return event.type() is QEvent.Type.KeyPress and self._on_key(event)

    def _on_key(self, event: QKeyEvent) -> bool:
        back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.matches(QKeySequence.StandardKey.Find):
            self.field.selectAll()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._matches.step(-1 if back else 1)
        elif event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        else:
            return False
        return True

    def _find(self) -> None:
        if self.isVisible():
            search = PlainSearch(self.field.text(), self.case.isChecked(), self.whole.isChecked())
            self._matches.find(search.spans)

    def _show_count(self, current: int, count: int) -> None:
        if not self.isVisible():
            return
        sought = bool(self.field.text().strip())
        said = f"{current + 1:,} of {count:,}" if count else "not found"
        self.count.setText(said if sought else "")
        missing = sought and not count
        if self.field.property("notFound") != missing:
            self.field.setProperty("notFound", missing)
            self.field.style().polish(self.field)
        for button in (self.next_button, self.previous_button):
            button.setEnabled(bool(count))

    # Building

    def _arrange(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * GRID, GRID // 2, GRID, GRID // 2)
        row.setSpacing(GRID // 2)
        row.addWidget(self.field, 1)
        for widget in (self.previous_button, self.next_button, self.count):
            row.addWidget(widget)
        row.addWidget(self.case)
        row.addWidget(self.whole)
        row.addStretch(1)
        row.addWidget(self.close_button)

    def _icon_button(self, icon: str, words: str) -> QToolButton:
        button = QToolButton(self)
        button.setProperty("icon_name", icon)
        button.setIcon(theme().icon(icon))
        button.setIconSize(_ICON)
        button.setToolTip(words)
        button.setAccessibleName(words)
        return button

    def _choice(self, words: str) -> QToolButton:
        button = QToolButton(self)
        button.setText(words)
        button.setCheckable(True)
        button.setProperty("segment", "true")
        button.setAccessibleName(words.replace("&", ""))
        return button

    def _recolour(self) -> None:
        for button in (self.previous_button, self.next_button, self.close_button):
            button.setIcon(theme().icon(str(button.property("icon_name"))))
