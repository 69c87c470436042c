"""Writing files so that a reader sees the old or the new one, never half of either."""

from __future__ import annotations

import errno
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from desktop_app.core.errors import ExportError
from desktop_app.core.held_files import is_held


def prepare_folder(folder: Path) -> Path:
    """Make the folder where it is missing; gives its real path. Raises ExportError."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        return folder.resolve(strict=True)
    except OSError as failure:
        raise export_failure(folder, failure) from failure


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
    with replaced_path(path, waiting) as temporary, temporary.open("xb") as file:
        file.write(content)


@contextmanager
def replaced_file(path: Path) -> Iterator[BinaryIO]:
    """A file to write piece by piece, which takes the path's place once all is written.

    Where the block ends by an exception nothing is left behind. Raises ExportError.
    """
    with replaced_path(path) as temporary, temporary.open("xb") as file:
        yield file


@contextmanager
def replaced_path(path: Path, waiting: Path | None = None) -> Iterator[Path]:
    """Where somebody else writes the file, as SQLite does; it takes the path's place then.

    That is in the folder ``waiting``, on the same disk, or beside it. Where the block ends by an
    exception nothing is left behind. Raises ExportError.
    """
    if is_held(path):
        raise ExportError(f"“{path}” belongs to the open archive.", "Choose another place.")
    temporary = (waiting or path.parent) / f".cuttings-{secrets.token_hex(8)}.part"
    try:
        try:
            yield temporary
            temporary.replace(path)
        except BaseException:
            temporary.unlink(missing_ok=True)
            raise
    except OSError as failure:
        raise export_failure(path, failure) from failure


def write_if_changed(path: Path, content: bytes) -> bool:
    """Write only where the file isn't so already; gives whether it was written."""
    if holds(path, content):
        return False
    write_file(path, content)
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
