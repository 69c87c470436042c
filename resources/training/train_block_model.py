r"""Train the judge that tells an article's blocks from the page's in saved HTML.

    uv run --with lightgbm==4.7.0 --with scipy==1.17.1 \
        python resources/training/train_block_model.py KITS [--check]

KITS is the folder with ``extraction/``. Three models come one after the other, each learning from
what the one before says about pages it has not seen: words (logistic regression), blocks (boosted
trees), blocks among judged blocks (boosted trees). Without ``--check`` they are written to
``desktop_app/cleaning/data/block_model.npz``; with it, only the cross-validated score is printed.
Same input, same machine, same file.
"""

from __future__ import annotations

import argparse
import gzip
import hashlib
import json
import re
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from multiprocessing import Pool
from pathlib import Path
from typing import Any

import lightgbm
import numpy as np
import numpy.typing as npt

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from train_paste_model import in_folds, train_words, tree_arrays  # noqa: E402

from desktop_app.cleaning.block_features import FEATURE_NAMES  # noqa: E402
from desktop_app.cleaning.choose_body import (  # noqa: E402
    JudgedPage,
    chosen,
    joined,
    judged_page,
    with_context,
    with_word_scores,
)
from desktop_app.cleaning.clean_page import read_page  # noqa: E402
from desktop_app.cleaning.line_words import line_tokens, word_score  # noqa: E402

SETS = ("wcxb-dev", "scrapinghub-dev")
FOLDS = 5
BLOCK_ROUNDS, CONTEXT_ROUNDS = 220, 140
TREES: dict[str, Any] = {
    "objective": "binary",
    "learning_rate": 0.08,
    "num_leaves": 24,
    "extra_trees": True,
    "min_data_in_leaf": 60,
    "feature_fraction": 0.3,
    "bagging_fraction": 0.8,
    "bagging_freq": 1,
    "lambda_l2": 6,
    "max_bin": 63,
    "num_threads": 1,
    "deterministic": True,
    "force_row_wise": True,
    "seed": 1,
    "verbose": -1,
}
#: Blocks far from anything that either second opinion kept are nearly never the article's: one of
#: so many is learned from, and weighs as many.
EASY_STEP = 6
_WORD = re.compile(r"\w+")
_RUN = 4
Floats = npt.NDArray[Any]


@dataclass
class Page:
    """A page with the blocks that its truth keeps, and what the models say of it."""

    name: str
    origin: str
    judged: JudgedPage
    kept: Floats
    truth: str
    cropped: bool = False
    words: Floats = field(default_factory=lambda: np.zeros(0))
    chances: Floats = field(default_factory=lambda: np.zeros(0))
    table: Floats = field(default_factory=lambda: np.zeros((0, 0)))
    context: Floats = field(default_factory=lambda: np.zeros((0, 0)))

    def __post_init__(self) -> None:
        self.tokens = [line_tokens(text) for text in self.judged.texts]
        self.fold = int(hashlib.sha256(self.name.encode()).hexdigest(), 16) % FOLDS


# --- truth ---------------------------------------------------------------------------------------


def runs(words: Sequence[str]) -> Counter[tuple[str, ...]]:
    """The runs of four words with their number; fewer words are one run."""
    if len(words) < _RUN:
        return Counter([tuple(words)] if words else [])
    return Counter(zip(*(words[start:] for start in range(_RUN)), strict=False))


def kept_blocks(texts: Sequence[str], truth: str) -> Floats:
    """1 for every block whose words are mostly the truth's, told in place; repeats count once."""
    words = [_WORD.findall(text) for text in texts]
    wanted = runs(_WORD.findall(truth))
    alive = list(range(len(texts)))
    shares = [0.0] * len(texts)
    for least in (0.3, 0.5, 0.5):
        shares = _covered(words, alive, wanted)
        alive = [at for at in alive if shares[at] >= least]
    kept = set(alive)
    _drop_repeats(kept, words, wanted)
    return np.array([float(at in kept) for at in range(len(texts))])


