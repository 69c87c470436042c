"""ProQuest's exports: records between rules, each field behind its label.

After ProQuest's help (“Export/Save: text only, RTF, Word”) and what the readers of others expect:
metaknowledge, pq_parser, tm.plugin.proquest, and their users' reports. A cover, a table of contents
and a bibliography may stand around the records; newer files part a record by words in capitals
(ABSTRACT, FULL TEXT, DETAILS).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from desktop_app.capture.importers.import_source import ImportSource
from desktop_app.capture.importers.importer import Importer, ImportItems
from desktop_app.capture.importers.press.importing import GatheredLines, guess_press, read_press
from desktop_app.capture.importers.press.labels import Label, label_of
from desktop_app.capture.importers.press.lines import Line
from desktop_app.capture.importers.press.record import PressRecord
from desktop_app.core.database_labels import BODY_WORDS
from desktop_app.core.folding import fold

_NAME = "proquest"
_RULE = re.compile(r"[_\s]{20,}$|[*\s]{40,}$")
_COUNT = re.compile(r"(?:document|dokument|documento)\s\d+\s(?:of|von|de|sur|di)\s\d+$", re.I)
_ADDRESS = re.compile(r"https?://\S+$")
_LINK_WORDS = frozenset(
    {"proquest document link", "proquest-dokument-link", "lien vers le document proquest"}
    | {"vinculo de documento de proquest", "enlace de documentos de proquest"}
    | {"collegamento documento proquest", "link al documento proquest"}
)
_ABSTRACT_WORDS = re.compile(
    r"(?:abstract|zusammenfassung|resume|resumen|riassunto)(?: \([a-z ,]{3,40}\))?$"
)
_DETAIL_WORDS = frozenset(
    {"details", "detail", "detalles", "dettagli", "indexing", "indexierung", "indexation"}
    | {"indexacion", "links", "liens", "enlaces", "link", "collegamenti"}
)
#: A line that may be a label that isn't known, between those that are.
_LIKE_LABEL = re.compile(r"[^\W\d_][^:.!?]{1,40}:\s\S")
_MOST_UNKNOWN = 2
_LEAST_LABELS = 2
_TELLING = frozenset({"number", "published", "publisher"})


def _guess(source: ImportSource) -> float:
    return guess_press(source, _is_ours)


def _is_ours(lines: tuple[Line, ...]) -> bool:
    meanings = {label.meaning for line in lines if (label := label_of(line.text)) is not None}
    return {"number", "published"} <= meanings or (
        any(_RULE.match(line.text) for line in lines)
        and {"published", "publisher"} <= meanings
        and bool({"body", "url"} & meanings)
    )


def _read(source: ImportSource) -> ImportItems:
    return read_press(source, _NAME, _records, _record)


def _records(lines: Iterable[Line]) -> Iterator[list[Line]]:
    """The lines of each record. A rule within an article's text doesn't end it: its number is to
    come."""
    held: list[Line] = []
    for part in _parts(lines):
        labels = _labels(part)
        if held and (_has(labels, "number") and not _opens(part, labels)):
            yield held + part
            held = []
            continue
        if held and not _is_record(labels):
            held += part
            continue
        if held:
            yield held
            held = []
        if _is_record(labels) or _opens(part, labels):
            if _has(labels, "number"):
                yield part
            else:
                held = part
    if held:
        yield held


def _parts(lines: Iterable[Line]) -> Iterator[list[Line]]:
    gathered = GatheredLines()
    for line in lines:
        if not _RULE.match(line.text):
            gathered.add(line)
        elif gathered.lines:
            yield gathered.take()
    if gathered.lines:
        yield gathered.take()


def _labels(lines: Sequence[Line]) -> list[Label | None]:
    return [label_of(line.text) for line in lines]


def _has(labels: Iterable[Label | None], meaning: str) -> bool:
    return any(label is not None and label.meaning == meaning for label in labels)


def _is_record(labels: Sequence[Label | None]) -> bool:
    known = [label.meaning for label in labels if label is not None]
    return len(known) >= _LEAST_LABELS and bool(_TELLING & set(known))


def _opens(lines: Sequence[Line], labels: Sequence[Label | None]) -> bool:
    """Whether the text of an article begins in these lines."""
    return _has(labels, "body") or any(_word(line) in BODY_WORDS for line in lines)


def _word(line: Line) -> str:
    """A line of a word or two, folded; empty for a longer one."""
    return fold(line.text).strip(" :") if len(line.text) < 60 else ""


def _record(lines: list[Line]) -> PressRecord:
    labels = _labels(lines)
    body = _body_start(lines, labels)
    tail = _tail_start(lines, labels, len(lines) if body is None else body)
    record = PressRecord()
    _tell_labels(record, labels[tail:], lines[tail:])
    head = tail if body is None else body
    opening = labels[head] if head < len(lines) else None
    _tell_head(record, lines[:head], labels[:head])
    if body is not None:
        first = opening.value if opening is not None else ""
        texts = [first, *(line.text for line in lines[body + 1 : tail])]
        record.body = [text for text in texts if text]
    if not (record.number or record.url):
        record.broken = "It is cut off: the fields below its text are missing."
    record.add_fact("ProQuest document", record.number)
    return record


def _body_start(lines: list[Line], labels: list[Label | None]) -> int | None:
    """The line with the label or word that opens the text; None where there is none."""
    for at, (line, label) in enumerate(zip(lines, labels, strict=True)):
        if (label is not None and label.meaning == "body") or _word(line) in BODY_WORDS:
            return at
    return None


def _tail_start(lines: list[Line], labels: list[Label | None], body: int) -> int:
    """The first of the labelled lines that stand below the text, down to the record's end."""
    start, unknown = len(lines), 0
    least = body if body < len(lines) else -1
    for at in range(len(lines) - 1, least, -1):
        if labels[at] is not None or _word(lines[at]) in _DETAIL_WORDS:
            start, unknown = at, 0
        elif unknown < _MOST_UNKNOWN and (
            _LIKE_LABEL.match(lines[at].text) or start == len(lines) or _goes_on(labels, at)
        ):
            unknown += 1
        else:
            break
    return start


