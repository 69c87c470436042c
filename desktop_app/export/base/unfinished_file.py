"""Files on their way: they lie beside the one whose place they take, under a name of their own.

A program that is killed leaves its unfinished files behind. Whoever writes one holds a lock of the
system on it, which ends with the process however that ends, so that a later export tells one that
is left from one that another window is writing. Windows deletes no file that is open, which does
the same there.
"""

from __future__ import annotations

import os
import re
import secrets
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

_NAME = re.compile(r"\.cuttings-[0-9a-f]{16}\.part")


@contextmanager
def unfinished_file(folder: Path, to: Path) -> Iterator[BinaryIO]:
    """A new file in the folder, to be written; it takes the place of ``to`` where the block ends.

    Where that is by an exception, or it can't be put there, nothing is left. Raises OSError.
    """
    file, path = _claimed(folder)
    try:
        yield file
        file.flush()
        if sys.platform == "win32":  # which moves no file that is open
            file.close()
        path.replace(to)
    except BaseException:
        _close(file)
        path.unlink(missing_ok=True)
        raise
    _close(file)


@contextmanager
def unfinished_path(folder: Path, to: Path) -> Iterator[Path]:
    """The same for a file that somebody else makes and writes, as SQLite does.

    The lock is on an empty file beside it: SQLite has locks of its own, which ours would be in the
    way of where the system makes no difference between them (macOS).
    """
    file, claim = _claimed(folder)
    path = _beside(claim)
    try:
        yield path
        path.replace(to)
    finally:
        path.unlink(missing_ok=True)
        _close(file)
        claim.unlink(missing_ok=True)


def remove_abandoned(folder: Path) -> int:
    """Delete the unfinished files in the folder that nobody writes any more; gives how many."""
    try:
        with os.scandir(folder) as entries:
            found = [
                Path(entry.path)
                for entry in entries
                if _NAME.fullmatch(entry.name) and entry.is_file(follow_symlinks=False)
            ]
    except OSError:  # it isn't there yet, or nobody may look: writing will tell
        return 0
    return sum(_remove(path) for path in found)


def _claimed(folder: Path) -> tuple[BinaryIO, Path]:
    while True:
        path = folder / f".cuttings-{secrets.token_hex(8)}.part"
        file = path.open("xb")
        # Between the two another export may have taken it for one that is left.
        if _lock(file) is not False and _is_still(file, path):
            return file, path
        file.close()


def _lock(file: BinaryIO) -> bool | None:
    """Whether the file is this process's alone now; None where the system has no such locks."""
    if sys.platform == "win32":
        return None
    import fcntl  # noqa: PLC0415 - Windows has none

    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:  # some file systems have no locks; there nothing is taken for left
        return None
    return True


def _is_still(file: BinaryIO, path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(file.fileno()), path.lstat())
    except FileNotFoundError:
        return False


def _remove(path: Path) -> bool:
    try:
        if sys.platform == "win32":
            path.unlink()
            _beside(path).unlink(missing_ok=True)
            return True
        with path.open("r+b") as file:
            is_left = _lock(file) is True and _is_still(file, path)
            if is_left:
                _beside(path).unlink(missing_ok=True)
                path.unlink()
            return is_left
    except OSError:  # gone meanwhile, somebody else's, or open on Windows
        return False


def _beside(claim: Path) -> Path:
    return claim.with_suffix(".data")


def _close(file: BinaryIO) -> None:
    # What is still to be written where the disk was full is lost anyway.
    with suppress(OSError):
        file.close()
