"""Earlier searches and “Did you mean …?” in the real window."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop_app.ui.base.window_state import WindowState
from desktop_app.ui.finding.search_history import LONGEST_SEARCH, MOST_SEARCHES, SearchHistory
from desktop_app.ui.window.main_window import MainWindow
from tests.ui.conftest import AddArticle, Settle


@pytest.fixture
def three(add_article: AddArticle, window: MainWindow, settle: Settle) -> None:
    for title in ("Bread", "Iron", "Parliament"):
        add_article(f"{title} is dear.", title=title)
    window.reload()
    window.list_pane.reload()
    settle()
    window.focus_search()


def offered(window: MainWindow) -> list[str]:
    return [offer.words for offer in window.list_pane.aids.completion.list.offers]


@pytest.mark.usefixtures("three")
def test_arrow_down_in_the_empty_field_brings_earlier_searches_back(
    window: MainWindow, settle: Settle, qtbot: QtBot
) -> None:
    search = window.list_pane.search
    for words in ("bread", "iron", "bread"):
        qtbot.keyClicks(search, words)
        qtbot.keyClick(search, Qt.Key.Key_Return)
        window.focus_search()
        search.clear()
    settle()

    qtbot.keyClick(search, Qt.Key.Key_Down)
    assert offered(window) == ["bread", "iron", "Forget these searches"]

    qtbot.keyClick(search, Qt.Key.Key_Down)
    qtbot.keyClick(search, Qt.Key.Key_Down)
    qtbot.keyClick(search, Qt.Key.Key_Return)
    settle()
    assert window.list_pane.typed == "iron"
    assert len(window.list_pane.model.ids) == 1


@pytest.mark.usefixtures("three")
def test_earlier_searches_are_forgotten_on_request(window: MainWindow, qtbot: QtBot) -> None:
    search = window.list_pane.search
    window.list_pane.aids.history.remember("bread")

    window.commands.action("edit.history").trigger()
    qtbot.keyClick(search, Qt.Key.Key_Up)
    qtbot.keyClick(search, Qt.Key.Key_Return)

    assert window.list_pane.aids.history.searches() == []
    qtbot.keyClick(search, Qt.Key.Key_Down)
    assert window.list_pane.view.hasFocus()


def test_searches_are_kept_for_each_archive_the_last_ones_first(tmp_path: Path) -> None:
    history = SearchHistory(WindowState(tmp_path), tmp_path / "a.cuttings")
    for number in range(MOST_SEARCHES + 3):
        history.remember(f"word{number}, other")
    history.remember("x" * (LONGEST_SEARCH + 1))
    history.remember("  ")

    state = WindowState(tmp_path)
    kept = SearchHistory(state, tmp_path / "a.cuttings").searches()

    assert len(kept) == MOST_SEARCHES
    assert kept[0] == f"word{MOST_SEARCHES + 2}, other"
    assert SearchHistory(state, tmp_path / "b.cuttings").searches() == []


def test_a_single_search_is_kept_too(tmp_path: Path) -> None:
    SearchHistory(WindowState(tmp_path), tmp_path / "a").remember('"a, b" person:"Jane Roe"')

    assert SearchHistory(WindowState(tmp_path), tmp_path / "a").searches() == [
        '"a, b" person:"Jane Roe"'
    ]


@pytest.mark.usefixtures("three")
def test_a_misspelt_word_that_finds_nothing_is_asked_about(
    window: MainWindow, settle: Settle, qtbot: QtBot
) -> None:
    hint = window.list_pane.aids.hint
    qtbot.keyClicks(window.list_pane.search, "parliment")
    qtbot.waitUntil(hint.isVisible, timeout=5_000)
    assert "parliament" in hint.text()

    hint.linkActivated.emit("better")
    settle()

    assert window.list_pane.typed == "parliament"
    assert len(window.list_pane.model.ids) == 1
    assert not hint.isVisible()


@pytest.mark.usefixtures("three")
def test_another_spelling_stands_first_among_the_offers_too(
    window: MainWindow, settle: Settle, qtbot: QtBot, add_article: AddArticle
) -> None:
    add_article("Rail.", title="Rail", tags=("parlimentary",))
    search = window.list_pane.search
    qtbot.keyClicks(search, "parliment")
    qtbot.waitUntil(lambda: offered(window)[:1] == ["Did you mean parliament?"], timeout=5_000)
    assert offered(window)[1:] == ["parlimentary"]

    qtbot.keyClick(search, Qt.Key.Key_Tab)

    assert window.list_pane.typed == "parliament"
