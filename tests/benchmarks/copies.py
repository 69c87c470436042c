"""How well and how fast copies of one story are found.

    uv run python -m tests.benchmarks.copies [--half score|tune] [--articles N] [--keep FILE]

Precision and recall are those of the pairs that stand in one group, on stories made from one half
of the kit's pages; thresholds were chosen on the other half alone. Beside it stands how many of
the made copies are found when the story as it is is the only other one. The time for a new article
is that of reading, comparing and grouping it in an archive of so many; the reference is a plain
FTS5 search for the article's title there.
"""

from __future__ import annotations

import argparse
import sqlite3
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from desktop_app.analysis.copy_fingerprint import are_copies, runs_of
from desktop_app.services.copies.copies import Copies
from desktop_app.store.archive import Archive
from tests.benchmarks.copy_variants import Half, Told, kit_texts, variants
from tests.benchmarks.generate_archive import articles, generate
from tests.benchmarks.library import p95, timed
from tests.benchmarks.report import Measurement, report
from tests.store.examples import article, capture

PRECISION, RECALL = 0.97, 0.90
_NEW = 60
_PLAIN = "SELECT rowid FROM article_words WHERE article_words MATCH ? ORDER BY rank LIMIT 100"


def quality(half: Half) -> Iterator[Measurement]:
    """Precision and recall; nothing where the kit isn't there."""
    told = list(variants(kit_texts(half)))
    if not told:
        print("The kit isn't there: precision and recall are left out.", file=sys.stderr)
        return
    groups = _groups(told)
    right = sum(_pairs(count) for group in groups for count in Counter(group).values())
    found = sum(_pairs(len(group)) for group in groups)
    there = sum(_pairs(count) for count in Counter(each.story for each in told).values())
    name = f"{half}, {len(told):,} texts of {len(groups):,} groups"
    yield Measurement(f"{name}, precision", right / found, "", must=PRECISION, at_least=True)
    yield Measurement(f"{name}, recall", right / there, "", must=RECALL, at_least=True)
    originals = {each.story: runs_of(each.text) for each in told if each.step == "as it is"}
    by_step: dict[str, list[bool]] = defaultdict(list)
    for each in told:
        if each.text and each.step != "as it is":
            by_step[each.step].append(are_copies(runs_of(each.text), originals[each.story]))
    every = [found for each in by_step.values() for found in each]
    alone = sum(every) / len(every)
    yield Measurement(f"{half}, beside the story alone", alone, "", must=RECALL, at_least=True)
    for step, several in by_step.items():
        yield Measurement(f"  {step}", sum(several) / len(several), "")


def speed(path: Path, count: int) -> Iterator[Measurement]:
    """A new article in an archive of so many, and the room that its copies take."""
    if not path.exists():
        generate(path, count)
    archive = Archive.open(path)
    copies = Copies(lambda: archive)
    started = time.perf_counter()
    compared = copies.find().compared
    if compared:
        each = (time.perf_counter() - started) * 1e3 / compared
        yield Measurement("an article of an older archive", each, "ms")
    archive.close()
    archive = Archive.open(path)
    plain = sqlite3.connect(path)
    fresh = [clean for _, clean, _ in articles(_NEW, seed=2)]
    times, references = [], []
    for place, clean in enumerate(fresh):
        # Each third one is a copy of the one before, cut to its half.
        text = fresh[place - 1].text[: len(clean.text) // 2] if place % 3 == 2 else clean.text
        archive.articles.add(capture(text.encode()), article(text, title=clean.title))
        times.append(timed(copies.find))
        words = " OR ".join(f'"{word}"' for word in (clean.title or "").split())
        references.append(timed(lambda: plain.execute(_PLAIN, (words,)).fetchall()))  # noqa: B023
    plain.close()
    # The first one reads every fingerprint, by a connection of its own; later ones meet them in
    # memory.
    yield Measurement("the first new article of a session", times[0] * 1e3, "ms", must=50)
    reference = p95(references)
    yield Measurement("a new article, p95", p95(times[1:]), "ms", must=50)
    yield Measurement("the same against a search", p95(times[1:]), "ms", reference=reference)
    grouped = sum(len(group.copies) for group in copies.groups("is:copy"))
    yield Measurement("articles in groups", grouped, "")
    archive.close()
    yield Measurement("bytes an article", _bytes(path) / count, "B", must=150)


def _groups(told: list[Told]) -> list[list[str]]:
    """The stories of each group that an archive of these texts comes to."""
    with tempfile.TemporaryDirectory() as folder:
        archive = Archive.open(Path(folder) / "copies.cuttings")
        with archive.act("Added the texts"):
            ids = [
                archive.articles.add(capture(str(at).encode()), article(each.text))
                for at, each in enumerate(told)
            ]
        copies = Copies(lambda: archive)
        copies.find()
        found = [[each.id for each in group.copies] for group in copies.groups()]
        archive.close()
    stories = dict(zip(ids, (each.story for each in told), strict=True))
    return [[stories[each] for each in group] for group in found]


def _pairs(count: int) -> int:
    return count * (count - 1) // 2


def _bytes(path: Path) -> int:
    connection = sqlite3.connect(path)
    room = "SELECT sum(pgsize) FROM dbstat WHERE name LIKE '%cop%' AND name NOT LIKE '%_to_%'"
    (size,) = connection.execute(room).fetchone()
    connection.close()
    return int(size)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--half", choices=["score", "tune"], default="score")
    parser.add_argument("--articles", type=int, default=10_000, help="0 leaves the speed out")
    parser.add_argument("--keep", type=Path)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    well = report(quality(options.half), options.json)
    if options.articles:
        with tempfile.TemporaryDirectory() as folder:
            path = options.keep or Path(folder) / "many.cuttings"
            well = report(speed(path, options.articles), options.json) and well
    return 0 if well else 1


if __name__ == "__main__":
    sys.exit(main())
