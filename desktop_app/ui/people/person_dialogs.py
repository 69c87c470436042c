"""The small dialogs of the person page: rename, merge, split off. They ask, and change nothing."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QListWidget, QListWidgetItem, QWidget

from desktop_app.core.article import MAX_PERSON_NAME, Person
from desktop_app.core.wikidata import items_given_up
from desktop_app.services.library import Library
from desktop_app.ui.base.task_runner import TaskRunner
from desktop_app.ui.base.theme import GRID
from desktop_app.ui.people.person_facts import PersonFacts
from desktop_app.ui.widgets.question_dialog import QuestionDialog

_ID = Qt.ItemDataRole.UserRole
_PERSON = _ID + 1
_MOST_OFFERED = 60
_TYPING_PAUSE_MS = 80


class _NameDialog(QuestionDialog):
    """Asks for a name; one that says nothing new can't be chosen."""

    name_chosen = Signal(str)

    def __init__(
        self, title: str, words: str, act: str, known: Collection[str], parent: QWidget | None
    ) -> None:
        super().__init__(title, words, act, parent)
        self._known = known
        self.line = QLineEdit(self)
        self.line.setAccessibleName("Name")
        self.line.setMaxLength(MAX_PERSON_NAME)
        self.line.textChanged.connect(self._on_text_changed)
        self.column.addWidget(self.line)
        self.column.addWidget(self.buttons)
        self._on_text_changed()

    def accept(self) -> None:
        """Tell the name and close."""
        self.name_chosen.emit(self._name())
        super().accept()

    def _name(self) -> str:
        return " ".join(self.line.text().split())

    def _on_text_changed(self) -> None:
        self.act_button.setEnabled(bool(self._name()) and self._name() not in self._known)


class RenamePersonDialog(_NameDialog):
    """Asks for another main name."""

    def __init__(self, facts: PersonFacts, parent: QWidget | None = None) -> None:
        words = "The name shown for this person. The old one stays as another spelling."
        old = facts.person.name
        super().__init__("Rename a person", words, "Rename", (old,), parent)
        self.line.setText(old)
        self.line.selectAll()


class AddAliasDialog(_NameDialog):
    """Asks for another spelling of a person's name."""

    def __init__(self, facts: PersonFacts, parent: QWidget | None = None) -> None:
        words = f"Another name of {facts.person.name}, by which later articles know them too."
        known = {spelling for spelling, _ in facts.spellings}
        super().__init__("Add a name", words, "Add", known, parent)


class SplitAliasDialog(QuestionDialog):
    """Asks which spelling belongs to somebody else."""

    alias_chosen = Signal(str)

    def __init__(self, facts: PersonFacts, parent: QWidget | None = None) -> None:
        words = f"Which of these is not {facts.person.name}? It becomes a person of its own."
        super().__init__("Split off a name", words, "Split off", parent)
        self.list = QListWidget(self)
        self.list.setAccessibleName("Spellings")
        for spelling, count in facts.spellings:
            if spelling != facts.person.name:
                item = QListWidgetItem(f"{spelling}   ({count:,})", self.list)
                item.setData(_ID, spelling)
        self.list.setCurrentRow(0)
        self.list.itemDoubleClicked.connect(self.accept)
        self.column.addWidget(self.list)
        self.column.addWidget(self.buttons)

    def accept(self) -> None:
        """Tell the choice and close."""
        item = self.list.currentItem()
        if item is not None:
            self.alias_chosen.emit(item.data(_ID))
            super().accept()


