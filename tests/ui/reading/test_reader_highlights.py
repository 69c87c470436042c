"""Highlights made, seen and changed in the reader."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCursor
from pytestqt.qtbot import QtBot

from desktop_app.core.highlight import Colour
from desktop_app.services.library import Library
from desktop_app.ui.base.theme import theme
from desktop_app.ui.window.main_window import MainWindow
from tests.ui.conftest import AddArticle, Settle
from tests.ui.opening import open_article

TEXT = "The hall is open to everybody.\n\nIt rained all day, and the hall was full."


@pytest.fixture
def shown(add_article: AddArticle, window: MainWindow, settle: Settle) -> int:
    article_id = add_article(TEXT, title="The hall")
    open_article(window, article_id, settle)
    return article_id


def _select(window: MainWindow, words: str) -> QTextCursor:
    browser = window.reader.browser
    found = browser.document().find(words)
    assert not found.isNull()
    browser.setTextCursor(found)
    browser.setFocus()
    return found


def _painted(window: MainWindow, colour: Colour) -> list[str]:
    return [
        ink.cursor.selectedText()
        for ink in window.reader.browser.extraSelections()
        if ink.format.background().color() == theme().highlight_ink(colour)
    ]


def test_the_key_marks_the_selected_words(
    window: MainWindow, library: Library, settle: Settle, shown: int, qtbot: QtBot
) -> None:
    _select(window, "rained all day")

    qtbot.keyClick(window.reader.browser, Qt.Key.Key_H)
    settle()

    (kept,) = library.article(shown).highlights
    assert kept.quote.exact == "rained all day"
    assert kept.colour is Colour.YELLOW
    assert _painted(window, Colour.YELLOW) == ["rained all day"]


def _drag_over(window: MainWindow, words: str, qtbot: QtBot) -> None:
    browser = window.reader.browser
    found = browser.document().find(words)
    found.setPosition(found.selectionStart())
    start = browser.cursorRect(found).center()
    found = browser.document().find(words)
    found.setPosition(found.selectionEnd())
    end = browser.cursorRect(found).center()
    viewport = browser.viewport()
    qtbot.mousePress(viewport, Qt.MouseButton.LeftButton, pos=start)
    qtbot.mouseMove(viewport, (start + end) / 2)
    qtbot.mouseMove(viewport, end)
    qtbot.mouseRelease(viewport, Qt.MouseButton.LeftButton, pos=end)


def test_a_mouse_selection_opens_the_bar_and_a_colour_is_chosen_there(
    window: MainWindow, library: Library, settle: Settle, shown: int, qtbot: QtBot
) -> None:
    _drag_over(window, "rained all day", qtbot)
    bar = window.reader.highlights.bar
    assert bar.isVisible()

    qtbot.mouseClick(bar.swatches[Colour.GREEN], Qt.MouseButton.LeftButton)
    settle()

    (kept,) = library.article(shown).highlights
    assert (kept.quote.exact, kept.colour) == ("rained all day", Colour.GREEN)
    assert not bar.isVisible()


def test_a_colour_of_what_the_mouse_selected_is_chosen_by_number(
    window: MainWindow, library: Library, settle: Settle, shown: int, qtbot: QtBot
) -> None:
    _drag_over(window, "rained all day", qtbot)

    focused = window.focusWidget()
    assert focused is not None
    qtbot.keyClick(focused, Qt.Key.Key_2)
    settle()

    (kept,) = library.article(shown).highlights
    assert (kept.quote.exact, kept.colour) == ("rained all day", Colour.GREEN)
    assert not window.reader.highlights.bar.isVisible()


def test_escape_closes_the_bar_over_what_the_mouse_selected(
    window: MainWindow, shown: int, qtbot: QtBot
) -> None:
    _drag_over(window, "rained all day", qtbot)

    qtbot.keyClick(window.reader.browser, Qt.Key.Key_Escape)

    assert not window.reader.highlights.bar.isVisible()


def test_a_note_is_gone_on_with_at_its_end_and_left_into_the_text(
    window: MainWindow, library: Library, settle: Settle, shown: int, qtbot: QtBot
) -> None:
    library.highlights.add_quote(shown, "rained all day", note="Wet")
    window.reader.show_article(shown)
    settle()
    _click(window, "rained", qtbot)
    bar = window.reader.highlights.bar
    qtbot.keyClick(bar, Qt.Key.Key_N)
    qtbot.keyClicks(bar.note, ", very")

    qtbot.keyClick(bar.note, Qt.Key.Key_Escape)
    settle()

    assert library.article(shown).highlights[0].note == "Wet, very"
    assert window.reader.browser.hasFocus()


def test_a_colour_of_what_the_keyboard_selected_is_chosen_by_number(
    window: MainWindow, library: Library, settle: Settle, shown: int, qtbot: QtBot
) -> None:
    _select(window, "rained all day")

    qtbot.keyClick(window.reader.browser, Qt.Key.Key_3)
    settle()

    (kept,) = library.article(shown).highlights
    assert (kept.quote.exact, kept.colour) == ("rained all day", Colour.BLUE)


def test_a_number_recolours_the_highlight_at_the_cursor(
    window: MainWindow, library: Library, settle: Settle, shown: int, qtbot: QtBot
) -> None:
    library.highlights.add_quote(shown, "rained all day", note="wet")
    window.reader.show_article(shown)
    settle()
    cursor = _select(window, "rained")
    cursor.clearSelection()
    window.reader.browser.setTextCursor(cursor)

    qtbot.keyClick(window.reader.browser, Qt.Key.Key_4)
    settle()

    (kept,) = library.article(shown).highlights
    assert (kept.quote.exact, kept.colour, kept.note) == ("rained all day", Colour.PINK, "wet")


@pytest.mark.parametrize("key", [Qt.Key.Key_Delete, Qt.Key.Key_Backspace])
def test_del_takes_the_highlight_away_whose_bar_is_open_and_not_the_article(
    window: MainWindow,
    library: Library,
    settle: Settle,
    shown: int,
    qtbot: QtBot,
    key: Qt.Key,
) -> None:
    library.highlights.add_quote(shown, "rained all day")
    window.reader.show_article(shown)
    settle()

    _click(window, "rained", qtbot)
    focused = window.focusWidget()
    assert focused is not None
    qtbot.keyClick(focused, key)
    settle()

    assert library.article(shown).highlights == ()
    assert not library.article(shown).deleted


def test_n_writes_the_note_on_the_highlight_whose_bar_is_open(
    window: MainWindow, library: Library, settle: Settle, shown: int, qtbot: QtBot
) -> None:
    library.highlights.add_quote(shown, "rained all day")
    window.reader.show_article(shown)
    settle()

    _click(window, "rained", qtbot)
    focused = window.focusWidget()
    assert focused is not None
    qtbot.keyClick(focused, Qt.Key.Key_N)

    assert window.reader.highlights.bar.note.hasFocus()


def _click(window: MainWindow, words: str, qtbot: QtBot) -> None:
    browser = window.reader.browser
    cursor = browser.document().find(words)
    cursor.setPosition(cursor.selectionStart() + 2)
    place = browser.cursorRect(cursor).center()
    qtbot.mouseClick(browser.viewport(), Qt.MouseButton.LeftButton, pos=place + QPoint(1, 0))


def test_a_click_on_a_highlight_changes_its_colour_and_note_and_takes_it_away(
    window: MainWindow, library: Library, settle: Settle, shown: int, qtbot: QtBot
) -> None:
    library.highlights.add_quote(shown, "rained all day")
    window.reader.show_article(shown)
    settle()
    bar = window.reader.highlights.bar

    _click(window, "rained", qtbot)
    assert bar.isVisible()
    qtbot.keyClick(bar, Qt.Key.Key_4)
    settle()
    assert _painted(window, Colour.PINK) == ["rained all day"]

    _click(window, "rained", qtbot)
    qtbot.keyClick(bar, Qt.Key.Key_N)
    qtbot.keyClicks(bar.note, "wet")
    qtbot.keyClick(bar.note, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert library.article(shown).highlights[0].note == "wet"

    _click(window, "rained", qtbot)
    assert bar.note.toPlainText() == "wet"
    qtbot.mouseClick(bar.remove_button, Qt.MouseButton.LeftButton)
    settle()
    assert library.article(shown).highlights == ()
    window.acts.undo()
    settle()
    assert library.article(shown).highlights[0].note == "wet"


def test_a_note_begun_on_a_selection_makes_a_highlight(
    window: MainWindow, library: Library, settle: Settle, shown: int, qtbot: QtBot
) -> None:
    _select(window, "hall was full")

    qtbot.keyClick(window.reader.browser, Qt.Key.Key_H, Qt.KeyboardModifier.ShiftModifier)
    bar = window.reader.highlights.bar
    qtbot.keyClicks(bar.note, "how many?")
    qtbot.keyClick(bar.note, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle()

    (kept,) = library.article(shown).highlights
    assert (kept.quote.exact, kept.note) == ("hall was full", "how many?")


def test_a_highlight_is_painted_where_its_words_are_after_an_edit(
    window: MainWindow, library: Library, settle: Settle, shown: int
) -> None:
    library.highlights.add_quote(shown, "hall was full")
    library.edit_markdown(shown, f"A new beginning.\n\n{TEXT}")
    window.reader.show_article(shown)
    settle()

    assert _painted(window, Colour.YELLOW) == ["hall was full"]


def test_without_a_selection_the_key_says_what_to_do(
    window: MainWindow, settle: Settle, shown: int, messages: list[object]
) -> None:
    window.reader.highlights.mark_selection()

    assert "Select some words" in str(messages[-1])


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        ("erybo", "everybody"),  # within a word
        ("ained all d", "rained all day"),
        (" hall ", "hall"),
        ("full.", "full."),
    ],
)
def test_the_mouse_takes_whole_words(
    window: MainWindow, library: Library, settle: Settle, shown: int, words: str, kept: str
) -> None:
    _select(window, words)
    window.reader.browser.passage_selected.emit()

    window.reader.highlights.bar.colour_chosen.emit(Colour.GREEN)
    settle()

    (made,) = library.article(shown).highlights
    assert made.quote.exact == kept


def test_the_key_takes_whole_words_of_what_the_mouse_selected(
    window: MainWindow, library: Library, settle: Settle, shown: int, qtbot: QtBot
) -> None:
    _select(window, "ained all d")
    window.reader.browser.passage_selected.emit()

    qtbot.keyClick(window.reader.browser, Qt.Key.Key_H)
    settle()

    (made,) = library.article(shown).highlights
    assert made.quote.exact == "rained all day"


def test_scripts_without_blanks_between_words_are_taken_as_selected(
    add_article: AddArticle, window: MainWindow, library: Library, settle: Settle
) -> None:
    article_id = add_article("昨日の会議で新しい条約が署名された。", title="The hall")
    open_article(window, article_id, settle)
    _select(window, "新しい条約")
    window.reader.browser.passage_selected.emit()

    window.reader.highlights.bar.colour_chosen.emit(Colour.GREEN)
    settle()

    (made,) = library.article(article_id).highlights
    assert made.quote.exact == "新しい条約"
