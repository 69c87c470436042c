"""How articles are set: chosen in a panel or by keys, kept, and never hard to read."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QTextFormat
from pytestqt.qtbot import QtBot

from desktop_app.core.highlight import Colour
from desktop_app.services.base.settings import Settings
from desktop_app.services.library import Library
from desktop_app.ui.base.theme import DARK, LIGHT, SEPIA, Colours
from desktop_app.ui.base.window_state import WindowState
from desktop_app.ui.reading.reading_acts import kept_reading_style
from desktop_app.ui.reading.reading_panel import ReadingPanel
from desktop_app.ui.reading.reading_style import (
    PageColours,
    ReadingStyle,
    style_from_words,
    style_words,
)
from desktop_app.ui.window.main_window import MainWindow
from tests.ui.base.test_theme import contrast
from tests.ui.conftest import AddArticle, Settle
from tests.ui.opening import open_article

TEXT = "\n\n".join(f"Paragraph {number} of a text, told at some length." for number in range(90))


@pytest.fixture
def shown(add_article: AddArticle, window: MainWindow, settle: Settle) -> int:
    article_id = add_article(TEXT, title="Long")
    open_article(window, article_id, settle)
    return article_id


def _panel(window: MainWindow) -> ReadingPanel:
    window.commands.action("view.reading").trigger()
    panels = window.findChildren(ReadingPanel)
    return panels[-1]


def test_keys_change_the_size_of_the_text(shown: int, window: MainWindow, qtbot: QtBot) -> None:
    browser = window.reader.browser
    control = Qt.KeyboardModifier.ControlModifier

    qtbot.keyClick(browser, Qt.Key.Key_Plus, control)
    qtbot.keyClick(browser, Qt.Key.Key_Plus, control)
    assert browser.document().defaultFont().pointSizeF() == 15
    qtbot.keyClick(browser, Qt.Key.Key_Minus, control)
    assert browser.document().defaultFont().pointSizeF() == 13.5

    qtbot.keyClick(browser, Qt.Key.Key_0, control)
    assert browser.reading == ReadingStyle()


def test_what_is_chosen_in_the_panel_is_seen_at_once_and_kept(
    shown: int, window: MainWindow, settings: Settings
) -> None:
    panel = _panel(window)

    panel.pages[PageColours.SEPIA].click()
    panel.face.setCurrentIndex(panel.face.findData("sans"))
    panel.points.more.click()
    panel.leading.more.click()
    panel.measure.less.click()
    panel.close()

    chosen = ReadingStyle(PageColours.SEPIA, "sans", 12.5, 135, 64)
    browser = window.reader.browser
    assert browser.reading == chosen
    body = browser.document().find("Paragraph 7").block()
    assert body.blockFormat().lineHeight() == 135
    assert browser.palette().text().color() == QColor(SEPIA.ink)
    assert kept_reading_style(WindowState(settings.config_folder)) == chosen


def test_the_panel_leads_back_to_how_it_was_at_first(shown: int, window: MainWindow) -> None:
    panel = _panel(window)
    panel.pages[PageColours.DARK].click()
    panel.points.more.click()

    panel.usual.click()
    panel.close()

    assert window.reader.browser.reading == ReadingStyle()


def test_what_was_read_stays_at_the_top_when_the_size_changes(
    shown: int, window: MainWindow, settle: Settle
) -> None:
    browser = window.reader.browser
    place = browser.document().find("Paragraph 60").selectionStart()
    browser.hold_place(place)
    assert browser.place_at_top() == place

    window.reading.larger()
    window.reading.larger()
    settle()

    assert browser.place_at_top() == place


def test_a_line_has_about_as_many_letters_as_chosen(
    add_article: AddArticle, window: MainWindow, settle: Settle
) -> None:
    words = "Those who had come to the harbour before noon saw the ship leave. "
    article_id = add_article(words * 20, title="Wide")
    window.resize(1500, 800)
    window.reload()
    window.list_pane.reload()
    settle()
    window.show_article(article_id)
    settle()

    block = window.reader.browser.document().find("Those who").block()
    lengths = [block.layout().lineAt(each).textLength() for each in range(12)]

    assert 60 <= sum(lengths) / len(lengths) <= 68


def test_headline_and_facts_grow_with_the_text(shown: int, window: MainWindow) -> None:
    def size(words: str) -> float:
        found = window.reader.browser.document().find(words)
        return float(found.charFormat().property(QTextFormat.Property.FontPointSize))

    before = (size("Long"), size("clipped"))
    window.reading.choose(ReadingStyle(points=24))

    assert (size("Long"), size("clipped")) == (2 * before[0], 2 * before[1])


def test_every_page_can_be_read_under_marks_and_highlights() -> None:
    def grounds(colours: Colours) -> list[str]:
        inks = [getattr(colours, f"highlight_{colour}") for colour in Colour]
        return [colours.paper, colours.mark, colours.added, colours.taken, colours.chip, *inks]

    for colours in (LIGHT, SEPIA, DARK):
        for ground in grounds(colours):
            assert contrast(colours.ink, ground) >= 5.5
        assert contrast(colours.soft, colours.paper) >= 4.5
        assert contrast(colours.accent, colours.paper) >= 4.5


def test_highlights_are_painted_in_the_page_s_colours(
    shown: int, window: MainWindow, library: Library, settle: Settle
) -> None:
    library.highlights.add_quote(shown, "Paragraph 3")
    window.reading.choose(ReadingStyle(page=PageColours.DARK))
    window.reader.show_article(shown)
    settle()

    (ink,) = window.reader.browser.extraSelections()
    assert ink.format.background().color() == QColor(DARK.highlight_yellow)


def test_a_style_survives_being_kept_and_nonsense_is_as_usual() -> None:
    style = ReadingStyle(PageColours.DARK, "Noto Sans", 17.5, 145, 72)
    words = style_words(style)
    assert style_from_words(lambda name: words[name]) == style

    assert style_from_words(lambda _name: "nonsense") == ReadingStyle(face="nonsense")
    assert style_from_words(lambda _name: "") == ReadingStyle()
    spoilt = style_from_words(lambda name: "nan" if name == "points" else "1e300")
    assert (spoilt.points, spoilt.leading, spoilt.measure) == (8, 220, 100)
