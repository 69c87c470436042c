"""How long a vault of many articles takes, the first time and when nothing changed.

    uv run python -m tests.benchmarks.vault [--articles N] [--json]

An archive from ``tests.benchmarks.generate_archive``, in which an article names seven of 50,000
persons: ten thousand articles make some 34,000 notes. The reference is writing the same bytes to
as many files, and nothing else.
"""

from __future__ import annotations

import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

from desktop_app.services.exporting.export_articles import export_articles
from desktop_app.store.archive import Archive
from tests.benchmarks.report import Measurement, run_by_articles

MEGABYTE = 2**20


def measure(count: int) -> Iterator[Measurement]:
    """The seconds of each export beside the reference, and the most memory that was held."""
    with tempfile.TemporaryDirectory() as folder:
        to = Path(folder)
        # By another process, so that its memory isn't counted.
        made = [sys.executable, "-m", "tests.benchmarks.generate_archive"]
        subprocess.run([*made, str(to / "library.cuttings"), "--articles", str(count)], check=True)
        archive = Archive.open(to / "library.cuttings")
        before = _peak()
        first = _seconds(lambda: export_articles(archive, "", "vault", to / "vault"))
        grown = _peak() - before
        contents = [path.read_bytes() for path in (to / "vault").rglob("*.md")]
        plain = _seconds(lambda: _plain_files(contents, to / "plain"))
        yield Measurement(f"vault of {count:,}, first time", first, "s", plain, must=20)
        again = _seconds(lambda: export_articles(archive, "", "vault", to / "vault"))
        yield Measurement("vault, nothing changed", again, "s", first, must=0.6)
        yield Measurement("vault, memory of the first", grown, "MB", must=250)
        archive.close()


def _seconds(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024 / MEGABYTE


def _plain_files(contents: Sequence[bytes], to: Path) -> None:
    to.mkdir()
    for number, content in enumerate(contents):
        (to / f"{number}.md").write_bytes(content)


if __name__ == "__main__":
    sys.exit(run_by_articles(__doc__, measure, 10_000))
