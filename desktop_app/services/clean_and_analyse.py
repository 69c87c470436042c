"""Cleaning and analysis in one step.

The libraries behind it take a good second to import, so that `prepare_clip` imports this module
only when the first page comes, and nothing else does.
"""

from __future__ import annotations

from dataclasses import replace

from desktop_app.analysis.analyse import analyse
from desktop_app.cleaning.clean_capture import clean_capture
from desktop_app.cleaning.markdown_text import plain_text
from desktop_app.core.article import CleanArticle, RawCapture


def clean_and_analyse(page: RawCapture, today: str | None) -> CleanArticle:
    """The article of a readable page; ``today`` is what the word means in it (an ISO day)."""
    return analyse(clean_capture(page, today=today))


def with_markdown(article: CleanArticle, markdown: str) -> CleanArticle:
    """The article with another body: text, people and events are worked out again."""
    text = plain_text(markdown)
    return analyse(replace(article, markdown=markdown, text=text, people=(), events=()))
