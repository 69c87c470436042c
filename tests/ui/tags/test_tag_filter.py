"""Tags are found by a few letters above the library."""

from __future__ import annotations

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop_app.ui.library.library_places import TAGS_HEADING, PlaceKind
from desktop_app.ui.window.main_window import MainWindow
from tests.ui.conftest import AddArticle, Settle


def shown_tags(window: MainWindow) -> list[str]:
    model = window.library_pane.model
    heading = model.find(PlaceKind.HEADING, TAGS_HEADING)
    return [model.index(row, 0, heading).data() for row in range(model.rowCount(heading))]


def test_few_tags_need_no_field_until_it_is_asked_for(tagged: MainWindow) -> None:
    assert not tagged.library_pane.filter.isVisible()

    tagged.commands.action("tag.find").trigger()

    assert tagged.library_pane.filter.hasFocus()


def test_many_tags_have_it(window: MainWindow, add_article: AddArticle, settle: Settle) -> None:
    add_article(tags=tuple(f"tag {number}" for number in range(61)))
    window.reload()
    settle()

    assert window.library_pane.filter.isVisible()


def test_letters_and_enter_go_to_a_tag(tagged: MainWindow, qtbot: QtBot, settle: Settle) -> None:
    tagged.commands.action("tag.find").trigger()
    field = tagged.library_pane.filter

    qtbot.keyClicks(field, "mosc")
    assert shown_tags(tagged) == ["russia/moscow"]
    qtbot.keyClick(field, Qt.Key.Key_Return)
    settle()

    assert tagged.library_pane.chosen_tag == "russia/moscow"
    assert tagged.list_pane.heading.text() == "Tag russia/moscow"


def test_escape_brings_the_tree_back_and_then_leaves(
    tagged: MainWindow, qtbot: QtBot, settle: Settle
) -> None:
    tagged.commands.action("tag.find").trigger()
    field = tagged.library_pane.filter
    qtbot.keyClicks(field, "mosc")

    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert shown_tags(tagged) == ["diplomacy", "russia"]
    qtbot.keyClick(field, Qt.Key.Key_Escape)

    assert not field.isVisible()
    model = tagged.library_pane.model
    assert tagged.library_pane.view.isExpanded(model.find(PlaceKind.TAG, "russia"))


def test_letters_that_find_nothing_show_nothing(tagged: MainWindow, qtbot: QtBot) -> None:
    tagged.commands.action("tag.find").trigger()
    field = tagged.library_pane.filter

    qtbot.keyClicks(field, "zzz")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.keyClick(field, Qt.Key.Key_Down)

    assert shown_tags(tagged) == []
    assert tagged.library_pane.place.kind is PlaceKind.ALL
