"""Everybody named in the archive, searchable."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from desktop_app.core.article import Person
from desktop_app.services.library import Library
from desktop_app.ui.base.notifier import Notifier
from desktop_app.ui.base.task_runner import TaskRunner
from desktop_app.ui.people.people_browser import PeopleBrowser, PeopleTableModel
from tests.ui.conftest import AddArticle, Settle


@pytest.fixture
def browser(
    qtbot: QtBot, library: Library, tasks: TaskRunner, notifier: Notifier, settle: Settle
) -> PeopleBrowser:
    browser = PeopleBrowser(library, tasks, notifier)
    qtbot.addWidget(browser)
    browser.show()
    settle()
    return browser


def names(browser: PeopleBrowser) -> list[str]:
    return [person.name for person in browser.people.people]


def test_nobody_yet_says_how_people_come_in(browser: PeopleBrowser) -> None:
    assert browser.nobody.isVisible()
    assert "Clip an article" in browser.nobody.text()


def test_a_new_clip_appears_and_typing_narrows(
    browser: PeopleBrowser,
    add_article: AddArticle,
    tasks: TaskRunner,
    settle: Settle,
    qtbot: QtBot,
) -> None:
    text = "The engineer Cyrus Field met William Thomson in London."
    tasks.write(lambda: add_article(text), label="", changes=("articles", "people"))
    settle()
    assert set(names(browser)) == {"Cyrus Field", "William Thomson"}

    qtbot.keyClicks(browser.search, "thom")
    settle()
    assert names(browser) == ["William Thomson"]

    with qtbot.waitSignal(browser.person_requested) as wanted:
        qtbot.keyClick(browser.search, Qt.Key.Key_Return)
    assert wanted.args == [browser.people.people[0].id]

    browser.search.setText("nobody of this name")
    settle()
    assert "nobody of this name" in browser.nobody.text()


def test_the_model_keeps_its_promises_while_it_grows(qtmodeltester: ModelTester) -> None:
    people = [Person(number, f"Person {number}") for number in range(6)]
    model = PeopleTableModel()
    qtmodeltester.check(model)

    model.set_people(people[:3], complete=False)
    assert model.canFetchMore(model.index(-1, -1))
    model.set_people(people, complete=True)

    assert model.rowCount() == 6
    assert not model.canFetchMore(model.index(-1, -1))
    qtmodeltester.check(model)
