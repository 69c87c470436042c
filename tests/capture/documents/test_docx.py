"""DOCX after ECMA-376, part 1."""

from __future__ import annotations

import io
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from desktop_app.capture.documents.paragraphs import Cell, Paragraph
from desktop_app.capture.documents.read_document import document_paragraphs
from desktop_app.capture.media_types import DOCX, media_type_of
from desktop_app.core.errors import InputError
from tests.capture.documents.made_documents import Block, made_docx, p


def read(content: bytes) -> list[Paragraph]:
    return list(document_paragraphs(content, DOCX))


def of_body(body: str) -> list[Paragraph]:
    return read(made_docx((), body))


def texts(body: str) -> list[str]:
    return [each.text for each in of_body(body) if each.text]


def test_runs_that_word_cut_are_one_again() -> None:
    (paragraph,) = read(made_docx([p("Once upon a time", marked=("upon",))]))
    assert [(run.text, run.bold) for run in paragraph.runs] == [
        ("Once ", False),
        ("upon", True),
        (" a time", False),
    ]


def test_headings_are_told_by_their_styles_names_in_any_language() -> None:
    (heading, words) = read(made_docx([p("Head", heading=2), p("Words", bold=True)]))
    assert (heading.heading, heading.is_bold) == (2, True)
    assert (words.heading, words.is_bold) == (0, True)


def test_tables_tell_their_cells() -> None:
    found = read(made_docx([Block(("Head",), code="HD"), Block(("One", "Two"), code="TD")]))
    assert [(each.text, each.cell) for each in found] == [
        ("HD", Cell(0, 0, 0)),
        ("Head", Cell(0, 0, 1)),
        ("TD", Cell(0, 1, 0)),
        ("One", Cell(0, 1, 1)),
        ("Two", Cell(0, 1, 1)),
    ]


@pytest.mark.parametrize(
    ("body", "meant"),
    [
        ("<w:r><w:t>a</w:t><w:br/><w:t>b</w:t><w:tab/><w:t>c</w:t></w:r>", "a\nb\tc"),
        ("<w:r><w:t>a</w:t></w:r><w:del><w:r><w:delText>b</w:delText></w:r></w:del>", "a"),
        (
            "<w:ins><w:r><w:t>a</w:t></w:r></w:ins><w:moveFrom><w:r><w:t>b</w:t></w:r></w:moveFrom>",
            "a",
        ),
        ("<w:r><w:rPr><w:vanish/></w:rPr><w:t>a</w:t></w:r><w:r><w:t>b</w:t></w:r>", "b"),
        ("<w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:t>a</w:t></w:r>", "a"),
        ("<w:r><w:t>pre</w:t><w:noBreakHyphen/><w:t>war</w:t></w:r>", "pre‑war"),
        (
            "<mc:AlternateContent><mc:Choice><w:r><w:t>a</w:t></w:r></mc:Choice>"
            "<mc:Fallback><w:r><w:t>a</w:t></w:r></mc:Fallback></mc:AlternateContent>",
            "a",
        ),
        ("<w:pPr><w:tabs><w:tab w:val='left'/></w:tabs></w:pPr><w:r><w:t>a</w:t></w:r>", "a"),
    ],
)
def test_words_are_read_and_nothing_else(body: str, meant: str) -> None:
    assert texts(f"<w:p>{body}</w:p>") == [meant]


def test_links_and_images() -> None:
    (paragraph,) = of_body(
        '<w:p><w:hyperlink r:id="rId1"><w:r><w:t>here</w:t></w:r></w:hyperlink>'
        '<w:r><w:drawing><a:blip r:embed="rId2"/></w:drawing></w:r></w:p>'
    )
    assert [(run.text, run.link, run.image) for run in paragraph.runs] == [
        ("here", "https://a.example/one", ""),
        ("", "", "word/media/image1.png"),
    ]


def test_entities_are_refused() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr("word/document.xml", '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>')
    with pytest.raises(InputError, match="entities"):
        read(packed.getvalue())


def test_a_part_that_unpacks_to_too_much_is_refused() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b" " * (64 * 2**20 + 1))
    with pytest.raises(InputError, match="unpacks"):
        read(packed.getvalue())


@pytest.mark.parametrize("content", [b"PK\x03\x04 no archive", made_docx([p("a")])[:-40]])
def test_a_damaged_file_is_told(content: bytes) -> None:
    with pytest.raises(InputError, match="damaged"):
        read(content)


def test_xml_that_is_cut_off_gives_what_there_is() -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        whole = zipfile.ZipFile(io.BytesIO(made_docx([p("One"), p("Two")])))
        text = whole.read("word/document.xml").decode()
        archive.writestr("word/document.xml", text[: text.rindex("<w:p>")])
    assert [each.text for each in read(packed.getvalue()) if each.text] == ["One"]


def test_the_type_is_told_by_the_names_in_it() -> None:
    assert media_type_of(made_docx([p("a")]), name="a.bin") == DOCX


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.text(st.characters(exclude_categories=("Cc", "Cs", "Cn")), min_size=1), max_size=6)
)
def test_whatever_is_written_is_read_again(paragraphs: list[str]) -> None:
    found = read(made_docx(p(each) for each in paragraphs))
    assert [each.text for each in found] == paragraphs


def test_a_package_of_a_version_that_no_program_writes_is_told() -> None:
    content = bytearray(made_docx([p("One")]))
    content[content.index(b"PK\x01\x02") + 6] = 99

    with pytest.raises(InputError, match="damaged"):
        list(read(bytes(content)))


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=300), st.integers(0, 1000))
def test_nothing_crashes_it(noise: bytes, at: int) -> None:
    content = made_docx([p("One"), Block(("Two",), code="HD")])
    at = min(at, len(content))
    try:
        for each in read(content[:at] + noise + content[at + len(noise) :]):
            assert isinstance(each.text, str)
    except InputError as refusal:
        assert refusal.message
