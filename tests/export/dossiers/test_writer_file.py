"""A dossier for LibreOffice Writer, read by lxml."""

from __future__ import annotations

import re
from pathlib import Path
from zipfile import ZIP_STORED, ZipFile

import pypdfium2
import pytest

from tests.export.dossiers.examples import full_document
from tests.export.dossiers.read_files import TEXT, libreoffice_pdf, part, words, written

STYLE = "{urn:oasis:names:tc:opendocument:xmlns:style:1.0}"


@pytest.fixture(scope="module")
def odt(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("odt") / "treaty.odt"
    written(full_document(), "odt", path)
    return path


def test_headings_have_levels_and_names_that_links_lead_to(odt: Path) -> None:
    content = part(odt, "content.xml")

    headings = [
        (each.get(f"{TEXT}outline-level"), words(each)) for each in content.iter(f"{TEXT}h")
    ]
    assert headings[:3] == [
        ("1", "The treaty"),
        ("2", "First reports"),
        ("3", "Ministers meet: a “treaty” in sight"),
    ]
    places = {each.get(f"{TEXT}name") for each in content.iter(f"{TEXT}bookmark-start")}
    links = {
        address[1:]
        for each in content.iter(f"{TEXT}a")
        if (address := str(each.get("{http://www.w3.org/1999/xlink}href"))).startswith("#")
    }
    assert {"source-1", "listed-1", "sources"} <= links
    assert links <= places


def test_contents_tell_pages(odt: Path) -> None:
    contents = next(part(odt, "content.xml").iter(f"{TEXT}table-of-content"))

    pages = [each.get(f"{TEXT}ref-name") for each in contents.iter(f"{TEXT}bookmark-ref")]
    assert pages[:3] == ["part-1", "part-2", "source-1"]
    assert pages[-2:] == ["sources", "index"]


@pytest.mark.parametrize(("chosen", "kind"), [("footnotes", "footnote"), ("endnotes", "endnote")])
def test_notes_are_writer_s_own(tmp_path: Path, chosen: str, kind: str) -> None:
    path = tmp_path / "treaty.odt"

    written(full_document(), "odt", path, citations=chosen)

    notes = list(part(path, "content.xml").iter(f"{TEXT}note"))
    assert {each.get(f"{TEXT}note-class") for each in notes} == {kind}
    assert any("Jane Roe, The Book, 12" in words(each) for each in notes)
    assert any("A note of mine.Its second paragraph." in words(each) for each in notes)
    headings = [words(each) for each in part(path, "content.xml").iter(f"{TEXT}h")]
    assert ("Notes" in headings) == (kind == "endnote")


def test_notes_at_the_end_stand_below_their_heading(tmp_path: Path) -> None:
    path = tmp_path / "treaty.odt"
    written(full_document(), "odt", path, citations="endnotes")

    pdf = pypdfium2.PdfDocument(libreoffice_pdf(path))
    pages = [" ".join(page.get_textpage().get_text_range().split()) for page in pdf]

    told = next(page for page in pages if "Notes 1 Jane Roe, The Book, 12" in page)
    assert re.search(r"5 A note of mine\. Its second paragraph\. 6 In place\.", told)
    assert [page for page in pages if "Chronology" in page][-1] == pages[pages.index(told) + 1]


def test_arabic_paragraphs_run_to_the_left(odt: Path) -> None:
    content = part(odt, "content.xml")
    arabic = next(
        each for each in content.iter(f"{TEXT}p") if words(each).startswith("التقى الوزراء في")
    )

    name = arabic.get(f"{TEXT}style-name")
    (style,) = (each for each in content.iter(f"{STYLE}style") if each.get(f"{STYLE}name") == name)
    assert style[0].get(f"{STYLE}writing-mode") == "rl-tb"


def test_it_says_its_kind_first_and_is_the_same_each_time(tmp_path: Path, odt: Path) -> None:
    again = tmp_path / "again.odt"

    written(full_document(), "odt", again)

    first = ZipFile(odt).infolist()[0]
    assert (first.filename, first.compress_type) == ("mimetype", ZIP_STORED)
    assert again.read_bytes() == odt.read_bytes()


def test_a_table_has_rules(odt: Path) -> None:
    cells = {
        str(style.get(f"{STYLE}name")): style[0]
        for style in part(odt, "content.xml").iter(f"{STYLE}style")
        if style.get(f"{STYLE}family") == "table-cell"
    }
    assert all("solid" in str(dict(cell.attrib)) for cell in cells.values())
    assert "TableHeaderRowCell" in cells
