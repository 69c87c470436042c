"""Asks for a saved search's name and query, and says while they are typed what it finds."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFormLayout, QLabel, QLineEdit, QWidget

from desktop_app.core.counted import count_articles
from desktop_app.core.errors import AppError
from desktop_app.core.folding import fold
from desktop_app.core.query import parse_query
from desktop_app.services.library import Library
from desktop_app.ui.base.task_runner import TaskRunner
from desktop_app.ui.base.theme import GRID
from desktop_app.ui.finding.search_field import SearchField
from desktop_app.ui.widgets.question_dialog import QuestionDialog

_LONGEST_NAME = 200
_WORDS = "A saved search stands in the library and always shows what it finds at the moment."


class SavedSearchDialog(QuestionDialog):
    """``wanted`` gives name and query; without a ``name`` it is a new search.

    A name of ``names`` is taken: a new search replaces the one that has it.
    """

    wanted = Signal(str, str)

    def __init__(
        self,
        library: Library,
        tasks: TaskRunner,
        query: str,
        name: str,
        names: Collection[str],
        parent: QWidget | None = None,
    ) -> None:
        title, act = ("Change a saved search", "Change") if name else ("Save a search", "Save")
        super().__init__(title, _WORDS, act, parent)
        self._library, self._tasks = library, tasks
        self._is_new = not name
        self._taken = {each for each in names if each != name}
        self.name = QLineEdit(name or query[:_LONGEST_NAME], self)
        self.name.setMaxLength(_LONGEST_NAME)
        self.name.setAccessibleName("Name")
        self.query = SearchField(self)
        self.query.setText(query)
        self.query.setAccessibleName("Query")
        self.told = QLabel(self)
        self.told.setProperty("role", "hint")
        self.told.setWordWrap(True)
        self.told.setTextFormat(Qt.TextFormat.PlainText)
        self.told.setMinimumHeight(5 * GRID)
        self.told.setAlignment(Qt.AlignmentFlag.AlignTop)
        form = QFormLayout()
        form.setHorizontalSpacing(2 * GRID)
        form.addRow("Name", self.name)
        form.addRow("Query", self.query)
        form.addRow("", self.told)
        self.column.addLayout(form)
        self.column.addWidget(self.buttons)
        self._found = ""
        self.name.textChanged.connect(self._on_typed)
        self.query.textChanged.connect(self._on_typed)
        self.query.query_changed.connect(self._count)
        self.name.setFocus()
        self.name.selectAll()
        self._on_typed()
        self._count()

    def accept(self) -> None:
        """Tell the wish and close."""
        if self.act_button.isEnabled():
            self.wanted.emit(self._name(), self._query())
            super().accept()

    def _name(self) -> str:
        return " ".join(self.name.text().split())

    def _query(self) -> str:
        return self.query.text().strip()

    def _is_taken(self) -> bool:
        return fold(self._name()) in {fold(each) for each in self._taken}

    def _on_typed(self) -> None:
        complete = bool(self._name() and self._query())
        self.act_button.setEnabled(complete and (self._is_new or not self._is_taken()))
        self._tell()

    def _count(self) -> None:
        query = self._query()
        task = self._tasks.read(lambda: (query, self._library.count(query)), key="saved search")
        task.succeeded(self._on_counted).failed(self._on_refused)

    def _on_counted(self, counted: tuple[str, int]) -> None:
        query, count = counted
        if query == self._query():
            notes = " ".join(parse_query(query).notes)
            self._found = f"Finds {count_articles(count)}. {notes}".strip() if query else ""
            self._tell()

    def _on_refused(self, failure: AppError) -> None:
        self._found = str(failure)
        self._tell()

    def _tell(self) -> None:
        taken = ""
        if self._is_taken():
            what = "it will be replaced" if self._is_new else "choose another name"
            taken = f" “{self._name()}” is there already: {what}."
        self.told.setText(f"{self._found}{taken}".strip())
