"""RIS, as Zotero and most databases export references: a tag of two letters begins each line.

The tags are those that Zotero's translator RIS.js writes (https://github.com/zotero/translators).
A line without a tag goes on with the value above it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TextIO

from desktop_app.capture.importers.import_source import ImportSource
from desktop_app.capture.importers.importer import Importer, ImportItems
from desktop_app.capture.importers.references import (
    Attachments,
    notes_text,
    persons,
    table_named,
    web_address,
    written_day,
)
from desktop_app.capture.importers.values import tags, title
from desktop_app.core.errors import InputError
from desktop_app.core.imported import ImportedArticle, ImportProblem, Origin

_LINE = re.compile(r"([A-Z][A-Z0-9])  -(?: (.*)|\s*)$")
_BEGINS = re.compile(r"\s*TY  - ")
#: The longest line and record that are read, in characters.
_MAX_LINE, _MAX_RECORD = 2**20, 2**22

Record = dict[str, list[str]]


def _guess(source: ImportSource) -> float:
    name = table_named(source, ".ris")
    if name is None:
        return 0.0
    head = source.head if source.is_single else source.head_of(name)
    return 0.95 if _BEGINS.match(head.removeprefix("\ufeff")) else 0.0


def _read(source: ImportSource) -> ImportItems:
    name = table_named(source, ".ris")
    if name is None:
        return
    attachments = Attachments(source)
    with source.open_text(name) as stream:
        for row, record in enumerate(_records(stream), 1):
            yield from _items(row, record, attachments)


def _records(stream: TextIO) -> Iterator[Record]:
    record: Record = {}
    last, size = "", 0
    while line := stream.readline(_MAX_LINE):
        text = line.strip("\ufeff\r\n")
        match = _LINE.match(text)
        if match is None:
            size += len(text)
            if last and text.strip() and size < _MAX_RECORD:
                record[last][-1] += "\n" + text.strip()
            continue
        last, size = match[1], size + len(text)
        if last in ("TY", "ER"):
            if record:
                yield record
            record, size = {}, 0
        if last == "ER":
            last = ""
        elif size < _MAX_RECORD:
            record.setdefault(last, []).append((match[2] or "").strip())
        else:
            last = ""
    if record:
        yield record


def _items(row: int, record: Record, attachments: Attachments) -> ImportItems:
    def first(*names: str) -> str:
        values = (value for name in names for value in record.get(name, ()))
        return next(filter(None, values), "")

    url = web_address(first("UR", "LK"), first("DO"))
    name = first("TI", "T1", "CT", "BT")
    if not (url or name):
        yield ImportProblem(row, "It has no title and no address.")
        return
    snapshot = None
    try:
        paths = [path for tag in ("L2", "L1", "L4") for path in record.get(tag, ())]
        snapshot = attachments.snapshot(paths)
    except InputError as failure:
        yield ImportProblem(row, failure.message)
    facts, note = notes_text(record.get("N1", ()))
    words = [each for value in record.get("KW", ()) for each in value.split("\n")]
    yield ImportedArticle(
        Origin("ris", first("ID", "AN") or url or name, row),
        url=url,
        title=title(name, url),
        subtitle=first("AB", "N2") or None,
        authors=persons([*record.get("AU", ()), *record.get("A1", ())]),
        publisher=first("T2", "JO", "JF", "PB") or None,
        agency=facts.agency or None,
        language=_language(first("LA")),
        published=facts.published or written_day(first("DA", "PY", "Y1")),
        accessed=written_day(first("Y2")),
        snapshot=snapshot,
        tags=tags(words),
        note=note,
        citation_key=first("ID"),
    )


def _language(text: str) -> str | None:
    return text[:2].lower() if re.fullmatch(r"[A-Za-z]{2}(?:[-_]\w{2,8})?", text) else None


IMPORTER = Importer("ris", "RIS (Zotero and others)", _guess, _read)
