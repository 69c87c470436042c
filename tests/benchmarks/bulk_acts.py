"""Acts on very many articles at once, each taken back and done again; ``--articles N``.

    uv run python -m tests.benchmarks.bulk_acts [--articles N] [--chosen N] [--keep FILE] [--json]

The reference of each is the same change of the same rows in plain SQLite: on a copy of the archive
without its triggers, and without log, counts or word index. ``--keep FILE`` uses a copy of the
archive in FILE, which is made there on the first run.
"""

from __future__ import annotations

import argparse
import json
import shutil
import sqlite3
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from desktop_app.core.errors import ArchiveError
from desktop_app.core.query import parse_query
from desktop_app.services.base.listeners import never, no_progress
from desktop_app.store.archive import Archive
from desktop_app.store.base.stopping import ActStop
from tests.benchmarks.generate_archive import generate
from tests.benchmarks.library import timed
from tests.benchmarks.report import Measurement, report

_AMONG = "WHERE id IN (SELECT value FROM json_each(?))"
_TAG = "all/of/them"
#: How many times as long as the plain change an act may take, and its undoing.
_MUST = 12
_LEAST = 0.05
#: So many articles are retitled before that is stopped, and so many are deleted for good.
_FEW = 5_000


@dataclass(frozen=True, slots=True)
class BulkAct:
    """What the user does to the articles, and the statement that does as much in plain SQLite."""

    name: str
    do: Callable[[Archive, Sequence[int]], object]
    plainly: str


def _edit(**fields: str | tuple[str, ...]) -> Callable[[Archive, Sequence[int]], object]:
    changes: Mapping[str, str | tuple[str, ...] | None] = fields
    return lambda archive, ids: archive.articles.set_fields_of(ids, changes)


ACTS = (
    BulkAct(
        "tag",
        lambda archive, ids: archive.tags.add(ids, [_TAG]),
        "INSERT OR IGNORE INTO article_tags (article_id, tag_id)"
        " SELECT value, (SELECT id FROM tags WHERE path = 'plain/one') FROM json_each(?)",
    ),
    BulkAct(
        "rename the tag of",
        lambda archive, ids: archive.tags.rename(_TAG, "all/others") if ids else None,
        "UPDATE tags SET path = path || '/x' WHERE path = 'plain/one' AND ? <> ''",
    ),
    BulkAct(
        "merge the tag of",
        lambda archive, ids: archive.tags.rename("all/others", "half/of/them") if ids else None,
        "UPDATE article_tags SET tag_id = (SELECT id FROM tags WHERE path = 'plain/two')"
        " WHERE tag_id = (SELECT id FROM tags WHERE path LIKE 'plain/one%') AND ? <> ''",
    ),
    BulkAct(
        "star",
        lambda archive, ids: archive.articles.set_starred(ids, starred=True),
        f"UPDATE articles SET starred = 1 {_AMONG}",
    ),
    BulkAct(
        "mark as read",
        lambda archive, ids: archive.articles.set_read(ids, read=True),
        f"UPDATE articles SET unread = 0 {_AMONG}",
    ),
    BulkAct(
        "move to the trash",
        lambda archive, ids: archive.articles.delete(ids),
        f"UPDATE articles SET deleted = '2026-11-28T12:00:00Z' {_AMONG}",
    ),
    BulkAct(
        "give an outlet to",
        _edit(publisher="The New Times"),
        f"UPDATE articles SET publisher = 'Times', edits = '{{\"publisher\": \"Times\"}}' {_AMONG}",
    ),
    BulkAct(
        "date",
        _edit(published="2019-05"),
        "UPDATE articles SET published = '2019-05', published_earliest = '2019-05-01',"
        " published_latest = '2019-05-31', published_sort = '2019-05-01',"
        f' edits = \'{{"published": "2019-05"}}\' {_AMONG}',
    ),
)


