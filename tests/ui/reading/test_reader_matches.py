"""What was searched for, marked in list and text, and gone through with F3 in the real window."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from desktop_app.core.word_matches import FoundText
from desktop_app.ui.article_list.article_list_model import ArticleRole
from desktop_app.ui.window.main_window import MainWindow
from tests.ui.conftest import AddArticle, Settle


@pytest.fixture
def reading(add_article: AddArticle, window: MainWindow, settle: Settle) -> None:
    """The reader shows an article with the searched word four times, once in its title."""
    filler = "\n\n".join(["Nothing of the kind is told here, at some length."] * 40)
    add_article(f"Bread 🍞 rises.\n\n{filler}\n\nBREAD again, and bread.", title="On bread")
    window.reload()
    window.list_pane.set_query("bread")
    settle()
    window.list_pane.view.step(0)
    settle()


def marked(window: MainWindow) -> list[str]:
    return [each.cursor.selectedText() for each in window.reader.browser.extraSelections()]


@pytest.mark.usefixtures("reading")
def test_f3_goes_from_match_to_match_and_says_which(window: MainWindow) -> None:
    bar = window.reader.matches.bar
    assert marked(window) == ["bread", "Bread", "BREAD", "bread"]
    assert (bar.isVisible(), bar.label.text()) == (True, "4 matches")

    window.commands.action("go.next-match").trigger()
    assert bar.label.text() == "1 of 4"

    top = window.reader.browser.verticalScrollBar().value()
    window.commands.action("go.previous-match").trigger()
    assert bar.label.text() == "4 of 4"
    assert window.reader.browser.verticalScrollBar().value() > top

    bar.next_button.click()
    assert bar.label.text() == "1 of 4"


def test_f3_goes_on_into_the_next_article_and_back(
    add_article: AddArticle, window: MainWindow, settle: Settle
) -> None:
    add_article("Bread and bread.", title="Older", published="2020-01-01")
    add_article("No word in the text.", title="Between", published="2020-01-02", note="bread")
    add_article("Bread is dear.", title="Newer", published="2020-01-03")
    window.reload()
    window.list_pane.set_query("bread")
    settle()

    def press(name: str) -> tuple[str, str]:
        window.commands.action(name).trigger()
        settle()
        article = window.reader.article
        assert article is not None
        return str(article.clean.title), window.reader.matches.bar.label.text()

    next_match, previous_match = "go.next-match", "go.previous-match"
    assert press(next_match) == ("Newer", "1 of 1")
    assert press(next_match)[0] == "Between"
    assert press(next_match) == ("Older", "1 of 2")
    assert press(next_match) == ("Older", "2 of 2")
    assert press(next_match) == ("Older", "1 of 2")  # behind the last article is none
    assert press(previous_match)[0] == "Between"
    assert press(previous_match) == ("Newer", "1 of 1")


@pytest.mark.usefixtures("reading")
def test_the_first_match_is_sought_from_where_one_reads(window: MainWindow) -> None:
    bar = window.reader.browser.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)

    window.commands.action("go.next-match").trigger()

    assert window.reader.matches.bar.label.text() == "3 of 4"


@pytest.mark.usefixtures("reading")
def test_marks_go_with_the_search(window: MainWindow, settle: Settle) -> None:
    window.list_pane.set_query("")
    settle()

    assert marked(window) == []
    assert not window.reader.matches.bar.isVisible()

    window.commands.action("go.next-match").trigger()
    assert marked(window) == []


@pytest.mark.usefixtures("reading")
def test_the_row_tells_where_the_word_stands(
    window: MainWindow, settle: Settle, qtbot: QtBot
) -> None:
    index = window.list_pane.model.index(0, 0)
    qtbot.waitUntil(lambda: index.data(ArticleRole.FOUND) is not None, timeout=5_000)
    found = index.data(ArticleRole.FOUND)

    assert isinstance(found, FoundText)
    assert [found.text[start:end] for start, end in found.spans] == ["BREAD", "bread"]