class ChoosePersonsDialog(QuestionDialog):
    """Asks, with a search field, for other persons; ``act`` is what will be done with them.

    The person ``left_out`` isn't offered; ``name`` is what the question is about.
    """

    persons_chosen = Signal(object)
    act = "Choose"

    def __init__(
        self,
        library: Library,
        tasks: TaskRunner,
        left_out: int | None,
        name: str,
        words: tuple[str, str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(*words, self.act, parent)
        self._library, self._tasks, self._left_out = library, tasks, left_out
        self.search = QLineEdit(self)
        self.search.setPlaceholderText("Search by name")
        self.search.setAccessibleName("Search by name")
        self.search.setText(self.first_search(name))
        self.list = QListWidget(self)
        self.list.setAccessibleName("Persons")
        self.list.setSelectionMode(QListWidget.SelectionMode.ExtendedSelection)
        self.list.itemSelectionChanged.connect(self._on_selection_changed)
        self.list.itemDoubleClicked.connect(self.accept)
        self.list.setMinimumHeight(30 * GRID)
        self._pause = QTimer(self, interval=_TYPING_PAUSE_MS, singleShot=True)
        self._pause.timeout.connect(self._search)
        self.search.textChanged.connect(lambda _text: self._pause.start())
        for widget in (self.search, self.list, self.buttons):
            self.column.addWidget(widget)
        self._on_selection_changed()
        self._search()

    def first_search(self, name: str) -> str:
        """What stands in the search field at first."""
        return ""

    def accept(self) -> None:
        """Tell the choice and close."""
        ids = tuple(item.data(_ID) for item in self.list.selectedItems())
        if ids:
            self.persons_chosen.emit(ids)
            super().accept()

    def _search(self) -> None:
        text = self.search.text().strip()
        task = self._tasks.read(
            lambda: self._library.people.find(text=text, limit=_MOST_OFFERED), key="merge persons"
        )
        task.succeeded(self._show)

    def _show(self, people: Sequence[Person]) -> None:
        self.list.clear()
        for person in people:
            if person.id != self._left_out:
                others = ", ".join(person.aliases[:4])
                more = f"   {others}" if others else ""
                item = QListWidgetItem(f"{person.name}   ({person.articles:,}){more}", self.list)
                item.setData(_ID, person.id)
                item.setData(_PERSON, person)

    def chosen(self) -> list[Person]:
        """Who is chosen now."""
        return [item.data(_PERSON) for item in self.list.selectedItems()]

    def _on_selection_changed(self) -> None:
        count = len(self.list.selectedItems())
        self.act_button.setEnabled(count > 0)
        self.act_button.setText(f"{self.act} {count}" if count > 1 else self.act)


class MergePersonsDialog(ChoosePersonsDialog):
    """Asks who else is this same person."""

    act = "Merge"

    def __init__(
        self,
        library: Library,
        tasks: TaskRunner,
        facts: PersonFacts,
        parent: QWidget | None = None,
    ) -> None:
        name = facts.person.name
        words = f"Who else is {name}? Every article naming them will count for {name}."
        title = f"Merge with {name}"
        super().__init__(library, tasks, facts.person.id, name, (title, words), parent)
        self._person = facts.person
        self.warning = QLabel(self)
        self.warning.setProperty("role", "warning")
        self.warning.setWordWrap(True)
        self.warning.setTextFormat(Qt.TextFormat.PlainText)
        self.warning.setContentsMargins(GRID, GRID // 2, GRID, GRID // 2)
        self.warning.hide()
        self.column.insertWidget(self.column.indexOf(self.buttons), self.warning)
        self.list.itemSelectionChanged.connect(self._warn)

    def _warn(self) -> None:
        """Say what merging would give up."""
        words = items_given_up([self._person, *self.chosen()])
        self.warning.setText(words)
        self.warning.setVisible(bool(words))

    def first_search(self, name: str) -> str:
        """The last word of the name: who shares it is most likely the same."""
        return name.rsplit(maxsplit=1)[-1] if name.split() else ""


class ComparePersonsDialog(ChoosePersonsDialog):
    """Asks with whom to compare this person."""

    act = "Compare"

    def __init__(
        self,
        library: Library,
        tasks: TaskRunner,
        facts: PersonFacts,
        parent: QWidget | None = None,
    ) -> None:
        name = facts.person.name
        words = f"Whose mentions over the years shall stand below those of {name}?"
        title = "Compare two persons"
        super().__init__(library, tasks, facts.person.id, name, (title, words), parent)
        self.list.setSelectionMode(QListWidget.SelectionMode.SingleSelection)
