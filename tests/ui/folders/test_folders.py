"""Watched folders in the window."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from desktop_app.core.watched_folder import FileState
from desktop_app.services.library import Library
from desktop_app.ui.base.notifier import Notifier
from desktop_app.ui.base.task_runner import TaskRunner
from desktop_app.ui.folders.folder_work import FolderWork
from desktop_app.ui.folders.folders_dialog import FoldersDialog
from tests.services.queue.sites import article

_WAIT_MS = 60_000


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    path = tmp_path / "saved pages"
    path.mkdir()
    return path


@pytest.fixture
def work(library: Library, tasks: TaskRunner, notifier: Notifier) -> FolderWork:
    return FolderWork(library, tasks, notifier)


@pytest.fixture
def dialog(library: Library, tasks: TaskRunner, work: FolderWork) -> Iterator[FoldersDialog]:
    dialog = FoldersDialog(library, tasks, work)
    dialog.show()
    yield dialog
    if isValid(dialog):  # it goes where an article of it is opened
        dialog.close()


def states(dialog: FoldersDialog) -> dict[str, FileState]:
    return {file.name: file.state for file in dialog.file_model.things}


def test_a_file_that_appears_is_clipped_without_being_asked_for(
    folder: Path, work: FolderWork, library: Library, qtbot: QtBot
) -> None:
    library.folders.watch(folder)
    work.begin()
    qtbot.waitSignal(work.looked).wait()

    (folder / "page.html").write_text(article(1), encoding="utf-8")

    qtbot.waitUntil(lambda: library.count("bridge") == 1, timeout=_WAIT_MS)


def test_the_dialog_watches_a_folder_and_tells_of_its_files(
    folder: Path, dialog: FoldersDialog, qtbot: QtBot
) -> None:
    for name, content in (("page.html", article(1)), ("bad.html", "\0\1" * 200)):
        (folder / name).write_text(content, encoding="utf-8")
        os.utime(folder / name, (time.time() - 60,) * 2)

    dialog.present.setChecked(True)
    dialog.tag_line.setText("saved")
    dialog.watch(folder)

    wanted = {"page.html": FileState.SAVED, "bad.html": FileState.FAILED}
    qtbot.waitUntil(lambda: states(dialog) == wanted, timeout=_WAIT_MS)
    qtbot.waitUntil(dialog.again_button.isEnabled)
    dialog.files.selectRow([*states(dialog)].index("page.html"))
    with qtbot.waitSignal(dialog.article_requested):
        dialog.files.doubleClicked.emit(dialog.file_model.index(0, 0))


def test_a_folder_is_watched_no_more(
    folder: Path, dialog: FoldersDialog, library: Library, qtbot: QtBot
) -> None:
    dialog.watch(folder)
    qtbot.waitUntil(lambda: dialog.chosen is not None)

    dialog.forget_button.click()

    qtbot.waitUntil(lambda: library.folders.all() == [])
    qtbot.waitUntil(lambda: not dialog.forget_button.isEnabled())


def test_a_folder_that_is_gone_says_so(
    folder: Path, dialog: FoldersDialog, work: FolderWork, qtbot: QtBot
) -> None:
    dialog.watch(folder / "none")
    qtbot.waitUntil(lambda: "isn't there" in dialog.told.text())
    dialog.watch(folder)
    qtbot.waitUntil(lambda: dialog.chosen is not None)
    folder.rmdir()

    work.look()

    qtbot.waitUntil(
        lambda: "isn't there" in str(dialog.folder_model.index(0, 0).data()), timeout=_WAIT_MS
    )