def _covered(
    words: list[list[str]], alive: list[int], wanted: Counter[tuple[str, ...]]
) -> list[float]:
    row = [(word, at) for at in alive for word in words[at]]
    hit = bytearray(len(row))
    only = [word for word, _ in row]
    for start in range(len(only) - _RUN + 1):
        if tuple(only[start : start + _RUN]) in wanted:
            hit[start : start + _RUN] = b"\x01" * _RUN
    told, size = Counter[int](), Counter[int]()
    for (_, at), is_hit in zip(row, hit, strict=True):
        size[at] += 1
        told[at] += is_hit
    return [told[at] / size[at] if size[at] else 0.0 for at in range(len(words))]


def _drop_repeats(kept: set[int], words: list[list[str]], wanted: Counter[tuple[str, ...]]) -> None:
    """Take out what the truth has less often than the page: the loneliest copy first."""
    own = {at: runs(words[at]) for at in kept}
    total: Counter[tuple[str, ...]] = sum(own.values(), Counter())
    lonely = sorted(kept, key=lambda at: (sum(near in kept for near in range(at - 4, at + 5)), at))
    for at in lonely:
        if len(words[at]) < _RUN:
            continue
        needed = sum(
            min(
                number, max(0, min(total[run], wanted[run]) - min(total[run] - number, wanted[run]))
            )
            for run, number in own[at].items()
        )
        if needed < 0.35 * own[at].total():
            kept.discard(at)
            total.subtract(own[at])


# --- pages ---------------------------------------------------------------------------------------


def load_pages(kits: Path) -> list[Page]:
    """Every page of the sets that has blocks."""
    jobs = []
    for origin in SETS:
        folder = kits / "extraction" / origin
        truth = json.loads(gzip.decompress((folder / "truth.json.gz").read_bytes()))
        jobs += [(folder, name, told) for name, told in sorted(truth.items())]
    with Pool(2) as pool:
        return [page for page in pool.imap(_page, jobs, chunksize=8) if page is not None]


def _page(job: tuple[Path, str, dict[str, Any]]) -> Page | None:
    folder, name, told = job
    source = gzip.decompress((folder / "html" / f"{name}.html.gz").read_bytes())
    reading = read_page(source.decode("utf-8", "replace"), told.get("url"), None)
    if not reading.blocks:
        return None
    judged = judged_page(reading.blocks, reading.facts)
    kept = kept_blocks(judged.texts, told["articleBody"])
    return Page(name, folder.name, judged, kept, told["articleBody"])


# --- models --------------------------------------------------------------------------------------


def train_trees(pages: Sequence[Page], columns: str, rounds: int) -> lightgbm.Booster:
    """Boosted trees over the pages' tables; a block weighs by its share of its page's words."""
    tables, truths, weights = [], [], []
    for page in pages:
        chosen, weight = _sample(page)
        tables.append(getattr(page, columns)[chosen])
        truths.append(page.kept[chosen])
        weights.append(weight[chosen])
    data = lightgbm.Dataset(
        np.concatenate(tables), np.concatenate(truths), weight=np.concatenate(weights)
    )
    return lightgbm.train(TREES, data, num_boost_round=rounds)


def _sample(page: Page) -> tuple[npt.NDArray[np.int64], Floats]:
    sizes = page.judged.sizes + 1
    body = float(sizes[page.kept > 0].sum()) + 50
    weight = 0.5 + sizes * 50 / body
    if page.origin == "scrapinghub-dev":
        weight = weight * 2
    far = [
        FEATURE_NAMES.index(f"{vote}_{way}")
        for vote in ("first", "second")
        for way in ("since", "until")
    ]
    easy = (page.judged.features[:, far] > EASY_STEP).all(axis=1) & (page.kept == 0)
    places = np.arange(len(sizes))
    weight = np.where(easy, weight * EASY_STEP, weight)
    return places[~easy | (places % EASY_STEP == 0)], weight


