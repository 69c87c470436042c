"""The exports of Nexis: the older “N of M DOCUMENTS”, and those of Nexis Uni and Lexis+.

After what LexisNexis' own help says of delivery, and what the readers of others expect: the R
packages LexisNexisTools and newspapers, nexis-analysis, and their users' reports. Older files open
each document with its number, Nexis Uni closes it with “End of Document”. Outlet and date stand
without labels, the rest of the head with labels in the language of the user or of the outlet; so
does what follows the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from desktop_app.capture.importers.import_source import ImportSource
from desktop_app.capture.importers.importer import Importer, ImportItems
from desktop_app.capture.importers.press.importing import GatheredLines, guess_press, read_press
from desktop_app.capture.importers.press.labels import Label, label_of
from desktop_app.capture.importers.press.lines import Line
from desktop_app.capture.importers.press.record import PressRecord, language_code
from desktop_app.capture.importers.press.told_dates import date_of_line
from desktop_app.core.database_labels import BODY_WORDS, LAST_WORDS
from desktop_app.core.folding import fold

_NAME = "nexis"
_BEGINS = re.compile(
    r"(?:(?:document|dokument|documento|doc\.?)\s)?\d{1,6}\s(?:of|von|de|sur|di|van)\s\d{1,6}"
    r"(?:\s(?:documents?|dokumente?n?|documentos|documenti|documenten))?$",
    re.IGNORECASE,
)
_DOCUMENT = re.compile(r"do[ck]", re.IGNORECASE)
_FOOT = re.compile(
    r"(?:page|seite|página|pagina)\s\d{1,5}\s(?:of|von|de|sur|di)\s\d{1,5}$", re.IGNORECASE
)
_RIGHTS = re.compile(
    r"(?:\(c\)|©|copyright\b|(?:all rights|alle rechte|tous droits|todos los derechos"
    r"|tutti i diritti|todos os direitos|alle rechten)\b)",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"\d")
#: Labels of the head; “Text:” in a language is its last.
_HEAD = frozenset({"title", "subtitle", "authors", "section", "length", "body", "page"})
_HEAD_WORDS = frozenset({"dateline", "series", "column", "edition", "datumszeile", "ortsmarke"})
# What surely stands below a text, and what does beside these. Folded.
_TAIL = frozenset(
    str.split(
        "load-date ladedatum journal-code publication-type publikationstyp"
        " type-publication zeitungs-code"
        " code-revue classification klassifizierung klassifikation clasificacion classificazione"
    )
) | {"date de chargement", "fecha de carga", "data di caricamento", "journal code"} | {
    "codigo de revista", "codice rivista", "type de publication", "tipo de publicacion",
    "tipo di pubblicazione",
}  # fmt: skip
_UPDATES = frozenset({"update", "mise a jour", "actualizacion", "aggiornamento"})
_PICTURES = frozenset({"graphic", "grafik", "graphique", "grafico"})
_BESIDE = frozenset(
    str.split(
        "graphic grafik graphique grafico correction correction-date notes series subject company"
        " organization industry geographic person ticker city state country document-type isin"
        " schlagworter unternehmen branche personen sujet materia asunto soggetto copyright"
        " dateline name update organisation thema geographie"
    )
)
_LOADED = frozenset(
    {"load-date", "ladedatum", "date de chargement", "fecha de carga", "data di caricamento"}
)
_MAX_HEAD, _MAX_CAPTIONS, _LONGEST_END = 20, 60, 40


def _guess(source: ImportSource) -> float:
    return guess_press(source, _is_ours)


def _is_ours(lines: tuple[Line, ...]) -> bool:
    begun = ended = measured = False
    for line in lines:
        begun = begun or _begins(line.text)
        ended = ended or _ends(line.text)
        label = label_of(line.text)
        if label is not None:
            ended = ended or label.folded in _TAIL
            is_length = label.meaning == "length" and bool(_NUMBERED.search(label.value))
            measured = measured or is_length
    return measured and (begun or ended)


def _read(source: ImportSource) -> ImportItems:
    return read_press(source, _NAME, _records, _record)


def _begins(text: str) -> bool:
    """Whether the line counts the documents: “1 of 500 DOCUMENTS”, “Dokument 1 von 500”."""
    return len(text) < 50 and bool(_BEGINS.match(text)) and bool(_DOCUMENT.search(text))


def _ends(text: str) -> bool:
    return len(text) < 40 and fold(text).strip(" .") in LAST_WORDS


def _records(lines: Iterable[Line]) -> Iterator[list[Line]]:
    gathered = GatheredLines()
    is_loaded = False
    for line in lines:
        if _FOOT.match(line.text[:60]):
            continue
        if _begins(line.text) and gathered.lines:
            yield gathered.take()
        gathered.add(line)
        label = label_of(line.text)
        if _ends(line.text) or (is_loaded and label is None and _may_end(line, gathered.lines)):
            yield gathered.take()
        is_loaded = label is not None and label.folded in _LOADED
    if gathered.lines:
        yield gathered.take()


def _may_end(line: Line, document: list[Line]) -> bool:
    """Whether a line below the load date is the last in a language that isn't known."""
    is_older = _begins(document[0].text)
    return not is_older and len(line.text) < _LONGEST_END and not _RIGHTS.match(line.text)


