"""Highlights of several articles as one Markdown file, each article with its source above them."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from desktop_app.core.highlight import ArticleHighlight
from desktop_app.export.base.image_link import escape
from desktop_app.export.base.write_file import write_file
from desktop_app.export.markdown.highlight_section import highlight_markdown


def write_highlights(found: Sequence[ArticleHighlight], to: Path) -> None:
    """Write the highlights, those of one article together; raises ExportError."""
    write_file(to, highlights_markdown(found).encode("utf-8", "replace"))


def highlights_markdown(found: Sequence[ArticleHighlight]) -> str:
    """The highlights below the heads of their articles, in the order in which these come first."""
    by_article: dict[int, list[ArticleHighlight]] = {}
    for each in found:
        by_article.setdefault(each.highlight.article_id, []).append(each)
    return "\n\n".join(_article(each) for each in by_article.values()) + "\n"


def _article(found: Sequence[ArticleHighlight]) -> str:
    first = found[0]
    title = escape(" ".join((first.article_title or "Without a title").split()))
    facts = (first.publisher, first.published, first.url)
    source = ", ".join(escape(" ".join(fact.split())) for fact in facts if fact)
    head = f"## {title}" + (f"\n\n{source}" if source else "")
    return "\n\n".join([head, *(highlight_markdown(each.highlight) for each in found)])
