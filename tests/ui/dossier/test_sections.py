"""Sections of a dossier: folded, moved as one, their headings made higher and lower."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from pytestqt.qtbot import QtBot

from desktop_app.core.dossier import EntryKind
from desktop_app.services.library import Library
from desktop_app.ui.dossier.dossier_page import DossierPage
from desktop_app.ui.window.main_window import MainWindow
from tests.ui.conftest import AddArticle, Settle

pytestmark = pytest.mark.usefixtures("without_preview")
ALT, SHIFT = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def page(
    window: MainWindow, library: Library, add_article: AddArticle, settle: Settle
) -> DossierPage:
    """Two sections with an article each, the first with one below it."""
    dossier = library.dossiers.make("Paris")
    for words, level in (("First", 1), ("Within", 2), ("Second", 1)):
        library.dossiers.add_heading(dossier, words, level)
        library.dossiers.add_articles(dossier, [add_article("Words.", title=f"Of {words}")])
    window.pages.show_dossier(dossier)
    settle()
    window.pages.dossier_page.view.setFocus()
    return window.pages.dossier_page


def told(page: DossierPage) -> list[str]:
    return [each.title for each in page.view.entries.entries]


def seen(page: DossierPage) -> list[str]:
    return [words for row, words in enumerate(told(page)) if not page.view.isRowHidden(row)]


def choose(page: DossierPage, title: str) -> None:
    page.view.put_cursor(told(page).index(title))


def test_left_folds_the_section_and_right_unfolds_it(page: DossierPage, qtbot: QtBot) -> None:
    choose(page, "Of Within")
    qtbot.keyClick(page.view, Qt.Key.Key_Left)
    assert page.view.chosen()[0].title == "Within"
    qtbot.keyClick(page.view, Qt.Key.Key_Left)
    assert seen(page) == ["First", "Of First", "Within", "Second", "Of Second"]

    choose(page, "First")
    qtbot.keyClick(page.view, Qt.Key.Key_Left)
    assert seen(page) == ["First", "Second", "Of Second"]
    qtbot.keyClick(page.view, Qt.Key.Key_Right)

    assert seen(page) == ["First", "Of First", "Within", "Second", "Of Second"]


def test_a_click_on_the_mark_folds(page: DossierPage, qtbot: QtBot) -> None:
    rect = page.view.visualRect(page.view.entries.index(told(page).index("Second"), 0))
    place = QPoint(rect.left() + 12, rect.center().y())

    qtbot.mouseClick(page.view.viewport(), Qt.MouseButton.LeftButton, pos=place)

    assert "Of Second" not in seen(page)


def test_a_folded_section_moves_as_one_past_whole_sections(
    page: DossierPage, settle: Settle, qtbot: QtBot
) -> None:
    choose(page, "First")
    qtbot.keyClick(page.view, Qt.Key.Key_Left)
    qtbot.keyClick(page.view, Qt.Key.Key_Down, ALT)
    settle()
    assert told(page) == ["Second", "Of Second", "First", "Of First", "Within", "Of Within"]
    assert seen(page) == ["Second", "Of Second", "First"]

    qtbot.keyClick(page.view, Qt.Key.Key_Up, ALT)
    settle()

    assert told(page)[:2] == ["First", "Of First"]


def test_a_folded_section_is_taken_out_whole_and_undone(
    window: MainWindow, page: DossierPage, settle: Settle, qtbot: QtBot
) -> None:
    choose(page, "First")
    qtbot.keyClick(page.view, Qt.Key.Key_Left)
    qtbot.keyClick(page.view, Qt.Key.Key_Delete)
    settle()
    assert told(page) == ["Second", "Of Second"]

    window.acts.undo()
    settle()

    assert len(told(page)) == 6


def test_all_sections_fold_and_a_sought_entry_unfolds_them(
    window: MainWindow, page: DossierPage
) -> None:
    window.commands.action("dossier.fold").trigger()
    assert seen(page) == ["First", "Second"]

    page.view.choose(page.view.entries.entries[3].id)

    assert page.view.chosen()[0].title == "Of Within"
    assert len(seen(page)) == 6


def test_alt_shift_and_arrows_change_the_level(
    page: DossierPage, settle: Settle, qtbot: QtBot
) -> None:
    def levels() -> list[int]:
        entries = page.view.entries.entries
        return [each.level for each in entries if each.kind is EntryKind.HEADING]

    page.view.selectAll()
    qtbot.keyClick(page.view, Qt.Key.Key_Right, ALT | SHIFT)
    settle()
    assert levels() == [2, 3, 2]

    for _ in range(2):
        qtbot.keyClick(page.view, Qt.Key.Key_Left, ALT | SHIFT)
        settle()

    assert levels() == [1, 1, 1]
