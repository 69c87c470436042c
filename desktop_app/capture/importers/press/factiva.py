"""Factiva's exports: articles with the codes of their fields, or as they are displayed.

After Dow Jones' “Factiva search: article field codes” and what the readers of others expect: the R
packages tm.plugin.factiva and newspapers, news_extract, and their users' reports. With codes, each
field stands behind two or three capitals, in a table or after blanks; displayed, headline, byline,
length, date, outlet, code, language and copyright stand one below the other. Both end with the
word for “Document” and the document's number.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from desktop_app.capture.importers.import_source import ImportSource
from desktop_app.capture.importers.importer import Importer, ImportItems
from desktop_app.capture.importers.press.importing import GatheredLines, guess_press, read_press
from desktop_app.capture.importers.press.lines import Line
from desktop_app.capture.importers.press.record import PressRecord, language_code
from desktop_app.capture.importers.press.told_dates import date_of_line
from desktop_app.core.database_labels import CODES
from desktop_app.core.folding import fold

_NAME = "factiva"
_NUMBER = re.compile(
    r"(?:(?:document|dokument|documento|документ|文件|文章|文献|文書|ドキュメント|문서)\s*)"
    r"(?P<number>[A-Za-z0-9]{4,12}\d{8}[A-Za-z0-9]{5,14})\.?$",
    re.IGNORECASE,
)
_BARE_NUMBER = re.compile(r"[A-Za-z0-9]{4,12}\d{8}[A-Za-z0-9]{5,14}$")
#: What stands at the foot of every page of an RTF or PDF.
_FOOT = re.compile(
    r"(?:(?:page|seite|página|pagina|стр\.?)\s?\d+\s(?:of|von|de|sur|di|из)\s\d+\s*)?"
    r"(?:©|\(c\))\s?\d{4}\sFactiva,?\sInc\.?.{0,60}$"
    r"|(?:page|seite|página|pagina)\s\d+\s(?:of|von|de|sur|di)\s\d+$",
    re.IGNORECASE,
)
_LENGTH = re.compile(
    r"(\d[\d.,\s]{0,8})\s?(?:words?|wörter|mots?|palabras|parole|palavras|woorden|ord|słów|слов\w{0,2}"
    r"|kelime|字|語|词|词语|文字)$",
    re.IGNORECASE,
)
_RIGHTS = re.compile(
    r"(?:\(c\)|©|copyright|(?:all rights|alle rechte|tous droits|todos los derechos|tutti i diritti"
    r"|todos os direitos)\b)",
    re.IGNORECASE,
)
_TIME = re.compile(r"\d{1,2}[:.]\d{2}(?:\s?(?:[ap]\.?m\.?|uhr|[A-Z]{2,4}))?$", re.IGNORECASE)
_SOURCE_CODE = re.compile(r"[A-Z0-9]{2,10}$")
_PAGE = re.compile(
    r"(?:(?:pg|page|p|s|seite)\.?\s?)?[A-Z]{0,2}\d{1,4}(?:[-,/ ]{1,2}[A-Z]?\d{1,4})*$", re.I
)
_DOTTED = re.compile(r"\.{4,}|…{2,}|\s\d{1,4}$")
_BYLINE = re.compile(r"(?:by|von|par|por|di|de|da|door|от)\s", re.IGNORECASE)
#: Codes in their order; in a record each stands at most once, and below those before it.
_RANKS = {code: rank for rank, code in enumerate(CODES)}
_FACTS = {
    "SE": "Section", "CLM": "Column", "PG": "Page", "ED": "Edition", "VOL": "Volume", "ET": "Time",
    "WC": "Words", "CY": "Copyright", "SC": "Source code", "ART": "Captions", "CO": "Companies",
    "IN": "Industries", "NS": "Subjects", "RE": "Regions", "PUB": "Publisher", "CR": "Credit",
    "CT": "Contact", "RF": "References", "IPC": "Codes", "IPD": "Descriptors", "DLN": "Dateline",
}  # fmt: skip
_COVER = frozenset({"factiva", "dow jones", "dow jones factiva"})
_MAX_HEAD = 16
_MOST_NAMES = 6


def _guess(source: ImportSource) -> float:
    return guess_press(source, _is_ours)


def _is_ours(lines: tuple[Line, ...]) -> bool:
    if not any(_number(line) for line in lines):
        return False
    coded = {line.code for line in lines}
    return {"HD", "SN"} <= coded or any(_is_length(lines, at) for at in range(len(lines)))


def _read(source: ImportSource) -> ImportItems:
    return read_press(source, _NAME, _records, _record)


def _records(lines: Iterable[Line]) -> Iterator[list[Line]]:
    """The lines of each document: a number ends it, or a headline's code begins the next."""
    gathered = GatheredLines()
    has_body = False
    for line in lines:
        if _FOOT.match(line.text[:160]):
            continue
        if has_body and line.code in ("HD", "SE", "CLM"):
            yield gathered.take()
            has_body = False
        gathered.add(line)
        has_body = has_body or line.code in ("LP", "TD")
        if _number(line):
            yield gathered.take()
            has_body = False
    if gathered.lines:
        yield gathered.take()


