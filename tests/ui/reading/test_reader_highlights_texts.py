"""Highlights in texts of every kind: what was selected is kept, and painted where it stands."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QLabel

from desktop_app.core.article import Article
from desktop_app.core.highlight import Colour
from desktop_app.services.library import Library
from desktop_app.ui.base.notifier import Message
from desktop_app.ui.base.theme import theme
from desktop_app.ui.window.main_window import MainWindow
from tests.ui.conftest import AddArticle, Settle
from tests.ui.opening import open_article

Show = Callable[[str], Article]


@pytest.fixture
def show(add_article: AddArticle, window: MainWindow, settle: Settle, library: Library) -> Show:
    """Puts an article of this Markdown into the archive and shows it."""

    def put(markdown: str) -> Article:
        article_id = add_article(markdown, title="Title")
        open_article(window, article_id, settle)
        return library.article(article_id)

    return put


def _mark(window: MainWindow, first: str, last: str, settle: Settle) -> None:
    """Select from the first of some words to the end of the last of others, and press H."""
    browser = window.reader.browser
    cursor = browser.document().find(first)
    end = browser.document().find(last, cursor.selectionStart()).selectionEnd()
    cursor.setPosition(cursor.selectionStart())
    cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
    browser.setTextCursor(cursor)
    window.reader.highlights.mark_selection(Colour.GREEN)
    settle()


def _painted(window: MainWindow) -> list[str]:
    """The painted words; what parts the cells of a table is no blank in Qt."""
    ink = theme().highlight_ink(Colour.GREEN)
    return [
        " ".join(each.cursor.selectedText().replace("\ufffc", " ").split())
        for each in window.reader.browser.extraSelections()
        if each.format.background().color() == ink
    ]


@pytest.mark.parametrize(
    ("markdown", "first", "last", "kept"),
    [
        ("One two.\n\nThree four.", "two", "Three", "two.\n\nThree"),
        ("- apples\n- pears\n- plums", "pears", "plums", "pears\n\nplums"),
        ("> Said he.\n> Quietly.\n\nAfter.", "Quietly", "After", "Quietly.\n\nAfter"),
        (
            "| a | b |\n|---|---|\n| left | right |\n| up | down |",
            "right",
            "up",
            "left right\nup down",
        ),
        ("Say 😀🍇 twice 😀🍇 here 𝒳.", "twice", "here", "twice 😀🍇 here"),
        ("Say 😀🍇 twice 😀🍇 here 𝒳.", "🍇 here", "𝒳", "🍇 here 𝒳"),
        ("国家主席在北京会见了外宾。双方讨论了贸易。", "北京", "外宾", "北京会见了外宾"),
        ("قال الوزير إن المحادثات كانت مفيدة جدا.", "الوزير", "المحادثات", "الوزير إن المحادثات"),
        ("Some **bold *and* slanted** [linked](https://example.org) words.", "bold", "linked", ""),
        ("Code:\n\n```\nx = 1\ny = 2\n```\n\nEnd.", "x = 1", "y", "x = 1\ny"),
        ("The hall. The hall. The hall again. The hall.", "hall again", "again", "hall again"),
        ("e\u0301te\u0301 and más", "and", "más", "and más"),
    ],
)
def test_what_is_selected_is_kept_and_painted(
    window: MainWindow,
    library: Library,
    settle: Settle,
    show: Show,
    markdown: str,
    first: str,
    last: str,
    kept: str,
) -> None:
    article = show(markdown)

    _mark(window, first, last, settle)

    (highlight,) = library.article(article.id).highlights
    words = " ".join(highlight.quote.exact.split())
    assert words == " ".join((kept or "bold and slanted linked").split())
    (painted,) = _painted(window)
    assert painted.replace(" ", "") == words.replace(" ", "")


def test_highlights_may_overlap_and_lie_within_one_another(
    window: MainWindow, library: Library, settle: Settle, show: Show
) -> None:
    article = show("One two three four five six.")

    _mark(window, "two", "five", settle)
    _mark(window, "four", "six", settle)
    _mark(window, "three", "three", settle)

    assert sorted(_painted(window)) == ["four five six", "three", "two three four five"]
    assert len(library.article(article.id).highlights) == 3


def test_the_right_one_of_many_equal_passages_is_marked_and_stays(
    window: MainWindow, library: Library, settle: Settle, show: Show
) -> None:
    article = show("\n\n".join(f"Line {number}: the same words again." for number in range(50)))
    browser = window.reader.browser
    cursor = browser.document().find("same", browser.document().find("Line 31").selectionEnd())
    browser.setTextCursor(cursor)
    window.reader.highlights.mark_selection()
    settle()

    library.edit_markdown(article.id, f"Before.\n\n{article.clean.markdown}")

    changed = library.article(article.id)
    (highlight,) = changed.highlights
    assert changed.clean.text[: highlight.start].endswith("Line 31: the ")


def test_a_highlight_survives_paragraphs_in_another_order(
    window: MainWindow, library: Library, settle: Settle, show: Show
) -> None:
    parts = ["First of all.", "The talks were held in Geneva.", "It rained all day."]
    article = show("\n\n".join(parts))
    _mark(window, "talks were", "Geneva", settle)

    library.edit_markdown(article.id, "\n\n".join(reversed(parts)))
    window.reader.show_article(article.id)
    settle()

    assert _painted(window) == ["talks were held in Geneva"]


def test_an_orphan_is_attached_to_the_selected_words(
    window: MainWindow, library: Library, settle: Settle, show: Show, messages: list[Message]
) -> None:
    article = show("The talks were held in Geneva.")
    library.highlights.add_quote(article.id, "talks were held", colour=Colour.GREEN, note="where?")
    library.edit_markdown(article.id, "Nothing of that kind. They met elsewhere.")
    window.reader.show_article(article.id)
    settle()
    (orphan,) = library.article(article.id).highlights
    assert orphan.is_orphan
    label = window.reader.details.highlights.findChild(QLabel)
    assert isinstance(label, QLabel)
    assert "talks were held" in label.text()

    label.linkActivated.emit("attach")
    assert "Select in the text" in messages[-1].text
    window.reader.browser.setTextCursor(window.reader.browser.document().find("met elsewhere"))
    label.linkActivated.emit("attach")
    settle()

    (attached,) = library.article(article.id).highlights
    assert (attached.quote.exact, attached.note) == ("met elsewhere", "where?")
    assert _painted(window) == ["met elsewhere"]
    library.undo()
    assert library.article(article.id).highlights == (orphan,)
