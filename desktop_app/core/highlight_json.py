"""Highlights as the JSON that other programs rely on: the quote as Web Annotation selects it.

Apart from ``article_json`` only for its length; the same rules hold.
"""

from __future__ import annotations

from desktop_app.core.highlight import ArticleHighlight, Highlight

Json = dict[str, object]


def highlight_to_json(highlight: Highlight) -> Json:
    """One highlight; start and end are null where the text doesn't hold the quote now."""
    return {
        "id": highlight.id,
        "quote": highlight.quote.exact,
        "prefix": highlight.quote.prefix,
        "suffix": highlight.quote.suffix,
        "start": highlight.start,
        "end": highlight.end,
        "colour": str(highlight.colour),
        "note": highlight.note,
        "created": highlight.created,
    }


def article_highlight_to_json(found: ArticleHighlight) -> Json:
    """A highlight with the article it is of."""
    return highlight_to_json(found.highlight) | {
        "article": found.highlight.article_id,
        "title": found.article_title,
        "published": found.published,
    }
