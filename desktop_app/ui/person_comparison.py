"""Comparing a person with another: both on one lane, and the articles that name both."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from desktop_app.core.article import Person, PersonMention
from desktop_app.services.library import Library
from desktop_app.ui.notifier import Notifier
from desktop_app.ui.person_dialogs import ComparePersonsDialog
from desktop_app.ui.person_facts import PersonFacts, months_of, person_query
from desktop_app.ui.person_lane import PersonLane
from desktop_app.ui.task_runner import TaskRunner
from desktop_app.ui.theme import GRID


@dataclass(frozen=True, slots=True)
class _Other:
    """Somebody to compare with."""

    person: Person
    mentions: list[PersonMention]
    both: int


class PersonComparison(QWidget):
    """The line below the lane; hidden while nobody is compared."""

    query_requested = Signal(str)

    def __init__(
        self,
        lane: PersonLane,
        library: Library,
        tasks: TaskRunner,
        notifier: Notifier,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._lane, self._library, self._tasks = lane, library, tasks
        self._notifier = notifier
        self._facts: PersonFacts | None = None
        self._query = ""
        self.words = QLabel(self)
        self.words.setProperty("role", "hint")
        self.both_button = QPushButton("Show these", self)
        self.end_button = QPushButton("End the comparison", self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(GRID)
        layout.addWidget(self.words)
        for button in (self.both_button, self.end_button):
            button.setProperty("flat", True)
            layout.addWidget(button)
        layout.addStretch()
        self.both_button.clicked.connect(self._on_both)
        self.end_button.clicked.connect(self.end)
        self.hide()

    def set_facts(self, facts: PersonFacts) -> None:
        """Another person, or the same read again, is on the page; an old comparison ends."""
        self._facts = facts
        self.end()

    def ask(self) -> None:
        """Ask with whom to compare."""
        if self._facts is not None:
            page = self.parentWidget()
            dialog = ComparePersonsDialog(self._library, self._tasks, self._facts, page)
            dialog.persons_chosen.connect(lambda ids: self.compare_with(ids[0]))
            dialog.open()

    def compare_with(self, person_id: int) -> None:
        """Read another person and show both."""
        facts = self._facts
        if facts is None:
            return
        own = person_query(facts.person)

        def read() -> _Other:
            other = self._library.people.get(person_id)
            both = self._library.count(f"{own} {person_query(other)}")
            return _Other(other, self._library.people.mentions(person_id), both)

        self._tasks.read(read, key="person comparison").succeeded(self._show)

    def end(self) -> None:
        """Show the person alone again."""
        self._lane.end_comparison()
        self.hide()

    def _show(self, other: _Other) -> None:
        if self._facts is None:
            return
        months = months_of(other.mentions)
        if not months:
            self._notifier.info(f"No dated article names {other.person.name}.")
            return
        own = self._facts.person
        self._lane.compare(own.name, other.person.name, months)
        count = {0: "No article names both", 1: "1 article names both"}
        self.words.setText(count.get(other.both, f"{other.both:,} articles name both"))
        self.both_button.setVisible(other.both > 0)
        self._query = f"{person_query(own)} {person_query(other.person)}"
        self.show()

    def _on_both(self) -> None:
        self.query_requested.emit(self._query)
