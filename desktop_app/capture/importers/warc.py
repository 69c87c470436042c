"""WARC and WACZ: pages that Browsertrix, ArchiveWeb.page, ArchiveBox, wget and others archived.

Of the many records of such a file only pages come in, with the images that they show. Which
records are pages a WACZ says itself (``pages/pages.jsonl`` and ``extraPages.jsonl``,
https://specs.webrecorder.net/wacz/1.1.1/). Otherwise they are the documents and PDFs that were
answered with 200 to a GET, but for what another page shows in a frame and what a browser's request
says (``Sec-Fetch-Dest``) was wanted for something else. A record that says “as before”
(``revisit``) has the content of the one before, where that is in the file. What Cuttings wrote
into such a file without an address, because it was pasted, is a page by its hash.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field, replace
from datetime import datetime
from urllib.parse import urljoin

from desktop_app.capture.importers.import_source import ImportSource
from desktop_app.capture.importers.importer import Importer, ImportItems
from desktop_app.capture.importers.json_items import json_items
from desktop_app.capture.importers.page_addresses import framed, pictured
from desktop_app.capture.importers.values import address, moment, title, told
from desktop_app.capture.importers.warc_records import Record, WarcFile, is_warc
from desktop_app.capture.media_types import (
    HTML,
    MARKDOWN,
    PDF,
    PLAIN,
    TEXTUAL,
    XHTML,
    media_type_of,
)
from desktop_app.capture.page_images import bounded, stored_image
from desktop_app.capture.text_encoding import charset_of, decode
from desktop_app.core.article import StoredImage
from desktop_app.core.counted import counted
from desktop_app.core.errors import InputError
from desktop_app.core.imported import (
    ImportedArticle,
    ImportedSnapshot,
    ImportProblem,
    ImportRemark,
    Origin,
)

_WARC = re.compile(r"\.warc(?:\.gz|\.zst)?$", re.IGNORECASE)
_PAGES = re.compile(r"(?:^|/)pages/[^/]*\.jsonl$", re.IGNORECASE)
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]{1,60})", re.IGNORECASE)
_DOCUMENTS = (HTML, XHTML, PDF)
#: What was pasted may be plain words too.
_PASTED = (*_DOCUMENTS, PLAIN, MARKDOWN)
_BY_HASH = re.compile(r"urn:sha256:[0-9a-f]{64}")
#: How many addresses that lead on to others are followed.
_MOST_REDIRECTS = 20
_HEAD_BYTES = 2**14


@dataclass(frozen=True, slots=True)
class _Place:
    """A record and the file that it is in."""

    file: WarcFile
    record: Record


@dataclass(frozen=True, slots=True)
class _Page:
    """A page that a WACZ names; ``row`` is its line there."""

    row: int
    member: str
    url: str
    time: str | None
    title: str


@dataclass(slots=True)
class _Index:
    """What of all records is needed to find pages and what belongs to them."""

    count: int = 0
    documents: list[_Place] = field(default_factory=list)
    by_url: dict[str, list[_Place]] = field(default_factory=dict)
    by_digest: dict[str, _Place] = field(default_factory=dict)
    images: dict[str, _Place] = field(default_factory=dict)
    leads_to: dict[str, str] = field(default_factory=dict)
    led_by: dict[str, str] = field(default_factory=dict)
    frames: set[str] = field(default_factory=set)
    #: Which records were not wanted as pages, by their ids, and which addresses never were.
    no_pages: set[str] = field(default_factory=set)
    wanted_as: dict[str, set[bool]] = field(default_factory=dict)


def _guess(source: ImportSource) -> float:
    files = _files(source)
    if not files:
        return 0.0
    if source.is_single:
        return 0.98
    is_wacz = any(map(_PAGES.search, source.names)) or "datapackage.json" in source.names
    return 0.98 if is_wacz else 0.6


def _files(source: ImportSource) -> list[str]:
    if source.is_single:
        return [name for name in source.names if is_warc(_head(source, name), name)]
    return sorted(name for name in source.names if _WARC.search(name))


def _head(source: ImportSource, name: str) -> bytes:
    with source.opened_at_any_place(name) as stream:
        return stream.read(_HEAD_BYTES)


def _read(source: ImportSource) -> ImportItems:
    with ExitStack() as opened:
        index = _Index()
        for name in _files(source):
            try:
                stream = opened.enter_context(source.opened_at_any_place(name))
                file = opened.enter_context(WarcFile.opened(stream, name, source.limits))
            except InputError as failure:
                yield ImportProblem(0, failure.message, name)
                continue
            yield from _indexed(file, index)
        pages = list(_pages(source))
        named = [each for each in pages if isinstance(each, _Page)]
        yield from (each for each in pages if isinstance(each, ImportProblem))
        came = 0
        for item in _named_pages(named, index) if named else _found_pages(index):
            came += isinstance(item, ImportedArticle)
            yield item
        if index.count > came:
            yield ImportRemark(
                f"{counted(index.count - came, 'record')} of {index.count:,} are no pages of"
                " their own (images, scripts, frames, requests and the like): they were passed"
                " over, but for the images that the pages show."
            )


# Looking through the records


def _indexed(file: WarcFile, index: _Index) -> Iterator[ImportProblem]:
    for each in file.records():
        index.count += 1
        if isinstance(each, ImportProblem):
            yield each
            continue
        record, read = each
        place = _Place(file, record)
        if record.kind == "request":
            _note_request(record, index)
        elif record.kind in ("response", "resource", "revisit") and (
            address(record.url) or _is_pasted(record)
        ):
            if record.kind != "resource" and 300 <= (record.status or 0) < 400:
                _note_redirect(record, index)
            elif record.media_type.startswith("image/"):
                if record.kind != "revisit":
                    index.images.setdefault(_bare(record.url), place)
            elif _may_be_document(record):
                try:
                    _note_document(place, file.body(record, read), index)
                except InputError as failure:
                    yield ImportProblem(record.number, failure.message, file.name)


def _note_request(record: Record, index: _Index) -> None:
    wanted = record.header("sec-fetch-dest") or "document"
    is_page = wanted == "document" and record.request.startswith("GET ")
    index.wanted_as.setdefault(record.url, set()).add(is_page)
    if not is_page:
        index.no_pages.update(filter(None, [record.fields.get("warc-concurrent-to")]))


def _note_redirect(record: Record, index: _Index) -> None:
    try:
        target = _bare(urljoin(record.url, record.header("location").strip()))
    except ValueError:
        return
    if address(target) and target != _bare(record.url):
        index.leads_to.setdefault(_bare(record.url), target)
        index.led_by.setdefault(target, _bare(record.url))


def _is_pasted(record: Record) -> bool:
    """Whether it is what somebody pasted, and not what came along with that."""
    is_alone = "warc-concurrent-to" not in record.fields
    return record.kind == "resource" and is_alone and bool(_BY_HASH.fullmatch(record.url))


def _may_be_document(record: Record) -> bool:
    is_told = record.media_type in (*(_PASTED if _is_pasted(record) else _DOCUMENTS), "")
    return is_told and (record.kind == "resource" or record.status in (200, 203))


def _note_document(place: _Place, body: bytes, index: _Index) -> None:
    record = place.record
    if record.kind != "revisit":
        wanted = _PASTED if _is_pasted(record) else _DOCUMENTS
        if media_type_of(body, declared=record.media_type) not in wanted:
            return
        index.by_digest.setdefault(record.fields.get("warc-payload-digest", ""), place)
        if record.media_type != PDF:
            index.frames.update(framed(_text(record, body), record.url))
    index.documents.append(place)
    index.by_url.setdefault(_bare(record.url), []).append(place)


# Choosing pages


def _pages(source: ImportSource) -> Iterator[_Page | ImportProblem]:
    """The pages that a WACZ names, those that it began with first."""
    names = sorted(filter(_PAGES.search, source.names), key=lambda name: "extra" in name.lower())
    for name in names:
        try:
            with source.open_text(name) as stream:
                for each in json_items(stream):
                    if isinstance(each, ImportProblem):
                        yield replace(each, member=name)
                        continue
                    row, told_of = each
                    url = address(told_of.get("url")) if isinstance(told_of, dict) else None
                    if url is not None:
                        name_there = title(told_of.get("title"), url) or ""
                        yield _Page(row, name, url, moment(told_of.get("ts")), name_there)
        except InputError as failure:
            yield ImportProblem(0, failure.message, name)


def _named_pages(pages: list[_Page], index: _Index) -> ImportItems:
    taken: set[tuple[str, int]] = set()
    for page in pages:
        urls = list(_chain(page.url, index))
        places = next((found for url in urls if (found := index.by_url.get(_bare(url)))), None)
        if places is None:
            yield ImportProblem(
                page.row, f"Its page isn't in the file ({page.url[:200]}).", page.member
            )
            continue
        place = min(places, key=lambda each: _distance(each.record.date, page.time))
        key = (place.file.name, place.record.offset)
        if key not in taken:
            taken.add(key)
            yield _article(place, index, page)


def _found_pages(index: _Index) -> ImportItems:
    for place in index.documents:
        record = place.record
        wanted = index.wanted_as.get(record.url, {True})
        is_wanted = record.fields.get("warc-record-id") not in index.no_pages and True in wanted
        if is_wanted and record.url not in index.frames and not _is_as_before(record, index):
            yield _article(place, index)


def _is_as_before(record: Record, index: _Index) -> bool:
    """Whether it only says that the same address had the same content as another record."""
    if record.kind != "revisit":
        return False
    before = record.fields.get("warc-refers-to-target-uri", record.url)
    return _bare(before) == _bare(record.url) and _content_of(record, index) is not None


def _chain(url: str, index: _Index) -> Iterator[str]:
    """The address and those that it leads to."""
    for _ in range(_MOST_REDIRECTS):
        yield url
        target = index.leads_to.get(_bare(url))
        if target is None:
            return
        url = target


def _distance(one: str | None, other: str | None) -> float:
    """How many seconds are between two times; as many as can be where one isn't told."""
    if one is None or other is None:
        return math.inf
    return abs((datetime.fromisoformat(one) - datetime.fromisoformat(other)).total_seconds())