@dataclass(frozen=True, slots=True)
class _Parts:
    """Where a document's parts begin: its labels, its text, and what follows that."""

    labels: int
    body: int
    tail: int


def _record(lines: list[Line]) -> PressRecord | None:
    is_numbered = _begins(lines[0].text)
    lines = lines[1:] if is_numbered else lines
    labels = [label_of(line.text) for line in lines]
    measured = next((at for at, label in enumerate(labels) if _is_length(label)), None)
    worded = next((at for at, line in enumerate(lines) if _is_body_word(line)), None)
    if measured is None and worded is None and not is_numbered:
        return None  # a cover, or what stands below the last document
    first = next((at for at, label in enumerate(labels) if _is_head(label)), len(lines))
    if not is_numbered:
        known = min(at for at in (measured, worded) if at is not None)
        first = _first_label(labels, known)
    parts = _parts(lines, labels, first)
    record = PressRecord()
    _tell_place(record, lines[: parts.labels], is_numbered=is_numbered)
    _tell_labels(record, lines[parts.labels : parts.body], labels[parts.labels : parts.body])
    record.body += [line.text for line in lines[parts.body : parts.tail]]
    _tell_tail(record, lines[parts.tail :], labels[parts.tail :])
    is_whole = parts.tail < len(lines)
    # Older documents may end with nothing but their text, and have the copyright at their head.
    if not is_whole and not (is_numbered and any(name == "Copyright" for name, _ in record.facts)):
        record.broken = "It is cut off: what ends every document is missing."
    return record


def _is_length(label: Label | None) -> bool:
    return label is not None and label.meaning == "length" and bool(_NUMBERED.search(label.value))


def _is_head(label: Label | None) -> bool:
    return label is not None and (label.meaning in _HEAD or label.folded in _HEAD_WORDS)


def _is_body_word(line: Line) -> bool:
    return len(line.text) < 25 and fold(line.text).strip(" :") in BODY_WORDS


def _first_label(labels: list[Label | None], known: int) -> int:
    """The first label of the head that holds the one that is known."""
    first = known
    for at in range(known, max(-1, known - _MAX_HEAD), -1):
        if _is_head(labels[at]):
            first = at
    return first


def _parts(lines: list[Line], labels: list[Label | None], first: int) -> _Parts:
    body = _body_start(lines, labels, first)
    return _Parts(first, body, _tail_start(lines, labels, body))


def _body_start(lines: list[Line], labels: list[Label | None], first: int) -> int:
    """The first line of the text: below the word that opens it, else below the last label."""
    word = next(
        (
            at
            for at in range(first, min(first + 4 * _MAX_HEAD, len(lines)))
            if _is_body_word(lines[at])
        ),
        None,
    )
    if word is not None:
        return word + 1
    at = first
    while at < len(lines):
        label = labels[at]
        if _is_head(label):
            at += 1
            is_empty = label is not None and not label.value
            if is_empty and label is not None and label.meaning != "body":
                at += 1
        elif at > first and not lines[at].gap:
            at += 1  # a label's value that goes on
        else:
            break
    return min(at, len(lines))


def _tail_start(lines: list[Line], labels: list[Label | None], body: int) -> int:
    """The first line below the text: the labels there, with captions above, or the copyright."""
    sure = next((at for at in range(body, len(lines)) if _is_tail(lines[at], labels[at])), None)
    if sure is None:
        end = len(lines)
        while end > body and (_RIGHTS.match(lines[end - 1].text) or _ends(lines[end - 1].text)):
            end -= 1
        sure = end
    while sure > body:
        label = labels[sure - 1]
        if label is not None and label.folded in _BESIDE:
            sure -= 1
        elif (above := _pictures_above(lines, labels, body, sure)) is not None:
            sure = above
        else:
            break
    return sure


