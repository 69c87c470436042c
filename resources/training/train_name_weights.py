"""Learns `desktop_app/analysis/data/name_weights.json.zst` from openly licensed labelled texts.

    uv run python resources/training/train_name_weights.py PEOPLE [--folds N | --across]

PEOPLE is the folder of the people kit: each line of its files is
``{"id", "text", "people": [{"start", "end", "name"}]}``. With ``--folds N`` or ``--across`` nothing
is written but a table, for several shares of the sequence model (0: the evidence alone, 1: the
model alone judges the candidates). Each text is judged by weights that never saw it: of the other
parts of all files, or (across) of the other files alone, which tells more of texts of another kind.
What is judged is what the program tells, short forms tied to their full names, by the kit's own
scorer.

Deterministic: logistic regression with an L2 penalty, full-batch gradient steps, documents parted
by the CRC-32 of their ids. `fit_name_crf` fits the sequence model.
"""

from __future__ import annotations

import argparse
import json
import sys
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import cached_property
from pathlib import Path
from runpy import run_path
from typing import Any

import fit_name_crf
import numpy as np
import zstandard

from desktop_app.analysis import name_scoring
from desktop_app.analysis.name_candidates import Candidate
from desktop_app.analysis.name_evidence import features_of
from desktop_app.analysis.name_runs import RunReader
from desktop_app.analysis.name_scoring import (
    SEQUENCE_SHARE,
    SEVERAL_THRESHOLD,
    AcceptedEnds,
    ReadText,
    is_single,
    read_text,
    several_probabilities,
)
from desktop_app.analysis.name_weights import NameWeights
from desktop_app.analysis.recognise_people import resolve_read

_OUTPUT = Path("desktop_app/analysis/data/name_weights.json.zst")
_FILES = ("dev/wikigold", "dev/ewt_web", "crossner")
_PENALTY = 1.0
_STEPS = 400
_FEWEST = 3


@dataclass(frozen=True)
class Labelled:
    """A text ready for judging, with the persons named in it as the kit writes them."""

    id: str
    read: ReadText
    people: Sequence[dict[str, Any]]

    @cached_property
    def spans(self) -> frozenset[tuple[int, int]]:
        """The places where persons are named."""
        return frozenset((person["start"], person["end"]) for person in self.people)

    def names(self, candidate: Candidate) -> bool:
        """Whether the candidate is a person named here; the source may count a title in."""
        starts = (candidate.start, *(token.start for token in candidate.lead))
        return any((start, candidate.end) in self.spans for start in starts)

    @property
    def part(self) -> int:
        """A number that parts documents evenly and always alike."""
        return zlib.crc32(self.id.encode())


Files = Mapping[str, list[Labelled]]


def load(path: Path) -> list[Labelled]:
    """The documents of one file."""
    found = []
    for line in path.read_text("utf-8").splitlines():
        item: dict[str, Any] = json.loads(line)
        found.append(Labelled(item["id"], read_text(item["text"]), item["people"]))
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
    return NameWeights(several, _fit(single), fit_name_crf.fit(list(_runs(documents))))


def _runs(documents: Iterable[Labelled]) -> Iterator[fit_name_crf.Example]:
    """The runs of all texts, each word labelled as outside, first or within a person's name."""
    for document in documents:
        read = document.read
        spans = sorted(document.spans)
        reader = RunReader((one for one, _ in read.candidates), read.text, read.document)
        for run, features in reader.read():
            labels = list[int]()
            for token in run.tokens[run.first : run.last]:
                hit = next((s for s in spans if token.start < s[1] and token.end > s[0]), None)
                first = hit is not None and (token.start <= hit[0] or not labels)
                labels.append(0 if hit is None else 1 if first else 2)
            yield features, labels


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
    likely = several_probabilities(read, several, {})
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


def _told(document: Labelled, weights: NameWeights) -> dict[str, Any]:
    """What the program tells of a text with these weights, as the kit's scorer reads it."""
    people = [
        {"start": mention.start, "end": mention.end, "name": person.name}
        for person in resolve_read(document.read, weights).persons
        for mention in person.mentions
    ]
    return {"id": document.id, "people": people}


def _in_folds(files: Files, folds: int) -> Iterator[tuple[str, list[Labelled], NameWeights]]:
    """Every file's texts, part by part, with weights learnt from the other parts of all files."""
    for fold in range(folds):
        rest = [d for file in files.values() for d in file if d.part // 7 % folds != fold]
        weights = learn(rest)
        for name, file in files.items():
            yield name, [d for d in file if d.part // 7 % folds == fold], weights


def _across(files: Files) -> Iterator[tuple[str, list[Labelled], NameWeights]]:
    """Every file with weights learnt from the other files."""
    for name, file in files.items():
        yield name, file, learn([d for other in files if other != name for d in files[other]])


def _judge(
    files: Files, held: Iterable[tuple[str, list[Labelled], NameWeights]], scorer: Path
) -> Iterator[str]:
    """One line a file: mention and name precision, recall and F1 as the kit's scorer counts."""
    told: dict[str, dict[str, Any]] = {name: {} for name in files}
    for name, documents, weights in held:
        told[name].update({document.id: _told(document, weights) for document in documents})
    score = run_path(str(scorer))["score"]
    for name, documents in files.items():
        truth = {d.id: {"text": d.read.text, "people": d.people} for d in documents}
        mentions, names, *_ = score(truth, told[name])
        figures = "  ".join(
            f"{what} P {of[0]:.3f} R {of[1]:.3f} F1 {of[2]:.3f}"
            for what, of in (("mentions", mentions), ("names", names))
        )
        yield f"{name:10} {figures}\n"


def main() -> None:
    """Learn and write, or with --folds or --across judge."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("kit", type=Path)
    parser.add_argument("--folds", type=int, default=0)
    parser.add_argument("--across", action="store_true")
    parser.add_argument("--shares", nargs="+", type=float, default=[0.0, SEQUENCE_SHARE, 1.0])
    options = parser.parse_args()
    files = {Path(name).name: load(options.kit / f"{name}.jsonl") for name in _FILES}
    if options.folds or options.across:
        held = list(_across(files) if options.across else _in_folds(files, options.folds))
        for share in options.shares:
            name_scoring.SEQUENCE_SHARE = share
            sys.stdout.write(f"share of the sequence model {share}\n")
            sys.stdout.writelines(_judge(files, held, options.kit / "score.py"))
        return
    weights = learn([document for file in files.values() for document in file])
    text = json.dumps(asdict(weights), ensure_ascii=False, sort_keys=True)
    _OUTPUT.write_bytes(zstandard.ZstdCompressor(level=19).compress(text.encode()))


if __name__ == "__main__":
    main()
