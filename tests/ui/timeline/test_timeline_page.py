"""The timeline's page in the real window: what it shows, and what a user does with it."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot

from desktop_app.core.article import Event, Mention, NamedPerson
from desktop_app.core.timeline import (
    Grouping,
    TimelineBar,
    TimelineItem,
    TimelineLane,
    TimelineScreen,
)
from desktop_app.services.library import Library
from desktop_app.ui.exporting.export_dialog import ExportDialog
from desktop_app.ui.timeline.timeline_canvas import TimelineCanvas
from desktop_app.ui.timeline.timeline_page import TimelinePage
from desktop_app.ui.window.main_window import MainWindow
from tests.ui.conftest import AddArticle, Settle

CABLE = "The cable was laid on 5 August 1858. In 1866 Jane Roe sent a message through it."
BREAD = "Bread is dear. The harvest failed in August 1865."


@pytest.fixture
def articles(add_article: AddArticle) -> list[int]:
    """Two articles that tell three dates."""
    first = CABLE.index("In 1866")
    roe = CABLE.index("Jane Roe")
    return [
        add_article(
            CABLE,
            title="The cable",
            published="1866-09-03",
            publisher="The Gazette",
            tags=("science",),
            events=(
                Event("1858-08-05", 0, first - 1, CABLE[: first - 1]),
                Event("1866", first, len(CABLE), CABLE[first:]),
            ),
            people=(NamedPerson("Jane Roe", (), (), (Mention(roe, roe + 8, "Jane Roe"),)),),
        ),
        add_article(
            BREAD,
            title="Bread",
            published="1866-01-10",
            publisher="The Herald",
            tags=("trade/food",),
            events=(Event("1865-08", 15, len(BREAD), BREAD[15:]),),
        ),
    ]


@pytest.fixture
def page(articles: list[int], window: MainWindow, settle: Settle) -> TimelinePage:
    settle()
    window.commands.action("view.timeline-page").trigger()
    settle()
    found = window.timeline_place.page
    assert found is not None
    return found


def words(page: TimelinePage) -> list[str]:
    return [each.item.words for each in page.canvas.placed()]


def press(page: TimelinePage, text: str) -> None:
    (button,) = (each for each in page.findChildren(QToolButton) if each.text() == text)
    button.click()


def test_the_articles_of_the_list_stand_in_the_order_of_time(page: TimelinePage) -> None:
    assert page.isVisible()
    assert words(page) == ["Bread", "The cable"]
    assert page.count.text() == "2 articles, 1866"


def test_events_show_their_sentence_and_less_exact_ones_are_spans(
    page: TimelinePage, settle: Settle
) -> None:
    press(page, "Events")
    settle()

    placed = page.canvas.placed()
    assert [each.item.date for each in placed] == ["1858-08-05", "1865-08", "1866"]
    assert placed[0].item.words == "The cable was laid on 5 August 1858."
    assert [each.is_dot for each in placed] == [True, False, False]
    assert page.canvas.tip_at(place_of(page, 1)).startswith("<p><b>August 1865</b></p>")


def test_captured_dates_fall_on_the_day_of_capture(page: TimelinePage, settle: Settle) -> None:
    press(page, "Captured")
    settle()

    assert page.canvas.shown.first == date(2026, 11, 23).toordinal()
    assert sorted(words(page)) == ["Bread", "The cable"]


def test_it_follows_the_search_typed_here_or_in_the_list(
    page: TimelinePage, window: MainWindow, settle: Settle, qtbot: QtBot
) -> None:
    qtbot.keyClicks(page.search, "bread")
    settle()
    assert words(page) == ["Bread"]
    assert window.list_pane.typed == "bread"

    page.canvas.setFocus()
    window.list_pane.set_query("cable")
    settle()
    assert words(page) == ["The cable"]
    assert page.search.text() == "cable"
    assert page.isVisible()


def test_a_place_in_the_library_narrows_it(
    page: TimelinePage, window: MainWindow, settle: Settle
) -> None:
    window.library_pane.person_narrowed.emit("Jane Roe")
    settle()

    assert page.isVisible()
    assert words(page) == ["The cable"]


def test_the_keyboard_chooses_an_event_and_opens_the_article_there(
    page: TimelinePage, window: MainWindow, settle: Settle, qtbot: QtBot, articles: list[int]
) -> None:
    press(page, "Events")
    settle()
    for _ in range(3):
        qtbot.keyClick(page.canvas, Qt.Key.Key_Down)

    assert page.card.isVisible()
    assert page.card.date.text() == "1866"
    assert "Jane Roe sent" in page.card.sentence.text()
    assert page.card.article.text().startswith("The cable  ·  The Gazette")
    assert "Jane Roe sent" in page.canvas.accessibleDescription()

    qtbot.keyClick(page.canvas, Qt.Key.Key_Return)
    settle()

    assert not page.isVisible()
    assert window.reader.article is not None
    assert window.reader.article.id == articles[0]
    marked = [each.cursor.selectedText() for each in window.reader.browser.extraSelections()]
    assert CABLE[CABLE.index("In 1866") :] in marked


def test_a_click_shows_the_sentence_and_the_button_opens_it(
    page: TimelinePage, window: MainWindow, settle: Settle, qtbot: QtBot, articles: list[int]
) -> None:
    press(page, "Events")
    settle()

    qtbot.mouseClick(page.canvas, Qt.MouseButton.LeftButton, pos=place_of(page, 1).toPoint())
    settle()
    assert page.card.sentence.text() == "The harvest failed in August 1865."
    page.card.open_button.click()
    settle()

    assert window.reader.article is not None
    assert window.reader.article.id == articles[1]


def test_pulling_over_the_axis_narrows_the_list(
    page: TimelinePage, window: MainWindow, settle: Settle, qtbot: QtBot
) -> None:
    canvas = page.canvas
    middle = canvas.scale.x(date(1866, 5, 1).toordinal())
    start, end = QPoint(2, canvas.height() - 8), QPoint(int(middle), canvas.height() - 8)

    qtbot.mousePress(canvas, Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseMove(canvas, end)
    qtbot.mouseRelease(canvas, Qt.MouseButton.LeftButton, pos=end)
    settle()

    assert window.list_pane.typed.startswith("published:")
    assert words(page) == ["Bread"]
    assert page.all_dates.isVisible()

    page.all_dates.click()
    settle()
    assert window.list_pane.typed == ""
    assert words(page) == ["Bread", "The cable"]


def test_pulling_elsewhere_moves_the_days(page: TimelinePage, qtbot: QtBot) -> None:
    first = page.canvas.visible_range()

    qtbot.mousePress(page.canvas, Qt.MouseButton.LeftButton, pos=QPoint(400, 300))
    qtbot.mouseMove(page.canvas, QPoint(200, 300))
    qtbot.mouseRelease(page.canvas, Qt.MouseButton.LeftButton, pos=QPoint(200, 300))

    assert page.canvas.visible_range() > first
    qtbot.keyClick(page.canvas, Qt.Key.Key_Home)
    assert page.canvas.visible_range() == first


def test_keys_move_zoom_and_narrow(
    page: TimelinePage, window: MainWindow, settle: Settle, qtbot: QtBot
) -> None:
    span = page.canvas.scale.span
    qtbot.keyClick(page.canvas, Qt.Key.Key_Plus)
    assert page.canvas.scale.span < span
    qtbot.keyClick(page.canvas, Qt.Key.Key_Minus)
    assert page.canvas.scale.span == pytest.approx(span)
    first = page.canvas.scale.first
    qtbot.keyClick(page.canvas, Qt.Key.Key_Left)
    assert page.canvas.scale.first < first

    qtbot.keyClick(page.canvas, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert window.list_pane.typed.startswith("published:18")
    qtbot.keyClick(page.canvas, Qt.Key.Key_Escape)
    settle()
    assert window.list_pane.typed == ""


def test_lanes_by_person_tag_and_outlet(
    page: TimelinePage, window: MainWindow, settle: Settle, qtbot: QtBot
) -> None:
    def names(button: str) -> list[str]:
        press(page, button)
        settle()
        return [lane.name for lane in page.canvas.shown.lanes]

    assert names("By person") == ["Jane Roe"]
    assert sorted(names("By tag")) == ["science", "trade", "trade/food"]
    assert sorted(names("By outlet")) == ["The Gazette", "The Herald"]

    qtbot.mouseClick(page.canvas, Qt.MouseButton.LeftButton, pos=QPoint(20, 10))
    settle()
    assert window.list_pane.typed.startswith('publisher:"The ')
    assert page.canvas.shown.count == 1
    assert page.grouping is Grouping.OUTLET


def test_it_says_why_there_is_nothing(
    page: TimelinePage, window: MainWindow, settle: Settle
) -> None:
    window.list_pane.set_query("zeppelin")
    settle()
    assert page.canvas.empty_words.startswith("Nothing that the search finds has a date")
    assert page.canvas.accessibleDescription() == page.canvas.empty_words

    window.list_pane.set_query("bread")
    press(page, "By person")
    settle()
    assert page.canvas.empty_words.startswith("Nothing found here names anybody.")


def test_a_new_clip_is_seen_at_once(
    page: TimelinePage, window: MainWindow, settle: Settle, library: Library, articles: list[int]
) -> None:
    window.acts.delete([articles[0]])
    settle()

    assert words(page) == ["Bread"]


def test_back_and_the_command_lead_to_the_list(
    page: TimelinePage, window: MainWindow, settle: Settle
) -> None:
    page.back_button.click()
    assert window.list_pane.isVisible()

    window.commands.action("view.timeline-page").trigger()
    assert page.isVisible()
    window.commands.action("view.timeline-page").trigger()
    assert window.list_pane.isVisible()


def place_of(page: TimelinePage, number: int) -> QPointF:
    """A point on the so-manieth item."""
    each = page.canvas.placed()[number]
    return next(box.place_of(each) for box in page.canvas._boxes).center()


# The canvas alone


@pytest.fixture
def canvas(qtbot: QtBot) -> TimelineCanvas:
    canvas = TimelineCanvas()
    qtbot.addWidget(canvas)
    canvas.resize(800, 400)
    canvas.show()
    return canvas


def crowd(count: int) -> TimelineScreen:
    first = date(2000, 1, 1).toordinal()
    items = tuple(
        TimelineItem(number, f"Title {number}", "", None, "2000", first + number, first + number)
        for number in range(count)
    )
    bars = tuple(TimelineBar(first + at, first + at + 29, 30, 0) for at in range(0, count, 30))
    lane = TimelineLane("", "", count, count, bars, items)
    return TimelineScreen((lane,), first, first + count - 1, first, first + count - 1, count)


def test_a_crowd_is_bars_far_out_and_items_near(canvas: TimelineCanvas, qtbot: QtBot) -> None:
    canvas.show_screen(crowd(5_000))
    canvas.fit_all()
    assert canvas.placed() == []
    assert canvas.tip_at(QPointF(400, 300)).endswith(": 30")

    for _ in range(40):
        turn_wheel(canvas, 400, 120)

    assert 0 < len(canvas.placed()) < 40
    assert all(each.words_width for each in canvas.placed()[:-2])
    turn_wheel(canvas, 400, -120 * 60)
    assert canvas.placed() == []


def test_a_click_on_a_bar_goes_nearer(canvas: TimelineCanvas, qtbot: QtBot) -> None:
    canvas.show_screen(crowd(5_000))
    canvas.fit_all()

    qtbot.mouseClick(canvas, Qt.MouseButton.LeftButton, pos=QPoint(400, 300))

    assert canvas.scale.span < 40


def test_one_thing_far_off_does_not_squeeze_the_rest(canvas: TimelineCanvas) -> None:
    shown = crowd(100)
    far = TimelineScreen(shown.lanes, 1_000, shown.last, shown.usual_first, shown.last, 101)

    canvas.show_screen(far)
    canvas.fit_usual()
    assert canvas.visible_range()[0].startswith("1999-12")
    canvas.fit_all()
    assert canvas.visible_range()[0] == "0001-01-01"


def turn_wheel(canvas: TimelineCanvas, x: int, angle: int) -> None:
    place = QPointF(x, 30)
    event = QWheelEvent(
        place,
        canvas.mapToGlobal(place),
        QPoint(),
        QPoint(0, angle),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(canvas, event)


def test_more_lanes_than_have_room_are_counted_and_turned_to(
    window: MainWindow, add_article: AddArticle, qtbot: QtBot, settle: Settle
) -> None:
    for number in range(20):
        add_article(
            "Text.", title=f"Title {number}", published="1900", publisher=f"Outlet {number}"
        )
    window.reload()
    window.timeline_place.show()
    settle()
    page = window.findChild(TimelinePage)
    assert isinstance(page, TimelinePage)
    page.set_grouping(Grouping.OUTLET)
    settle()
    at_once = page.request().most_lanes

    assert page.lanes_told.text() == f"1 – {at_once} of 20 outlets"
    assert not page.lanes_before.isEnabled()

    control = Qt.KeyboardModifier.ControlModifier
    qtbot.keyClick(page.canvas, Qt.Key.Key_PageDown, control)
    settle()
    assert page.lanes_told.text() == f"{at_once + 1} – {min(2 * at_once, 20)} of 20 outlets"

    for _ in range(20):
        page.lanes_after.click()
        settle()
    assert page.lanes_told.text().endswith("– 20 of 20 outlets")
    assert not page.lanes_after.isEnabled()

    page.set_grouping(Grouping.NONE)
    settle()
    assert not page.lanes_told.isVisible()


def test_the_picture_of_the_timeline_begins_with_what_is_seen(
    page: TimelinePage, window: MainWindow, qtbot: QtBot, settle: Settle
) -> None:
    page.set_kind("event")
    page.set_grouping(Grouping.TAG)
    settle()

    qtbot.mouseClick(page.picture, Qt.MouseButton.LeftButton)
    settle()

    (dialog,) = window.findChildren(ExportDialog)
    assert dialog.choices.format.name == "timeline-picture"
    values = dialog.choices.options.values()
    assert (values["date"], values["group"]) == ("event", "tag")
    assert dialog.choices.offer.what == window.list_pane.query
    dialog.reject()
