"""How one state of an article is written into a revision, and read back.

One compressed JSON object holds everything that cleaning and analysis found, so that a revision
never loses anything; what is searched or listed is copied from it into columns elsewhere.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, fields, replace
from types import MappingProxyType
from typing import Any

import zstandard

from desktop_app.core.article import (
    CleanArticle,
    CleaningWarning,
    Event,
    Mention,
    NamedPerson,
    Provenance,
    RemovedBlock,
    UnassignedMention,
)
from desktop_app.core.errors import ArchiveError

#: Far more than any press article; a larger frame comes from a damaged or hostile file.
MAX_STATE_BYTES = 256 * 2**20
_LEVEL = 9
_FIELDS = tuple(field.name for field in fields(CleanArticle))


def packed(article: CleanArticle) -> bytes:
    """The article as it is kept in a revision."""
    values = {name: getattr(article, name) for name in _FIELDS}
    values["removed"] = [asdict(block) for block in article.removed]
    values["warnings"] = [asdict(warning) for warning in article.warnings]
    values["provenance"] = {
        name: [origin.source, origin.confidence] for name, origin in article.provenance.items()
    }
    values["people"] = [_person_values(person) for person in article.people]
    values["unassigned"] = [
        [_mention_values(each.mention), each.names] for each in article.unassigned
    ]
    values["events"] = [[e.date, e.start, e.end, e.phrase] for e in article.events]
    if article.text == article.markdown:
        values["text"] = None
    plain = json.dumps(values, ensure_ascii=False, separators=(",", ":"))
    return compressed(plain.encode("utf-8", "replace"), _LEVEL)


def unpacked(state: bytes) -> CleanArticle:
    """The article that a revision keeps; raises ArchiveError where it can't be read."""
    try:
        return _article(json.loads(decompressed(state, MAX_STATE_BYTES)))
    except (ValueError, KeyError, TypeError, IndexError, AttributeError) as failure:
        raise ArchiveError(
            "An article's text in the archive is damaged.", "Run “cuttings check --repair”."
        ) from failure


def text_of(state: bytes) -> str:
    """The plain text that a revision keeps: none where it is damaged, which checking tells."""
    try:
        values = json.loads(decompressed(state, MAX_STATE_BYTES))
        text = values["markdown"] if values["text"] is None else values["text"]
    except (ArchiveError, ValueError, KeyError, TypeError):
        return ""
    return text if isinstance(text, str) else ""


def compressed(content: bytes, level: int) -> bytes:
    """The bytes as one zstd frame that tells its own size."""
    frame: bytes = zstandard.ZstdCompressor(level=level).compress(content)
    return frame


def decompressed(frame: bytes, limit: int) -> bytes:
    """What the zstd frame holds; raises ArchiveError beyond ``limit`` bytes or when damaged."""
    try:
        size = zstandard.frame_content_size(frame)
        if 0 <= size <= limit:
            content: bytes = zstandard.ZstdDecompressor().decompress(frame)
            return content
    except zstandard.ZstdError:
        pass  # told below, together with a size that can't be
    raise ArchiveError(
        "Something stored in the archive can't be unpacked: the file is damaged.",
        "Restore a backup of it, or run “cuttings check” to see what is affected.",
    )


def with_edits(article: CleanArticle, edits: Mapping[str, Any]) -> CleanArticle:
    """The article with the fields that the user set laid over it."""
    if not edits:
        return article
    values: dict[str, Any] = {
        name: tuple(value) if name == "authors" else value for name, value in edits.items()
    }
    provenance = {**article.provenance, **{name: Provenance("user", 1.0) for name in values}}
    return replace(article, provenance=MappingProxyType(provenance), **values)


def _person_values(person: NamedPerson) -> list[Any]:
    mentions = [_mention_values(mention) for mention in person.mentions]
    return [person.name, person.aliases, person.roles, mentions]


def _mention_values(mention: Mention) -> list[Any]:
    return [mention.start, mention.end, mention.text, mention.role, mention.sentence]


def _article(values: dict[str, Any]) -> CleanArticle:
    text = values.pop("text")
    text = values["markdown"] if text is None else text
    origins = values.pop("provenance")
    return CleanArticle(
        text=text,
        authors=tuple(values.pop("authors")),
        people=tuple(_person(each) for each in values.pop("people")),
        # A state of an earlier version doesn't tell them.
        unassigned=tuple(
            UnassignedMention(Mention(*mention), tuple(names))
            for mention, names in values.pop("unassigned", ())
        ),
        events=tuple(_event(text, *each) for each in values.pop("events")),
        provenance=MappingProxyType({name: Provenance(*each) for name, each in origins.items()}),
        removed=tuple(RemovedBlock(**each) for each in values.pop("removed")),
        warnings=tuple(CleaningWarning(**each) for each in values.pop("warnings")),
        **values,
    )


def _person(values: list[Any]) -> NamedPerson:
    name, aliases, roles, mentions = values
    return NamedPerson(
        name, tuple(aliases), tuple(roles), tuple(Mention(*mention) for mention in mentions)
    )


def _event(text: str, date: str, start: int, end: int, phrase: str) -> Event:
    return Event(date, start, end, text[start:end], phrase)
