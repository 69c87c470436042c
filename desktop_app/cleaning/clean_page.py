"""A saved HTML page as a clean article: body, metadata, what was removed, warnings."""

from __future__ import annotations

from desktop_app.cleaning.markdown_text import plain_text
from desktop_app.core.article import CleanArticle, RawCapture


def clean_page(page: RawCapture, *, today: str | None) -> CleanArticle:
    """The article on an HTML page."""
    import trafilatura  # noqa: PLC0415 - takes half a second, and a paste never needs it

    html = page.content.decode(page.charset or "utf-8", errors="replace")
    markdown = trafilatura.extract(html, output_format="markdown", include_comments=False) or ""
    known = trafilatura.extract_metadata(html)
    return CleanArticle(
        markdown=markdown,
        text=plain_text(markdown),
        title=known.title if known else None,
        published=known.date if known else None,
        url=page.url,
    )
