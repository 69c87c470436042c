"""Fields of several articles are changed in one dialog; what isn't ticked stays."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from desktop_app.services.library import Library
from desktop_app.ui.base.notifier import Message
from desktop_app.ui.details.edit_fields_dialog import EditFieldsDialog
from desktop_app.ui.window.main_window import MainWindow
from tests.ui.conftest import AddArticle, Settle


@pytest.fixture
def dialog(window: MainWindow, add_article: AddArticle, settle: Settle) -> EditFieldsDialog:
    """The dialog on two articles in English, one of the Post, one of the Mail."""
    add_article("One.", publisher="Post", language="en", authors=("Jane Roe",))
    add_article("Two.", publisher="Mail", language="en")
    window.list_pane.reload()
    settle()
    window.commands.action("edit.select-all").trigger()
    window.commands.action("article.fields").trigger()
    settle()
    dialog = window.findChild(EditFieldsDialog)
    assert isinstance(dialog, EditFieldsDialog)
    return dialog


def outlets(library: Library) -> list[str | None]:
    return [library.article(each).clean.publisher for each in (1, 2)]


def test_common_values_are_shown_and_others_are_called_several(dialog: EditFieldsDialog) -> None:
    assert dialog.rows["language"].line.text() == "en"
    assert dialog.rows["publisher"].line.text() == ""
    assert dialog.rows["publisher"].line.placeholderText() == "several values"
    assert dialog.rows["agency"].line.placeholderText() == "unknown"
    assert not dialog.act_button.isEnabled()
    dialog.reject()


def test_what_is_written_goes_to_all_and_nothing_else_changes(
    dialog: EditFieldsDialog,
    window: MainWindow,
    library: Library,
    qtbot: QtBot,
    settle: Settle,
    messages: list[Message],
) -> None:
    qtbot.keyClicks(dialog.rows["publisher"].line, "Gazette")
    assert dialog.summary.text() == "Changes: Outlet."
    dialog.act_button.click()
    settle()

    assert outlets(library) == ["Gazette", "Gazette"]
    assert library.article(1).clean.authors == ("Jane Roe",)
    assert library.article(2).clean.provenance.keys() >= {"publisher"}
    assert "language" not in library.article(2).clean.provenance
    assert messages[-1].text == "Edited 2 articles."
    window.acts.undo()
    settle()
    assert outlets(library) == ["Post", "Mail"]


def test_a_ticked_empty_line_means_unknown(
    dialog: EditFieldsDialog, library: Library, settle: Settle
) -> None:
    dialog.rows["publisher"].box.click()
    dialog.act_button.click()
    settle()

    assert outlets(library) == [None, None]


def test_what_was_written_is_left_out_when_its_tick_is_taken_away(
    dialog: EditFieldsDialog, qtbot: QtBot
) -> None:
    qtbot.keyClicks(dialog.rows["language"].line, "-GB")

    dialog.rows["language"].box.click()

    assert dialog.rows["language"].line.text() == "en"
    assert dialog.changes == {}
    dialog.reject()


def test_a_date_that_cannot_be_read_is_said_to_be_so(
    dialog: EditFieldsDialog, qtbot: QtBot
) -> None:
    qtbot.keyClicks(dialog.rows["published"].line, "the day after")

    assert "isn't a date" in dialog.summary.text()
    assert not dialog.act_button.isEnabled()
    dialog.reject()


def test_one_sentence_says_how_to_write_a_date(
    dialog: EditFieldsDialog, qtbot: QtBot, settle: Settle
) -> None:
    dialog.activateWindow()
    dialog.rows["published"].line.setFocus()
    qtbot.keyClicks(dialog.rows["published"].line, "the day after")
    settle()
    assert dialog.date_hint.text().startswith("Not understood. Write")
    assert dialog.summary.text() == ""

    qtbot.keyClick(dialog.rows["published"].line, Qt.Key.Key_Tab)
    settle()
    assert dialog.date_hint.isHidden()
    assert "isn't a date" in dialog.summary.text()
    dialog.reject()
