"""CSL-JSON, as Zotero and pandoc write references (https://docs.citationstyles.org)."""

from __future__ import annotations

from collections.abc import Iterator

from desktop_app.capture.importers.import_source import ImportSource
from desktop_app.capture.importers.importer import Importer, ImportItems
from desktop_app.capture.importers.json_items import json_items
from desktop_app.capture.importers.references import notes_text, web_address, written_day
from desktop_app.capture.importers.values import tags, title, told
from desktop_app.core.imported import ImportedArticle, ImportProblem, Origin
from desktop_app.core.name_parts import spoken_name


def _guess(source: ImportSource) -> float:
    head = source.head
    if not head[:64].lstrip("\ufeff \r\n").startswith("["):
        return 0.0
    return 0.9 if '"type"' in head and ('"issued"' in head or '"container-title"' in head) else 0.0


def _read(source: ImportSource) -> ImportItems:
    for name in source.names[:1]:
        with source.open_text(name) as stream:
            for item in json_items(stream):
                yield item if isinstance(item, ImportProblem) else _article(*item)


def _article(row: int, item: object) -> ImportedArticle | ImportProblem:
    if not isinstance(item, dict):
        return ImportProblem(row, "It is no reference.")
    url = web_address(item.get("URL"), item.get("DOI"))
    name = told(item.get("title"))
    facts, note = notes_text([told(item.get("note"))])
    if not (url or name):
        return ImportProblem(row, "It has no title and no address.")
    return ImportedArticle(
        Origin("csl-json", told(item.get("id")) or url or name, row),
        url=url,
        title=title(name, url),
        subtitle=told(item.get("abstract")) or None,
        authors=tuple(dict.fromkeys(_names(item.get("author")))),
        publisher=told(item.get("container-title")) or told(item.get("publisher")) or None,
        agency=facts.agency or None,
        language=told(item.get("language"))[:2].lower() or None,
        published=facts.published or _day(item.get("issued")),
        accessed=_day(item.get("accessed")),
        tags=tags(told(item.get("keyword")).replace(";", ",").split(",")),
        note=note,
        citation_key=told(item.get("citation-key")) or told(item.get("id")),
    )


def _names(value: object) -> Iterator[str]:
    for each in value if isinstance(value, list) else []:
        if isinstance(each, dict):
            parts = ("dropping-particle", "non-dropping-particle", "family")
            family = " ".join(filter(None, (told(each.get(part)) for part in parts)))
            spoken = spoken_name(told(each.get("given")), family, told(each.get("suffix")))
            name = told(each.get("literal")) or spoken
            if name:
                yield name


def _day(value: object) -> str | None:
    if not isinstance(value, dict):
        return None
    parts = value.get("date-parts")
    first = parts[0] if isinstance(parts, list) and parts else None
    if isinstance(first, list) and first:
        return written_day("-".join(told(each) for each in first[:3]))
    return written_day(told(value.get("raw")) or told(value.get("literal")))


IMPORTER = Importer("csl-json", "CSL-JSON (Zotero and others)", _guess, _read)
