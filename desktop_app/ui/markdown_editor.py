"""Changing an article's text as Markdown; saving makes a revision."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontDatabase, QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from desktop_app.ui.theme import GRID


class MarkdownEditor(QWidget):
    """``saved`` gives the new Markdown, ``left`` says that nothing is to be kept."""

    saved = Signal(str)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = QPlainTextEdit(self)
        self.text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.text.setAccessibleName("The article's text in Markdown")
        hint = QLabel("The text in Markdown. Saving keeps the earlier version too.", self)
        hint.setProperty("role", "hint")
        hint.setWordWrap(True)
        self.save_button = QPushButton("Save", self)
        self.save_button.setProperty("primary", "true")
        self.save_button.setToolTip("Save (Ctrl+Return)")
        self.save_button.clicked.connect(self.save)
        self.leave_button = QPushButton("Cancel", self)
        self.leave_button.clicked.connect(self.left)
        foot = QHBoxLayout()
        foot.addWidget(hint, 1)
        foot.addWidget(self.leave_button)
        foot.addWidget(self.save_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(3 * GRID, 2 * GRID, 3 * GRID, 2 * GRID)
        layout.setSpacing(GRID)
        layout.addWidget(self.text, 1)
        layout.addLayout(foot)

    def edit(self, markdown: str) -> None:
        """Begin with this text."""
        self.text.setPlainText(markdown)
        self.text.document().setModified(False)
        self.text.setFocus()

    @property
    def is_changed(self) -> bool:
        """Whether leaving would lose something."""
        return self.text.document().isModified()

    def save(self) -> None:
        """Keep what was typed."""
        self.saved.emit(self.text.toPlainText())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Return saves; Escape leaves where nothing was changed."""
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if control and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.save()
        elif event.key() == Qt.Key.Key_Escape and not self.is_changed:
            self.left.emit()
        else:
            super().keyPressEvent(event)
