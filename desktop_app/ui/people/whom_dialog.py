"""Asks who is meant by a name in an article: somebody known, or somebody new. Changes nothing."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QRadioButton, QWidget

from desktop_app.core.article import MAX_PERSON_NAME, Person
from desktop_app.services.library import Library
from desktop_app.ui.base.task_runner import TaskRunner
from desktop_app.ui.people.person_dialogs import ChoosePersonsDialog

_ID = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class Asked:
    """The words that name somebody, in which article, and who it was taken for so far."""

    words: str
    title: str
    person_id: int | None = None


class WhomDialog(ChoosePersonsDialog):
    """``whom_chosen`` tells an id or a new person's name, and whether for the whole article."""

    whom_chosen = Signal(object, bool)
    act = "It is this one"

    def __init__(
        self, library: Library, tasks: TaskRunner, asked: Asked, parent: QWidget | None = None
    ) -> None:
        self._asked = asked
        words = f"Who is meant by “{asked.words}” in “{asked.title}”?"
        super().__init__(
            library, tasks, asked.person_id, asked.words, ("Who is it?", words), parent
        )
        self.list.setSelectionMode(QListWidget.SelectionMode.SingleSelection)
        self.search.setMaxLength(MAX_PERSON_NAME)
        self.search.setPlaceholderText("Search by name, or write a new one")
        self.search.selectAll()
        self.only_here = QRadioButton("Only at this place", self)
        self.everywhere = QRadioButton("Everywhere in this article", self)
        self.only_here.setChecked(True)
        for button in (self.only_here, self.everywhere):
            button.setVisible(asked.person_id is not None)
            self.column.insertWidget(self.column.count() - 1, button)

    def first_search(self, name: str) -> str:
        """The last word of the name: who shares it is most likely meant."""
        return name.rsplit(maxsplit=1)[-1] if name.split() else ""

    def accept(self) -> None:
        """Tell the choice and close."""
        items = self.list.selectedItems()
        if items:
            self.whom_chosen.emit(items[0].data(_ID), self.everywhere.isChecked())
            self.done(self.DialogCode.Accepted)

    def _show(self, people: Sequence[Person]) -> None:
        super()._show(people)
        name = " ".join(self.search.text().split())
        if name:
            item = QListWidgetItem(f"New person “{name}”", self.list)
            item.setData(_ID, name)
        if self.search.isModified():
            self.list.setCurrentRow(0)
