"""The timeline with its three kinds of date: loads what the strip shows for the list's query."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop_app.services.library import Library
from desktop_app.ui.search_text import has_date_range
from desktop_app.ui.task_runner import TaskRunner
from desktop_app.ui.theme import GRID
from desktop_app.ui.timeline_strip import TimelineStrip

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
        self.strip.days_wanted.connect(self._load_days)

    def set_query(self, query: str) -> None:
        """Show when the articles fall that this query finds."""
        self._query = query
        self.all_dates.setVisible(has_date_range(query, self.kind))
        self._load("month", self.strip.set_buckets)

    def set_kind(self, kind: str) -> None:
        """Show another kind of date."""
        if kind != self.kind:
            self.kind = kind
            self.set_query(self._query)

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

    def _load(self, by: str, show: object) -> None:
        query, kind = self._query, self.kind
        task = self._tasks.read(
            lambda: self._library.timeline(query, by=by, date=kind), key=f"timeline-{by}"
        )
        task.succeeded(show)  # type: ignore[arg-type]

    def _load_days(self) -> None:
        self._load("day", self.strip.set_days)

    def _on_chosen(self, first: str, last: str) -> None:
        self.narrowed.emit(self.kind, first, last)

    def _on_widened(self) -> None:
        self.widened.emit(self.kind)
