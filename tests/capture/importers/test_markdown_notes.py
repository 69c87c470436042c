"""Folders of Markdown, made after Obsidian's documentation of properties, links and embeds
(https://obsidian.md/help) and the default template of its Web Clipper."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer
from PySide6.QtGui import QImage

from desktop_app.capture.page_images import address_of
from desktop_app.core.imported import ImportedHighlight, ImportProblem
from tests.capture.importers.reading import articles, read, zipped

CLIPPED = """---
title: "Bread gets dearer"
source: "https://news.example/bread"
author:
  - "[[Anna Larsen]]"
published: 2021-03-01
created: 2021-03-04
description: "What flour costs."
tags:
  - "clippings"
  - trade/grain
---
The price of ==**wheat** rose by a third== in [[Ukraine|the east]]. #harvest

![[Mill and field.png|300]] and `==code==` about [[Bakers]].
"""


def picture() -> bytes:
    image = QImage(64, 64, QImage.Format.Format_RGB32)
    for at in range(64 * 64):
        image.setPixel(at % 64, at // 64, (at * 2654435761) & 0xFFFFFF)
    buffer = QBuffer()
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]
    return io.BytesIO(buffer.data().data()).getvalue()


def test_a_clipped_note_comes_with_its_properties(tmp_path: Path) -> None:
    (tmp_path / "News").mkdir()
    (tmp_path / "attachments").mkdir()
    (tmp_path / ".obsidian").mkdir()
    (tmp_path / "News/Bread.md").write_text(CLIPPED, encoding="utf-8")
    content = picture()
    (tmp_path / "attachments/Mill and field.png").write_bytes(content)

    (article,) = articles(tmp_path, "markdown")

    assert article.origin.id == "News/Bread.md"
    assert (article.url, article.title) == ("https://news.example/bread", "Bread gets dearer")
    assert (article.authors, article.subtitle) == (("Anna Larsen",), "What flour costs.")
    assert (article.published, article.captured) == ("2021-03-01", "2021-03-04T00:00:00Z")
    assert article.tags == ("clippings", "trade/grain", "harvest")
    assert article.highlights == (ImportedHighlight("wheat rose by a third"),)
    assert article.markdown == (
        "The price of **wheat** rose by a third in the east. #harvest\n\n"
        f"![]({address_of(content)}) and `==code==` about Bakers."
    )
    assert [each.content for each in article.images] == [content]


def test_a_note_without_properties_is_called_by_its_file(tmp_path: Path) -> None:
    path = zipped(tmp_path / "vault.zip", {"a/Plain.md": "Words.", "a/Other.md": "---\n: [\n---\n"})

    plain, other = articles(path, "markdown")

    assert (plain.title, plain.markdown, plain.url) == ("Plain", "Words.", None)
    assert other.markdown == "---\n: [\n---"  # what is no YAML is text


def test_an_image_outside_the_folder_is_left_where_it_is(tmp_path: Path) -> None:
    folder = tmp_path / "vault"
    folder.mkdir()
    (tmp_path / "secret.png").write_bytes(picture())
    (folder / "a.md").write_text("![x](../secret.png)", encoding="utf-8")

    (article,) = articles(folder, "markdown")

    assert (article.markdown, article.images) == ("![x](../secret.png)", ())


def test_aliases_that_would_fill_the_memory_are_text(tmp_path: Path) -> None:
    levels = "".join(f"l{n}: &l{n} [{', '.join([f'*l{n - 1}'] * 9)}]\n" for n in range(1, 12))
    (tmp_path / "a.md").write_text(f"---\nl0: &l0 x\n{levels}---\nText", encoding="utf-8")

    (article,) = articles(tmp_path, "markdown")

    assert article.markdown is not None
    assert article.markdown.startswith("---\nl0: &l0 x")


def test_a_note_too_large_is_named_and_the_others_come(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.md").write_text("x" * 200, encoding="utf-8")
    (tmp_path / "b.md").write_text("fine", encoding="utf-8")
    monkeypatch.setattr("desktop_app.capture.importers.markdown_notes._MAX_TEXT", 100)

    problem, article = read(tmp_path, "markdown")

    assert problem == ImportProblem(1, "It has more than 100 characters.", "a.md")
    assert not isinstance(article, ImportProblem)
    assert article.markdown == "fine"