def _is_tail(line: Line, label: Label | None) -> bool:
    if label is None:
        return fold(line.text[:40]).strip(" :") in _TAIL
    if label.folded in _UPDATES:
        return date_of_line(label.value) is not None
    if label.meaning == "language":
        return language_code(label.value) is not None
    return label.folded in _TAIL


def _pictures_above(
    lines: list[Line], labels: list[Label | None], body: int, end: int
) -> int | None:
    """The line with which captions begin that reach down to ``end``."""
    for at in range(end - 1, max(body - 1, end - _MAX_CAPTIONS), -1):
        label = labels[at]
        if label is None and fold(lines[at].text[:40]).strip(" :") in _BESIDE:
            return at
        if label is not None and label.folded in _PICTURES:
            # “Graphic: what it means” may begin a sentence; “GRAPHIC:” doesn't.
            return at if label.written.isupper() or not label.value else None
    return None


def _tell_place(record: PressRecord, lines: list[Line], *, is_numbered: bool) -> None:
    """What stands without labels: outlet and date, the headline below (older) or above them."""
    rights = [line.text for line in lines if _RIGHTS.match(line.text)]
    plain = [line for line in lines if not _RIGHTS.match(line.text)]
    record.add_fact("Copyright", " ".join(dict.fromkeys(rights)))
    window = range(max(0, len(plain) - _MAX_HEAD), len(plain))
    dated = next((at for at in window if date_of_line(plain[at].text)), None)
    if dated is None:
        _tell_undated(record, plain)
        return
    record.published = plain[dated].text
    record.outlet = plain[dated - 1].text if dated else ""
    below = plain[dated + 1 :]
    if not is_numbered:
        record.title = plain[dated - 2].text if dated > 1 else ""
        _tell_editions(record, below)
        return
    size = next((at for at, line in enumerate(below) if line.gap), len(below))
    _tell_editions(record, below[:size])
    end = next((at for at, line in enumerate(below) if at > size and line.gap), len(below))
    record.title = " ".join(line.text for line in below[size:end])
    record.subtitle = " ".join(line.text for line in below[end:])


def _tell_undated(record: PressRecord, lines: list[Line]) -> None:
    if lines:
        record.outlet = lines[0].text
        record.title = " ".join(line.text for line in lines[1:3])


def _tell_editions(record: PressRecord, lines: list[Line]) -> None:
    for line in lines:
        record.add_fact("Edition", line.text)


def _tell_labels(record: PressRecord, lines: list[Line], labels: list[Label | None]) -> None:
    """The labelled fields above the text; what has no label goes on with the one above."""
    told: list[tuple[Label, list[str]]] = []
    for line, label in zip(lines, labels, strict=True):
        if label is not None:
            told.append((label, [label.value] if label.value else []))
        elif told and not _is_body_word(line):
            told[-1][1].append(line.text)
        elif _RIGHTS.match(line.text):
            record.add_fact("Copyright", line.text)
    for label, values in told:
        value = " ".join(values)
        if label.meaning == "title" and not record.title:
            record.title = value
        elif label.meaning == "authors" and not record.byline:
            record.byline = value
        elif label.meaning == "subtitle" and not record.subtitle:
            record.subtitle = value
        elif label.meaning == "body":
            record.body += values
        else:
            record.add_fact("Words" if label.meaning == "length" else label.shown, value)


def _tell_tail(record: PressRecord, lines: list[Line], labels: list[Label | None]) -> None:
    told: list[tuple[str, list[str]]] = []
    for line, label in zip(lines, labels, strict=True):
        if _ends(line.text):
            break
        if label is not None and label.meaning == "language":
            record.language = label.value
        elif label is not None:
            told.append((label.shown, [label.value] if label.value else []))
        elif _RIGHTS.match(line.text):
            told.append(("Copyright", [line.text]))
        elif fold(line.text[:40]).strip(" :") in _BESIDE | _TAIL:
            told.append((line.text.strip(" :"), []))
        elif told:
            told[-1][1].append(line.text)
        else:
            told.append(("Further", [line.text]))
    for name, values in told:
        record.add_fact(name, " ".join(values))


IMPORTER = Importer(_NAME, "Nexis, LexisNexis (text, RTF, Word, HTML)", _guess, _read)
