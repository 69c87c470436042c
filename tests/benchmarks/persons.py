"""How fast a new article's names find their persons among many, and the queue its first page.

The known names are drawn from given names and synthetic family names, both by Zipf's law, so that
some keys are shared by very many as they are in life. Every name of the new articles is new: the
slowest case, as a known spelling is one look into an index.
"""

from __future__ import annotations

import argparse
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from desktop_app.core.article import CleanArticle, Mention, NamedPerson, RawCapture
from desktop_app.core.name_variants import NICKNAMES
from desktop_app.store.archive import Archive
from tests.benchmarks.generate_archive import Zipf, word
from tests.benchmarks.known_persons import put_persons
from tests.benchmarks.report import Measurement, report

_NAMES = 200_000
_FAMILIES = 60_000
_NEW_ARTICLES = 100
_NAMES_AN_ARTICLE = 8
_ASSIGN_MS = 30.0
_QUEUE_MS = 100.0


def main() -> None:
    """Measure and print; exits 1 where a bound doesn't hold."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--names", type=int, default=_NAMES, help="distinct names in the archive")
    parser.add_argument("--json", action="store_true", dest="as_json")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        well = report(_measure(Path(folder) / "many.cuttings", options.names), options.as_json)
    sys.exit(0 if well else 1)


def _measure(path: Path, count: int) -> Iterator[Measurement]:
    names = _names(random.Random(7))
    Archive.open(path).close()
    put_persons(path, sorted({next(names) for _ in range(count)}))
    archive = Archive.open(path)
    with_names, without = [], []
    for number in range(_NEW_ARTICLES):
        told = [next(names) for _ in range(_NAMES_AN_ARTICLE)]
        without.append(_add(archive, f"none {number}", []))
        with_names.append(_add(archive, f"some {number}", told))
    median = statistics.median(with_names) - statistics.median(without)
    slowest = sorted(with_names)[int(0.95 * _NEW_ARTICLES)] - statistics.median(without)
    yield Measurement("assigning an article's new names", median, "ms", must=_ASSIGN_MS)
    yield Measurement("the same, p95", slowest, "ms", must=_ASSIGN_MS)
    yield Measurement("open questions", archive.suggestions.count(), "suggestions")
    started = time.perf_counter()
    archive.suggestions.list(20)
    archive.suggestions.count()
    spent = 1000 * (time.perf_counter() - started)
    yield Measurement("the queue's first page", spent, "ms", must=_QUEUE_MS)
    archive.close()


def _names(chance: random.Random) -> Iterator[str]:
    given = sorted(NICKNAMES)
    chance.shuffle(given)
    first, family = Zipf(len(given), chance), Zipf(_FAMILIES, chance)
    while True:
        parts = [given[first.draw()]]
        if chance.random() < 0.2:
            parts.append(given[first.draw()])
        yield " ".join([*parts, word(500 + family.draw())]).title()


def _add(archive: Archive, title: str, names: list[str]) -> float:
    """Milliseconds of adding an article that tells these names."""
    text = f"{title}. " + " ".join(f"{name} spoke." for name in names)
    people = tuple(
        NamedPerson(name, mentions=(Mention(at, at + len(name), name, None, text[at : at + 60]),))
        for name in dict.fromkeys(names)
        for at in [text.index(name)]
    )
    raw = RawCapture(text.encode(), "text/plain", "2026-11-23T15:40:00Z")
    clean = CleanArticle(text, text, title=title, people=people)
    started = time.perf_counter()
    archive.articles.add(raw, clean)
    return 1000 * (time.perf_counter() - started)


if __name__ == "__main__":
    main()
