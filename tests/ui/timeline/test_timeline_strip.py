"""The timeline above the list, in the real window: it follows, zooms, and narrows the search."""

from __future__ import annotations

import time

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot

from desktop_app.ui.timeline.timeline_strip import TimelineStrip
from desktop_app.ui.window.main_window import MainWindow
from tests.ui.conftest import AddArticle, Settle


@pytest.fixture
def strip(add_article: AddArticle, window: MainWindow, settle: Settle) -> TimelineStrip:
    """The strip over six articles of 1858, 1866 and 1969."""
    days = ("1858-09-03", "1858-09-21", "1866-01-10", "1866-01-11", "1866-05", "1969-07-20")
    for number, published in enumerate(days):
        add_article("Told in 1776.", title=f"T{number}", published=published)
    window.resize(1300, 800)
    window.reload()
    window.list_pane.reload()
    settle()
    return window.list_pane.timeline.strip


def labels(strip: TimelineStrip) -> list[tuple[str, int]]:
    return [(bar.label, bar.count) for bar in strip.bars()]


def x_of(strip: TimelineStrip, label: str) -> int:
    return int(strip.place_of(next(bar for bar in strip.bars() if bar.label == label)))


def turn_wheel(strip: TimelineStrip, x: int, angle: QPoint, times: int = 1) -> None:
    for _ in range(times):
        place = QPointF(x, 30)
        event = QWheelEvent(
            place,
            strip.mapToGlobal(place),
            QPoint(),
            angle,
            Qt.MouseButton.NoButton,
            Qt.KeyboardModifier.NoModifier,
            Qt.ScrollPhase.NoScrollPhase,
            False,
        )
        QApplication.sendEvent(strip, event)


def test_everything_is_seen_at_first(strip: TimelineStrip) -> None:
    first, last = strip.visible_range()

    assert first < "1858-09-03"
    assert last > "1969-07-20"
    assert labels(strip) == [("1858", 2), ("1866", 3), ("1969", 1)]
    assert strip.accessibleDescription().startswith("From 3 September 1858 to 20 July 1969.")


def test_what_was_counted_before_a_change_is_counted_again(
    strip: TimelineStrip, add_article: AddArticle, window: MainWindow, settle: Settle
) -> None:
    window.list_pane.timeline.set_query("")
    time.sleep(0.2)  # it is read, but the window's thread hasn't heard of it yet

    add_article("Later.", title="T6", published="1969-07-21")
    window.list_pane.timeline.set_query("")
    settle()

    assert labels(strip) == [("1858", 2), ("1866", 3), ("1969", 2)]


def test_it_follows_the_search(
    strip: TimelineStrip, window: MainWindow, settle: Settle, qtbot: QtBot
) -> None:
    window.focus_search()
    qtbot.keyClicks(window.list_pane.search, "title:T5")
    settle()
    assert labels(strip) == [("1969-07-20", 1)]

    window.list_pane.set_query("title:nothing")
    settle()
    assert labels(strip) == []
    assert strip.accessibleDescription() == "Nothing here has a date."


def test_the_wheel_zooms_from_decades_to_days_and_back(
    strip: TimelineStrip, add_article: AddArticle, window: MainWindow, settle: Settle
) -> None:
    add_article("Old.", title="Old", published="1215-06-15")
    window.list_pane.reload()
    strip.start_anew()
    settle()
    assert labels(strip)[-2:] == [("1860/1869", 3), ("1960/1969", 1)]

    widths = [9]
    while widths[-1] != 10 and len(widths) < 60:
        label = next(each for each, _ in labels(strip) if each.startswith("186"))
        turn_wheel(strip, x_of(strip, label), QPoint(0, 120))
        settle()
        widths.append(len(labels(strip)[0][0]))

    assert list(dict.fromkeys(widths)) == [9, 4, 7, 10], "decades, years, months, days"
    assert ("1866-01-10", 1) in labels(strip)

    turn_wheel(strip, 100, QPoint(0, -120), 60)
    settle()
    assert labels(strip)[-2:] == [("1860/1869", 3), ("1960/1969", 1)]


