"""Reading and changing one article, in the window."""

from __future__ import annotations

from types import MappingProxyType

import pytest
from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt, QUrl
from PySide6.QtGui import QImage, QTextCharFormat, QTextDocument
from PySide6.QtWidgets import QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from desktop_app.capture.svg_pictures import png_of_svg
from desktop_app.core.article import (
    CleanArticle,
    CleaningWarning,
    Provenance,
    RawCapture,
    RemovedBlock,
    StoredImage,
)
from desktop_app.services.clipping.prepare_clip import with_markdown
from desktop_app.services.clipping.prepared_clip import PreparedClip
from desktop_app.services.library import Library
from desktop_app.ui.article_list.article_acts import ArticleActs
from desktop_app.ui.base.notifier import Message, Notifier
from desktop_app.ui.base.task_runner import Changed, TaskRunner
from desktop_app.ui.people.person_page import PersonPage
from desktop_app.ui.reading.reader_browser import ReaderBrowser
from desktop_app.ui.reading.reader_content import decoded_images
from desktop_app.ui.reading.reader_pane import ReaderPane
from desktop_app.ui.reading.revisions_dialog import RevisionsDialog
from desktop_app.ui.window.main_window import MainWindow
from tests.ui.conftest import AddArticle, Settle
from tests.ui.opening import open_article

TEXT = "The hall is open.\n\nIt rained."


@pytest.fixture
def shown(add_article: AddArticle, window: MainWindow, settle: Settle) -> int:
    """One article, shown in the reader."""
    article_id = add_article(
        TEXT,
        title="The hall",
        published="1851-05-01",
        provenance=MappingProxyType({"published": Provenance("text", 0.9)}),
        removed=(RemovedBlock("1 min read", "reading time", 1),),
        warnings=(CleaningWarning("paywall", "This page may be cut by a paywall."),),
        tags=("history",),
    )
    open_article(window, article_id, settle)
    return article_id


def test_the_article_is_there_to_read(shown: int, window: MainWindow) -> None:
    text = window.reader.browser.toPlainText()

    assert "The hall is open.\nIt rained." in text
    assert "1 May 1851" in text
    assert window.reader.banner.isVisible()


def test_warnings_go_with_the_article_that_they_are_about(shown: int, window: MainWindow) -> None:
    window.reader.show_many(3)
    assert not window.reader.banner.isVisible()

    window.reader.show_many(1)
    assert window.reader.banner.isVisible()

    window.reader.show_article(-1)
    assert not window.reader.banner.isVisible()


def test_a_field_is_changed_in_place(
    shown: int, window: MainWindow, settle: Settle, library: Library, qtbot: QtBot
) -> None:
    line = window.reader.details.fields.lines["publisher"]
    line.setText("The Times")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    settle()

    article = library.article(shown)
    assert article.clean.publisher == "The Times"
    assert article.clean.provenance["publisher"].source == "user"


def test_a_date_that_cannot_be_read_is_refused_with_a_sentence(
    shown: int, window: MainWindow, messages: list[Message], qtbot: QtBot, settle: Settle
) -> None:
    line = window.reader.details.fields.lines["published"]
    line.setText("some other day")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    settle()

    assert "isn't a date" in messages[-1].text
    assert line.text() == "1851-05-01"


def test_a_change_can_be_undone_and_done_again(
    shown: int, window: MainWindow, settle: Settle, library: Library, qtbot: QtBot
) -> None:
    line = window.reader.details.fields.lines["title"]
    line.setText("The Crystal Palace")
    qtbot.keyClick(line, Qt.Key.Key_Return)
    settle()

    window.commands.action("edit.undo").trigger()
    settle()
    assert library.article(shown).clean.title == "The hall"
    window.commands.action("edit.redo").trigger()
    settle()
    assert library.article(shown).clean.title == "The Crystal Palace"
    assert line.text() == "The Crystal Palace"


def test_tags_are_added_and_taken_off(
    shown: int, window: MainWindow, settle: Settle, library: Library, qtbot: QtBot
) -> None:
    editor = window.reader.details.tags
    qtbot.keyClicks(editor.line, "trade/food")
    qtbot.keyClick(editor.line, Qt.Key.Key_Return)
    settle()
    editor.removed.emit("history")
    settle()

    assert library.article(shown).tags == ("trade/food",)


def test_a_note_is_kept_when_it_is_left(
    shown: int, window: MainWindow, settle: Settle, library: Library, qtbot: QtBot
) -> None:
    note = window.reader.details.note.text
    window.activateWindow()
    note.setFocus()
    qtbot.keyClicks(note, "Compare.")
    window.list_pane.view.setFocus()
    settle()

    assert library.article(shown).note == "Compare."


def test_a_removed_line_is_put_back_as_a_revision(
    shown: int, window: MainWindow, settle: Settle, library: Library
) -> None:
    button = window.reader.details.removed.findChild(QPushButton)
    assert button is not None
    button.click()
    settle()

    article = library.article(shown)
    assert "1 min read" in article.clean.text
    assert article.clean.removed == ()
    assert len(library.revisions(shown)) == 2