def set_words(page: Page, weights: dict[str, float]) -> None:
    """Put the word scores, and with them the blocks' table, on the page."""
    page.words = np.array([word_score(text, weights) for text in page.judged.texts])
    page.table = with_word_scores(page.judged, page.words)


def set_chances(page: Page, model: lightgbm.Booster) -> None:
    """Put the first judgement and the second one's table on the page."""
    page.chances = np.asarray(model.predict(page.table, num_threads=1))
    page.context = with_context(page.judged, page.table, page.chances)


def set_final(page: Page, model: lightgbm.Booster) -> None:
    """Put the second judgement on the page."""
    second = np.asarray(model.predict(page.context, num_threads=1))
    page.chances = joined(page.chances, second)


def fit(pages: Sequence[Page]) -> tuple[dict[str, float], lightgbm.Booster, lightgbm.Booster]:
    """The three models, each trained on what its forerunner says of unseen pages."""
    in_folds(pages, train_words, set_words)
    words = train_words(pages)
    blocks = train_trees(pages, "table", BLOCK_ROUNDS)
    in_folds(pages, lambda some: train_trees(some, "table", BLOCK_ROUNDS), set_chances)
    print(scores(pages), file=sys.stderr)  # noqa: T201 - a script tells its user
    return words, blocks, train_trees(pages, "context", CONTEXT_ROUNDS)


def write_model(
    path: Path, models: tuple[dict[str, float], lightgbm.Booster, lightgbm.Booster]
) -> None:
    """Write the three models in one file that numpy reads without pickles."""
    words, blocks, context = models
    tokens = sorted(words)
    np.savez_compressed(
        path,
        tokens=np.frombuffer("\n".join(tokens).encode(), dtype=np.uint8),
        weights=np.array([words[token] for token in tokens], dtype=np.float32),
        **tree_arrays(blocks, "block"),
        **tree_arrays(context, "context"),
    )


# --- check ---------------------------------------------------------------------------------------


def scores(pages: Iterable[Page]) -> dict[str, dict[str, float]]:
    """F1 and share of exact pages a set, by the kit's definition, from the pages' chances."""
    rows: dict[str, list[tuple[float, float, float]]] = {}
    for page in pages:
        kept = chosen(page.judged, page.chances)
        text = "\n".join(page.judged.texts[index] for index in kept)
        ours, theirs = _WORD.findall(text), _WORD.findall(page.truth)
        own, true = runs(ours), runs(theirs)
        hit = (own & true).total()
        row = (hit / max(1, own.total()), hit / max(1, true.total()), float(ours == theirs))
        rows.setdefault(page.origin, []).append(row)
    found = {}
    for origin, values in rows.items():
        precision, recall, exact = np.mean(values, axis=0)
        f1 = 2 * precision * recall / (precision + recall)
        found[origin] = {
            "f1": round(f1, 4),
            "precision": round(precision, 4),
            "recall": round(recall, 4),
            "exact": round(exact, 4),
        }
    return found


def check(pages: Sequence[Page]) -> None:
    """Print the cross-validated scores of the first and of the second judgement."""
    in_folds(pages, train_words, set_words)
    in_folds(pages, lambda some: train_trees(some, "table", BLOCK_ROUNDS), set_chances)
    print("blocks", json.dumps(scores(pages)))  # noqa: T201 - a script tells its user
    in_folds(pages, lambda some: train_trees(some, "context", CONTEXT_ROUNDS), set_final)
    print("context", json.dumps(scores(pages)))  # noqa: T201 - a script tells its user


def main() -> None:
    """Train and write, or only check."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("kits", type=Path)
    options.add_argument("--check", action="store_true")
    given = options.parse_args()
    pages = load_pages(given.kits)
    if given.check:
        check(pages)
    else:
        write_model(ROOT / "desktop_app/cleaning/data/block_model.npz", fit(pages))


if __name__ == "__main__":
    main()
