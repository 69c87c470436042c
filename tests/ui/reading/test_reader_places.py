"""Places of the plain text in the document that shows it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QTextCursor, QTextDocument
from pytestqt.qtbot import QtBot

from desktop_app.ui.reading.reader_places import ReaderPlaces

TEXT = "First of all 😀 things.\n\nRed apples\nblue 🍇 pears\n\nFirst of all, the end."
HTML = (
    "<h1>First of all 😀 things.</h1><p>By somebody</p>"
    "<p>First <b>of</b> all 😀 things.</p><p><img src='x'></p>"
    "<table><tr><td>Red apples</td></tr><tr><td>blue 🍇 pears</td></tr></table>"
    "<p>First of all,&nbsp;the end.</p>"
)


@pytest.fixture
def document(qtbot: QtBot) -> Iterator[QTextDocument]:
    made = QTextDocument()
    made.setHtml(HTML)
    yield made
    made.deleteLater()


def _shown(document: QTextDocument, place: tuple[int, int] | None) -> str:
    assert place is not None
    cursor = QTextCursor(document)
    cursor.setPosition(place[0])
    cursor.setPosition(place[1], QTextCursor.MoveMode.KeepAnchor)
    return cursor.selectedText().replace("\u00a0", " ")


@pytest.mark.parametrize("words", ["First of all 😀", "apples", "🍇", "blue 🍇 pears", "the end."])
def test_a_stretch_of_the_text_is_found_in_the_document_and_back(
    document: QTextDocument, words: str
) -> None:
    places = ReaderPlaces(TEXT, document.toRawText())
    start = TEXT.index(words)

    shown = places.shown_at(start, start + len(words))

    assert _shown(document, shown) == words
    assert shown is not None
    assert places.told_at(*shown) == (start, start + len(words))


def test_what_stands_in_the_body_is_not_looked_for_in_the_head(document: QTextDocument) -> None:
    places = ReaderPlaces(TEXT, document.toRawText())
    body = document.toRawText().index("First of all", 10)

    shown = places.shown_at(0, 5)

    assert shown is not None
    assert shown[0] == body + 1  # the smiley before it counts as two


def test_a_selection_that_reaches_beyond_the_text_is_cut(document: QTextDocument) -> None:
    places = ReaderPlaces(TEXT, document.toRawText())

    assert places.told_at(0, document.characterCount()) == (0, len(TEXT))
    assert places.told_at(0, 4) is None


def test_paragraphs_that_both_have_are_found_where_others_differ(document: QTextDocument) -> None:
    text = TEXT.replace("Red apples", "Green apples")
    places = ReaderPlaces(text, document.toRawText())
    start = text.index("the end")

    assert _shown(document, places.shown_at(start, start + 7)) == "the end"
    green = text.index("Green apples")
    assert places.shown_at(green, green + 12) is None
