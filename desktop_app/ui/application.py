"""Starts the window: Qt's application, the archive, the tasks; ends them in the right order."""

from __future__ import annotations

import logging
import sys
from types import TracebackType

from PySide6.QtCore import QTimer

from desktop_app.core.errors import AppError
from desktop_app.services.library import Library
from desktop_app.ui.base.notifier import Notifier
from desktop_app.ui.base.qt_application import make_application
from desktop_app.ui.base.task_runner import TaskRunner
from desktop_app.ui.base.theme import theme
from desktop_app.ui.base.window_state import WindowState
from desktop_app.ui.window.count_warming import CountWarming
from desktop_app.ui.window.main_window import MainWindow

_log = logging.getLogger(__name__)
_WARM_UP_AFTER_MS, _OFFER_AFTER_MS, _RECEIVE_AFTER_MS = 4_000, 2_000, 1_500


def bring_up_to_date(library: Library) -> None:
    """Open an older archive with a small window that shows how far it is, and can stop it.

    Raises AppError where it was stopped or failed, which the window has shown.
    """
    # Imported here: nearly every start finds nothing to do.
    from desktop_app.ui.dialogs.upgrade_dialog import UpgradeDialog  # noqa: PLC0415

    make_application()
    theme().prepare(WindowState(library.settings.config_folder).theme_mode)
    tasks = TaskRunner(Notifier())
    dialog = UpgradeDialog(library, tasks)
    theme().dress(dialog)
    try:
        dialog.exec()
    finally:
        tasks.shut_down()
    if dialog.failure is not None:
        raise dialog.failure


def open_window(library: Library) -> int:
    """Show the window on an open archive until it is closed; gives the exit code."""
    application = make_application()
    state = WindowState(library.settings.config_folder)
    theme().prepare(state.theme_mode)
    notifier = Notifier()
    tasks = TaskRunner(notifier)
    _report_faults_to(notifier)
    window = MainWindow(library, tasks, notifier, state)
    window.show()
    QTimer.singleShot(_WARM_UP_AFTER_MS, tasks.warm_up)

    def look_for_work() -> None:
        # Imported here: the window's start doesn't wait for what comes after it.
        from desktop_app.ui.people.names_offer import NamesOffer  # noqa: PLC0415
        from desktop_app.ui.window.copies_watch import CopiesWatch  # noqa: PLC0415

        keeping = window.keeping
        NamesOffer(library, tasks, notifier, state, keeping.compare_names).make()
        CopiesWatch(library, tasks, notifier, state, keeping.find_copies).look()
        window.queue_work.begin()
        window.feed_work.begin()
        window.folder_work.begin()

    QTimer.singleShot(_OFFER_AFTER_MS, look_for_work)
    QTimer.singleShot(_RECEIVE_AFTER_MS, window.start_receiving)
    if library.settings.article_to_show is not None:
        window.show_article(library.settings.article_to_show)
    counts = CountWarming(library, tasks)
    counts.start()
    try:
        return application.exec()
    finally:
        window.stop_receiving()
        window.stop_browsing()
        counts.stop()
        tasks.shut_down()


def _report_faults_to(notifier: Notifier) -> None:
    """Show a fault in a slot as one sentence, and log it; Qt would only print it."""

    def report(
        kind: type[BaseException], fault: BaseException, trace: TracebackType | None
    ) -> None:
        if isinstance(fault, AppError):
            notifier.failure(fault)
            return
        _log.error("unexpected failure", exc_info=(kind, fault, trace))
        notifier.failure(
            AppError(
                f"Something went wrong that shouldn't have ({kind.__name__}: {fault}).",
                "What was saved before is safe. Help ▸ Open the log tells more.",
            )
        )

    sys.excepthook = report
