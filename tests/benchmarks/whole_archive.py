"""A whole archive out as JSON Lines and in again, and out as tables.

    uv run python -m tests.benchmarks.whole_archive [--articles N] [--json]

Archives of ``tests.benchmarks.generate_archive``. The reference of what goes out is SQLite's own
text of the same archive (``.dump``), that of what comes in is storing the same articles in bulk.
"""

from __future__ import annotations

import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from desktop_app.services.base.settings import Settings
from desktop_app.services.exporting.export_articles import export_articles
from desktop_app.services.exporting.export_options import OptionValue
from desktop_app.services.library import Library
from tests.benchmarks.generate_archive import generate
from tests.benchmarks.report import Measurement, run_by_articles

_TABLES: tuple[tuple[str, Mapping[str, OptionValue]], ...] = (
    ("json", {}),
    ("csv", {}),
    ("csv", {"tables": "all", "texts": True}),
    ("datasette", {}),
)


def measure(count: int) -> Iterator[Measurement]:
    """Milliseconds an article, beside the references."""
    with tempfile.TemporaryDirectory() as place:
        here = Path(place)
        path = here / "full.cuttings"
        stored = _milliseconds(lambda: generate(path, count, 5 * count), count)
        settings = Settings(path, here / "config", here / "log")
        library, other = Library(settings), Library(replace(settings, archive_path=here / "new"))
        library.open()
        other.open()
        dumped = _milliseconds(lambda: _dump(path, here / "dump.sql"), count)
        for format_name, options in (("jsonl", {}), *_TABLES):
            to = here / f"out-{format_name}-{len(options)}"
            took = _milliseconds(
                lambda f=format_name, t=to, o=options: export_articles(  # type: ignore[misc]
                    library.archive, "", f, t, options=o
                ),
                count,
            )
            name = " ".join((format_name, *options))
            yield Measurement(f"out as {name}", took, "ms/article", dumped, must=8)
        whole = here / "out-jsonl-0.jsonl"
        took = _milliseconds(lambda: other.importing.run(whole), count)
        yield Measurement("in from jsonl", took, "ms/article", stored, must=1)
        library.close()
        other.close()


def _dump(path: Path, to: Path) -> None:
    with closing(sqlite3.connect(path)) as connection, to.open("w", encoding="utf-8") as file:
        file.writelines(connection.iterdump())


def _milliseconds(work: Callable[[], object], count: int) -> float:
    started = time.perf_counter()
    work()
    return (time.perf_counter() - started) * 1000 / count


if __name__ == "__main__":
    sys.exit(run_by_articles(__doc__, measure, 1_000))
