"""How long the window takes until its list is painted, against an empty Qt main window.

    uv run python -m tests.benchmarks.window [--articles N…] [--runs N] [--keep FOLDER] [--json]

Processes are timed from their start until they say that they are ready, the two taking turns: an
empty window once its events are handled, ours once its list is painted. Python's byte code is kept
from run to run, as an installed program's is. Of several sizes each is also told by the first.
``--keep FOLDER`` uses the archives ``FOLDER/N/archive.cuttings``, made there on the first run.
Needs a screen (or ``xvfb-run``).
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from desktop_app.store.archive import Archive
from tests.benchmarks.generate_archive import generate
from tests.benchmarks.report import Measurement, report

_EMPTY = """
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow
application = QApplication([])
window = QMainWindow()
window.resize(1360, 860)
window.show()
def ready():
    print("ready", flush=True)
    application.quit()
QTimer.singleShot(0, ready)
application.exec()
"""
_OURS = """
import gc
import sys
gc.disable()  # as the program's own start does
from pathlib import Path
from desktop_app.services.base.settings import Settings
from desktop_app.services.library import Library
from desktop_app.ui.base.quick_imports import judge_modules_by_name
judge_modules_by_name()  # the same
from desktop_app.ui.application import open_window
from desktop_app.ui.base.qt_application import make_application
from desktop_app.ui.article_list.article_list_model import ArticleRole
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from desktop_app.ui.window.main_window import MainWindow

def painted():
    windows = [each for each in QApplication.topLevelWidgets() if isinstance(each, MainWindow)]
    model = windows[0].list_pane.model if windows else None
    return model and model.rowCount() and model.index(0, 0).data(ArticleRole.ROW)

def look():
    if not painted():
        QTimer.singleShot(5, look)
        return
    print("ready", flush=True)
    QApplication.quit()

folder = Path(sys.argv[1])
make_application()
QTimer.singleShot(0, look)
library = Library(Settings(folder / "archive.cuttings", folder / "config", folder / "log"))
library.open()
open_window(library)
"""


def measurements(counts: Sequence[int], runs: int, keep: Path) -> Iterator[Measurement]:
    """The median start of each, by the empty window's, and by that of the smallest archive."""
    folders = {count: keep / f"{count}" for count in counts}
    for count, folder in folders.items():
        folder.mkdir(parents=True, exist_ok=True)
        if not (folder / "archive.cuttings").exists():
            generate(folder / "archive.cuttings", count)
        Archive.open(folder / "archive.cuttings").close()  # brought up to date, if it is older
    places = [(_EMPTY, keep), *((_OURS, folder) for folder in folders.values())]
    times: list[list[float]] = [[] for _ in places]
    for _ in range(runs):
        for (code, folder), taken in zip(places, times, strict=True):
            taken.append(_seconds(code, str(folder)))
    empty, *ours = (statistics.median(taken[1:] or taken) for taken in times)
    for count, seconds in zip(counts, ours, strict=True):
        yield Measurement(f"window of {count:,} articles", seconds, "s", reference=empty, must=2.5)
    for count, seconds in list(zip(counts, ours, strict=True))[1:]:
        what = f"window of {count:,} by {counts[0]:,}"
        yield Measurement(what, seconds, "s", reference=ours[0], must=1.5)


def _seconds(code: str, folder: str) -> float:
    environment = {**os.environ, "PYTHONPYCACHEPREFIX": f"{folder}/byte-code"}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    started = time.perf_counter()
    command = [sys.executable, "-c", code, folder]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, env=environment) as process:
        said = process.stdout.readline() if process.stdout else ""
        taken = time.perf_counter() - started
    if process.returncode or said.strip() != "ready":
        raise subprocess.CalledProcessError(process.returncode, command, said)
    return taken


def main() -> int:
    """Print the measurements; 1 where a bound doesn't hold."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--articles", type=int, nargs="+", default=[1_000])
    arguments.add_argument("--runs", type=int, default=6)
    arguments.add_argument("--keep", type=Path)
    arguments.add_argument("--json", action="store_true")
    chosen = arguments.parse_args()
    with tempfile.TemporaryDirectory() as name:
        results = measurements(chosen.articles, chosen.runs, chosen.keep or Path(name))
        return 0 if report(results, chosen.json) else 1


if __name__ == "__main__":
    sys.exit(main())
