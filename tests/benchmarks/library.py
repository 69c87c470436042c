"""The library at size: searching, listing, tagging, opening; ``--articles N``, ``--json``.

``--keep FILE`` uses the archive in FILE, made there on the first run.
"""

from __future__ import annotations

import argparse
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import zstandard

from desktop_app.core.facets import FacetKind
from desktop_app.core.query import ParsedQuery, parse_query
from desktop_app.store.archive import Archive
from desktop_app.store.articles.article_adding import NewArticle
from desktop_app.store.counting.counting import Counting
from desktop_app.store.search.list_top import ListTop
from tests.benchmarks.generate_archive import (
    DAYS,
    FIRST_DAY,
    PERSONS,
    TAGS,
    articles,
    generate,
    person_name,
    tag,
    word,
)
from tests.benchmarks.known_persons import put_persons
from tests.benchmarks.report import Measurement, report

_SCREEN = 100
_QUERIES = 200
_STORED = 3_000


def measurements(path: Path, count: int) -> Iterator[Measurement]:
    """Everything that is measured, one after the other."""
    yield _storing(path)
    if not path.exists():
        generate(path, count)
    # Before anything is done and taken back in it, which leaves free pages.
    yield _size(path, count)
    yield _opening(path)
    archive = Archive.open(path)
    try:
        yield from _searching(archive, 50 if count <= 100_000 else 150)
        yield from _overviews(archive)
        yield from _facets(path)
        yield from _tagging(archive, min(count, 50_000))
    finally:
        archive.close()


def _storing(path: Path) -> Measurement:
    """Clips that are cleaned and analysed already, with some seven persons each, 500 at once."""
    clips = [NewArticle(raw, clean, tags) for raw, clean, tags in articles(_STORED, persons=5_000)]
    place = path.with_name(f"{path.stem}-bulk.cuttings")
    place.unlink(missing_ok=True)
    archive = Archive.open(place)
    put_persons(place, map(person_name, range(5_000)), 500)
    try:
        seconds = timed(
            lambda: [
                archive.articles.add_all(clips[first : first + 500])
                for first in range(0, _STORED, 500)
            ]
        )
    finally:
        archive.close()
        place.unlink()
    return Measurement(
        "stored without cleaning", _STORED / seconds, "articles/s", must=1_000, at_least=True
    )


