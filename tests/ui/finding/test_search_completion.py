"""Completion in the search field of the real window, with keys and with the mouse."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop_app.ui.widgets.offer_list import OfferList
from desktop_app.ui.window.main_window import MainWindow
from tests.ui.conftest import AddArticle, Settle


@pytest.fixture
def field_ready(add_article: AddArticle, window: MainWindow, settle: Settle) -> None:
    add_article("Bread.", title="Bread", publisher="The Times", tags=("trade/food",))
    add_article("Iron.", title="Iron", publisher="TASS", tags=("trade/metals", "rail ways"))
    window.reload()
    window.list_pane.reload()
    settle()
    window.focus_search()


def offers(window: MainWindow) -> list[str]:
    return [offer.term for offer in offer_list(window).offers]


def offer_list(window: MainWindow) -> OfferList:
    return window.list_pane.aids.completion.list


@pytest.mark.usefixtures("field_ready")
def test_a_field_is_completed_then_its_value(
    window: MainWindow, settle: Settle, qtbot: QtBot
) -> None:
    search = window.list_pane.search
    qtbot.keyClicks(search, "out")
    settle()
    assert offers(window) == ["outlet:"]

    qtbot.keyClick(search, Qt.Key.Key_Tab)
    settle()
    assert search.text() == "outlet:"
    assert offers(window) == ["outlet:TASS", 'outlet:"The Times"']

    qtbot.keyClick(search, Qt.Key.Key_Down)
    qtbot.keyClick(search, Qt.Key.Key_Down)
    qtbot.keyClick(search, Qt.Key.Key_Return)
    settle()
    assert search.text() == 'outlet:"The Times" '
    assert offers(window) == []
    assert len(window.list_pane.model.ids) == 1
    assert search.hasFocus()


@pytest.mark.usefixtures("field_ready")
def test_an_offer_is_taken_with_the_mouse_amid_other_words(
    window: MainWindow, settle: Settle, qtbot: QtBot
) -> None:
    search = window.list_pane.search
    qtbot.keyClicks(search, "iron -rail")
    settle()
    assert offers(window) == ['tag:"rail ways"']

    view = offer_list(window).view
    place = view.visualRect(view.model().index(0, 0)).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)

    assert search.text() == 'iron -tag:"rail ways" '
    search.undo()
    assert search.text() == "iron -rail"


@pytest.mark.usefixtures("field_ready")
def test_enter_searches_for_what_was_typed_unless_an_offer_is_chosen(
    window: MainWindow, settle: Settle, qtbot: QtBot
) -> None:
    search = window.list_pane.search
    qtbot.keyClicks(search, "tr")
    settle()
    assert offers(window) == ["tag:trade", "tag:trade/food"]

    qtbot.keyClick(search, Qt.Key.Key_Return)

    assert search.text() == "tr"
    assert offers(window) == []
    assert window.list_pane.view.hasFocus()


@pytest.mark.usefixtures("field_ready")
def test_escape_puts_the_offers_away_and_only_then_empties_the_field(
    window: MainWindow, settle: Settle, qtbot: QtBot
) -> None:
    search = window.list_pane.search
    qtbot.keyClicks(search, "tag:")
    settle()

    qtbot.keyClick(search, Qt.Key.Key_Escape)
    assert (offers(window), search.text()) == ([], "tag:")

    qtbot.keyClick(search, Qt.Key.Key_Escape)
    assert search.text() == ""


@pytest.mark.usefixtures("field_ready")
def test_offers_go_when_the_field_is_left(window: MainWindow, settle: Settle, qtbot: QtBot) -> None:
    qtbot.keyClicks(window.list_pane.search, "tag:")
    settle()
    assert offers(window) != []

    window.focus_list()

    assert offers(window) == []


@pytest.mark.usefixtures("field_ready")
def test_dossiers_are_offered_behind_in(window: MainWindow, settle: Settle, qtbot: QtBot) -> None:
    library = window.library_pane._library
    library.dossiers.make("Iron and coal", library.search("title:iron").ids)
    qtbot.keyClicks(window.list_pane.search, "-in:")
    settle()

    assert offers(window) == ['in:"Iron and coal"', "in:trash"]

    qtbot.keyClick(window.list_pane.search, Qt.Key.Key_Tab)
    settle()
    assert window.list_pane.search.text() == '-in:"Iron and coal" '
    assert len(window.list_pane.model.ids) == 1
