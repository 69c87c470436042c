"""A source told in one line, without any style of citation."""

from __future__ import annotations

from desktop_app.core.dates_in_words import date_in_words
from desktop_app.export.base.rich_text import RichText, Span, rich
from desktop_app.export.documents.document import Source


def simple_reference(source: Source) -> RichText:
    """Authors, title, outlet, date: “Jane Roe: “Title”, *Outlet*, 14 April 2023”."""
    authors = f"{', '.join(source.authors)}: " if source.authors else ""
    outlet = (", ", Span(source.publisher, emphasis=True)) if source.publisher else ()
    day = f", {date_in_words(source.published)}" if source.published else ""
    return rich(f"{authors}“{source.title}”", *outlet, day)
