"""BibTeX and BibLaTeX, as Zotero, Better BibTeX, JabRef and many others write references.

bibtexparser parts the file into entries. The fields are those of Zotero's translator BibTeX.js
(https://github.com/zotero/translators), of Better BibTeX (https://retorque.re/zotero-better-bibtex)
and of biblatex's manual (https://ctan.org/pkg/biblatex).
"""

from __future__ import annotations

import logging
import re
from collections import Counter
from collections.abc import Iterator, Mapping

from bibtexparser.entrypoint import parse_string
from bibtexparser.model import (
    Block,
    DuplicateBlockKeyBlock,
    DuplicateFieldKeyBlock,
    Entry,
    ParsingFailedBlock,
    String,
)

from desktop_app.capture.importers.bibtex_fields import (
    bare_value,
    file_paths,
    language,
    people,
    plain,
    verbatim,
)
from desktop_app.capture.importers.import_source import ImportSource
from desktop_app.capture.importers.importer import Importer, ImportItems
from desktop_app.capture.importers.references import (
    Attachments,
    note_text,
    notes_text,
    table_named,
    web_address,
    written_day,
)
from desktop_app.capture.importers.values import moment, tags, title
from desktop_app.core.errors import InputError
from desktop_app.core.imported import ImportedArticle, ImportProblem, Origin

_BEGINS = re.compile(r"^[ \t]*@[A-Za-z]+[ \t]*[{(][^@]{0,2000}?=", re.MULTILINE)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_OUTLETS = ("journaltitle", "journal", "booktitle", "maintitle", "publisher", "organization")
#: Words of the parser about broken entries, which are told as problems.
logging.getLogger("bibtexparser").setLevel(logging.CRITICAL)

Fields = Mapping[str, str]


def _guess(source: ImportSource) -> float:
    name = table_named(source, ".bib", ".bibtex")
    if name is None:
        return 0.0
    head = source.head if source.is_single else source.head_of(name)
    if not _BEGINS.search(head):
        return 0.0
    return 0.95 if name.lower().endswith((".bib", ".bibtex")) else 0.5


def _read(source: ImportSource) -> ImportItems:
    name = table_named(source, ".bib", ".bibtex")
    if name is None:
        return
    attachments = Attachments(source)
    text = source.text(name).replace("\r\n", "\n")
    strings = {month: month for month in _MONTHS}
    seen: Counter[str] = Counter()
    row = 0
    for block in parse_string(text, parse_stack=[]).blocks:
        if isinstance(block, String):
            strings[block.key.lower()] = bare_value(str(block.value), strings)
            continue
        entry = _entry(block)
        if entry is None and not isinstance(block, ParsingFailedBlock):
            continue  # a comment or a preamble
        row += 1
        if entry is None:
            line = (block.start_line or 0) + 1
            yield ImportProblem(row, f"It begins in line {line:,} and isn't closed as it should.")
            continue
        yield from _items(row, entry, _fields(entry, strings), seen, attachments)


def _entry(block: Block) -> Entry | None:
    """The entry, also where it or one of its fields has the name of another."""
    while isinstance(block, DuplicateBlockKeyBlock | DuplicateFieldKeyBlock):
        inner = block.ignore_error_block
        if inner is None:
            return None
        block = inner
    return block if isinstance(block, Entry) else None


def _fields(entry: Entry, strings: Mapping[str, str]) -> Fields:
    """The fields by lower-case names, of several of one name the first that says something."""
    found: dict[str, str] = {}
    for each in entry.fields:
        value = bare_value(str(each.value), strings)
        if value:
            found.setdefault(each.key.lower(), value)
    return found


def _items(
    row: int, entry: Entry, fields: Fields, seen: Counter[str], attachments: Attachments
) -> ImportItems:
    def first(*names: str) -> str:
        return next(filter(None, (plain(fields.get(name, "")) for name in names)), "")

    url = _address(fields)
    name = first("title", "shorttitle", "booktitle")
    if not (url or name):
        yield ImportProblem(row, "It has no title and no address.")
        return
    snapshot = None
    try:
        snapshot = attachments.snapshot(file_paths(fields.get("file", "")))
    except InputError as failure:
        yield ImportProblem(row, failure.message)
    # A citation key is somebody's own and may be another item's in another file.
    key = url or f"{entry.key} {name}"
    seen[key] += 1
    subtitle, abstract = first("subtitle", "titleaddon"), note_text(first("abstract"))
    notes = [first(each) for each in ("note", "annotation", "annote", "addendum")]
    facts, note = notes_text(notes)
    if subtitle and abstract:
        note = f"{abstract}\n\n{note}".strip()
    yield ImportedArticle(
        Origin("bibtex", key if seen[key] == 1 or url else f"{key} {seen[key]}", row),
        url=url,
        title=title(name, url),
        subtitle=subtitle or abstract or None,
        authors=people(fields.get("author") or fields.get("editor", "")),
        publisher=first(*_OUTLETS) or None,
        agency=facts.agency or None,
        language=language(first("langid", "language", "hyphenation")),
        published=facts.published or _published(fields),
        accessed=written_day(first("urldate", "lastchecked")),
        captured=moment(first("dateadded", "date-added", "timestamp")),
        snapshot=snapshot,
        tags=tags(_keywords(fields)),
        note=note,
        citation_key=entry.key,
    )


def _address(fields: Fields) -> str | None:
    """The address, which some write as the way of publication."""
    for name in ("url", "howpublished", "note"):
        found = web_address(verbatim(fields.get(name, "")))
        if found is not None:
            return found
    return web_address("", verbatim(fields.get("doi", "")))


def _published(fields: Fields) -> str | None:
    if told := plain(fields.get("date", "")):
        return written_day(told)
    month = plain(fields.get("month", "")).lower()
    number = _MONTHS.index(month[:3]) + 1 if month[:3] in _MONTHS else month
    parts = (plain(fields.get("year", "")), str(number), plain(fields.get("day", "")))
    return written_day("-".join(filter(None, parts)))


def _keywords(fields: Fields) -> Iterator[str]:
    told = fields.get("keywords") or fields.get("keyword", "")
    for each in re.split(r"(?<!\\)[,;\n]", told):
        yield plain(each)


IMPORTER = Importer("bibtex", "BibTeX and BibLaTeX (Zotero and others)", _guess, _read)