def test_a_view_without_bars_says_how_to_see_all(
    strip: TimelineStrip, qtbot: QtBot, settle: Settle
) -> None:
    assert strip.empty_words == ""

    turn_wheel(strip, (x_of(strip, "1866") + x_of(strip, "1969")) // 2, QPoint(0, 120), times=12)
    settle()
    assert strip.empty_words == "Nothing falls here. Home shows everything."

    qtbot.keyClick(strip, Qt.Key.Key_Home)
    settle()
    assert strip.empty_words == ""


def test_a_wheel_sideways_moves(strip: TimelineStrip, settle: Settle) -> None:
    before = strip.visible_range()

    turn_wheel(strip, 100, QPoint(-120, 0))
    settle()

    assert strip.visible_range() > before


def test_a_click_on_a_bar_narrows_to_it_and_escape_widens(
    strip: TimelineStrip, window: MainWindow, settle: Settle, qtbot: QtBot
) -> None:
    place = QPoint(x_of(strip, "1866"), 30)

    qtbot.mouseClick(strip, Qt.MouseButton.LeftButton, pos=place)
    settle()
    assert window.list_pane.typed == "published:1866-01-01..1866-12-31"
    assert labels(strip)[0] == ("1866-01", 2)

    strip.setFocus()
    qtbot.keyClick(strip, Qt.Key.Key_Escape)
    settle()
    assert window.list_pane.typed == ""
    assert labels(strip)[0] == ("1858", 2)


def test_a_drag_chooses_days_also_beyond_the_edge(
    strip: TimelineStrip, window: MainWindow, settle: Settle, qtbot: QtBot
) -> None:
    start = QPoint(x_of(strip, "1866") - 20, 30)

    qtbot.mousePress(strip, Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseMove(strip, QPoint(strip.width() + 200, 30))
    qtbot.mouseRelease(strip, Qt.MouseButton.LeftButton, pos=QPoint(strip.width() + 200, 30))
    settle()

    assert len(window.list_pane.model.ids) == 4
    assert window.list_pane.typed.startswith("published:18")
    assert window.list_pane.timeline.all_dates.isVisible()


def test_escape_lets_a_drag_go(
    strip: TimelineStrip, window: MainWindow, settle: Settle, qtbot: QtBot
) -> None:
    qtbot.mousePress(strip, Qt.MouseButton.LeftButton, pos=QPoint(20, 30))
    qtbot.mouseMove(strip, QPoint(90, 30))
    qtbot.keyClick(strip, Qt.Key.Key_Escape)
    qtbot.mouseRelease(strip, Qt.MouseButton.LeftButton, pos=QPoint(90, 30))
    settle()

    assert window.list_pane.typed == ""


def test_each_of_the_three_kinds_of_date_narrows_by_its_own(
    strip: TimelineStrip, window: MainWindow, settle: Settle, qtbot: QtBot
) -> None:
    panel = window.list_pane.timeline
    panel.set_kind("captured")
    settle()
    assert labels(strip) == [("2026-11-23", 6)]
    assert strip.bar_in_words(strip.bars()[0]) == "23 November 2026: 6 articles"

    qtbot.mouseClick(strip, Qt.MouseButton.LeftButton, pos=QPoint(x_of(strip, "2026-11-23"), 30))
    settle()
    assert window.list_pane.typed == "captured:2026-11-23"

    panel.set_kind("event")
    settle()
    assert labels(strip)[0] == ("1776-01", 1)
    assert strip.bar_in_words(strip.bars()[0]) == "January 1776: about 1 event"


def test_the_tabulator_leads_from_the_search_over_the_kinds_to_the_bars(
    strip: TimelineStrip, window: MainWindow, qtbot: QtBot
) -> None:
    window.focus_search()

    met = []
    for _ in range(2):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
        met.append(focused.text() if isinstance(focused, QToolButton) else focused)

    assert met == ["Published", strip]


def test_the_kind_of_date_is_a_command_too(
    strip: TimelineStrip, window: MainWindow, settle: Settle
) -> None:
    window.list_pane.timeline.hide()

    window.commands.action("view.timeline-captured").trigger()
    settle()
    assert window.list_pane.timeline.isVisible()
    assert labels(strip) == [("2026-11-23", 6)]

    window.timeline_place.show()
    window.commands.action("view.timeline-event").trigger()
    settle()
    page = window.timeline_place.page
    assert page is not None
    assert (page.kind, window.list_pane.timeline.kind) == ("event", "captured")


def test_keys_move_zoom_narrow_and_show_everything(
    strip: TimelineStrip, window: MainWindow, settle: Settle, qtbot: QtBot
) -> None:
    strip.setFocus()
    whole = strip.visible_range()
    for key in (Qt.Key.Key_Plus, Qt.Key.Key_Plus, Qt.Key.Key_Minus, Qt.Key.Key_Plus):
        qtbot.keyClick(strip, key)
    zoomed = strip.visible_range()
    qtbot.keyClick(strip, Qt.Key.Key_Right)
    moved = strip.visible_range()
    assert whole < zoomed < moved

    qtbot.keyClick(strip, Qt.Key.Key_Left)
    qtbot.keyClick(strip, Qt.Key.Key_Home)
    assert strip.visible_range() == whole

    qtbot.keyClick(strip, Qt.Key.Key_Plus)
    first, last = strip.visible_range()
    qtbot.keyClick(strip, Qt.Key.Key_Return)
    settle()
    assert window.list_pane.typed == f"published:{first}..{last}"


def test_shift_and_arrows_choose_days_bar_by_bar(
    strip: TimelineStrip, window: MainWindow, settle: Settle, qtbot: QtBot
) -> None:
    strip.setFocus()
    shift = Qt.KeyboardModifier.ShiftModifier

    qtbot.keyClick(strip, Qt.Key.Key_Right, shift)
    assert strip.chosen_range() == ("1858-01-01", "1858-12-31")
    for _ in range(9):
        qtbot.keyClick(strip, Qt.Key.Key_Right, shift)
    qtbot.keyClick(strip, Qt.Key.Key_Left, shift)
    assert strip.chosen_range() == ("1858-01-01", "1866-12-31")
    assert "Chosen: 1858 – 1866." in strip.accessibleDescription()

    qtbot.keyClick(strip, Qt.Key.Key_Return)
    settle()
    assert window.list_pane.typed == "published:1858-01-01..1866-12-31"
    assert len(window.list_pane.model.ids) == 5
    assert strip.chosen_range() is None


def test_escape_lets_the_chosen_days_go_first(
    strip: TimelineStrip, window: MainWindow, settle: Settle, qtbot: QtBot
) -> None:
    window.list_pane.set_query("published:1866")
    settle()
    strip.setFocus()
    qtbot.keyClick(strip, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    assert strip.chosen_range() == ("1866-05-01", "1866-05-31")

    qtbot.keyClick(strip, Qt.Key.Key_Escape)
    assert strip.chosen_range() is None
    assert window.list_pane.typed == "published:1866"
    qtbot.keyClick(strip, Qt.Key.Key_Escape)
    settle()
    assert window.list_pane.typed == ""


def test_the_chosen_days_stay_in_view(strip: TimelineStrip, settle: Settle, qtbot: QtBot) -> None:
    strip.setFocus()
    for _ in range(8):
        qtbot.keyClick(strip, Qt.Key.Key_Plus)
    settle()
    for _ in range(30):
        qtbot.keyClick(strip, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    settle()

    chosen = strip.chosen_range()
    assert chosen is not None
    assert strip.visible_range()[0] <= chosen[1] <= strip.visible_range()[1]


def test_a_change_in_the_archive_keeps_what_is_in_view(
    strip: TimelineStrip, window: MainWindow, settle: Settle
) -> None:
    turn_wheel(strip, x_of(strip, "1866"), QPoint(0, 120), 10)
    settle()
    before = strip.visible_range()

    window.acts.set_starred(list(window.list_pane.model.ids[:1]), True)
    settle()
    assert strip.visible_range() == before

    window.acts.delete(list(window.list_pane.model.ids[-2:]))
    settle()
    assert strip.visible_range() == before


def test_without_dates_nothing_can_be_chosen(
    strip: TimelineStrip, window: MainWindow, settle: Settle, qtbot: QtBot
) -> None:
    window.list_pane.set_query("title:nothing")
    settle()

    with qtbot.assertNotEmitted(strip.range_chosen):
        qtbot.mouseClick(strip, Qt.MouseButton.LeftButton, pos=QPoint(100, 30))
        strip.setFocus()
        qtbot.keyClick(strip, Qt.Key.Key_Return)
        qtbot.keyClick(strip, Qt.Key.Key_Plus)


def test_what_comes_in_while_it_counts_is_counted_too(
    strip: TimelineStrip, window: MainWindow, add_article: AddArticle, settle: Settle
) -> None:
    window.list_pane.reload()  # counts, and has counted before the next article is there
    add_article("One more.", title="T6", published="1969-07-21")

    window.list_pane.reload()
    settle()

    assert labels(strip) == [("1858", 2), ("1866", 3), ("1969", 2)]
