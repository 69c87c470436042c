"""Train the judge that tells an article's lines from the page's in a pasted text.

    uv run --with lightgbm==4.7.0 --with scipy==1.17.1 \
        python resources/training/train_paste_model.py KITS [--check]

KITS is the folder with ``paste/`` and ``extraction/``. Three models come one after the other, each
learning from what the one before says about pages it has not seen: words (logistic regression),
lines (boosted trees), lines among judged lines (boosted trees). Without ``--check`` they are
written to ``desktop_app/cleaning/data/paste_model.npz``; with it, only the cross-validated score
is printed. Same input, same machine, same file.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import random
import re
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import lightgbm
import numpy as np
import numpy.typing as npt
import scipy.sparse
from scipy.optimize import minimize

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from desktop_app.cleaning.line_words import line_tokens, word_score  # noqa: E402
from desktop_app.cleaning.paste_features import (  # noqa: E402
    context_features,
    line_features,
    line_sizes,
)
from desktop_app.cleaning.paste_lines import PasteLine, paste_lines  # noqa: E402

SETS = ("wcxb-dev", "scrapinghub-dev")
FOLDS = 3
MIN_PAGES = 6
WORD_PENALTY = 2.0
LINE_ROUNDS, CONTEXT_ROUNDS = 130, 110
TREES: dict[str, Any] = {
    "objective": "binary",
    "learning_rate": 0.08,
    "num_leaves": 20,
    "min_data_in_leaf": 80,
    "feature_fraction": 0.3,
    "bagging_fraction": 0.8,
    "bagging_freq": 1,
    "lambda_l2": 8,
    "max_bin": 63,
    "num_threads": 1,
    "deterministic": True,
    "force_row_wise": True,
    "seed": 1,
    "verbose": -1,
}
_WORD = re.compile(r"\w+")
Floats = npt.NDArray[Any]


@dataclass
class Page:
    """A pasted page with the lines that its truth keeps, and what the models say of it."""

    name: str
    origin: str
    lines: list[PasteLine]
    kept: Floats
    truth: str
    cropped: bool = False
    words: Floats = field(default_factory=lambda: np.zeros(0))
    features: Floats = field(default_factory=lambda: np.zeros(0))
    chances: Floats = field(default_factory=lambda: np.zeros(0))
    context: Floats = field(default_factory=lambda: np.zeros(0))

    def __post_init__(self) -> None:
        self.sizes = line_sizes(self.lines)
        self.tokens = [line_tokens(line.text) for line in self.lines]
        self.fold = int(hashlib.sha256(self.name.encode()).hexdigest(), 16) % FOLDS


def shingles(words: Sequence[str]) -> list[tuple[str, ...]]:
    """The 4-word windows of the words; fewer words are one window."""
    if len(words) < 4:
        return [tuple(words)] if words else []
    return list(zip(words, words[1:], words[2:], words[3:], strict=False))


def kept_lines(lines: Sequence[PasteLine], truth: str) -> Floats:
    """1 for every line whose windows are mostly the truth's; short lines are judged in place."""
    in_truth = Counter(shingles(_WORD.findall(truth)))
    words = [_WORD.findall(line.text) for line in lines]
    kept = _long_lines(words, in_truth)
    for index, own in enumerate(words):
        if own and len(own) < 4:
            before, after = _around(words, kept, index)
            joined = (before[-3:] + own, own + after[:3])
            kept[index] = any(len(seq) >= 4 and _covered(seq, in_truth) >= 0.5 for seq in joined)
    return np.array(kept, dtype=np.float64)


def _covered(words: Sequence[str], in_truth: Counter[tuple[str, ...]]) -> float:
    own = Counter(shingles(words))
    return sum(min(n, in_truth[window]) for window, n in own.items()) / max(own.total(), 1)


def _long_lines(words: list[list[str]], in_truth: Counter[tuple[str, ...]]) -> list[int]:
    likely = [len(own) >= 4 and _covered(own, in_truth) >= 0.5 for own in words]
    places: dict[tuple[str, ...], list[int]] = {}
    for index, own in enumerate(words):
        if likely[index]:
            places.setdefault(tuple(own), []).append(index)
    kept = [0] * len(words)
    for own, indices in places.items():
        wanted = max(1, min(in_truth[window] for window in shingles(own)))
        indices.sort(key=lambda at: -_kept_words_near(words, likely, at, indices))
        for index in indices[:wanted]:
            kept[index] = 1
    return kept


def _kept_words_near(words: list[list[str]], likely: list[bool], at: int, same: list[int]) -> int:
    near = range(max(0, at - 6), min(len(words), at + 7))
    return sum(len(words[index]) for index in near if likely[index] and index not in same)


