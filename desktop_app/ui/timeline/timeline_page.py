"""The page of the timeline: what a search finds on an axis of time, in lanes.

It loads what the canvas shows, off the window's thread, and drops what is outdated.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop_app.core.counted import counted
from desktop_app.core.timeline import Grouping, TimelineItem, TimelineRequest, TimelineScreen
from desktop_app.services.library import Library
from desktop_app.ui.base.task_runner import Changed, TaskRunner
from desktop_app.ui.base.theme import GRID
from desktop_app.ui.finding.search_field import SearchField
from desktop_app.ui.finding.search_text import has_date_range
from desktop_app.ui.timeline.timeline_canvas import LEAST_LANE, TimelineCanvas
from desktop_app.ui.timeline.timeline_card import TimelineCard
from desktop_app.ui.timeline.timeline_painting import AXIS, ROW
from desktop_app.ui.timeline.timeline_panel import DATE_KINDS
from desktop_app.ui.timeline.timeline_scale import bar_width, iso_day
from desktop_app.ui.widgets.flow_layout import FlowLayout

_LANES = (
    (Grouping.NONE, "One lane", "Everything together"),
    (Grouping.PERSON, "By person", "A lane for each of those named most"),
    (Grouping.TAG, "By tag", "A lane for each of the commonest tags"),
    (Grouping.OUTLET, "By outlet", "A lane for each of the outlets that wrote most"),
)
_LANE_NOUNS = {
    Grouping.NONE: ("lane", "lanes"),
    Grouping.PERSON: ("person", "people"),
    Grouping.TAG: ("tag", "tags"),
    Grouping.OUTLET: ("outlet", "outlets"),
}
_MOST_LANES = 8
#: So many pixels of a row an item gets at the least before bars are shown instead.
_ITEM_PIXELS = 110
#: What is loaded on either side of the view, as a share of it, so that moving shows no gap.
_MARGIN = 0.2
_PAUSE_MS = 15
_NOUNS = {"published": "articles", "captured": "articles", "event": "dates told"}


class TimelinePage(QWidget):
    """``query_typed`` gives the words of its search field; the window tells the query in force."""

    query_typed = Signal(str)
    narrowed = Signal(str, str, str)
    widened = Signal(str)
    lane_chosen = Signal(str)
    passage_requested = Signal(int, object)
    back_requested = Signal()
    picture_wanted = Signal()

    def __init__(self, library: Library, tasks: TaskRunner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("timelinePage")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._library, self._tasks = library, tasks
        self.query: str | None = None
        self.kind = DATE_KINDS[0][0]
        self._grouping = Grouping.NONE
        self._fits, self._stale = True, True
        self._skipped = self._lane_count = 0
        self.canvas = TimelineCanvas(self)
        self.card = TimelineCard(self)
        self.search = SearchField(self)
        self._soon = QTimer(self, interval=_PAUSE_MS, singleShot=True)
        self._soon.timeout.connect(self._load)
        self._arrange()
        self._connect()

    @property
    def grouping(self) -> Grouping:
        """What each lane is about."""
        return self._grouping

    def show_query(self, query: str, typed: str) -> None:
        """Show when what this query finds falls; ``typed`` stands in the search field."""
        if not self.search.hasFocus():
            self.search.set_quietly(typed)
        if query != self.query:
            self.query = query
            self._fits = True
            self._skipped = 0
        self.all_dates.setVisible(has_date_range(query, self.kind))
        self.refresh()

    def set_kind(self, kind: str) -> None:
        """Show another kind of date."""
        self.kind = kind
        for button in self._kinds.buttons():
            button.setChecked(button.property("choice") == kind)
        self._fits, self._skipped = True, 0
        self.canvas.choose(None)
        self.show_query(self.query or "", self.search.text())

    def set_grouping(self, grouping: Grouping) -> None:
        """Show other lanes."""
        self._grouping, self._skipped = grouping, 0
        for button in self._groupings.buttons():
            button.setChecked(button.property("choice") == grouping)
        self.refresh()

    def refresh(self) -> None:
        """Load again, now or when the page is next seen."""
        self._stale = True
        if self.isVisible():
            self._soon.start()

    def request(self) -> TimelineRequest:
        """What the canvas has room for."""
        canvas, lanes, skipped = self.canvas, self._lanes_at_once(), self._skipped
        rows = max((canvas.height() - AXIS) / lanes // ROW - 1, 1)
        most = int(rows * max(canvas.width() // _ITEM_PIXELS, 1))
        if self._fits:
            # Loaded whole first, since only then it is known from when to when.
            return TimelineRequest(
                self.kind, self.grouping, None, None, "year", lanes, most, skipped
            )
        scale = canvas.scale
        first = int(scale.first - _MARGIN * scale.span)
        last = int(scale.first + (1 + _MARGIN) * scale.span)
        by = bar_width(scale)
        return TimelineRequest(self.kind, self.grouping, first, last, by, lanes, most, skipped)

    def turn_lanes(self, pages: int) -> None:
        """Show the lanes of those that come next, or before."""
        at_once = self._lanes_at_once()
        last = max(self._lane_count - 1, 0) // at_once * at_once
        self._skipped = min(max(self._skipped + pages * at_once, 0), last)
        self.refresh()

    def _lanes_at_once(self) -> int:
        if self.grouping is Grouping.NONE:
            return 1
        return max(min((self.canvas.height() - AXIS) // LEAST_LANE, _MOST_LANES), 1)

    # Building

    def _arrange(self) -> None:
        title = QLabel("Timeline", self)
        title.setProperty("role", "large")
        self.count = QLabel(self)
        self.count.setProperty("role", "hint")
        self.back_button = self._flat("‹ Back", "Back to the list (Alt+Left)")
        self.back_button.setAccessibleName("Back")
        head = QHBoxLayout()
        head.setSpacing(GRID)
        head.addWidget(self.back_button)
        head.addWidget(title)
        head.addWidget(self.count, 1, Qt.AlignmentFlag.AlignBottom)
        head.addWidget(self.search, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(2 * GRID, 2 * GRID, 2 * GRID, 2 * GRID)
        layout.setSpacing(GRID)
        layout.addLayout(head)
        layout.addWidget(self._tools())
        layout.addWidget(self.canvas, 1)
        layout.addWidget(self.card)

    def _tools(self) -> QWidget:
        """What is shown and how; in a narrow window in two lines."""
        row = QWidget(self)
        lines = FlowLayout(row, spacing=GRID)
        self._kinds, self._groupings = QButtonGroup(self), QButtonGroup(self)
        choices = [self._segment(self._kinds, *each) for each in DATE_KINDS]
        lanes = [self._segment(self._groupings, *each) for each in _LANES]
        self.all_dates = self._flat("All dates", "Take the narrowing to dates out of the search")
        self.narrow = self._flat(
            "Narrow the search to what is shown", "Ctrl+Enter; or pull over the axis of time"
        )
        self.fewer = self._flat("−", "See more years (−)")
        self.more = self._flat("+", "See fewer days (+)")
        self.whole = self._flat("Fit", "Show everything (Home)")
        self.fewer.setAccessibleName("Zoom out")
        self.more.setAccessibleName("Zoom in")
        zooming = (self.fewer, self.more, self.whole)
        self.lanes_told = QLabel(row)
        self.lanes_told.setProperty("role", "hint")
        self.lanes_before = self._flat("‹", "The lanes before (Ctrl+Page Up)")
        self.lanes_after = self._flat("›", "The next lanes (Ctrl+Page Down)")
        self.lanes_before.setAccessibleName("The lanes before")
        self.lanes_after.setAccessibleName("The next lanes")
        turning = (self.lanes_before, self.lanes_told, self.lanes_after)
        for each in turning:
            each.hide()
        self.picture = self._flat("Export picture…", "This timeline as PDF, PNG or SVG")
        self.picture.clicked.connect(lambda _checked: self.picture_wanted.emit())
        acts = (self.all_dates, self.narrow, *zooming, self.picture)
        for group in (choices, lanes, turning, acts):
            lines.addWidget(_in_a_row(group, row))
        return row

    def _segment(self, group: QButtonGroup, choice: str, word: str, meaning: str) -> QToolButton:
        button = QToolButton(self)
        button.setText(word)
        button.setToolTip(meaning)
        button.setCheckable(True)
        button.setProperty("segment", "true")
        button.setProperty("choice", choice)
        button.setChecked(choice in (self.kind, self.grouping))
        button.clicked.connect(lambda _checked: self._on_segment(choice))
        group.addButton(button)
        return button

    def _on_segment(self, choice: str) -> None:
        if isinstance(choice, Grouping):
            self.set_grouping(choice)
        else:
            self.set_kind(choice)

    def _flat(self, text: str, tip: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setProperty("flat", True)
        button.setToolTip(tip)
        return button

    def _connect(self) -> None:
        canvas = self.canvas
        canvas.view_changed.connect(self._on_view_changed)
        canvas.item_chosen.connect(self.card.show_item)
        canvas.item_opened.connect(self._open)
        canvas.range_chosen.connect(self._on_range_chosen)
        canvas.cleared.connect(self._on_widened)
        canvas.lane_chosen.connect(self.lane_chosen)
        canvas.lanes_turned.connect(self.turn_lanes)
        self.lanes_before.clicked.connect(lambda _checked: self.turn_lanes(-1))
        self.lanes_after.clicked.connect(lambda _checked: self.turn_lanes(1))
        self.card.open_requested.connect(self._open_chosen)
        self.search.query_changed.connect(self.query_typed)
        self.search.left_downwards.connect(canvas.setFocus)
        self.back_button.clicked.connect(self.back_requested)
        self.all_dates.clicked.connect(self._on_widened)
        self.narrow.clicked.connect(self._on_narrow)
        self.fewer.clicked.connect(lambda _checked: canvas.zoom(1.6))
        self.more.clicked.connect(lambda _checked: canvas.zoom(1 / 1.6))
        self.whole.clicked.connect(canvas.fit_all)
        self._tasks.changed.connect(self._on_changed)

    # Loading

    def _load(self) -> None:
        self._stale = False
        query, wanted = self.query or "", self.request()
        task = self._tasks.read(
            lambda: self._library.timeline_screen(query, wanted), key="timeline page"
        )
        task.succeeded(partial(self._show, wanted))

    def _show(self, wanted: TimelineRequest, screen: TimelineScreen) -> None:
        self.canvas.empty_words = self._empty_words(screen)
        self.canvas.show_screen(screen)
        if screen.count:
            years = iso_day(screen.first)[:4], iso_day(screen.last)[:4]
            span = years[0] if years[0] == years[1] else f"{years[0]} – {years[1]}"
            self.count.setText(f"{screen.count:,} {_NOUNS[wanted.kind]}, {span}")
        else:
            self.count.clear()
        for button in (self.narrow, self.fewer, self.more, self.whole, self.picture):
            button.setEnabled(bool(screen.lanes))
        self._tell_lanes(wanted, screen)
        if self._fits and wanted.first is None and screen.count:
            self._fits = False
            self.canvas.fit_usual()

    def _tell_lanes(self, wanted: TimelineRequest, screen: TimelineScreen) -> None:
        """Which of how many lanes these are, where there are more than have room."""
        self._lane_count = screen.lane_count
        first, last = wanted.skipped_lanes + 1, wanted.skipped_lanes + len(screen.lanes)
        has_more = screen.lane_count > len(screen.lanes) and bool(screen.lanes)
        if has_more:
            noun = _LANE_NOUNS[wanted.grouping]
            self.lanes_told.setText(f"{first:,} – {last:,} of {counted(screen.lane_count, *noun)}")
        for each in (self.lanes_before, self.lanes_told, self.lanes_after):
            each.setVisible(has_more)
        self.lanes_before.setEnabled(first > 1)
        self.lanes_after.setEnabled(last < screen.lane_count)

    def _empty_words(self, screen: TimelineScreen) -> str:
        if screen.count:
            lanes = {Grouping.PERSON: "names anybody", Grouping.TAG: "has a tag"}
            told = lanes.get(self.grouping, "says which outlet it is from")
            return f"Nothing found here {told}.\nChoose other lanes, or none."
        if not self.query:
            return "No article here has a date of this kind yet."
        return "Nothing that the search finds has a date of this kind.\nTake a word away."

    def _on_view_changed(self) -> None:
        if not self._fits:
            self._soon.start()

    def _on_changed(self, changed: Changed) -> None:
        if changed.kinds & {"articles", "people", "tags"}:
            self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        """Load, now that somebody looks."""
        super().showEvent(event)
        if self._stale:
            self._soon.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Load nothing that nobody looks at."""
        super().hideEvent(event)
        self._soon.stop()

    # What the user wants

    def _open_chosen(self) -> None:
        if self.canvas.chosen is not None:
            self._open(self.canvas.chosen)

    def _open(self, item: TimelineItem) -> None:
        self.passage_requested.emit(item.article_id, item.sentence)

    def _on_range_chosen(self, first: str, last: str) -> None:
        self.narrowed.emit(self.kind, first, last)

    def _on_narrow(self) -> None:
        self._on_range_chosen(*self.canvas.visible_range())

    def _on_widened(self) -> None:
        self.widened.emit(self.kind)


def _in_a_row(widgets: Iterable[QWidget], parent: QWidget) -> QWidget:
    """Widgets that stay side by side."""
    group = QWidget(parent)
    row = QHBoxLayout(group)
    row.setContentsMargins(0, 0, 2 * GRID, 0)
    row.setSpacing(2)
    for widget in widgets:
        row.addWidget(widget)
    return group