def timed(work: Callable[[], object]) -> float:
    """How many seconds the work took."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def p95(times: Sequence[float]) -> float:
    return statistics.quantiles(times, n=20)[-1] * 1_000


def forget(archive: Archive) -> None:
    """Let what was found be found anew, as after an article was marked read."""
    archive._connection.write("UPDATE articles SET unread = unread WHERE id = 1")


def queries(count: int = _QUERIES, seed: int = 7) -> list[str]:
    """Mixed queries as people type them, the same every time."""
    chance = random.Random(seed)

    def rare() -> str:
        return word(chance.randrange(3_000, 60_000))

    def common() -> str:
        return word(chance.randrange(5, 300))

    def month() -> str:
        day = FIRST_DAY.toordinal() + chance.randrange(DAYS)
        return FIRST_DAY.fromordinal(day).isoformat()[:7]

    forms: list[Callable[[], str]] = [
        rare,
        common,
        lambda: f"{common()} {common()}",
        lambda: f'"{word(chance.randrange(20))} {word(chance.randrange(20))}"',
        lambda: f"{common()[:3]}*",
        lambda: f"{rare()[:4]}*",
        lambda: f"title:{common()}",
        lambda: f"author:{person_name(chance.randrange(700)).split()[1]}",
        lambda: f"publisher:{chance.randrange(200)}",
        lambda: f"published:{month()}",
        lambda: f"event:{month()}",
        lambda: f"{common()} after:{month()}",
        lambda: f"tag:{tag(chance.randrange(TAGS))}",
        lambda: f'person:"{person_name(chance.randrange(PERSONS))}"',
        lambda: f"{common()} -{common()}",
        lambda: f"{rare()} OR {rare()} is:unread",
    ]
    return [forms[at % len(forms)]() for at in range(count)]


def _opening(path: Path) -> Measurement:
    times = [timed(lambda: Archive.open(path).close()) for _ in range(20)]
    return Measurement("open, median", statistics.median(times) * 1_000, "ms", must=15)


def _searching(archive: Archive, must: float) -> Iterator[Measurement]:
    wanted = [parse_query(query) for query in queries()]
    archive.search.ids(parse_query(""))  # a window shows the whole list before anything is typed
    top = archive.search.top("published")
    preparing = timed(lambda: _prepare(top))  # in the background, once the window is there
    first = [timed(lambda q=q: _first_screen(archive, top, q)) for q in wanted]  # type: ignore[misc]
    forget(archive)
    whole = [timed(lambda q=q: archive.search.ids(q)) for q in wanted]  # type: ignore[misc]
    plain = [timed(lambda q=q: _plain_fts5(archive, q)) for q in _plain_words()]  # type: ignore[misc]
    yield Measurement("first screen of a search, p95", p95(first), "ms", must=must)
    yield Measurement("first screen of a search, median", statistics.median(first) * 1_000, "ms")
    yield Measurement("  made quick once the window is there, in", preparing * 1_000, "ms")
    yield Measurement("whole list of a search, p95", p95(whole), "ms")
    ours = [timed(lambda q=q: _ranked(archive, q)) for q in _plain_words()]  # type: ignore[misc]
    yield Measurement("most relevant, p95, by plain FTS5", p95(ours), "ms", p95(plain), must=2)
    forget(archive)
    counts = [timed(lambda q=q: archive.search.count(q)) for q in wanted]  # type: ignore[misc]
    yield Measurement("exact count, p95", p95(counts), "ms", must=150)


def _overviews(archive: Archive) -> Iterator[Measurement]:
    everything = parse_query("")
    for date in ("published", "captured", "event"):
        seconds = timed(lambda d=date: archive.dated.timeline(everything, by="month", date=d))  # type: ignore[misc]
        yield Measurement(f"timeline of everything, {date}", seconds * 1_000, "ms", must=150)
    yield Measurement("tag tree with counts", timed(archive.tags.all) * 1_000, "ms")
    seconds = timed(lambda: archive.people.list(limit=_SCREEN))
    yield Measurement("first screen of persons", seconds * 1_000, "ms")


def _facets(path: Path) -> Iterator[Measurement]:
    """All six kinds for each query; the first of a session, in processor time, reads what is kept.

    What nobody kept yet is read from the tables, once in an archive's life.
    """
    for name in ("first facets of an archive", "first facets of a session"):
        archive = Archive.open(path)
        counting = archive.counting
        if name.endswith("archive"):
            archive._connection.write("DELETE FROM kept_arrays")
        started = time.process_time()
        counting.facets(FacetKind.YEAR, parse_query(""))
        seconds = time.process_time() - started
        must = 150 if name.endswith("session") else None
        yield Measurement(f"{name}, processor time", seconds * 1_000, "ms", must=must)
        if must is not None:
            wanted = [parse_query(query) for query in queries()]
            times = [timed(lambda q=q, c=counting: _all_facets(c, q)) for q in wanted]  # type: ignore[misc]
            yield Measurement("all facets of a search, p95", p95(times), "ms", must=150)
        archive.close()


def _all_facets(counting: Counting, query: ParsedQuery) -> None:
    for kind in FacetKind:
        counting.facets(kind, query)


def _tagging(archive: Archive, count: int) -> Iterator[Measurement]:
    ids = archive.search.ids(parse_query(""), limit=count)
    tagging = timed(lambda: archive.tags.add(ids, ["all/of/them"]))
    undoing = timed(archive.undo)
    yield Measurement(f"tag {count:,} articles and undo", tagging + undoing, "s", must=2)


def _size(path: Path, count: int) -> Measurement:
    """The file against its texts and raw pages; worked out from a sample of the articles."""
    compressor = zstandard.ZstdCompressor()
    sample = list(articles(min(count, 500)))
    needed = sum(
        len(clean.text.encode()) + len(compressor.compress(raw.content)) for raw, clean, _ in sample
    )
    reference = needed / len(sample) * count / 2**20
    return Measurement("archive size", path.stat().st_size / 2**20, "MiB", reference, must=1.6)


def _prepare(top: ListTop) -> None:
    while top.prepare_step():
        pass


def _first_screen(archive: Archive, top: ListTop, query: ParsedQuery) -> None:
    """As a window does: what the newest articles tell, else the beginning of the whole list."""
    ids = top.ids(query, _SCREEN, _SCREEN)
    archive.rows(archive.search.ids(query, limit=_SCREEN) if ids is None else ids)


def _plain_words() -> list[str]:
    return [query for query in queries() if query.isalpha()]


def _ranked(archive: Archive, query: str) -> None:
    archive.search.ids(parse_query(query), sort="relevance", limit=_SCREEN)


def _plain_fts5(archive: Archive, query: str) -> None:
    archive._connection.column(
        "SELECT rowid FROM article_words WHERE article_words MATCH ? ORDER BY rank LIMIT ?",
        (f'"{query}"', _SCREEN),
    )


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--keep", type=Path)
    parser.add_argument("--json", action="store_true")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = arguments.keep or Path(folder) / "benchmark.cuttings"
        well = report(measurements(path, arguments.articles), arguments.json)
    return 0 if well else 1


if __name__ == "__main__":
    sys.exit(main())
