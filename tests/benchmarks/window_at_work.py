"""The window at work: searching, scrolling, importing and exporting, and how long it stands still.

    uv run python -m tests.benchmarks.window_at_work [--articles N] [--keep FILE] [--json]

A timer beats every two milliseconds on the window's thread: the longest time between two beats is
how long a user would have waited, and the thread's own processor time between them what it did in
one go. The pause of a window where nothing happens shows what the machine's other work costs.
``--keep FILE`` uses a copy of the archive in FILE, which is made there on the first run. Needs a
screen (or ``xvfb-run``).
"""

from __future__ import annotations

import argparse
import gc
import random
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer

from desktop_app.services.base.settings import Settings
from desktop_app.services.library import Library
from desktop_app.store.archive import Archive
from desktop_app.store.articles.article_adding import NewArticle
from desktop_app.ui.article_list.list_pane import ListPane
from desktop_app.ui.base.notifier import Notifier
from desktop_app.ui.base.qt_application import make_application
from desktop_app.ui.base.task import Task
from desktop_app.ui.base.task_runner import TaskRunner
from desktop_app.ui.base.theme import ThemeMode, theme
from desktop_app.ui.base.window_state import WindowState
from desktop_app.ui.window.main_window import MainWindow
from tests.benchmarks.generate_archive import articles, generate
from tests.benchmarks.library import p95, queries
from tests.benchmarks.report import Measurement, report

_BEAT_MS = 2
_IMPORTED, _BATCH = 10_000, 500
_EXPORTED = 1_500
_FRAMES = 400
_TYPED_EVERY, _TYPED_LATER = 0.03, 0.12
_LONGEST = 300.0


class Stage:
    """A real window on an archive, and the beat of its thread."""

    def __init__(self, folder: Path) -> None:
        self.application = make_application()
        theme().prepare(ThemeMode.LIGHT)
        settings = Settings(folder / "archive.cuttings", folder / "config", folder / "log")
        self.library = Library(settings)
        self.library.open()
        notifier = Notifier()
        self.tasks = TaskRunner(notifier)
        state = WindowState(settings.config_folder)
        self.window = MainWindow(self.library, self.tasks, notifier, state)
        self.window.show()
        self._beat = QTimer()
        self._beat.setTimerType(Qt.TimerType.PreciseTimer)
        self._beat.setInterval(_BEAT_MS)
        self._beat.timeout.connect(self._on_beat)
        self._last = time.perf_counter()
        self._worked = time.thread_time()
        self._longest = self._longest_work = 0.0
        self._beat.start()
        self.settle()

    def _on_beat(self) -> None:
        now, worked = time.perf_counter(), time.thread_time()
        self._longest = max(self._longest, now - self._last)
        self._longest_work = max(self._longest_work, worked - self._worked)
        self._last, self._worked = now, worked

    def run(self, done: Callable[[], bool]) -> None:
        """Let the window run until something holds."""
        end = time.monotonic() + _LONGEST
        while not done():
            if time.monotonic() > end:
                raise TimeoutError("the window didn't get done")
            QCoreApplication.processEvents()
            time.sleep(0.0002)

    def rest(self, seconds: float) -> None:
        """Let the window run for so long."""
        end = time.monotonic() + seconds
        self.run(lambda: time.monotonic() >= end)

    def settle(self) -> None:
        """Let everything under way come to its end."""
        for _ in range(3):
            self.rest(0.3)
            self.run(lambda: not self.tasks.task_count)

    def longest_pause(self, work: Callable[[], object]) -> tuple[float, float]:
        """How long the thread stood still during the work, and worked in one go, at most, in ms."""
        self._last, self._worked = time.perf_counter(), time.thread_time()
        self._longest = self._longest_work = 0.0
        work()
        self._on_beat()
        return self._longest * 1_000, self._longest_work * 1_000

    def close(self) -> None:
        """End everything."""
        self._beat.stop()
        self.window.close()
        self.tasks.shut_down()
        self.library.close()


def measurements(path: Path, count: int) -> Iterator[Measurement]:
    """Everything that is measured, one after the other."""
    with tempfile.TemporaryDirectory(dir=path.parent) as name:
        folder = Path(name)
        if not path.exists():
            generate(path, count)
        Archive.open(path).close()  # brought up to date once, not in every copy
        shutil.copyfile(path, folder / "archive.cuttings")
        # Before the others: what they did stays in the memory.
        empty = folder / "empty"
        empty.mkdir()
        memory = [_resident_memory(each) for each in (folder, empty)]
        what = f"memory of the window on {count:,}"
        yield Measurement(what, memory[0], "MB", reference=memory[1], must=1.5)
        stage = Stage(folder)
        try:
            clips = _clips()
            gc.collect()
            gc.freeze()  # what only the benchmark holds isn't gone through for garbage again
            idle, _ = stage.longest_pause(lambda: stage.rest(3))
            yield Measurement("longest pause, nothing to do", idle, "ms")
            yield from _searching(stage)
            yield _scrolling(stage)
            for what, work in (
                ("a search storm", _search_storm),
                (f"an import of {_IMPORTED:,}", partial(_import_many, clips)),
                (f"an export of {_EXPORTED:,}", _export_many),
            ):
                pause, own = stage.longest_pause(partial(work, stage))
                yield Measurement(f"longest pause, {what}", pause, "ms", must=50)
                yield Measurement("  longest work of its own meanwhile", own, "ms", must=50)
                stage.settle()
        finally:
            stage.close()