def _goes_on(labels: list[Label | None], at: int) -> bool:
    """Whether a line without a label is the value of the one above it."""
    above = labels[at - 1] if at else None
    return above is not None and not above.value


def _tell_labels(record: PressRecord, labels: list[Label | None], lines: list[Line]) -> None:
    told: list[tuple[Label | None, str, str]] = []
    for label, line in zip(labels, lines, strict=True):
        if label is not None:
            told.append((label, label.shown, label.value))
        elif _word(line) in _DETAIL_WORDS:
            continue
        elif _LIKE_LABEL.match(line.text):
            name, _, value = line.text.partition(":")
            told.append((None, name, value.strip()))
        elif told:
            above, name, value = told[-1]
            told[-1] = (above, name, f"{value} {line.text}".strip())
    for label, name, value in told:
        _tell(record, label.meaning if label is not None else "", name, value)


def _tell(record: PressRecord, meaning: str, name: str, value: str) -> None:
    fields = {
        "title": "title", "authors": "byline", "publisher": "outlet", "published": "published",
        "language": "language", "url": "url", "number": "number",
    }  # fmt: skip
    target = fields.get(meaning)
    if target == "url" and not _ADDRESS.match(value):
        target = None
    if target is None or getattr(record, target):
        same = target is not None and getattr(record, target) == value
        if not same:
            record.add_fact(name, value)
    else:
        setattr(record, target, value)


def _tell_head(record: PressRecord, lines: list[Line], labels: list[Label | None]) -> None:
    """What stands above the text: the headline, where no label tells it, author and abstract."""
    abstract: list[str] = []
    is_abstract = False
    plain: list[str] = []
    for line, label in zip(lines, labels, strict=True):
        if label is not None and label.meaning == "abstract":
            is_abstract = True
            abstract += [label.value] if label.value else []
        elif _ABSTRACT_WORDS.match(_word(line)):
            is_abstract = True
        elif label is not None and (plain or label.meaning == "title"):
            is_abstract = False
            _tell(record, label.meaning, label.shown, label.value)
        elif _word(line) in _LINK_WORDS | _DETAIL_WORDS:
            is_abstract = False
        elif _ADDRESS.match(line.text):
            is_abstract = False
            _tell(record, "url", "Link", line.text)
        elif not _COUNT.match(line.text):
            (abstract if is_abstract else plain).append(line.text)
    record.add_fact("Abstract", " ".join(abstract))
    if plain and not record.title:
        record.title = plain[0]
    for text in plain:
        if text != record.title:
            record.add_fact("Publication info", text)


IMPORTER = Importer(_NAME, "ProQuest (text, RTF, Word, HTML)", _guess, _read)
