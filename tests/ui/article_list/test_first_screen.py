"""In a large archive the first rows of a search come before the others, and nobody notices."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop_app.core.article import CleanArticle, RawCapture
from desktop_app.services.clipping.prepare_clip import with_markdown
from desktop_app.services.clipping.prepared_clip import PreparedClip
from desktop_app.services.finding.first_screens import FirstScreens
from desktop_app.services.library import Library
from desktop_app.ui.article_list.list_pane import ListPane
from desktop_app.ui.window.main_window import MainWindow
from tests.ui.conftest import Settle

_COUNT, _FOUND = 120, 60


def clip(number: int) -> PreparedClip:
    title = f"{'Common' if number % 2 else 'Other'} {number}"
    raw = RawCapture(title.encode(), "text/plain", "2026-11-23T15:40:00Z", name=title)
    return PreparedClip(raw, raw, with_markdown(CleanArticle("", "", title=title), "Words."))


@pytest.fixture
def pane(window: MainWindow, library: Library, settle: Settle) -> ListPane:
    """The list of an archive that is large enough to be shown in two steps."""
    library.store_all([clip(number) for number in range(_COUNT)])
    library.first_screens = FirstScreens(library.path, size=_COUNT)
    window.list_pane.reload()
    window.list_pane.view.setFocus()
    settle()
    library.first_screens.prepare(window.list_pane.arrangement)
    return window.list_pane


def search(pane: ListPane, query: str, at_first: Callable[[], object] = lambda: None) -> list[int]:
    """Search, and do something when the first rows are there; notes how many rows come when."""
    rows: list[int] = []

    def shown() -> None:
        rows.append(len(pane.model.ids))
        if len(rows) == 1:
            at_first()

    pane.words_changed.connect(shown)
    pane.set_query(query)
    return rows


def test_the_first_rows_are_followed_by_the_whole_list(
    pane: ListPane, library: Library, settle: Settle
) -> None:
    counts: list[str] = []
    rows = search(pane, "common", lambda: counts.append(pane.count.text()))
    settle()

    assert rows == [40, _FOUND]
    assert pane.model.ids == library.search("common").ids
    assert [*counts, pane.count.text()] == ["…", f"{_FOUND} articles"]


def test_the_same_search_is_brought_up_to_date_in_one_step(pane: ListPane, settle: Settle) -> None:
    pane.set_query("common")
    settle()
    rows: list[int] = []
    pane.words_changed.connect(lambda: rows.append(len(pane.model.ids)))
    pane.reload()
    settle()

    assert rows == [_FOUND]


def test_all_are_chosen_once_they_are_there(
    window: MainWindow, pane: ListPane, settle: Settle
) -> None:
    rows = search(pane, "common", window.commands.action("edit.select-all").trigger)
    settle()

    assert rows[0] < _FOUND
    assert len(window.chosen.ids()) == _FOUND


def test_end_goes_to_the_end_of_the_whole_list(
    pane: ListPane, qtbot: QtBot, settle: Settle
) -> None:
    rows = search(pane, "common", lambda: qtbot.keyClick(pane.view, Qt.Key.Key_End))
    settle()

    assert rows[0] < _FOUND
    assert pane.view.currentIndex().row() == _FOUND - 1


def test_the_cursor_and_what_is_chosen_stay_on_articles_far_below(
    window: MainWindow, pane: ListPane, library: Library, settle: Settle
) -> None:
    found = library.search("common").ids
    window.commands.action("edit.select-all").trigger()
    settle()
    rows = search(pane, "common")
    settle()
    assert rows[0] < _FOUND
    assert tuple(window.chosen.ids()) == found

    pane.set_query("")
    settle()
    pane.view.choose(found[-1])
    settle()
    search(pane, "common")
    settle()

    assert pane.view.current_id == found[-1]


def test_who_moves_among_the_first_rows_stays_there(
    pane: ListPane, library: Library, settle: Settle
) -> None:
    found = library.search("common").ids
    pane.view.choose(found[-1])
    settle()

    search(pane, "common", lambda: pane.view.choose(found[3]))
    settle()

    assert pane.view.current_id == found[3]
