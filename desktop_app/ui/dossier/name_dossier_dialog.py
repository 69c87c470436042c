"""Asks what a dossier is called: a new one, or one that is there."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from desktop_app.core.counted import count_articles
from desktop_app.core.dossier import MOST_NAMED, Dossier
from desktop_app.core.folding import fold
from desktop_app.services.library import Library
from desktop_app.ui.base.task_runner import TaskRunner
from desktop_app.ui.base.theme import GRID
from desktop_app.ui.widgets.question_dialog import QuestionDialog

_WORDS = "A dossier keeps articles in an order of yours, with headings and text between them."


class NameDossierDialog(QuestionDialog):
    """``name_wanted`` gives the name; without a ``name`` the dossier is a new one."""

    name_wanted = Signal(str)

    def __init__(
        self,
        library: Library,
        tasks: TaskRunner,
        name: str,
        articles: int,
        parent: QWidget | None = None,
    ) -> None:
        title, act = ("Rename a dossier", "Rename") if name else ("New dossier", "Make")
        words = f"{_WORDS} It will begin with {count_articles(articles)}." if articles else _WORDS
        super().__init__(title, words, act, parent)
        self._name = name
        self._taken: frozenset[str] = frozenset()
        self.name = QLineEdit(name, self)
        self.name.setMaxLength(MOST_NAMED)
        self.name.setAccessibleName("Name of the dossier")
        self.name.setPlaceholderText("Name of the dossier")
        self.told = QLabel(self)
        self.told.setProperty("role", "hint")
        self.told.setTextFormat(Qt.TextFormat.PlainText)
        self.told.setWordWrap(True)
        self.told.setMinimumHeight(3 * GRID)
        for widget in (self.name, self.told, self.buttons):
            self.column.addWidget(widget)
        self.name.textChanged.connect(self._on_typed)
        self.name.setFocus()
        self.name.selectAll()
        self._on_typed()
        tasks.read(library.dossiers.all, key="dossier names").succeeded(self._on_read)

    def accept(self) -> None:
        """Tell the name and close."""
        if self.act_button.isEnabled():
            self.name_wanted.emit(self._typed())
            super().accept()

    def _typed(self) -> str:
        return " ".join(self.name.text().split())

    def _on_read(self, dossiers: Sequence[Dossier]) -> None:
        self._taken = frozenset(fold(each.name) for each in dossiers if each.name != self._name)
        self._on_typed()

    def _on_typed(self) -> None:
        typed = self._typed()
        is_taken = fold(typed) in self._taken
        self.told.setText(f"There is a dossier “{typed}” already." if is_taken else "")
        self.act_button.setEnabled(bool(typed) and not is_taken and typed != self._name)
