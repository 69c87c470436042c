"""All highlights on one page: found, opened, copied, exported, taken away."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from desktop_app.core.highlight import Colour
from desktop_app.services.library import Library
from desktop_app.ui.dossier.choose_dossier_dialog import ChooseDossierDialog
from desktop_app.ui.reading.highlights_page import HighlightsPage
from desktop_app.ui.window.main_window import MainWindow
from tests.ui.conftest import AddArticle, Settle

AGAIN = "\n\n".join(f"Line {number}: the same words again." for number in range(60))


@pytest.fixture
def page(
    add_article: AddArticle, window: MainWindow, library: Library, settle: Settle
) -> HighlightsPage:
    """The page, with a highlight in each of three articles; "Lines" has it far down."""
    talks = add_article(
        "Mary Shelley spoke of talks.", title="Talks", tags=("war",), publisher="The Times"
    )
    library.highlights.add_quote(talks, "talks", colour=Colour.GREEN, note="why?")
    rain = add_article("It rained.", title="Rain", published="1851-05-01")
    library.highlights.add_quote(rain, "rained")
    lines = add_article(AGAIN, title="Lines")
    start = AGAIN.index("same", AGAIN.index("Line 41"))
    library.highlights.add(lines, start, start + len("same words"))
    window.reload()
    window.list_pane.reload()
    settle()
    window.commands.action("go.highlights").trigger()
    settle()
    found = window.findChild(HighlightsPage)
    assert isinstance(found, HighlightsPage)
    return found


def _quotes(page: HighlightsPage) -> list[str]:
    return [each.highlight.quote.exact for each in page.list.highlights.highlights]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("", ["same words", "rained", "talks"]),
        ("why", ["talks"]),
        ("tag:war", ["talks"]),
        ("has:highlight note:why", ["talks"]),
        ("note:talks", []),
        ('note:"why?" talks', ["talks"]),
        ("has:note", ["talks"]),
        ("-tag:war words", ["same words"]),
        ('person:"Mary Shelley"', ["talks"]),
        ("published:1851", ["rained"]),
        ("tag:war rained", []),
    ],
)
def test_highlights_are_found_by_words_and_by_what_their_articles_have(
    page: HighlightsPage, settle: Settle, typed: str, found: list[str]
) -> None:
    page.field.setText(typed)
    settle()

    assert _quotes(page) == found
    assert page.words.text().startswith(str(len(found)))


def test_colours_narrow_it(page: HighlightsPage, settle: Settle) -> None:
    page.swatches[Colour.GREEN].click()
    settle()

    assert _quotes(page) == ["talks"]


def test_the_article_is_opened_at_this_highlight_not_at_equal_words(
    page: HighlightsPage, window: MainWindow, settle: Settle, qtbot: QtBot
) -> None:
    page.list.setCurrentIndex(page.list.highlights.index(0))
    qtbot.keyClick(page.list, Qt.Key.Key_Return)
    settle()

    marks = window.reader.browser.extraSelections()
    assert {mark.cursor.selectedText() for mark in marks} == {"same words"}
    assert {mark.cursor.block().text()[:8] for mark in marks} == {"Line 41:"}
    assert window.reader.browser.verticalScrollBar().value() > 500


def _choose(page: HighlightsPage, *rows: int) -> None:
    for row in rows:
        page.list.selectionModel().select(
            page.list.highlights.index(row), QItemSelectionModel.SelectionFlag.Select
        )


def test_several_are_copied_with_their_sources(page: HighlightsPage, qtbot: QtBot) -> None:
    _choose(page, 1, 2)
    qtbot.keyClick(page.list, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)

    assert QGuiApplication.clipboard().text() == (
        "“rained” (Rain, 1 May 1851)\n\n“talks” (The Times, Talks, undated)\nwhy?"
    )


def test_several_are_exported_with_their_sources(
    page: HighlightsPage, settle: Settle, tmp_path: Path
) -> None:
    _choose(page, 1, 2)
    page.export(page.list.chosen(), tmp_path / "highlights.md")
    settle()

    written = (tmp_path / "highlights.md").read_text(encoding="utf-8")
    assert written == (
        "## Rain\n\n1851-05-01\n\n> rained\n\n*Yellow*\n\n"
        "## Talks\n\nThe Times\n\n> talks\n\n*Green*: why?\n"
    )


def test_several_are_taken_away_and_brought_back_by_one_undo(
    page: HighlightsPage, settle: Settle, qtbot: QtBot, library: Library
) -> None:
    _choose(page, 0, 1)
    qtbot.keyClick(page.list, Qt.Key.Key_Delete)
    settle()
    settle()
    assert _quotes(page) == ["talks"]

    library.undo()

    assert library.highlights.count() == 3


def test_the_articles_of_several_highlights_go_into_a_dossier(
    window: MainWindow, library: Library, add_article: AddArticle, settle: Settle, qtbot: QtBot
) -> None:
    ids = [add_article(f"Some words {number}.", title=f"Title {number}") for number in range(3)]
    for article_id in (*ids, ids[0]):
        library.highlights.add(article_id, 0, 4)
    dossier = library.dossiers.make("Marked")
    window.pages.show_highlights()
    settle()
    page = window.findChild(HighlightsPage)
    assert isinstance(page, HighlightsPage)
    page.list.setFocus()
    page.list.selectAll()
    assert sorted(page.list.article_ids()) == ids
    first = page.list.model().index(0, 0)
    assert first.flags() & Qt.ItemFlag.ItemIsDragEnabled
    words = [each.text() for each in page.list.menu_of(first).actions()]
    assert "Add these 3 articles to a dossier…" in words

    qtbot.keyClick(page.list, Qt.Key.Key_D)
    settle()
    dialog = window.findChild(ChooseDossierDialog)
    assert isinstance(dialog, ChooseDossierDialog)
    dialog.accept()
    settle()

    assert library.dossiers.get(dossier).articles == 3