def test_an_edited_text_is_a_new_version(
    shown: int, window: MainWindow, settle: Settle, library: Library
) -> None:
    window.commands.action("article.edit").trigger()
    window.reader.editor.text.setPlainText("It was **sunny**.")
    window.reader.editor.save_button.click()
    settle()

    assert library.article(shown).clean.text == "It was sunny."
    assert "It was sunny." in window.reader.browser.toPlainText()
    assert window.reader.details.versions.text().endswith("2")


def test_going_to_another_article_saves_what_was_typed(
    shown: int, window: MainWindow, settle: Settle, library: Library, add_article: AddArticle
) -> None:
    other = add_article("Another.", title="Another")
    window.list_pane.reload()
    settle()
    window.commands.action("article.edit").trigger()
    window.reader.editor.text.insertPlainText("Typed. ")

    window.list_pane.view.choose(other)
    settle()

    assert library.article(shown).clean.text.startswith("Typed.")


def test_versions_are_compared_and_brought_back(
    shown: int, window: MainWindow, settle: Settle, library: Library
) -> None:
    library.edit_markdown(shown, "The hall is shut.\n\nIt rained.")
    window.commands.action("article.versions").trigger()
    settle()
    dialog = window.findChild(RevisionsDialog)
    assert dialog is not None
    assert dialog.summary.text() == "1 word added, 1 taken away."

    dialog.restore_button.click()
    settle()

    assert library.article(shown).clean.text == "The hall is open.\n\nIt rained."


def test_nothing_is_ever_loaded_from_outside(shown: int, window: MainWindow) -> None:
    browser = window.reader.browser
    kinds = QTextDocument.ResourceType

    for kind in (kinds.HtmlResource, kinds.StyleSheetResource):
        assert browser.loadResource(kind.value, QUrl("file:///etc/passwd")) is None
    image = browser.loadResource(kinds.ImageResource.value, QUrl("https://example.org/a.png"))
    assert isinstance(image, QImage)
    assert image.isNull()


def test_a_long_article_is_filled_in_piece_by_piece(
    add_article: AddArticle, window: MainWindow, settle: Settle, qtbot: QtBot
) -> None:
    article_id = add_article("A paragraph of some words. \n\n" * 8_000, title="Long")
    window.show_article(article_id)

    with qtbot.waitSignal(window.reader.browser.filled, timeout=20_000):
        window.list_pane.reload()

    assert window.reader.browser.toPlainText().count("A paragraph") == 8_000


def test_images_of_the_archive_are_shown(
    library: Library, window: MainWindow, settle: Settle
) -> None:
    url = "https://example.org/hall.png"
    image = StoredImage(url, "image/png", png(900, 300))
    raw = RawCapture(b"page", "text/html", "2026-11-23T15:40:00Z", name="page")
    markdown = f'![hall]({url} "The hall")'
    clean = with_markdown(CleanArticle("", "", title="With a picture"), markdown)
    article_id = library.store(PreparedClip(raw, raw, clean, images=(image,)))

    window.show_article(article_id)
    window.list_pane.reload()
    settle()
    settle()

    shown = window.reader.browser.loadResource(
        QTextDocument.ResourceType.ImageResource.value, QUrl(url)
    )
    browser = window.reader.browser
    assert isinstance(shown, QImage)
    assert shown.width() <= browser.viewport().width()
    assert not browser.horizontalScrollBar().maximum()
    picture = browser.document().find("\ufffc").block()
    assert picture.layout().boundingRect().height() < shown.height() + 80, "room for one caption"


def test_the_picture_of_a_drawing_is_shown() -> None:
    drawing = b"<svg xmlns='http://www.w3.org/2000/svg' width='300' height='30'><path/></svg>"
    picture = png_of_svg(drawing)
    assert picture is not None
    shown = decoded_images({"a": StoredImage("a", "image/png", picture)})["a"]
    assert (shown.width(), shown.height()) == (600, 60)


def test_a_picture_that_claims_to_be_huge_is_left_out() -> None:
    bomb = bytearray(png(8, 8))
    bomb[16:24] = (200_000).to_bytes(4, "big") * 2
    images = {
        "a": StoredImage("a", "image/png", bytes(bomb)),
        "b": StoredImage("b", "x", b"<svg/>"),
    }

    assert decoded_images(images) == {}


def test_of_very_many_pictures_only_the_first_are_decoded() -> None:
    content = png(640, 640)
    stored = {str(number): StoredImage(str(number), "image/png", content) for number in range(200)}

    shown = decoded_images(stored)

    assert list(shown) == [str(number) for number in range(97)]  # 40 million pixels


def png(width: int, height: int) -> bytes:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.darkCyan)
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return data.data()


def test_a_change_of_the_shown_article_does_not_hold_back_the_next(
    library: Library,
    tasks: TaskRunner,
    notifier: Notifier,
    add_article: AddArticle,
    qtbot: QtBot,
) -> None:
    first, second = add_article("One.", title="One"), add_article("Two.", title="Two")
    acts = ArticleActs(library, tasks, notifier, notifier)
    pane = ReaderPane(library, tasks, notifier, acts)
    qtbot.addWidget(pane)
    pane.show_article(first)
    qtbot.waitUntil(lambda: pane.article is not None)

    pane.show_article(second)
    tasks.changed.emit(Changed(frozenset({"articles"}), (first,)))
    qtbot.waitUntil(lambda: tasks.task_count == 0)

    assert pane.article is not None
    assert pane.article.id == second


