"""The page of watched pages: which, how often, when last looked at, and what came of it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QColor, QShowEvent
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from desktop_app.core.counted import counted
from desktop_app.core.fetch_queue import WatchedPage
from desktop_app.core.fetch_states import Interval
from desktop_app.services.library import Library
from desktop_app.ui.base.task_runner import Changed, TaskRunner
from desktop_app.ui.base.theme import GRID, theme
from desktop_app.ui.queue.queue_work import QueueWork
from desktop_app.ui.queue.watch_acts import WatchActs
from desktop_app.ui.widgets.row_model import Column, RowModel, clock_words, time_words
from desktop_app.ui.widgets.row_table import RowTable
from desktop_app.ui.widgets.table_page import TablePage, add_buttons

_NOTHING = (
    "No page is watched.\nChoose articles in the list, then Article ▸ Fetch from the web:"
    " a watched page is fetched again and again, and a changed text becomes a version."
)
_EVERY, _LAST, _NEXT = 1, 2, 4
_WIDTHS = {_EVERY: 10 * GRID, _LAST: 17 * GRID, _NEXT: 17 * GRID}


class WatchedPagesPage(TablePage[WatchedPage]):
    """Follows the work; acts on the rows that are chosen."""

    article_requested = Signal(int)

    def __init__(
        self,
        library: Library,
        tasks: TaskRunner,
        work: QueueWork,
        acts: WatchActs,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("Watched pages", parent)
        self._library, self._tasks = library, tasks
        self._work, self._acts = work, acts
        self._wanted: int | None = None
        self._build()
        work.looked.connect(self._read)
        tasks.changed.connect(self._on_changed)

    def choose_article(self, article_id: int | None) -> None:
        """Choose the row of an article once the rows are there."""
        self._wanted = article_id

    def showEvent(self, event: QShowEvent) -> None:
        """Read what came meanwhile."""
        super().showEvent(event)
        self._read()

    def _on_changed(self, changed: Changed) -> None:
        if "articles" in changed.kinds:
            self._read()

    def _read(self) -> None:
        if self.isVisible():
            task = self._tasks.read(self._library.watching.pages, key="watched-rows")
            task.succeeded(self._show)

    def _show(self, pages: Sequence[WatchedPage]) -> None:
        kept = {page.article_id for page in self.chosen}
        if self._wanted is not None:
            kept, self._wanted = {self._wanted}, None
            self.table.clearSelection()
        self.model.set_things(pages)
        self.table.choose(row for row, page in enumerate(pages) if page.article_id in kept)
        if pages and not self.table.chosen_rows:
            self.table.choose([0])
        failing = sum(page.failures > 0 for page in pages)
        told = [f"{counted(len(pages), 'page')} watched"] if pages else []
        told += [f"{failing:,} not to be had the last time"] if failing else []
        self.words.setText(f"{', '.join(told)}." if told else "")
        self.show_table(bool(pages))

    def on_chosen(self) -> None:
        """Let the buttons follow what is chosen."""
        has_some = bool(self.chosen)
        for button in (self.often_button, self.look_button, self.stop_button, self.open_button):
            button.setEnabled(has_some)

    # What the user does

    def set_every(self, every: Interval) -> None:
        """Have the chosen pages fetched again so often."""
        self._acts.watch(self._ids(), every)

    def delete_chosen(self) -> None:
        """Watch the chosen pages no more."""
        self._acts.forget(self._ids())

    def look_now(self) -> None:
        """Fetch the chosen pages again now."""
        ids = self._ids()
        task = self._tasks.write(
            lambda: self._library.watching.look_soon(ids), label="Look at watched pages", changes=()
        )
        task.succeeded(lambda _done: self._work.look_at_watched())

    def open_chosen(self) -> None:
        """Show the article of the first chosen row."""
        if ids := self._ids():
            self.article_requested.emit(ids[0])

    def _ids(self) -> list[int]:
        return [page.article_id for page in self.chosen]

    def fill_menu(self, menu: QMenu) -> None:
        """What can be done with the chosen rows."""
        add_buttons(menu, (self.open_button, self.look_button, self.stop_button))
        menu.addMenu(self._often_menu(menu)).setEnabled(self.often_button.isEnabled())

    # Building

    def _build(self) -> None:
        self.model = watched_model(self)
        self.table = RowTable("Watched pages", self.model, _WIDTHS, self)
        self.nothing.setText(_NOTHING)
        self.open_button = self.button("&Open the article", self.open_chosen)
        self.look_button = self.button("&Look now", self.look_now)
        self.often_button = QPushButton("&How often", self)
        self.often_button.setMenu(self._often_menu(self))
        self.stop_button = self.button("&Stop watching", self.delete_chosen)
        self.lay_out((self.open_button, self.look_button, self.often_button, self.stop_button))

    def _often_menu(self, parent: QWidget) -> QMenu:
        menu = QMenu("How often", parent)
        for every in Interval:
            menu.addAction(every.capitalize(), partial(self.set_every, every))
        return menu


def watched_model(parent: QWidget | None = None) -> RowModel[WatchedPage]:
    """Watched pages in the order in which they are looked at."""
    columns: tuple[Column[WatchedPage], ...] = (
        Column("Article", lambda page: page.title or page.url.partition("://")[2]),
        Column("Every", lambda page: _NOUNS[page.every], _soft),
        Column("Last look", lambda page: time_words(page.last_look) or "not yet", _soft),
        Column("What came of it", lambda page: page.result, _result_colour),
        Column("Next look", _next_look, _soft),
    )
    return RowModel(columns, lambda page: page.article_id, _tip, parent)


_NOUNS = {Interval.HOURLY: "hour", Interval.DAILY: "day", Interval.WEEKLY: "week"}


def _next_look(page: WatchedPage) -> str:
    return clock_words(page.next_look) if page.next_look > 0 else "now"


def _soft(_page: WatchedPage) -> QColor:
    return theme().colour("soft")


def _result_colour(page: WatchedPage) -> QColor:
    return theme().colour("failure" if page.failures else "soft")


def _tip(page: WatchedPage) -> str:
    still = f"The same {page.unchanged} times in a row." if page.unchanged > 1 else ""
    return "\n".join(filter(None, [page.title, page.url, page.result, still]))
