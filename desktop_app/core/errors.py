"""What can go wrong that a user can do something about.

The tree::

    AppError                 a sentence fit to show, and what to do next
    ├── InputError           what the user gave can't be used
    ├── CaptureError         the outside world didn't give us the page
    ├── ArchiveError         the archive file can't be opened, read or written
    │   ├── ArchiveNewerError      a later Cuttings wrote it
    │   └── ArchiveNotWritableError
    ├── ExportError          a file couldn't be made
    └── SystemLibraryError   the machine lacks something, and a command mends it

Anything else that is raised is a bug of ours and is reported as one.
"""

from __future__ import annotations


class AppError(Exception):
    """A failure the user can act on: ``message`` says what and why, ``next_step`` what to do."""

    def __init__(self, message: str, next_step: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.next_step = next_step

    def __str__(self) -> str:
        return f"{self.message} {self.next_step}".strip()


class InputError(AppError):
    """What the user gave (a file, a field, an id, a clipboard) can't be used."""


class CaptureError(AppError):
    """A page couldn't be had; ``kind`` names the cause in one stable word.

    Kinds: ``no-such-host``, ``refused``, ``tls``, ``timeout``, ``login``, ``gone``, ``server``,
    ``busy`` (asked too often), ``client``, ``not-a-page``, ``too-large``, ``empty``,
    ``bad-address``, ``redirects``, ``robots``, ``network``. ``retry_after`` is how many seconds
    the site asks to wait, None where it says nothing.
    """

    def __init__(
        self, kind: str, message: str, next_step: str = "", retry_after: int | None = None
    ) -> None:
        super().__init__(message, next_step)
        self.kind = kind
        self.retry_after = retry_after

    @property
    def is_temporary(self) -> bool:
        """Whether trying again later may well succeed."""
        return self.retry_after is not None or self.kind in _TEMPORARY

    def __reduce__(self) -> tuple[type[CaptureError], tuple[str, str, str, int | None]]:
        return type(self), (self.kind, self.message, self.next_step, self.retry_after)


_TEMPORARY = frozenset({"no-such-host", "refused", "timeout", "server", "busy", "network"})


class ArchiveError(AppError):
    """The archive can't be opened, read or written."""


class ArchiveNewerError(ArchiveError):
    """The archive was written by a later Cuttings than this one."""


class ArchiveNotWritableError(ArchiveError):
    """The archive or its folder can't be written to."""


class ExportError(AppError):
    """An export couldn't be written."""


class SystemLibraryError(AppError):
    """The machine lacks a library or program; ``next_step`` is the command that installs it."""