# Making articles


def _article(
    place: _Place, index: _Index, page: _Page | None = None
) -> ImportedArticle | ImportProblem:
    record = place.record
    content = place if record.kind != "revisit" else _content_of(record, index)
    row = page.row if page is not None else record.number
    member = page.member if page is not None else place.file.name
    if content is None:
        return ImportProblem(row, "It has the content of a record that isn't in the file.", member)
    try:
        body = content.file.content(content.record)
    except InputError as failure:
        return ImportProblem(row, failure.message, member)
    if not body.strip():
        return ImportProblem(row, "The page is empty.", member)
    told_type = record.media_type or content.record.media_type
    media_type = media_type_of(body, declared=told_type)
    text = _text(content.record, body) if media_type in TEXTUAL else ""
    snapshot = ImportedSnapshot(
        body,
        media_type,
        record.url[:200],
        charset=_charset(content.record, body) if media_type in TEXTUAL else None,
        headers=record.headers or content.record.headers,
        redirects=_led_here(record.url, index),
        title=page.title if page is not None else "",
    )
    return ImportedArticle(
        Origin("warc", f"{record.date} {record.url}", row),
        url=address(record.url),
        captured=record.date,
        snapshot=snapshot,
        images=_images(text, record.url, index),
    )


def _content_of(record: Record, index: _Index) -> _Place | None:
    """The record whose content a revisit has."""
    fields = record.fields
    if found := index.by_digest.get(fields.get("warc-payload-digest") or "-"):
        return found
    before = index.by_url.get(_bare(fields.get("warc-refers-to-target-uri", "")), [])
    whole = [each for each in before if each.record.kind != "revisit"]
    time = moment(told(fields.get("warc-refers-to-date")))
    return min(whole, key=lambda each: _distance(each.record.date, time), default=None)


