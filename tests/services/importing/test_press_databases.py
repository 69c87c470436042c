"""Exports of press databases taken over whole; the same article comes once, whatever its file."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop_app.services.library import Library
from tests.capture.documents.made_documents import made_docx, made_rtf
from tests.capture.importers.press.made_exports import LAYOUTS, samples


@pytest.mark.parametrize("layout", LAYOUTS)
def test_every_paragraph_is_stored_and_nothing_comes_twice(
    library: Library, tmp_path: Path, layout: str
) -> None:
    made = samples(6, "fr")
    blocks = LAYOUTS[layout][1](made)
    rtf, docx = tmp_path / "a.rtf", tmp_path / "a.docx"
    rtf.write_bytes(made_rtf(blocks))
    docx.write_bytes(made_docx(blocks))

    preview = library.importing.preview(rtf)
    report = library.importing.run(rtf, jobs=1)
    again = [library.importing.run(path, jobs=1) for path in (rtf, docx)]

    assert [(each.publisher, each.published) for each in preview.items] == [
        (each.outlet, each.published.isoformat()) for each in made
    ]
    assert [len(report.added), report.without_text, report.problems] == [6, 0, ()]
    for article_id, sample in zip(report.added, made, strict=True):
        article = library.article(article_id)
        assert article.clean.text.split("\n\n") == list(sample.paragraphs)
        assert sample.rights in article.note
    assert [(each.added, each.known) for each in again] == [((), 6), ((), 6)]
    assert library.check().ok
