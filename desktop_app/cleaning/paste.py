"""From pasted plain text to a clean article.

Only the order of the work stands here; each step has a module of its own.
"""

from __future__ import annotations

from desktop_app.cleaning.boilerplate import boilerplate_reason
from desktop_app.cleaning.markdown_text import markdown_paragraphs, plain_text
from desktop_app.core.article import CleanArticle


def clean_paste(text: str, *, url: str | None = None, today: str | None = None) -> CleanArticle:
    """The article in a pasted text: body, what the lines around it tell, what was left out."""
    lines = [line for line in text.splitlines() if line.strip()]
    body = [line for line in lines if len(line) > 80 and not boilerplate_reason(line)]
    markdown = markdown_paragraphs("\n\n".join(body))
    return CleanArticle(markdown=markdown, text=plain_text(markdown), url=url)