class _Painted(QObject):
    """Notes when the list's own painting of a query's first screen has ended."""

    def __init__(self, pane: ListPane) -> None:
        super().__init__(pane)
        self._pane = pane
        self.awaited: str | None = None
        self.at = self.worked = 0.0
        pane.view.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the list paint, and look at the clock."""
        if event.type() is not QEvent.Type.Paint:
            return super().eventFilter(watched, event)
        handled = self._pane.view.viewportEvent(event)
        if self.awaited is not None and self._pane.shown_query == self.awaited:
            self.at, self.worked = time.perf_counter(), time.process_time()
            self.awaited = None
        return handled


def _searching(stage: Stage) -> Iterator[Measurement]:
    """From the last key of a query to its first rows painted, whatever pause there is included."""
    pane = stage.window.list_pane
    painted = _Painted(pane)
    times: list[float] = []
    work: list[float] = []
    for query in queries():
        painted.awaited = query
        started, worked = time.perf_counter(), time.process_time()
        pane.search.setText(query)
        stage.run(lambda: painted.awaited is None)
        times.append(painted.at - started)
        work.append(painted.worked - worked)
        stage.rest(_TYPED_LATER)
        stage.run(lambda: not stage.tasks.task_count)
    painted.deleteLater()
    pane.set_query("")
    stage.settle()
    yield Measurement("key to first screen painted, p95", p95(times), "ms", must=50)
    yield Measurement("  processor time of all threads meanwhile", p95(work), "ms", must=50)
    yield Measurement("key to first screen painted, median", statistics.median(times) * 1_000, "ms")


def _scrolling(stage: Stage) -> Measurement:
    """The whole list from its beginning to its end; a frame is what one step takes to paint."""
    view = stage.window.list_pane.view
    bar = view.verticalScrollBar()
    worst = 0.0
    for step in range(_FRAMES + 1):
        started = time.perf_counter()
        bar.setValue(bar.maximum() * step // _FRAMES)
        view.viewport().repaint()
        worst = max(worst, time.perf_counter() - started)
        stage.rest(0.016)
    bar.setValue(0)
    stage.settle()
    return Measurement("scrolling the whole list, worst frame", worst * 1_000, "ms", must=33)


def _search_storm(stage: Stage) -> None:
    """Queries typed letter by letter, faster than they can be answered."""
    field = stage.window.list_pane.search
    for query in queries(40):
        for end in range(1, len(query) + 1):
            field.setText(query[:end])
            stage.rest(_TYPED_EVERY)
    field.setText("")
    stage.rest(0.3)
    stage.run(lambda: not stage.tasks.task_count)


def _import_many(clips: list[list[NewArticle]], stage: Stage) -> None:
    """Articles that other processes cleaned, written while the list is looked at."""
    made = iter(clips)
    first = next(made)

    def write(batch: list[NewArticle]) -> Task:
        return stage.tasks.write(
            lambda: stage.library.archive.articles.add_all(batch),
            label="Import",
            changes=("articles", "people", "tags"),
        )

    task = write(first)
    for batch in made:
        stage.run(lambda task=task: task.future is not None and task.future.done())  # type: ignore[misc]
        task = write(batch)
        _look_about(stage)
    stage.run(lambda: not stage.tasks.task_count)


def _clips() -> list[list[NewArticle]]:
    made = [NewArticle(raw, clean, tags) for raw, clean, tags in articles(_IMPORTED, seed=99)]
    return [made[at : at + _BATCH] for at in range(0, _IMPORTED, _BATCH)]


def _export_many(stage: Stage) -> None:
    """A folder of Markdown files, written while the list is looked at."""
    ids = list(stage.window.list_pane.model.ids[:_EXPORTED])
    with tempfile.TemporaryDirectory() as name:
        task = stage.tasks.fetch(
            lambda context: stage.library.export(
                ids, "markdown", Path(name), progress=context.progress
            ),
            label="Export",
        )
        while not (task.future is not None and task.future.done()):
            _look_about(stage)
        stage.run(lambda: not stage.tasks.task_count)


def _look_about(stage: Stage) -> None:
    view = stage.window.list_pane.view
    bar = view.verticalScrollBar()
    bar.setValue(random.Random(bar.value()).randrange(max(bar.maximum(), 1)))
    stage.rest(0.1)


def _resident_memory(folder: Path) -> float:
    """The memory of a process that shows its window, in MB."""
    command = [sys.executable, "-m", "tests.benchmarks.window_at_work", "--memory", str(folder)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    return float(done.stdout.split()[-1])


def _print_memory(folder: Path) -> None:
    stage = Stage(folder)
    stage.rest(2)
    stage.settle()
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    print(pages * 4_096 / 1e6)
    stage.close()


def main() -> int:
    """Print the measurements; 1 where a bound doesn't hold."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--articles", type=int, default=100_000)
    arguments.add_argument("--keep", type=Path)
    arguments.add_argument("--json", action="store_true")
    arguments.add_argument("--memory", type=Path, help=argparse.SUPPRESS)
    chosen = arguments.parse_args()
    if chosen.memory is not None:
        _print_memory(chosen.memory)
        return 0
    with tempfile.TemporaryDirectory() as name:
        path = chosen.keep or Path(name) / "archive.cuttings"
        return 0 if report(measurements(path, chosen.articles), chosen.json) else 1


if __name__ == "__main__":
    sys.exit(main())
