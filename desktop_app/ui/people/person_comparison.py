"""Comparing a person with another: both on one lane, and the articles that name both."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QTabWidget, QWidget

from desktop_app.core.article import Person, PersonMention
from desktop_app.core.errors import AppError
from desktop_app.services.library import Library
from desktop_app.ui.base.notifier import Notifier
from desktop_app.ui.base.task_runner import TaskRunner
from desktop_app.ui.base.theme import GRID
from desktop_app.ui.people.mention_list import MentionList
from desktop_app.ui.people.person_dialogs import ComparePersonsDialog
from desktop_app.ui.people.person_facts import (
    PersonFacts,
    months_of,
    one_of_each_article,
    person_query,
)
from desktop_app.ui.people.person_lane import PersonLane


@dataclass(frozen=True, slots=True)
class _Other:
    """Somebody to compare with: when they are named, and where both are."""

    person: Person
    months: Counter[int]
    both: list[PersonMention]
    articles: list[PersonMention]


class PersonComparison(QWidget):
    """The line below the lane; hidden while nobody is compared.

    The sentences of the articles that name both are a page of ``tabs``, there while it is useful.
    """

    query_requested = Signal(str)
    passage_requested = Signal(int, object)

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
        self._tabs: QTabWidget | None = None
        self._query = ""
        self.words = QLabel(self)
        self.words.setProperty("role", "hint")
        self.both_button = QPushButton("Show these", self)
        self.both_button.setToolTip("The articles that name both, in the list")
        self.end_button = QPushButton("End the comparison", self)
        self.list = MentionList(self)
        self.list.setAccessibleName("Sentences of the articles that name both")
        self.list.passage_requested.connect(self.passage_requested)
        self.list.hide()
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

    def set_tabs(self, tabs: QTabWidget) -> None:
        """Show the sentences of both among these pages."""
        self._tabs = tabs

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
        people = self._library.people

        def read() -> _Other:
            both = people.mentions_of_both(facts.person.id, person_id)
            months = Counter(people.months(person_id))
            return _Other(people.get(person_id), months, both, one_of_each_article(both))

        self.end()
        self.words.setText("Reading when they are named…")
        self.both_button.hide()
        self.show()
        task = self._tasks.read(read, key="person comparison")
        task.succeeded(self._show).failed(self._on_failed)

    def end(self) -> None:
        """Show the person alone again."""
        self._lane.end_comparison()
        if self._tabs is not None and self._tabs.indexOf(self.list) >= 0:
            self._tabs.removeTab(self._tabs.indexOf(self.list))
        self.hide()

    def _show(self, other: _Other) -> None:
        if self._facts is None:
            return
        if not other.months:
            self.end()
            self._notifier.info(f"No dated article names {other.person.name}.")
            return
        self.end()
        own, count = self._facts.person, len(other.articles)
        names = (own.name, other.person.name)
        self._lane.compare(
            names, other.months, months_of((each.published, 1) for each in other.articles)
        )
        told = {0: "No article names both", 1: "1 article names both, marked on the two lanes"}
        many = f"{count:,} articles name both, marked on the two lanes"
        self.words.setText(told.get(count, many))
        self.both_button.setVisible(count > 0)
        self._query = f"{person_query(own)} {person_query(other.person)}"
        if count and self._tabs is not None:
            self.list.mentions.set_mentions(other.both)
            tab = self._tabs.addTab(self.list, f"Both · {count:,}")
            self._tabs.setTabToolTip(tab, f"Sentences that name {own.name} or {other.person.name}")
            self._tabs.setCurrentIndex(tab)
        self.show()

    def _on_failed(self, failure: AppError) -> None:
        self.end()
        self._notifier.failure(failure)

    def _on_both(self) -> None:
        self.query_requested.emit(self._query)
