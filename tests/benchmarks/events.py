"""How well and how fast dates are read: F1 on the labelled sentences, time a thousand words.

The labelled sentences are those of `tests/analysis/labelled/`; the half that is held back was never
looked at while the rules were made.
"""

from __future__ import annotations

import argparse
import gzip
import json
import sys
import time
from collections.abc import Iterator

from desktop_app.analysis.date_events import date_phrases, find_events
from tests.analysis.labelled_events import (
    KIT,
    LabelledSentence,
    Told,
    kit_sentences,
    own_sentences,
    score,
)
from tests.benchmarks.report import Measurement, report

_FLOOR = 0.85
_MS_A_THOUSAND_WORDS = 60.0
_TIMED = "scrapinghub-dev"


def main() -> None:
    """Measure and print; exits 1 where a bound doesn't hold, with a message where a kit lacks."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true", dest="as_json")
    options = parser.parse_args()
    if not KIT.exists():
        sys.exit(f"The extraction kit isn't at {KIT}.")
    sys.exit(0 if report(_measure(), options.as_json) else 1)


def _measure() -> Iterator[Measurement]:
    sentences = kit_sentences()
    parts = {
        "all": sentences,
        "tuned": [sentence for sentence in sentences if not sentence.held_back],
        "held back": [sentence for sentence in sentences if sentence.held_back],
        "held back, not English": [
            sentence for sentence in sentences if sentence.held_back and sentence.language != "en"
        ],
        "own": own_sentences(),
    }
    for name, part in parts.items():
        total = score(part, _read)
        told = f"{name} ({len(part)})"
        yield Measurement(f"span F1 {told}", total.span_f1, "F1", must=_FLOOR, at_least=True)
        yield Measurement(f"value F1 {told}", total.value_f1, "F1", must=_FLOOR, at_least=True)
    yield Measurement(f"events {_TIMED}", _time(), "ms/1000 words", must=_MS_A_THOUSAND_WORDS)


def _read(sentence: LabelledSentence) -> list[Told]:
    phrases = date_phrases(sentence.text, sentence.published, sentence.language)
    return [Told(phrase.start, phrase.end, phrase.date) for phrase in phrases]


def _time() -> float:
    with gzip.open(KIT / _TIMED / "truth.json.gz") as file:
        texts = [page["articleBody"] for page in json.load(file).values()]
    words = sum(len(text.split()) for text in texts) / 1000
    begun = time.perf_counter()
    for text in texts:
        find_events(text, "2023-04-14", "en")
    return 1000 * (time.perf_counter() - begun) / words


if __name__ == "__main__":
    main()
