"""Tags are suggested beside the text, and taken by a click."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from desktop_app.services.library import Library
from desktop_app.ui.window.main_window import MainWindow
from tests.ui.conftest import AddArticle, Settle


@pytest.fixture
def untagged(library: Library, add_article: AddArticle) -> int:
    """An article of the Post, whose other articles are mostly about grain."""
    for number in range(3):
        add_article(f"Wheat {number}.", publisher="Post", tags=("trade/grain",), title="Prices")
    for number in range(9):
        add_article(f"Other {number}.", publisher="Mail", tags=("art",), title=f"Painting {number}")
    return add_article("More wheat.", publisher="Post", title="Untitled")


def offered(window: MainWindow) -> list[QToolButton]:
    return window.reader.details.tags.suggestions.findChildren(QToolButton)


def test_a_suggested_tag_is_taken_by_a_click_and_undone(
    window: MainWindow, library: Library, untagged: int, settle: Settle
) -> None:
    window.list_pane.reload()
    window.show_article(untagged)
    settle()
    settle()
    (chip,) = offered(window)
    assert chip.text() == "trade/grain"
    assert chip.toolTip() == "Suggested: on 3 of 3 articles from Post"

    chip.click()
    settle()
    settle()

    assert library.article(untagged).tags == ("trade/grain",)
    assert offered(window) == []
    window.acts.undo()
    settle()
    assert library.article(untagged).tags == ()


def test_a_suggested_tag_is_taken_by_keys(
    window: MainWindow, library: Library, untagged: int, settle: Settle, qtbot: QtBot
) -> None:
    window.list_pane.reload()
    window.show_article(untagged)
    settle()
    settle()

    window.commands.action("article.suggested-tags").trigger()
    (chip,) = offered(window)
    assert chip.hasFocus()
    qtbot.keyClick(chip, Qt.Key.Key_Return)
    settle()
    settle()

    assert library.article(untagged).tags == ("trade/grain",)
    assert window.reader.details.tags.line.hasFocus()
    qtbot.keyClick(window.reader.details.tags.line, Qt.Key.Key_Escape)
    assert window.reader.browser.hasFocus()


def test_arrow_keys_lead_from_the_line_to_the_suggestions_and_back(
    window: MainWindow, untagged: int, settle: Settle, qtbot: QtBot
) -> None:
    window.list_pane.reload()
    window.show_article(untagged)
    settle()
    settle()
    line = window.reader.details.tags.line
    line.setFocus()

    qtbot.keyClick(line, Qt.Key.Key_Down)
    (chip,) = offered(window)
    assert chip.hasFocus()

    qtbot.keyClick(chip, Qt.Key.Key_Left)
    assert line.hasFocus()


def test_a_tag_begun_for_one_article_is_not_left_for_the_next(
    window: MainWindow, untagged: int, settle: Settle, qtbot: QtBot
) -> None:
    window.list_pane.reload()
    window.show_article(untagged)
    settle()
    line = window.reader.details.tags.line
    line.setText("dipl")

    window.list_pane.view.step(1)
    settle()

    assert line.text() == ""


def test_the_trash_has_no_say(
    window: MainWindow, library: Library, untagged: int, settle: Settle
) -> None:
    library.delete(list(library.search("tag:trade").ids))

    assert library.tagging.suggestions(untagged) == []


def test_rare_words_have_a_say(library: Library, add_article: AddArticle) -> None:
    for number in range(2):
        add_article(
            f"A {number}.", tags=("zeppelin",), title=f"Zeppelins over Friedrichshafen {number}"
        )
    add_article("Nothing.", tags=("other",), title="Bread")
    last = add_article("Z.", title="At Friedrichshafen again")

    (suggestion,) = library.tagging.suggestions(last)

    assert suggestion.path == "zeppelin"
    assert suggestion.reason == "on 2 of 2 articles with the word “friedrichshafen”"
