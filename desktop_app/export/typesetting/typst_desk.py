"""A process that is kept for a while, for what is short: small documents, images, and fonts.

Typst and fontTools let no other thread run while they read fonts: in the window's own process it
would stand still. And an image of a stranger's may be made to take a decoder's time or memory.
"""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import TypeVar

from desktop_app.core.errors import ExportError
from desktop_app.export.typesetting.closed_at_rest import ClosedAtRest
from desktop_app.export.typesetting.font_files import InstalledFont
from desktop_app.export.typesetting.page_image import PageImage
from desktop_app.export.typesetting.typst_folder import MAIN
from desktop_app.export.typesetting.typst_process import TypstProcess

#: How long the process is kept after the last time, in seconds.
_KEPT_SECONDS = 60.0
_T = TypeVar("_T")


def typeset(folder: Path, moment: datetime) -> bytes:
    """The PDF of a document that was laid out in the folder.

    Raises TypesettingError, and ExportError where there isn't enough memory.
    """
    return compiled(folder / MAIN, moment)


def compiled(template: Path, moment: datetime) -> bytes:
    """The PDF of a template; raises as ``typeset`` does."""
    return _DESK.ask(lambda process: process.compiled(template, moment))


@cache
def installed_fonts() -> tuple[InstalledFont, ...]:
    """The fonts of this machine; looked up once."""
    return _DESK.ask(TypstProcess.fonts)


@cache
def letters_of(path: str, index: int) -> dict[int, float | None]:
    """The code points of a font, each with its width in ems, or None where that isn't told."""
    return _DESK.ask(lambda process: process.letters_of(path, index))


def page_image(content: bytes) -> PageImage | None:
    """The image made ready for a page; None where it is damaged.

    Raises ExportError where that takes too long, or more memory than there is.
    """
    return _DESK.ask(lambda process: process.page_image(content))


def close() -> None:
    """End the process where its memory is needed; the next question begins another."""
    _DESK.close()


class _Desk:
    """Threads wait for each other."""

    def __init__(self) -> None:
        self._process: TypstProcess | None = None
        self._lock = threading.Lock()
        self._rest = ClosedAtRest(_KEPT_SECONDS, self.close)

    def ask(self, question: Callable[[TypstProcess], _T]) -> _T:
        with self._lock:
            if self._process is None or not self._process.is_alive:
                self._process = TypstProcess()
            try:
                return question(self._process)
            except ExportError:
                self._process = None  # it ended
                raise
            finally:
                self._rest.used()

    def close(self) -> None:
        with self._lock:
            if self._process is not None:
                self._process.stop()
                self._process = None


_DESK = _Desk()
