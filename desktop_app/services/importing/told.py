"""What exports told of an item so far: by it a newer export shows what is new in it.

Only digests are kept of words, as what the user makes of them here is theirs: what was told once
is never brought again, whether it was taken off, rewritten or left as it came.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, fields, replace
from hashlib import blake2b
from typing import Any

from desktop_app.core.imported import ImportedArticle, ImportedHighlight

#: What an item says of the article itself, apart from its text.
FIELDS = (
    *("title", "subtitle", "authors", "publisher", "agency", "language", "published"),
    *("modified", "accessed", "url", "canonical_url"),
)
_MARKED = ("starred", "read", "archived")


@dataclass(frozen=True, slots=True)
class Told:
    """All that one or several exports told of an item: tags and lists as they are, else digests."""

    tags: frozenset[str] = frozenset()
    lists: frozenset[str] = frozenset()
    marks: frozenset[str] = frozenset()
    bodies: frozenset[str] = frozenset()
    facts: frozenset[str] = frozenset()
    notes: frozenset[str] = frozenset()
    highlights: frozenset[str] = frozenset()

    @classmethod
    def of(cls, found: ImportedArticle) -> Told:
        """What an item tells."""
        return cls(
            tags=frozenset(found.tags),
            lists=frozenset(each.name for each in found.lists),
            marks=frozenset(name for name in _MARKED if getattr(found, name)),
            bodies=_some(_body(found)),
            facts=_some(_facts(found)),
            notes=_some(note_digest(found.note) if found.note.strip() else ""),
            highlights=frozenset(map(_highlight, found.highlights)),
        )

    @classmethod
    def read(cls, text: str) -> Told:
        """What ``written`` wrote."""
        told = json.loads(text)
        return cls(**{name: frozenset(values) for name, values in told.items()})

    def written(self) -> str:
        """As it is kept in the archive."""
        told = {each.name: sorted(getattr(self, each.name)) for each in fields(self)}
        return json.dumps({name: values for name, values in told.items() if values})

    def joined(self, other: Told) -> Told:
        """What both tell."""
        return Told(*(one | another for one, another in self._beside(other)))

    def covers(self, other: Told) -> bool:
        """Whether the other tells nothing new."""
        return all(another <= one for one, another in self._beside(other))

    def _beside(self, other: Told) -> list[tuple[frozenset[str], frozenset[str]]]:
        return [(getattr(self, each.name), getattr(other, each.name)) for each in fields(self)]

    def has_note(self, note: str) -> bool:
        """Whether a note is one that was told, word for word."""
        return note_digest(note) in self.notes

    def has_highlight(self, quote: str, note: str) -> bool:
        """Whether a highlight is one that was told, word for word."""
        return _digest(_words(quote), _words(note)) in self.highlights


def what_is_new(found: ImportedArticle, before: Told) -> ImportedArticle:
    """The item without what was told before."""
    new = replace(
        found,
        tags=tuple(each for each in found.tags if each not in before.tags),
        lists=tuple(each for each in found.lists if each.name not in before.lists),
        highlights=tuple(h for h in found.highlights if _highlight(h) not in before.highlights),
        note="" if before.has_note(found.note) else found.note,
        starred=found.starred and "starred" not in before.marks,
        read=found.read and "read" not in before.marks,
        archived=found.archived and "archived" not in before.marks,
    )
    if _some(_body(found)) - before.bodies:
        return new
    bare = replace(new, html=None, markdown=None, text=None, snapshot=None, images=())
    if _facts(found) not in before.facts:
        return bare
    untold: dict[str, Any] = {**dict.fromkeys(FIELDS), "authors": (), "url": found.url}
    return replace(bare, **untold)


def note_digest(note: str) -> str:
    """A note, whatever white space it has."""
    return _digest(_words(note))


def _some(digest: str) -> frozenset[str]:
    return frozenset((digest,)) if digest else frozenset()


def _body(found: ImportedArticle) -> str:
    if found.snapshot is not None:
        return _digest(found.snapshot.content)
    body = found.html or found.markdown or found.text or ""
    return _digest(body) if body.strip() else ""


def _facts(found: ImportedArticle) -> str:
    told = [str(getattr(found, name) or "") for name in FIELDS]
    return _digest(*told)


def _highlight(found: ImportedHighlight) -> str:
    return _digest(_words(found.quote), _words(found.note))


def _words(text: str) -> str:
    return " ".join(text.split())


def _digest(*parts: str | bytes) -> str:
    digest = blake2b(digest_size=9)
    for part in parts:
        content = part.encode("utf-8", "replace") if isinstance(part, str) else part
        digest.update(len(content).to_bytes(8, "little") + content)
    return digest.hexdigest()
