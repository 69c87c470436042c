"""Suggest tags for an article: from those named in it, its outlet, and articles of like words."""

from __future__ import annotations

from collections.abc import Iterator

from desktop_app.core.article import Article
from desktop_app.core.tag_suggestion import SharedTrait, TagSuggestion, TagUse
from desktop_app.core.tag_suggestion import suggest_tags as chosen
from desktop_app.store.archive import Archive
from desktop_app.store.articles.similar_articles import telling_words

#: Bounds on what is looked at, so that an answer takes some ten milliseconds in any archive.
_PERSONS, _WORDS = 12, 10
_NEIGHBOURS = 150


def suggest_tags(archive: Archive, article_id: int) -> list[TagSuggestion]:
    """The likeliest tags that an article hasn't got; raises InputError where there is none such."""
    article = archive.articles.get(article_id)
    traits = [trait for trait in _traits(archive, article) if trait.articles]
    similar = archive.similar
    tags = similar.tags({each for trait in traits for each in trait.articles})
    counts = similar.tag_counts({path for paths in tags.values() for path in paths})
    return chosen(traits, TagUse(tags, counts, similar.article_count()), article.tags)


def _traits(archive: Archive, article: Article) -> Iterator[SharedTrait]:
    similar, clean = archive.similar, article.clean
    for person in clean.people[:_PERSONS]:
        if person.id is not None:
            found = similar.naming(person.id, article.id, _NEIGHBOURS)
            yield SharedTrait(f"naming {person.name}", found)
    if clean.publisher:
        found = similar.published_by(clean.publisher, article.id, _NEIGHBOURS)
        yield SharedTrait(f"from {clean.publisher}", found)
    for word in telling_words(f"{clean.title or ''} {clean.subtitle or ''}", _WORDS):
        found = similar.with_word(word, article.id, _NEIGHBOURS)
        yield SharedTrait(f"with the word “{word}”", found)
