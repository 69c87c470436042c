"""A dossier for Word, read by lxml and LibreOffice."""

from __future__ import annotations

from pathlib import Path

import pypdfium2
import pytest
from lxml import etree

from tests.export.dossiers.examples import document_of, full_document
from tests.export.dossiers.read_files import (
    DC,
    TERMS,
    W,
    libreoffice_pdf,
    names,
    part,
    words,
    written,
)
from tests.export.examples import article


@pytest.fixture(scope="module")
def docx(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("docx") / "treaty.docx"
    written(full_document(), "docx", path)
    return path


def _headings(body: etree._Element) -> list[tuple[str, str]]:
    styles = ((each, each.find(f"{W}pPr/{W}pStyle")) for each in body.iter(f"{W}p"))
    return [
        (str(style.get(f"{W}val")), words(each))
        for each, style in styles
        if style is not None and str(style.get(f"{W}val")).startswith("Heading")
    ]


def test_headings_are_real_ones_in_the_order_of_the_dossier(docx: Path) -> None:
    found = _headings(part(docx, "word/document.xml"))

    assert found[:4] == [
        ("Heading1", "The treaty"),
        ("Heading2", "First reports"),
        ("Heading3", "Ministers meet: a “treaty” in sight"),
        ("Heading4", "What was said"),
    ]
    assert [text for style, text in found if style == "Heading1"] == [
        "The treaty",
        "Elsewhere & after",
        "Chronology",
        "Sources",
        "Index of persons",
    ]


def test_each_link_within_leads_somewhere(docx: Path) -> None:
    document = part(docx, "word/document.xml")

    places = {each.get(f"{W}name") for each in document.iter(f"{W}bookmarkStart")}
    links = {each.get(f"{W}anchor") for each in document.iter(f"{W}hyperlink")} - {None}
    assert {"source-1", "source-1-2", "listed-1", "chronology"} <= links
    assert links <= places


def test_footnotes_cite(docx: Path) -> None:
    notes = words(part(docx, "word/footnotes.xml"))

    assert "Jane Roe, The Book, 12" in notes
    assert "The Sample Gazette, 14 April 2023" in notes
    assert "A note of mine." in notes
    assert "Its second paragraph." in notes
    struck = [
        words(each) for each in part(docx, "word/document.xml").iter(f"{W}r") if _struck(each)
    ]
    assert struck == ["others"]


def _struck(run: etree._Element) -> bool:
    return run.find(f"{W}rPr/{W}strike") is not None


def test_notes_at_the_end_are_word_s_own(tmp_path: Path) -> None:
    path = tmp_path / "treaty.docx"

    written(full_document(), "docx", path, citations="endnotes")

    document = part(path, "word/document.xml")
    assert not list(document.iter(f"{W}footnoteReference"))
    referred = [each.get(f"{W}id") for each in document.iter(f"{W}endnoteReference")]
    told = [each.get(f"{W}id") for each in part(path, "word/endnotes.xml")]
    assert len(referred) == len(set(referred)) == 10
    assert set(referred) <= set(told)
    assert "Jane Roe, The Book, 12" in words(part(path, "word/endnotes.xml"))
    body = document.find(f"{W}body")
    assert body is not None
    assert words([each for each in body if each.tag == f"{W}p"][-1]) == "Notes"
    assert {each.get(f"{W}val") for each in document.iter(f"{W}numFmt")} == {"decimal"}
    relations = [each.get("Id") for each in part(path, "word/_rels/document.xml.rels")]
    assert len(relations) == len(set(relations))


def test_arabic_runs_to_the_left_and_japanese_has_its_own_font(docx: Path) -> None:
    paragraphs = list(part(docx, "word/document.xml").iter(f"{W}p"))
    arabic = next(each for each in paragraphs if words(each).startswith("التقى الوزراء في"))
    japanese = next(each for each in paragraphs if words(each).startswith("木曜日"))

    assert arabic.find(f"{W}pPr/{W}bidi") is not None
    assert next(arabic.iter(f"{W}lang")).get(f"{W}bidi") == "ar"
    assert next(japanese.iter(f"{W}lang")).get(f"{W}eastAsia") == "ja"
    assert next(japanese.iter(f"{W}rFonts")).get(f"{W}eastAsia") == "Yu Mincho"


def test_what_it_is_stands_in_its_description(docx: Path) -> None:
    core = part(docx, "docProps/core.xml")

    assert core.findtext(f"{DC}title") == "The Treaty"
    assert core.findtext(f"{DC}creator") == "Jane Roe"
    assert core.findtext(f"{TERMS}created") == "2026-11-23T15:40:00Z"
    assert "diplomacy/russia" in words(core)


def test_paper_is_chosen_and_the_picture_is_the_one_kept(tmp_path: Path, docx: Path) -> None:
    path = tmp_path / "letter.docx"

    written(full_document(), "docx", path, paper="us-letter")

    sizes = {each.get(f"{W}w") for each in part(path, "word/document.xml").iter(f"{W}pgSz")}
    assert sizes == {"12240"}
    pictures = [name for name in names(docx) if name.startswith("word/media/")]
    assert len(pictures) == 1


def test_the_same_dossier_gives_the_same_bytes(tmp_path: Path, docx: Path) -> None:
    again = tmp_path / "again.docx"

    written(full_document(), "docx", again)

    assert again.read_bytes() == docx.read_bytes()


def test_libreoffice_opens_it_with_contents_that_tell_pages(docx: Path) -> None:
    pdf = pypdfium2.PdfDocument(libreoffice_pdf(docx))
    pages = [page.get_textpage().get_text_range() for page in pdf]

    cover = "The Treaty A press history Jane Roe Spring 2026 In short."
    assert " ".join(pages[0].split()) == cover
    place = next(n for n, page in enumerate(pages, 1) if page.count("Chronology") and n > 2)
    entry = next(line for line in pages[1].splitlines() if line.startswith("Chronology"))
    assert entry.strip(" .").endswith(str(place))
    assert "The Treaty" in pages[place - 1]
    assert f"{place} / {len(pages)}" in pages[place - 1]


def test_articles_can_follow_one_another_on_a_page(tmp_path: Path) -> None:
    def breaks(path: Path) -> int:
        return len(list(part(path, "word/document.xml").iter(f"{W}pageBreakBefore")))

    document = document_of([article(1), article(2), article(3)])
    written(document, "docx", tmp_path / "apart.docx")
    written(document, "docx", tmp_path / "on.docx", new_pages=False)

    assert breaks(tmp_path / "apart.docx") - breaks(tmp_path / "on.docx") == 2


def test_columns_are_as_wide_as_their_words_want(tmp_path: Path) -> None:
    path = tmp_path / "x.docx"
    markdown = "| Year | What was told of it |\n|--|--|\n| 2023 | All that stood in the papers |"
    written(document_of([article(markdown=markdown)]), "docx", path)

    year, told = (
        int(str(column.get(f"{W}w")))
        for column in part(path, "word/document.xml").iter(f"{W}gridCol")
    )

    assert 3 < told / year < 5


def test_there_is_room_between_a_table_and_what_follows(tmp_path: Path) -> None:
    tables = "| a | b |\n|--|--|\n| c | d |\n\nBehind it.\n\n| e |\n|--|\n| f |\n\n- And a list."
    path = tmp_path / "x.docx"
    written(document_of([article(markdown=tables)]), "docx", path)

    behind = [table.getnext() for table in part(path, "word/document.xml").iter(f"{W}tbl")]

    assert len(behind) == 2
    for paragraph in behind:
        spacing = None if paragraph is None else paragraph.find(f"{W}pPr/{W}spacing")
        assert spacing is not None
        assert int(str(spacing.get(f"{W}before"))) > 100
