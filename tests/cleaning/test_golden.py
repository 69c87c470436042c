"""Whole pages of our own invention, and the article that a careful reader would copy from each.

    CUTTINGS_REWRITE_GOLDEN=1 uv run pytest tests/cleaning/test_golden.py

writes the expectations anew; read the difference before it is committed.
"""

from __future__ import annotations

import os
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest
from markdown_it import MarkdownIt

from desktop_app.capture.files import read_file
from desktop_app.capture.unpack import page_of
from desktop_app.cleaning.clean_capture import clean_capture
from desktop_app.cleaning.markdown_text import plain_text
from desktop_app.core.article import CleanArticle

FOLDER = Path(__file__).parent / "golden"
PAGES = sorted(page.stem for page in FOLDER.glob("*.html"))
REWRITE = "CUTTINGS_REWRITE_GOLDEN"
_FIELDS = ("title", "subtitle", "authors", "agency", "publisher", "published", "language")


@cache
def cleaned(name: str) -> CleanArticle:
    raw = read_file(
        FOLDER / f"{name}.html",
        captured="2023-01-01T00:00:00Z",
        url=f"https://press.example/{name}.html",
    )
    return clean_capture(replace(page_of(raw), name=name), today="2023-01-01")


def as_text(article: CleanArticle) -> str:
    """The article as the golden files show it: fields, a line, the Markdown."""
    fields = [(name, getattr(article, name)) for name in _FIELDS]
    lines = [
        f"{name}: {', '.join(value) if isinstance(value, tuple) else value}"
        for name, value in fields
        if value
    ]
    told = [
        f"{block.reason}: {block.text}"
        for block in article.removed
        if block.reason == "agency credit"
    ]
    warned = [f"warning: {warning.code}" for warning in article.warnings]
    return "\n".join([*lines, *told, *warned, "", "=" * 20, "", article.markdown.rstrip(), ""])


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_cleaned_as_a_careful_reader_would(name: str) -> None:
    expected = FOLDER / f"{name}.md"
    found = as_text(cleaned(name))
    if os.environ.get(REWRITE):
        expected.write_text(found, encoding="utf-8", newline="\n")

    assert found == expected.read_text(encoding="utf-8")


@pytest.mark.parametrize("name", PAGES)
def test_the_markdown_reads_back_as_the_text(name: str) -> None:
    article = cleaned(name)

    assert plain_text(article.markdown) == article.text


@pytest.mark.parametrize("name", PAGES)
def test_a_reader_that_takes_html_finds_none(name: str) -> None:
    tokens = MarkdownIt("commonmark", {"html": True}).enable("table").parse(cleaned(name).markdown)
    inline = [child for token in tokens for child in token.children or ()]

    assert not [token for token in (*tokens, *inline) if token.type.startswith("html_")]


@pytest.mark.parametrize("name", PAGES)
def test_no_text_is_taken_for_front_matter(name: str) -> None:
    assert not cleaned(name).markdown.startswith(("---", "+++"))


def test_every_expectation_has_its_page() -> None:
    assert sorted(path.stem for path in FOLDER.glob("*.md")) == PAGES
    assert len(PAGES) >= 40
