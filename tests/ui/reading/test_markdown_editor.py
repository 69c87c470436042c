"""Changing the text as Markdown, with the preview beside it."""

from __future__ import annotations

import sqlite3

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from desktop_app.services.library import Library
from desktop_app.ui.base.notifier import Message, Severity
from desktop_app.ui.reading.markdown_editor import MarkdownEditor
from desktop_app.ui.window.main_window import MainWindow
from tests.ui.conftest import AddArticle, Settle


@pytest.fixture
def article_id(add_article: AddArticle) -> int:
    return add_article("The hall is open.\n\nIt rained.", title="The hall")


@pytest.fixture
def editor(article_id: int, window: MainWindow, settle: Settle, qtbot: QtBot) -> MarkdownEditor:
    """The editor, open on an article."""
    window.resize(1500, 800)
    window.reload()
    window.list_pane.reload()
    settle()
    window.show_article(article_id)
    edit = window.commands.action("article.edit")
    qtbot.waitUntil(lambda: edit.isEnabled() and window.reader.article is not None, timeout=10_000)
    settle()
    edit.trigger()
    settle()
    assert window.reader.editor.isVisible()
    return window.reader.editor


def test_the_preview_follows_what_is_typed(editor: MarkdownEditor, settle: Settle) -> None:
    assert editor.preview.toPlainText().strip() == "The hall is open.\nIt rained."

    editor.text.insertPlainText("# New\n\nSome **bold** words.\n\n")
    settle()

    assert editor.preview.toPlainText().startswith("New\nSome bold words.\n")
    assert editor.preview.document().find("bold").charFormat().fontWeight() > 500


def test_the_preview_can_be_hidden(editor: MarkdownEditor) -> None:
    editor.preview_button.click()

    assert not editor.preview.isVisible()


def test_nothing_is_loaded_for_the_preview(editor: MarkdownEditor, settle: Settle) -> None:
    editor.text.setPlainText(
        "![x](file:///etc/passwd) ![y](https://example.org/y.png) [z](javascript:alert)"
    )
    settle()

    html = editor.preview.toHtml()
    assert "<img" not in html
    assert "href" not in html


def test_ctrl_s_saves_a_new_version(
    editor: MarkdownEditor, article_id: int, library: Library, settle: Settle, qtbot: QtBot
) -> None:
    editor.text.setPlainText("It was sunny.")

    qtbot.keyClick(editor.text, Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    settle()

    assert not editor.isVisible()
    assert [each.markdown for each in library.revisions(article_id)][-1] == "It was sunny."


def test_cancelling_asks_before_typed_words_are_lost(
    editor: MarkdownEditor, article_id: int, library: Library, settle: Settle
) -> None:
    editor.text.insertPlainText("Typed. ")
    editor.leave_button.click()
    question = editor.findChild(QMessageBox)
    assert isinstance(question, QMessageBox)

    question.button(QMessageBox.StandardButton.Cancel).click()
    assert editor.isVisible()
    assert editor.is_changed

    editor.leave_button.click()
    question = editor.findChildren(QMessageBox)[-1]
    question.button(QMessageBox.StandardButton.Discard).click()
    settle()
    assert not editor.isVisible()
    assert len(library.revisions(article_id)) == 1


def test_an_unchanged_text_is_left_without_a_question(editor: MarkdownEditor, qtbot: QtBot) -> None:
    qtbot.keyClick(editor.text, Qt.Key.Key_Escape)

    assert not editor.isVisible()


def test_what_cannot_be_saved_stays_in_the_editor(
    editor: MarkdownEditor,
    article_id: int,
    library: Library,
    messages: list[Message],
    settle: Settle,
) -> None:
    editor.text.setPlainText("Typed for an hour.")
    with sqlite3.connect(library.path) as elsewhere:
        elsewhere.execute("PRAGMA foreign_keys = ON")
        elsewhere.execute("DELETE FROM articles WHERE id = ?", (article_id,))
    elsewhere.close()

    editor.save_button.click()
    settle()

    assert editor.isVisible()
    assert editor.text.toPlainText() == "Typed for an hour."
    assert editor.is_changed
    assert messages[-1].severity is Severity.FAILURE
    editor.text.document().setModified(False)


def test_what_is_read_meanwhile_doesn_t_close_the_editor(
    editor: MarkdownEditor, article_id: int, window: MainWindow, settle: Settle
) -> None:
    editor.left.emit()
    window.reader.show_article(article_id)  # begins to read
    window.commands.action("article.edit").trigger()
    editor.text.insertPlainText("Typed. ")

    settle()

    assert editor.isVisible()
    assert editor.text.toPlainText().startswith("Typed. ")
    editor.text.document().setModified(False)
