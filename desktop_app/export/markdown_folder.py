"""Articles as a folder of Markdown files, one an article."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from desktop_app.core.article import Article, StoredImage
from desktop_app.export.result import ExportResult

Images = Callable[[int], Mapping[str, StoredImage]]


def export_markdown(
    articles: Sequence[Article],
    to: Path,
    *,
    images: Images,
    progress: Callable[[int, int], None],
    cancelled: Callable[[], bool],
) -> ExportResult:
    """Write each article to its own file in the folder ``to``."""
    to.mkdir(parents=True, exist_ok=True)
    written = []
    for article in articles:
        if cancelled():
            break
        path = to / f"{article.id}.md"
        path.write_text(article.clean.markdown, encoding="utf-8")
        written.append(path)
        progress(len(written), len(articles))
    return ExportResult(tuple(written))
