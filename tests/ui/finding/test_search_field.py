from __future__ import annotations

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


def test_a_query_that_is_in_force_already_is_not_told_again(qtbot: QtBot) -> None:
    field = SearchField()
    qtbot.addWidget(field)
    told: list[str] = []
    field.typed.connect(told.append)
    field.query_changed.connect(told.append)

    field.set_quietly("ox")
    qtbot.wait(120)

    assert told == []