def test_names_and_dates_are_marked_and_can_be_switched_off(
    add_article: AddArticle, window: MainWindow, settle: Settle, library: Library, qtbot: QtBot
) -> None:
    text = "Russian Foreign Minister Sergey Lavrov spoke on 13 April 2023."
    article_id = add_article(text, language="en")
    window.show_article(article_id)
    window.list_pane.reload()
    settle()
    browser = window.reader.browser
    assert browser.margin.dates == ["13 April 2023"]
    assert list(browser.margin.lines().values()) == [["13 April 2023"]]
    assert format_of(browser, "Sergey").anchorHref() == f"person:{person_id(library)}:25-38"
    assert format_of(browser, "Sergey").toolTip() == "Sergey Lavrov: Russian Foreign Minister"
    assert format_of(browser, "spoke").isAnchor() is False

    window.commands.action("view.names").trigger()
    window.commands.action("view.dates").trigger()
    settle()

    assert browser.margin.dates == []
    assert not format_of(browser, "Sergey").isAnchor()


def test_a_date_told_in_a_quote_has_the_colour_of_the_quote(
    add_article: AddArticle, window: MainWindow, settle: Settle
) -> None:
    article_id = add_article("> They met in Geneva on 13 April 2023.", language="en")
    window.show_article(article_id)
    window.list_pane.reload()
    settle()
    browser = window.reader.browser
    assert browser.margin.dates == ["13 April 2023"]

    told, quoted = format_of(browser, "13 April"), format_of(browser, "Geneva")
    assert told.foreground() == quoted.foreground()
    assert format_of(browser, "They").foreground().color().name() == browser.colours.soft


def test_a_click_on_a_name_opens_the_person_and_back_leads_to_the_article(
    add_article: AddArticle, window: MainWindow, settle: Settle, library: Library
) -> None:
    article_id = add_article("Mr Charles Dickens met Mrs Mary Shelley.", language="en")
    window.show_article(article_id)
    window.list_pane.reload()
    settle()
    charles, mary = (library.people.find(text=name)[0].id for name in ("Charles", "Mary"))

    window.reader.browser.anchorClicked.emit(QUrl(f"person:{charles}"))
    settle()
    page = window.findChild(PersonPage)
    assert page.isVisible()
    assert page.name.text() == "Charles Dickens"
    page.side.together_box.findChild(QToolButton).click()
    settle()
    assert page.person_id == mary

    window.commands.action("go.back").trigger()
    settle()
    assert page.name.text() == "Charles Dickens"
    page.back_button.click()
    settle()
    assert window.reader.browser.isVisible()
    assert window.reader.article is not None
    assert window.reader.article.id == article_id


def format_of(browser: ReaderBrowser, words: str) -> QTextCharFormat:
    """How the first of these words in the article's last paragraph looks."""
    document = browser.document()
    return document.find(words, document.lastBlock().position()).charFormat()


def person_id(library: Library) -> int:
    return library.people.find()[0].id


def test_tab_comes_to_the_buttons_above_the_text_before_it(shown: int, window: MainWindow) -> None:
    reader = window.reader
    star = reader.bar.button_of(window.commands.action("article.star"))
    assert star is not None
    each, order = reader.nextInFocusChain(), []
    while each is not reader:
        order.append(each)
        each = each.nextInFocusChain()

    places = [order.index(part) for part in (star, reader.browser, reader.details.tags.line)]
    assert places == sorted(places)


def test_an_article_is_opened_at_a_sentence(
    add_article: AddArticle, window: MainWindow, settle: Settle, qtbot: QtBot
) -> None:
    filler = "Much happened before that, and it took its time.\n\n" * 80
    sentence = "Mr Charles Dickens left the room."
    article_id = add_article(f"{filler}Then. {sentence} It rained.\n\n{filler}", title="Long")
    window.list_pane.reload()
    settle()
    browser = window.reader.browser

    window.show_passage(article_id, sentence)
    settle()

    (mark,) = browser.extraSelections()
    assert mark.cursor.selectedText() == sentence
    place = browser.cursorRect(mark.cursor)
    assert 0 < place.top() < browser.viewport().height()
    assert browser.verticalScrollBar().value() > 500

    browser.verticalScrollBar().setValue(0)
    window.show_passage(article_id, "Words that aren't there")
    assert browser.verticalScrollBar().value() == 0
    window.show_passage(article_id, sentence)
    assert browser.verticalScrollBar().value() > 500


def test_where_there_is_little_room_the_details_wait_for_more(
    shown: int, window: MainWindow, settle: Settle
) -> None:
    window.resize(900, 700)
    window.reader.show_details(True)
    settle()
    assert window.reader.details.isHidden()

    window.resize(1_400, 800)
    settle()

    assert window.reader.details.isVisible()
