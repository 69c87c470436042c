"""ODT after OASIS OpenDocument 1.3, part 3."""

from __future__ import annotations

import pytest

from desktop_app.capture.documents.paragraphs import Cell, Paragraph
from desktop_app.capture.documents.read_document import document_paragraphs
from desktop_app.capture.media_types import ODT, media_type_of
from desktop_app.core.errors import InputError
from tests.capture.documents.made_documents import made_docx, made_odt, p


def read(body: str) -> list[Paragraph]:
    return list(document_paragraphs(made_odt(body), ODT))


def test_words_headings_lists_and_links() -> None:
    heading, words, item = read(
        '<text:h text:outline-level="2">Head</text:h>'
        '<text:p>One <text:span text:style-name="T1">two</text:span>  three<text:s text:c="2"/>'
        '<text:a xlink:href="https://a.example/x">four</text:a><text:line-break/>five</text:p>'
        "<text:list><text:list-item><text:p>Six</text:p></text:list-item></text:list>"
    )
    assert (heading.text, heading.heading) == ("Head", 2)
    assert words.text == "One two three  four\nfive"
    assert [(run.text, run.bold) for run in words.runs][:2] == [("One ", False), ("two", True)]
    assert [run.text for run in words.runs if run.link] == ["four"]
    assert (item.text, item.item) == ("Six", 1)


def test_notes_comments_and_deleted_words_are_passed_over() -> None:
    (found,) = read(
        "<text:tracked-changes><text:p>gone</text:p></text:tracked-changes>"
        "<text:p>a<text:note><text:note-body><text:p>note</text:p></text:note-body></text:note>b</text:p>"
    )
    assert found.text == "ab"


def test_tables_tell_their_cells() -> None:
    found = read(
        "<table:table><table:table-row><table:table-cell><text:p>a</text:p></table:table-cell>"
        "<table:table-cell><text:p>b</text:p></table:table-cell></table:table-row></table:table>"
    )
    assert [(each.text, each.cell) for each in found] == [
        ("a", Cell(0, 0, 0)),
        ("b", Cell(0, 0, 1)),
    ]


def test_the_type_is_told_by_its_first_member() -> None:
    assert media_type_of(made_odt("<text:p>a</text:p>"), name="a.bin") == ODT


def test_another_archive_is_no_document() -> None:
    with pytest.raises(InputError, match="no OpenDocument"):
        list(document_paragraphs(made_docx([p("a")]), ODT))
