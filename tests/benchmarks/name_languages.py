"""How well persons are told in languages other than English: precision and recall of each.

The labels are `tests/analysis/labelled/languages.json` and, made later and longer, `press.json`:
paragraphs as the press writes them, made for this purpose. `[[Scholz|Olaf Scholz]]` is a mention
and, where its text isn't that, the person's name. The rules were made with the “tuned” half in
view, never with the “held back” one.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from desktop_app.analysis.recognise_people import recognise
from tests.benchmarks.people import fold_name

_LABELLED = Path(__file__).resolve().parents[1] / "analysis" / "labelled"
SETS = ("languages", "press")
_NONE: Mapping[str, Sequence[str]] = {"tuned": ()}
HALVES = ("tuned", "held_back")
_LABEL = re.compile(r"\[\[([^\]|]+)(?:\|([^\]]+))?\]\]")


@dataclass(frozen=True)
class LabelledText:
    """A text, the places in it where persons are named, and the persons' names."""

    text: str
    spans: frozenset[tuple[int, int]]
    names: frozenset[str]


@dataclass
class Counts:
    """What was told rightly, told at all, and labelled."""

    right: int = 0
    told: int = 0
    labelled: int = 0

    def add(self, told: Set[object], labelled: Set[object]) -> None:
        """Count one text."""
        self.right += len(told & labelled)
        self.told += len(told)
        self.labelled += len(labelled)

    def __add__(self, other: Counts) -> Counts:
        return Counts(
            self.right + other.right, self.told + other.told, self.labelled + other.labelled
        )

    @property
    def precision(self) -> float:
        """The share of what was told that is right; 1 where nothing was told."""
        return self.right / self.told if self.told else 1.0

    @property
    def recall(self) -> float:
        """The share of the labelled that was told."""
        return self.right / self.labelled


@dataclass
class LanguageScore:
    """Mentions by their exact place, and distinct persons by their name."""

    mentions: Counts = field(default_factory=Counts)
    names: Counts = field(default_factory=Counts)


def labelled_text(marked: str) -> LabelledText:
    """A text with the marks taken out and what they told."""
    text, spans, names, behind = "", set(), set(), 0
    for match in _LABEL.finditer(marked):
        text += marked[behind : match.start()]
        spans.add((len(text), len(text) + len(match[1])))
        names.add(fold_name(match[2] or match[1]))
        text += match[1]
        behind = match.end()
    return LabelledText(text + marked[behind:], frozenset(spans), frozenset(names))


@cache
def labels(of: str) -> Mapping[str, Mapping[str, Sequence[str]]]:
    """The marked texts of a set by language (ISO 639-1) and half."""
    content = (_LABELLED / f"{of}.json").read_text("utf-8")
    return json.loads(content)  # type: ignore[no-any-return]


def scores(of: str, half: str) -> Iterator[tuple[str, LanguageScore]]:
    """Each language with how its texts of a set's half were read."""
    for language, halves in labels(of).items():
        score = LanguageScore()
        for marked in halves[half]:
            truth = labelled_text(marked)
            people = recognise(truth.text, wrapped=False, language=language)
            places = {(place.start, place.end) for each in people for place in each.mentions}
            score.mentions.add(places, truth.spans)
            score.names.add({fold_name(each.name) for each in people}, truth.names)
        yield language, score


def main() -> None:
    """Print a row for each language; ``--wrong`` and languages: the tuned half's differences."""
    if "--wrong" in sys.argv:
        _print_differences(sys.argv[sys.argv.index("--wrong") + 1 :])
        return
    measured = {of: {half: dict(scores(of, half)) for half in HALVES} for of in SETS}
    if "--json" in sys.argv:
        print(json.dumps(measured, default=_figures))
        return
    for of, halves in measured.items():
        print(f"\n| {of} | tuned: mentions P / R | names | held back: mentions | names |")
        print("| --- | --- | --- | --- | --- |")
        for language in labels(of):
            cells = [cell for half in HALVES for cell in _cells(halves[half][language])]
            print(f"| {language} | {' | '.join(cells)} |")


def _figures(score: LanguageScore) -> list[float]:
    parts = (score.mentions, score.names)
    return [round(figure, 3) for each in parts for figure in (each.precision, each.recall)]


def _cells(score: LanguageScore) -> list[str]:
    return [f"{each.precision:.2f} / {each.recall:.2f}" for each in (score.mentions, score.names)]


def _print_differences(languages: Sequence[str]) -> None:
    for language in languages or labels(SETS[0]):
        for marked in [text for of in SETS for text in labels(of).get(language, _NONE)["tuned"]]:
            truth = labelled_text(marked)
            people = recognise(truth.text, wrapped=False, language=language)
            told = {(place.start, place.end) for each in people for place in each.mentions}
            wrong = [truth.text[slice(*span)] for span in sorted(told - truth.spans)]
            missed = [truth.text[slice(*span)] for span in sorted(truth.spans - told)]
            names = {fold_name(each.name) for each in people}
            lost, made = sorted(truth.names - names), sorted(names - truth.names)
            if wrong or missed or lost or made:
                print(f"{language}: {truth.text}\n   wrong {wrong} missed {missed} -{lost} +{made}")


if __name__ == "__main__":
    main()
