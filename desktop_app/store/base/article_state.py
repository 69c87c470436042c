"""How one state of an article is written into a revision, and read back.

One compressed JSON object holds everything that cleaning and analysis found, so that a revision
never loses anything; what is searched or listed is copied from it into columns elsewhere. Nearly
all its words stand in the page that it was made from as well. So the page's bytes are the frame's
dictionary (RFC 8878, section 5: raw content), where they are text and no more than
MAX_PAGE_BYTES: a third of the size, and ``zstd -d -D PAGE STATE`` reads it. The row of the
revision names the snapshot; a checksum in the frame tells when it isn't that one.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import suppress
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
#: Of larger pages the text is so small a part that it is kept by itself, and quick to read.
MAX_PAGE_BYTES = 256 * 2**10
#: Beyond it frames get hardly smaller; with a dictionary it is quicker than any lower one but 1.
_LEVEL = 6
#: What a state doesn't tell: a field that is left out is one of them.
_NOTHING: tuple[object, ...] = (None, [], {}, ())
_FIELDS = tuple(field.name for field in fields(CleanArticle))


def packed(article: CleanArticle, page: bytes | None = None) -> bytes:
    """The article as it is kept in a revision, against the page's bytes where they are given."""
    values = {name: getattr(article, name) for name in _FIELDS}
    values["removed"] = [asdict(block) for block in article.removed]
    values["warnings"] = [asdict(warning) for warning in article.warnings]
    values["provenance"] = {
        name: [origin.source, origin.confidence] for name, origin in article.provenance.items()
    }
    text = article.text
    values["people"] = [_person_values(text, person) for person in article.people]
    values["unassigned"] = [
        [_mention_values(text, each.mention), each.names] for each in article.unassigned
    ]
    values["events"] = [[e.date, e.start, e.end, e.phrase] for e in article.events]
    if article.text == article.markdown:
        values["text"] = None
    told = {name: value for name, value in values.items() if value not in _NOTHING}
    plain = json.dumps(told, ensure_ascii=False, separators=(",", ":"))
    return compressed(plain.encode("utf-8", "replace"), _LEVEL, page)


def unpacked(state: bytes, page: bytes | None) -> CleanArticle:
    """The article that a revision keeps; raises ArchiveError where it can't be read.

    ``page`` is the snapshot that the revision names, as it lies in the file, or None.
    """
    try:
        return _article(_values(state, page))
    except (ValueError, KeyError, TypeError, IndexError, AttributeError) as failure:
        raise ArchiveError(
            "An article's text in the archive is damaged.", "Run “cuttings check --repair”."
        ) from failure


def text_of(state: bytes, page: bytes | None) -> str:
    """The plain text that a revision keeps: none where it is damaged, which checking tells."""
    try:
        values = _values(state, page)
        text = values.get("text")
        text = values["markdown"] if text is None else text
    except (ArchiveError, ValueError, KeyError, TypeError, AttributeError):
        return ""
    return text if isinstance(text, str) else ""


def _values(state: bytes, page: bytes | None) -> Any:  # noqa: ANN401 - what JSON gives
    against = None if page is None else decompressed(page, MAX_PAGE_BYTES)
    return json.loads(decompressed(state, MAX_STATE_BYTES, against))


def compressed(content: bytes, level: int, against: bytes | None = None) -> bytes:
    """The bytes as one zstd frame that tells its own size; ``against`` bytes that reading needs."""
    compressor = zstandard.ZstdCompressor(
        level=level, dict_data=_dictionary(against), write_checksum=against is not None
    )
    frame: bytes = compressor.compress(content)
    return frame


def decompressed(frame: bytes, limit: int, against: bytes | None = None) -> bytes:
    """What the zstd frame holds; raises ArchiveError beyond ``limit`` bytes or when damaged."""
    # What goes wrong is told below, together with a size that can't be.
    with suppress(zstandard.ZstdError):
        size = zstandard.frame_content_size(frame)
        if 0 <= size <= limit:
            decompressor = zstandard.ZstdDecompressor(dict_data=_dictionary(against))
            content: bytes = decompressor.decompress(frame)
            return content
    raise ArchiveError(
        "Something stored in the archive can't be unpacked: the file is damaged.",
        "Restore a backup of it, or run “cuttings check” to see what is affected.",
    )


def _dictionary(content: bytes | None) -> zstandard.ZstdCompressionDict | None:
    if not content:
        return None
    return zstandard.ZstdCompressionDict(content, dict_type=zstandard.DICT_TYPE_RAWCONTENT)


def with_edits(article: CleanArticle, edits: Mapping[str, Any]) -> CleanArticle:
    """The article with the fields that the user set laid over it."""
    if not edits:
        return article
    values: dict[str, Any] = {
        name: tuple(value) if name == "authors" else value for name, value in edits.items()
    }
    provenance = {**article.provenance, **{name: Provenance("user", 1.0) for name in values}}
    return replace(article, provenance=MappingProxyType(provenance), **values)


def _person_values(text: str, person: NamedPerson) -> list[Any]:
    mentions = [_mention_values(text, mention) for mention in person.mentions]
    return [person.name, person.aliases, person.roles, mentions]


def _mention_values(text: str, mention: Mention) -> list[Any]:
    """Where a mention begins, its length, what its sentence has before and behind it; a role.

    Where words or sentence don't stand in the text: begin, end, words, role, sentence.
    """
    start, end = mention.start, mention.end
    around = _around(text, mention)
    if around is None or text[start:end] != mention.text:
        return [start, end, mention.text, mention.role, mention.sentence]
    role = () if mention.role is None else (mention.role,)
    return [start, end - start, *around, *role]


def _around(text: str, mention: Mention) -> tuple[int, int] | None:
    length = len(mention.sentence)
    first = max(0, mention.end - length)
    begin = text.find(mention.sentence, first, mention.start + length) if length else -1
    return None if begin < 0 else (mention.start - begin, begin + length - mention.end)


def _mention(text: str, values: list[Any]) -> Mention:
    match values:
        case [int(start), int(length), int(before), int(behind), *roles]:
            end = start + length
            role = roles[0] if roles else None
            return Mention(start, end, text[start:end], role, text[start - before : end + behind])
        case [start, end, None, role, [before, behind]]:  # of versions 10 to 12
            return Mention(start, end, text[start:end], role, text[start - before : end + behind])
    return Mention(*values)


def _article(values: dict[str, Any]) -> CleanArticle:
    text = values.pop("text", None)
    text = values["markdown"] if text is None else text
    origins = values.pop("provenance", {})
    return CleanArticle(
        text=text,
        authors=tuple(values.pop("authors", ())),
        people=tuple(_person(text, each) for each in values.pop("people", ())),
        # A state of an earlier version doesn't tell them.
        unassigned=tuple(
            UnassignedMention(_mention(text, mention), tuple(names))
            for mention, names in values.pop("unassigned", ())
        ),
        events=tuple(_event(text, *each) for each in values.pop("events", ())),
        provenance=MappingProxyType({name: Provenance(*each) for name, each in origins.items()}),
        removed=tuple(RemovedBlock(**each) for each in values.pop("removed", ())),
        warnings=tuple(CleaningWarning(**each) for each in values.pop("warnings", ())),
        **values,
    )


def _person(text: str, values: list[Any]) -> NamedPerson:
    name, aliases, roles, mentions = values
    told = tuple(_mention(text, mention) for mention in mentions)
    return NamedPerson(name, tuple(aliases), tuple(roles), told)


def _event(text: str, date: str, start: int, end: int, phrase: str) -> Event:
    return Event(date, start, end, text[start:end], phrase)
