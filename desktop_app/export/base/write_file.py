"""Writing files so that a reader sees the old or the new one, never half of either."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from desktop_app.core.errors import ExportError
from desktop_app.core.held_files import is_held
from desktop_app.export.base.unfinished_file import unfinished_file, unfinished_path


def prepare_folder(folder: Path) -> Path:
    """Make the folder where it is missing; gives its real path. Raises ExportError."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        return folder.resolve(strict=True)
    except OSError as failure:
        raise export_failure(folder, failure) from failure


def prepare_inside(home: Path, folder: Path) -> Path:
    """Make a folder inside another; gives the one where its files wait until they are whole.

    That is the outer one where both are on the same disk: it holds few files, and what is left of
    them is looked for there. Raises ExportError, also where a link in the name leads elsewhere.
    """
    if prepare_folder(folder) != folder:
        raise ExportError(
            f"“{folder}” leads out of the folder.", "Remove that link, or choose another folder."
        )
    return home if folder.stat().st_dev == home.stat().st_dev else folder


def holds(path: Path, content: bytes) -> bool:
    """Whether the path is a plain file with these very bytes."""
    if is_held(path):
        return False
    try:
        if path.is_symlink() or not path.is_file() or path.stat().st_size != len(content):
            return False
        return path.read_bytes() == content
    except OSError as failure:
        raise export_failure(path, failure) from failure


def write_file(path: Path, content: bytes, waiting: Path | None = None) -> None:
    """Put the bytes at the path in one step, replacing what is there. Raises ExportError.

    ``waiting`` is another folder on the same disk, where the file is until it is whole: many files
    are written several times quicker by way of one with few files.
    """
    with replaced_file(path, waiting) as file:
        file.write(content)


@contextmanager
def replaced_file(path: Path, waiting: Path | None = None) -> Iterator[BinaryIO]:
    """A file to write piece by piece, which takes the path's place once all is written.

    Until then it is in the folder ``waiting``, on the same disk, or beside the path, in a folder
    that is made where it is missing. Where the block ends by an exception nothing is left behind.
    Raises ExportError.
    """
    with _told(path), unfinished_file(waiting or _made(path.parent), path) as file:
        yield file


@contextmanager
def replaced_path(path: Path) -> Iterator[Path]:
    """The same where somebody else makes the file and writes it, as SQLite does."""
    with _told(path), unfinished_path(_made(path.parent), path) as temporary:
        yield temporary


def _made(folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    return folder


@contextmanager
def _told(path: Path) -> Iterator[None]:
    """Failures of the system in words, of the path that the user named."""
    if is_held(path):
        raise ExportError(f"“{path}” belongs to the open archive.", "Choose another place.")
    try:
        yield
    except OSError as failure:
        raise export_failure(path, failure) from failure


def write_if_changed(path: Path, content: bytes, waiting: Path | None = None) -> bool:
    """Write only where the file isn't so already; gives whether it was written."""
    if holds(path, content):
        return False
    write_file(path, content, waiting)
    return True


def export_failure(path: Path, failure: OSError) -> ExportError:
    """The failure in words: what couldn't be written, why, and what to do."""
    if failure.errno in (errno.ENOSPC, errno.EDQUOT):
        return ExportError(f"The disk is full; “{path}” wasn't written.", "Make room first.")
    if failure.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return ExportError(
            f"“{path}” can't be written to.", "Allow writing there, or choose another place."
        )
    if failure.errno in (errno.EEXIST, errno.ENOTDIR, errno.EISDIR):
        return ExportError(f"Something else is in the way of “{path}”.", "Choose another place.")
    reason = failure.strerror or "the system gave no reason"
    return ExportError(f"“{path}” couldn't be written: {reason}.", "Choose another place.")
