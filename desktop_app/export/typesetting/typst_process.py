"""Typst in a process of its own, for what takes long: it can be stopped, and its memory is freed.

Typst can't be interrupted, and keeps what it set in memory for the next time.
"""

from __future__ import annotations

import multiprocessing
import multiprocessing.connection
from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any, Literal, TypeAlias

from desktop_app.core.child_process import end_first, end_with_parent, give_back_memory, within
from desktop_app.core.errors import ExportError
from desktop_app.export.typesetting import font_files
from desktop_app.export.typesetting.font_files import InstalledFont
from desktop_app.export.typesetting.page_image import PageImage, page_image
from desktop_app.export.typesetting.typst_folder import MAIN
from desktop_app.export.typesetting.typst_run import (
    STANDARDS,
    Typesetter,
    TypesettingError,
    typst_fonts,
)

#: How often, in seconds, is asked whether to stop.
_PATIENCE = 0.1
#: So many seconds an image may take; the largest that is let in takes two.
_LONGEST_IMAGE = 10.0


#: A draft is a PDF with where its parts begin, places are where all stands without a PDF.
_Wanted: TypeAlias = Literal["pdf", "draft", "places"]
#: Only a PDF has a time.
_NO_MOMENT = datetime.min


class TypesettingStoppedError(Exception):
    """The user stopped before Typst was done."""


class TypstProcess:
    """A process that sets documents, one at a time, and knows the machine's fonts."""

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
        to: Path,
        *,
        cancelled: Callable[[], bool],
        waiting: Callable[[], None] = lambda: None,
    ) -> None:
        """Write the PDF of a folder to the file ``to``; ``waiting`` is called while it works.

        Raises TypesettingError, OSError where the file can't be written, TypesettingStoppedError,
        and ExportError where the process ends by itself; after the last two it is of no more use.
        """
        self._set(folder / MAIN, moment, "pdf", cancelled, waiting, to)

    def draft(
        self, folder: Path, moment: datetime, *, cancelled: Callable[[], bool]
    ) -> tuple[bytes, str]:
        """A PDF to be looked at only, which claims no standard, and where its parts begin.

        The latter as a JSON object: ``pages`` of the parts, from 1, and ``notes`` before each group
        of them. Raises as ``typeset`` does.
        """
        return self._set(folder / MAIN, moment, "draft", cancelled, lambda: None)

    def places(
        self,
        folder: Path,
        *,
        cancelled: Callable[[], bool],
        waiting: Callable[[], None] = lambda: None,
    ) -> str:
        """Where the labels stand that the folder's document asks for, as JSON, without a PDF.

        Raises as ``typeset`` does.
        """
        _, told = self._set(folder / MAIN, _NO_MOMENT, "places", cancelled, waiting)
        return told

    def compiled(self, template: Path, moment: datetime) -> bytes:
        """The PDF of a template, which takes so little time that nobody stops it.

        Raises as ``typeset`` does.
        """
        pdf, _ = self._set(template, moment, "pdf", lambda: False, lambda: None)
        return pdf

    def fonts(self) -> tuple[InstalledFont, ...]:
        """The fonts of this machine; raises ExportError where the process ends by itself."""
        fonts: tuple[InstalledFont, ...] = self._ask(("fonts",))
        return fonts

    def letters_of(self, path: str, index: int) -> dict[int, float | None]:
        """The code points of a font with their widths; raises as ``fonts`` does."""
        letters: dict[int, float | None] = self._ask(("letters", path, index))
        return letters

    def page_image(self, content: bytes) -> PageImage | None:
        """The image made ready for a page, None where it is damaged; raises as ``fonts`` does."""
        made: PageImage | None = self._ask(("image", content))
        return made

    def _set(
        self,
        template: Path,
        moment: datetime,
        wanted: _Wanted,
        cancelled: Callable[[], bool],
        waiting: Callable[[], None],
        to: Path | None = None,
    ) -> tuple[bytes, str]:
        question = ("set", str(template), moment, wanted, to)
        failure, pdf, told = self._ask(question, cancelled, waiting)
        if failure is not None:
            raise failure
        return pdf, told

    def _ask(
        self,
        question: tuple[object, ...],
        cancelled: Callable[[], bool] = lambda: False,
        waiting: Callable[[], None] = lambda: None,
    ) -> Any:  # noqa: ANN401 - every question has an answer of its own kind
        try:
            self._pipe.send(question)
            while not self._pipe.poll(_PATIENCE):
                if cancelled():
                    self.stop()
                    raise TypesettingStoppedError
                waiting()
            return self._pipe.recv()
        except (EOFError, OSError) as failure:
            self.stop()
            raise ExportError(
                "Setting the pages needs more memory than there is.", "Export fewer at once."
            ) from failure

    @property
    def is_alive(self) -> bool:
        """Whether it can be asked; one that waits may have been ended by others."""
        return self._process.is_alive()

    def stop(self) -> None:
        """End the process, whatever it is at."""
        self._process.kill()
        self._process.join()
        self._pipe.close()


def _serve(pipe: multiprocessing.connection.Connection) -> None:
    """Answer one question after the other until the parent is gone."""
    end_with_parent()
    give_back_memory()
    end_first()
    typst_fonts()  # always needed, and may be ready before it is
    typesetters: dict[str, Typesetter] = {}
    while True:
        try:
            what, *asked = pipe.recv()
        except (EOFError, OSError):
            return
        if what == "fonts":
            pipe.send(font_files.installed_fonts())
        elif what == "letters":
            pipe.send(font_files.letters_of(*asked))
        elif what == "image":
            pipe.send(within(_LONGEST_IMAGE, partial(page_image, *asked)))
        else:
            pipe.send(_set(typesetters, *asked))


def _set(
    typesetters: dict[str, Typesetter],
    template: str,
    moment: datetime,
    wanted: _Wanted,
    to: Path | None,
) -> tuple[TypesettingError | OSError | None, bytes, str]:
    """What went wrong, the PDF where no file is named, and where things stand.

    The last template's setter is kept.
    """
    try:
        if template not in typesetters:
            typesetters.clear()
            typesetters[template] = Typesetter(Path(template))
        typesetter = typesetters[template]
        standards = STANDARDS if wanted == "pdf" else ()
        pdf = b"" if wanted == "places" else typesetter.pdf(moment, standards, to)
        return None, pdf, "" if wanted == "pdf" else typesetter.told("places")
    except (TypesettingError, OSError) as failure:
        return failure, b"", ""
