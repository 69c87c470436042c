"""The same articles and queries asked of Cuttings, of a plain FTS5 query and of Recoll.

``--articles N``, ``--json``; ``--keep FOLDER`` keeps archive and Recoll's index there for the next
run. Cuttings does what its window does: it reads the rows of the first screen, before the whole
list where that is quicker; then it finds every id in order, which is told by itself. FTS5 ranks,
and gives the first hundred. Recoll's ``recollq`` (Debian: recollcmd) is a process of its own; what
it takes at its quickest for a word that nothing has, its start, is taken off. Without it that
comparison is left out.
"""

from __future__ import annotations

import argparse
import re
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from desktop_app.core.arrangement import Arrangement
from desktop_app.core.query import parse_query
from desktop_app.services.base.settings import Settings
from desktop_app.services.library import Library
from desktop_app.store.archive import Archive
from desktop_app.store.search.query_sql import compiled
from tests.benchmarks.generate_archive import generate
from tests.benchmarks.library import p95, queries
from tests.benchmarks.report import Measurement, report

_SCREEN = 100
_FILES_IN_A_FOLDER = 1_000
#: Only what all three can be asked: words, phrases, beginnings, AND, OR and NOT.
_WORDS_ALONE = re.compile(r'[\w\s"*-]+(?<!is:unread)')
_NOTHING_HAS_IT = "qqqxyzzy"
_ARRANGED = Arrangement()
_STARTS = 15
_Spent = tuple[float, float]


def measurements(folder: Path, count: int) -> Iterator[Measurement]:
    """Every query once, each of the three asked in turn."""
    path = folder / "benchmark.cuttings"
    if not path.exists():
        generate(path, count)
    library = Library(Settings(path, folder / "config", folder / "log"))
    recoll = _Recoll(folder / "recoll") if shutil.which("recollq") else None
    if recoll is not None:
        recoll.index(library.archive)
    wanted = list(dict.fromkeys(q for q in queries() if _WORDS_ALONE.fullmatch(q)))
    library.first_screens.prepare(_ARRANGED)  # in the background, once the window is there
    _first_screen(library, wanted[0])
    ours, whole, plain, theirs = [], [], [], []
    for query in wanted:
        ours.append(_spent(lambda q=query: _first_screen(library, q)))
        plain.append(_spent(lambda q=query: _plain_fts5(library, q)))
        if recoll is not None:
            theirs.append(recoll.spent(query))
        whole.append(_spent(lambda q=query: library.search(q)))
    library.close()
    yield Measurement(
        f"first screen of {len(wanted)} searches, p95", p95([t for t, _ in ours]), "ms", must=50
    )
    for name, peer in {"FTS5 ranked": plain, "Recoll": theirs}.items():
        for at, kind in enumerate(("", ", processor time") if peer else ()):
            reference = _median(peer, at)
            what = f"the same, median, by {name}{kind}"
            yield Measurement(what, _median(ours, at), "ms", reference, must=1)
            of_all = _median(whole, at)
            yield Measurement(f"  every id in order, by that{kind}", of_all, "ms", reference)


def _median(spent: Sequence[_Spent], which: int) -> float:
    return 1_000 * statistics.median(each[which] for each in spent)


def _first_screen(library: Library, query: str) -> None:
    found = library.first_screen(query, _ARRANGED, _SCREEN, _SCREEN) or library.search(query)
    library.rows(found.ids[:_SCREEN])


def _plain_fts5(library: Library, query: str) -> None:
    condition = compiled(parse_query(query).root)
    ids = library.archive._connection.column(
        "SELECT rowid FROM article_words WHERE article_words MATCH ? ORDER BY rank LIMIT ?",
        (condition.match if condition else "", _SCREEN),
    )
    library.rows(ids)


def _spent(call: Callable[[], object]) -> _Spent:
    """Seconds by the clock, and of the processor; those of processes that it starts too."""
    started, worked = time.perf_counter(), _worked()
    call()
    return time.perf_counter() - started, _worked() - worked


def _worked() -> float:
    ended = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + ended.ru_utime + ended.ru_stime


class _Recoll:
    """An index by Recoll of the articles' texts, each a file."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._start: _Spent = (0.0, 0.0)

    def index(self, archive: Archive) -> None:
        """Write the texts and index them, unless it was done; then measure the bare start."""
        done = self._folder / "done"
        if not done.exists():
            self._write_texts(archive)
            (self._folder / "recoll.conf").write_text(f"topdirs = {self._folder / 'texts'}\n")
            subprocess.run(self._command("recollindex"), check=True, capture_output=True)
            done.touch()
        starts = [self._asked(_NOTHING_HAS_IT) for _ in range(_STARTS)]
        self._start = min(each for each, _ in starts), min(each for _, each in starts)

    def spent(self, query: str) -> _Spent:
        """How long the first screen takes beyond the program's start."""
        (seconds, worked), (start, start_worked) = self._asked(query), self._start
        return max(0.0, seconds - start), max(0.0, worked - start_worked)

    def _write_texts(self, archive: Archive) -> None:
        ids = sorted(archive.search.ids(parse_query("")))
        for first in range(0, len(ids), _FILES_IN_A_FOLDER):
            folder = self._folder / "texts" / str(first // _FILES_IN_A_FOLDER)
            folder.mkdir(parents=True, exist_ok=True)
            texts = archive.texts(ids[first : first + _FILES_IN_A_FOLDER])
            for article_id, text in texts.items():
                (folder / f"{article_id}.txt").write_text(text, encoding="utf-8")

    def _asked(self, query: str) -> _Spent:
        command = [*self._command("recollq"), "-b", "-n", str(_SCREEN), query]
        return _spent(lambda: subprocess.run(command, check=False, capture_output=True))

    def _command(self, program: str) -> list[str]:
        return [program, "-c", str(self._folder)]


def main() -> int:
    """Measure and print; gives 1 where a bound doesn't hold."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=10_000)
    parser.add_argument("--keep", type=Path)
    parser.add_argument("--json", action="store_true")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as temporary:
        folder = arguments.keep or Path(temporary)
        folder.mkdir(parents=True, exist_ok=True)
        well = report(measurements(folder, arguments.articles), arguments.json)
    return 0 if well else 1


if __name__ == "__main__":
    sys.exit(main())
