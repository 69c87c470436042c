"""Words with their looks as HTML, for the clipboard and for what shows them."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from desktop_app.export.base.rich_text import RichText, Span


def html_of(words: RichText) -> str:
    """The words as a piece of HTML, in one line."""
    return "".join(map(_span, words))


def html_paragraphs(entries: Iterable[RichText]) -> str:
    """A paragraph each."""
    return "\n".join(f"<p>{html_of(each)}</p>" for each in entries)


def _span(span: Span) -> str:
    text = escape(span.text)
    for is_so, tag in (
        (span.emphasis, "i"),
        (span.strong, "b"),
        (span.superscript, "sup"),
    ):
        text = f"<{tag}>{text}</{tag}>" if is_so else text
    if span.small_caps:
        text = f'<span style="font-variant:small-caps">{text}</span>'
    return f'<a href="{escape(span.link)}">{text}</a>' if span.link else text
