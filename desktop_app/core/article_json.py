"""Articles, persons and events as the JSON that other programs rely on.

Every key is always there: an unknown value is null, an empty list is ``[]``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict

from desktop_app.core.article import (
    Article,
    ArticleEvent,
    CleanArticle,
    NamedPerson,
    Person,
    PersonMention,
    PersonSuggestion,
    RawCapture,
    Revision,
    TimelineBucket,
    UnassignedMention,
)
from desktop_app.core.copies import CopyGroup
from desktop_app.core.highlight_json import highlight_to_json

Json = dict[str, object]


def clean_article_to_json(clean: CleanArticle, raw: RawCapture | None) -> Json:
    """An article that is in no archive: it has no id, no tags, no capture time.

    Without ``raw``, where nothing could be captured, its snapshot is null.
    """
    snapshot = _snapshot(raw.sha256, raw.media_type, len(raw.content)) if raw else None
    return _content(clean) | {"snapshot": snapshot}


def article_to_json(article: Article) -> Json:
    """An article of the archive."""
    kept = article.snapshot
    snapshot = _snapshot(kept.sha256, kept.media_type, kept.size) if kept else None
    content = _content(article.clean)
    return (
        {"id": article.id, "captured": article.captured}
        | content
        | {
            "tags": list(article.tags),
            "note": article.note,
            "unread": article.unread,
            "starred": article.starred,
            "highlights": [highlight_to_json(each) for each in article.highlights],
            "copies": list(article.copies),
            "snapshot": snapshot,
        }
    )


def named_person_to_json(person: NamedPerson) -> Json:
    """A person as one article names them; the id is null where no archive knows them."""
    return {
        "id": person.id,
        "name": person.name,
        "aliases": list(person.aliases),
        "roles": list(person.roles),
        "mentions": [
            {"start": mention.start, "end": mention.end, "text": mention.text}
            for mention in person.mentions
        ],
    }


def person_to_json(person: Person) -> Json:
    """A person over the whole archive, with counts and the first and last published date."""
    return {
        "id": person.id,
        "name": person.name,
        "aliases": list(person.aliases),
        "roles": list(person.roles),
        "articles": person.articles,
        "mentions": person.mentions,
        "first": person.first,
        "last": person.last,
        "note": person.note,
        "wikidata": person.wikidata,
        "hidden": person.hidden,
    }


def person_suggestion_to_json(found: PersonSuggestion) -> Json:
    """Two persons who may be one, with why and a sentence about each."""
    return {
        "id": found.id,
        "reason": found.reason,
        "person": person_to_json(found.person),
        "other": person_to_json(found.other),
        "sentence": found.sentence,
        "other_sentence": found.other_sentence,
    }


def person_mention_to_json(found: PersonMention) -> Json:
    """A place where a person is named, with its article."""
    mention = found.mention
    return {
        "article": found.article_id,
        "title": found.article_title,
        "published": found.published,
        "start": mention.start,
        "end": mention.end,
        "text": mention.text,
        "role": mention.role,
        "sentence": mention.sentence,
    }


def article_event_to_json(found: ArticleEvent) -> Json:
    """A dated event with the article that tells it."""
    event = found.event
    return {
        "date": event.date,
        "start": event.start,
        "end": event.end,
        "text": event.text,
        "phrase": event.phrase,
        "article": found.article_id,
        "title": found.article_title,
        "published": found.published,
    }


def bucket_to_json(bucket: TimelineBucket) -> Json:
    """A span of the timeline with its count."""
    return {"date": bucket.date, "count": bucket.count}


def revision_to_json(revision: Revision) -> Json:
    """One state of an article's text, without the text."""
    return {
        "number": revision.number,
        "kind": revision.kind,
        "created": revision.created,
        "title": revision.title,
        "words": len(revision.text.split()),
    }


def _unassigned_to_json(found: UnassignedMention) -> Json:
    ids = found.ids or (None,) * len(found.names)
    return {
        "start": found.mention.start,
        "end": found.mention.end,
        "text": found.mention.text,
        "persons": [
            {"id": person_id, "name": name}
            for person_id, name in zip(ids, found.names, strict=True)
        ],
    }


def _snapshot(sha256: str, media_type: str, size: int) -> Mapping[str, object]:
    return {"sha256": sha256, "media_type": media_type, "bytes": size}


def _content(clean: CleanArticle) -> Json:
    return {
        "title": clean.title,
        "subtitle": clean.subtitle,
        "authors": list(clean.authors),
        "publisher": clean.publisher,
        "agency": clean.agency,
        "language": clean.language,
        "url": clean.url,
        "canonical_url": clean.canonical_url,
        "published": clean.published,
        "modified": clean.modified,
        "accessed": clean.accessed,
        "markdown": clean.markdown,
        "text": clean.text,
        "words": clean.words,
        "people": [named_person_to_json(person) for person in clean.people],
        "unassigned": [_unassigned_to_json(found) for found in clean.unassigned],
        "events": [
            {"date": event.date, "start": event.start, "end": event.end, "text": event.text}
            for event in clean.events
        ],
        "provenance": {
            name: {"source": origin.source, "confidence": origin.confidence}
            for name, origin in clean.provenance.items()
        },
        "removed": [{"text": block.text, "reason": block.reason} for block in clean.removed],
        "warnings": [
            {"code": warning.code, "message": warning.message} for warning in clean.warnings
        ],
    }


def copy_group_to_json(group: CopyGroup) -> Json:
    """The copies of one story, and the agency that most of them name."""
    return {"agency": group.agency, "copies": [asdict(each) for each in group.copies]}
