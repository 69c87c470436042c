"""The whole window on a real archive, through what a user does."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtWidgets import (
    QFileDialog,
    QMenu,
    QMenuBar,
    QScrollBar,
    QSplitter,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desktop_app.core.article import CleanArticle, RawCapture
from desktop_app.services.clipping.prepared_clip import PreparedClip
from desktop_app.services.library import Library
from desktop_app.ui.base.commands import MENUS
from desktop_app.ui.base.notifier import Message
from desktop_app.ui.base.task_runner import TaskRunner
from desktop_app.ui.base.theme import ThemeMode, theme
from desktop_app.ui.clipping.capture_sheet import CaptureSheet
from desktop_app.ui.dialogs.command_palette import CommandPalette
from desktop_app.ui.library.library_places import PlaceKind
from desktop_app.ui.library.library_tree import PlaceRole, place_of
from desktop_app.ui.people.people_browser import PeopleBrowser
from desktop_app.ui.people.suggestion_page import SuggestionPage
from desktop_app.ui.window.main_window import MainWindow
from tests.ui.conftest import AddArticle, Settle
from tests.ui.opening import open_article


@pytest.fixture
def three(add_article: AddArticle) -> list[int]:
    """Three articles, oldest first."""
    return [
        add_article("The cable is silent.", title="The cable", published="1858-09-03"),
        add_article("Bread is dear.", title="Bread", published="1866-01-10", tags=("trade/food",)),
        add_article("The hall is open.", title="The hall", published="1866-05-01"),
    ]


def titles(window: MainWindow, library: Library) -> list[str]:
    return [row.title for row in library.rows(window.list_pane.model.ids)]


def test_an_empty_archive_greets(window: MainWindow, settle: Settle) -> None:
    settle()

    assert window.welcome.isVisible()


def test_the_list_shows_the_newest_published_first(
    three: list[int], window: MainWindow, settle: Settle, library: Library
) -> None:
    settle()

    assert titles(window, library) == ["The hall", "Bread", "The cable"]
    assert window.list_pane.count.text() == "3 articles"


def test_typing_narrows_the_list_and_marks_the_words(
    three: list[int], window: MainWindow, settle: Settle, library: Library, qtbot: QtBot
) -> None:
    qtbot.keyClicks(window.list_pane.search, "bread")
    settle()
    window.list_pane.view.step(1)
    settle()

    assert titles(window, library) == ["Bread"]
    assert len(window.reader.browser.extraSelections()) == 2


def test_what_the_parser_could_not_read_is_said(
    three: list[int], window: MainWindow, settle: Settle
) -> None:
    window.set_query("colour:red")
    settle()

    assert "isn’t a field" in window.list_pane.notes.text().replace("'", "’")
    assert window.list_pane.notes.isVisible()


def test_dragging_over_the_timeline_narrows_to_those_days(
    three: list[int], window: MainWindow, settle: Settle, library: Library, qtbot: QtBot
) -> None:
    settle()
    strip = window.list_pane.timeline.strip
    qtbot.waitUntil(lambda: len(strip.bars()) > 1, timeout=10_000)
    bars = strip.bars()
    left = strip.place_of(bars[-1]) - 12

    qtbot.mousePress(strip, Qt.MouseButton.LeftButton, pos=QPoint(int(left), 20))
    qtbot.mouseMove(strip, strip.rect().topRight())
    qtbot.mouseRelease(strip, Qt.MouseButton.LeftButton, pos=strip.rect().topRight())
    settle()

    assert "published:" in window.list_pane.typed
    assert "The cable" not in titles(window, library)
    assert "The hall" in titles(window, library)


def test_all_dates_takes_the_narrowing_away(
    three: list[int], window: MainWindow, settle: Settle, library: Library
) -> None:
    window.set_query("published:1866")
    settle()

    window.list_pane.timeline.all_dates.click()
    settle()

    assert window.list_pane.typed == ""
    assert len(titles(window, library)) == 3


def test_deleting_moves_to_the_trash_and_undo_brings_back(
    three: list[int],
    window: MainWindow,
    settle: Settle,
    library: Library,
    messages: list[Message],
) -> None:
    settle()
    window.list_pane.view.choose(three[1])

    window.commands.action("article.delete").trigger()
    settle()

    assert titles(window, library) == ["The hall", "The cable"]
    assert messages[-1].text == "Moved 1 article to the trash."
    window.message_bar.act_button.click()
    settle()
    assert titles(window, library) == ["The hall", "Bread", "The cable"]


def test_the_trash_gives_articles_back(
    three: list[int], window: MainWindow, settle: Settle, library: Library
) -> None:
    library.delete([three[0]])
    window.go("trash")
    settle()
    window.list_pane.view.choose(three[0])

    window.commands.action("article.restore").trigger()
    settle()

    assert titles(window, library) == []
    assert library.count("") == 3


def test_several_articles_are_starred_with_one_key(
    three: list[int], window: MainWindow, settle: Settle, library: Library, qtbot: QtBot
) -> None:
    settle()
    window.list_pane.view.setFocus()
    window.list_pane.view.selectAll()

    qtbot.keyClick(window.list_pane.view, Qt.Key.Key_S)
    settle()

    assert library.count("is:starred") == 3
    assert len(window.chosen.ids()) == 3


def test_a_letter_typed_into_the_search_field_is_no_command(
    three: list[int], window: MainWindow, settle: Settle, library: Library, qtbot: QtBot
) -> None:
    settle()
    window.list_pane.view.choose(three[0])
    window.focus_search()

    qtbot.keyClicks(window.list_pane.search, "sus")
    settle()

    assert window.list_pane.typed == "sus"
    assert library.count("is:starred") == 0


def test_a_read_article_loses_its_mark_after_a_moment(
    three: list[int], window: MainWindow, settle: Settle, library: Library, qtbot: QtBot
) -> None:
    settle()
    window.list_pane.view.choose(three[0])

    qtbot.waitUntil(lambda: library.count("is:unread") == 2, timeout=6_000)

    assert not library.article(three[0]).unread


def test_a_tag_in_the_library_shows_its_articles(
    three: list[int], window: MainWindow, settle: Settle, library: Library
) -> None:
    settle()
    index = window.library_pane.model.find(PlaceKind.TAG, "trade/food")

    window.library_pane.view.setCurrentIndex(index)
    settle()

    assert titles(window, library) == ["Bread"]
    assert window.list_pane.heading.text() == "Tag trade/food"


def test_what_another_program_writes_is_noticed(
    three: list[int],
    window: MainWindow,
    settle: Settle,
    library: Library,
    qtbot: QtBot,
) -> None:
    settle()
    qtbot.wait(2_100)
    other = Library(library.settings)

    other.delete([three[0]])
    other.close()

    qtbot.waitUntil(lambda: window.list_pane.model.rowCount() == 2, timeout=8_000)


def test_every_command_is_in_a_menu_and_found_in_the_palette(
    window: MainWindow, qtbot: QtBot
) -> None:
    in_menus = {
        action.text()
        for menu in window.menuBar().findChildren(QMenu)
        for action in menu.actions()
        if action.text()
    }
    for command in window.commands:
        assert command.menu in MENUS
        assert command.title in in_menus

    window.dialogs.open_palette()
    palette = window.findChild(CommandPalette)
    assert palette is not None
    for command in window.commands:
        title = command.title.replace("&", "")
        palette.search.setText(title)
        found = [palette.list.topLevelItem(row) for row in range(palette.list.topLevelItemCount())]
        names = [item.data(0, Qt.ItemDataRole.UserRole) for item in found if item is not None]
        assert command.name in names[:3], title
    palette.search.clear()
    qtbot.keyClicks(palette.search, "dark")
    item = palette.list.currentItem()
    assert item is not None
    assert item.text(0) == "View ▸ Colours ▸ Dark"
    palette.reject()


def test_no_two_commands_have_the_same_keys(window: MainWindow) -> None:
    keys = [
        key.toString()
        for command in window.commands
        for key in window.commands.action(command.name).shortcuts()
    ]

    assert len(keys) == len(set(keys))


def test_no_menu_is_longer_than_a_small_screen_is_high(window: MainWindow) -> None:
    heights = {
        action.text(): menu.sizeHint().height()
        for action in window.menuBar().actions()
        if isinstance(menu := action.menu(), QMenu)
    }

    assert max(heights.values()) <= 700, heights


def test_no_key_of_a_command_opens_a_menu(window: MainWindow) -> None:
    keys = {
        key.toString()
        for command in window.commands
        for key in window.commands.action(command.name).shortcuts()
    }
    opening = {
        QKeySequence.mnemonic(action.text()).toString() for action in window.menuBar().actions()
    }

    assert len(opening) == len(MENUS)
    assert not keys & opening


def test_going_to_a_place_puts_the_cursor_into_its_list(
    window: MainWindow, settle: Settle, three: list[int], qtbot: QtBot
) -> None:
    open_article(window, three[0], settle)
    window.focus_reader()

    qtbot.keyClick(window.reader.browser, Qt.Key.Key_1, Qt.KeyboardModifier.AltModifier)
    assert window.list_pane.view.hasFocus()
    qtbot.keyClick(window.list_pane.view, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)

    assert window.list_pane.search.hasFocus()


def test_the_search_field_is_reached_where_no_article_is_shown(
    window: MainWindow, settle: Settle, three: list[int], qtbot: QtBot
) -> None:
    window.reload()
    window.list_pane.set_query("nothingofthesort")
    settle()

    window.focus_reader()
    focused = window.focusWidget()
    assert focused is not None
    assert focused.isVisible()
    qtbot.keyClick(focused, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)

    assert window.list_pane.search.hasFocus()


def test_pasting_opens_the_capture_sheet(window: MainWindow, settle: Settle, qtbot: QtBot) -> None:
    mime = QMimeData()
    mime.setText("A headline\n\nA paragraph that is long enough to be an article's first one.")
    QGuiApplication.clipboard().setMimeData(mime)

    window.commands.action("file.paste").trigger()
    qtbot.waitUntil(lambda: window.findChild(CaptureSheet) is not None)

    sheet = window.findChild(CaptureSheet)
    assert sheet is not None
    assert sheet.isVisible()
    sheet.close()
    qtbot.waitUntil(lambda: window.findChild(CaptureSheet) is None, timeout=20_000)


def test_pasting_again_puts_a_second_clip_into_the_open_sheet(
    window: MainWindow, settle: Settle, qtbot: QtBot
) -> None:
    settle()
    QGuiApplication.clipboard().setText("The harbour froze over on Sunday, the mayor said.")
    window.commands.action("file.paste").trigger()
    sheet = window.findChild(CaptureSheet)
    assert isinstance(sheet, CaptureSheet)

    QGuiApplication.clipboard().setText("The lighthouse was lit again on Monday evening.")
    keys = QKeySequence("Ctrl+V")
    pasting = next(action for action in sheet.actions() if keys in action.shortcuts())
    pasting.trigger()

    assert len(sheet.drafts) == 2
    sheet.done(0)
    qtbot.waitUntil(lambda: window.findChild(CaptureSheet) is None, timeout=20_000)


def test_an_empty_clipboard_gets_a_friendly_line(
    window: MainWindow, messages: list[Message]
) -> None:
    QGuiApplication.clipboard().clear()

    window.commands.action("file.paste").trigger()

    assert window.findChild(CaptureSheet) is None
    assert messages


def test_the_dark_theme_is_remembered(window: MainWindow, settle: Settle) -> None:
    window.commands.action("view.dark").trigger()

    assert theme().is_dark
    assert window._state.theme_mode is ThemeMode.DARK
    settle()
    window.set_theme(ThemeMode.LIGHT)
    assert not theme().is_dark


def test_an_article_of_another_place_can_be_shown(
    three: list[int], window: MainWindow, settle: Settle, tasks: TaskRunner
) -> None:
    window.go("star")
    settle()

    window.show_article(three[0])
    settle()

    assert window.reader.article is not None
    assert window.reader.article.id == three[0]


def test_a_link_is_shown_before_it_is_followed(
    window: MainWindow, three: list[int], settle: Settle
) -> None:
    settle()

    window.reader.browser.highlighted.emit(QUrl("https://example.org/a"))

    assert window.status_line.words.text() == "https://example.org/a"


def test_enter_in_the_search_field_chooses_the_first_article_found(
    three: list[int], window: MainWindow, settle: Settle, qtbot: QtBot
) -> None:
    window.activateWindow()
    window.focus_search()
    qtbot.keyClicks(window.list_pane.search, "hall")
    settle()

    qtbot.keyClick(window.list_pane.search, Qt.Key.Key_Return)
    settle()

    assert window.chosen.ids() == [three[2]]
    assert window.commands.action("article.delete").isEnabled()
    assert window.reader.article is not None


def test_in_a_narrow_list_the_heading_gives_way_and_nothing_is_cut(
    three: list[int], window: MainWindow, settle: Settle, qtbot: QtBot
) -> None:
    pane = window.list_pane
    window.resize(900, 600)
    pane.set_scope("", "A place in the library with quite a long name")
    pane.set_query("bread")
    window.articles.setSizes([0, 260, 500])
    settle()

    assert pane.width() < 300
    assert pane.save_button.width() >= pane.save_button.sizeHint().width()
    assert pane.count.width() >= pane.count.sizeHint().width()
    assert pane.heading.geometry().right() < pane.count.geometry().left()


def test_nothing_is_done_to_an_article_behind_another_page(
    three: list[int], window: MainWindow, settle: Settle, library: Library, qtbot: QtBot
) -> None:
    settle()
    window.list_pane.view.choose(three[1])
    settle()

    window.show_people()
    settle()
    for key in (Qt.Key.Key_Delete, Qt.Key.Key_S, Qt.Key.Key_J):
        qtbot.keyClick(window, key)
    window.commands.action("article.edit").trigger()
    settle()

    assert not window.reader.editor.isVisibleTo(window.reader)
    assert not library.article(three[1]).deleted
    assert not library.article(three[1]).starred
    assert window.chosen.ids() == [three[1]]

    window.show_list()
    assert window.commands.action("article.delete").isEnabled()
    assert window.commands.action("go.next").isEnabled()


def test_everything_that_takes_the_keyboard_has_a_name(
    three: list[int], window: MainWindow, settle: Settle
) -> None:
    settle()
    window.list_pane.view.choose(three[1])
    settle()

    nameless = [
        type(widget).__name__
        for widget in window.findChildren(QWidget)
        if widget.isVisible()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and not (widget.accessibleName() or getattr(widget, "text", str)())
        and not isinstance(widget, QMenuBar | QScrollBar | QSplitter)
    ]

    assert nameless == []


def test_a_deleted_tag_leaves_every_article_and_can_be_brought_back(
    three: list[int], window: MainWindow, settle: Settle, library: Library
) -> None:
    settle()

    window.tag_acts.delete("trade/food")
    settle()
    assert library.tagging.all() == []

    window.acts.undo()
    settle()
    assert library.article(three[1]).tags == ("trade/food",)


def test_articles_dropped_on_a_tag_get_it(
    three: list[int], window: MainWindow, settle: Settle, library: Library
) -> None:
    settle()
    index = window.library_pane.model.find(PlaceKind.TAG, "trade/food")

    window.library_pane.view.articles_dropped.emit(place_of(index), [three[0], three[2]])
    settle()

    assert library.count("tag:trade/food") == 3


@pytest.mark.parametrize(("width", "height"), [(1024, 640), (800, 520)])
def test_a_small_window_is_usable(
    three: list[int], window: MainWindow, settle: Settle, width: int, height: int
) -> None:
    settle()
    window.list_pane.view.choose(three[0])
    window.resize(width, height)
    settle()

    assert window.width() <= width
    assert window.reader.browser.viewport().width() >= 200


def test_the_list_is_cleaned_again(
    window: MainWindow, library: Library, messages: list[Message], qtbot: QtBot
) -> None:
    poor = CleanArticle("Share", "Share", title="Share")
    raw = RawCapture(
        b"The treaty\n\nSix countries signed the treaty in Paris on Wednesday, in the same hall in"
        b" which it had been proposed a year before, and went home the same night by train.\n\n"
        b"The parliaments of all six have to agree before it comes into force next summer.",
        "text/plain",
        "2026-11-23T15:40:00Z",
    )
    article_id = library.store(PreparedClip(raw, raw, poor))

    window.commands.action("file.clean-again").trigger()
    qtbot.waitUntil(lambda: any("changed" in each.text for each in messages), timeout=20_000)

    assert "Six countries" in library.article(article_id).clean.text


def test_the_archive_is_checked_and_copied(
    three: list[int],
    window: MainWindow,
    settle: Settle,
    messages: list[Message],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    copy = tmp_path / "copy.cuttings"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args, **_named: (str(copy), ""))

    window.commands.action("file.check").trigger()
    window.commands.action("file.backup").trigger()
    settle()

    said = [message.text for message in messages]
    assert any(text.startswith("All is well.") for text in said)
    assert any("is copied to" in text for text in said)
    assert copy.exists()


def test_undo_takes_back_what_was_done_not_what_was_read(
    three: list[int], window: MainWindow, settle: Settle, library: Library, qtbot: QtBot
) -> None:
    settle()
    window.list_pane.view.choose(three[1])
    window.commands.action("article.delete").trigger()
    qtbot.waitUntil(lambda: library.count("is:unread") == 1, timeout=6_000)

    window.commands.action("edit.undo").trigger()
    settle()

    assert library.count("") == 3


def test_the_persons_in_the_library_follow_the_search(
    add_article: AddArticle, window: MainWindow, settle: Settle, qtbot: QtBot
) -> None:
    add_article("Mr Charles Dickens wrote.", title="Ink", language="en")
    add_article("Mr Charles Dickens met Mrs Mary Shelley.", title="Tea", language="en")
    window.reload()
    settle()
    assert persons_of(window) == {"Charles Dickens": 2, "Mary Shelley": 1}

    window.set_query("title:tea")
    settle()
    assert persons_of(window) == {"Charles Dickens": 1, "Mary Shelley": 1}
    window.set_query("title:ink")
    settle()
    assert persons_of(window) == {"Charles Dickens": 1}
    window.set_query("")
    settle()

    window.library_pane.person_narrowed.emit("Mary Shelley")
    settle()
    assert window.list_pane.query == 'person:"Mary Shelley"'
    assert persons_of(window) == {"Charles Dickens": 1, "Mary Shelley": 1}


def persons_of(window: MainWindow) -> dict[str, int]:
    """The persons in the library pane with their counts."""
    model = window.library_pane.model
    heading = model.find(PlaceKind.HEADING, "People")
    rows = [model.index(row, 0, heading) for row in range(model.rowCount(heading) - 1)]
    return {str(row.data()): row.data(PlaceRole.COUNT) for row in rows}


def test_likely_spellings_wait_with_their_count_and_are_answered(
    add_article: AddArticle,
    window: MainWindow,
    settle: Settle,
    qtbot: QtBot,
    library: Library,
) -> None:
    add_article("President William Clinton spoke.", title="One", language="en")
    add_article("President Bill Clinton spoke.", title="Two", language="en")
    assert library.people.count_suggestions() == 1
    settle()  # the window saw at its start that the archive was empty
    window.reload()
    settle()
    window.show_people()
    settle()
    browser = window.findChild(PeopleBrowser)
    assert browser is not None
    assert browser.suggestions.text() == "Same person?  1"

    browser.suggestions.click()
    settle()
    queue = window.findChild(SuggestionPage)
    assert queue is not None
    assert {side.name.text() for side in queue.sides} == {"William Clinton", "Bill Clinton"}
    assert all(side.list.mentions.rowCount() == 1 for side in queue.sides)
    queue.activateWindow()
    qtbot.keyClick(queue.list, Qt.Key.Key_Y)
    settle()
    assert queue.nothing.isVisible()
    assert [person.articles for person in library.people.find(text="Clinton")] == [2]

    window.commands.action("edit.undo").trigger()
    settle()
    assert queue.list.pairs.rowCount() == 1
    queue.back_button.click()
    assert browser.isVisible()
