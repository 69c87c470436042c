"""An article as a reference: what bibliographies tell of it, whatever their format.

Every text in it is one line of bounded length without anything invisible that could break a file
or turn the writing direction round; what a format needs escaped, it escapes itself.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from desktop_app.core.article import Article
from desktop_app.core.name_parts import NameParts, split_authors
from desktop_app.core.reference_notes import ReferenceNotes
from desktop_app.export.citations.csl_dates import says_all
from desktop_app.export.citations.reference_type import ReferenceType, host_of, reference_type

#: The longest text of a reference, and the longest address, in characters.
MOST_CHARACTERS, MOST_ADDRESS = 1_000, 2_000
_MOST_AUTHORS, _MOST_KEYWORDS = 200, 200
_FEW_WORDS = 12
_SPACES = re.compile(r"\s+")
#: Marks that say from which side a text is read; those that turn it round are left out.
_KEPT_MARKS = "\u200c\u200d\u200e\u200f"
_WEB = re.compile(r"https?://[^\s<>\"\\^`{|}]+", re.IGNORECASE)
#: Where a headline goes on after its first half.
_HALF = re.compile(r"(?::|\s[–—|-])\s+")


@dataclass(frozen=True, slots=True)
class Reference:
    """One article, cited as ``key``.

    ``published`` is EDTF as the archive has it, ``accessed`` EDTF: where nobody noted when the
    address was looked at, the day of capture. ``captured`` is an ISO 8601 time in UTC, ``sha256``
    that of the snapshot, empty without one. ``container`` is the outlet or, unknown, the site.
    """

    key: str
    type: ReferenceType
    title: str
    short_title: str = ""
    authors: tuple[NameParts, ...] = ()
    container: str = ""
    published: str = ""
    accessed: str = ""
    url: str = ""
    language: str = ""
    abstract: str = ""
    keywords: tuple[str, ...] = ()
    agency: str = ""
    captured: str = ""
    sha256: str = ""

    def notes(self) -> ReferenceNotes:
        """What formats have no field for."""
        is_author = any(each.literal == self.agency for each in self.authors)
        return ReferenceNotes(
            published="" if says_all(self.published) else self.published,
            agency="" if is_author else self.agency,
            captured=self.captured,
            sha256=self.sha256,
        )


def reference_of(article: Article, key: str) -> Reference:
    """The reference of an article, cited as ``key``."""
    clean = article.clean
    return make_reference(
        key,
        title=clean.title,
        authors=clean.authors,
        publisher=clean.publisher,
        agency=clean.agency,
        language=clean.language,
        published=clean.published,
        accessed=clean.accessed,
        addresses=(clean.url, clean.canonical_url),
        captured=article.captured,
        sha256=article.snapshot.sha256 if article.snapshot else "",
        text=clean.text,
        subtitle=clean.subtitle,
        tags=article.tags,
    )


def make_reference(
    key: str,
    *,
    title: str | None,
    authors: Sequence[str],
    publisher: str | None,
    agency: str | None,
    language: str | None,
    published: str | None,
    accessed: str | None,
    addresses: Iterable[str | None],
    captured: str,
    sha256: str,
    text: str = "",
    subtitle: str | None = None,
    tags: Sequence[str] = (),
) -> Reference:
    """The reference of what is known of an article; the first of its addresses that is one."""
    url = next(filter(None, map(_address, addresses)), "")
    outlet, wire = one_line(publisher), one_line(agency)
    names = split_authors(
        map(one_line, authors[:_MOST_AUTHORS]), language=language, bodies=(outlet, wire)
    )
    if not names and wire:
        names = (NameParts(literal=wire),)
    headline = one_line(title) or _first_words(text)
    return Reference(
        key=key,
        type=reference_type(url, outlet),
        title=headline,
        short_title=_short(headline),
        authors=names,
        container=outlet or host_of(url),
        published=one_line(published),
        accessed=(one_line(accessed) or captured[:10]) if url else "",
        url=url,
        language=one_line(language),
        abstract=one_line(subtitle),
        keywords=tuple(filter(None, map(one_line, tags[:_MOST_KEYWORDS]))),
        agency=wire,
        captured=captured,
        sha256=sha256,
    )


def one_line(text: str | None, most: int = MOST_CHARACTERS) -> str:
    """A text in one line without control marks and the like, cut where it is too long."""
    if not text:
        return ""
    head = text[: most * 4]
    if not head.isascii() or not head.isprintable():
        head = "".join(each if _is_written(each) else " " for each in head)
    line = _SPACES.sub(" ", head).strip()
    return line if len(line) <= most else f"{line[: most - 1].rstrip()}…"


def archived_in_words(reference: Reference) -> tuple[str, str]:
    """The archived copy as a printed citation names it: when it was captured, and what proves it.

    Both are empty where there is none.
    """
    if not reference.sha256:
        return "", ""
    return f"archived copy, captured {reference.captured[:10]}", f"SHA-256 {reference.sha256}"


def _is_written(letter: str) -> bool:
    return letter in _KEPT_MARKS or unicodedata.category(letter)[0] != "C"


def _address(url: str | None) -> str:
    found = _WEB.fullmatch((url or "").strip()[: MOST_ADDRESS + 1])
    return found[0] if found and len(found[0]) <= MOST_ADDRESS else ""


def _first_words(text: str) -> str:
    """What stands for the title of an article without one."""
    words = one_line(text[:400]).split(" ")
    return " ".join(words[:_FEW_WORDS]) + ("…" if len(words) > _FEW_WORDS else "")


def _short(title: str) -> str:
    """The title up to where it goes on after its first half; empty where that is all of it."""
    first = _HALF.split(title, maxsplit=1)[0]
    return first if first != title and " " in first.strip() else ""
