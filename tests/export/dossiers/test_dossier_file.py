"""Dossiers written to files: stopping, odd articles, and what is left behind."""

from __future__ import annotations

from pathlib import Path

import pytest
from lxml import html

from desktop_app.export.documents.document import Cover, Heading
from desktop_app.export.documents.document_options import DocumentOptions
from desktop_app.export.dossiers.dossier_file import Kind, export_dossier
from tests.export.dossiers.examples import document_of, full_document
from tests.export.dossiers.read_files import words, written
from tests.export.examples import article, never

KINDS: tuple[Kind, ...] = ("docx", "odt", "epub", "html")


def test_the_user_can_stop_and_nothing_is_left(tmp_path: Path) -> None:
    seen: list[int] = []

    def progress(done: int, total: int) -> None:
        seen.append(done)

    result = export_dossier(
        full_document(),
        "docx",
        tmp_path / "x.docx",
        DocumentOptions(),
        progress,
        lambda: len(seen) > 2,
    )

    assert result.cancelled
    assert not result.written
    assert list(tmp_path.iterdir()) == []


def test_progress_comes_to_its_end(tmp_path: Path) -> None:
    seen: list[tuple[int, int]] = []

    export_dossier(
        full_document(),
        "html",
        tmp_path / "x.html",
        DocumentOptions(),
        lambda done, total: seen.append((done, total)),
        never,
    )

    assert seen == sorted(seen)
    assert seen[-1][0] == seen[-1][1]


def test_images_that_cannot_be_shown_are_named(tmp_path: Path) -> None:
    done = written(full_document(), "html", tmp_path / "x.html")

    assert any("an image isn’t kept" in warning for warning in done.warnings)


@pytest.mark.parametrize("kind", KINDS)
def test_a_line_without_end_and_nests_without_end_are_written(tmp_path: Path, kind: Kind) -> None:
    long = "x" * 1_000_000
    nested = "> " * 60 + "deep\n\n" + "\n".join("  " * n + "- item" for n in range(60))
    document = document_of(
        [article(1, long), article(2, nested), article(3, "![](\x00)\n\n" + "*" * 5_000)],
        cover=Cover("\ud800\x00" + "T" * 500, author="\x1b[31m"),
    )

    done = written(document, kind, tmp_path / f"x.{kind}")

    assert done.written
    assert done.written[0].stat().st_size > 1_000


def test_a_dossier_without_articles_is_written(tmp_path: Path) -> None:
    document = document_of([], [Heading(3, "Nothing yet")], Cover("Empty"))

    for kind in KINDS:
        assert written(document, kind, tmp_path / f"x.{kind}").written

    page = html.fromstring((tmp_path / "x.html").read_bytes())
    assert "Nothing yet" in words(page)
