"""A timeline's screens at size: the first look, and each turn of the wheel; ``--articles N``.

``--keep FILE`` uses the archive in FILE, made there on the first run. A generated article tells
one event; ``--events N`` tells more, some of them known to the month or the year alone.
"""

from __future__ import annotations

import argparse
import itertools
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from desktop_app.core.article import CleanArticle, Event
from desktop_app.core.query import parse_query
from desktop_app.core.timeline import Grouping, TimelineRequest
from desktop_app.store.archive import Archive
from tests.benchmarks.generate_archive import articles, word
from tests.benchmarks.report import Measurement, report

_BATCH = 1_000
_MOST_MS = 50.0
#: What a window of usual size asks for.
_LANES, _MOST_ITEMS = 8, 240
_QUERIES = ("", word(20), word(5_000), "language:de")
#: From all there is to a fortnight: bars, first day, last day.
_VIEWS = (
    ("year", None, None),
    ("month", "2012-01-01", "2016-01-01"),
    ("day", "2015-03-01", "2015-09-01"),
    ("day", "2015-03-01", "2015-03-14"),
)


def generate(path: Path, count: int, events: int) -> None:
    """Write an archive of so many articles with so many events each."""
    archive, chance = Archive.open(path), random.Random(5)
    numbered = articles(count)
    while batch := list(itertools.islice(numbered, _BATCH)):
        with archive.act("Generated articles"):
            for raw, clean, tags in batch:
                archive.articles.add(raw, _telling(clean, events, chance), tags=tags)
    archive.close()


def _telling(clean: CleanArticle, events: int, chance: random.Random) -> CleanArticle:
    published = date.fromisoformat(clean.published or "2010-01-01")
    told = list(clean.events)
    for number in range(len(told), events):
        day = (published - timedelta(days=chance.randrange(2_000))).isoformat()
        start = number * 90
        words = clean.text[start : start + 90]
        told.append(Event(day[: chance.choice((4, 7, 10))], start, start + 90, words))
    return replace(clean, events=tuple(told))


def measurements(archive: Archive) -> Iterator[Measurement]:
    """The first look at each kind of date, then every screen as the wheel turns."""
    for kind in ("published", "captured", "event"):
        yield Measurement(f"first look, {kind}", _timed(archive, "", TimelineRequest(kind)), "ms")
    for kind, grouping in itertools.product(("published", "event"), Grouping):
        times = []
        for query, (by, first, last) in itertools.product(_QUERIES, _VIEWS):
            most = _MOST_ITEMS if grouping is Grouping.NONE else _MOST_ITEMS // _LANES
            wanted = TimelineRequest(kind, grouping, _day(first), _day(last), by, _LANES, most)
            _timed(archive, query, wanted)
            times.append(statistics.median(_timed(archive, query, wanted) for _ in range(3)))
        yield Measurement(f"worst screen, {kind} by {grouping}", max(times), "ms", must=_MOST_MS)


def _day(text: str | None) -> int | None:
    return None if text is None else date.fromisoformat(text).toordinal()


def _timed(archive: Archive, query: str, wanted: TimelineRequest) -> float:
    start = time.perf_counter()
    archive.timeline.screen(parse_query(query), wanted)
    return (time.perf_counter() - start) * 1_000


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--events", type=int, default=5)
    parser.add_argument("--keep", type=Path)
    parser.add_argument("--json", action="store_true")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = arguments.keep or Path(folder) / "bench.cuttings"
        if not path.exists():
            generate(path, arguments.articles, arguments.events)
        archive = Archive.open(path)
        well = report(measurements(archive), arguments.json)
        archive.close()
    return 0 if well else 1


if __name__ == "__main__":
    sys.exit(main())
