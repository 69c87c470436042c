"""Real widgets on a real archive: the fixtures, and what no test may leave behind."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from desktop_app.core.article import CleanArticle, RawCapture
from desktop_app.services.base.settings import Settings
from desktop_app.services.clipping.prepare_clip import with_markdown
from desktop_app.services.clipping.prepared_clip import PreparedClip
from desktop_app.services.library import Library
from desktop_app.ui.base.notifier import Message, Notifier
from desktop_app.ui.base.task_runner import TaskRunner
from desktop_app.ui.base.theme import ThemeMode, theme
from desktop_app.ui.base.window_state import WindowState
from desktop_app.ui.window.main_window import MainWindow
from tests.fresh_archive import put_fresh_archive
from tests.ui.loop_watchdog import LoopWatchdog
from tests.ui.settling import wait_for_rest

# Qt WebEngine, which the tests of the browser window have in their own process, asks for it
# before there is an application.
QCoreApplication.setAttribute(Qt.ApplicationAttribute.AA_ShareOpenGLContexts)

AddArticle = Callable[..., int]
Settle = Callable[[], None]


@pytest.fixture(scope="session", autouse=True)
def _theme(qapp: QApplication) -> None:
    theme().prepare(ThemeMode.LIGHT)


@pytest.fixture(autouse=True)
def _nothing_left_behind(qapp: QApplication) -> Iterator[None]:
    yield
    qapp.processEvents()
    left = [widget for widget in qapp.topLevelWidgets() if widget.isVisible()]
    assert left == [], "a window was left open"
    threads = [thread for thread in threading.enumerate() if "fetch" in thread.name]
    assert [thread for thread in threads if not thread.is_alive()] == []


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(
        tmp_path / "test.cuttings", tmp_path / "config", tmp_path / "log", endpoint_ports=(0,)
    )


@pytest.fixture
def library(settings: Settings) -> Iterator[Library]:
    put_fresh_archive(settings.archive_path)
    library = Library(settings)
    library.open()
    yield library
    library.close()


@pytest.fixture
def notifier(qapp: QApplication) -> Notifier:
    return Notifier()


@pytest.fixture
def messages(notifier: Notifier) -> list[Message]:
    """Every message that was shown, in order."""
    shown: list[Message] = []
    notifier.message.connect(shown.append)
    return shown


@pytest.fixture
def tasks(library: Library, notifier: Notifier) -> Iterator[TaskRunner]:
    runner = TaskRunner(notifier)
    yield runner
    runner.shut_down()


@pytest.fixture
def settle(qtbot: QtBot, tasks: TaskRunner) -> Settle:
    """Wait until every task and every pause between keys is over."""

    return partial(wait_for_rest, qtbot, tasks)


@pytest.fixture
def add_article(library: Library) -> AddArticle:
    """Put an article of the given text and fields into the archive; gives its id."""

    def add(
        markdown: str = "Some words.",
        *,
        tags: tuple[str, ...] = (),
        note: str = "",
        **fields: object,
    ) -> int:
        title = str(fields.get("title", "A title"))
        raw = RawCapture(
            f"{title}\n\n{markdown}".encode(), "text/plain", "2026-11-23T15:40:00Z", name=title
        )
        fields.setdefault("title", title)
        clean = with_markdown(CleanArticle("", "", **fields), markdown)  # type: ignore[arg-type]
        return library.store(PreparedClip(raw, raw, clean), tags=tags, note=note)

    return add


@pytest.fixture
def without_preview(settings: Settings) -> None:
    """Dossiers are shown without their pages, which take a moment to be set."""
    WindowState(settings.config_folder).keep_flag("dossier/preview", False)


@pytest.fixture
def window(
    qtbot: QtBot, library: Library, tasks: TaskRunner, notifier: Notifier, settings: Settings
) -> Iterator[MainWindow]:
    """The whole window, shown and at rest, on the test's archive."""
    window = MainWindow(library, tasks, notifier, WindowState(settings.config_folder))
    qtbot.addWidget(window)
    with qtbot.waitActive(window):
        window.show()
    with LoopWatchdog().watching() as watchdog:
        # What it reads of the empty archive mustn't arrive after what the test puts there.
        wait_for_rest(qtbot, tasks)
        yield window
    window.close()
    assert watchdog.pauses == [], "the window stood still:\n" + "\n".join(watchdog.pauses)
