"""A dossier's preview: how soon a letter stands on the page, and how long the window stands still.

    uv run python -m tests.benchmarks.dossier_preview [--articles N]… [--json]

In a real window a text of the user's own is written in a dossier of N articles, letter by letter:
first each letter waits for its page, then letters come as fast as people type. From a key to its
page painted is told beside how long the whole document took to set the first time. Needs a screen
(or ``xvfb-run``).
"""

from __future__ import annotations

import argparse
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QObject
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPlainTextEdit

from desktop_app.core.dossier import EntryKind
from desktop_app.ui.dossier.preview_pane import PreviewPane
from tests.benchmarks.generate_archive import generate
from tests.benchmarks.library import p95
from tests.benchmarks.report import Measurement, report
from tests.benchmarks.window_at_work import Stage

_KEYS, _FAST_KEYS, _TYPED_EVERY = 24, 100, 0.08
_LONGEST_BLOCK, _LONGEST_WAIT = 50, 150
_LETTERS = "what came of it "


class _Painted(QObject):
    """Notes when a picture of the newest pages was painted."""

    def __init__(self, pane: PreviewPane) -> None:
        super().__init__(pane)
        self._pane = pane
        self.edition = 0
        pane.view.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Let the view paint, and see whether what it painted is new."""
        if event.type() is not QEvent.Type.Paint:
            return super().eventFilter(watched, event)
        view = self._pane.view
        handled = view.viewportEvent(event)
        if view.is_drawn(view.page):
            self.edition = view.edition
        return handled


def measurements(counts: list[int]) -> Iterator[Measurement]:
    """All sizes, one after the other, in one window."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        generate(folder / "archive.cuttings", max(counts))
        stage = Stage(folder)
        try:
            for count in counts:
                yield from _written(stage, count)
        finally:
            stage.close()


def _written(stage: Stage, count: int) -> Iterator[Measurement]:
    ids = stage.library.search("").ids[:count]
    dossiers = stage.library.dossiers
    dossier = dossiers.make(f"Of {count}", ids[: count // 2])
    dossiers.add_heading(dossier, "What came of it")
    text = dossiers.add_text(dossier, "As I see it.")
    dossiers.add_articles(dossier, ids[count // 2 :])
    page = stage.window.pages.dossier_page
    started = time.perf_counter()
    pause, own = stage.longest_pause(partial(_open, stage, dossier))
    whole = (time.perf_counter() - started) * 1_000
    yield Measurement(f"longest pause, {count:,} articles shown", pause, "ms", must=_LONGEST_BLOCK)
    yield Measurement("  longest work of its own meanwhile", own, "ms", must=_LONGEST_BLOCK)
    pane = page.preview.pane
    assert pane is not None
    page.view.choose(text)
    page.view.edit(page.view.currentIndex())
    field = page.view.findChild(QPlainTextEdit)
    assert isinstance(field, QPlainTextEdit)
    stage.settle()
    painted = _Painted(pane)
    waits = [_wait_for(stage, pane, painted, field, _LETTERS[at % 16]) for at in range(_KEYS)]
    name = f"a letter to its page painted, {count:,} articles"
    bound = _LONGEST_WAIT / whole if count <= 50 else None
    yield Measurement(f"{name}, median", statistics.median(waits) * 1_000, "ms", whole, bound)
    yield Measurement(f"{name}, p95", p95(waits), "ms", whole)
    pause, own = stage.longest_pause(partial(_type_fast, stage, field))
    yield Measurement(f"longest pause, typing in {count:,}", pause, "ms", must=_LONGEST_BLOCK)
    yield Measurement("  longest work of its own meanwhile", own, "ms", must=_LONGEST_BLOCK)
    painted.deleteLater()
    page.view.setFocus()
    stage.settle()
    assert any(entry.kind is EntryKind.TEXT for entry in dossiers.entries(dossier))


def _open(stage: Stage, dossier: int) -> None:
    stage.window.pages.show_dossier(dossier)
    page = stage.window.pages.dossier_page

    def is_painted() -> bool:
        pane = page.preview.pane
        is_shown = page.dossier is not None and page.dossier.id == dossier
        return is_shown and pane is not None and pane.view.is_drawn(0)

    stage.run(is_painted)


def _wait_for(
    stage: Stage, pane: PreviewPane, painted: _Painted, field: QPlainTextEdit, letter: str
) -> float:
    before = pane.view.edition
    started = time.perf_counter()
    QTest.keyClick(field, letter)
    stage.run(lambda: painted.edition > before)
    waited = time.perf_counter() - started
    stage.rest(0.02)
    return waited


def _type_fast(stage: Stage, field: QPlainTextEdit) -> None:
    for at in range(_FAST_KEYS):
        QTest.keyClick(field, _LETTERS[at % 16])
        stage.rest(_TYPED_EVERY)
    stage.run(lambda: not stage.tasks.task_count)


def main() -> int:
    """Print the measurements; 1 where a bound doesn't hold."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--articles", type=int, action="append")
    arguments.add_argument("--json", action="store_true")
    chosen = arguments.parse_args()
    return 0 if report(measurements(chosen.articles or [50, 500]), chosen.json) else 1


if __name__ == "__main__":
    sys.exit(main())
