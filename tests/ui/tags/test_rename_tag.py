"""A tag is renamed or merged in a dialog that shows beforehand what changes."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from desktop_app.services.library import Library
from desktop_app.ui.base.notifier import Message
from desktop_app.ui.library.library_places import PlaceKind, tag_place
from desktop_app.ui.tags.rename_tag_dialog import RenameTagDialog
from desktop_app.ui.window.main_window import MainWindow
from tests.ui.conftest import AddArticle, Settle


@pytest.fixture
def tagged(window: MainWindow, add_article: AddArticle, settle: Settle) -> MainWindow:
    add_article(tags=("russia/moscow", "diplomacy"))
    add_article("Other words.", tags=("russia",))
    window.reload()
    settle()
    window.library_pane.choose(tag_place("russia"))
    settle()
    return window


def open_dialog(window: MainWindow) -> RenameTagDialog:
    window.commands.action("tag.rename").trigger()
    dialog = window.findChild(RenameTagDialog)
    assert isinstance(dialog, RenameTagDialog)
    return dialog


def paths(library: Library) -> set[str]:
    return {tag.path for tag in library.tagging.all()}


def test_a_new_name_shows_what_moves_along_and_is_followed(
    tagged: MainWindow, library: Library, settle: Settle, messages: list[Message]
) -> None:
    dialog = open_dialog(tagged)
    dialog.new.setText("eurasia")
    settle()

    assert "2 articles will carry “eurasia”." in dialog.preview.text()
    assert "russia/moscow  →  eurasia/moscow" in dialog.preview.text()
    assert dialog.act_button.text() == "Rename"
    dialog.act_button.click()
    settle()

    assert paths(library) == {"diplomacy", "eurasia", "eurasia/moscow"}
    assert tagged.library_pane.chosen_tag == "eurasia"
    assert tagged.list_pane.model.rowCount() == 2
    assert messages[-1].undo is not None


def test_the_very_name_is_offered_first_and_nothing_covers_the_preview(
    tagged: MainWindow, add_article: AddArticle, settle: Settle, qtbot: QtBot
) -> None:
    add_article("More.", tags=("agora/rust", "rust/belt", "trust", "rust"))
    tagged.reload()
    settle()
    dialog = open_dialog(tagged)
    dialog.new.clear()

    qtbot.keyClicks(dialog.new, "rust")
    settle()

    completer = dialog.new.completer()
    assert completer is not None
    popup = completer.popup()
    assert popup is not None
    assert popup.isVisible()
    offered = [popup.model().index(row, 0).data() for row in range(popup.model().rowCount())]
    assert offered == ["rust", "agora/rust", "rust/belt", "trust"]
    place = popup.geometry().translated(-dialog.mapToGlobal(QPoint(0, 0)))
    assert not place.intersects(dialog.preview.geometry())
    assert "“rust” is there already" in dialog.preview.text()
    popup.hide()
    dialog.reject()


def test_a_merge_is_said_before_it_is_done_and_taken_back(
    tagged: MainWindow, library: Library, settle: Settle
) -> None:
    before = paths(library)
    dialog = open_dialog(tagged)
    dialog.new.setText("diplomacy")
    settle()

    assert "“diplomacy” is there already" in dialog.preview.text()
    assert "2 articles have “russia”, 1 of them “diplomacy” too" in dialog.preview.text()
    assert dialog.act_button.text() == "Merge"
    dialog.act_button.click()
    settle()

    assert paths(library) == {"diplomacy", "diplomacy/moscow"}
    tagged.acts.undo()
    settle()
    assert paths(library) == before


def test_enter_renames_once_the_preview_is_there(
    tagged: MainWindow, library: Library, settle: Settle, qtbot: QtBot
) -> None:
    dialog = open_dialog(tagged)
    dialog.new.setText("eurasia")
    qtbot.keyClick(dialog.new, Qt.Key.Key_Return)
    settle()

    assert "eurasia" in paths(library)


def test_enter_does_not_merge_unseen(
    tagged: MainWindow, library: Library, settle: Settle, qtbot: QtBot
) -> None:
    before = paths(library)
    dialog = open_dialog(tagged)
    dialog.new.setText("diplomacy")
    qtbot.keyClick(dialog.new, Qt.Key.Key_Return)
    settle()

    assert paths(library) == before
    assert dialog.isVisible()
    dialog.reject()


@pytest.mark.parametrize("new", ["", "russia", " / ", "x" * 201])
def test_what_changes_nothing_cannot_be_chosen(
    tagged: MainWindow, settle: Settle, new: str
) -> None:
    dialog = open_dialog(tagged)
    dialog.new.setText(new)
    settle()

    assert not dialog.act_button.isEnabled()
    dialog.reject()


def test_any_tag_can_be_renamed_from_elsewhere(
    tagged: MainWindow, library: Library, settle: Settle
) -> None:
    tagged.go("all")
    settle()
    dialog = open_dialog(tagged)
    dialog.old.setText("diplomacy")
    dialog.new.setText('the "art" of peace')
    settle()
    dialog.act_button.click()
    settle()

    assert 'the "art" of peace' in paths(library)
    assert tagged.library_pane.place.kind is PlaceKind.ALL


def test_the_chosen_tag_is_deleted_and_brought_back(
    tagged: MainWindow, library: Library, settle: Settle, messages: list[Message]
) -> None:
    tagged.commands.action("tag.delete").trigger()
    settle()

    assert paths(library) == {"diplomacy"}
    assert messages[-1].text == "Took “russia” off 2 articles."
    assert not tagged.commands.action("tag.delete").isEnabled()
    undo = messages[-1].undo
    assert undo is not None
    undo()
    settle()
    assert paths(library) == {"diplomacy", "russia", "russia/moscow"}


def test_keys_in_the_library_rename_and_delete_the_tag_not_the_article(
    tagged: MainWindow, library: Library, settle: Settle, qtbot: QtBot
) -> None:
    tagged.list_pane.view.choose(tagged.list_pane.model.ids[0])
    view = tagged.library_pane.view
    view.setFocus()

    qtbot.keyClick(view, Qt.Key.Key_F2)
    dialog = tagged.findChild(RenameTagDialog)
    assert isinstance(dialog, RenameTagDialog)
    dialog.new.setText("eurasia")
    settle()
    dialog.act_button.click()
    settle()
    assert paths(library) == {"diplomacy", "eurasia", "eurasia/moscow"}

    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_Delete)
    settle()
    assert paths(library) == {"diplomacy"}
    assert library.trash_count() == 0


def test_saved_searches_follow_the_tag_and_come_back_with_it(
    tagged: MainWindow, library: Library, settle: Settle
) -> None:
    library.searches.save("Moscow", "tag:russia/moscow OR tag:china")

    tagged.tag_acts.rename("russia", "eurasia")
    settle()
    assert library.searches.all()[0].query == 'tag:"eurasia/moscow" OR tag:china'
    assert library.searches.counts() == {1: 1}

    tagged.acts.undo()
    settle()
    assert library.searches.all()[0].query == "tag:russia/moscow OR tag:china"
    assert library.searches.counts() == {1: 1}
