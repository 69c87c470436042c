"""Articles of every layout, language and kind of file come out as they went in."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from desktop_app.core.imported import ImportedArticle, ImportProblem
from tests.capture.documents.made_documents import (
    Block,
    made_docx,
    made_html,
    made_rtf,
    made_text,
    p,
)
from tests.capture.importers.press.made_exports import LAYOUTS, NEXIS, Sample, samples
from tests.capture.importers.reading import articles, read, zipped

#: So many articles a file: enough for every trap to stand in some.
COUNT = 12
WRITERS: dict[str, tuple[str, Callable[[Sequence[Block]], bytes]]] = {
    "text": (".txt", lambda blocks: made_text(blocks).encode()),
    "broken text": (".txt", lambda blocks: made_text(blocks, 79).encode()),
    "rtf": (".rtf", made_rtf),
    "rtf called doc": (".doc", made_rtf),
    "docx": (".docx", made_docx),
    "html": (".html", made_html),
}


def told(article: ImportedArticle) -> tuple[object, ...]:
    return (
        article.title,
        article.authors,
        article.publisher,
        article.published,
        article.language,
        article.text,
    )


def meant(sample: Sample) -> tuple[object, ...]:
    return (
        sample.title,
        sample.authors,
        sample.outlet,
        sample.published.isoformat(),
        sample.language,
        "\n\n".join(sample.paragraphs),
    )


@pytest.mark.parametrize("language", NEXIS)
@pytest.mark.parametrize("kind", WRITERS)
@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_article_comes_as_it_is(
    tmp_path: Path, layout: str, kind: str, language: str
) -> None:
    program, laid_out = LAYOUTS[layout]
    suffix, written = WRITERS[kind]
    made = samples(COUNT, language)
    path = tmp_path / f"export{suffix}"
    path.write_bytes(written(laid_out(made)))

    found = articles(path, program)

    assert [told(each) for each in found] == [meant(each) for each in made]
    for article, sample in zip(found, made, strict=True):
        for fact in (sample.rights, sample.section, sample.page):
            assert fact in article.note
        assert article.subtitle == ((program == "nexis" and sample.subtitle) or None)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_an_article_is_the_same_in_every_kind_of_file(tmp_path: Path, layout: str) -> None:
    program, laid_out = LAYOUTS[layout]
    blocks = laid_out(samples(COUNT, "de"))
    ids = set()
    for at, (suffix, written) in enumerate(WRITERS.values()):
        path = tmp_path / f"{at}{suffix}"
        path.write_bytes(written(blocks))
        ids.add(tuple(each.origin.id for each in articles(path, program)))
    assert len(ids) == 1
    assert len(set(*ids)) == COUNT


def test_a_folder_of_files_comes_as_one(tmp_path: Path) -> None:
    made = samples(4, "en")
    _, laid_out = LAYOUTS["nexis uni"]
    files = {f"{at}.docx": made_docx(laid_out([each])) for at, each in enumerate(made)}

    found = articles(zipped(tmp_path / "nexis.zip", files), "nexis")

    assert [each.title for each in found] == [each.title for each in made]
    assert [each.origin.row for each in found] == [1, 2, 3, 4]


def test_a_document_that_is_no_export_is_told_within_a_folder(tmp_path: Path) -> None:
    _, laid_out = LAYOUTS["nexis uni"]
    files = {
        "1.docx": made_docx(laid_out(samples(2, "en"))),
        "2.docx": b"PK\x03\x04 damaged",
        "3.rtf": made_rtf(laid_out(samples(1, "fr"))),
    }

    found = read(zipped(tmp_path / "nexis.zip", files), "nexis")

    problems = [each for each in found if isinstance(each, ImportProblem)]
    assert [(each.row, each.member) for each in problems] == [(3, "2.docx")]
    assert "damaged" in problems[0].reason
    assert len(found) == 4


def test_a_text_that_is_no_export_is_not_taken_for_one(tmp_path: Path) -> None:
    path = tmp_path / "letter.docx"
    path.write_bytes(made_docx([p("Dear Ada,"), p("Length: 12 words"), p("Yours")]))
    with pytest.raises(Exception, match="no export that is known"):
        read(path, "nexis")
