"""An older archive is brought up to date before there is a window, and a small one shows it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtWidgets import QDialog
from pytestqt.qtbot import QtBot

from desktop_app.core.errors import ArchiveError
from desktop_app.services.base.settings import Settings
from desktop_app.services.library import Library
from desktop_app.store.archive import Archive
from desktop_app.ui.application import bring_up_to_date
from desktop_app.ui.base.notifier import Notifier
from desktop_app.ui.base.task_runner import TaskRunner
from desktop_app.ui.dialogs.upgrade_dialog import UpgradeDialog
from tests.store.examples import capture, lavrov_article
from tests.store.older_archive import make_older


@pytest.fixture
def older(settings: Settings) -> Iterator[Library]:
    """The library of an archive of version 7 with 300 articles, not opened yet."""
    archive = Archive.open(settings.archive_path)
    with archive.act("Clip"):
        for number in range(300):
            archive.articles.add(capture(b"%d" % number), lavrov_article())
    archive.close()
    make_older(settings.archive_path, 7)
    library = Library(settings)
    yield library
    library.close()


@pytest.fixture
def runner(qapp: object) -> Iterator[TaskRunner]:
    runner = TaskRunner(Notifier())
    yield runner
    runner.shut_down()


def test_it_shows_how_far_it_is_and_closes_when_the_archive_is_open(
    qtbot: QtBot, older: Library, runner: TaskRunner
) -> None:
    dialog = UpgradeDialog(older, runner)
    qtbot.addWidget(dialog)
    steps: list[str] = []
    dialog.told.connect(lambda *_: steps.append(dialog.step.text()))

    with qtbot.waitSignal(dialog.accepted, timeout=60_000):
        dialog.open()

    assert {"Copying the archive…", "Compressing the texts…"} <= set(steps)
    assert dialog.bar.maximum() > 0
    assert not older.is_older
    assert older.count("lavrov") == 300


def test_stopping_closes_it_and_leaves_the_archive_as_it_was(
    qtbot: QtBot, older: Library, runner: TaskRunner
) -> None:
    dialog = UpgradeDialog(older, runner)
    qtbot.addWidget(dialog)

    with qtbot.waitSignal(dialog.rejected, timeout=60_000):
        dialog.open()
        dialog.stop_button.click()

    assert isinstance(dialog.failure, ArchiveError)
    assert older.is_older


def test_what_went_wrong_is_told_and_waits_to_be_read(
    qtbot: QtBot, older: Library, runner: TaskRunner, tmp_path: Path
) -> None:
    (tmp_path / f"test-version-7-{date.today().isoformat()}.cuttings").mkdir()
    dialog = UpgradeDialog(older, runner)
    qtbot.addWidget(dialog)

    dialog.open()
    qtbot.waitUntil(lambda: dialog.failure is not None, timeout=60_000)

    assert "couldn’t be brought up to date" in dialog.heading.text()
    assert "is a folder" in dialog.words.text()
    assert dialog.isVisible()
    dialog.stop_button.click()
    assert dialog.result() == QDialog.DialogCode.Rejected
    assert older.is_older


def test_opening_the_window_brings_the_archive_up_to_date(qtbot: QtBot, older: Library) -> None:
    bring_up_to_date(older)

    assert not older.is_older
    assert len(list(older.path.parent.glob("*-version-7-*.cuttings"))) == 1
