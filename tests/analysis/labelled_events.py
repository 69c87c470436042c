"""The sentences labelled with their dates, and how well a reading of them agrees.

The kit's sentences belong to their publishers, so `labelled/events.json` holds where each stands
in the shared kit, its SHA-256 and its dates; `labelled/own_events.json` holds invented sentences.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from lxml import html

_LABELLED = Path(__file__).parent / "labelled"
KIT = Path(__file__).resolve().parents[3] / "shared" / "kits" / "extraction"
# Words that may stand before or behind a date without being part of what it tells. A span is
# right or wrong whether or not they are in it.
_AROUND = frozenset(
    """
    on in at by since until till from of during the a as back between after before around about to
    through for am im in seit bis ab vom von vor dem den der des zum jahr jahre en depuis le la el
    los du au di al del desde de il nel dal em no na op sinds в с года году dès pre ever
    jahres entre zwischen tra fra tussen у з року w we roku r ve v i på den med في يوم عام منذ ב
    """.split()  # noqa: SIM905
)
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Told:
    """A date told: where in the sentence, and what it means as EDTF."""

    start: int
    end: int
    edtf: str


@dataclass(frozen=True, slots=True)
class LabelledSentence:
    """A sentence, what it is seen from, and the dates that a reader finds in it."""

    text: str
    language: str
    published: str | None
    held_back: bool
    events: tuple[Told, ...]


Finder = Callable[[LabelledSentence], Iterable[Told]]


@dataclass(slots=True)
class Score:
    """Spans and values told, true, and right, over many sentences."""

    told: int = 0
    true: int = 0
    right_spans: int = 0
    right_values: int = 0

    @property
    def span_f1(self) -> float:
        """F1 of where dates stand, words around them left out."""
        return 2 * self.right_spans / max(1, self.told + self.true)

    @property
    def value_f1(self) -> float:
        """F1 of what dates mean: the same EDTF at a place that overlaps."""
        return 2 * self.right_values / max(1, self.told + self.true)

    def add(self, text: str, told: Iterable[Told], true: Iterable[Told]) -> list[Told]:
        """Count one sentence; gives the dates that are wrong or missing."""
        told, true = list(told), list(true)
        spans = {_bare(text, event) for event in told} & {_bare(text, event) for event in true}
        open_ones = list(true)
        wrong = []
        for event in told:
            same = next((other for other in open_ones if _same(event, other)), None)
            if same is None:
                wrong.append(event)
            else:
                open_ones.remove(same)
        self.told += len(told)
        self.true += len(true)
        self.right_spans += len(spans)
        self.right_values += len(told) - len(wrong)
        return [*wrong, *open_ones, *(e for e in told if _bare(text, e) not in spans)]


def score(sentences: Iterable[LabelledSentence], finder: Finder) -> Score:
    """How well a finder reads the sentences."""
    total = Score()
    for sentence in sentences:
        total.add(sentence.text, finder(sentence), sentence.events)
    return total


def own_sentences() -> list[LabelledSentence]:
    """The invented sentences: each form of the press once or more, and its traps."""
    items = json.loads((_LABELLED / "own_events.json").read_text("utf-8"))
    return [_own(item) for item in items]


def kit_sentences() -> list[LabelledSentence]:
    """The sentences of the kit's pages; raises LookupError where one has changed."""
    items = json.loads((_LABELLED / "events.json").read_text("utf-8"))
    return [_from_kit(item) for item in items]


def source_text(kit_set: str, page: str) -> str:
    """The text that a page's offsets count in: the true article, else the page's paragraphs."""
    body = _truth(kit_set)[page].get("articleBody")
    return body or _paragraphs(KIT / kit_set / "html" / f"{page}.html.gz")


def _own(item: dict[str, Any]) -> LabelledSentence:
    text, events, place = item["text"], [], 0
    for phrase, edtf in item["dates"]:
        start = text.index(phrase, place)
        place = start + len(phrase)
        events.append(Told(start, place, edtf))
    published = item.get("published", "2023-04-14")
    return LabelledSentence(text, item.get("language", "en"), published, False, tuple(events))


def _from_kit(item: dict[str, Any]) -> LabelledSentence:
    whole = source_text(item["set"], item["page"])
    text = whole[item["offset"] : item["offset"] + item["length"]]
    if hashlib.sha256(text.encode()).hexdigest() != item["sha256"]:
        raise LookupError(f"The labelled sentence isn't in {item['set']}/{item['page']} any more.")
    events = tuple(Told(e["start"], e["end"], e["edtf"]) for e in item["events"])
    return LabelledSentence(text, item["language"], item["published"], item["held_back"], events)


@cache
def _truth(kit_set: str) -> dict[str, dict[str, Any]]:
    with gzip.open(KIT / kit_set / "truth.json.gz") as file:
        truth: dict[str, dict[str, Any]] = json.load(file)
    return truth


@cache
def _paragraphs(path: Path) -> str:
    with gzip.open(path) as file:
        tree = html.fromstring(file.read())
    return "\n\n".join(" ".join(item.text_content().split()) for item in tree.iter("p", "li"))


def _same(told: Told, true: Told) -> bool:
    return told.edtf == true.edtf and told.start < true.end and true.start < told.end


def _bare(text: str, event: Told) -> tuple[int, int]:
    """A span without the words around it."""
    words = [
        (match.start(), match.end(), match[0].lower())
        for match in _WORD.finditer(text, event.start, event.end)
    ]
    while len(words) > 1 and words[0][2] in _AROUND:
        del words[0]
    while len(words) > 1 and words[-1][2] in _AROUND:
        del words[-1]
    return (words[0][0], words[-1][1]) if words else (event.start, event.end)
