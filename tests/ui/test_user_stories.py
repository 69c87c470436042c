"""Ten stories of a researcher at work, each from her first key to what she has in the end.

They go through the real window on the sample archive by keys, clicks and commands; what each part
does beyond them is told in the tests of that part.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel, QPoint, Qt, QUrl
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from desktop_app.core.highlight import Colour
from desktop_app.services.base.settings import Settings
from desktop_app.services.library import Library
from desktop_app.ui.base.task_runner import TaskRunner
from desktop_app.ui.clipping.capture_sheet import CaptureSheet
from desktop_app.ui.finding.saved_search_dialog import SavedSearchDialog
from desktop_app.ui.library.library_places import PlaceKind
from desktop_app.ui.people.person_dialogs import RenamePersonDialog
from desktop_app.ui.people.person_page import PersonPage
from desktop_app.ui.tags.tag_choice_dialog import TagChoiceDialog
from desktop_app.ui.window.main_window import MainWindow
from tests.ui.conftest import Settle


@pytest.fixture(autouse=True)
def sample(library: Library, window: MainWindow, settle: Settle) -> None:
    """The sample archive in the shown window."""
    library.load_sample()
    window.reload()
    window.list_pane.reload()
    settle()


def titles(window: MainWindow, library: Library) -> list[str]:
    return [row.title for row in library.rows(window.list_pane.model.ids)]


def type_query(window: MainWindow, qtbot: QtBot, query: str) -> None:
    """Put the cursor into the field and type in place of what was there."""
    window.commands.action("edit.find").trigger()
    qtbot.keyClicks(window.list_pane.search, query)


def read_first(window: MainWindow, settle: Settle) -> int:
    """Go to the first row of the list; gives the article that the reader shows then."""
    window.list_pane.view.setFocus()
    window.list_pane.view.choose(window.list_pane.model.ids[0])
    settle()
    article = window.reader.article
    assert article is not None
    return article.id


def select_words(window: MainWindow, words: str) -> None:
    found = window.reader.browser.document().find(words)
    assert not found.isNull()
    window.reader.browser.setTextCursor(found)
    window.reader.browser.setFocus()


def test_she_finds_a_sentence_marks_it_and_meets_it_among_all_highlights(
    window: MainWindow, library: Library, settle: Settle, qtbot: QtBot
) -> None:
    type_query(window, qtbot, "coffin")
    settle()
    article_id = read_first(window, settle)

    select_words(window, "more than three hundred thousand people")
    qtbot.keyClick(window.reader.browser, Qt.Key.Key_H)
    settle()
    type_query(window, qtbot, "has:highlight")
    settle()
    assert titles(window, library) == ["The world follows Churchill to St Paul's"]

    window.commands.action("go.highlights").trigger()
    settle()
    (kept,) = library.highlights.list()
    assert kept.article_title == library.article(article_id).clean.title
    assert kept.highlight.colour is Colour.YELLOW
    assert kept.highlight.quote.exact == "more than three hundred thousand people"


def test_her_saved_search_grows_with_the_archive(
    window: MainWindow,
    library: Library,
    settle: Settle,
    qtbot: QtBot,
) -> None:
    type_query(window, qtbot, "tag:france/dreyfus")
    settle()
    window.list_pane.save_button.click()
    dialog = window.findChild(SavedSearchDialog)
    qtbot.keyClicks(dialog.name, "Dreyfus")
    dialog.act_button.click()
    settle()

    type_query(window, qtbot, "Zola")
    settle()
    others = [each for each in window.list_pane.model.ids if library.article(each).tags]
    window.acts.add_tags(others, ["france/dreyfus"])
    settle()
    place = window.library_pane.model.find(PlaceKind.SAVED_SEARCH, "1")
    window.library_pane.view.setCurrentIndex(place)
    settle()

    assert window.list_pane.heading.text() == "Dreyfus"
    assert len(window.list_pane.model.ids) == library.count("tag:france/dreyfus") >= 2


def test_she_completes_a_name_and_leaves_it_out_by_its_chip(
    window: MainWindow, library: Library, settle: Settle, qtbot: QtBot
) -> None:
    type_query(window, qtbot, "person:bisma")
    settle()
    qtbot.keyClick(window.list_pane.search, Qt.Key.Key_Down)
    qtbot.keyClick(window.list_pane.search, Qt.Key.Key_Return)
    settle()
    named = set(window.list_pane.model.ids)
    assert len(named) == library.count('person:"Otto von Bismarck"') > 0

    (chip,) = window.list_pane.aids.chips.chips
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton, pos=QPoint(10, 10))
    settle()

    assert not named & set(window.list_pane.model.ids)
    assert len(named) + len(window.list_pane.model.ids) == library.count("")


def test_she_goes_from_a_name_in_the_text_to_the_person_and_renames_him(
    window: MainWindow, library: Library, settle: Settle, qtbot: QtBot
) -> None:
    type_query(window, qtbot, "title:Colombey")
    settle()
    read_first(window, settle)
    (person,) = library.people.find(text="Adenauer")
    window.reader.browser.anchorClicked.emit(QUrl(f"person:{person.id}"))
    settle()
    page = window.findChild(PersonPage)
    assert isinstance(page, PersonPage)
    assert page.isVisible()
    page.acts.rename()
    dialog = page.findChild(RenamePersonDialog)
    assert isinstance(dialog, RenamePersonDialog)
    dialog.line.setText("Konrad Hermann Joseph Adenauer")
    dialog.act_button.click()
    settle()
    window.set_query('person:"Konrad Hermann Joseph Adenauer"')
    settle()
    assert len(window.list_pane.model.ids) == person.articles
    window.set_query('person:"Konrad Adenauer"')
    settle()
    assert len(window.list_pane.model.ids) == person.articles, "the old name is an alias"


def test_she_tags_several_articles_and_takes_it_back_after_a_restart(
    window: MainWindow, library: Library, settings: Settings, settle: Settle, qtbot: QtBot
) -> None:
    type_query(window, qtbot, "person:Nansen")
    settle()
    chosen = list(window.list_pane.model.ids)
    assert len(chosen) >= 2
    before = [library.article(each).tags for each in chosen]
    window.list_pane.view.setFocus()
    window.list_pane.view.selectAll()
    window.commands.action("article.tag").trigger()
    settle()
    dialog = window.findChild(TagChoiceDialog)
    assert isinstance(dialog, TagChoiceDialog)
    qtbot.keyClicks(dialog.filter, "norway/explorers")
    qtbot.keyClick(dialog.filter, Qt.Key.Key_Return)
    dialog.act_button.click()
    settle()
    assert library.count("tag:norway") == len(chosen)

    restarted = Library(settings)
    restarted.undo()
    assert [restarted.article(each).tags for each in chosen] == before
    restarted.close()


def test_she_narrows_by_dragging_over_the_years_and_widens_again(
    window: MainWindow, library: Library, settle: Settle, qtbot: QtBot
) -> None:
    strip = window.list_pane.timeline.strip
    qtbot.waitUntil(lambda: len(strip.bars()) > 1, timeout=10_000)
    middle = QPoint(strip.width() // 2, 20)
    qtbot.mousePress(strip, Qt.MouseButton.LeftButton, pos=middle)
    qtbot.mouseMove(strip, strip.rect().topRight())
    qtbot.mouseRelease(strip, Qt.MouseButton.LeftButton, pos=strip.rect().topRight())
    total = library.count("")
    qtbot.waitUntil(lambda: 0 < len(window.list_pane.model.ids) < total, timeout=10_000)
    found = library.rows(window.list_pane.model.ids)
    assert all(row.published is not None and row.published > "1900" for row in found)

    window.list_pane.timeline.all_dates.click()
    qtbot.waitUntil(lambda: len(window.list_pane.model.ids) == total, timeout=10_000)


def test_she_pastes_an_article_and_finds_it_with_its_people_and_dates(
    window: MainWindow, library: Library, settle: Settle, tasks: TaskRunner, qtbot: QtBot
) -> None:
    QGuiApplication.clipboard().setText(
        "Harbour of Narvik freezes over\n\nBy Jane Roe\n12 January 1893\n\n"
        "NARVIK — The harbour froze over on Tuesday, said the mayor, Per Hansen, for the first "
        "time since 1871. Fishing boats were caught in the ice before dawn, and some forty men "
        "walked ashore.\n\nMr Hansen has asked for a steamer from Tromsø, which may come next "
        "week. The price of coal has doubled."
    )
    window.commands.action("file.paste").trigger()
    sheet = window.findChild(CaptureSheet)
    assert isinstance(sheet, CaptureSheet)
    qtbot.waitUntil(sheet.foot.save_button.isEnabled, timeout=20_000)
    sheet.foot.save_button.click()
    qtbot.waitUntil(lambda: window.findChild(CaptureSheet) is None, timeout=20_000)
    settle()

    type_query(window, qtbot, "person:Hansen")
    settle()
    article = library.article(read_first(window, settle))
    assert article.clean.title == "Harbour of Narvik freezes over"
    assert "1871" in {told.event.date[:4] for told in library.events("person:Hansen")}
    assert "By Jane Roe" not in article.clean.text


def test_she_mends_a_word_and_returns_to_the_text_as_it_was(
    window: MainWindow, library: Library, settle: Settle, qtbot: QtBot
) -> None:
    type_query(window, qtbot, "title:Colombey")
    settle()
    article_id = read_first(window, settle)
    before = library.article(article_id).clean.markdown

    window.commands.action("article.edit").trigger()
    settle()
    editor = window.reader.editor
    editor.text.setFocus()
    editor.text.setTextCursor(editor.text.document().find("déjeuner"))
    qtbot.keyClicks(editor.text, "lunch")
    qtbot.keyClick(editor.text, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    settle()
    assert "lunch" in library.article(article_id).clean.text

    first = library.revisions(article_id)[0]
    library.restore_revision(article_id, first.id)
    assert library.article(article_id).clean.markdown == before
    assert len(library.revisions(article_id)) >= 2


def test_she_deletes_by_mistake_and_finds_everything_in_the_trash(
    window: MainWindow, library: Library, settle: Settle, qtbot: QtBot
) -> None:
    type_query(window, qtbot, "Gandhi")
    settle()
    chosen = list(window.list_pane.model.ids)
    window.list_pane.view.setFocus()
    window.list_pane.view.selectAll()
    window.commands.action("article.delete").trigger()
    settle()
    assert library.count("Gandhi") == 0

    window.commands.action("go.trash").trigger()
    window.list_pane.set_query("")
    settle()
    assert set(window.list_pane.model.ids) == set(chosen)
    window.list_pane.view.selectionModel().select(
        window.list_pane.model.index(0, 0), QItemSelectionModel.SelectionFlag.ClearAndSelect
    )
    settle()
    window.commands.action("article.restore").trigger()
    settle()
    assert library.count("Gandhi") == 1


def test_she_takes_what_she_found_with_her(
    window: MainWindow, library: Library, settle: Settle, qtbot: QtBot, tmp_path: Path
) -> None:
    type_query(window, qtbot, "person:Churchill published:1940..")
    settle()
    article_id = read_first(window, settle)
    library.highlights.add_quote(article_id, "Westminster Hall")

    result = library.export(tuple(window.list_pane.model.ids), "markdown", tmp_path / "out")

    written = sorted((tmp_path / "out").rglob("*.md"))
    assert set(written) <= set(result.written)
    assert len(window.list_pane.model.ids) >= 3
    quotes = [path for path in written if "> Westminster Hall" in path.read_text("utf-8")]
    assert len(quotes) == 1, "the highlight leaves with its article"
