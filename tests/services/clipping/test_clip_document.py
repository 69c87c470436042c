"""A word processor's file of one article is clipped like a page."""

from __future__ import annotations

import pytest

from desktop_app.capture.files import capture_from_bytes
from desktop_app.services.clipping.prepare_clip import prepare_clip
from tests.capture.documents.made_documents import Block, made_docx, made_odt, made_rtf, p

PARAGRAPHS = (
    "The mill at Velm raised its prices on Monday, for the third time since the flood, and the"
    " bakers say that bread will follow before the week is over.",
    "“We have no choice,” said the miller, who had asked the council for help in the spring and"
    " was told to come back when the bridge is open again.",
    "The council meets on Thursday; nobody expects that it will do more than name a committee.",
)
BLOCKS: list[Block] = [p("Bread gets dearer", heading=1), p("By Anna Larsen"), *map(p, PARAGRAPHS)]
ODT = '<text:h text:outline-level="1">Bread gets dearer</text:h>' + "".join(
    f"<text:p>{each}</text:p>" for each in ("By Anna Larsen", *PARAGRAPHS)
)


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.rtf", made_rtf(BLOCKS)),
        ("a.docx", made_docx(BLOCKS)),
        ("a.odt", made_odt(ODT)),
        ("a.doc", made_rtf(BLOCKS)),
    ],
)
def test_an_article_in_a_document(name: str, content: bytes) -> None:
    raw = capture_from_bytes(content, name=name, captured="2026-11-28T12:00:00Z")
    clean = prepare_clip(raw).clean
    assert clean.title == "Bread gets dearer"
    assert clean.authors == ("Anna Larsen",)
    assert [each for each in PARAGRAPHS if each not in clean.text] == []


def test_a_damaged_document_is_kept_with_a_warning() -> None:
    content = made_docx(BLOCKS)
    raw = capture_from_bytes(content[:-60], name="a.docx", captured="2026-11-28T12:00:00Z")
    clean = prepare_clip(raw).clean
    assert clean.text == ""
    assert "no-text" in {each.code for each in clean.warnings}
