"""Learns `desktop_app/analysis/data/name_weights.json` from openly licensed labelled texts.

    uv run python resources/training/train_name_weights.py FILE.jsonl...

Each line of a file is ``{"id", "text", "people": [{"start", "end", "name"}]}``. With
``--folds N`` nothing is written: each file is judged by weights learnt without the part judged,
and mention precision, recall and F1 are printed. Deterministic: logistic regression with an L2
penalty, full-batch gradient steps, documents parted by the CRC-32 of their ids.
"""

from __future__ import annotations

import argparse
import json
import sys
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from desktop_app.analysis.name_candidates import Candidate
from desktop_app.analysis.name_evidence import features_of
from desktop_app.analysis.name_scoring import (
    SEVERAL_THRESHOLD,
    AcceptedEnds,
    ReadText,
    is_single,
    persons_in,
    read_text,
    several_probabilities,
)
from desktop_app.analysis.name_weights import NameWeights

_OUTPUT = Path("desktop_app/analysis/data/name_weights.json")
_PENALTY = 1.0
_STEPS = 400
_FEWEST = 3


@dataclass(frozen=True)
class Labelled:
    """A text ready for judging, with the places where persons are named."""

    id: str
    read: ReadText
    spans: frozenset[tuple[int, int]]

    def names(self, candidate: Candidate) -> bool:
        """Whether the candidate is a person named here; the source may count a title in."""
        starts = (candidate.start, *(token.start for token in candidate.lead))
        return any((start, candidate.end) in self.spans for start in starts)

    @property
    def part(self) -> int:
        """A number that parts documents evenly and always alike."""
        return zlib.crc32(self.id.encode())


def load(path: Path) -> list[Labelled]:
    """The documents of one file."""
    found = []
    for line in path.read_text("utf-8").splitlines():
        item: dict[str, Any] = json.loads(line)
        spans = frozenset((person["start"], person["end"]) for person in item["people"])
        found.append(Labelled(item["id"], read_text(item["text"]), spans))
    return found


def learn(documents: Sequence[Labelled]) -> NameWeights:
    """Weights from labelled documents; single words are learnt from held-out full names."""
    several = _fit(_examples_of_several(documents))
    single: list[tuple[list[str], bool]] = []
    for held in range(4):
        rest = [document for document in documents if document.part % 4 != held]
        weights = _fit(_examples_of_several(rest))
        for document in documents:
            if document.part % 4 == held:
                single += _examples_of_single(document, weights)
    return NameWeights(several, _fit(single))


def _examples_of_several(documents: Iterable[Labelled]) -> list[tuple[list[str], bool]]:
    return [
        (
            features_of(candidate, document.read.text, document.read.document),
            document.names(candidate),
        )
        for document in documents
        for candidate, _ in document.read.candidates
        if not is_single(candidate)
    ]


def _examples_of_single(
    document: Labelled, several: dict[str, float]
) -> Iterator[tuple[list[str], bool]]:
    read, ends = document.read, AcceptedEnds()
    likely = several_probabilities(read, several)
    for candidate, _ in read.candidates:
        if likely.get(candidate.key, 0.0) >= SEVERAL_THRESHOLD and not is_single(candidate):
            ends.add(candidate)
    for candidate, _ in read.candidates:
        if is_single(candidate):
            features = features_of(candidate, read.text, read.document)
            yield features + ends.features(candidate), document.names(candidate)


def _fit(examples: Sequence[tuple[list[str], bool]]) -> dict[str, float]:
    """Logistic regression; features seen fewer than a few times are left out."""
    counts = Counter(feature for features, _ in examples for feature in set(features))
    names = sorted(feature for feature, count in counts.items() if count >= _FEWEST)
    index = {name: place for place, name in enumerate(names)}
    rows, columns = [], []
    for row, (features, _) in enumerate(examples):
        for feature in set(features):
            if feature in index:
                rows.append(row)
                columns.append(index[feature])
    row_of, column_of = np.array(rows), np.array(columns)
    truth = np.array([label for _, label in examples], dtype=float)
    weights = np.zeros(len(names))
    momentum, square = np.zeros(len(names)), np.zeros(len(names))
    for step in range(1, _STEPS + 1):
        total = np.bincount(row_of, weights[column_of], minlength=len(truth))
        error = 1 / (1 + np.exp(-np.clip(total, -30, 30))) - truth
        slope = np.bincount(column_of, error[row_of], minlength=len(names)) + weights / _PENALTY
        momentum = 0.9 * momentum + 0.1 * slope
        square = 0.99 * square + 0.01 * slope * slope
        pace = 0.1 * (1 - step / (_STEPS + 1)) + 0.002
        scaled = (momentum / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.99**step)) + 1e-8)
        weights -= pace * scaled
    return {
        name: round(float(weight), 2)
        for name, weight in zip(names, weights, strict=True)
        if abs(weight) >= 0.005
    }


def _judge(documents: Sequence[Labelled], weights: NameWeights) -> tuple[int, int, int]:
    right = told = truth = 0
    for document in documents:
        found = {
            (candidate.start, candidate.end) for candidate, _ in persons_in(document.read, weights)
        }
        right += len(found & document.spans)
        told += len(found)
        truth += len(document.spans)
    return right, told, truth


def _cross_validate(files: Sequence[list[Labelled]], folds: int) -> Iterator[dict[str, Any]]:
    totals = [Counter[str]() for _ in files]
    for fold in range(folds):
        weights = learn([d for file in files for d in file if d.part // 7 % folds != fold])
        for total, file in zip(totals, files, strict=True):
            held = [document for document in file if document.part // 7 % folds == fold]
            right, told, truth = _judge(held, weights)
            total.update(right=right, told=told, truth=truth)
    for total in totals:
        precision, recall = total["right"] / total["told"], total["right"] / total["truth"]
        yield {
            "precision": round(precision, 3),
            "recall": round(recall, 3),
            "f1": round(2 * precision * recall / (precision + recall), 3),
        }


def main() -> None:
    """Learn and write, or with --folds judge."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="+", type=Path)
    parser.add_argument("--folds", type=int, default=0)
    options = parser.parse_args()
    files = [load(path) for path in options.files]
    if options.folds:
        for path, result in zip(options.files, _cross_validate(files, options.folds), strict=True):
            sys.stdout.write(json.dumps({"file": path.name, **result}) + "\n")
        return
    weights = learn([document for file in files for document in file])
    content = {"several": weights.several, "single": weights.single}
    _OUTPUT.write_text(
        json.dumps(content, ensure_ascii=False, indent=0, sort_keys=True) + "\n", "utf-8"
    )


if __name__ == "__main__":
    main()
