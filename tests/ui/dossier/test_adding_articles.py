"""Articles searched for beside a dossier's entries, and put among them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.services.library import Library
from desktop_app.ui.base.dragged_articles import dragged
from desktop_app.ui.dossier.add_articles_pane import AddArticlesPane
from desktop_app.ui.dossier.dossier_page import DossierPage
from desktop_app.ui.window.main_window import MainWindow
from tests.ui.conftest import AddArticle, Settle

pytestmark = pytest.mark.usefixtures("without_preview")


@pytest.fixture
def articles(add_article: AddArticle) -> list[int]:
    return [
        add_article("Words of cables.", title=f"Cable {number}", published=f"186{number}")
        for number in range(6)
    ]


@pytest.fixture
def page(window: MainWindow, library: Library, articles: list[int], settle: Settle) -> DossierPage:
    """“Paris” with the first two articles."""
    dossier = library.dossiers.make("Paris", articles[:2])
    window.pages.show_dossier(dossier)
    settle()
    return window.pages.dossier_page


@pytest.fixture
def pane(window: MainWindow, page: DossierPage, settle: Settle) -> AddArticlesPane:
    window.commands.action("dossier.add").trigger()
    settle()
    assert page.adding.pane is not None
    return page.adding.pane


def told(page: DossierPage) -> list[str]:
    return [each.title for each in page.view.entries.entries]


def test_what_isnt_in_the_dossier_is_found(
    pane: AddArticlesPane, articles: list[int], settle: Settle
) -> None:
    assert list(pane.model.ids) == articles[:1:-1]

    pane.only_new.setChecked(False)
    settle()

    assert list(pane.model.ids) == articles[::-1]


def test_enter_adds_below_the_cursor_and_the_next_ones_follow(
    page: DossierPage, pane: AddArticlesPane, settle: Settle, qtbot: QtBot
) -> None:
    page.view.put_cursor(0)
    qtbot.keyClicks(pane.search, "title:cable")
    settle()
    qtbot.keyClick(pane.search, Qt.Key.Key_Down)
    qtbot.keyClick(pane.view, Qt.Key.Key_Return)
    settle()
    assert told(page) == ["Cable 0", "Cable 5", "Cable 1"]

    pane.view.choose(pane.model.ids[0])
    pane.add_button.click()
    settle()

    assert told(page) == ["Cable 0", "Cable 5", "Cable 4", "Cable 1"]


def test_all_that_is_found_is_added_the_oldest_first(
    page: DossierPage, pane: AddArticlesPane, settle: Settle
) -> None:
    page.view.put_cursor(1)
    assert pane.all_button.text() == "Add all 4"

    pane.all_button.click()
    settle()

    assert told(page) == [f"Cable {number}" for number in range(6)]
    assert not pane.all_button.isEnabled()


def test_articles_are_dropped_at_their_place(
    page: DossierPage, articles: list[int], settle: Settle
) -> None:
    mime = dragged(articles[3:5])
    rect = page.view.visualRect(page.view.entries.index(1, 0))
    page.view.dropEvent(
        QDropEvent(
            QPointF(QPoint(40, rect.top() + 2)),
            Qt.DropAction.CopyAction,
            mime,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )
    settle()

    assert told(page) == ["Cable 0", "Cable 3", "Cable 4", "Cable 1"]


def test_articles_are_dropped_into_an_empty_dossier(
    window: MainWindow, page: DossierPage, articles: list[int], settle: Settle
) -> None:
    window.dossier_acts.make("Rome")
    settle()
    page.find_articles()
    assert not page.nothing.button.isVisible()
    mime, place = dragged(articles[3:5]), QPointF(page.nothing.rect().center())
    button, held = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    copies = Qt.DropAction.CopyAction
    enters = QDragEnterEvent(place.toPoint(), copies, mime, button, held)

    QApplication.sendEvent(page.nothing, enters)
    QApplication.sendEvent(page.nothing, QDropEvent(place, copies, mime, button, held))
    settle()

    assert enters.isAccepted()
    assert told(page) == ["Cable 3", "Cable 4"]


def test_escape_puts_the_search_away(
    page: DossierPage, pane: AddArticlesPane, settle: Settle, qtbot: QtBot
) -> None:
    qtbot.keyClick(pane.search, Qt.Key.Key_Escape)
    assert not pane.isVisible()

    page.find_articles()
    pane.all_button.setFocus()
    pane.all_button.click()  # which has nothing to do then, and passes the focus on
    settle()
    focus = QApplication.focusWidget()
    assert focus is not None
    qtbot.keyClick(focus, Qt.Key.Key_Escape)
    assert not pane.isVisible()


def test_where_all_is_in_the_dossier_that_is_said(
    page: DossierPage, pane: AddArticlesPane, settle: Settle, qtbot: QtBot
) -> None:
    pane.all_button.click()
    settle()
    assert pane.view.empty_text == "All that is found is in the dossier already."

    qtbot.keyClicks(pane.search, "nobody wrote this")
    settle()
    assert pane.view.empty_text == "Nothing is found."