def _number(line: Line) -> str:
    """The number of the document that the line ends, empty for another line."""
    text = line.value if line.code else line.text
    if len(text) > 80:
        return ""
    match = _NUMBER.match(text)
    if match:
        return match["number"].lower()
    return text.lower() if line.code == "AN" and _BARE_NUMBER.match(text) else ""


def _record(lines: list[Line]) -> PressRecord | None:
    codes = {line.code for line in lines}
    if "HD" in codes and codes & {"LP", "TD", "PD"}:
        record = _coded(lines)
    else:
        at = next((at for at in range(len(lines)) if _is_length(lines, at)), None)
        if at is None:
            return None  # what stands above the first document and below the last
        record = _displayed(lines, at)
    if not record.number:
        record.broken = "It is cut off: the number that ends every document is missing."
    return record


def _coded(lines: list[Line]) -> PressRecord:
    record = PressRecord()
    values: dict[str, list[str]] = {}
    code, rank = "", -1
    for line in lines:
        if line.code and _RANKS[line.code] > rank:
            code, rank = line.code, _RANKS[line.code]
            text = line.value
        else:
            text = line.text
        if code and text:
            values.setdefault(code, []).append(text)
        record.number = record.number or _number(line)
    one = {code: " ".join(texts) for code, texts in values.items()}
    record.title, record.byline = one.get("HD", ""), one.get("BY", "")
    record.outlet, record.published = one.get("SN", ""), one.get("PD", "")
    record.language = one.get("LA", "")
    credit = one.get("CR", "")
    if 0 < len(credit.split()) <= _MOST_NAMES:
        record.agency = one.pop("CR")
    for code, name in _FACTS.items():
        record.add_fact(name, one.get(code, ""))
    record.body = [*values.get("LP", ()), *values.get("TD", ())]
    record.add_fact("Factiva document", record.number)
    return record


def _is_length(lines: list[Line] | tuple[Line, ...], at: int) -> bool:
    """Whether a line tells how many words a document has: its date stands right below."""
    if not _LENGTH.match(lines[at].text[:40]) or len(lines[at].text) > 40:
        return False
    return any(date_of_line(line.text) for line in lines[at + 1 : at + 4])


def _displayed(lines: list[Line], length: int) -> PressRecord:
    record = PressRecord()
    _tell_above(record, lines[:length])
    below = lines[length + 1 : length + 1 + _MAX_HEAD]
    size = _head_size(below)
    _tell_below(record, [line.text for line in below[:size]])
    record.add_fact("Words", lines[length].text)
    for line in lines[length + 1 + size :]:
        record.number = record.number or _number(line)
        if not record.number:
            record.body.append(line.text)
    record.add_fact("Factiva document", record.number)
    return record


def _head_size(lines: list[Line]) -> int:
    """How many of the lines below the length belong to the head: the copyright ends it."""
    size = next((at for at, line in enumerate(lines) if _RIGHTS.match(line.text)), None)
    if size is not None:
        while size < len(lines) and _RIGHTS.match(lines[size].text):
            size += 1
        return size
    spoken = (at + 1 for at, line in enumerate(lines) if language_code(line.text))
    return next(spoken, next((at + 1 for at, x in enumerate(lines) if date_of_line(x.text)), 0))


def _tell_above(record: PressRecord, lines: list[Line]) -> None:
    """Headline and byline, with the section above them; a list of contents may stand higher up."""
    lines = [line for line in lines if not _DOTTED.search(line.text) or line.bold] or lines
    bold = [at for at, line in enumerate(lines) if line.bold]
    if not lines:
        return
    at = len(lines) - 1
    if bold:
        at = bold[-1]
    elif at and _is_byline(lines[at].text, lines[at - 1].text):
        at -= 1
    record.title = lines[at].text
    record.byline = " ".join(line.text for line in lines[at + 1 :])
    section = lines[at - 1].text if at else ""
    if len(section.split()) <= _MOST_NAMES and fold(section) not in _COVER:
        record.add_fact("Section", section)


def _is_byline(line: str, above: str) -> bool:
    if _BYLINE.match(line):
        return True
    words = line.split()
    is_named = len(words) <= _MOST_NAMES and all(not word[0].islower() for word in words)
    return is_named and len(above.split()) > max(len(words), 4)


def _tell_below(record: PressRecord, lines: list[str]) -> None:
    """Date, time, outlet and its code, edition, page, language and copyright, in this order."""
    rights: list[str] = []
    for line in lines:
        if _RIGHTS.match(line) or rights:
            rights.append(line)
        elif not record.published and date_of_line(line):
            record.published = line
        elif _TIME.match(line):
            record.add_fact("Time", line)
        elif not record.outlet:
            record.outlet = line
        elif language_code(line) and not record.language:
            record.language = line
        elif _PAGE.match(line):
            record.add_fact("Page", line)
        elif _SOURCE_CODE.match(line):
            record.add_fact("Source code", line)
        else:
            record.add_fact("Edition", line)
    record.add_fact("Copyright", " ".join(rights))


IMPORTER = Importer(_NAME, "Factiva (text, RTF, Word, HTML)", _guess, _read)
