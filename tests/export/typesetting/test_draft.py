"""A document that is set again and again, in a process that can be stopped."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from desktop_app.export.documents.assembled_document import ExportStoppedError, assembled_document
from desktop_app.export.documents.document import Cover, Gap, Heading, OwnText, Part, WholeArticle
from desktop_app.export.documents.document_options import DocumentOptions
from desktop_app.export.typesetting.draft import Draft
from tests.export import read_pdf
from tests.export.examples import article, never

ARTICLES = [article(number, f"Text {number}.", f"Title {number}") for number in (1, 2)]
PARTS: tuple[Part, ...] = (
    Heading(1, "Begin"),
    OwnText("First words. " * 400),
    WholeArticle(1),
    Gap("Gone."),
    WholeArticle(2),
)
DOCUMENT = assembled_document(Cover("A draft"), PARTS, ARTICLES)


@pytest.fixture(scope="module")
def draft() -> Iterator[Draft]:
    made = Draft()
    yield made
    made.close()


def test_a_draft_tells_where_its_parts_begin_and_follows_what_changes(
    draft: Draft, tmp_path: Path
) -> None:
    for words in ("First words. ", "Changed. "):
        parts = (PARTS[0], OwnText(words * 400), *PARTS[2:])
        made = draft.set(replace(DOCUMENT, parts=parts), DocumentOptions(), never)
        (tmp_path / "draft.pdf").write_bytes(made.pdf)
        pages = read_pdf.pages(tmp_path / "draft.pdf")
        shown = ("Begin", words, "Title 1", "Gone.", "Title 2")
        assert all(what.strip() in pages[at] for what, at in zip(shown, made.pages, strict=True))
    assert "First words" not in " ".join(pages)


def test_a_part_that_goes_leaves_nothing(draft: Draft, tmp_path: Path) -> None:
    made = draft.set(replace(DOCUMENT, parts=PARTS[2:3]), DocumentOptions(), never)
    (tmp_path / "draft.pdf").write_bytes(made.pdf)
    text = read_pdf.text(tmp_path / "draft.pdf")
    assert "Title 1" in text
    assert "Gone." not in text
    assert len(made.pages) == 1


def test_stopping_ends_it_at_once_and_the_next_time_it_works_again(draft: Draft) -> None:
    asked: list[None] = []

    def after_laying_out() -> bool:
        asked.append(None)
        return len(asked) > len(PARTS)

    long = replace(DOCUMENT, parts=(*PARTS[:4], OwnText("Very long. " * 30_000)))
    with pytest.raises(ExportStoppedError):
        draft.set(long, DocumentOptions(), after_laying_out)
    assert len(draft.set(DOCUMENT, DocumentOptions(), never).pages) == len(PARTS)
