"""A folder of Markdown files: Obsidian's vaults, its Web Clipper's notes, and our own export.

Fields stand in YAML front matter (https://obsidian.md/help/properties). ``==words==`` are
highlights, ``[[Note|words]]`` links between notes, of which the words are kept, and
``![[image.png]]`` images that lie anywhere in the folder. Our own export tells more: colours and
notes of highlights, read or not, the tags as they are.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from urllib.parse import unquote

import yaml

from desktop_app.capture.importers.import_source import ImportSource
from desktop_app.capture.importers.importer import Importer, ImportItems
from desktop_app.capture.importers.own_highlights import split_highlights
from desktop_app.capture.importers.values import address, day, moment, tags, title, told
from desktop_app.capture.page_images import address_of, bounded, stored_image
from desktop_app.core.article import StoredImage
from desktop_app.core.errors import InputError
from desktop_app.core.imported import (
    ImportedArticle,
    ImportedHighlight,
    ImportProblem,
    Origin,
)

Fields = Mapping[str, object]

_FRONT_MATTER = re.compile(r"\A---[ \t]*\n(.*?)\n?(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.DOTALL)
_MAX_FRONT_MATTER = 50_000
_LOOKED_AT = 20
#: A note of so many characters is somebody's data rather than a text.
_MAX_TEXT = 20_000_000
_CODE = re.compile(r"(```.*?(?:```|\Z)|~~~.*?(?:~~~|\Z)|`[^`\n]{1,2000}`)", re.DOTALL)
_MARKED = re.compile(r"==(?=\S)([^\n=](?:[^\n=]|=(?!=)){0,5000}?)(?<=\S)==")
_WIKI = re.compile(r"(!?)\[\[([^\[\]|\n]{1,500})(?:\|([^\[\]\n]{0,500}))?\]\]")
_IMAGE = re.compile(r"(!\[[^\[\]\n]{0,1000}\]\()<?([^\s<>()]{1,1000})>?(?=[ )])")
_INLINE_TAG = re.compile(r"(?:^|(?<=\s))#((?=[\w/-]*[^\W\d])[\w/-]{1,100})", re.MULTILINE)
_MARKUP = re.compile(r"\[([^\[\]]{0,2000})\]\([^()\s]{0,2000}\)|[*_`~]+|\\(?=[!-/:-@\[-`{-~])")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class _Files:
    """The folder: its files' names, and one of them by its last part in lower case."""

    source: ImportSource
    names: frozenset[str]
    by_name: Mapping[str, str]


def _is_note(name: str) -> bool:
    return name.lower().endswith((".md", ".markdown"))


def _guess(source: ImportSource) -> float:
    notes = [name for name in source.names if _is_note(name)]
    if not notes:
        return 0.0
    heads = (source.head_of(name) for name in notes[:_LOOKED_AT])
    if any(_FRONT_MATTER.match(_lines(head)) for head in heads):
        return 0.7
    return 0.4 if len(notes) * 2 >= len(source.names) else 0.0


def _read(source: ImportSource) -> ImportItems:
    by_name = {posixpath.basename(name).lower(): name for name in source.names}
    files = _Files(source, frozenset(source.names), by_name)
    notes = [name for name in source.names if _is_note(name)]
    for row, name in enumerate(notes, 1):
        try:
            yield _article(files, row, name)
        except InputError as failure:
            yield ImportProblem(row, failure.message, name)


def _article(files: _Files, row: int, name: str) -> ImportedArticle:
    text = _lines(files.source.text(name))
    if len(text) > _MAX_TEXT:
        raise InputError(f"It has more than {_MAX_TEXT:,} characters.", "Part it.")
    fields, body = _parted(text)
    is_ours = bool(told(fields.get("sha256")) and told(fields.get("captured")))
    url = _first(fields, address, "url", "source", "link", "source_url")
    if is_ours:
        body, highlights = split_highlights(body)
        found_tags = tags(_listed(fields.get("cuttings_tags") or fields.get("tags")))
    else:
        body, highlights, in_text = _plain(body)
        found_tags = tags([*_listed(fields.get("tags") or fields.get("tag")), *in_text])
    body, images = _with_images(files, name, body)
    stem = posixpath.splitext(posixpath.basename(name))[0]
    authors = _listed(fields.get("authors") or fields.get("author") or fields.get("creator"))
    captured = _first(fields, _time, "captured", "clipped", "created", "date_added")
    key = f"{captured} {url or told(fields.get('sha256'))}" if is_ours else name
    return ImportedArticle(
        Origin("markdown", key, row),
        url=url,
        title=title(fields.get("title"), url) or stem,
        subtitle=_first(fields, told, "subtitle", "description", "excerpt"),
        authors=tuple(dict.fromkeys(filter(None, (each.strip("[] ") for each in authors)))),
        publisher=_first(fields, told, "publisher", "publication", "site", "outlet"),
        agency=_first(fields, told, "agency"),
        language=_first(fields, told, "language", "lang"),
        published=_first(fields, _day, "published", "date", "issued"),
        modified=_first(fields, _day, "modified", "updated", "lastmod"),
        accessed=_first(fields, _day, "accessed", "retrieved"),
        canonical_url=_first(fields, address, "canonical_url"),
        captured=captured,
        markdown=body.strip("\n"),
        tags=found_tags,
        note=told(fields.get("note")),
        starred=fields.get("starred") is True or fields.get("favorite") is True,
        read=fields.get("read") is True,
        highlights=highlights,
        images=images,
        citation_key=told(fields.get("citekey") or fields.get("citation key")),
    )


