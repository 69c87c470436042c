"""A clean article with what analysis finds in its text: language, people, events.

Only the joining is here; each finder has its own module.
"""

from __future__ import annotations

from dataclasses import replace
from types import MappingProxyType

from desktop_app.analysis.date_events import find_events
from desktop_app.analysis.detect_language import detect_language
from desktop_app.analysis.recognise_people import names_in
from desktop_app.core.article import CleanArticle, CleaningWarning, Provenance

#: People and dates are looked for in so many characters, some 100,000 words: a second's work.
MAX_ANALYSED = 600_000
PARTLY_READ = CleaningWarning(
    "partly-analysed",
    "This text is as long as several books, so people and dates were looked for in its first "
    "100,000 words only. Search finds all of it; clip its parts one by one to have the others.",
)


def analyse(article: CleanArticle) -> CleanArticle:
    """The article with its people and events, and its language where cleaning didn't learn it."""
    article = _with_language(article)
    text = _beginning(article.text)
    others = tuple(warning for warning in article.warnings if warning != PARTLY_READ)
    names = names_in(text, wrapped=False, language=article.language)
    return replace(
        article,
        people=names.persons,
        unassigned=names.unassigned,
        events=find_events(text, article.published, article.language),
        warnings=others if text == article.text else (*others, PARTLY_READ),
    )


def _beginning(text: str) -> str:
    """As many whole paragraphs as are read; of a text without any, as many characters."""
    if len(text) <= MAX_ANALYSED:
        return text
    end = text.rfind("\n", 0, MAX_ANALYSED)
    return text[: end if end > 0 else MAX_ANALYSED]


def _with_language(article: CleanArticle) -> CleanArticle:
    if article.language is not None:
        return article
    detected = detect_language(article.text)
    if detected is None:
        return article
    source = Provenance("language-detection", round(detected.confidence, 2))
    provenance = MappingProxyType({**article.provenance, "language": source})
    return replace(article, language=detected.language, provenance=provenance)
