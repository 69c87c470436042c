"""How long the window takes until its list is painted, against an empty Qt main window.

    uv run python -m tests.benchmarks.window [--articles N] [--runs N] [--json]

Processes are timed from their start until they say that they are ready, the two taking turns: an
empty window once its events are handled, ours once its list is painted. Python's byte code is kept
from run to run, as an installed program's is. Needs a screen (or ``xvfb-run``).
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

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
import sys
from pathlib import Path
from desktop_app.services.base.settings import Settings
from desktop_app.services.library import Library
from desktop_app.ui.application import make_application, open_window
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


def measurements(articles: int, runs: int) -> Iterator[Measurement]:
    """The median start of each, and the ratio of the two."""
    with tempfile.TemporaryDirectory() as name:
        generate(Path(name) / "archive.cuttings", articles)
        times: dict[str, list[float]] = {_EMPTY: [], _OURS: []}
        for _ in range(runs):
            for code, taken in times.items():
                taken.append(_seconds(code, name))
    empty, ours = (statistics.median(taken[1:] or taken) for taken in times.values())
    yield Measurement(f"window of {articles:,} articles", ours, "s", reference=empty, must=2.5)


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
    arguments.add_argument("--articles", type=int, default=1_000)
    arguments.add_argument("--runs", type=int, default=6)
    arguments.add_argument("--json", action="store_true")
    chosen = arguments.parse_args()
    return 0 if report(measurements(chosen.articles, chosen.runs), chosen.json) else 1


if __name__ == "__main__":
    sys.exit(main())
