"""Saved searches as folders of the library, in the real window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop_app.services.library import Library
from desktop_app.ui.base.notifier import Message
from desktop_app.ui.finding.saved_search_dialog import SavedSearchDialog
from desktop_app.ui.library.library_places import PlaceKind
from desktop_app.ui.library.library_tree import PlaceRole, place_of
from desktop_app.ui.window.main_window import MainWindow
from tests.ui.conftest import AddArticle, Settle


@pytest.fixture
def saved(add_article: AddArticle, window: MainWindow, settle: Settle, library: Library) -> None:
    """The search “Bread” is saved and shown; of three articles it finds two."""
    for title in ("Bread is dear", "Bread is cheap", "Iron"):
        add_article(f"{title}.", title=title)
    library.searches.save("Bread", "bread")
    window.reload()
    settle()
    window.library_pane.view.setCurrentIndex(
        window.library_pane.model.find(PlaceKind.SAVED_SEARCH, "1")
    )
    settle()


def dialog(window: MainWindow) -> SavedSearchDialog:
    return window.findChildren(SavedSearchDialog)[-1]


def shown(window: MainWindow) -> list[tuple[str, object]]:
    """Name and count of every saved search in the library."""
    model = window.library_pane.model
    indexes = (model.find(PlaceKind.SAVED_SEARCH, str(number)) for number in range(1, 5))
    return [
        (place.name, index.data(PlaceRole.COUNT))
        for index in indexes
        if (place := place_of(index)) is not None
    ]


def test_a_search_is_saved_under_a_name_and_shown_in_the_library(
    add_article: AddArticle, window: MainWindow, settle: Settle, library: Library, qtbot: QtBot
) -> None:
    add_article("Bread.", title="Bread")
    window.reload()
    window.set_query("bread OR wheat")
    settle()

    window.list_pane.save_button.click()
    dialog(window).name.clear()
    qtbot.keyClicks(dialog(window).name, "Bread prices")
    dialog(window).act_button.click()
    settle()
    window.set_query("")
    window.library_pane.view.setCurrentIndex(
        window.library_pane.model.find(PlaceKind.SAVED_SEARCH, "1")
    )
    settle()

    assert [(each.name, each.query) for each in library.searches.all()] == [
        ("Bread prices", "bread OR wheat")
    ]
    assert window.list_pane.heading.text() == "Bread prices"
    assert len(window.list_pane.model.ids) == 1


@pytest.mark.usefixtures("saved")
def test_the_count_follows_the_archive(
    window: MainWindow, settle: Settle, add_article: AddArticle
) -> None:
    assert shown(window) == [("Bread", 2)]

    window.acts.delete([window.list_pane.model.ids[0]])
    settle()

    assert shown(window) == [("Bread", 1)]
    assert len(window.list_pane.model.ids) == 1


@pytest.mark.usefixtures("saved")
def test_name_and_query_are_changed_and_the_list_follows(
    window: MainWindow, settle: Settle, qtbot: QtBot
) -> None:
    window.commands.action("edit.change-search").trigger()
    form = dialog(window)
    settle()
    assert form.told.text() == "Finds 2 articles."

    form.name.setText("Dear things")
    form.query.setText("dear OR iron OR foo:bar")
    settle()
    assert form.told.text().startswith("Finds 2 articles. “foo:” isn't a field")
    form.act_button.click()
    settle()

    assert shown(window) == [("Dear things", 2)]
    assert window.list_pane.heading.text() == "Dear things"
    assert window.list_pane.scope == "dear OR iron OR foo:bar"


@pytest.mark.usefixtures("saved")
def test_a_taken_name_is_said_at_once(window: MainWindow, settle: Settle, library: Library) -> None:
    library.searches.save("Iron", "iron")
    window.reload()
    settle()

    window.commands.action("edit.change-search").trigger()
    dialog(window).name.setText("iron")
    assert not dialog(window).act_button.isEnabled()
    assert "choose another name" in dialog(window).told.text()
    dialog(window).reject()

    window.set_query("wheat")
    window.save_search()
    dialog(window).name.setText("Iron")
    assert dialog(window).act_button.isEnabled()
    assert "it will be replaced" in dialog(window).told.text()
    dialog(window).reject()


@pytest.mark.usefixtures("saved")
def test_a_deleted_search_is_brought_back(
    window: MainWindow, settle: Settle, library: Library, messages: list[Message]
) -> None:
    window.commands.action("edit.delete-search").trigger()
    settle()
    assert library.searches.all() == []
    assert window.library_pane.place.kind is PlaceKind.ALL
    undo = messages[-1].undo
    assert undo is not None

    undo()
    settle()

    assert shown(window) == [("Bread", 2)]


def test_without_a_saved_search_the_command_says_what_to_do(
    window: MainWindow, messages: list[Message]
) -> None:
    window.commands.action("edit.delete-search").trigger()

    assert messages[-1].text == "Choose a saved search in the library first."


@pytest.mark.usefixtures("saved")
def test_searches_are_put_in_another_order(
    window: MainWindow, settle: Settle, library: Library
) -> None:
    library.searches.save("Iron", "iron")
    window.reload()
    settle()

    window.commands.action("edit.search-down").trigger()
    settle()
    assert [each.name for each in library.searches.all()] == ["Iron", "Bread"]
    assert window.library_pane.model.find(PlaceKind.SAVED_SEARCH, "1").row() == 1
    assert window.library_pane.place.name == "Bread"

    window.commands.action("edit.search-up").trigger()
    settle()
    assert [each.name for each in library.searches.all()] == ["Bread", "Iron"]


@pytest.mark.usefixtures("saved")
def test_keys_in_the_library_change_and_delete_the_search_not_the_article(
    window: MainWindow, settle: Settle, library: Library, qtbot: QtBot
) -> None:
    window.list_pane.view.choose(window.list_pane.model.ids[0])
    view = window.library_pane.view
    view.setFocus()

    qtbot.keyClick(view, Qt.Key.Key_F2)
    dialog(window).name.setText("Loaves")
    dialog(window).act_button.click()
    settle()
    assert shown(window) == [("Loaves", 2)]

    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_Delete)
    settle()
    assert shown(window) == []
    assert library.trash_count() == 0

    window.acts.undo()
    settle()
    assert shown(window) == [("Loaves", 2)]
