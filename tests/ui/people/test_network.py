"""The network of those named together: laid out, painted, walked through, exported."""

from __future__ import annotations

from pathlib import Path
from xml.etree.ElementTree import fromstring

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from desktop_app.analysis.network_layout import picture_of
from desktop_app.core.network import NetworkPerson, PersonNetwork, Tie
from desktop_app.services.library import Library
from desktop_app.ui.base.label_room import LabelRoom
from desktop_app.ui.base.notifier import Message, Notifier
from desktop_app.ui.base.task_runner import TaskRunner
from desktop_app.ui.people.network_panel import NetworkPanel, without
from desktop_app.ui.people.network_view import NetworkView
from tests.analysis.test_network_layout import two_circles
from tests.ui.conftest import AddArticle, Settle
from tests.ui.loop_watchdog import LoopWatchdog


def test_whom_discs_surround_has_a_label_over_them_where_it_matters() -> None:
    room = LabelRoom(400, 400)
    for x in range(0, 400, 20):
        for y in range(0, 400, 20):
            room.block(x, y, 14)

    assert room.take(200, 200, 10, 80, 14) is None
    assert room.take(200, 200, 10, 80, 14, over_discs=True) is not None


def test_labels_never_cover_each_other() -> None:
    room = LabelRoom(420, 100)
    placed = [room.take(x * 9.0, 50, 4, 60, 14) for x in range(40)]

    areas = [place for place in placed if place is not None]
    assert 0 < len(areas) < 40
    assert all(0 <= x <= 360 for x, _ in areas)
    for at, (x, y) in enumerate(areas):
        assert all(abs(x - left) >= 52 or abs(y - top) >= 8 for left, top in areas[:at])


@pytest.mark.parametrize("x", [100.0, 101.5, 104.0, 107.9])
def test_a_disc_leaves_room_for_its_own_label_and_covers_no_other(x: float) -> None:
    room = LabelRoom(400, 300)
    room.block(x, x, 14)

    assert room.take(x, x, 14, 60, 16) == (x - 30, x + 14)
    beside = room.take(x - 40, x, 2, 60, 16)
    assert beside is None or beside[0] + 60 < x or abs(beside[1] + 8 - x) > 8


@pytest.fixture
def view(qtbot: QtBot) -> NetworkView:
    view = NetworkView()
    qtbot.addWidget(view)
    view.resize(700, 500)
    view.show_picture(picture_of(two_circles()))
    view.show()
    return view


def test_everybody_is_in_view_at_first(view: NetworkView) -> None:
    for row in range(24):
        assert view.rect().contains(view.place(row).toPoint())


def test_the_keys_go_from_person_to_person_and_open(view: NetworkView, qtbot: QtBot) -> None:
    qtbot.keyClick(view, Qt.Key.Key_Right)
    assert "Person 0: 24 articles, tied to 12" in view.accessibleDescription()
    seen = {view.chosen}
    for key in (Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_Right, Qt.Key.Key_Down):
        qtbot.keyClick(view, key)
        seen.add(view.chosen)
    assert len(seen) > 1

    with qtbot.waitSignal(view.person_requested) as wanted:
        qtbot.keyClick(view, Qt.Key.Key_Return)
    assert wanted.args == [view.chosen]


def test_zooming_keeps_the_point_and_fitting_brings_all_back(
    view: NetworkView, qtbot: QtBot
) -> None:
    at = view.place(5)
    view.zoom(3, at)
    assert (view.place(5) - at).manhattanLength() < 1
    assert not view.rect().contains(view.place(20).toPoint())

    qtbot.keyClick(view, Qt.Key.Key_0)
    assert view.rect().contains(view.place(20).toPoint())


def test_a_press_brings_somebody_out_and_a_drag_moves_the_picture(
    view: NetworkView, qtbot: QtBot
) -> None:
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=view.place(3).toPoint())
    assert view.chosen == 3

    before = view.place(3)
    qtbot.mousePress(view, Qt.MouseButton.LeftButton, pos=QPoint(2, 2))
    qtbot.mouseMove(view, QPoint(42, 32))
    qtbot.mouseRelease(view, Qt.MouseButton.LeftButton, pos=QPoint(42, 32))
    assert (view.place(3) - before).toPoint() == QPoint(40, 30)


def test_two_thousand_persons_never_hold_the_window(qtbot: QtBot, tasks: TaskRunner) -> None:
    persons = tuple(NetworkPerson(n, f"Person {n}", 2_000 - n) for n in range(2_000))
    ties = tuple(Tie(n % 40, n, 1 + n % 7) for n in range(40, 2_000))
    view = NetworkView()
    qtbot.addWidget(view)
    view.resize(900, 600)
    view.show()
    with LoopWatchdog().watching() as watchdog:
        task = tasks.read(lambda: picture_of(PersonNetwork(persons, ties)))
        task.succeeded(view.show_picture)
        qtbot.waitUntil(lambda: view.picture is not None, timeout=60_000)
        qtbot.wait(200)
        view.zoom(2)
        qtbot.wait(200)
    assert watchdog.pauses == []


def test_the_panel_reads_when_seen_and_exports_with_the_person(
    qtbot: QtBot,
    library: Library,
    tasks: TaskRunner,
    notifier: Notifier,
    messages: list[Message],
    add_article: AddArticle,
    settle: Settle,
    tmp_path: Path,
) -> None:
    add_article("Mr Charles Dickens met Mrs Mary Shelley and Dr John Polidori.", language="en")
    (dickens,) = library.people.find(text="Dickens")
    panel = NetworkPanel(library, tasks, notifier)
    qtbot.addWidget(panel)
    panel.show_person(dickens)
    assert panel.view.picture is None
    panel.show()
    settle()

    picture = panel.view.picture
    assert picture is not None
    shown = {person.name for person in picture.network.persons}
    assert shown == {"Mary Shelley", "John Polidori"}
    assert panel.words.text() == "2 named with Charles Dickens"
    with qtbot.waitSignal(panel.picture_wanted) as wanted:
        panel.picture_button.click()
    assert wanted.args == [80]

    panel.export_to(tmp_path / "round.gexf")
    settle()
    written = fromstring((tmp_path / "round.gexf").read_bytes())
    assert "Charles Dickens" in {node.get("label") for node in written.iter()}
    assert messages[-1].text == "Wrote “round.gexf”."


def test_without_somebody_their_ties_are_gone() -> None:
    network = without(two_circles(), 0)

    assert all(person.id for person in network.persons)
    assert all(tie.one and tie.other for tie in network.ties)
