"""How long the window takes until its list is painted, against an empty Qt main window.

    uv run python -m tests.benchmarks.window [--articles N] [--runs N] [--json]

Whole processes are timed, the two taking turns. Needs a screen (or ``xvfb-run``).
"""

from __future__ import annotations

import argparse
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
QTimer.singleShot(0, application.quit)
application.exec()
"""
_OURS = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from desktop_app.services.settings import Settings
from desktop_app.ui.article_list_model import ArticleRole
from desktop_app.ui.application import make_application, open_window
from desktop_app.ui.main_window import MainWindow

def painted():
    windows = [each for each in QApplication.topLevelWidgets() if isinstance(each, MainWindow)]
    model = windows[0].list_pane.model if windows else None
    return model and model.rowCount() and model.index(0).data(ArticleRole.ROW)

def look():
    QApplication.quit() if painted() else QTimer.singleShot(5, look)

folder = Path(sys.argv[1])
make_application()
QTimer.singleShot(0, look)
open_window(Settings(folder / "archive.cuttings", folder / "config", folder / "log"))
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
    started = time.perf_counter()
    subprocess.run([sys.executable, "-c", code, folder], check=True)
    return time.perf_counter() - started


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
