"""Pocket's export: a zip archive, one of its CSV files, or the older HTML page.

After Pocket's exporter (Pocket/pocket-monorepo: ``listDataExportService.ts`` and
``annotationsExportService.ts`` of ``servers/account-data-deleter``, and the ``ExportDataService``
of its shareable lists): ``part_000000.csv`` with title, url, time_added (seconds), tags (parted by
``|``) and status (“unread” or “archive”), in earlier ones with a cursor; ``annotations/*.json`` are
lists of url, title and highlights (quote, created_at); ``collections/*.json`` are title,
description and items (url, title, excerpt, note). The older ``ril_export.html`` has two lists,
“Unread” and “Read Archive”, of links with ``time_added`` and ``tags`` (parted by commas).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from desktop_app.capture.importers.csv_rows import CsvRow, csv_rows, header_of
from desktop_app.capture.importers.import_source import ImportSource
from desktop_app.capture.importers.importer import Importer, ImportItems
from desktop_app.capture.importers.json_items import json_items, json_value
from desktop_app.capture.importers.piecewise_html import PiecewiseParser
from desktop_app.capture.importers.values import address, moment, row_problem, tags, title, told
from desktop_app.core.errors import InputError
from desktop_app.core.imported import (
    ImportedArticle,
    ImportedHighlight,
    ImportedList,
    ImportProblem,
    Origin,
)

_PART = re.compile(r"(?:^|/)part_\d+(?:\.csv)?$")
_ANNOTATIONS = re.compile(r"(?:^|/)annotations/[^/]+$")
_COLLECTION = re.compile(r"(?:^|/)collections/[^/]+$")
_COLUMNS = {"url", "time_added", "status"}


def _guess(source: ImportSource) -> float:
    if not source.is_single:
        parts = any(map(_is_part, source.names))
        return 0.95 if parts else 0.0
    if set(header_of(source.head)) >= _COLUMNS:
        return 0.95
    return 0.9 if "<title>pocket export</title>" in source.head[:4096].lower() else 0.0


def _is_part(name: str) -> bool:
    return bool(_PART.search(name)) and not _ANNOTATIONS.search(name)


def _read(source: ImportSource) -> ImportItems:
    if source.is_single and "<html" in source.head[:4096].lower():
        yield from _page(source)
        return
    problems: list[ImportProblem] = []
    highlights = _highlights(source, problems)
    lists, notes = _collections(source, problems)
    seen: set[str] = set()
    parts = source.names if source.is_single else tuple(filter(_is_part, source.names))
    for name in parts:
        for each in _part(source, name):
            if not isinstance(each, ImportedArticle):
                yield each
                continue
            url = each.origin.id
            seen.add(url)
            yield replace(
                each,
                highlights=tuple(highlights.get(url, ())),
                lists=tuple(lists.get(url, ())),
                note="\n\n".join(notes.get(url, ())),
            )
    for url in dict.fromkeys((*highlights, *lists)):
        if url not in seen:
            # What stands in a collection needs not be saved.
            yield ImportedArticle(
                Origin("pocket", url),
                url=url,
                highlights=tuple(highlights.get(url, ())),
                lists=tuple(lists.get(url, ())),
                note="\n\n".join(notes.get(url, ())),
            )
    yield from problems


def _part(source: ImportSource, name: str) -> ImportItems:
    with source.open_text(name) as stream:
        for each in csv_rows(stream):
            if isinstance(each, ImportProblem):
                yield replace(each, member=name)
            else:
                yield _row(each, name)


def _row(row: CsvRow, name: str) -> ImportedArticle | ImportProblem:
    url = address(row["url"])
    if url is None:
        return ImportProblem(row.number, row_problem(row["url"]), name)
    return ImportedArticle(
        Origin("pocket", url, row.number),
        url=url,
        title=title(row["title"], url),
        captured=moment(row["time_added"]),
        tags=tags(row["tags"].split("|")),
        read=row["status"] == "archive",
    )


def _highlights(
    source: ImportSource, problems: list[ImportProblem]
) -> dict[str, list[ImportedHighlight]]:
    found: dict[str, list[ImportedHighlight]] = {}
    for name in filter(_ANNOTATIONS.search, source.names):
        with source.open_text(name) as stream:
            for each in json_items(stream):
                if isinstance(each, ImportProblem):
                    problems.append(replace(each, member=name))
                    continue
                row, item = each
                url = address(item.get("url")) if isinstance(item, dict) else None
                quotes = item.get("highlights") if isinstance(item, dict) else None
                if url is None or not isinstance(quotes, list):
                    problems.append(ImportProblem(row, "It is no list of highlights.", name))
                    continue
                found.setdefault(url, []).extend(_quotes(quotes))
    return found


def _quotes(quotes: list[Any]) -> Iterator[ImportedHighlight]:
    for quote in quotes:
        if isinstance(quote, dict) and told(quote.get("quote")):
            created = moment(quote.get("created_at")) or ""
            yield ImportedHighlight(told(quote["quote"]), created=created)


def _collections(
    source: ImportSource, problems: list[ImportProblem]
) -> tuple[dict[str, list[ImportedList]], dict[str, list[str]]]:
    """The collections that each address stands in, and what was noted there."""
    lists: dict[str, list[ImportedList]] = {}
    notes: dict[str, list[str]] = {}
    for name in filter(_COLLECTION.search, source.names):
        try:
            value = json_value(source.text(name))
        except (ValueError, InputError) as failure:
            problems.append(ImportProblem(0, f"It can't be read: {failure}.", name))
            continue
        for collection in value if isinstance(value, list) else [value]:
            items = collection.get("items") if isinstance(collection, dict) else None
            if not isinstance(items, list):
                problems.append(ImportProblem(0, "It is no collection.", name))
                continue
            called = told(collection.get("title")) or "Pocket"
            for position, item in enumerate(items):
                url = address(item.get("url")) if isinstance(item, dict) else None
                if url is None:
                    problems.append(ImportProblem(position + 1, "It has no address.", name))
                    continue
                lists.setdefault(url, []).append(ImportedList(called, position))
                if note := told(item.get("note")):
                    notes.setdefault(url, []).append(note)
    return lists, notes


class _Links(PiecewiseParser):
    """Links of the older page, as it is fed."""

    def __init__(self) -> None:
        super().__init__()
        self._heading = ""
        self._text: list[str] = []
        self._into = ""
        self._told: dict[str, str] = {}
        self._row = 0
        self.found: list[ImportedArticle | ImportProblem] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """A heading or a link begins."""
        if tag in ("h1", "a"):
            self._into, self._text = tag, []
            self._told = {name: value or "" for name, value in attrs}

    def handle_data(self, data: str) -> None:
        """Text of a heading or a link."""
        if self._into:
            self._text.append(data)

    def handle_endtag(self, tag: str) -> None:
        """A heading or a link ends."""
        if tag != self._into:
            return
        self._into = ""
        if tag == "h1":
            self._heading = "".join(self._text).strip().lower()
            return
        self._row += 1
        url = address(self._told.get("href"))
        if url is None:
            reason = row_problem(self._told.get("href", ""))
            self.found.append(ImportProblem(self._row, reason))
            return
        self.found.append(
            ImportedArticle(
                Origin("pocket", url, self._row),
                url=url,
                title=title("".join(self._text), url),
                captured=moment(self._told.get("time_added")),
                tags=tags(self._told.get("tags", "").split(",")),
                read="archive" in self._heading,
            )
        )


def _page(source: ImportSource) -> ImportItems:
    links = _Links()
    with source.open_text(source.names[0]) as stream:
        for _ in links.feed_from(stream):
            yield from links.found
            links.found.clear()
    if links.is_broken_off:
        yield ImportProblem(0, "The file is damaged behind these.", source.path.name)


IMPORTER = Importer("pocket", "Pocket", _guess, _read)
