"""How quickly what comes from other programs is stored, against storing one article at a time.

    uv run python -m tests.benchmarks.importing [--articles N] [--json]

The articles are ``generate_archive``'s, of 450 words. The import is one act, as it is for a user;
one at a time each article is an act, as when it is clipped. Addresses without a text, which most
exports hold, are measured in the same way.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from desktop_app.core.imported import ImportedArticle, Origin
from desktop_app.services.importing.prepare_import import prepare_import
from desktop_app.store.archive import Archive
from desktop_app.store.articles.article_adding import NewArticle
from tests.benchmarks.generate_archive import articles
from tests.benchmarks.report import Measurement, report

_NOW = "2026-11-28T12:00:00Z"
_BATCH = 500
#: By turns, of which the quickest counts: what else the machine does only makes it slower.
_RUNS = 3


def measurements(count: int) -> Iterator[Measurement]:
    """Milliseconds for an article, with a text and without."""
    with_text = [NewArticle(raw, clean, tuple(tags)) for raw, clean, tags in articles(count)]
    bare = [prepare_import(_bookmark(number), _NOW).article for number in range(count)]
    for what, made in (("with a text", with_text), ("of an address alone", bare)):
        runs = [(_timed(_one_by_one, made), _timed(_in_bulk, made)) for _ in range(_RUNS)]
        alone, together = map(min, zip(*runs, strict=True))
        yield Measurement(
            f"{count:,} articles {what}, each",
            together / count * 1_000,
            "ms",
            alone / count * 1_000,
            must=0.6,
        )


def _bookmark(number: int) -> ImportedArticle:
    url = f"https://news{number % 300}.example/{number}"
    origin = Origin("benchmark", url, number)
    return ImportedArticle(origin, url=url, title=f"Report {number} on bread", tags=("food",))


def _timed(work: Callable[[Archive, list[NewArticle]], None], made: list[NewArticle]) -> float:
    with tempfile.TemporaryDirectory() as folder:
        archive = Archive.open(Path(folder) / "any.cuttings")
        begun = time.perf_counter()
        work(archive, made)
        took = time.perf_counter() - begun
        archive.close()
    return took


def _one_by_one(archive: Archive, made: list[NewArticle]) -> None:
    for each in made:
        archive.articles.add(each.raw, each.clean, tags=each.tags, note=each.note)


def _in_bulk(archive: Archive, made: list[NewArticle]) -> None:
    with archive.act("Imported"):
        for first in range(0, len(made), _BATCH):
            archive.articles.add_all(made[first : first + _BATCH])


def main() -> int:
    """Measure and print; 1 where a measure is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=1_000)
    parser.add_argument("--json", action="store_true")
    arguments = parser.parse_args()
    return 0 if report(measurements(arguments.articles), arguments.json) else 1


if __name__ == "__main__":
    sys.exit(main())
