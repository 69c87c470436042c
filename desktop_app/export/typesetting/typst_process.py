"""Typst in a process of its own, for what takes long: it can be stopped, and its memory is freed.

Typst can't be interrupted, and keeps what it set in memory for the next time.
"""

from __future__ import annotations

import multiprocessing
import multiprocessing.connection
import os
import signal
import threading
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from desktop_app.core.errors import ExportError
from desktop_app.export.typesetting.typst_folder import MAIN
from desktop_app.export.typesetting.typst_run import STANDARDS, Typesetter, TypesettingError

#: How often, in seconds, is asked whether to stop.
_PATIENCE = 0.1


class TypesettingStoppedError(Exception):
    """The user stopped before Typst was done."""


class TypstProcess:
    """A process that sets the documents of folders, one at a time."""

    def __init__(self) -> None:
        # Not forked: Qt, SQLite and Typst's own threads don't survive that.
        context = multiprocessing.get_context("spawn")
        self._pipe, theirs = context.Pipe()
        self._process = context.Process(target=_serve, args=(theirs,), daemon=True)
        self._process.start()
        theirs.close()

    def typeset(
        self,
        folder: Path,
        moment: datetime,
        *,
        cancelled: Callable[[], bool],
        waiting: Callable[[], None] = lambda: None,
    ) -> bytes:
        """The PDF of a folder; ``waiting`` is called while it works.

        Raises TypesettingError, TypesettingStoppedError, and ExportError where the process ends by
        itself; after the last two it is of no more use.
        """
        return self._ask(folder, moment, False, cancelled, waiting)[0]

    def draft(
        self, folder: Path, moment: datetime, *, cancelled: Callable[[], bool]
    ) -> tuple[bytes, str]:
        """A PDF to be looked at only, which claims no standard, and on which pages its parts begin.

        The latter as a JSON list, from 1. Raises as ``typeset`` does.
        """
        return self._ask(folder, moment, True, cancelled, lambda: None)

    def _ask(
        self,
        folder: Path,
        moment: datetime,
        is_draft: bool,
        cancelled: Callable[[], bool],
        waiting: Callable[[], None],
    ) -> tuple[bytes, str]:
        try:
            self._pipe.send((str(folder), moment, is_draft))
            while not self._pipe.poll(_PATIENCE):
                if cancelled():
                    self.stop()
                    raise TypesettingStoppedError
                waiting()
            refused, pdf, told = self._pipe.recv()
        except (EOFError, OSError) as failure:
            self.stop()
            raise ExportError(
                "Setting the pages needs more memory than there is.", "Export fewer at once."
            ) from failure
        if refused is not None:
            raise TypesettingError(refused)
        return pdf, told

    def stop(self) -> None:
        """End the process, whatever it is at."""
        self._process.kill()
        self._process.join()
        self._pipe.close()


def _serve(pipe: multiprocessing.connection.Connection) -> None:
    """Set one folder's document after the other until the parent is gone."""
    _end_with_parent()
    typesetters: dict[str, Typesetter] = {}
    while True:
        try:
            folder, moment, is_draft = pipe.recv()
        except (EOFError, OSError):
            return
        try:
            if folder not in typesetters:
                typesetters = {folder: Typesetter(Path(folder) / MAIN)}
            pdf = typesetters[folder].pdf(moment, () if is_draft else STANDARDS)
            told = typesetters[folder].told("places") if is_draft else ""
            pipe.send((None, pdf, told))
        except TypesettingError as refused:
            pipe.send((str(refused), b"", ""))


def _end_with_parent() -> None:
    """Watch the parent: one that is killed can't tell this process to stop.

    Ctrl+C in a terminal goes to both; what it means is the parent's business.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_wait_for_end, args=(parent.sentinel,), daemon=True).start()


def _wait_for_end(sentinel: int) -> None:
    multiprocessing.connection.wait([sentinel])
    os._exit(1)
