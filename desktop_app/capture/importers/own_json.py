"""Our own articles as JSON, as ``cuttings show``, ``list`` and ``clip`` print them with ``--json``.

A list, one object, or an object a line. Who is named and what happened when is worked out anew.
"""

from __future__ import annotations

import io
from collections.abc import Mapping
from typing import Any

from desktop_app.capture.importers.import_source import ImportSource
from desktop_app.capture.importers.importer import Importer, ImportItems
from desktop_app.capture.importers.json_items import json_items
from desktop_app.capture.importers.values import address, moment, tags, told
from desktop_app.core.dates import EdtfDate
from desktop_app.core.errors import InputError
from desktop_app.core.highlight import Colour
from desktop_app.core.imported import ImportedArticle, ImportedHighlight, ImportProblem, Origin

_COLOURS = {str(each): each for each in Colour}


def _guess(source: ImportSource) -> float:
    head = source.head.lstrip("\ufeff \r\n\t")
    is_ours = all(f'"{name}"' in head for name in ("markdown", "provenance", "canonical_url"))
    return 0.97 if head.startswith(("{", "[")) and is_ours else 0.0


def _read(source: ImportSource) -> ImportItems:
    for name in source.names[:1]:
        with source.opened_at_any_place(name) as stream:
            text = io.TextIOWrapper(stream, encoding="utf-8-sig", errors="replace")
            try:
                for each in json_items(text):
                    if isinstance(each, ImportProblem):
                        yield each
                        continue
                    yield _article(*each)
            finally:
                text.detach()


def _article(row: int, item: object) -> ImportedArticle | ImportProblem:
    if not isinstance(item, dict):
        return ImportProblem(row, "It is no article.")
    url, markdown = address(item.get("url")), _text(item.get("markdown"))
    name = _line(item.get("title"))
    if not (url or name or markdown):
        return ImportProblem(row, "It has no title, no address and no text.")
    captured = moment(item.get("captured"))
    snapshot = item.get("snapshot")
    sha256 = told(snapshot.get("sha256")) if isinstance(snapshot, dict) else ""
    return ImportedArticle(
        Origin("cuttings", f"{captured or ''} {url or sha256 or name}", row),
        url=url,
        title=name,
        subtitle=_line(item.get("subtitle")),
        authors=tuple(filter(None, map(told, _listed(item.get("authors"))))),
        publisher=_line(item.get("publisher")),
        agency=_line(item.get("agency")),
        language=_line(item.get("language")),
        published=_edtf(item.get("published")),
        modified=_edtf(item.get("modified")),
        accessed=_edtf(item.get("accessed")),
        canonical_url=address(item.get("canonical_url")),
        captured=captured,
        markdown=markdown or None,
        tags=tags(_listed(item.get("tags"))),
        note=_text(item.get("note")),
        starred=item.get("starred") is True,
        read=item.get("unread") is False,
        highlights=tuple(
            _highlight(each)
            for each in _listed(item.get("highlights"))
            if isinstance(each, dict) and _text(each.get("quote"))
        ),
    )


def _highlight(each: Mapping[str, Any]) -> ImportedHighlight:
    return ImportedHighlight(
        _text(each.get("quote")),
        _text(each.get("prefix")),
        _text(each.get("suffix")),
        _COLOURS.get(told(each.get("colour")), Colour.YELLOW),
        _text(each.get("note")),
        moment(each.get("created")) or "",
    )


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""


def _line(value: object) -> str | None:
    return told(value) or None


def _listed(value: object) -> list[object]:
    return value if isinstance(value, list) else []


def _edtf(value: object) -> str | None:
    text = told(value)
    try:
        EdtfDate.parse(text)
    except InputError:
        return None
    return text


IMPORTER = Importer("cuttings", "Cuttings (JSON)", _guess, _read)
