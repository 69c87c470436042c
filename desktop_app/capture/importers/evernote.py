"""Evernote's ENEX: notes as ENML with their files, https://evernote.com (evernote-export4.dtd).

A note is XHTML in a ``content`` element; a file stands in base64 in a ``resource``, and the note
names it by the MD5 of its bytes.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import html
import re

from lxml import etree

from desktop_app.capture.importers.import_source import ImportSource
from desktop_app.capture.importers.importer import Importer, ImportItems
from desktop_app.capture.importers.values import address, moment, names, tags, title
from desktop_app.capture.importers.xml_elements import xml_elements
from desktop_app.capture.page_images import address_of, bounded, stored_image
from desktop_app.core.article import StoredImage
from desktop_app.core.errors import InputError
from desktop_app.core.imported import (
    ImportedArticle,
    ImportedHighlight,
    ImportedSnapshot,
    ImportProblem,
    Origin,
)

_TIME = re.compile(r"(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z")
_PROLOGUE = re.compile(r"\A\s*(?:<\?xml[^>]*\?>\s*)?(?:<!DOCTYPE[^>\[]*>\s*)?", re.IGNORECASE)
_NOTE_TAG = re.compile(r"</?en-note[^>]*>", re.IGNORECASE)
_MEDIA = re.compile(r"<en-media\b([^<>]{0,4000}?)/?>(?:\s*</en-media>)?", re.IGNORECASE)
_HASH = re.compile(r"\bhash\s*=\s*[\"']([0-9a-fA-F]{32})[\"']")
_TODO = re.compile(r"<en-todo\b([^<>]{0,200}?)/?>(?:\s*</en-todo>)?", re.IGNORECASE)
#: How Evernote writes highlighted words: a style of its own, or a background.
_MARKED = re.compile(
    r"<span\b[^<>]{0,1000}?(?:-evernote-highlight\s*:\s*true|--en-highlight\s*:)[^<>]{0,1000}>"
    r"((?:(?!</?span).){1,20000}?)</span>",
    re.IGNORECASE | re.DOTALL,
)
_TAG = re.compile(r"<[^<>]{1,4000}>")
_PDF = "application/pdf"


def _guess(source: ImportSource) -> float:
    head = source.head
    return 0.98 if "<en-export" in head[:4000] else _guess_names(source)


def _guess_names(source: ImportSource) -> float:
    found = sum(name.lower().endswith(".enex") for name in source.names)
    return 0.9 if not source.is_single and found * 2 >= len(source.names) > 0 else 0.0


def _read(source: ImportSource) -> ImportItems:
    files = source.names if source.is_single else sorted(_exports(source))
    row = 0
    for name in files:
        with source.open(name) as stream:
            for element in xml_elements(stream, "note"):
                if isinstance(element, ImportProblem):
                    yield element
                    continue
                row += 1
                yield from _items(row, name, element)


def _exports(source: ImportSource) -> list[str]:
    return [name for name in source.names if name.lower().endswith(".enex")]


def _items(row: int, file: str, note: etree._Element) -> ImportItems:
    images: dict[str, StoredImage] = {}
    pdf: ImportedSnapshot | None = None
    for resource in note.iterfind("resource"):
        try:
            content = _data(resource.findtext("data"))
        except InputError as failure:
            yield ImportProblem(row, failure.message, file)
            continue
        kept = stored_image(content)
        if kept is not None:
            images[hashlib.md5(content, usedforsecurity=False).hexdigest()] = kept
        elif (resource.findtext("mime") or "").strip() == _PDF:
            called = resource.findtext("resource-attributes/file-name") or ""
            pdf = pdf or ImportedSnapshot(content, _PDF, called.strip())
        else:
            called = resource.findtext("resource-attributes/file-name") or "A file"
            yield ImportProblem(
                row, f"{called.strip()[:100]} is no image or PDF; it was left.", file
            )
    enml = note.findtext("content") or ""
    body = _body(enml, images)
    has_text = bool(_TAG.sub("", body).strip()) or bool(images)
    created = _moment(note.findtext("created"))
    url = address(note.findtext("note-attributes/source-url"))
    name = title(note.findtext("title"), url)
    if not (has_text or url or name or pdf):
        yield ImportProblem(row, "The note is empty.", file)
        return
    digest = hashlib.sha256(f"{created}\0{name}\0{url}".encode("utf-8", "replace")).hexdigest()
    yield ImportedArticle(
        Origin("evernote", digest[:32], row),
        url=url,
        title=name,
        authors=names(note.findtext("note-attributes/author")),
        captured=created,
        html=body if has_text and pdf is None else None,
        snapshot=pdf,
        note=html.unescape(_TAG.sub(" ", body)).strip() if pdf is not None else "",
        tags=tags(each.text for each in note.iterfind("tag")),
        highlights=tuple(_highlights(enml)),
        images=bounded(images.values()),
    )


def _data(text: str | None) -> bytes:
    try:
        return base64.b64decode("".join((text or "").split()), validate=True)
    except (binascii.Error, ValueError):
        raise InputError("A file in the note is damaged.", "Export it again.") from None


def _moment(text: str | None) -> str | None:
    match = _TIME.fullmatch((text or "").strip())
    return moment("{}-{}-{}T{}:{}:{}Z".format(*match.groups())) if match else None


def _body(enml: str, images: dict[str, StoredImage]) -> str:
    """ENML as HTML: images by their own addresses, boxes to tick as characters."""

    def media(match: re.Match[str]) -> str:
        named = _HASH.search(match[1])
        image = images.get(named[1].lower()) if named else None
        return f'<img src="{address_of(image.content)}" alt="">' if image else ""

    body = _NOTE_TAG.sub("", _PROLOGUE.sub("", enml))
    body = _TODO.sub(lambda m: "☑ " if "true" in m[1].lower() else "☐ ", body)
    return _MEDIA.sub(media, body)


def _highlights(enml: str) -> list[ImportedHighlight]:
    words = (" ".join(html.unescape(_TAG.sub("", m[1])).split()) for m in _MARKED.finditer(enml))
    return [ImportedHighlight(each) for each in words if each]


IMPORTER = Importer("evernote", "Evernote (ENEX)", _guess, _read)
