"""Several articles at once: each act is one, with one undo, and the choice outlasts it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop_app.services.library import Library
from desktop_app.ui.window.main_window import MainWindow
from tests.ui.conftest import AddArticle, Settle


@pytest.fixture
def chosen(window: MainWindow, add_article: AddArticle, settle: Settle) -> list[int]:
    """Five articles, all of them chosen."""
    ids = [add_article(f"Words {number}.", title=f"Title {number}") for number in range(5)]
    window.list_pane.reload()
    settle()
    window.commands.action("edit.select-all").trigger()
    settle()
    assert sorted(window.chosen.ids()) == sorted(ids)
    return ids


@pytest.mark.parametrize(
    ("command", "query"), [("article.star", "is:starred"), ("article.read", "is:read")]
)
def test_all_are_marked_and_taken_back_at_once(
    window: MainWindow,
    library: Library,
    chosen: list[int],
    settle: Settle,
    command: str,
    query: str,
) -> None:
    before = library.count(query)
    window.commands.action(command).trigger()
    settle()

    assert library.count(query) in (0, 5)
    assert sorted(window.chosen.ids()) == sorted(chosen)
    window.acts.undo()
    settle()
    assert library.count(query) == before


def test_without_a_cursor_the_first_chosen_article_says_what_is_done(
    window: MainWindow, library: Library, chosen: list[int], settle: Settle
) -> None:
    library.set_starred([window.list_pane.model.ids[0]], starred=True)
    window.list_pane.model.forget_rows()
    settle()
    window.list_pane.view.selectionModel().clearCurrentIndex()

    window.commands.action("article.star").trigger()
    settle()

    assert library.count("is:starred") == 0


def test_all_go_to_the_trash_and_come_back_from_it(
    window: MainWindow, library: Library, chosen: list[int], settle: Settle
) -> None:
    window.commands.action("article.delete").trigger()
    settle()
    assert library.count("in:trash") == 5

    window.go("trash")
    settle()
    window.commands.action("edit.select-all").trigger()
    settle()
    window.commands.action("article.restore").trigger()
    settle()

    assert library.count("") == 5


def test_the_choice_outlasts_articles_that_come_and_go(
    window: MainWindow,
    library: Library,
    chosen: list[int],
    add_article: AddArticle,
    settle: Settle,
) -> None:
    library.delete([chosen[2]])
    add_article("New words.", title="New")
    window.list_pane.reload()
    settle()

    assert sorted(window.chosen.ids()) == sorted({*chosen} - {chosen[2]})


def test_the_details_are_still_wanted_while_several_are_chosen(
    window: MainWindow, chosen: list[int]
) -> None:
    assert window.reader.wants_details


def test_the_reader_says_how_many_are_chosen_and_shows_the_one_that_is_left(
    window: MainWindow, chosen: list[int], settle: Settle, qtbot: QtBot
) -> None:
    view = window.list_pane.view
    first, second = window.list_pane.model.ids[:2]
    view.choose(first)
    settle()
    assert window.reader.article is not None
    assert window.reader.article.id == first

    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    settle()
    assert window.reader.empty.isVisible()
    assert window.reader.empty.text() == "2 articles chosen."

    window.commands.action("article.star").trigger()
    settle()
    assert window.reader.empty.isVisible(), "they are chosen still"

    view.choose(second)
    settle()
    assert not window.reader.empty.isVisible()
    assert window.reader.article.id == second
