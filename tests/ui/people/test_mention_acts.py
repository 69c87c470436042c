"""The user says in the reader who is named: by a name's menu, by a selection, by one click."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QUrl
from PySide6.QtGui import QContextMenuEvent, QTextCursor, QTextDocument
from PySide6.QtWidgets import QApplication, QMenu, QToolButton
from pytestqt.qtbot import QtBot

from desktop_app.services.library import Library
from desktop_app.ui.base.notifier import Message
from desktop_app.ui.people.whom_dialog import WhomDialog
from desktop_app.ui.reading.reader_links import (
    linked_person,
    linked_place,
    person_link,
    unassigned_link,
)
from desktop_app.ui.window.main_window import MainWindow
from tests.ui.conftest import AddArticle, Settle
from tests.ui.opening import open_article

TEXT = (
    "President Bill Clinton and Senator Hillary Clinton came to Ohio.\n\n"
    "😀 Clinton said that it rained. The Iron Lady listened. Then Clinton left the hall."
)


@pytest.fixture
def article_id(add_article: AddArticle, window: MainWindow, settle: Settle) -> int:
    """The article, shown in the reader."""
    article_id = add_article(TEXT, title="Rain", language="en")
    open_article(window, article_id, settle)
    return article_id


def named(library: Library, article_id: int) -> dict[str, list[str]]:
    people = library.article(article_id).clean.people
    return {each.name: [found.text for found in each.mentions] for each in people}


def place_of(window: MainWindow, words: str) -> QTextCursor:
    """A cursor that selects the last such words shown: the article's head comes first."""
    document = window.reader.browser.document()
    end = document.characterCount() - 1
    found = document.find(words, end, QTextDocument.FindFlag.FindBackward)
    assert not found.isNull()
    return found


def menu_at(window: MainWindow, words: str) -> QMenu:
    """The menu of the name that begins with these words of the text shown."""
    cursor = place_of(window, words)
    cursor.setPosition(cursor.selectionStart() + 1)
    article = window.reader.article
    place = linked_place(cursor.charFormat().anchorHref())
    assert article is not None and place is not None
    return window.reader.mentions.menu_of(article, place)


def choose(menu: QMenu, words: str) -> None:
    """Choose what the menu calls so."""
    next(action for action in menu.actions() if words in action.text()).trigger()
    menu.deleteLater()


def test_one_mention_is_somebody_new(
    window: MainWindow,
    article_id: int,
    library: Library,
    settle: Settle,
    messages: list[Message],
) -> None:
    choose(menu_at(window, "Bill Clinton"), "somebody else")
    dialog = window.findChild(WhomDialog)
    assert dialog.only_here.isVisible()
    dialog.search.setText("")
    dialog.search.insert("William Blythe")
    settle()
    assert dialog.list.selectedItems()[0].text() == "New person “William Blythe”"
    dialog.act_button.click()
    settle()

    assert named(library, article_id)["William Blythe"] == ["Bill Clinton"]
    undo = messages[-1].undo
    assert undo is not None
    undo()
    settle()
    assert "William Blythe" not in named(library, article_id)


def test_a_name_is_somebody_known_everywhere_in_the_article(
    window: MainWindow, article_id: int, library: Library, settle: Settle
) -> None:
    choose(menu_at(window, "Bill Clinton"), "somebody else")
    dialog = window.findChild(WhomDialog)
    settle()
    dialog.list.setCurrentRow(0)
    dialog.everywhere.setChecked(True)
    dialog.act_button.click()
    settle()

    assert named(library, article_id) == {"Hillary Clinton": ["Bill Clinton", "Hillary Clinton"]}


@pytest.mark.parametrize("words", ["Not a person here", "Not a person anywhere"])
def test_a_name_is_no_person(
    window: MainWindow, article_id: int, library: Library, settle: Settle, words: str
) -> None:
    choose(menu_at(window, "Bill Clinton"), words)
    settle()

    assert "Bill Clinton" not in named(library, article_id)
    start = place_of(window, "Bill").selectionStart()
    there = place_of(window, "Bill")
    there.setPosition(start + 1)
    assert not there.charFormat().isAnchor()


def test_what_may_be_two_persons_is_assigned_by_one_choice(
    window: MainWindow, article_id: int, library: Library, settle: Settle
) -> None:
    told = "2 mentions not assigned: Clinton (Bill Clinton or Hillary Clinton?)"
    assert told in window.reader.browser.toPlainText()
    choose(menu_at(window, "Clinton said"), "Hillary Clinton")
    settle()

    assert named(library, article_id)["Hillary Clinton"] == ["Hillary Clinton", "Clinton"]
    assert len(library.article(article_id).clean.unassigned) == 1


def test_all_alike_are_assigned_beside_the_text(
    window: MainWindow, article_id: int, library: Library, settle: Settle
) -> None:
    panel = window.reader.details.unassigned
    assert panel.isVisibleTo(window.reader.details)
    chips = {chip.text(): chip for chip in panel.findChildren(QToolButton)}
    chips["Bill Clinton?"].click()
    settle()

    assert named(library, article_id)["Bill Clinton"] == ["Bill Clinton", "Clinton", "Clinton"]
    assert not panel.isVisibleTo(window.reader.details)


def test_a_selection_names_somebody_whom_analysis_missed(
    window: MainWindow, article_id: int, library: Library, settle: Settle
) -> None:
    browser = window.reader.browser
    browser.setTextCursor(place_of(window, "The Iron Lady "))
    choose(browser.text_menu(QPoint(1, 1)), "Name a person here")
    dialog = window.findChild(WhomDialog)
    assert not dialog.everywhere.isVisible()
    dialog.search.setText("Margaret Thatcher")
    settle()
    dialog.list.setCurrentRow(dialog.list.count() - 1)
    dialog.act_button.click()
    settle()

    assert named(library, article_id)["Margaret Thatcher"] == ["The Iron Lady"]


def test_a_selection_that_is_no_part_of_the_text_is_said(
    window: MainWindow, article_id: int, settle: Settle, messages: list[Message]
) -> None:
    browser = window.reader.browser
    browser.setTextCursor(place_of(window, "clipped"))
    choose(browser.text_menu(QPoint(1, 1)), "Name a person here")

    assert "Nobody can be named" in messages[-1].text


def test_menus_open_where_they_are_asked_for(
    window: MainWindow, article_id: int, qtbot: QtBot
) -> None:
    browser = window.reader.browser
    cursor = place_of(window, "Bill Clinton")
    browser.setTextCursor(cursor)
    by_keys = QContextMenuEvent(
        QContextMenuEvent.Reason.Keyboard, QPoint(1, 1), browser.mapToGlobal(QPoint(1, 1))
    )
    QApplication.sendEvent(browser, by_keys)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert "Open Bill Clinton" in [action.text() for action in menu.actions()]
    menu.close()

    place = linked_place(person_link(1, 2, 3))
    assert place is not None
    browser.anchorClicked.emit(QUrl(unassigned_link(0, 4)))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    menu.close()


@pytest.mark.parametrize("address", ["", "person:", "person:x", "person:1:2", "tag:1", "whom:3"])
def test_other_addresses_are_no_places(address: str) -> None:
    assert linked_place(address) is None
    assert linked_person("person:7") == linked_person("person:7:1-2") == 7


def test_all_names_are_compared_from_the_menu(
    window: MainWindow, article_id: int, settle: Settle, messages: list[Message]
) -> None:
    window.commands.action("file.compare-names").trigger()
    settle()

    assert "Compared 2 names: 0 joined" in messages[-1].text
