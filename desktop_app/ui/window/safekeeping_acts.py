"""What keeps an archive safe and brings it out, from the window: export, backup, check, sample."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from functools import partial
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop_app.core.counted import count_articles
from desktop_app.core.errors import AppError
from desktop_app.ui.article_list.list_pane import ListPane
from desktop_app.ui.base.task import TaskContext
from desktop_app.ui.base.task_runner import ALL_KINDS, Changed
from desktop_app.ui.late_parts import LateParts

if TYPE_CHECKING:
    from PySide6.QtWidgets import QProgressDialog

    from desktop_app.services.clipping.reclean import RecleanReport
    from desktop_app.services.copies.copies import CopiesFound
    from desktop_app.services.exporting.export_job import What
    from desktop_app.store.people.name_comparing import NamesCompared
    from desktop_app.store.safekeeping.compacting import Compacted
    from desktop_app.ui.exporting.preset import Preset

# ruff: noqa: PLC0415 - the window's start doesn't wait for the dialogs of its acts

Done = TypeVar("Done")

_FORMATS = "desktop_app.services.exporting.as_command"
#: Work that is done sooner shows no progress.
_SHOWN_AFTER_MS = 800


class SafekeepingActs(QObject):
    """Runs each off the window's thread and says how it went."""

    def __init__(self, parts: LateParts, pane: ListPane, window: QWidget) -> None:
        super().__init__(window)
        self._parts = parts
        self._library = parts.library
        self._tasks = parts.tasks
        self._notifier = parts.notifier
        self._pane = pane
        self._window = window

    def export(self, what: What, preset: Preset | None = None) -> None:
        """Ask how to export what a query finds, these articles or a dossier.

        What the list shows is offered beside it; ``preset`` is the format to begin with.
        """
        asked = [what, self._pane.query] if what != self._pane.query else [what]
        # The list of formats is imported over there: the window doesn't stand still for it.
        task = self._tasks.read(lambda: import_module(_FORMATS))
        task.succeeded(
            lambda _module: self._parts.export_dialog(asked, self._window, preset).open()
        )

    def export_dossier(self, dossier_id: int, preset: Preset | None = None) -> None:
        """Ask how to export a dossier."""
        from desktop_app.services.exporting.export_job import ChosenDossier

        self.export(ChosenDossier(dossier_id), preset)

    def print_articles(self, ids: Sequence[int]) -> None:
        """Show these articles as pages, to be printed."""
        self._parts.print_dialog(ids, self._window).open()

    def ask_backup(self) -> None:
        """Ask where to, and copy the archive there."""
        from PySide6.QtWidgets import QFileDialog

        path, _ = QFileDialog.getSaveFileName(
            self._window, "Back up the archive", "backup.cuttings", "Archives (*.cuttings)"
        )
        if path:
            self._tasks.fetch(
                lambda _context: self._library.backup(Path(path)), label="Backing up"
            ).succeeded(lambda _result: self._notifier.info(f"The archive is copied to “{path}”."))

    def check(self) -> None:
        """Verify the archive and say what was found."""
        self._notifier.info("Checking the archive…")
        task = self._tasks.fetch(lambda _context: self._verdict(), label="Checking the archive")
        task.succeeded(self._on_checked)

    def clean_again(self) -> None:
        """Clean what the list shows again from the pages as captured; it can be stopped."""
        query = self._pane.query

        def work(context: TaskContext, stopped: Callable[[], bool]) -> RecleanReport:
            return self._library.reclean(query, progress=context.progress, cancelled=stopped)

        words = ("Clean again", "Cleaning again what the list shows…", "Cleaning again")
        self._work_long(words, work, self._on_cleaned_again)

    def compare_names(self) -> None:
        """Compare the names of the archive with each other; it can be stopped."""

        def work(context: TaskContext, stopped: Callable[[], bool]) -> NamesCompared:
            # What was stopped goes on where it was; what was finished begins anew.
            again = self._library.people.names_to_compare() == 0
            return self._library.people.compare_names(
                again=again, progress=context.progress, cancelled=stopped
            )

        words = ("Compare all names", "Comparing all names…", "Comparing names")
        self._work_long(words, work, self._on_names_compared)

    def compact(self) -> None:
        """Give the archive's free room back to the disk; other changes wait for it."""
        task = self._tasks.write(self._library.compact, label="Compacting the archive", changes=())
        task.succeeded(self._on_compacted)

    def _on_compacted(self, done: Compacted) -> None:
        self._notifier.info(done.in_words)

    def find_copies(self) -> None:
        """Compare the texts that never were with all others; it can be stopped."""

        def work(context: TaskContext, stopped: Callable[[], bool]) -> CopiesFound:
            # What was stopped goes on where it was; what was finished begins anew.
            again = self._library.copies.waiting() == 0
            return self._library.copies.find(
                again=again, progress=context.progress, cancelled=stopped
            )

        words = ("Find copies", "Looking for copies of the same story…", "Finding copies")
        self._work_long(words, work, self._on_copies_found)

    def _on_copies_found(self, found: CopiesFound) -> None:
        self._tasks.changed.emit(Changed(frozenset({"copies"})))
        words = (
            f"Compared {count_articles(found.compared)};"
            f" {found.changed:,} are in another group of copies than before."
        )
        self._notifier.info(f"Stopped. {words}" if found.cancelled else words)

    def ask_empty_trash(self) -> None:
        """Say how much is in the trash, and delete it for good where that is wanted."""
        self._tasks.read(self._library.trash_count).succeeded(self._on_trash_counted)

    def _on_trash_counted(self, articles: int) -> None:
        if not articles:
            self._notifier.info("The trash is empty.")
            return
        dialog = self._parts.empty_trash_dialog(articles, self._window)
        dialog.accepted.connect(partial(self._empty_trash, articles))
        dialog.open()

    def _empty_trash(self, articles: int) -> None:
        """Those that were in the trash when it was asked; stopping leaves the rest there."""

        def said(gone: int) -> str:
            counted = f"Deleted {count_articles(gone)} for good."
            left = articles - gone
            if left > 0:
                return f"Stopped. {counted} {left:,} are still in the trash."
            where = "File ▸ Look after the archive ▸ Compact the archive"
            return f"{counted} {where} gives their room back to the disk."

        task = self._tasks.write(
            self._library.empty_trash, label="Emptying the trash", changes=ALL_KINDS
        )
        task.succeeded(lambda gone: self._notifier.info(said(gone)))

    def show_recent_changes(self) -> None:
        """Show the last acts, each to be taken back."""
        self._parts.recent_changes_dialog(self._window).show()

    def load_sample(self) -> None:
        """Add the sample articles."""
        task = self._tasks.write(
            self._library.load_sample, label="Loading the sample archive", changes=ALL_KINDS
        )
        task.succeeded(
            lambda added: self._notifier.info(
                f"Added {added} sample articles." if added else "The sample articles are there."
            )
        )

    def _on_cleaned_again(self, report: RecleanReport) -> None:
        self._tasks.changed.emit(Changed(frozenset(ALL_KINDS), ()))
        words = f"Cleaned {len(report.articles):,} articles again; {len(report.changed):,} changed."
        alone = sum(bool(each.left_alone) for each in report.articles)
        if alone:
            words += f" {alone:,} were left as they are."
        self._notifier.info(f"Stopped. {words}" if report.cancelled else words)

    def _on_names_compared(self, done: NamesCompared) -> None:
        self._tasks.changed.emit(Changed(frozenset(ALL_KINDS), ()))
        words = (
            f"Compared {done.compared:,} names: {done.joined:,} joined another,"
            f" {done.asked:,} are new under Go ▸ Same person?"
        )
        self._notifier.info(f"Stopped. {words}" if done.cancelled else words)

    def _work_long(
        self,
        words: tuple[str, str, str],
        work: Callable[[TaskContext, Callable[[], bool]], Done],
        then: Callable[[Done], None],
    ) -> None:
        """Do long work, with a dialog that shows how far it is and whose button stops it.

        ``words`` are the dialog's title, what it says, and the task's name; ``work`` asks its
        second argument whether it was stopped.
        """
        from PySide6.QtWidgets import QProgressDialog

        title, said, label = words
        stop = threading.Event()
        shown = QProgressDialog(said, "Stop", 0, 0, self._window)
        shown.setWindowTitle(title)
        shown.setMinimumDuration(_SHOWN_AFTER_MS)
        shown.setAutoClose(False)
        shown.canceled.connect(stop.set)

        def on_done(done: Done) -> None:
            shown.reset()
            shown.deleteLater()
            then(done)

        def on_failed(failure: AppError) -> None:
            shown.deleteLater()
            self._notifier.failure(failure)

        task = self._tasks.fetch(lambda context: work(context, stop.is_set), label=label)
        task.progressed.connect(partial(_show_progress, shown))
        task.succeeded(on_done)
        task.failed(on_failed)

    def _verdict(self) -> tuple[bool, str]:
        report = self._library.check()
        problems = "\n".join(problem.message for problem in report.problems[:20])
        counted = f"{report.articles:,} articles and {report.snapshots:,} snapshots looked at."
        verdict = "All is well." if report.ok else f"Not all is well.\n{problems}"
        return report.ok, f"{verdict}\n{counted}"

    def _on_checked(self, verdict: tuple[bool, str]) -> None:
        fine, words = verdict
        if fine:
            self._notifier.info(words.replace("\n", " "))
        else:
            from PySide6.QtWidgets import QMessageBox

            QMessageBox.warning(self._window, "Check the archive", words)


def _show_progress(shown: QProgressDialog, done: int, total: int) -> None:
    shown.setMaximum(total)
    shown.setValue(min(done, total - 1))
