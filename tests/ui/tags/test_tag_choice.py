"""The tags of many articles are chosen in one dialog: on all, on some, on none."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop_app.services.library import Library
from desktop_app.ui.base.notifier import Message
from desktop_app.ui.tags.tag_choice_dialog import TagChoiceDialog, changes_in_words
from desktop_app.ui.window.main_window import MainWindow
from tests.ui.conftest import AddArticle, Settle

ON, SOME, OFF = Qt.CheckState.Checked, Qt.CheckState.PartiallyChecked, Qt.CheckState.Unchecked


@pytest.fixture
def three(window: MainWindow, add_article: AddArticle, settle: Settle) -> list[int]:
    """Three articles, all of them chosen: “war” on all, “trade” on one; a fourth has “art”."""
    ids = [
        add_article("One.", tags=("war", "trade")),
        add_article("Two.", tags=("war",)),
        add_article("Three.", tags=("war",)),
    ]
    other = add_article("Four.", tags=("art",), title="Four")
    window.reload()
    window.list_pane.reload()
    settle()
    window.list_pane.view.selectAll()
    model = window.list_pane.model
    row = model.row_of(other)
    assert row is not None
    window.list_pane.view.selectionModel().select(
        model.index(row, 0), window.list_pane.view.selectionModel().SelectionFlag.Deselect
    )
    return ids


def open_dialog(window: MainWindow, settle: Settle) -> TagChoiceDialog:
    window.commands.action("article.tag").trigger()
    settle()
    dialog = window.findChild(TagChoiceDialog)
    assert isinstance(dialog, TagChoiceDialog)
    return dialog


def states(dialog: TagChoiceDialog) -> dict[str, Qt.CheckState]:
    rows = range(dialog.model.rowCount())
    role = Qt.ItemDataRole.CheckStateRole
    found = ((dialog.model.index(row, 0), row) for row in rows)
    return {index.data(): Qt.CheckState(index.data(role)) for index, _ in found}


def click(dialog: TagChoiceDialog, tag: str) -> None:
    names = list(states(dialog))
    dialog.view.clicked.emit(dialog.model.index(names.index(tag), 0))


def tags(library: Library, ids: list[int]) -> list[set[str]]:
    return [set(library.article(each).tags) for each in ids]


def test_what_all_some_and_none_have_is_told_apart(
    window: MainWindow, three: list[int], settle: Settle
) -> None:
    dialog = open_dialog(window, settle)

    assert states(dialog) == {"war": ON, "trade": SOME, "art": OFF}
    assert dialog.windowTitle() == "Tags of 3 articles"
    assert not dialog.act_button.isEnabled()
    dialog.reject()


def test_tags_are_put_on_and_taken_off_in_one_act(
    window: MainWindow,
    three: list[int],
    library: Library,
    settle: Settle,
    messages: list[Message],
) -> None:
    before = tags(library, three)
    dialog = open_dialog(window, settle)
    click(dialog, "war")
    click(dialog, "trade")
    assert dialog.summary.text() == "Puts on “trade”. Takes off “war”."
    dialog.act_button.click()
    settle()

    assert tags(library, three) == [{"trade"}] * 3
    undo = messages[-1].undo
    assert undo is not None
    undo()
    settle()
    assert tags(library, three) == before


def test_a_tag_on_some_goes_on_all_then_off_all_then_back(
    window: MainWindow, three: list[int], settle: Settle
) -> None:
    dialog = open_dialog(window, settle)

    seen = []
    for _ in range(3):
        click(dialog, "trade")
        seen.append(states(dialog)["trade"])

    assert seen == [ON, OFF, SOME]
    assert not dialog.act_button.isEnabled()
    dialog.reject()


def test_typing_and_enter_puts_on_what_is_found_and_makes_what_is_new(
    window: MainWindow, three: list[int], library: Library, settle: Settle, qtbot: QtBot
) -> None:
    dialog = open_dialog(window, settle)

    qtbot.keyClicks(dialog.filter, "ar")
    assert list(states(dialog)) == ["war", "art", "New tag “ar”"]
    qtbot.keyClick(dialog.filter, Qt.Key.Key_Down)
    qtbot.keyClick(dialog.filter, Qt.Key.Key_Return)
    qtbot.keyClicks(dialog.filter, "brand/new")
    qtbot.keyClick(dialog.filter, Qt.Key.Key_Return)
    assert dialog.isVisible()
    qtbot.keyClick(dialog.filter, Qt.Key.Key_Return)
    settle()

    assert tags(library, three) == [
        {"war", "trade", "art", "brand/new"},
        {"war", "art", "brand/new"},
        {"war", "art", "brand/new"},
    ]


def test_enter_with_nothing_changed_does_nothing(
    window: MainWindow, three: list[int], settle: Settle, qtbot: QtBot
) -> None:
    dialog = open_dialog(window, settle)

    qtbot.keyClick(dialog.filter, Qt.Key.Key_Return)

    assert dialog.isVisible()
    dialog.reject()


def test_many_changes_are_told_shortly() -> None:
    said = changes_in_words([f"tag {number}" for number in range(7)], [])

    assert said == "Puts on “tag 0”, “tag 1”, “tag 2”, “tag 3” and 3 more."
