"""Find on the page: a line to type in, which match of how many."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWebEngineCore import QWebEngineFindTextResult, QWebEnginePage
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QWidget

from desktop_app.ui.base.theme import GRID
from desktop_app.ui.browsing.icon_button import IconButton

_LONGEST = 500


class FindOnPage(QFrame):
    """Hidden until it is opened; Return goes on, Shift+Return back, Escape closes."""

    def __init__(self, page: QWebEnginePage, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("findBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._page = page
        self.field = QLineEdit(self)
        self.field.setPlaceholderText("Find on the page")
        self.field.setAccessibleName("Find on the page")
        self.field.setMaxLength(_LONGEST)
        self.field.setMinimumWidth(24 * GRID)
        self.count = QLabel(self)
        self.count.setProperty("role", "hint")
        self.previous_button = IconButton("chevron-up", "Previous match (Shift+Return)", self)
        self.next_button = IconButton("chevron-down", "Next match (Return)", self)
        self.close_button = IconButton("close", "Close (Escape)", self)
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * GRID, GRID // 2, GRID, GRID // 2)
        row.setSpacing(GRID // 2)
        for part in (self.field, self.previous_button, self.next_button, self.count):
            row.addWidget(part)
        row.addStretch(1)
        row.addWidget(self.close_button)
        self.field.textChanged.connect(lambda _text: self.step())
        self.next_button.clicked.connect(lambda _checked: self.step())
        self.previous_button.clicked.connect(lambda: self.step(back=True))
        self.close_button.clicked.connect(self.close_bar)
        page.findTextFinished.connect(self._show_count)
        self.hide()

    def open_bar(self) -> None:
        """Open, with what is selected on the page."""
        selected = self._page.selectedText().strip()
        if selected and len(selected) < 100:
            self.field.setText(selected)
        self.show()
        self.field.setFocus()
        self.field.selectAll()
        self.step()

    def close_bar(self) -> None:
        """Close; the match stays selected on the page."""
        self.hide()
        self._page.findText("")

    def step(self, *, back: bool = False) -> None:
        """Go to the next match, or to the one before."""
        if not self.isVisible():
            return
        way = QWebEnginePage.FindFlag.FindBackward if back else QWebEnginePage.FindFlag(0)
        self._page.findText(self.field.text(), way)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keys of the field that it leaves to us."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_bar()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.step(back=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        else:
            super().keyPressEvent(event)

    def _show_count(self, found: QWebEngineFindTextResult) -> None:
        if not self.field.text():
            self.count.clear()
            return
        of = found.numberOfMatches()
        self.count.setText(f"{found.activeMatch():,} of {of:,}" if of else "not found")