def measurements(path: Path, count: int, chosen: int) -> Iterator[Measurement]:
    """Everything that is measured, one after the other."""
    with tempfile.TemporaryDirectory(dir=path.parent) as name:
        folder = Path(name)
        if not path.exists():
            generate(path, count)
        Archive.open(path).close()  # brought up to date once
        plain = _without_triggers(path, folder / "plain.cuttings")
        archive = Archive.open(Path(shutil.copyfile(path, folder / "archive.cuttings")))
        try:
            ids = archive.search.ids(parse_query(""), limit=chosen)
            archive.tags.add(ids[: len(ids) // 2], ["half/of/them"])
            for act in ACTS:
                yield from _measured(act, archive, ids, plain)
            yield from _retitling(archive, ids)
            yield _emptying(archive, ids[:_FEW])
        finally:
            archive.close()
            plain.close()


def _measured(
    act: BulkAct, archive: Archive, ids: Sequence[int], plain: sqlite3.Connection
) -> Iterator[Measurement]:
    """An act with its undo; it is done again at the end where the next one builds on it."""
    rows = json.dumps(sorted(ids))
    reference = timed(lambda: plain.execute(act.plainly, (rows,)).fetchall())
    doing, undoing = timed(lambda: act.do(archive, ids)), timed(archive.undo)
    again = timed(archive.redo)
    if "tag" not in act.name:
        archive.undo()
    # What is done in no time is no measure for anything.
    reference = max(reference, _LEAST)
    what = f"{act.name} {len(ids):,}"
    yield Measurement(f"{what}, and undo", doing + undoing, "s")
    yield Measurement("  by the same change in plain SQLite", doing, "s", reference, must=_MUST)
    yield Measurement("  its undo, by that", undoing, "s", reference, must=_MUST)
    yield Measurement("  done again, by that", again, "s", reference, must=_MUST)


def _retitling(archive: Archive, ids: Sequence[int]) -> Iterator[Measurement]:
    """Words of titles are searched for, so that each article is indexed anew."""
    few = ids[:_FEW]
    seconds = timed(lambda: archive.articles.set_fields_of(few, {"title": "One title"}))
    yield Measurement("articles retitled in a second", len(few) / seconds, "articles")
    seconds = timed(archive.undo)
    yield Measurement("  and given their titles back", len(few) / seconds, "articles")
    yield Measurement("retitling all ends after “Stop” within", _stopped(archive, ids), "s", must=1)


def _stopped(archive: Archive, ids: Sequence[int]) -> float:
    """How long the act goes on after it was stopped, its taking back included."""
    told = threading.Event()
    stop = ActStop(lambda done, _total: told.set() if done else None)
    ended: list[float] = []

    def work() -> None:
        try:
            with stop.within():
                archive.articles.set_fields_of(ids, {"title": "Another title"})
        except ArchiveError:
            ended.append(time.perf_counter())

    thread = threading.Thread(target=work)
    thread.start()
    told.wait(60)
    given = time.perf_counter()
    stop.give()
    thread.join()
    return ended[0] - given if ended else 0.0


def _emptying(archive: Archive, ids: Sequence[int]) -> Measurement:
    archive.articles.delete(ids)
    seconds = timed(lambda: archive.trash.empty(no_progress, never))
    return Measurement("articles deleted for good in a second", len(ids) / seconds, "articles")


def _without_triggers(path: Path, copy: Path) -> sqlite3.Connection:
    """The archive as a mere database, set up as the archive is."""
    shutil.copyfile(path, copy)
    plain = sqlite3.connect(copy, isolation_level=None)
    plain.execute("PRAGMA journal_mode = WAL").fetchall()
    plain.execute("PRAGMA synchronous = NORMAL")
    plain.execute("PRAGMA cache_size = -16384")
    names = plain.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'").fetchall()
    for (name,) in names:
        plain.execute(f"DROP TRIGGER {name}")
    plain.execute("INSERT INTO tags (path, key) VALUES ('plain/one', ''), ('plain/two', '')")
    return plain


def main() -> int:
    """Print the measurements; 1 where a bound doesn't hold."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=100_000)
    parser.add_argument("--chosen", type=int, default=50_000)
    parser.add_argument("--keep", type=Path)
    parser.add_argument("--json", action="store_true")
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        path = chosen.keep or Path(name) / "benchmark.cuttings"
        return 0 if report(measurements(path, chosen.articles, chosen.chosen), chosen.json) else 1


if __name__ == "__main__":
    sys.exit(main())