def _around(words: list[list[str]], kept: list[int], at: int) -> tuple[list[str], list[str]]:
    before: list[str] = []
    for index in range(at - 1, max(-1, at - 8), -1):
        if kept[index] and len(before) < 3:
            before = words[index][-3:] + before
    after: list[str] = []
    for index in range(at + 1, min(len(words), at + 8)):
        if (kept[index] or len(words[index]) < 4) and len(after) < 3:
            after = after + words[index][:3]
    return before, after


def load_pages(kits: Path) -> list[Page]:
    """Every page of the sets, in a fixed order."""
    pages = []
    for name in SETS:
        pastes = _json(kits / "paste" / f"{name}.json.gz")
        truths = _json(kits / "extraction" / name / "truth.json.gz")
        for key in sorted(pastes):
            lines = paste_lines(pastes[key])
            if lines and key in truths:
                truth = truths[key]["articleBody"]
                pages.append(Page(key, name, lines, kept_lines(lines, truth), truth))
    return pages


def crop(page: Page) -> Page | None:
    """The page as somebody selects a part of it: about the article, or from it to one end."""
    kept = np.flatnonzero(page.kept)
    if not len(kept):
        return None
    chance = random.Random(page.name)  # noqa: S311 - repeatable, nothing secret
    way = chance.choice(("both", "both", "top", "bottom"))
    start = 0 if way == "bottom" else max(0, int(kept[0]) - chance.choice((0, 0, 1, 2, 4, 6)))
    end = len(page.lines) if way == "top" else int(kept[-1]) + 1 + chance.choice((0, 0, 1, 3, 8))
    part = slice(start, end)
    return Page(page.name, page.origin, page.lines[part], page.kept[part], page.truth, cropped=True)


def _json(path: Path) -> Any:  # noqa: ANN401 - what JSON holds
    with gzip.open(path, "rt", encoding="utf-8") as file:
        return json.load(file)


def train_words(pages: Sequence[Page]) -> dict[str, float]:
    """Weights of words, pairs and edges: logistic regression over the whole pages' lines."""
    whole = [page for page in pages if not page.cropped]
    spread = Counter(token for page in whole for token in set().union(*page.tokens))
    known = sorted(token for token, count in spread.items() if count >= MIN_PAGES)
    number = {token: index for index, token in enumerate(known)}
    rows = [tokens for page in whole for tokens in page.tokens]
    table = _token_table(rows, number)
    sign = np.concatenate([page.kept for page in whole]) * 2.0 - 1.0

    def loss(weights: Floats) -> tuple[float, Floats]:
        margin = (table @ weights) * sign
        slope = -(table.T @ (sign / (1.0 + np.exp(np.clip(margin, -30, 30)))))
        value = np.logaddexp(0, -margin).sum() + WORD_PENALTY * (weights @ weights) / 2
        return float(value), slope + WORD_PENALTY * weights

    options = {"maxiter": 40}
    found = minimize(loss, np.zeros(len(known)), jac=True, method="L-BFGS-B", options=options).x
    return {
        token: round(float(found[index]), 2)
        for token, index in number.items()
        if abs(found[index]) >= 0.1
    }


def _token_table(rows: list[frozenset[str]], number: dict[str, int]) -> scipy.sparse.csr_matrix:
    indices, values, starts = [], [], [0]
    for tokens in rows:
        own = [number[token] for token in tokens if token in number]
        indices += own
        values += [1 / max(len(tokens), 1) ** 0.5] * len(own)
        starts.append(len(indices))
    return scipy.sparse.csr_matrix((values, indices, starts), shape=(len(rows), len(number)))


def score_words(page: Page, weights: dict[str, float]) -> Floats:
    """The word model's score of every line."""
    return np.array([word_score(line.text, weights) for line in page.lines])


def train_trees(pages: Sequence[Page], columns: str, rounds: int) -> lightgbm.Booster:
    """Boosted trees over the pages' columns; a line weighs by its share of its page's words."""
    data = lightgbm.Dataset(
        np.vstack([getattr(page, columns) for page in pages]),
        np.concatenate([page.kept for page in pages]),
        weight=np.concatenate([_line_weights(page) for page in pages]),
    )
    return lightgbm.train(TREES, data, num_boost_round=rounds)


def _line_weights(page: Page) -> Floats:
    body = max(float(page.sizes[page.kept > 0].sum()), 50.0)
    weights = 0.3 + np.minimum(page.sizes * 400 / body, 30)
    factor = 0.5 if page.cropped else 1.0
    return weights * factor * (2.0 if page.origin == "scrapinghub-dev" else 1.0)