def _lines(text: str) -> str:
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    return _CONTROL.sub("", text)


def _parted(text: str) -> tuple[Fields, str]:
    """The front matter's fields by lower-case names, and the text below; what is none is text."""
    match = _FRONT_MATTER.match(text[: _MAX_FRONT_MATTER + 10])
    if match is None or not _is_safe(match[1]):
        return {}, text
    try:
        fields = yaml.safe_load(match[1])
    except (yaml.YAMLError, ValueError, RecursionError, OverflowError):
        return {}, text
    if not isinstance(fields, dict):
        return ({}, text[match.end() :]) if fields is None else ({}, text)
    return {str(key).lower(): value for key, value in fields.items()}, text[match.end() :]


def _is_safe(front_matter: str) -> bool:
    """Whether it has no aliases, by which a few lines can make a billion values."""
    try:
        return not any(isinstance(each, yaml.AliasToken) for each in yaml.scan(front_matter))
    except (yaml.YAMLError, ValueError, RecursionError):
        return False


def _first(fields: Fields, read: Callable[[object], str | None], *names: str) -> str | None:
    for name in names:
        value = fields.get(name)
        if value is not None and not isinstance(value, bool) and (found := read(value)):
            return found
    return None


def _written(value: object) -> str:
    """A value as it stands in the file; YAML reads times as times."""
    return value.isoformat() if isinstance(value, date | datetime) else told(value)


def _time(value: object) -> str | None:
    return moment(_written(value))


def _day(value: object) -> str | None:
    text = _written(value)
    return day(text) or (text if re.fullmatch(r"[\d?~%X/.-]{4,40}", text) else None)


def _listed(value: object) -> list[str]:
    """A property's values: a list, or one text with commas between them."""
    if isinstance(value, list):
        return [_written(each).removeprefix("#") for each in value[:1000]]
    parts = re.split(r"[,\n]", _written(value)) if value is not None else []
    return [each.strip().removeprefix("#") for each in parts if each.strip()]


def _plain(body: str) -> tuple[str, tuple[ImportedHighlight, ...], list[str]]:
    """The text without the marks of highlights and wiki links; the highlights; the tags in it."""
    highlights: list[ImportedHighlight] = []
    found: list[str] = []
    pieces = []
    for at, piece in enumerate(_CODE.split(body)):
        if at % 2:  # code stays as it is
            pieces.append(piece)
            continue
        for match in _MARKED.finditer(piece):
            words = _MARKUP.sub(r"\1", _WIKI.sub(_link_words, match[1])).strip()
            highlights.append(ImportedHighlight(words))
        found += _INLINE_TAG.findall(piece)
        pieces.append(_WIKI.sub(_link, _MARKED.sub(r"\1", piece)))
    return "".join(pieces), tuple(highlights), found


def _link_words(match: re.Match[str]) -> str:
    return match[3] or match[2]


def _link(match: re.Match[str]) -> str:
    if match[1]:
        alt = "" if (match[3] or "").isdigit() else match[3] or ""  # a number is a width
        return f"![{alt}]({match[2].split('#')[0].strip().replace(' ', '%20')})"
    return _link_words(match)


def _with_images(files: _Files, name: str, body: str) -> tuple[str, tuple[StoredImage, ...]]:
    """The text with the images that lie in the folder under addresses of ours, and the images."""
    images: dict[str, StoredImage] = {}

    def renamed(match: re.Match[str]) -> str:
        for path in _paths(files, name, unquote(match[2])):
            if path in files.names:
                kept = stored_image(files.source.read(path))
                if kept is not None:
                    images[kept.url] = kept
                    return f"{match[1]}{address_of(kept.content)}"
        return match[0]

    return _IMAGE.sub(renamed, body), bounded(images.values())


def _paths(files: _Files, name: str, wanted: str) -> Iterator[str]:
    """Where an image may lie: beside the note, from the top, or anywhere under this name."""
    if "://" in wanted or "\x00" in wanted:
        return
    yield posixpath.normpath(posixpath.join(posixpath.dirname(name), wanted))
    yield posixpath.normpath(wanted)
    if (anywhere := files.by_name.get(posixpath.basename(wanted).lower())) is not None:
        yield anywhere


IMPORTER = Importer("markdown", "Markdown files (Obsidian, Cuttings)", _guess, _read)
