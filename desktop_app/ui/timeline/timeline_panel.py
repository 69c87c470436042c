"""The timeline with its three kinds of date: loads what the strip shows for the list's query."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop_app.core.errors import AppError
from desktop_app.services.library import Library
from desktop_app.ui.base.task_runner import TaskRunner
from desktop_app.ui.base.theme import GRID
from desktop_app.ui.finding.search_text import has_date_range
from desktop_app.ui.timeline.timeline_strip import TimelineStrip

if TYPE_CHECKING:
    from desktop_app.core.timeline import TimelineRequest, TimelineScreen

#: The kinds of date, in order: the query's field, the word on the button, what it means.
DATE_KINDS = (
    ("published", "Published", "When the outlet published the article"),
    ("event", "Events", "When the things told in the text happened"),
    ("captured", "Captured", "When the article came into this archive"),
)


class TimelinePanel(QWidget):
    """``narrowed`` gives a kind of date, the first and the last day; ``widened`` the kind."""

    narrowed = Signal(str, str, str)
    widened = Signal(str)

    def __init__(self, library: Library, tasks: TaskRunner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._library = library
        self._tasks = tasks
        self._query = ""
        self._wanted: tuple[str, TimelineRequest] | None = None
        self._is_counting = self._has_asked = False
        self.kind = DATE_KINDS[0][0]
        self.strip = TimelineStrip(self)
        self.all_dates = QPushButton("All dates", self)
        self.all_dates.setProperty("flat", "true")
        self.all_dates.setToolTip("Take the narrowing to dates out of the search")
        self.all_dates.clicked.connect(self._on_widened)
        self.all_dates.hide()
        self._arrange()
        self.strip.range_chosen.connect(self._on_chosen)
        self.strip.cleared.connect(self._on_widened)
        self.strip.bars_wanted.connect(self._on_bars_wanted)

    def set_query(self, query: str) -> None:
        """Show when the articles fall that this query finds.

        The same query again keeps what is in view: something in the archive was changed.
        """
        is_same, self._query = query == self._query, query
        self.all_dates.setVisible(has_date_range(query, self.kind))
        if is_same and self._has_asked:
            self.strip.ask_again()
        else:
            self._has_asked = True
            self.strip.start_anew()

    def set_kind(self, kind: str) -> None:
        """Show another kind of date."""
        if kind != self.kind:
            self.kind = kind
            self.strip.noun = "event" if kind == "event" else "article"
            for button, (each, _word, _meaning) in zip(
                self._kinds.buttons(), DATE_KINDS, strict=True
            ):
                button.setChecked(each == kind)
            self.all_dates.setVisible(has_date_range(self._query, kind))
            self._has_asked = True
            self.strip.start_anew()

    def _arrange(self) -> None:
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 0, 0)
        head.setSpacing(2)
        self._kinds = QButtonGroup(self)
        for kind, word, meaning in DATE_KINDS:
            button = QToolButton(self)
            button.setText(word)
            button.setToolTip(meaning)
            button.setCheckable(True)
            button.setProperty("segment", "true")
            button.setChecked(kind == self.kind)
            button.clicked.connect(lambda _checked=False, kind=kind: self.set_kind(kind))
            self._kinds.addButton(button)
            head.addWidget(button)
        head.addStretch(1)
        head.addWidget(self.all_dates, 0, Qt.AlignmentFlag.AlignRight)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * GRID, 0, 2 * GRID, GRID)
        layout.setSpacing(2)
        layout.addLayout(head)
        layout.addWidget(self.strip)
        for before, after in pairwise((*self._kinds.buttons(), self.all_dates, self.strip)):
            self.setTabOrder(before, after)

    # Counting: one at a time, so that the list never waits for readers that count.

    def _on_bars_wanted(self, by: str, first: int | None, last: int | None) -> None:
        # Imported here: the window's first list doesn't wait for bars.
        from desktop_app.core.timeline import TimelineRequest  # noqa: PLC0415

        wanted = TimelineRequest(self.kind, first=first, last=last, by=by, most_items=-1)
        self._wanted = (self._query, wanted)
        if not self._is_counting:
            self._count()

    def _count(self) -> None:
        if self._wanted is None:
            return
        (query, wanted), self._wanted = self._wanted, None
        self._is_counting = True
        task = self._tasks.read(
            lambda: (wanted.by, self._library.timeline_screen(query, wanted)), can_wait=True
        )
        task.succeeded(self._on_counted).failed(self._on_failed)

    def _on_counted(self, counted: tuple[str, TimelineScreen]) -> None:
        self._is_counting = False
        # Asked for the same meanwhile: the archive may have changed since it was read.
        if self._wanted is None:
            by, screen = counted
            self.strip.show_screen(screen, by)
        if not self._is_counting:
            self._count()

    def _on_failed(self, _failure: AppError) -> None:
        """The list tells what is wrong with the search."""
        self._is_counting = False
        self._count()

    def _on_chosen(self, first: str, last: str) -> None:
        self.narrowed.emit(self.kind, first, last)

    def _on_widened(self) -> None:
        self.widened.emit(self.kind)
