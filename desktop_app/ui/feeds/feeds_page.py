"""The inbox of feeds: what they brought, as plain words, until it is clipped or dismissed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QColor, QGuiApplication, QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QMenu,
    QPlainTextEdit,
    QSplitter,
    QWidget,
)

from desktop_app.core.counted import counted
from desktop_app.core.feeds import Feed, FeedItem, ItemState
from desktop_app.services.library import Library
from desktop_app.ui.base.outside_links import open_outside
from desktop_app.ui.base.task_runner import Changed, TaskRunner
from desktop_app.ui.base.theme import GRID, theme
from desktop_app.ui.feeds.feed_acts import FeedActs
from desktop_app.ui.feeds.feed_work import FeedWork
from desktop_app.ui.queue.queue_model import STATE_WORDS
from desktop_app.ui.widgets.row_model import Column, RowModel, time_words
from desktop_app.ui.widgets.row_table import RowTable
from desktop_app.ui.widgets.table_page import TablePage, add_buttons

#: So many rows are shown; those further down come up as the first are decided on.
MOST_ROWS = 5_000
_NO_FEED = (
    "No feed is followed.\nFollow one by its address, or by that of a page that names its feeds:"
    " what it brings waits here, and nothing is fetched before you clip it."
)
_NO_ITEM = "Nothing here."
_STATES = {
    ItemState.NEW: "New",
    ItemState.CLIPPED: "Clipped",
    ItemState.DISMISSED: "Dismissed",
    ItemState.LEFT_OUT: "Left out by a filter",
    ItemState.KNOWN: "Known before",
}
_DATE, _FEED, _FATE = 0, 2, 3
_WIDTHS = {_DATE: 17 * GRID, _FEED: 24 * GRID, _FATE: 22 * GRID}


class _Contents(NamedTuple):
    feeds: list[Feed]
    items: list[FeedItem]
    counts: dict[ItemState, int]
    is_paused: bool


class FeedsPage(TablePage[FeedItem]):
    """Shows all feeds' items, or those of one; acts on the rows that are chosen."""

    article_requested = Signal(int)

    def __init__(
        self,
        library: Library,
        tasks: TaskRunner,
        work: FeedWork,
        acts: FeedActs,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("Inbox of feeds", parent)
        self._library, self._tasks = library, tasks
        self._work, self._acts = work, acts
        self.feed_id: int | None = None
        self._paused = False
        self._build()
        work.looked.connect(self._on_looked)
        tasks.changed.connect(self._on_changed)

    # What is shown

    @property
    def state(self) -> ItemState:
        """Which items are shown."""
        return ItemState(self.filter.currentData())

    def show_feed(self, feed_id: int | None) -> None:
        """Show the items of one feed, or of all."""
        if feed_id != self.feed_id:
            self.feed_id = feed_id
            self.filter.setCurrentIndex(0)
            self.table.clearSelection()
        self._read()

    def showEvent(self, event: QShowEvent) -> None:
        """Read what came meanwhile."""
        super().showEvent(event)
        self._read()

    def _on_changed(self, changed: Changed) -> None:
        if changed.kinds & {"feeds", "articles"}:
            self._read()

    def _on_looked(self, _new: int, _failed: int) -> None:
        self._read()

    def _read(self) -> None:
        if not self.isVisible():
            return
        feeds, state, feed_id = self._library.feeds, self.state, self.feed_id

        def read() -> _Contents:
            return _Contents(
                feeds.all(),
                feeds.items(state, feed_id, MOST_ROWS),
                feeds.counts(feed_id),
                feeds.is_paused(),
            )

        self._tasks.read(read, key="feed-rows").succeeded(self._show)

    def _show(self, contents: _Contents) -> None:
        feed = next((each for each in contents.feeds if each.id == self.feed_id), None)
        if feed is None and self.feed_id is not None:  # it was removed
            self.show_feed(None)
            return
        self.title.setText(feed.name if feed else "Inbox of feeds")
        self._paused = contents.is_paused
        self.pause_button.setText("&Go on" if self._paused else "&Pause")
        self.words.setText(_standing(feed, contents, self._work.is_looking))
        for number, (state, words) in enumerate(_STATES.items()):
            self.filter.setItemText(number, f"{words} ({contents.counts[state]:,})")
        self._show_items(contents.items)
        self.nothing.setText(_NO_ITEM if contents.feeds else _NO_FEED)
        for button in (self.look_button, self.pause_button, self.filter):
            button.setEnabled(bool(contents.feeds))
        self.change_button.setVisible(feed is not None)
        self.show_table(bool(contents.items))

    def _show_items(self, items: Sequence[FeedItem]) -> None:
        """Keep what is chosen; where that was decided on, choose what stands in its place."""
        rows = self.table.chosen_rows
        kept = {item.id for item in self.chosen}
        self.model.set_things(items)
        still = [row for row, item in enumerate(items) if item.id in kept]
        if not still and items:
            still = [min(rows[0] if rows else 0, len(items) - 1)]
        self.table.choose(still)
        if still:
            selection = self.table.selectionModel()
            index = self.model.index(still[0], 0)
            selection.setCurrentIndex(index, selection.SelectionFlag.NoUpdate)

    def _show_summary(self) -> None:
        chosen = self.chosen
        if len(chosen) == 1:
            self.summary.setPlainText(_summary(chosen[0]))
        else:
            self.summary.setPlainText(f"{counted(len(chosen), 'item')} chosen." if chosen else "")

    def on_chosen(self) -> None:
        """Let the summary and the buttons follow what is chosen."""
        self._show_summary()
        is_new, has_some = self.state is ItemState.NEW, bool(self.chosen)
        self.table.setColumnHidden(_FATE, self.state is not ItemState.CLIPPED)
        self.clip_button.setEnabled(has_some and is_new)
        self.clip_all_button.setEnabled(is_new and bool(self.model.things))
        self.dismiss_button.setEnabled(has_some and is_new)
        self.dismiss_all_button.setEnabled(is_new and bool(self.model.things))
        self.back_to_inbox_button.setEnabled(has_some)
        for button in (self.clip_button, self.clip_all_button):
            button.setVisible(is_new)
        for button in (self.dismiss_button, self.dismiss_all_button):
            button.setVisible(is_new)
        self.back_to_inbox_button.setVisible(not is_new)

    # What the user does

    def clip_chosen(self) -> None:
        """Put the chosen items into the queue of addresses."""
        self._act(self._acts.clip, self.chosen)

    def clip_all(self) -> None:
        """Put all items shown into the queue of addresses."""
        self._act(self._acts.clip, self.model.things)

    def delete_chosen(self) -> None:
        """Take the chosen items out of the inbox, where they are in it."""
        if self.state is ItemState.NEW:
            self._act(self._acts.dismiss, self.chosen)

    def dismiss_all(self) -> None:
        """Take all items shown out of the inbox."""
        self._act(self._acts.dismiss, self.model.things)

    def bring_back(self) -> None:
        """Put the chosen items into the inbox again."""
        self._act(self._acts.bring_back, self.chosen)

    def look_now(self) -> None:
        """Look at the feed that is shown, or at all."""
        self._acts.look_now(self.feed_id)
        self.words.setText("Looking…")

    def _act(self, act: Callable[[Sequence[int]], None], items: Sequence[FeedItem]) -> None:
        if items:
            act([item.id for item in items])

    def _change(self) -> None:
        if self.feed_id is not None:
            self._acts.ask_change(self.feed_id)

    def open_chosen(self) -> None:
        """Show what was clipped, or clip what is new."""
        found = [item.article_id for item in self.chosen if item.article_id is not None]
        if found:
            self.article_requested.emit(found[0])
        elif self.state is ItemState.NEW:
            self.clip_chosen()

    def fill_menu(self, menu: QMenu) -> None:
        """What can be done with the chosen items."""
        buttons = (self.clip_button, self.dismiss_button, self.back_to_inbox_button)
        add_buttons(menu, [button for button in buttons if button.isVisible()])
        if len(self.chosen) == 1:
            item = self.chosen[0]
            menu.addSeparator()
            menu.addAction("Open in the &browser", lambda: open_outside(QUrl(item.url)))
            menu.addAction(
                "Copy the &address", lambda: QGuiApplication.clipboard().setText(item.url)
            )
            if item.article_id is not None:
                menu.addAction("&Open the article", self.open_chosen)

    # Building

    def _build(self) -> None:
        self.model = items_model(self)
        self.table = RowTable("Items of feeds", self.model, _WIDTHS, self)
        self.summary = QPlainTextEdit(self)
        self.summary.setReadOnly(True)
        self.summary.setAccessibleName("What the feed tells of the item")
        self.summary.setTabChangesFocus(True)
        split = QSplitter(Qt.Orientation.Vertical, self)
        split.addWidget(self.table)
        split.addWidget(self.summary)
        split.setSizes([500, 180])
        split.setChildrenCollapsible(False)
        self.nothing.setText(_NO_FEED)
        self._make_buttons()
        self.lay_out(
            (
                self.filter,
                self.clip_button,
                self.clip_all_button,
                self.dismiss_button,
                self.dismiss_all_button,
                self.back_to_inbox_button,
                self.look_button,
                self.pause_button,
                self.follow_button,
                self.change_button,
            ),
            split,
        )

    def _make_buttons(self) -> None:
        self.filter = QComboBox(self)
        self.filter.setAccessibleName("Which items")
        self.filter.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        for state, words in _STATES.items():
            self.filter.addItem(words, str(state))
        self.filter.currentIndexChanged.connect(lambda _index: self._read())
        self.clip_button = self.button("&Clip", self.clip_chosen)
        self.clip_all_button = self.button("Clip &all", self.clip_all)
        self.dismiss_button = self.button("&Dismiss", self.delete_chosen)
        self.dismiss_all_button = self.button("Dismiss a&ll", self.dismiss_all)
        self.back_to_inbox_button = self.button("&Back to the inbox", self.bring_back)
        self.look_button = self.button("Loo&k now", self.look_now)
        self.pause_button = self.button("&Pause", self._toggle_pause)
        self.follow_button = self.button("&Follow a feed…", self._acts.ask_follow)
        self.change_button = self.button("C&hange the feed…", self._change)

    def _toggle_pause(self) -> None:
        self._acts.set_paused(not self._paused)


def items_model(parent: QWidget | None = None) -> RowModel[FeedItem]:
    """Items, the newest first."""
    columns: tuple[Column[FeedItem], ...] = (
        Column("Date", lambda item: time_words(item.published or item.added), _soft),
        Column("Title", lambda item: item.title or item.url.partition("://")[2]),
        Column("Outlet", lambda item: item.feed, _soft),
        Column("What became of it", _fate, _fate_colour),
    )
    return RowModel(columns, lambda item: item.id, lambda item: item.url, parent)


def _fate(item: FeedItem) -> str:
    if item.state is not ItemState.CLIPPED:
        return _STATES[item.state]
    words = {str(state): words for state, words in STATE_WORDS.items()}
    return ": ".join(filter(None, [words.get(item.queue_state, "Clipped"), item.reason]))


def _soft(_item: FeedItem) -> QColor:
    return theme().colour("soft")


def _fate_colour(item: FeedItem) -> QColor:
    return theme().colour("failure" if item.queue_state == "failed" else "soft")


def _summary(item: FeedItem) -> str:
    facts = "  ·  ".join(filter(None, [item.feed, item.author, time_words(item.published)]))
    parts = [item.title, facts, item.summary, item.url]
    return "\n\n".join(filter(None, parts))


def _standing(feed: Feed | None, contents: _Contents, is_looking: bool) -> str:
    if not contents.feeds:
        return ""
    told = [counted(contents.counts[ItemState.NEW], "new item")]
    if feed is None:
        told[0] += f" of {counted(len(contents.feeds), 'feed')}"
        failing = [each for each in contents.feeds if each.problem]
        if failing:
            told.append(f"{counted(len(failing), 'feed')} not to be had: {failing[0].name}")
    else:
        told.append(f"last look {time_words(feed.last_check) or 'not yet'}")
        told += [f"keeps only {feed.query}"] if feed.query else []
        told += [feed.problem.rstrip(".")] if feed.problem else []
        told += [f"answers at {feed.moved_to} now"] if feed.moved_to else []
    told += ["looking…"] if is_looking else []
    told += ["paused"] if contents.is_paused else []
    return f"{'; '.join(told)}."
