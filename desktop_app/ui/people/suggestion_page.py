"""“Same person?”: pairs of names one after the other, with their sentences, answered by a key each.

What is suggested and what an answer means is the archive's; here it is only asked. Answers are
written one after the other while the next pair is already shown.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QSplitter,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from desktop_app.core.counted import counted
from desktop_app.core.errors import AppError
from desktop_app.ui.base.notifier import Notifier
from desktop_app.ui.base.task import Task
from desktop_app.ui.base.task_runner import ALL_KINDS, Changed, TaskRunner
from desktop_app.ui.base.theme import GRID
from desktop_app.ui.people.suggestion_list import PairList
from desktop_app.ui.people.suggestion_side import SuggestionSide
from desktop_app.ui.people.suggestion_source import Pair, PairSentences, SuggestionSource
from desktop_app.ui.widgets.flow_layout import FlowLayout
from desktop_app.ui.widgets.page_head import (
    back_button,
    hint_label,
    nothing_label,
    page_layout,
    page_title,
)

#: So many pairs are read at a time, and more when so few are left.
_READ, _FEW = 200, 20
_NOTHING = (
    "Nothing to decide.\nWhen two names look like one person's, and it isn't certain, "
    "they appear here."
)


class SuggestionPage(QWidget):
    """The queue; ``count_changed`` tells how many pairs wait."""

    person_requested = Signal(int)
    passage_requested = Signal(int, object)
    back_requested = Signal()
    count_changed = Signal(int)

    def __init__(
        self,
        source: SuggestionSource,
        tasks: TaskRunner,
        notifier: Notifier,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setObjectName("personPage")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._source, self._tasks, self._notifier = source, tasks, notifier
        self._answering = 0
        self._stale = True
        self._count = 0
        self._build()
        tasks.changed.connect(self._on_changed)

    def refresh(self) -> None:
        """Read the pairs and their count again."""
        self._stale = False
        source = self._source

        def read() -> tuple[int, list[Pair]]:
            return source.count(), source.pairs(_READ)

        self._tasks.read(read, key="suggestions").succeeded(self._show)

    # Building

    def _build(self) -> None:
        self.title = page_title("Same person?", self)
        self.words = hint_label("", self)
        self.back_button = back_button(self)
        self.back_button.clicked.connect(self._on_back)
        self.list = PairList(self)
        self.list.setMinimumWidth(22 * GRID)
        self.list.pair_changed.connect(self._on_pair_changed)
        self.nothing = nothing_label(_NOTHING, self)
        self.pages = QStackedWidget(self)
        self.pages.addWidget(self._asking())
        self.pages.addWidget(self.nothing)
        layout = page_layout(self)
        layout.addWidget(self.back_button, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self.title)
        layout.addWidget(self.words)
        layout.addWidget(self.pages, 1)

    def _asking(self) -> QWidget:
        self.sides = (SuggestionSide(self), SuggestionSide(self))
        question = QWidget(self)
        both = QHBoxLayout()
        both.setSpacing(3 * GRID)
        for side in self.sides:
            side.person_requested.connect(self.person_requested)
            side.list.passage_requested.connect(self.passage_requested)
            both.addWidget(side, 1)
        self.why = hint_label("", question)
        self.why.setWordWrap(True)
        column = QVBoxLayout(question)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GRID)
        column.addLayout(both, 1)
        column.addWidget(self.why)
        column.addWidget(self._answers())
        splitter = QSplitter(Qt.Orientation.Horizontal, self)
        splitter.setObjectName("sheetColumns")
        splitter.setHandleWidth(3 * GRID)
        splitter.addWidget(self.list)
        splitter.addWidget(question)
        splitter.setStretchFactor(1, 1)
        splitter.setChildrenCollapsible(False)
        splitter.setSizes([200, 800])
        return splitter

    def _answers(self) -> QWidget:
        row = QWidget(self)
        layout = FlowLayout(row, spacing=GRID)
        make = self._answer_button
        self.yes_button = make("Yes, one person", "Y", self.yes)
        self.no_button = make("No, two persons", "N", self.no)
        self.later_button = make("Later", "L", self.later)
        self.all_button = make("Yes to all with this spelling", "A", self.yes_to_all)
        self.yes_button.setProperty("primary", True)
        for button in (self.yes_button, self.no_button, self.later_button, self.all_button):
            layout.addWidget(button)
        return row

    def _answer_button(self, words: str, key: str, slot: Callable[[], None]) -> QPushButton:
        button = QPushButton(f"{words}  ({key})", self)
        button.setAccessibleName(f"{words}, key {key}")
        button.clicked.connect(slot)
        # Not the button's own shortcut, which waits to show it pressed.
        shortcut = QShortcut(QKeySequence(key), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(slot)
        return button

    # Showing

    def _show(self, found: tuple[int, list[Pair]]) -> None:
        count, pairs = found
        current, row = self.list.current, self.list.currentIndex().row()
        self.list.pairs.set_pairs(pairs)
        self._show_count(count)
        if pairs:
            same = self.list.pairs.row_of(current) if current is not None else -1
            self.list.choose(same if same >= 0 else max(row, 0))

    def _show_count(self, count: int) -> None:
        self._count = max(count, 0)
        pairs = counted(self._count, "pair")
        self.words.setText(f"{pairs} of names may be one person's." if count > 0 else "")
        self.pages.setCurrentIndex(0 if self.list.pairs.rowCount() else 1)
        self.count_changed.emit(self._count)

    def _on_pair_changed(self, pair: Pair | None) -> None:
        if pair is None:
            return
        for side, person in zip(self.sides, (pair.one, pair.other), strict=True):
            side.show_person(person)
        self.why.setText(pair.why)
        read = partial(self._source.sentences, pair)
        self._tasks.read(read, key="suggestion sentences").succeeded(self._on_sentences)

    def _on_sentences(self, found: PairSentences) -> None:
        current = self.list.current
        if current is not None and current.id == found.pair.id:
            self.sides[0].show_sentences(found.one)
            self.sides[1].show_sentences(found.other)

    # Answers

    def yes(self) -> None:
        """They are one person."""
        self._answer(self._source.yes, "“{one}” and “{other}” are one person now.")

    def no(self) -> None:
        """They are two persons."""
        self._answer(self._source.no, "“{one}” and “{other}” stay two persons.")

    def later(self) -> None:
        """Ask another time."""
        self._answer(self._source.later, "")

    def yes_to_all(self) -> None:
        """Yes to this pair, and to every other one with such a spelling."""
        pair = self.list.current
        if pair is None:
            return
        self._answering += 1
        task = self._write(partial(self._source.yes_to_all, pair), pair)
        task.succeeded(self._on_all_answered)

    def _on_all_answered(self, count: int) -> None:
        self._on_answered()
        self.refresh()
        pairs = counted(count, "pair")
        self._notifier.info(f"Merged {pairs} with this spelling.", undo=self._undo)

    def _answer(self, act: Callable[[Pair], None], said: str) -> None:
        pair, row = self.list.current, self.list.currentIndex().row()
        if pair is None:
            return
        self._answering += 1
        self.list.pairs.take(pair)
        self._show_count(self._count - 1)
        if self.list.pairs.rowCount():
            self.list.choose(row)
        task = self._write(partial(act, pair), pair)
        words = said.format(one=pair.one.name, other=pair.other.name)
        task.succeeded(lambda _: self._on_answered(words))

    def _write(self, call: Callable[[], object], pair: Pair) -> Task:
        task = self._tasks.write(call, label="Answering", changes=("people",))
        task.failed(self._on_failed)
        return task

    def _on_answered(self, said: str = "") -> None:
        self._answering -= 1
        if said:
            self._notifier.info(said, undo=self._undo)
        if self._answering == 0 and self.list.pairs.rowCount() < _FEW:
            self.refresh()

    def _on_failed(self, failure: AppError) -> None:
        self._answering -= 1
        self._notifier.failure(failure)
        self.refresh()

    def _undo(self) -> None:
        self._tasks.write(self._source.undo, label="Taking it back", changes=ALL_KINDS)

    def _on_back(self) -> None:
        self.back_requested.emit()

    def _on_changed(self, changed: Changed) -> None:
        # What was answered here is gone from the list already.
        if not changed.kinds & {"people", "articles"} or self._answering:
            return
        self._stale = True
        if self.isVisible():
            self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        """Read, where something changed meanwhile."""
        super().showEvent(event)
        self.list.setFocus()
        if self._stale:
            self.refresh()
