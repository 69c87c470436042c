"""Asks for a dossier's name and for what stands on its first page."""

from __future__ import annotations

from dataclasses import asdict

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFormLayout, QLineEdit, QPlainTextEdit, QWidget

from desktop_app.core.dossier import MOST_NAMED, MOST_TITLED, Dossier
from desktop_app.ui.base.theme import GRID
from desktop_app.ui.widgets.question_dialog import QuestionDialog

_WORDS = "What stands on the first page of the dossier. Only its name is needed."
_LINES = {
    "subtitle": ("Subtitle", ""),
    "author": ("Author", "Who put it together"),
    "date": ("Date", "As it is to be printed, such as Spring 2026"),
}


class CoverDialog(QuestionDialog):
    """``cover_wanted`` gives the name and the fields of the cover."""

    cover_wanted = Signal(str, dict)

    def __init__(self, dossier: Dossier, parent: QWidget | None = None) -> None:
        super().__init__("Cover of the dossier", _WORDS, "Change", parent)
        self._before = (dossier.name, asdict(dossier.cover))
        cover = self._before[1]
        self.setMinimumWidth(72 * GRID)
        self.name = QLineEdit(dossier.name, self)
        self.name.setMaxLength(MOST_NAMED)
        form = QFormLayout()
        form.setHorizontalSpacing(2 * GRID)
        form.addRow("Title", self.name)
        self.lines = {name: QLineEdit(cover[name], self) for name in _LINES}
        for name, (label, placeholder) in _LINES.items():
            self.lines[name].setMaxLength(MOST_TITLED)
            self.lines[name].setPlaceholderText(placeholder)
            form.addRow(label, self.lines[name])
        self.abstract = QPlainTextEdit(cover["abstract"], self)
        self.abstract.setPlaceholderText("What the dossier is about, in Markdown")
        self.abstract.setTabChangesFocus(True)
        self.abstract.setMinimumHeight(18 * GRID)
        self.abstract.installEventFilter(self)
        form.addRow("Abstract", self.abstract)
        self.column.addLayout(form)
        self.column.addWidget(self.buttons)
        self.name.textChanged.connect(lambda text: self.act_button.setEnabled(bool(text.strip())))
        self.name.setFocus()

    def accept(self) -> None:
        """Tell the fields and close; nothing where nothing was changed."""
        wanted = (" ".join(self.name.text().split()), self._cover())
        if wanted != self._before:
            self.cover_wanted.emit(*wanted)
        super().accept()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ctrl+Enter in the abstract is the act, as Enter is in the lines."""
        if (
            watched is self.abstract
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            and event.modifiers() & Qt.KeyboardModifier.ControlModifier
        ):
            self.act_button.click()
            return True
        return super().eventFilter(watched, event)

    def _cover(self) -> dict[str, str]:
        lines = {name: " ".join(line.text().split()) for name, line in self.lines.items()}
        return lines | {"abstract": self.abstract.toPlainText().strip()}
