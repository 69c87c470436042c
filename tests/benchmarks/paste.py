"""How well and how fast pasted text is cleaned.

    uv run python -m tests.benchmarks.paste [--set SET] [--pages N] [--json]

Scored by the kit's own scorer on ``../shared/kits``; the whole paste is the reference of the F1.
The shipped model has learned from these pages: what it reaches on unseen ones is told by
``resources/training/train_paste_model.py --check``.
"""

from __future__ import annotations

import argparse
import gzip
import importlib.util
import json
import statistics
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

from desktop_app.cleaning.paste import clean_paste
from desktop_app.core.article import CleanArticle
from tests.benchmarks.report import Measurement, report

KITS = Path(__file__).resolve().parents[3] / "shared" / "kits"
FLOORS = {"scrapinghub-dev": 0.91, "wcxb-dev": 0.92}


def scorer() -> ModuleType:
    """The kit's ``score.py`` as a module."""
    spec = importlib.util.spec_from_file_location("kit_score", KITS / "extraction" / "score.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def load_set(name: str, pages: int | None = None) -> tuple[dict[str, str], dict[str, Any]]:
    """Pastes and truth of a set, evenly thinned to so many pages."""
    pastes = _read(KITS / "paste" / f"{name}.json.gz")
    truth = _read(KITS / "extraction" / name / "truth.json.gz")
    keys = [key for key in sorted(truth) if key in pastes]
    step = max(1, len(keys) // pages) if pages else 1
    return {key: pastes[key] for key in keys[::step]}, {key: truth[key] for key in keys[::step]}


def body_f1(pastes: dict[str, str], truth: dict[str, Any], bodies: dict[str, str]) -> float:
    """The kit's F1 of the bodies."""
    score = scorer()
    rows = [score.page(bodies[key], truth[key]["articleBody"]) for key in pastes]
    return float(score.totals(rows)["f1"])


def _read(path: Path) -> Any:
    with gzip.open(path, "rt", encoding="utf-8") as file:
        return json.load(file)


def measure(name: str, pages: int | None) -> Iterator[Measurement]:
    """F1, the fields' exact shares, and the time a page."""
    pastes, truth = load_set(name, pages)
    articles: dict[str, CleanArticle] = {}
    seconds = []
    for key, text in pastes.items():
        started = time.perf_counter()
        articles[key] = clean_paste(text)
        seconds.append(time.perf_counter() - started)
    bodies = {key: article.text for key, article in articles.items()}
    yield Measurement(f"{name} whole paste, body F1", body_f1(pastes, truth, pastes), "F1")
    yield Measurement(
        f"{name} body F1", body_f1(pastes, truth, bodies), "F1", must=FLOORS[name], at_least=True
    )
    fields = {
        key: {"title": a.title, "author": ", ".join(a.authors), "date": a.published}
        for key, a in articles.items()
    }
    for field, share in scorer().meta(fields, truth).items():
        if not field.endswith("_n"):
            yield Measurement(f"{name} {field} exact", share, "share")
    yield Measurement(f"{name} median", statistics.median(seconds) * 1000, "ms/page")
    yield Measurement(f"{name} p95", sorted(seconds)[int(len(seconds) * 0.95)] * 1000, "ms/page")


def main() -> int:
    """Read the arguments and measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--set", choices=sorted(FLOORS), action="append")
    parser.add_argument("--pages", type=int)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    if not KITS.is_dir():
        print(f"The public sets are not at {KITS.name}: nothing to measure.", file=sys.stderr)
        return 1
    names = options.set or sorted(FLOORS)
    results = (result for name in names for result in measure(name, options.pages))
    return 0 if report(results, options.json) else 1


if __name__ == "__main__":
    sys.exit(main())
