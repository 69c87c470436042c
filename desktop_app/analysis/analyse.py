"""A clean article with what analysis finds in its text: language, people, events.

Only the joining is here; each finder has its own module.
"""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType

from desktop_app.analysis.date_events import find_events
from desktop_app.analysis.detect_language import detect_language
from desktop_app.analysis.recognise_people import recognise
from desktop_app.core.article import CleanArticle, Provenance


def analyse(article: CleanArticle) -> CleanArticle:
    """The article with its people and events, and its language where cleaning didn't learn it."""
    article = _with_language(article)
    return replace(
        article,
        people=recognise(article.text, wrapped=False),
        events=find_events(article.text, article.published, article.language),
    )


def _with_language(article: CleanArticle) -> CleanArticle:
    if article.language is not None:
        return article
    detected = detect_language(article.text)
    if detected is None:
        return article
    source = Provenance("language-detection", round(detected.confidence, 2))
    provenance = MappingProxyType({**article.provenance, "language": source})
    return replace(article, language=detected.language, provenance=provenance)
