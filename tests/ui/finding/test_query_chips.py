"""The conditions of the search as chips, in the real window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.ui.finding.query_chips import MOST_CHIPS, QueryChip
from desktop_app.ui.window.main_window import MainWindow
from tests.ui.conftest import AddArticle, Settle


@pytest.fixture
def three_found(add_article: AddArticle, window: MainWindow, settle: Settle) -> None:
    add_article("Bread is dear.", title="Bread", tags=("trade",))
    add_article("Bread is cheap.", title="More bread")
    add_article("Iron is dear.", title="Iron", tags=("trade",))
    window.reload()
    window.list_pane.set_query("bread -tag:trade")
    settle()


def chips(window: MainWindow) -> list[QueryChip]:
    return window.list_pane.aids.chips.chips


def close_of(chip: QueryChip) -> QPoint:
    return QPoint(chip.width() - 8, chip.height() // 2)


@pytest.mark.usefixtures("three_found")
def test_every_condition_is_a_chip(window: MainWindow, settle: Settle) -> None:
    assert [(chip.text(), chip.excludes) for chip in chips(window)] == [
        ("bread", False),
        ("tag trade", True),
    ]

    window.list_pane.set_query("")
    settle()

    assert not window.list_pane.aids.chips.isVisible()


@pytest.mark.usefixtures("three_found")
def test_a_click_turns_a_condition_and_its_cross_takes_it_away(
    window: MainWindow, settle: Settle, qtbot: QtBot
) -> None:
    assert len(window.list_pane.model.ids) == 1

    qtbot.mouseClick(chips(window)[1], Qt.MouseButton.LeftButton, pos=QPoint(10, 10))
    settle()
    assert window.list_pane.typed == "bread tag:trade"
    assert not chips(window)[1].excludes

    qtbot.mouseClick(chips(window)[0], Qt.MouseButton.LeftButton, pos=close_of(chips(window)[0]))
    settle()
    assert window.list_pane.typed == "tag:trade"
    assert len(window.list_pane.model.ids) == 2


@pytest.mark.usefixtures("three_found")
def test_keys_reach_chips_from_the_field_turn_them_and_take_them_away(
    window: MainWindow, settle: Settle, qtbot: QtBot
) -> None:
    window.focus_search()
    qtbot.keyClick(window.list_pane.search, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is chips(window)[0]

    qtbot.keyClick(chips(window)[0], Qt.Key.Key_Right)
    assert QApplication.focusWidget() is chips(window)[1]

    qtbot.keyClick(chips(window)[1], Qt.Key.Key_Space)
    assert window.list_pane.typed == "bread tag:trade"
    assert QApplication.focusWidget() is chips(window)[1]

    qtbot.keyClick(chips(window)[1], Qt.Key.Key_Delete)
    assert window.list_pane.typed == "bread"
    assert QApplication.focusWidget() is chips(window)[0]


def test_a_pasted_page_of_words_makes_few_chips(
    add_article: AddArticle, window: MainWindow, settle: Settle
) -> None:
    add_article()

    window.list_pane.set_query(" ".join(f"word{number}" for number in range(1_000)))
    settle()

    assert len(chips(window)) == MOST_CHIPS
