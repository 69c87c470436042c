"""Records of news databases as people paste them: fields above and below the text.

Knows the three shapes that are common: codes at the beginning of lines (Factiva), labels with a
colon (ProQuest, Nexis), and fields told by their place alone (what Factiva and Nexis show).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from desktop_app.cleaning.byline import agency_named, split_authors
from desktop_app.cleaning.date_phrases import first_date, is_date_line
from desktop_app.core.database_labels import (
    CODES,
    ENDINGS,
    LABELS,
    LANGUAGES,
    LAST_WORDS,
    OUTLET_PLACE,
)
from desktop_app.core.folding import fold

_MAX_HEAD = 60
#: Labels that also stand without a colon, on a line of their own.
_BARE_LABELS = ("body", "full text", "volltext")
_MAX_VALUE = 600
_CODE = re.compile(r"([A-Z]{2,3})(?:[\t ]+(\S.*))?$")
_LABEL = re.compile(r"([^:\n]{3,32}):(?:\s+(\S.*)|\s*)$")
_LENGTH = re.compile(
    r"(?:length:\s{0,3})?\d[\d.,]{0,7}\s(?:words?|wörter|mots|palabras|parole|palavras|woorden|слов)",
    re.IGNORECASE,
)
_COPYRIGHT = re.compile(r"(?:\(c\)|©|copyright)", re.IGNORECASE)
_NUMBER = re.compile(r"document [a-z]{2,12}\d{6,}\w{0,12}$", re.IGNORECASE)
_TIME = re.compile(r"\d{1,2}[:.]\d{2}(?:\s?(?:[ap]\.?m\.?|[A-Z]{2,4}))?$", re.IGNORECASE)
_CODE_LINE = re.compile(r"[A-Z0-9]{2,10}$|(?:pg\.?|page|p\.|s\.)\s?[\w-]{1,6}$|[A-Z]?\d{1,4}$")
_LAST_FIRST = re.compile(r"([^\W\d_][^,;]{1,40}),\s([^\W\d_][^,;]{1,40}?)\.?$")


@dataclass(frozen=True, slots=True)
class DatabaseRecord:
    """A record: its fields, its persons, and its text by the number of the row it stood in."""

    values: dict[str, str] = field(default_factory=dict)
    authors: tuple[str, ...] = ()
    body: Mapping[int, str] = field(default_factory=dict)


def read_record(rows: Sequence[str]) -> DatabaseRecord | None:
    """The record that the rows (trimmed lines with text) hold; None where they hold none.

    Nothing is taken for a record that lacks a headline, a date and a body.
    """
    for read in (_coded, _labelled, _displayed):
        told, body = read(rows)
        record = _record(told, _until_ending(body))
        if record is not None:
            return record
    return None


def record_ends(rows: Sequence[str]) -> list[int]:
    """The numbers of the rows below what may be records, one after the other; one for each.

    A record ends with its number or the words that say so, else with the labels below its text.
    """
    told = [at + 1 for at, row in enumerate(rows) if _is_last(row)]
    return told if len(told) > 1 else _ends_by_labels(rows)


def _is_last(row: str) -> bool:
    return bool(_NUMBER.match(row[:60])) or fold(row[:40]).strip() in LAST_WORDS


def _ends_by_labels(rows: Sequence[str]) -> list[int]:
    bodies = [at for at, row in enumerate(rows) if _opens_body(row)]
    ends = []
    for begins, end in pairwise([*bodies, len(rows)]):
        below = (at for at in range(begins + 1, end) if fold(rows[at][:40]).startswith(ENDINGS))
        last = at = next(below, end - 1)
        while at < end and (match := _LABEL.match(rows[at][:_MAX_VALUE])):
            # A headline may have a colon too; only a label that is known belongs to the record.
            known = fold(match[1]).strip() in LABELS or fold(rows[at][:40]).startswith(ENDINGS)
            last, at = (at if known else last), at + 1
        ends.append(last + 1)
    return ends


def _opens_body(row: str) -> bool:
    match = _LABEL.match(row[:_MAX_VALUE])
    label = fold(match[1]).strip() if match else fold(row[:20])
    return LABELS.get(label) == "body" and bool(match or label in _BARE_LABELS)


def _record(told: dict[str, str], body: dict[int, str]) -> DatabaseRecord | None:
    published = first_date(told.get("published", ""), day_first=True)
    if not told.get("title") or not published or not any(len(row) > 60 for row in body.values()):
        return None
    values = {"title": told["title"][:_MAX_VALUE], "published": published}
    for name in ("subtitle", "publisher", "url"):
        if value := told.get(name, "").strip(" .;"):
            values[name] = value[:_MAX_VALUE]
    if "publisher" in values:
        values["publisher"] = OUTLET_PLACE.sub("", values["publisher"]) or values["publisher"]
    if language := LANGUAGES.get(fold(told.get("language", "")).strip(" .")):
        values["language"] = language
    if agency := agency_named(told.get("agency", "")) or agency_named(told.get("publisher", "")):
        values["agency"] = agency
    return DatabaseRecord(values, _persons(told.get("authors", "")), body)


def _persons(told: str) -> tuple[str, ...]:
    """Names from a byline or from “Roe, Jane; Doe, John”."""
    pieces = [piece.strip() for piece in told.split(";") if piece.strip()]
    turned = [_LAST_FIRST.match(piece) for piece in pieces]
    if pieces and all(turned):
        return split_authors("; ".join(f"{match[2]} {match[1]}" for match in turned if match))
    return split_authors(told)


def _coded(rows: Sequence[str]) -> tuple[dict[str, str], dict[int, str]]:
    """Fields after codes of two or three capitals; what follows without one belongs to the last."""
    told: dict[str, str] = {}
    body: dict[int, str] = {}
    code = ""
    for at, row in enumerate(rows):
        match = _CODE.match(row)
        opens = match is not None and match[1] in CODES
        if match and opens and body and CODES[match[1]] == "title":
            break
        code = match[1] if match and opens else code
        value = (match[2] or "").strip() if match and opens else row
        meaning = CODES.get(code, "")
        if meaning == "body" and value:
            body[at] = value
        elif meaning and value:
            told[meaning] = f"{told.get(meaning, '')} {value}".strip()[:_MAX_VALUE]
    return (told, body) if "publisher" in told else ({}, {})


def _labelled(rows: Sequence[str]) -> tuple[dict[str, str], dict[int, str]]:
    """Fields after labels with a colon, anywhere but inside the text."""
    told: dict[str, str] = {}
    body: dict[int, str] = {}
    known, begins = 0, None
    for at, row in enumerate(rows[: _MAX_HEAD * 20]):
        match = _LABEL.match(row[:_MAX_VALUE]) if begins is None or at > begins else None
        label = fold(match[1]).strip() if match else fold(row[:20])
        meaning = LABELS.get(label) if match or label in _BARE_LABELS else None
        if meaning is None:
            continue
        known += 1
        if meaning == "body" and begins is None:
            begins = at if match and match[2] else at + 1
            body = {at: match[2].strip()} if match and match[2] else {}
        elif match and match[2] and meaning not in told:
            told[meaning] = match[2].strip()
    if known < 4 or begins is None:
        return {}, {}
    _tell_by_place(told, rows[: min(begins, _MAX_HEAD)])
    return told, {at: rows[at] for at in range(begins, len(rows))} | body


def _displayed(rows: Sequence[str]) -> tuple[dict[str, str], dict[int, str]]:
    """Headline, byline, length, date, outlet, language and copyright, each on a line of its own."""
    head = rows[:_MAX_HEAD]
    length = next((at for at, row in enumerate(head) if _LENGTH.fullmatch(row[:80])), None)
    if length is None or not length:
        return {}, {}
    near = range(length, min(length + 10, len(head)))
    rights = next((at for at in near if _COPYRIGHT.match(head[at])), None)
    if rights is None:
        return {}, {}
    told: dict[str, str] = {}
    above = [row for row in head[max(0, length - 4) : length] if not _is_section(row)]
    authors = next((row for row in above if row[:3].lower() == "by "), "")
    titles = [row for row in above if row != authors]
    if titles:
        told |= {"title": titles[-1], "authors": authors}
    for row in head[length + 1 : rights]:
        if is_date_line(row) and "published" not in told:
            told["published"] = row
        elif fold(row) in LANGUAGES:
            told["language"] = row
        elif not (_TIME.match(row) or _CODE_LINE.match(row)) and "publisher" not in told:
            told["publisher"] = row
    return told, {at: rows[at] for at in range(rights + 1, len(rows))}


def _is_section(row: str) -> bool:
    """Whether a line above a headline is the name of a section: one or two words."""
    return len(row.split()) < 3


def _tell_by_place(told: dict[str, str], head: Sequence[str]) -> None:
    """What Nexis tells above its labels without one: headline, outlet, date."""
    bare = [row for row in head if not _LABEL.match(row[:_MAX_VALUE]) and not _COPYRIGHT.match(row)]
    dated = next((at for at, row in enumerate(bare) if is_date_line(row)), None)
    if dated is not None:
        told.setdefault("published", bare[dated])
        if dated >= 2:
            told.setdefault("title", bare[dated - 2])
            told.setdefault("publisher", bare[dated - 1])


def _until_ending(body: dict[int, str]) -> dict[int, str]:
    """The text above the fields that stand below it."""
    kept: dict[int, str] = {}
    for at, row in body.items():
        if kept and (fold(row[:40]).startswith(ENDINGS) or _NUMBER.match(row[:60])):
            break
        if fold(row[:20]) not in ("body", "full text"):
            kept[at] = row
    return kept
