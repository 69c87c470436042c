"""How well and how fast persons are recognised: F1 on the labelled texts, time a thousand words.

The texts are those of the shared people kit; the shipped weights were learnt from them too, so the
figures here are upper bounds. `resources/training/train_name_weights.py --folds 3` gives fair ones.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import time
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from desktop_app.analysis.date_events import find_events
from desktop_app.analysis.recognise_people import recognise
from tests.benchmarks.report import Measurement, report

_KIT = Path(__file__).resolve().parents[3] / "shared" / "kits" / "people" / "dev"
_FLOORS = {"wikigold": (0.84, 0.80), "ewt_web": (0.70, 0.70)}
_MS_A_THOUSAND_WORDS = 60.0


def main() -> None:
    """Measure and print; exits 1 where a bound doesn't hold, 2 where the kit is absent."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=0, help="at most so many texts of each set")
    parser.add_argument("--json", action="store_true", dest="as_json")
    options = parser.parse_args()
    if not _KIT.exists():
        sys.exit(f"The people kit isn't at {_KIT}.")
    recognise("John Smith said so.")  # the name data is loaded before anything is timed
    well = report(_measure(options.articles or None), options.as_json)
    sys.exit(0 if well else 1)


def _measure(articles: int | None) -> Iterator[Measurement]:
    for name, (mention_floor, name_floor) in _FLOORS.items():
        lines = (_KIT / f"{name}.jsonl").read_text("utf-8").splitlines()[:articles]
        items: list[dict[str, Any]] = [json.loads(line) for line in lines]
        mentions, names = _scores(items)
        yield Measurement(f"mention F1 {name}", mentions, "F1", must=mention_floor, at_least=True)
        yield Measurement(f"name F1 {name}", names, "F1", must=name_floor, at_least=True)
        people, events = _times([item["text"] for item in items])
        yield Measurement(f"people {name}", people, "ms/1000 words", must=_MS_A_THOUSAND_WORDS)
        yield Measurement(f"events {name}", events, "ms/1000 words", must=_MS_A_THOUSAND_WORDS)


def _scores(items: list[dict[str, Any]]) -> tuple[float, float]:
    spans, names = Counts(), Counts()
    for item in items:
        people = recognise(item["text"])
        spans.add(
            {(place.start, place.end) for person in people for place in person.mentions},
            {(person["start"], person["end"]) for person in item["people"]},
        )
        names.add(
            {fold_name(person.name) for person in people},
            {fold_name(person["name"]) for person in item["people"]},
        )
    return spans.f1, names.f1


class Counts:
    """What was told and what is true, over many texts."""

    def __init__(self) -> None:
        self.right = self.all = 0

    def add(self, told: set[Any], truth: set[Any]) -> None:
        """Count one text."""
        self.right += len(told & truth)
        self.all += len(told) + len(truth)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        return 2 * self.right / self.all if self.all else 0.0


def _times(texts: list[str]) -> tuple[float, float]:
    words = sum(len(text.split()) for text in texts) / 1000
    begun = time.perf_counter()
    for text in texts:
        recognise(text)
    between = time.perf_counter()
    for text in texts:
        find_events(text, "2023-04-14", "en")
    ended = time.perf_counter()
    return 1000 * (between - begun) / words, 1000 * (ended - between) / words


def fold_name(name: str) -> str:
    """Names as the kit's scorer compares them."""
    decomposed = unicodedata.normalize("NFKD", name)
    bare = "".join(letter for letter in decomposed if not unicodedata.combining(letter))
    bare = re.sub(r"[’'`\".]", "", bare.casefold())
    return re.sub(r"[\s\-‐‑–]+", " ", bare).strip()


if __name__ == "__main__":
    main()
