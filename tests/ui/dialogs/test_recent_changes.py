"""The last acts are listed and undone together; the trash is emptied after a question."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop_app.services.library import Library
from desktop_app.ui.base.notifier import Message
from desktop_app.ui.dialogs.empty_trash_dialog import EmptyTrashDialog
from desktop_app.ui.dialogs.recent_changes_dialog import RecentChangesDialog
from desktop_app.ui.window.main_window import MainWindow
from tests.ui.conftest import AddArticle, Settle


@pytest.fixture
def changes(
    window: MainWindow, library: Library, add_article: AddArticle, settle: Settle
) -> RecentChangesDialog:
    """The list after an article was clipped, starred and tagged."""
    add_article()
    library.set_starred([1], True)
    library.tagging.add([1], ["war"])
    window.commands.action("edit.recent").trigger()
    settle()
    dialog = window.findChild(RecentChangesDialog)
    assert isinstance(dialog, RecentChangesDialog)
    return dialog


def shown(dialog: RecentChangesDialog) -> list[str]:
    items = (dialog.list.topLevelItem(row) for row in range(dialog.list.topLevelItemCount()))
    return [item.text(0) for item in items if item is not None]


def test_acts_are_listed_newest_first_with_their_time(changes: RecentChangesDialog) -> None:
    assert shown(changes)[:2] == ["Tagged 1 article war", "Starred 1 article"]
    first = changes.list.topLevelItem(0)
    assert first is not None
    assert first.text(1).startswith("today, ")
    changes.close()


def test_one_is_undone_with_those_after_it_and_done_again(
    changes: RecentChangesDialog, library: Library, settle: Settle
) -> None:
    changes.list.setCurrentItem(changes.list.topLevelItem(1))
    changes.undo_button.click()
    settle()

    assert not library.article(1).starred
    assert library.article(1).tags == ()
    assert shown(changes)[:2] == ["Tagged 1 article war (undone)", "Starred 1 article (undone)"]
    assert not changes.undo_button.isEnabled()

    changes.list.setCurrentItem(changes.list.topLevelItem(0))
    changes.redo_button.click()
    settle()
    assert library.article(1).tags == ("war",)
    changes.close()


def test_the_list_follows_what_is_done_in_the_window(
    changes: RecentChangesDialog, window: MainWindow, settle: Settle
) -> None:
    window.acts.set_starred([1], False)
    settle()

    assert shown(changes)[0] == "Unstarred 1 article"
    changes.close()


def ask(window: MainWindow, settle: Settle) -> EmptyTrashDialog | None:
    window.commands.action("file.empty-trash").trigger()
    settle()
    return window.findChild(EmptyTrashDialog)


def test_an_empty_trash_is_said_to_be_so(
    window: MainWindow, settle: Settle, messages: list[Message]
) -> None:
    assert ask(window, settle) is None
    assert messages[-1].text == "The trash is empty."


def test_the_trash_is_emptied_when_the_question_is_answered(
    window: MainWindow,
    library: Library,
    add_article: AddArticle,
    settle: Settle,
    messages: list[Message],
) -> None:
    library.delete([add_article("One."), add_article("Two.")])
    dialog = ask(window, settle)
    assert dialog is not None
    assert dialog.act_button.text() == "Delete 2 articles"

    dialog.act_button.click()
    settle()

    assert library.trash_count() == 0
    assert messages[-1].text.startswith("Deleted 2 articles for good.")


def test_enter_leaves_the_trash_as_it_is(
    window: MainWindow, library: Library, add_article: AddArticle, settle: Settle, qtbot: QtBot
) -> None:
    library.delete([add_article()])
    dialog = ask(window, settle)
    assert dialog is not None

    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    settle()

    assert library.trash_count() == 1
