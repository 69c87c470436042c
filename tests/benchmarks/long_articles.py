"""Very long articles in the window: how long it stands still while they are shown and changed.

    uv run python -m tests.benchmarks.long_articles [--json]

The longest work in one go of the window's thread, in milliseconds of its own processor time, while
an article is opened, while the window is resized in steps with the text at its beginning and in its
middle, and while a key is typed in the editor. An article of one page is measured beside them.
Needs a screen (or ``xvfb-run``).
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from collections.abc import Iterator
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desktop_app.core.article import CleanArticle, RawCapture
from desktop_app.services.clipping.prepare_clip import with_markdown
from desktop_app.services.clipping.prepared_clip import PreparedClip
from desktop_app.services.library import Library
from tests.benchmarks.report import Measurement, report
from tests.benchmarks.window_at_work import Stage

_LONGEST_WORK = 50.0
_SENTENCE = "The ferry ran again in June and nobody was there to see it, they said. "
_PARAGRAPH = _SENTENCE * 7
_ROWS, _COLUMNS = 400, 50
_STEPS, _STEP_PIXELS = 12, 23


def long_articles() -> dict[str, str]:
    """Markdown by what is long about it."""
    row = "|" + "".join(f" cell {column} |" for column in range(_COLUMNS))
    rule = "|" + " --- |" * _COLUMNS
    return {
        "one page": "\n\n".join([_PARAGRAPH] * 6),
        "5 MB of paragraphs": "\n\n".join([_PARAGRAPH] * (5_000_000 // len(_PARAGRAPH))),
        f"a table of {_ROWS} × {_COLUMNS}": "\n".join([row, rule, *[row] * _ROWS]),
        "1 MB in one paragraph": _SENTENCE * (1_000_000 // len(_SENTENCE)),
    }


def _add(library: Library, title: str, markdown: str) -> int:
    raw = RawCapture(title.encode(), "text/plain", "2026-11-23T15:40:00Z", name=title)
    clean = with_markdown(CleanArticle("", "", title=title), markdown)
    return library.store(PreparedClip(raw, raw, clean))


def _open(stage: Stage, article_id: int) -> None:
    stage.window.show_article(article_id)
    reader = stage.window.reader
    stage.run(lambda: reader.article is not None and reader.article.id == article_id)
    stage.run(lambda: reader.browser.is_filled)
    stage.rest(0.5)


def _resize(stage: Stage) -> None:
    window = stage.window
    width, height = window.width(), window.height()
    for step in [*range(_STEPS), *reversed(range(_STEPS))]:
        window.resize(width - step * _STEP_PIXELS, height)
        stage.rest(0.03)
    stage.rest(2)


def _to_the_middle(stage: Stage) -> None:
    bar = stage.window.reader.browser.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    stage.rest(0.5)


def _edit(stage: Stage) -> None:
    stage.window.reader.edit_text()
    stage.rest(2)
    stage.settle()


def _type(stage: Stage) -> None:
    for key in "A few":
        QTest.keyClick(stage.window.reader.editor.text, key)
        stage.rest(0.1)


def _leave_editor(stage: Stage) -> None:
    editor = stage.window.reader.editor
    editor.text.document().setModified(False)
    QTest.keyClick(editor.text, Qt.Key.Key_Escape)
    stage.settle()


def _measure() -> Iterator[Measurement]:
    with tempfile.TemporaryDirectory() as name:
        stage = Stage(Path(name))
        try:
            stage.window.resize(1250, 800)
            ids = {what: _add(stage.library, what, text) for what, text in long_articles().items()}
            stage.window.reload()
            stage.window.list_pane.reload()
            stage.settle()
            _open(stage, ids["one page"])  # what is imported late is there before anything counts
            _edit(stage)
            _leave_editor(stage)
            for what, article_id in ids.items():
                for doing, work in (
                    ("opened", partial(_open, stage, article_id)),
                    ("resized at its beginning", partial(_resize, stage)),
                    ("gone to its middle", partial(_to_the_middle, stage)),
                    ("resized in its middle", partial(_resize, stage)),
                    ("its editor opened", partial(_edit, stage)),
                    ("a key typed", partial(_type, stage)),
                    ("its editor left", partial(_leave_editor, stage)),
                ):
                    _, own = stage.longest_pause(work)
                    yield Measurement(f"{what}, {doing}", own, "ms", must=_LONGEST_WORK)
        finally:
            stage.close()


def main() -> int:
    """Read the arguments and measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    return 0 if report(_measure(), options.json) else 1


if __name__ == "__main__":
    sys.exit(main())
