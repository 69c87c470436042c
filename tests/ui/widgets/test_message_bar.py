from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from desktop_app.core.errors import InputError
from desktop_app.ui.base.notifier import Notifier
from desktop_app.ui.widgets.message_bar import MessageBar


@pytest.fixture
def ground(qtbot: QtBot) -> QWidget:
    ground = QWidget()
    qtbot.addWidget(ground)
    ground.resize(600, 400)
    ground.show()
    return ground


def test_a_message_is_shown_and_closed(notifier: Notifier, ground: QWidget) -> None:
    bar = MessageBar(notifier, ground)

    notifier.info("Saved.")
    assert bar.isVisible()
    assert bar.text.text() == "Saved."
    assert not bar.act_button.isVisible()
    bar.close_button.click()
    assert not bar.isVisible()


def test_undo_is_done_once(notifier: Notifier, ground: QWidget) -> None:
    bar = MessageBar(notifier, ground)
    undone: list[int] = []
    undo: Callable[[], None] = lambda: undone.append(1)  # noqa: E731 - as short as it can be

    notifier.info("Deleted.", undo=undo)
    bar.act_button.click()

    assert undone == [1]
    assert not bar.isVisible()


def test_a_failure_says_what_to_do_and_stays(notifier: Notifier, ground: QWidget) -> None:
    bar = MessageBar(notifier, ground)

    notifier.failure(InputError("That isn't a date.", "Write it as 2023-04-13."))

    assert bar.text.text() == "That isn't a date."
    assert bar.next_step.text() == "Write it as 2023-04-13."
    assert not bar._timer.isActive()


def test_it_stays_inside_a_window_that_shrinks(notifier: Notifier, ground: QWidget) -> None:
    bar = MessageBar(notifier, ground)
    notifier.warn("A long sentence about something that didn't go well. " * 4)

    ground.resize(320, 300)

    assert ground.rect().contains(bar.geometry())


def test_an_offer_says_what_its_button_does_and_stays(notifier: Notifier, ground: QWidget) -> None:
    bar = MessageBar(notifier, ground)
    taken: list[int] = []

    notifier.offer("Names wait.", "Compare them", lambda: taken.append(1))
    assert (bar.act_button.text(), bar._timer.isActive()) == ("Compare them", False)
    bar.act_button.click()

    assert taken == [1]
    assert not bar.isVisible()
    notifier.info("Deleted.", undo=lambda: None)
    assert bar.act_button.text() == "Undo"
