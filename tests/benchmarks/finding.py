"""What helps to find, at size: offers, spelling, pieces of texts, groups, the timeline's bars.

Each is told beside a plain FTS5 search for a common word, the best hundred first, in the same run:
what helps a search mustn't take longer than one. ``--keep FILE`` uses the archive in FILE, made
there on the first run; ``--articles N``, ``--json``.
"""

from __future__ import annotations

import argparse
import random
import sqlite3
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from desktop_app.core.arrangement import Arrangement, Grouping
from desktop_app.core.completion import typed_at
from desktop_app.core.timeline import TimelineRequest
from desktop_app.services.base.settings import Settings
from desktop_app.services.library import Library
from tests.benchmarks.generate_archive import generate, person_name, word
from tests.benchmarks.library import p95, timed
from tests.benchmarks.report import Measurement, report

_TIMES = 40
_SCREEN = 12
_PLAIN = "SELECT rowid FROM article_words WHERE article_words MATCH ? ORDER BY rank LIMIT 100"


def measurements(path: Path, count: int) -> Iterator[Measurement]:
    """Everything that is measured, one after the other."""
    if not path.exists():
        generate(path, count)
    plain = _plain(path)
    library = Library(Settings(path, path.parent / "config", path.parent / "log"))
    library.open()
    try:
        for name, work in _aids(library):
            work(0)  # What is remembered from then on is read now.
            times = [timed(lambda work=work, at=at: work(at)) for at in range(_TIMES)]  # type: ignore[misc]
            yield Measurement(f"{name}, p95", p95(times), "ms", reference=plain, must=1)
    finally:
        library.close()


def _plain(path: Path) -> float:
    """A plain search for each of the commonest words, in milliseconds."""
    connection = sqlite3.connect(path)

    def search(words: str) -> object:
        return connection.execute(_PLAIN, (words,)).fetchall()

    times = [timed(lambda: search(word(number))) for number in range(_TIMES)]  # noqa: B023
    connection.close()
    return p95(times)


def _aids(library: Library) -> Iterator[tuple[str, Callable[[int], object]]]:
    chance = random.Random(11)

    def offers(lead: str, written: str) -> Callable[[int], object]:
        def offer(at: int) -> object:
            text = lead + written[: 1 + at % len(written)]
            typed = typed_at(text, len(text))
            assert typed is not None
            return library.offers(typed)

        return offer

    yield "offers for a word", offers("", word(2_000))
    yield "offers after tag:", offers("tag:", word(40))
    yield "offers after person:", offers('person:"', person_name(300))
    yield "offers after outlet:", offers("outlet:", "Outlet 12")

    def misspelt(_at: int) -> object:
        right = word(chance.randrange(300, 20_000))
        place = chance.randrange(1, len(right))
        return library.better_query("", f"{right[:place]}x{right[place:]}")

    yield "did you mean", misspelt
    found = library.search(word(30))
    yield (
        "pieces of texts for a screen",
        lambda at: library.found_texts(found.ids[at * _SCREEN : (at + 1) * _SCREEN], found.words),
    )
    for grouping in (Grouping.DAY, Grouping.MONTH, Grouping.OUTLET):
        arrangement = Arrangement(grouping=grouping)
        yield (
            f"the whole list by {grouping}",
            lambda _at, arrangement=arrangement: library.arranged("", arrangement),  # type: ignore[misc]
        )
    for kind in ("published", "event", "captured"):
        wanted = TimelineRequest(kind, by="month", most_items=-1)
        yield (
            f"bars of {kind} dates",
            lambda at, wanted=wanted: library.timeline_screen(word(30 + at), wanted),  # type: ignore[misc]
        )


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=100_000)
    parser.add_argument("--keep", type=Path)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as folder:
        path = options.keep or Path(folder) / "finding.cuttings"
        return 0 if report(measurements(path, options.articles), options.json) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
