"""What the formats of reference managers have in common: persons, dates, notes, attached files."""

from __future__ import annotations

import html
import posixpath
import re
from collections.abc import Iterable
from urllib.parse import unquote

from desktop_app.capture.importers.import_source import ImportSource
from desktop_app.capture.importers.values import address, day
from desktop_app.capture.importers.values import told as text_of
from desktop_app.core.imported import ImportedSnapshot
from desktop_app.core.name_parts import is_suffix, spoken_name
from desktop_app.core.reference_notes import ReferenceNotes, read_notes

_MEDIA_TYPES = {
    ".html": "text/html",
    ".htm": "text/html",
    ".xhtml": "application/xhtml+xml",
    ".mhtml": "multipart/related",
    ".mht": "multipart/related",
    ".pdf": "application/pdf",
}
_TAG = re.compile(r"<[^<>]{1,2000}>")
_PARAGRAPH = re.compile(r"</(?:p|div|h[1-6]|li|blockquote)\s*>|<br\s*/?>", re.IGNORECASE)
_DATE = re.compile(r"(\d{4})(?:[-/](\d{1,2}))?(?:[-/](\d{1,2}))?(?!\d)")


def person(name: str) -> str:
    """“Last, First” as “First Last”, and with a suffix behind; anything else as it is."""
    told = " ".join(name.split()).strip(",")
    last, *rest = [part.strip() for part in told.split(",")]
    is_parted = len(rest) == 1 or (len(rest) == 2 and is_suffix(rest[1]))
    return spoken_name(rest[0], last, *rest[1:]) if is_parted else told


def persons(names: Iterable[str]) -> tuple[str, ...]:
    """Each person once, in their order."""
    return tuple(dict.fromkeys(filter(None, map(person, names))))


def written_day(text: str) -> str | None:
    """A date as references have it (2021, 2021/03/01/, 2021-3-1 and more) as EDTF."""
    match = _DATE.match(text.strip())
    if match is None:
        return day(text)
    year, month, date = match[1], int(match[2] or 0), int(match[3] or 0)
    if not 1 <= month <= 12:
        return day(year)
    text = f"{year}-{month:02}"
    return day(f"{text}-{date:02}") or day(text) if 1 <= date <= 31 else day(text)


def note_text(note: str) -> str:
    """A note, which may be HTML, as text in paragraphs."""
    if "<" not in note:
        return html.unescape(note).strip()
    text = html.unescape(_TAG.sub("", _PARAGRAPH.sub("\n\n", note)))
    paragraphs = (" ".join(each.split()) for each in re.split(r"\n\s*\n", text))
    return "\n\n".join(filter(None, paragraphs))


def notes_text(notes: Iterable[str]) -> tuple[ReferenceNotes, str]:
    """What our own exports tell in notes, and the rest of the notes as text."""
    texts = [note_text(each) for each in notes]
    facts, rest = read_notes("\n\n".join(filter(None, texts)))
    return facts, re.sub(r"\n{3,}", "\n\n", rest)


def web_address(url: object, doi: object = "") -> str | None:
    """The address, or that of the DOI."""
    name = text_of(doi).removeprefix("https://doi.org/").removeprefix("doi:").strip()
    return address(url) or (address(f"https://doi.org/{name}") if name.startswith("10.") else None)


def table_named(source: ImportSource, *suffixes: str) -> str | None:
    """The file of this kind: the source itself, or the first in the folder or archive."""
    if source.is_single:
        return next(iter(source.names), None)
    return next((name for name in source.names if name.lower().endswith(suffixes)), None)


class Attachments:
    """Files that references name by paths of another computer, found in the folder given."""

    def __init__(self, source: ImportSource) -> None:
        self._source = source
        self._by_end = {} if source.is_single else {_end(name): name for name in source.names}

    def snapshot(self, paths: Iterable[str]) -> ImportedSnapshot | None:
        """The first page among them, else the first PDF; None where none is there.

        Raises InputError for one that can't be read.
        """
        found = [self._by_end[end] for path in paths if (end := _end(path)) in self._by_end]
        kinds = [(media_type_of(name), name) for name in found]
        shown = sorted((each for each in kinds if each[0]), key=lambda e: e[0] == "application/pdf")
        if not shown:
            return None
        media_type, name = shown[0]
        return ImportedSnapshot(self._source.read(name), media_type, name)


def media_type_of(name: str) -> str:
    """The media type that a page's or PDF's name tells; empty for another file."""
    return _MEDIA_TYPES.get(posixpath.splitext(name.lower())[1], "")


def _end(path: str) -> str:
    """The last two parts of a path: each attachment lies in a folder of its own name."""
    parts = unquote(path.strip().removeprefix("file://")).replace("\\", "/").split("/")
    return "/".join(parts[-2:])
