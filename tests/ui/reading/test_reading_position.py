"""An article is opened where it was left."""

from __future__ import annotations

import pytest

from desktop_app.services.library import Library
from desktop_app.ui.window.main_window import MainWindow
from tests.ui.conftest import AddArticle, Settle
from tests.ui.opening import open_article

LINES = [f"Paragraph {number} of a text, told at some length." for number in range(90)]
TEXT = "\n\n".join(LINES)


@pytest.fixture
def two(add_article: AddArticle, window: MainWindow, settle: Settle) -> tuple[int, int]:
    """A long article, shown, and another."""
    ids = add_article(TEXT, title="Long"), add_article("Short.", title="Short")
    open_article(window, ids[0], settle)
    return ids


def _scroll_to(window: MainWindow, words: str) -> None:
    browser = window.reader.browser
    browser.hold_place(browser.document().find(words).selectionStart())


def _top_line(window: MainWindow) -> str:
    browser = window.reader.browser
    return str(browser.document().findBlock(browser.place_at_top()).text())


def _go(window: MainWindow, article_id: int, settle: Settle) -> None:
    window.list_pane.view.choose(article_id)
    settle()


def test_an_article_is_opened_where_it_was_left(
    two: tuple[int, int], window: MainWindow, settle: Settle
) -> None:
    long, short = two
    _scroll_to(window, "Paragraph 41")

    _go(window, short, settle)
    assert window.reader.browser.verticalScrollBar().value() == 0
    _go(window, long, settle)

    assert _top_line(window) == LINES[41]


def test_the_place_is_kept_when_the_window_closes_and_is_no_act(
    two: tuple[int, int], window: MainWindow, settle: Settle, library: Library
) -> None:
    long, _ = two
    _scroll_to(window, "Paragraph 60")
    undoable = library.undo()

    window.close()
    settle()

    assert TEXT[library.reading.place(long, TEXT) :].startswith("Paragraph 60")
    assert undoable == library.redo()


def test_what_was_read_is_found_again_after_the_text_was_cleaned_anew(
    two: tuple[int, int], window: MainWindow, settle: Settle, library: Library
) -> None:
    long, short = two
    _scroll_to(window, "Paragraph 41")
    _go(window, short, settle)

    library.edit_markdown(long, "\n\n".join([*LINES[80:], *LINES[20:80]]))
    _go(window, long, settle)

    assert _top_line(window) == LINES[41]


def test_what_is_read_stays_at_the_top_when_the_text_is_edited_meanwhile(
    two: tuple[int, int], window: MainWindow, settle: Settle, library: Library
) -> None:
    long, _ = two
    _scroll_to(window, "Paragraph 41")

    library.edit_markdown(long, "\n\n".join(["New beginning."] * 9 + LINES))
    window.reader.show_article(long)
    settle()

    assert _top_line(window) == LINES[41]


def test_a_sentence_that_is_asked_for_comes_before_the_kept_place(
    two: tuple[int, int], window: MainWindow, settle: Settle
) -> None:
    long, short = two
    _scroll_to(window, "Paragraph 80")
    _go(window, short, settle)

    window.show_passage(long, LINES[11])
    settle()

    browser = window.reader.browser
    place = browser.cursorRect(browser.document().find(LINES[11]))
    assert 0 <= place.top() <= browser.viewport().height()


def test_an_article_left_at_its_beginning_is_opened_there(
    two: tuple[int, int], window: MainWindow, settle: Settle, library: Library
) -> None:
    long, short = two
    _scroll_to(window, "Paragraph 41")
    _go(window, short, settle)
    _go(window, long, settle)

    window.reader.browser.verticalScrollBar().setValue(0)
    _go(window, short, settle)

    assert library.reading.place(long, TEXT) == 0
