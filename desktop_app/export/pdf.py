"""Articles as PDF, set by Typst."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Literal

import typst

from desktop_app.core.article import Article, StoredImage
from desktop_app.export.result import ExportResult


def export_pdf(
    articles: Sequence[Article],
    to: Path,
    *,
    paper: Literal["a4", "us-letter"],
    single: bool,
    title: str | None,
    images: Callable[[int], Mapping[str, StoredImage]],
    progress: Callable[[int, int], None],
    cancelled: Callable[[], bool],
) -> ExportResult:
    """Write the articles into one PDF file, or one a piece."""
    source = "\n".join(
        f"#heading({json.dumps(article.clean.title or 'Untitled')})\n"
        f"#text({json.dumps(article.clean.text, ensure_ascii=False)})"
        for article in articles
    )
    to.write_bytes(typst.compile(source.encode()))
    progress(len(articles), len(articles))
    return ExportResult((to,))
