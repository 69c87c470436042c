"""The capture sheet through what a user does, on a real archive."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QLabel, QMessageBox
from pytestqt.qtbot import QtBot

from desktop_app.core.article import RawCapture
from desktop_app.core.errors import ArchiveError, CaptureError
from desktop_app.services.library import Library
from desktop_app.ui.base.notifier import Notifier
from desktop_app.ui.base.task import Task
from desktop_app.ui.base.task_runner import TaskRunner
from desktop_app.ui.clipping.capture_sheet import CaptureSheet
from desktop_app.ui.clipping.clip_draft import DraftState
from desktop_app.ui.clipping.clipboard_data import ClipItem
from desktop_app.ui.clipping.known_address_dialog import KnownAddressDialog, KnownAddressesDialog
from tests.capture.test_fetch_images import png
from tests.cleaning.test_two_articles import TITLES
from tests.cleaning.test_two_articles import page as page_of_warnings
from tests.loopback_server import LoopbackServer
from tests.services.clipping.test_clip_images import PAGE as ARTICLE_WITH_IMAGE
from tests.services.conftest import pasted

PAGE = """<html lang="en"><head><title>The cable is ashore</title>
<meta property="og:site_name" content="The Evening Sample">
<meta property="article:published_time" content="1866-07-28"></head><body><article>
<h1>The cable is ashore</h1>
<p>On Friday the great steamer brought the end of the cable ashore at Newfoundland, and the first
message went to London within the hour, to the joy of all who had waited for it.</p>
<p>Cyrus Field, who had crossed the ocean more than thirty times to see the work finished, said that
it was a glory to the age and a bond between two peoples.</p>
<p>Shares in the company rose at once, and the newspapers promised their readers the prices of the
London market on the same day on which they were made.</p></article></body></html>"""
OpenSheet = Callable[..., CaptureSheet]


def page(number: int = 1, url: str | None = None) -> RawCapture:
    content = PAGE.replace("Friday", f"Friday {number}").encode()
    address = url or f"https://example.org/{number}"
    return RawCapture(content, "text/html", "2026-11-23T15:40:00Z", url=address, charset="utf-8")


@pytest.fixture
def open_sheet(
    qtbot: QtBot,
    library: Library,
    tasks: TaskRunner,
    notifier: Notifier,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[OpenSheet]:
    """Opens a sheet that cleans in a thread, since a process takes seconds to start."""

    def clean_here(function: Callable[..., object], *args: object, label: str) -> Task:
        return tasks.read(lambda: function(*args), label=label)

    monkeypatch.setattr(tasks, "clean", clean_here)
    sheets: list[CaptureSheet] = []

    def open_it(*items: ClipItem, ready: bool = True) -> CaptureSheet:
        sheet = CaptureSheet(library, tasks, notifier, items)
        sheets.append(sheet)
        with qtbot.waitExposed(sheet):
            sheet.show()
        if ready:
            draft = sheet.drafts[0]
            over = (DraftState.READY, DraftState.FAILED)
            qtbot.waitUntil(lambda: draft.state in over and tasks.task_count == 0, timeout=20_000)
        return sheet

    yield open_it
    for sheet in sheets:
        if shiboken6.isValid(sheet) and sheet.isVisible():
            sheet.done(0)


def test_a_page_is_shown_raw_beside_clean_and_saved_with_return(
    open_sheet: OpenSheet, library: Library, qtbot: QtBot
) -> None:
    sheet = open_sheet(page())

    assert "On Friday 1 the great steamer" in sheet.panes.raw.view.toPlainText()
    assert "On Friday 1 the great steamer" in sheet.panes.clean.toPlainText()
    with qtbot.waitSignal(sheet.article_saved, timeout=10_000) as saved:
        qtbot.keyClick(sheet, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    article = library.article(saved.args[0])
    assert "great steamer" in article.clean.text
    assert sheet.result() == QDialog.DialogCode.Accepted


def test_fields_tags_and_note_are_kept_as_the_users_own(
    open_sheet: OpenSheet, library: Library, qtbot: QtBot
) -> None:
    sheet = open_sheet(page())
    line = sheet.panes.fields.lines["publisher"].line
    line.clear()
    qtbot.keyClicks(line, "The Morning Sample")
    qtbot.keyClicks(sheet.panes.fields.tags, "sea/cable, trade")
    qtbot.keyClicks(sheet.panes.fields.note, "For the chapter on wires")

    with qtbot.waitSignal(sheet.article_saved, timeout=10_000) as saved:
        sheet.foot.save_button.click()

    article = library.article(saved.args[0])
    assert article.clean.publisher == "The Morning Sample"
    assert article.clean.provenance["publisher"].source == "user"
    assert set(article.tags) == {"sea/cable", "trade"}
    assert article.note == "For the chapter on wires"


def test_a_paragraph_taken_out_isnt_saved_and_stays_restorable(
    open_sheet: OpenSheet, library: Library, qtbot: QtBot
) -> None:
    sheet = open_sheet(page())
    draft = sheet.shown_draft
    assert draft is not None
    at = next(i for i, block in enumerate(draft.blocks) if "Cyrus Field" in block.text)

    sheet.panes.clean.toggled.emit(at)
    assert "removed by hand" in sheet.panes.clean.toPlainText()
    with qtbot.waitSignal(sheet.article_saved, timeout=10_000) as saved:
        sheet.save()

    article = library.article(saved.args[0])
    assert "Cyrus Field" not in article.clean.text
    assert any("Cyrus Field" in block.text for block in article.clean.removed)
    library.restore_removed(
        article.id,
        next(i for i, cut in enumerate(article.clean.removed) if "Cyrus Field" in cut.text),
    )
    assert "Cyrus Field" in library.article(article.id).clean.text


def test_the_keyboard_alone_takes_out_and_puts_back(open_sheet: OpenSheet, qtbot: QtBot) -> None:
    sheet = open_sheet(page())
    draft = sheet.shown_draft
    assert draft is not None
    sheet.panes.clean.setFocus()

    qtbot.keyClick(sheet.panes.clean, Qt.Key.Key_Down)
    qtbot.keyClick(sheet.panes.clean, Qt.Key.Key_Delete)
    assert draft.body_changed
    qtbot.keyClick(sheet.panes.clean, Qt.Key.Key_Delete)

    assert not draft.body_changed


def test_the_text_can_be_edited_as_markdown(
    open_sheet: OpenSheet, library: Library, qtbot: QtBot
) -> None:
    sheet = open_sheet(page())
    sheet.panes.text_mode.click()
    sheet.panes.editor.setPlainText("Only **this** was said.")

    with qtbot.waitSignal(sheet.article_saved, timeout=10_000) as saved:
        sheet.save()

    assert library.article(saved.args[0]).clean.text == "Only this was said."


def test_a_date_that_cant_be_read_is_said_at_its_field_and_not_saved(
    open_sheet: OpenSheet, library: Library, qtbot: QtBot
) -> None:
    sheet = open_sheet(page())
    field = sheet.panes.fields.lines["published"]
    field.line.clear()
    qtbot.keyClicks(field.line, "one fine day")

    sheet.save()

    assert "isn't a date" in field.problem.text()
    assert sheet.isVisible()
    assert library.is_empty()


def test_a_date_in_plain_words_is_kept_as_it_is_understood(
    open_sheet: OpenSheet, library: Library, qtbot: QtBot
) -> None:
    sheet = open_sheet(page())
    field = sheet.panes.fields.lines["published"]
    field.line.clear()
    qtbot.keyClicks(field.line, "spring 1866")
    qtbot.waitUntil(lambda: not field.problem.text(), timeout=10_000)

    with qtbot.waitSignal(sheet.article_saved, timeout=10_000) as saved:
        sheet.save()

    assert library.article(saved.args[0]).clean.published == "1866-03~/1866-05~"


def test_escape_closes_at_once_where_nothing_would_be_lost(
    open_sheet: OpenSheet, qtbot: QtBot, library: Library
) -> None:
    sheet = open_sheet(page())

    qtbot.keyClick(sheet, Qt.Key.Key_Escape)

    assert not sheet.isVisible()
    assert library.is_empty()


@pytest.mark.parametrize(("button", "stays"), [("Keep editing", True), ("Don't save", False)])
def test_escape_asks_where_edits_would_be_lost(
    open_sheet: OpenSheet, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, button: str, stays: bool
) -> None:
    sheet = open_sheet(page())
    qtbot.keyClicks(sheet.panes.fields.note, "words")
    asked: list[str] = []

    def answer(box: QMessageBox) -> int:
        asked.append(box.text())
        next(one for one in box.buttons() if one.text() == button).click()
        return 0

    monkeypatch.setattr(QMessageBox, "exec", answer)
    qtbot.keyClick(sheet, Qt.Key.Key_Escape)

    assert len(asked) == 1
    assert sheet.isVisible() is stays


def test_a_known_address_is_said_with_the_way_to_its_article(
    open_sheet: OpenSheet, library: Library, qtbot: QtBot
) -> None:
    earlier = library.store(library.prepare(page(1, "https://example.org/same")))

    sheet = open_sheet(page(2, "https://example.org/same"))

    qtbot.waitUntil(lambda: "already saved" in sheet.banner.label.text(), timeout=5_000)
    with qtbot.waitSignal(sheet.article_requested) as wanted:
        sheet.banner.label.linkActivated.emit(str(earlier))
    assert wanted.args == [earlier]


@pytest.mark.parametrize("as_version", [True, False])
def test_a_second_article_of_an_address_is_asked_for(
    open_sheet: OpenSheet, library: Library, qtbot: QtBot, as_version: bool
) -> None:
    earlier = library.store(library.prepare(page(1, "https://example.org/same")))
    sheet = open_sheet(page(2, "https://www.example.org/same/?utm_source=x"))
    qtbot.waitUntil(lambda: "already saved" in sheet.banner.label.text(), timeout=5_000)

    sheet.save()
    dialog = sheet.findChild(KnownAddressDialog)
    assert dialog is not None
    with qtbot.waitSignal(sheet.article_saved, timeout=10_000):
        (dialog.act_button if as_version else dialog.second_button).click()

    assert library.count("") == (1 if as_version else 2)
    kinds = [each.kind for each in library.revisions(earlier)]
    assert kinds == (["cleaned", "fetched"] if as_version else ["cleaned"])


def test_several_clips_wait_in_a_queue_and_are_saved_one_after_another(
    open_sheet: OpenSheet, library: Library, qtbot: QtBot
) -> None:
    sheet = open_sheet(page(1), page(2), page(3))
    assert sheet.queue.isVisible()

    with qtbot.waitSignal(sheet.article_saved, timeout=10_000):
        sheet.save()
    assert len(sheet.drafts) == 2
    with qtbot.waitSignal(sheet.finished, timeout=20_000):
        sheet.save_all()

    assert library.count("") == 3


def four_clips_of_which_two_are_known(open_sheet: OpenSheet, library: Library) -> CaptureSheet:
    for number in (1, 2):
        library.store(library.prepare(page(number)))
    changed = [page(number + 10, f"https://www.example.org/{number}") for number in (1, 2)]
    return open_sheet(changed[0], page(3), changed[1], page(4))


def question_of(sheet: CaptureSheet, qtbot: QtBot) -> KnownAddressesDialog:
    qtbot.waitUntil(lambda: bool(sheet.findChildren(KnownAddressesDialog)), timeout=20_000)
    (dialog,) = sheet.findChildren(KnownAddressesDialog)
    return dialog


@pytest.mark.parametrize(("choice", "articles"), [("version", 4), ("second", 6), ("skip", 4)])
def test_save_all_asks_once_for_all_that_are_saved_already(
    open_sheet: OpenSheet, library: Library, qtbot: QtBot, choice: str, articles: int
) -> None:
    sheet = four_clips_of_which_two_are_known(open_sheet, library)

    sheet.save_all()
    dialog = question_of(sheet, qtbot)
    assert library.count("") == 4  # what is new didn't wait for the answer
    qtbot.waitUntil(dialog.isVisible)
    assert dialog.focusWidget() is dialog.act_button
    assert any("2 of 4 clips are saved" in each.text() for each in dialog.findChildren(QLabel))
    buttons = {
        "version": dialog.act_button,
        "second": dialog.second_button,
        "skip": dialog.skip_button,
    }
    with qtbot.waitSignal(sheet.finished, timeout=20_000):
        buttons[choice].click()

    assert library.count("") == articles
    assert len(library.revisions(1)) == (2 if choice == "version" else 1)


def test_an_unanswered_question_leaves_the_clips_to_be_looked_at(
    open_sheet: OpenSheet, library: Library, qtbot: QtBot
) -> None:
    sheet = four_clips_of_which_two_are_known(open_sheet, library)
    sheet.save_all()

    question_of(sheet, qtbot).reject()

    assert sheet.isVisible()
    assert len(sheet.drafts) == 2
    assert sheet.foot.save_all_button.isEnabled()


def test_of_two_clips_of_one_page_the_second_is_asked_about(
    open_sheet: OpenSheet, library: Library, qtbot: QtBot
) -> None:
    sheet = open_sheet(page(1), page(9, "https://example.org/1?utm_source=x"))

    sheet.save_all()
    with qtbot.waitSignal(sheet.finished, timeout=20_000):
        question_of(sheet, qtbot).act_button.click()

    assert (library.count(""), len(library.revisions(1))) == (1, 2)


def test_save_all_leaves_what_failed_to_be_looked_at(
    open_sheet: OpenSheet, library: Library, qtbot: QtBot, tmp_path: Path
) -> None:
    sheet = open_sheet(page(1), tmp_path / "not there.html", page(2))

    sheet.save_all()
    qtbot.waitUntil(lambda: library.count("") == 2, timeout=20_000)
    qtbot.waitUntil(lambda: len(sheet.drafts) == 1, timeout=5_000)

    assert sheet.isVisible()
    assert sheet.drafts[0].state is DraftState.FAILED
    assert sheet.pages.currentWidget() is sheet.failure


def test_a_second_paste_joins_the_queue(open_sheet: OpenSheet, qtbot: QtBot) -> None:
    sheet = open_sheet(page(1))

    sheet.add_items([page(2)])

    assert len(sheet.drafts) == 2
    assert sheet.shown_draft is sheet.drafts[0]
    assert sheet.queue.isVisible()


def test_a_failed_fetch_offers_the_archive_and_a_paste_that_keeps_the_address(
    open_sheet: OpenSheet, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(*_: object, **__: object) -> RawCapture:
        raise CaptureError("gone", "The page isn't there any more (404).", "Look elsewhere.")

    monkeypatch.setattr("desktop_app.ui.clipping.clip_pipeline.capture_source", gone)
    sheet = open_sheet("https://example.org/gone")
    assert sheet.failure.message.text() == "The page isn't there any more (404)."
    assert sheet.failure.archive_button.isVisible()

    mime = QMimeData()
    mime.setHtml(PAGE)
    QGuiApplication.clipboard().setMimeData(mime)
    sheet.failure.paste_button.click()

    draft = sheet.drafts[0]
    qtbot.waitUntil(lambda: draft.state is DraftState.READY, timeout=20_000)
    assert draft.address == "https://example.org/gone"
    assert draft.prepared is not None
    assert draft.prepared.raw.url == "https://example.org/gone"


def test_a_fetch_can_be_stopped_and_tried_again(
    open_sheet: OpenSheet, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def wait_for_ever(*_: object, cancelled: Callable[[], bool], **__: object) -> RawCapture:
        while not cancelled():
            pass
        raise CaptureError("network", "Stopped.")

    monkeypatch.setattr("desktop_app.ui.clipping.clip_pipeline.capture_source", wait_for_ever)
    sheet = open_sheet("https://example.org/slow", ready=False)
    assert sheet.pages.currentWidget() is sheet.progress
    assert "example.org" in sheet.progress.label.text()

    sheet.progress.cancelled.emit()

    assert sheet.pages.currentWidget() is sheet.failure
    monkeypatch.setattr(
        "desktop_app.ui.clipping.clip_pipeline.capture_source", lambda *_, **__: page()
    )
    sheet.failure.retry_button.click()
    qtbot.waitUntil(lambda: sheet.drafts[0].state is DraftState.READY, timeout=20_000)


def test_the_images_of_a_fetched_article_are_saved_with_it(
    open_sheet: OpenSheet, library: Library, qtbot: QtBot, loopback_server: LoopbackServer
) -> None:
    loopback_server.reply("/bridge.png", png())
    address = loopback_server.reply("/bridge", ARTICLE_WITH_IMAGE)
    sheet = open_sheet(address)
    (draft,) = sheet.drafts
    qtbot.waitUntil(lambda: draft.state is DraftState.READY, timeout=20_000)

    with qtbot.waitSignal(sheet.article_saved, timeout=20_000) as saved:
        sheet.save()

    assert list(library.images(saved.args[0])) == [loopback_server.url("/bridge.png")]


def test_where_no_article_is_found_all_of_the_text_can_be_taken(
    open_sheet: OpenSheet, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise ValueError("a fault in the cleaner")

    monkeypatch.setattr("desktop_app.services.clipping.clip_pipeline.clean_capture", fail)
    sheet = open_sheet(page())
    assert "Take all of its text" in sheet.banner.label.text()

    sheet.banner.label.linkActivated.emit("all-text")

    draft = sheet.drafts[0]
    qtbot.waitUntil(lambda: bool(draft.blocks), timeout=10_000)
    assert "great steamer" in sheet.panes.clean.toPlainText()


def test_hostile_html_is_only_words(open_sheet: OpenSheet, qtbot: QtBot) -> None:
    hostile = PAGE.replace(
        "joy of", '<img src=x onerror="alert(1)"><a href="javascript:alert(2)">joy</a> of'
    ).replace("The cable is ashore", "The <b>cable</b> &lt;script&gt;alert(3)&lt;/script&gt;")
    raw = RawCapture(hostile.encode(), "text/html", "2026-11-23T15:40:00Z", charset="utf-8")

    sheet = open_sheet(raw)

    html = sheet.panes.clean.toHtml()
    assert "javascript:" not in html
    assert "<script" not in html
    assert "onerror" not in html


def test_cleaning_in_its_own_process_gives_the_same(
    qtbot: QtBot, library: Library, tasks: TaskRunner, notifier: Notifier
) -> None:
    sheet = CaptureSheet(library, tasks, notifier, [page()])
    qtbot.waitUntil(lambda: sheet.drafts[0].state is DraftState.READY, timeout=60_000)

    assert sheet.drafts[0].words > 60
    sheet.done(0)


def test_moving_on_while_writing_keeps_what_was_written(
    open_sheet: OpenSheet, qtbot: QtBot
) -> None:
    sheet = open_sheet(page(1), page(2))
    first = sheet.drafts[0]
    sheet.panes.text_mode.click()
    sheet.panes.editor.setPlainText("Only this is left.")

    qtbot.keyClick(sheet, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)

    assert sheet.shown_draft is sheet.drafts[1]
    qtbot.waitUntil(lambda: first.markdown.strip() == "Only this is left.", timeout=10_000)


def test_text_that_cant_be_read_is_given_back_to_the_user(
    open_sheet: OpenSheet,
    qtbot: QtBot,
    library: Library,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fail(*_: object) -> None:
        raise CaptureError("empty", "It couldn't be read.")

    sheet = open_sheet(page())
    monkeypatch.setattr("desktop_app.ui.clipping.clip_pipeline.blocks_of", fail)
    sheet.panes.text_mode.click()
    sheet.panes.editor.setPlainText("Words of the user.")

    sheet.save()

    qtbot.waitUntil(lambda: "be read" in sheet.banner.label.text(), timeout=10_000)
    assert sheet.panes.editor.toPlainText() == "Words of the user."
    assert sheet.panes.text_mode.isChecked()
    assert library.is_empty()
    monkeypatch.setattr(QMessageBox, "exec", lambda box: box.buttons()[0].click())


def test_the_title_above_the_text_follows_its_field(open_sheet: OpenSheet, qtbot: QtBot) -> None:
    sheet = open_sheet(page())
    line = sheet.panes.fields.lines["title"].line
    line.clear()
    qtbot.keyClicks(line, "Another title")

    qtbot.waitUntil(
        lambda: sheet.panes.clean.toPlainText().startswith("Another title\n"), timeout=5_000
    )
    sheet.panes.clean.toggled.emit(0)
    assert sheet.panes.clean.toPlainText().startswith("Another title\n")
    assert "great steamer" in sheet.panes.clean.toPlainText()


def test_an_address_that_cant_be_looked_up_costs_nothing(
    open_sheet: OpenSheet, library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise ArchiveError("The archive is busy.")

    monkeypatch.setattr(library, "known_address", fail)

    sheet = open_sheet(page())

    assert sheet.drafts[0].state is DraftState.READY
    assert sheet.pages.currentWidget() is sheet.panes


def two_articles() -> RawCapture:
    return pasted(page_of_warnings("two-articles/pasted-one-below"))


def split(sheet: CaptureSheet, qtbot: QtBot) -> None:
    sheet.banner.split_button.click()
    qtbot.waitUntil(lambda: len(sheet.drafts) == 2, timeout=20_000)


def test_a_paste_of_two_articles_offers_to_split_them(
    open_sheet: OpenSheet, library: Library, qtbot: QtBot
) -> None:
    sheet = open_sheet(two_articles())
    assert sheet.banner.split_button.isVisible()
    assert sheet.banner.split_button.text() == "Split into 2 articles"

    split(sheet, qtbot)

    assert [draft.name for draft in sheet.drafts] == TITLES
    assert sheet.queue.isVisible()
    assert not sheet.banner.split_button.isVisible()
    assert "flour and lamp oil" not in sheet.panes.raw.view.toPlainText()
    line = sheet.panes.fields.lines["title"].line
    line.clear()
    qtbot.keyClicks(line, "The old house")
    with qtbot.waitSignal(sheet.finished, timeout=20_000):
        sheet.save_all()
    titles = {library.article(each).clean.title for each in library.search("").ids}
    assert titles == {"The old house", TITLES[1]}
    library.undo()
    assert library.count("") == 1, "each article is an act of its own"


def test_one_article_has_nothing_to_split(open_sheet: OpenSheet) -> None:
    sheet = open_sheet(page())
    sheet.split()
    assert not sheet.banner.split_button.isVisible()
    assert len(sheet.drafts) == 1


def test_split_articles_take_along_what_holds_for_all(open_sheet: OpenSheet, qtbot: QtBot) -> None:
    sheet = open_sheet(two_articles())
    qtbot.keyClicks(sheet.panes.fields.tags, "harbour")
    qtbot.keyClicks(sheet.panes.fields.lines["publisher"].line, "The Quay Gazette")

    split(sheet, qtbot)

    assert [draft.tags for draft in sheet.drafts] == [("harbour",)] * 2
    assert [draft.value("publisher") for draft in sheet.drafts] == ["The Quay Gazette"] * 2


def test_split_articles_can_be_put_together_again(open_sheet: OpenSheet, qtbot: QtBot) -> None:
    sheet = open_sheet(two_articles(), page(2))
    whole = sheet.drafts[0]
    sheet.split()
    qtbot.waitUntil(lambda: len(sheet.drafts) == 3, timeout=20_000)
    assert "Put them together again" in sheet.banner.label.text()

    sheet.banner.label.linkActivated.emit("join")

    assert sheet.drafts[0] is sheet.shown_draft is whole
    assert len(sheet.drafts) == 2


def test_once_one_is_saved_they_stay_apart(open_sheet: OpenSheet, qtbot: QtBot) -> None:
    sheet = open_sheet(two_articles())
    split(sheet, qtbot)

    with qtbot.waitSignal(sheet.article_saved, timeout=20_000):
        sheet.save()

    assert "together" not in sheet.banner.label.text()
    sheet.join()
    assert [draft.name for draft in sheet.drafts] == TITLES[1:]


@pytest.mark.parametrize(("button", "count"), [("Keep editing", 1), ("Don't save", 2)])
def test_splitting_asks_where_edits_would_be_lost(
    open_sheet: OpenSheet, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, button: str, count: int
) -> None:
    sheet = open_sheet(two_articles())
    sheet.panes.clean.toggled.emit(0)
    monkeypatch.setattr(
        QMessageBox,
        "exec",
        lambda box: next(one for one in box.buttons() if one.text() == button).click(),
    )

    sheet.banner.split_button.click()
    qtbot.wait(300)
    qtbot.waitUntil(lambda: len(sheet.drafts) == count, timeout=20_000)

    monkeypatch.setattr(QMessageBox, "exec", lambda box: box.buttons()[0].click())


def test_a_split_that_fails_is_said_and_costs_nothing(
    open_sheet: OpenSheet, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise CaptureError("empty", "It couldn't be split.")

    sheet = open_sheet(two_articles())
    monkeypatch.setattr("desktop_app.ui.clipping.clip_pipeline.split_views", fail)
    sheet.split()

    qtbot.waitUntil(lambda: "Not split" in sheet.banner.label.text(), timeout=10_000)
    assert sheet.foot.save_button.isEnabled()


@pytest.mark.parametrize("status", [200, 403])
def test_a_page_that_came_to_a_wall_is_replaced_by_what_a_browser_shows(
    open_sheet: OpenSheet, loopback_server: LoopbackServer, qtbot: QtBot, status: int
) -> None:
    body = '<body><div id="root"></div><script>x</script></body>'
    address = loopback_server.reply("/walled", body, status=status)
    sheet = open_sheet(address, page(2))
    draft = sheet.shown_draft
    assert draft is not None
    draft.note = "For the chapter on cables"

    with qtbot.waitSignal(sheet.browser_wanted) as asked:
        if status == 200:
            sheet.banner.label.linkActivated.emit("browser")
        else:
            sheet.failure.browser_button.click()
    assert sheet.take_page(page(1, address))

    assert asked.args == [address]
    qtbot.waitUntil(lambda: draft.state is DraftState.READY, timeout=20_000)
    assert draft.value("title") == "The cable is ashore"
    assert draft.note == "For the chapter on cables"
    assert "browser would" not in sheet.banner.label.text()


def test_a_page_of_another_site_is_a_clip_of_its_own(
    open_sheet: OpenSheet, loopback_server: LoopbackServer
) -> None:
    sheet = open_sheet(loopback_server.reply("/walled", "no", status=403))
    sheet.failure.browser_button.click()

    assert not sheet.take_page(page(1, "https://elsewhere.example/story"))
    assert sheet.take_page(page(1, loopback_server.url("/welcome-back")))


def test_a_page_for_which_no_clip_waits_isnt_taken_for_one(open_sheet: OpenSheet) -> None:
    sheet = open_sheet(page(1))

    assert not sheet.take_page(page(2))
    assert not sheet.banner.isVisible()
