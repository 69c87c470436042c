"""Dates are typed in plain words or picked, and what is understood is shown."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QCalendarWidget
from pytestqt.qtbot import QtBot

from desktop_app.services.library import Library
from desktop_app.ui.base.notifier import Message
from desktop_app.ui.details.details_fields import FieldLine
from desktop_app.ui.details.edit_fields_dialog import EditFieldsDialog
from desktop_app.ui.window.main_window import MainWindow
from tests.ui.conftest import AddArticle, Settle


@pytest.fixture
def shown(window: MainWindow, add_article: AddArticle, settle: Settle) -> MainWindow:
    """Two articles, the first of them in the reader."""
    first = add_article("One.", published="2020", title="One")
    add_article("Two.", published="2021", title="Two", language="de")
    window.list_pane.reload()
    window.show_article(first)
    settle()
    return window


def published(window: MainWindow) -> FieldLine:
    return window.reader.details.fields.lines["published"]


def typed(window: MainWindow, qtbot: QtBot, words: str) -> FieldLine:
    line = published(window)
    line.setFocus()
    line.selectAll()
    qtbot.keyClicks(line, words)
    return line


def hint(window: MainWindow) -> str:
    label = window.reader.details.fields.date_hint("published")
    return label.text() if label.isVisible() else ""


def test_what_is_understood_is_shown_while_one_types_and_kept_by_enter(
    shown: MainWindow, library: Library, qtbot: QtBot, settle: Settle
) -> None:
    line = typed(shown, qtbot, "between 3 and 7 May 2020")
    settle()
    assert hint(shown) == "3 – 7 May 2020  ·  2020-05-03/2020-05-07"

    qtbot.keyClick(line, Qt.Key.Key_Return)
    settle()

    assert library.article(1).clean.published == "2020-05-03/2020-05-07"
    assert line.text() == "2020-05-03/2020-05-07"
    assert hint(shown) == ""


def test_what_is_not_understood_is_said_and_nothing_is_changed(
    shown: MainWindow, library: Library, qtbot: QtBot, settle: Settle, messages: list[Message]
) -> None:
    line = typed(shown, qtbot, "the day we met")
    settle()
    assert hint(shown).startswith("Not understood.")

    qtbot.keyClick(line, Qt.Key.Key_Return)
    settle()

    assert library.article(1).clean.published == "2020"
    assert line.text() == "2020"
    assert "isn't a date" in messages[-1].text


def test_a_day_that_may_be_two_is_asked_about(
    shown: MainWindow, library: Library, qtbot: QtBot, settle: Settle
) -> None:
    typed(shown, qtbot, "12/05/2019")
    settle()

    assert hint(shown) == "12 May 2019 or 5 December 2019? Write 2019-05-12 or 2019-12-05."


def test_a_date_goes_to_its_article_though_another_is_opened_meanwhile(
    shown: MainWindow, library: Library, qtbot: QtBot, settle: Settle
) -> None:
    typed(shown, qtbot, "spring 1991")
    shown.focus_list()
    shown.show_article(2)
    settle()

    assert library.article(1).clean.published == "1991-03~/1991-05~"
    assert library.article(2).clean.published == "2021"


def test_words_of_the_articles_own_language_are_understood(
    shown: MainWindow, qtbot: QtBot, settle: Settle
) -> None:
    shown.show_article(2)
    settle()
    typed(shown, qtbot, "Mitte Mai 2019")
    settle()

    assert hint(shown).endswith("2019-05-11~/2019-05-20~")


def test_a_day_is_picked(shown: MainWindow, library: Library, qtbot: QtBot, settle: Settle) -> None:
    line = published(shown)
    line.actions()[-1].trigger()
    calendar = shown.findChild(QCalendarWidget)
    assert isinstance(calendar, QCalendarWidget)
    assert calendar.selectedDate() == QDate(2020, 1, 1)

    calendar.clicked.emit(QDate(2020, 2, 29))
    settle()

    assert library.article(1).clean.published == "2020-02-29"


def test_a_dialog_may_be_closed_while_a_date_is_read(
    shown: MainWindow, qtbot: QtBot, settle: Settle, messages: list[Message]
) -> None:
    shown.commands.action("article.fields").trigger()
    settle()
    dialog = shown.findChild(EditFieldsDialog)
    assert isinstance(dialog, EditFieldsDialog)
    qtbot.keyClicks(dialog.rows["published"].line, "mid-May 2019")
    qtbot.wait(120)

    dialog.reject()
    settle()

    assert messages == []


def test_the_date_of_several_articles_is_written_in_plain_words(
    shown: MainWindow, library: Library, qtbot: QtBot, settle: Settle
) -> None:
    shown.commands.action("edit.select-all").trigger()
    shown.commands.action("article.fields").trigger()
    settle()
    dialog = shown.findChild(EditFieldsDialog)
    assert isinstance(dialog, EditFieldsDialog)

    line = dialog.rows["published"].line
    line.setFocus()
    qtbot.keyClicks(line, "mid-May 2019")
    settle()
    assert dialog.date_hint.text().endswith("2019-05-11~/2019-05-20~")
    dialog.act_button.click()
    settle()

    assert {library.article(each).clean.published for each in (1, 2)} == {"2019-05-11~/2019-05-20~"}
