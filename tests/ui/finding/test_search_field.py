from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.ui.finding.search_field import SearchField


def test_each_key_is_told_at_once_and_the_query_when_typing_pauses(qtbot: QtBot) -> None:
    field = SearchField()
    qtbot.addWidget(field)
    typed: list[str] = []
    queries: list[str] = []
    field.typed.connect(typed.append)
    field.query_changed.connect(queries.append)

    qtbot.keyClicks(field, "ox ")

    assert (typed, queries) == (["o", "ox"], [])
    qtbot.waitUntil(lambda: queries == ["ox"])


def test_the_window_has_the_key_that_exports_what_was_found(qtbot: QtBot) -> None:
    field = SearchField()
    qtbot.addWidget(field)
    control = Qt.KeyboardModifier.ControlModifier
    asks = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_E, control)
    asks.ignore()

    QApplication.sendEvent(field, asks)

    assert not asks.isAccepted()


def test_a_query_that_is_in_force_already_is_not_told_again(qtbot: QtBot) -> None:
    field = SearchField()
    qtbot.addWidget(field)
    told: list[str] = []
    field.typed.connect(told.append)
    field.query_changed.connect(told.append)

    field.set_quietly("ox")
    qtbot.wait(120)

    assert told == []
