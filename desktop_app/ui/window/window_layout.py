"""How the window was left, kept and brought back: sizes, what was shown, and the sort order."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize

from desktop_app.core.arrangement import SORTS, Arrangement, Grouping
from desktop_app.ui.base.window_state import WindowState

if TYPE_CHECKING:
    from desktop_app.ui.reading.reader_pane import ReaderPane
    from desktop_app.ui.window.main_window import MainWindow

_FIRST_SIZE = QSize(1360, 860)


def keep_layout(window: MainWindow, state: WindowState) -> None:
    """Remember how the window looks now."""
    state.keep_geometry(window)
    state.keep_splitter("panes", window.panes)
    state.keep_splitter("articles-3", window.articles)
    state.keep_flag("library", window.library_pane.isVisibleTo(window))
    state.keep_flag("timeline", window.list_pane.timeline.isVisibleTo(window.list_pane))
    state.keep_flag("facets", window.shows_facets)
    if window.has_reader:
        state.keep_flag("details", window.reader.wants_details)
        state.keep_flag("names", window.reader.shown_marks.names)
        state.keep_flag("dates", window.reader.shown_marks.dates)
    arrangement = window.list_pane.arrangement
    state.keep_word("sort", arrangement.sort)
    state.keep_flag("reversed", arrangement.is_reversed)
    state.keep_word("grouping", arrangement.grouping)
    state.keep_flag("fold-copies", arrangement.folds_copies)
    state.keep()


def restore_layout(window: MainWindow, state: WindowState) -> None:
    """Make the window look as it was left, or as a first window does."""
    if not state.restore_geometry(window):
        window.resize(_FIRST_SIZE.boundedTo(window.screen().availableSize()))
    state.restore_splitter("panes", window.panes)
    state.restore_splitter("articles-3", window.articles)
    window.library_pane.setVisible(state.flag("library", True))
    window.list_pane.timeline.setVisible(state.flag("timeline", True))
    if state.flag("facets", False):
        window.facets.show()
    window.list_pane.arrange(_arrangement(state))


def _arrangement(state: WindowState) -> Arrangement:
    """The list's order and groups; the usual ones where the file tells something unknown."""
    usual = Arrangement()
    sort, grouping = state.word("sort", usual.sort), state.word("grouping", usual.grouping)
    return Arrangement(
        sort if sort in SORTS else usual.sort,
        state.flag("reversed", False),
        Grouping(grouping) if grouping in tuple(Grouping) else usual.grouping,
        state.flag("fold-copies", True),
    )


def restore_reader(reader: ReaderPane, state: WindowState) -> None:
    """Show an article as it was shown when the window was left."""
    reader.show_details(state.flag("details", True))
    reader.show_marks(
        replace(
            reader.shown_marks, names=state.flag("names", True), dates=state.flag("dates", True)
        )
    )