def in_folds(
    pages: Sequence[Any], train: Callable[[list[Any]], Any], apply: Callable[[Any, Any], None]
) -> None:
    """Apply to each page a model that was trained without the page's fold."""
    for fold in sorted({page.fold for page in pages}):
        model = train([page for page in pages if page.fold != fold])
        for page in pages:
            if page.fold == fold:
                apply(page, model)


def set_words(page: Page, weights: dict[str, float]) -> None:
    """Put the word scores and, with them, the line features on the page."""
    page.words = score_words(page, weights)
    page.features = line_features(page.lines, page.words)


def set_chances(page: Page, model: lightgbm.Booster) -> None:
    """Put the first judgement and the second one's columns on the page."""
    page.chances = np.asarray(model.predict(page.features))
    page.context = np.hstack([page.features, context_features(page.chances, page.sizes)])


def set_final(page: Page, model: lightgbm.Booster) -> None:
    """Put the second judgement on the page."""
    page.chances = np.asarray(model.predict(page.context))


def fit(pages: Sequence[Page]) -> tuple[dict[str, float], lightgbm.Booster, lightgbm.Booster]:
    """The three models, each trained on what its forerunner says of unseen pages."""
    in_folds(pages, train_words, set_words)
    lines = lambda some: train_trees(some, "features", LINE_ROUNDS)  # noqa: E731
    in_folds(pages, lines, set_chances)
    return (
        train_words(pages),
        lines(pages),
        train_trees(pages, "context", CONTEXT_ROUNDS),
    )


def tree_arrays(model: lightgbm.Booster, name: str) -> dict[str, Floats]:
    """The trees as flat arrays: column, threshold, left and right node; a leaf has column -1."""
    columns, limits, lefts, rights, roots = [], [], [], [], []

    def add(node: dict[str, Any]) -> int:
        at = len(columns)
        leaf = "leaf_value" in node
        columns.append(-1 if leaf else node["split_feature"])
        limits.append(node["leaf_value"] if leaf else node["threshold"])
        lefts.append(at)
        rights.append(at)
        if not leaf:
            lefts[at], rights[at] = add(node["left_child"]), add(node["right_child"])
        return at

    for tree in model.dump_model()["tree_info"]:
        roots.append(add(tree["tree_structure"]))
    return {
        f"{name}_column": np.array(columns, dtype=np.int16),
        f"{name}_limit": np.array(limits, dtype=np.float32),
        f"{name}_left": np.array(lefts, dtype=np.int32),
        f"{name}_right": np.array(rights, dtype=np.int32),
        f"{name}_root": np.array(roots, dtype=np.int32),
    }


def write_model(path: Path, models: tuple[Any, Any, Any]) -> None:
    """Write the three models in one file that numpy reads without pickles."""
    words, lines, context = models
    tokens = sorted(words)
    np.savez_compressed(
        path,
        tokens=np.frombuffer("\n".join(tokens).encode(), dtype=np.uint8),
        weights=np.array([words[token] for token in tokens], dtype=np.float16),
        **tree_arrays(lines, "line"),
        **tree_arrays(context, "context"),
    )


def f1(pages: Iterable[Page], limit: float) -> dict[str, float]:
    """The kit's metric for the lines above the limit."""
    precisions, recalls = [], []
    for page in pages:
        chosen = " ".join(
            line.text
            for line, chance in zip(page.lines, page.chances, strict=True)
            if chance > limit
        )
        got, want = (Counter(shingles(_WORD.findall(text))) for text in (chosen, page.truth))
        hits = (got & want).total()
        if got:
            precisions.append(hits / got.total())
        if want:
            recalls.append(hits / want.total())
    precision, recall = float(np.mean(precisions)), float(np.mean(recalls))
    both = 2 * precision * recall / (precision + recall)
    return {"f1": round(both, 4), "precision": round(precision, 4), "recall": round(recall, 4)}


def check(pages: list[Page]) -> None:
    """Print the cross-validated figures, each set by itself."""
    in_folds(pages, train_words, set_words)
    in_folds(pages, lambda some: train_trees(some, "features", LINE_ROUNDS), set_chances)
    in_folds(pages, lambda some: train_trees(some, "context", CONTEXT_ROUNDS), set_final)
    for name in SETS:
        whole = [page for page in pages if page.origin == name and not page.cropped]
        for limit in (0.35, 0.4, 0.45, 0.5):
            print(name, limit, json.dumps(f1(whole, limit)))  # noqa: T201


def main() -> None:
    """Read the arguments, train, write or check."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("kits", type=Path)
    parser.add_argument("--check", action="store_true")
    options = parser.parse_args()
    pages = load_pages(options.kits)
    pages += [part for page in pages if (part := crop(page)) is not None]
    if options.check:
        check(pages)
        return
    write_model(ROOT / "desktop_app/cleaning/data/paste_model.npz", fit(pages))


if __name__ == "__main__":
    main()
