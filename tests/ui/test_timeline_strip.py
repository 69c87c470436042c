from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.core.article import TimelineBucket
from desktop_app.ui.timeline_strip import TimelineStrip

BUCKETS = [TimelineBucket("1858-09", 2), TimelineBucket("1866-01", 5), TimelineBucket("1969-07", 1)]


@pytest.fixture
def strip(qtbot: QtBot) -> TimelineStrip:
    strip = TimelineStrip()
    qtbot.addWidget(strip)
    strip.resize(400, 72)
    strip.show()
    strip.set_buckets(BUCKETS)
    return strip


def test_all_years_are_seen_at_first(strip: TimelineStrip) -> None:
    first, last = strip.visible_range()

    assert first < "1858-09-01"
    assert last > "1969-07-31"
    assert [bar.label for bar in strip.bars()] == ["1858", "1866", "1969"]


def test_a_click_on_a_bar_narrows_to_it(strip: TimelineStrip, qtbot: QtBot) -> None:
    bar = strip.bars()[1]
    x = next(x for x in range(400) if strip._bar_at(x) is bar)

    with qtbot.waitSignal(strip.range_chosen) as chosen:
        qtbot.mouseClick(strip, Qt.MouseButton.LeftButton, pos=QPoint(x, 30))

    assert chosen.args == ["1866-01-01", "1866-12-31"]


def test_the_wheel_zooms_to_finer_bars(strip: TimelineStrip, qtbot: QtBot) -> None:
    bar = strip.bars()[1]
    x = next(x for x in range(400) if strip._bar_at(x) is bar)

    with qtbot.waitSignal(strip.days_wanted):
        for _ in range(40):
            turn_wheel(strip, x, 120)

    first, last = strip.visible_range()
    assert first.startswith("1866") or last.startswith("1866")
    assert [bar.label for bar in strip.bars()] == ["1858-09", "1866-01", "1969-07"]


def test_keys_move_zoom_narrow_and_widen(strip: TimelineStrip, qtbot: QtBot) -> None:
    whole = strip.visible_range()
    for _ in range(3):
        qtbot.keyClick(strip, Qt.Key.Key_Plus)
    zoomed = strip.visible_range()
    qtbot.keyClick(strip, Qt.Key.Key_Right)
    moved = strip.visible_range()

    assert whole < zoomed < moved
    with qtbot.waitSignal(strip.range_chosen) as chosen:
        qtbot.keyClick(strip, Qt.Key.Key_Return)
    assert tuple(chosen.args) == moved
    with qtbot.waitSignal(strip.cleared):
        qtbot.keyClick(strip, Qt.Key.Key_Escape)
    qtbot.keyClick(strip, Qt.Key.Key_Home)
    assert strip.visible_range() == whole


def test_without_dates_nothing_can_be_chosen(strip: TimelineStrip, qtbot: QtBot) -> None:
    strip.set_buckets([])

    with qtbot.assertNotEmitted(strip.range_chosen):
        qtbot.mouseClick(strip, Qt.MouseButton.LeftButton, pos=QPoint(100, 30))

    assert "Nothing" in strip.accessibleDescription()


def test_a_screen_reader_is_told_the_span(strip: TimelineStrip) -> None:
    assert strip.accessibleDescription().startswith("From September 1858 to July 1969.")


def turn_wheel(strip: TimelineStrip, x: int, angle: int) -> None:
    place = QPointF(x, 30)
    event = QWheelEvent(
        place,
        strip.mapToGlobal(place),
        QPoint(),
        QPoint(0, angle),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(strip, event)
