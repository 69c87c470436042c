"""The page of a dossier: ordered with mouse and keys, written in place, opened and come back to."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from desktop_app.core.dossier import DossierEntry, EntryKind
from desktop_app.services.library import Library
from desktop_app.ui.base.dragged_articles import ARTICLE_IDS_TYPE
from desktop_app.ui.base.notifier import Message
from desktop_app.ui.dossier.cover_dialog import CoverDialog
from desktop_app.ui.dossier.dossier_page import DossierPage
from desktop_app.ui.dossier.entry_delegate import read_heading
from desktop_app.ui.dossier.entry_model import EntryModel, told_of
from desktop_app.ui.dossier.excerpts_dialog import ExcerptsDialog
from desktop_app.ui.window.main_window import MainWindow
from tests.ui.conftest import AddArticle, Settle

pytestmark = pytest.mark.usefixtures("without_preview")
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def articles(add_article: AddArticle) -> list[int]:
    dates = ("2021-03-04", "2019", "2020")
    return [
        add_article(f"Some words of text {n}.", title=f"Title {n}", published=dates[n])
        for n in range(3)
    ]


@pytest.fixture
def page(window: MainWindow, library: Library, articles: list[int], settle: Settle) -> DossierPage:
    """“Paris” with a heading, the three articles, and a text."""
    dossier = library.dossiers.make("Paris")
    library.dossiers.add_heading(dossier, "How it began")
    library.dossiers.add_articles(dossier, articles)
    library.dossiers.add_text(dossier, "As *I* see it.")
    window.reload()
    window.list_pane.reload()
    settle()
    window.pages.show_dossier(dossier)
    settle()
    return window.pages.dossier_page


def told(page: DossierPage) -> list[str]:
    return [each.title or each.markdown for each in page.view.entries.entries]


def choose(page: DossierPage, *titles: str) -> None:
    flag = page.view.selectionModel().SelectionFlag
    rows = [told(page).index(title) for title in titles]
    first = page.view.entries.index(rows[0], 0)
    page.view.selectionModel().setCurrentIndex(first, flag.ClearAndSelect)
    for row in rows:
        page.view.selectionModel().select(page.view.entries.index(row, 0), flag.Select)


def drag(page: DossierPage, before: str) -> None:
    """Drop what is chosen just above an entry, as the mouse does."""
    view = page.view
    rect = view.visualRect(view.entries.index(told(page).index(before), 0))
    mime = view.entries.mimeData(view.selectedIndexes())  # the event doesn't hold it
    view.dropEvent(
        QDropEvent(
            QPointF(QPoint(40, rect.top() + 2)),
            Qt.DropAction.MoveAction,
            mime,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )


def test_the_page_shows_what_stands_in_the_dossier(page: DossierPage) -> None:
    assert told(page) == ["How it began", "Title 0", "Title 1", "Title 2", "As *I* see it."]
    assert page.title.text() == "Paris"
    assert page.words.text() == "3 articles · 5 entries · 22 words"


def test_entries_are_dragged_several_at_once(page: DossierPage, settle: Settle) -> None:
    choose(page, "Title 2", "As *I* see it.")

    drag(page, "Title 0")
    settle()

    assert told(page) == ["How it began", "Title 2", "As *I* see it.", "Title 0", "Title 1"]
    assert [each.title for each in page.view.chosen()] == ["Title 2", ""]


def test_alt_and_arrows_move_and_undo_brings_back(
    window: MainWindow, page: DossierPage, settle: Settle, qtbot: QtBot
) -> None:
    choose(page, "Title 0")
    page.view.setFocus()

    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Up):
        qtbot.keyClick(page.view, key, ALT)
        settle()
    assert told(page)[1:4] == ["Title 1", "Title 0", "Title 2"]

    window.acts.undo()
    settle()
    assert told(page)[1:4] == ["Title 1", "Title 2", "Title 0"]
    for _ in range(4):
        qtbot.keyClick(page.view, Qt.Key.Key_Up, ALT)
        settle()
    assert told(page)[0] == "Title 0"


def test_a_heading_is_written_below_the_cursor(
    window: MainWindow, page: DossierPage, settle: Settle, qtbot: QtBot
) -> None:
    choose(page, "Title 0")
    window.commands.action("dossier.heading").trigger()
    line = page.view.findChild(QLineEdit)
    assert isinstance(line, QLineEdit)

    qtbot.keyClicks(line, "## Later that year")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    settle()

    assert told(page)[2] == "Later that year"
    assert page.view.entries.entries[2].level == 2
    assert page.view.chosen() == [page.view.entries.entries[2]]


def test_text_is_written_in_place_over_several_lines(
    page: DossierPage, settle: Settle, qtbot: QtBot
) -> None:
    choose(page, "As *I* see it.")
    page.view.setFocus()
    qtbot.keyClick(page.view, Qt.Key.Key_Return)
    field = page.view.findChild(QPlainTextEdit)
    assert isinstance(field, QPlainTextEdit)
    assert field.toPlainText() == "As *I* see it."

    field.setPlainText("One")
    field.moveCursor(field.textCursor().MoveOperation.End)
    qtbot.keyClick(field, Qt.Key.Key_Return)
    qtbot.keyClicks(field, "two")
    qtbot.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle()

    assert told(page)[-1] == "One\ntwo"


def test_nothing_written_leaves_nothing(page: DossierPage, settle: Settle, qtbot: QtBot) -> None:
    before = told(page)
    page.add_text()
    field = page.view.findChild(QPlainTextEdit)
    assert isinstance(field, QPlainTextEdit)
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    settle()
    assert told(page) == before

    page.add_heading()
    qtbot.keyClick(page.view.findChild(QLineEdit), Qt.Key.Key_Return)
    settle()
    assert told(page) == before


def test_what_is_left_by_escape_can_be_put_in_after_all(
    page: DossierPage, messages: list[Message], settle: Settle, qtbot: QtBot
) -> None:
    choose(page, "Title 0")
    page.add_text()
    field = page.view.findChild(QPlainTextEdit)
    assert isinstance(field, QPlainTextEdit)
    qtbot.keyClicks(field, "An hour's work")
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    settle()

    assert "An hour's work" not in told(page)
    assert [each.title for each in page.view.chosen()] == ["Title 0"]
    assert messages[-1].offer is not None
    messages[-1].offer[1]()
    settle()

    assert told(page)[1:3] == ["Title 0", "An hour's work"]


def test_a_heading_can_come_above_all(page: DossierPage, settle: Settle, qtbot: QtBot) -> None:
    choose(page, "Title 1")
    qtbot.keyClick(page.view, Qt.Key.Key_Home)
    page.add_heading(above=True)
    line = page.view.findChild(QLineEdit)
    assert isinstance(line, QLineEdit)
    qtbot.keyClicks(line, "First of all")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    settle()
    assert told(page)[:2] == ["First of all", "How it began"]

    qtbot.keyClick(page.view, Qt.Key.Key_End)
    assert page.view.chosen() == [page.view.entries.entries[-1]]


def write(page: DossierPage, qtbot: QtBot, words: str) -> QPlainTextEdit:
    """Type into the field that is open, and wait until what is typed was kept."""
    # One that was closed just now is still there, but isn't shown.
    (field,) = (each for each in page.view.findChildren(QPlainTextEdit) if each.isVisible())
    qtbot.keyClicks(field, words)
    page.keep_writing()
    return field


def kept(library: Library, page: DossierPage) -> list[str]:
    return [each.markdown for each in library.dossiers.entries(page.dossier_id) if each.markdown]


def test_a_text_is_kept_while_it_is_written(
    window: MainWindow,
    page: DossierPage,
    library: Library,
    settle: Settle,
    qtbot: QtBot,
    messages: list[Message],
) -> None:
    page.add_text()
    write(page, qtbot, "Begun")
    field = write(page, qtbot, " and gone on")
    qtbot.waitUntil(lambda: "Begun and gone on" in kept(library, page))
    assert page.view.is_writing

    qtbot.keyClicks(field, ".")
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    settle()
    assert kept(library, page) == ["As *I* see it."]
    assert "Begun and gone on" not in told(page)

    assert messages[-1].offer is not None
    messages[-1].offer[1]()
    settle()
    assert "Begun and gone on." in told(page)


def test_a_changed_text_is_one_act_however_often_it_was_kept(
    window: MainWindow, page: DossierPage, library: Library, settle: Settle, qtbot: QtBot
) -> None:
    choose(page, "As *I* see it.")
    page.view.setFocus()
    qtbot.keyClick(page.view, Qt.Key.Key_F2)
    write(page, qtbot, " Or")
    qtbot.waitUntil(lambda: kept(library, page) == ["As *I* see it. Or"])
    field = write(page, qtbot, " not.")
    qtbot.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert told(page)[-1] == "As *I* see it. Or not."

    window.acts.undo()
    settle()

    assert told(page)[-1] == "As *I* see it."


def test_what_cant_be_kept_can_be_pasted(
    page: DossierPage, library: Library, settle: Settle, qtbot: QtBot, messages: list[Message]
) -> None:
    """Too long, or the dossier was deleted elsewhere."""
    page.add_text()
    field = page.view.findChild(QPlainTextEdit)
    assert isinstance(field, QPlainTextEdit)
    field.setPlainText("long " * 50_000)
    qtbot.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle()

    assert messages[-1].text == "The text is too long to be kept: it has 249,999 characters."
    assert "What you wrote is on the clipboard." in messages[-1].next_step
    assert QApplication.clipboard().text().strip() == ("long " * 50_000).strip()

    page.add_text()
    field = write(page, qtbot, "Lost?")
    library.dossiers.delete(page.dossier_id)
    qtbot.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert QApplication.clipboard().text() == "Lost?"


def test_what_changes_meanwhile_waits_for_what_is_being_written(
    page: DossierPage, library: Library, settle: Settle, qtbot: QtBot
) -> None:
    page.add_text()
    field = page.view.findChild(QPlainTextEdit)
    assert isinstance(field, QPlainTextEdit)
    qtbot.keyClicks(field, "mine")
    library.dossiers.add_heading(page.dossier_id, "From elsewhere")
    page.refresh()
    settle()
    assert "From elsewhere" not in told(page)

    qtbot.keyClick(field, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle()

    assert {"mine", "From elsewhere"} <= set(told(page))


def test_an_article_is_opened_and_come_back_from(
    window: MainWindow, page: DossierPage, articles: list[int], settle: Settle, qtbot: QtBot
) -> None:
    choose(page, "Title 1")
    page.view.setFocus()
    qtbot.keyClick(page.view, Qt.Key.Key_Return)
    settle()
    assert not window.pages.shows_dossier
    assert window.list_pane.view.current_id == articles[1]

    window.commands.action("go.back").trigger()
    settle()

    assert window.pages.shows_dossier
    assert page.view.chosen()[0].title == "Title 1"
    window.commands.action("go.back").trigger()
    assert not window.pages.shows_dossier


def test_del_takes_entries_out_and_leaves_the_list_alone(
    window: MainWindow,
    page: DossierPage,
    library: Library,
    articles: list[int],
    settle: Settle,
    qtbot: QtBot,
    messages: list[Message],
) -> None:
    window.list_pane.view.choose(articles[0])
    choose(page, "Title 1", "Title 2")
    page.view.setFocus()

    qtbot.keyClick(page.view, Qt.Key.Key_Delete)
    settle()

    assert told(page) == ["How it began", "Title 0", "As *I* see it."]
    assert library.trash_count() == 0
    assert messages[-1].text == "Took 2 entries out of the dossier."


def test_an_article_is_put_there_once_more_below_and_quoted_otherwise(
    window: MainWindow,
    page: DossierPage,
    library: Library,
    settle: Settle,
    messages: list[Message],
) -> None:
    choose(page, "Title 0", "Title 1")

    window.commands.action("dossier.again").trigger()
    settle()
    assert told(page)[1:] == [
        "Title 0",
        "Title 1",
        "Title 0",
        "Title 1",
        "Title 2",
        "As *I* see it.",
    ]
    assert messages[-1].text == "2 articles stand in the dossier once more."

    entries = library.dossiers.entries(page.dossier_id)
    library.dossiers.set_excerpts(entries[3].id, [])
    assert [each.excerpts for each in library.dossiers.entries(page.dossier_id)[1:4]] == [
        None,
        None,
        (),
    ]


def test_once_more_is_for_articles(
    window: MainWindow, page: DossierPage, settle: Settle, messages: list[Message]
) -> None:
    before = told(page)
    choose(page, "How it began")

    window.commands.action("dossier.again").trigger()
    settle()

    assert told(page) == before
    assert messages[-1].text == "Choose an article of the dossier first."


def test_ctrl_a_chooses_what_stands_there(
    window: MainWindow, page: DossierPage, qtbot: QtBot
) -> None:
    page.view.setFocus()
    qtbot.waitUntil(lambda: QApplication.focusWidget() is page.view)

    window.commands.action("edit.select-all").trigger()

    assert len(page.view.chosen()) == 5
    assert window.pages.shows_dossier


def test_by_date_each_section_is_ordered_and_nothing_is_moved_by_hand(
    page: DossierPage, settle: Settle, messages: list[Message], qtbot: QtBot
) -> None:
    page.order.setCurrentIndex(1)
    settle()
    by_date = ["How it began", "Title 1", "Title 2", "As *I* see it.", "Title 0"]
    assert told(page) == by_date

    choose(page, "Title 0")
    page.view.setFocus()
    qtbot.keyClick(page.view, Qt.Key.Key_Up, ALT)
    settle()
    assert told(page) == by_date
    assert "ordered by date" in messages[-1].text

    page.turn_order()
    settle()
    assert told(page)[1] == "Title 0"


def test_trashed_articles_and_gaps_are_shown_as_such(
    page: DossierPage, library: Library, articles: list[int], settle: Settle, qtbot: QtBot
) -> None:
    library.delete(articles[:2])
    page.refresh()
    settle()
    spoken = [
        page.view.entries.index(row, 0).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(5)
    ]
    assert "in the trash" in spoken[1]

    library.empty_trash()
    page.refresh()
    settle()
    gap = page.view.entries.index(1, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert gap == "Title 0, 4 March 2021 · deleted for good"
    page.view.open_at(page.view.entries.index(1, 0))
    assert page.isVisible()


def test_excerpts_are_chosen_among_the_highlights(
    page: DossierPage, library: Library, articles: list[int], settle: Settle
) -> None:
    early = library.highlights.add(articles[0], 0, 4)
    late = library.highlights.add(articles[0], 5, 10)
    settle()
    choose(page, "Title 0")
    page.choose_excerpts()
    settle()
    dialog = page.findChild(ExcerptsDialog)
    assert isinstance(dialog, ExcerptsDialog)
    assert dialog.whole.isChecked()

    dialog.list.item(1).setCheckState(Qt.CheckState.Unchecked)
    assert dialog.some.isChecked()
    assert dialog.chosen() == [early]
    dialog.accept()
    settle()

    assert page.view.entries.entries[1].excerpts == (early,)
    assert late not in (page.view.entries.entries[1].excerpts or ())


def test_the_cover_is_changed_in_one_act(
    window: MainWindow, page: DossierPage, library: Library, settle: Settle
) -> None:
    page.change_cover()
    dialog = window.findChild(CoverDialog)
    assert isinstance(dialog, CoverDialog)
    dialog.name.setText("Paris 1947")
    dialog.lines["author"].setText("Jane Roe")
    dialog.abstract.setPlainText("What *happened*.")
    dialog.act_button.click()
    settle()

    assert page.title.text() == "Paris 1947"
    assert page.told.text() == "Jane Roe"
    window.acts.undo()
    settle()
    assert (page.title.text(), page.told.isVisible()) == ("Paris", False)


def test_articles_of_a_dossier_can_be_dragged_to_other_places(
    page: DossierPage, articles: list[int]
) -> None:
    page.view.selectAll()
    mime = page.view.entries.mimeData(page.view.selectedIndexes())

    assert mime.data(ARTICLE_IDS_TYPE).toStdString() == ",".join(map(str, articles))


def test_the_menu_offers_what_can_be_done(page: DossierPage) -> None:
    choose(page, "Title 0")
    offered = [each.text().split("\t")[0] for each in page.menu().actions() if each.text()]
    assert {
        "Open the article",
        "Excerpts…",
        "Put it here once more",
        "Add to another dossier…",
    } <= set(offered)
    assert len(set(offered)) == len(offered)

    choose(page, "How it began")
    choose(page, "How it began")
    words = {each.text().split("\t")[0] for each in page.menu().actions()}
    assert "Level of the heading" in words
    assert "Excerpts…" not in words


def test_an_outlet_written_leftwards_leaves_the_date_in_one_piece() -> None:
    entry = DossierEntry(
        1, EntryKind.ARTICLE, "خبر", 1, published="2023-04-25", publisher="صحيفة الميناء"
    )

    assert told_of(entry) == "\u2068صحيفة الميناء\u2069 · \u206825 April 2023\u2069"


def test_only_what_changed_is_replaced(qtmodeltester: ModelTester) -> None:
    model = EntryModel()
    entries = [DossierEntry(n, EntryKind.TEXT, markdown=str(n)) for n in range(1, 6)]
    model.set_entries(entries)
    removed: list[tuple[int, int]] = []
    model.rowsRemoved.connect(lambda _parent, first, last: removed.append((first, last)))

    model.set_entries([entries[0], entries[2], entries[1], *entries[3:]])

    assert removed == [(1, 2)]
    assert [each.id for each in model.entries] == [1, 3, 2, 4, 5]
    qtmodeltester.check(model)


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("Words", (1, "Words")),
        ("### Words # two ", (3, "Words # two")),
        ("#tag", (1, "#tag")),
        ("##### deep", (1, "##### deep")),
        ("  ", (1, "")),
    ],
)
def test_marks_tell_the_level_of_a_heading(typed: str, read: tuple[int, str]) -> None:
    assert read_heading(typed) == read


def test_the_library_marks_what_stands_in_the_window(
    page: DossierPage, window: MainWindow, settle: Settle
) -> None:
    def marked() -> str:
        return str(window.library_pane.view.currentIndex().data())

    assert marked() == "Paris"

    window.pages.show_highlights()
    assert marked() == "All articles"

    window.pages.back()
    assert marked() == "Paris"

    window.focus_search()
    settle()
    assert marked() == "All articles"

    window.dossier_acts.make("Rome")
    settle()
    assert marked() == "Rome"


def test_a_search_in_a_dossier_that_is_not_there_is_said(
    page: DossierPage, window: MainWindow, settle: Settle
) -> None:
    window.set_query("in:rome OR in:paris")
    settle()

    assert window.list_pane.notes.isVisible()
    assert window.list_pane.notes.text() == "There is no dossier “rome”."
