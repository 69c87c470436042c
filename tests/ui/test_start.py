"""What the window's first list doesn't wait for; each was some milliseconds of the start."""

from __future__ import annotations

import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

import pytest

from desktop_app.services.base.settings import Settings
from desktop_app.services.library import Library
from tests.ui.conftest import AddArticle

# Tells what is imported once the first articles stand in the list, before anything else is done.
_START = """
import os, sys
from pathlib import Path
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
from desktop_app.services.library import Library
from desktop_app.services.base.settings import Settings
from desktop_app.ui.window import main_window
from desktop_app.ui.base.qt_application import make_application
from desktop_app.ui.base.notifier import Notifier
from desktop_app.ui.base.task_runner import TaskRunner
from desktop_app.ui.base.window_state import WindowState

folder = Path(sys.argv[1])
application = make_application()
library = Library(Settings(folder / "test.cuttings", folder / "config", folder / "log"))
library.open()
tasks = TaskRunner(notifier := Notifier())
main_window._LIST_WITHIN_MS = 60_000  # however slow the machine, this is about the first list
window = main_window.MainWindow(library, tasks, notifier, WindowState(folder / "config"))
window.list_pane.model.modelReset.connect(application.quit)
window.show()
application.exec()
assert window.list_pane.model.rowCount() == 1
print(*sys.modules)
tasks.shut_down()
library.close()
"""
_OURS = """
core.article core.facets core.highlight core.network core.timeline export.base.result
services.articles.tagging services.clipping.clip_article services.exporting.export_articles
services.exporting.formats
services.finding.finding services.people.people store.articles.articles store.articles.tags
store.people.people store.safekeeping.check store.timeline.dated_search store.undo.acts
store.words.word_index ui.browsing.browsing_acts ui.clipping.capture_sheet ui.details.details_panel
ui.dialogs.command_palette ui.finding.facet_panel ui.people.names_offer ui.people.whom_dialog
ui.reading.highlight_bar ui.reading.reader_browser ui.reading.reader_pane ui.reading.reading_style
ui.window.copies_watch
"""
_OTHERS = """
PySide6.QtWebEngineCore PySide6.QtWebEngineWidgets asyncio calendar email hashlib html http httpx
importlib.metadata locale lxml markdown_it multiprocessing numpy sqlite_utils ssl yaml zstandard
"""


@pytest.fixture
def imported(library: Library, settings: Settings, add_article: AddArticle) -> set[str]:
    add_article("Some words.")
    library.close()
    folder = str(settings.archive_path.parent)
    done = subprocess.run(
        [sys.executable, "-c", _START, folder],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
        cwd=Path(__file__).parents[2],
    )
    assert done.returncode == 0, done.stderr
    return set(done.stdout.split())


def test_the_first_list_waits_for_nothing_that_it_doesnt_show(imported: set[str]) -> None:
    ours = [f"desktop_app.{name}" for name in _OURS.split()]
    late = {*_OTHERS.split(), *ours}

    assert all(find_spec(name) for name in ours), "a name is out of date"
    assert imported & late == set()
    assert "desktop_app.ui.article_list.list_pane" in imported