def _led_here(url: str, index: _Index) -> tuple[str, ...]:
    """The addresses that led to a page, the first one first."""
    led: list[str] = []
    while (url := index.led_by.get(_bare(url), "")) and url not in led:
        led.insert(0, url)
        if len(led) == _MOST_REDIRECTS:
            break
    return tuple(led)


def _images(text: str, url: str, index: _Index) -> tuple[StoredImage, ...]:
    """The images in the file that the page names, as many as an article may have."""

    def found() -> Iterator[StoredImage]:
        for named in pictured(text, url):
            place = index.images.get(named)
            if place is None:
                continue
            try:
                kept = stored_image(place.file.content(place.record), named)
            except InputError:
                continue  # the page is worth having without it
            if kept is not None:
                yield kept

    return bounded(found()) if text and index.images else ()


def _text(record: Record, body: bytes) -> str:
    return decode(body, header_charset=_told_charset(record), media_type=HTML)[0]


def _charset(record: Record, body: bytes) -> str:
    return charset_of(body, header_charset=_told_charset(record), media_type=HTML)


def _told_charset(record: Record) -> str | None:
    found = _CHARSET.search(record.header("content-type"))
    return found[1] if found else None


def _bare(url: str) -> str:
    return url.partition("#")[0]


IMPORTER = Importer("warc", "Web archives (WARC, WACZ)", _guess, _read)
