"""A user's template at work in a process of its own, which is ended where it takes too long."""

from __future__ import annotations

import multiprocessing
import signal
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from functools import partial
from multiprocessing.connection import Connection
from types import TracebackType

from desktop_app.core.child_process import within
from desktop_app.core.errors import ExportError, InputError
from desktop_app.export.vault.template_language import NoteTemplate

#: How long a template may take for one article, in seconds, and its process to begin.
_LONGEST = 5.0
_LONGEST_START = 60.0
#: How often it is asked whether the user stops, in seconds.
_LOOK = 0.1
_MEMORY = 1536 * 2**20


class TemplateProcess:
    """Fills one template again and again. Raises InputError where the template is at fault.

    ``cancelled`` is asked while it is waited; where the user stops, ``fill`` gives None.
    ``longest`` is how many seconds one filling may take.
    """

    def __init__(
        self,
        source: str,
        name: str,
        cancelled: Callable[[], bool],
        *,
        longest: float = _LONGEST,
    ) -> None:
        context = multiprocessing.get_context("spawn")
        self._name = name
        self._cancelled = cancelled
        self._longest = longest
        self._ours, theirs = context.Pipe()
        self._process = context.Process(
            target=_serve,
            args=(theirs, source, name, longest),
            name="cuttings-template",
            daemon=True,
        )
        self._process.start()
        theirs.close()
        self._begun = False

    def __enter__(self) -> TemplateProcess:
        return self

    def __exit__(
        self,
        _kind: type[BaseException] | None,
        _failure: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """End the process."""
        self._ours.close()
        self._process.join(_LOOK)
        if self._process.is_alive():
            self._process.kill()
            self._process.join()

    def begin(self) -> bool:
        """Wait until the template is read; False where the user stops before."""
        if not self._begun:
            self._begun = self._answer(_LONGEST_START) is not None
        return self._begun

    def fill(self, several: Sequence[Mapping[str, object]]) -> list[str] | None:
        """The template with each of these values; None where the user stops."""
        if not self.begin():
            return None
        try:
            self._ours.send(several)
        except OSError as failure:
            raise self._ended() from failure
        return self._answer(self._longest * 2)

    def _answer(self, seconds: float) -> list[str] | None:
        end = time.monotonic() + seconds
        try:
            while True:
                if self._cancelled():
                    return None
                if self._ours.poll(_LOOK):
                    break
                if time.monotonic() > end:
                    raise self._too_long()
            answer = self._ours.recv()
        except (EOFError, OSError) as failure:
            raise self._ended() from failure
        if isinstance(answer, InputError):
            raise answer
        return list(answer)

    def _ended(self) -> InputError | ExportError:
        self._process.join(1.0)
        # By the system's alarm, or by the thread that stands for it.
        if self._begun and self._process.exitcode in (-getattr(signal, "SIGALRM", 0), 1):
            return self._too_long()
        return ExportError(
            f"The template “{self._name}” took more memory than it may, or its process was ended.",
            "Make it simpler, or try again.",
        )

    def _too_long(self) -> InputError:
        return InputError(
            f"The template “{self._name}” takes more than {self._longest:g} seconds an article.",
            "Look for a loop in it that goes round too often.",
        )


def _serve(connection: Connection, source: str, name: str, longest: float) -> None:
    """Fill the template with what comes, until nobody is there any more."""
    _bound_memory()
    try:
        template = NoteTemplate(source, name)
    except InputError as failure:
        connection.send(failure)
        return
    connection.send([])
    while True:
        try:
            several = connection.recv()
        except (EOFError, OSError):
            return
        try:
            answer: object = [
                within(longest, partial(template.write, values)) for values in several
            ]
        except InputError as failure:
            answer = failure
        connection.send(answer)


def _bound_memory() -> None:
    """Bound the memory where the system can; elsewhere the template's language alone bounds it."""
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415 - Windows has none

    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    most = _MEMORY if hard == resource.RLIM_INFINITY else min(_MEMORY, hard)
    try:
        resource.setrlimit(resource.RLIMIT_AS, (most, hard))
    except (OSError, ValueError):  # macOS takes no such bound from some versions on
        return
