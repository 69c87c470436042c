"""The list on the screen: where keys lead, and that its length costs nothing."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.services.library import Library
from desktop_app.ui.article_list.article_list_model import ArticleListModel
from desktop_app.ui.article_list.article_list_view import ArticleListView
from desktop_app.ui.base.task_runner import TaskRunner
from desktop_app.ui.base.theme import ThemeMode, theme
from desktop_app.ui.window.main_window import MainWindow
from tests.ui.conftest import AddArticle, Settle


class AskedModel(ArticleListModel):
    """Counts how often it is asked how long it is, as Qt does before it asks for a row."""

    asked = 0

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        self.asked += 1
        return super().rowCount(parent)


@pytest.fixture
def model(library: Library, tasks: TaskRunner) -> AskedModel:
    return AskedModel(library, tasks)


@pytest.fixture
def view(qtbot: QtBot, model: AskedModel) -> ArticleListView:
    view = ArticleListView(model)
    qtbot.addWidget(view)
    view.resize(400, 600)
    with qtbot.waitExposed(view):
        view.show()
    return view


def test_a_list_of_very_many_is_not_asked_row_by_row(
    qapp: QApplication, model: AskedModel, view: ArticleListView
) -> None:
    view.set_ids(tuple(range(1, 50_001)))
    view.choose(25_000)
    qapp.processEvents()

    theme().set_mode(ThemeMode.DARK)
    theme().set_mode(ThemeMode.LIGHT)
    view.set_ids(tuple(range(50_000, 0, -1)))
    qapp.processEvents()

    assert view.current_id == 25_000
    assert model.asked < 5_000


def test_rows_grow_with_the_face(qapp: QApplication, view: ArticleListView) -> None:
    view.set_ids((1, 2))
    before = view.visualRect(view.model().index(1, 0)).top()

    font = view.font()
    font.setPointSizeF(2 * font.pointSizeF())
    view.setFont(font)
    qapp.processEvents()

    assert view.visualRect(view.model().index(1, 0)).top() > 1.5 * before


def test_keys_lead_to_both_ends(
    window: MainWindow, add_article: AddArticle, settle: Settle, qtbot: QtBot
) -> None:
    ids = [add_article(title=f"Article {number}", published="2024") for number in range(5)]
    window.reload()
    window.list_pane.reload()
    settle()
    view = window.list_pane.view

    qtbot.keyClick(view, Qt.Key.Key_End)
    assert view.current_id == min(ids)
    qtbot.keyClick(view, Qt.Key.Key_Home)
    assert view.current_id == max(ids)


def test_an_article_is_chosen_while_a_key_is_still_held(
    qtbot: QtBot, view: ArticleListView
) -> None:
    view.set_ids((1, 2, 3))
    view.choose(2)
    # As by Ctrl+Z, after which the list is read again while Ctrl is down.
    qtbot.keyPress(view, Qt.Key.Key_Control, Qt.KeyboardModifier.ControlModifier)

    view.choose(2)

    assert view.selected_ids() == [2]
    qtbot.keyRelease(view, Qt.Key.Key_Control)
